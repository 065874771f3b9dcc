// Files against the tables of keys.
#include "lesson/schema.h"

#include "base/text.h"
#include "lesson/fault.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace lesson {

namespace {

/// Checks what stands behind one key.
class ValueCheck {
public:
    ValueCheck(const Key& key, base::Faults& faults) : key_(key), faults_(faults) {}

    void check_value(const Value& value) {
        switch (key_.kind) {
        case Kind::yes_no:
            expect<bool>(value, "schema.wanted-yes-no");
            break;
        case Kind::whole:
            check_whole(value);
            break;
        case Kind::number:
            check_number(value);
            break;
        case Kind::text:
            check_text(value, "schema.wanted-text");
            break;
        case Kind::code:
            check_text(value, "schema.wanted-code");
            break;
        case Kind::texts:
            check_list(value, "schema.wanted-texts",
                       [&](const Value& item) { check_text(item, "schema.wanted-text"); });
            break;
        case Kind::codes:
            check_list(value, "schema.wanted-codes",
                       [&](const Value& item) { check_text(item, "schema.wanted-code"); });
            break;
        case Kind::choice:
            check_choice(value);
            break;
        case Kind::table:
            check_table(value);
            break;
        case Kind::tables:
            check_list(value, "schema.wanted-tables", [&](const Value& item) { check_table(item); });
            break;
        case Kind::goal:
        case Kind::ask:
        case Kind::start:
            break;
        }
    }

private:
    void add(std::string_view id, const base::Place& place, std::vector<base::Argument> arguments = {}) {
        arguments.insert(arguments.begin(), {"key", std::string(key_.name)});
        add_fault(faults_, id, place, std::move(arguments));
    }

    template <typename T>
    const T* expect(const Value& value, std::string_view id) {
        const T* data = std::get_if<T>(&value.data);
        if (data == nullptr) {
            add(id, value.place);
        }
        return data;
    }

    void check_whole(const Value& value) {
        if (const auto* whole = expect<std::int64_t>(value, "schema.wanted-whole")) {
            check_range(static_cast<double>(*whole), value.place);
        }
    }

    void check_number(const Value& value) {
        if (const auto* whole = std::get_if<std::int64_t>(&value.data)) {
            check_range(static_cast<double>(*whole), value.place);
        } else if (const auto* number = expect<double>(value, "schema.wanted-number")) {
            check_range(*number, value.place);
        }
    }

    void check_range(double number, const base::Place& place) {
        if (number < static_cast<double>(key_.least)) {
            add("schema.too-small", place, {{"least", std::to_string(key_.least)}});
        } else if (number > static_cast<double>(key_.most)) {
            add("schema.too-great", place, {{"most", std::to_string(key_.most)}});
        }
    }

    void check_text(const Value& value, std::string_view wanted) {
        const auto* text = expect<std::string>(value, wanted);
        if (text == nullptr) {
            return;
        }
        if (key_.required && base::trim(*text).empty()) {
            add("schema.empty", value.place);
        }
        const auto is_control = [](char c) { return (c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == '\x7f'; };
        if (std::ranges::any_of(*text, is_control)) {
            add("schema.control-character", value.place);
        }
    }

    void check_choice(const Value& value) {
        const auto* text = expect<std::string>(value, "schema.wanted-code");
        if (text != nullptr && std::ranges::find(key_.choices, *text) == key_.choices.end()) {
            add_unknown(faults_, {"schema.misspelt-choice", "schema.unknown-choice"}, value.place, *text, key_.choices,
                        {{"key", std::string(key_.name)}});
        }
    }

    void check_table(const Value& value) {
        if (expect<Table>(value, "schema.wanted-table") != nullptr && key_.inside != nullptr) {
            check(value, *key_.inside, faults_);
        }
    }

    template <typename CheckItem>
    void check_list(const Value& value, std::string_view wanted, CheckItem check_item) {
        const auto* list = expect<List>(value, wanted);
        if (list == nullptr) {
            return;
        }
        const auto count = static_cast<std::int64_t>(list->size());
        if (count < std::max<std::int64_t>(key_.least, key_.required ? 1 : 0)) {
            add("schema.too-few", value.place, {{"least", std::to_string(std::max<std::int64_t>(key_.least, 1))}});
        } else if (count > key_.most) {
            add("schema.too-many", value.place, {{"most", std::to_string(key_.most)}});
        }
        std::ranges::for_each(*list, check_item);
    }

    const Key& key_;
    base::Faults& faults_;
};

std::vector<std::string_view> names_of(std::span<const Key> keys) {
    std::vector<std::string_view> names;
    std::ranges::transform(keys, std::back_inserter(names), &Key::name);
    return names;
}

} // namespace

void check(const Value& value, const Schema& schema, base::Faults& faults) {
    const auto* table = std::get_if<Table>(&value.data);
    if (table == nullptr) {
        add_fault(faults, "schema.wanted-table", value.place, {{"key", std::string(schema.name)}});
        return;
    }
    for (const Entry& entry : *table) {
        const auto key = std::ranges::find(schema.keys, entry.key, &Key::name);
        if (key == schema.keys.end()) {
            add_unknown(faults, {"schema.misspelt-key", "schema.unknown-key"}, entry.place, entry.key,
                        names_of(schema.keys));
        } else {
            ValueCheck(*key, faults).check_value(entry.value);
        }
    }
    for (const Key& key : schema.keys) {
        if (key.required && find(*table, key.name) == nullptr) {
            add_fault(faults, "schema.missing-key", value.place, {{"key", std::string(key.name)}});
        }
    }
}

} // namespace lesson
