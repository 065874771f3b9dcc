// Whether what a lesson asks of chance can be given.
#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/varied.h"
#include "lesson/varied_names.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace lesson {

namespace {

using Names = std::vector<std::string_view>;

/// The keys that each entry of a list has.
Names common_keys(const VarietyList& list) {
    Names keys;
    for (const Entry& entry : table_of(list.items.front())) {
        const bool everywhere = std::ranges::all_of(
            list.items, [&](const Value& item) { return find(table_of(item), entry.key) != nullptr; });
        if (everywhere) {
            keys.push_back(entry.key);
        }
    }
    return keys;
}

/// Examines one lesson's file.
class Examination {
public:
    Examination(const Value& file, const Variety& variety, base::Faults& faults)
        : file_(file), variety_(variety), faults_(faults) {}

    void examine() {
        examine_vary();
        for (const std::string_view key : {"title", "can_do", "about"}) {
            const Value* value = find(table_of(file_), key);
            const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
            if (text != nullptr && find_name(*text)) {
                add_fault(faults_, "variety.not-here", value->place, {{"key", std::string(key)}});
            }
        }
        for (const std::string_view key : {"start", "step", "mistake"}) {
            if (const Value* value = find(table_of(file_), key)) {
                examine_value(*value);
            }
        }
    }

private:
    const VarietyList* require_list(const Value& value) {
        const auto* name = std::get_if<std::string>(&value.data);
        if (name == nullptr) {
            add_fault(faults_, "variety.pick", value.place);
            return nullptr;
        }
        const VarietyList* list = variety_.find(*name);
        if (list == nullptr && variety_.lists.empty()) {
            add_fault(faults_, "variety.no-list", value.place, {{"list", *name}});
        } else if (list == nullptr) {
            Names known;
            std::ranges::transform(variety_.lists, std::back_inserter(known), &VarietyList::name);
            add_unknown(faults_, {"variety.misspelt-list", "variety.unknown-list"}, value.place, *name, known);
        }
        return list;
    }

    void examine_vary() {
        const Value* vary = find(table_of(file_), "vary");
        if (vary == nullptr) {
            return;
        }
        for (const Entry& entry : table_of(*vary)) {
            if (!is_variety_name(entry.key)) {
                add_fault(faults_, "variety.name", entry.place, {{"name", entry.key}});
            }
            names_[entry.key] = require_list(entry.value);
            if (const VarietyList* list = names_[entry.key]) {
                if (++taken_[list] > list->items.size()) {
                    add_fault(faults_, "variety.used-up", entry.value.place,
                              {{"list", list->name}, {"most", std::to_string(list->items.size())}});
                }
            }
        }
    }

    void examine_value(const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value.data)) {
            examine_text(*text, value.place);
        }
        for (const Value& item : list_of(value)) {
            examine_pick(table_of(item));
            examine_value(item);
        }
        for (const Entry& entry : table_of(value)) {
            examine_value(entry.value);
        }
    }

    void examine_text(std::string_view text, const base::Place& place) {
        std::size_t done = 0;
        while (const auto name = find_name(text, done)) {
            done = name->end;
            const auto known = names_.find(name->name);
            if (known == names_.end()) {
                Names names;
                std::ranges::transform(names_, std::back_inserter(names),
                                       [](const auto& entry) { return std::string_view(entry.first); });
                add_unknown(faults_, {"variety.misspelt-name", "variety.unknown-name"}, place, name->name, names);
            } else if (known->second != nullptr) {
                const Names keys = common_keys(*known->second);
                if (std::ranges::find(keys, name->key) == keys.end()) {
                    add_unknown(faults_, {"variety.misspelt-value", "variety.unknown-value"}, place, name->key, keys,
                                {{"list", known->second->name}});
                }
            }
        }
    }

    void examine_pick(const Table& entry) {
        const Value* shuffle = find(entry, "shuffle");
        if (shuffle != nullptr && !std::holds_alternative<bool>(shuffle->data)) {
            add_fault(faults_, "variety.shuffle", shuffle->place);
        }
        const Value* pick = find(entry, "pick");
        const VarietyList* list = pick == nullptr ? nullptr : require_list(*pick);
        if (list == nullptr) {
            return;
        }
        const std::size_t taken = taken_.contains(list) ? taken_.at(list) : 0;
        const auto most = static_cast<std::int64_t>(list->items.size() - std::min(taken, list->items.size()));
        const Value* count = find(entry, "count");
        const std::int64_t wanted = whole_or(entry, "count", count == nullptr ? 1 : 0);
        if (wanted < 1 || wanted > most) {
            add_fault(faults_, "variety.count", count == nullptr ? pick->place : count->place,
                      {{"list", list->name}, {"most", std::to_string(most)}});
        }
    }

    const Value& file_;
    const Variety& variety_;
    base::Faults& faults_;
    std::map<std::string, const VarietyList*, std::less<>> names_; ///< nullptr for a list that does not exist
    std::map<const VarietyList*, std::size_t> taken_;
};

} // namespace

void check_variety(const Value& file, const Variety& variety, base::Faults& faults) {
    Examination(file, variety, faults).examine();
}

std::vector<Vary> read_vary(const Value& file, const Variety& variety) {
    std::vector<Vary> names;
    if (const Value* vary = find(table_of(file), "vary")) {
        for (const Entry& entry : table_of(*vary)) {
            const auto* list = std::get_if<std::string>(&entry.value.data);
            if (list != nullptr && variety.find(*list) != nullptr) {
                names.push_back({entry.key, *list, entry.place});
            }
        }
    }
    return names;
}

} // namespace lesson
