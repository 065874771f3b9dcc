// TOML text into values. The only file that knows the TOML library.
#include "base/file.h"
#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/toml_scan.h"
#include "lesson/value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

// Errors come back as values, and nesting stays far below what the stack can bear. What the library asserts, bad files
// can break (`[.a]`, `[{}, }]`), and release builds are even optimised on it. Without assertions it goes on and comes
// to an error of its own.
#undef NDEBUG
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 32
#include <toml++/toml.h>

namespace lesson {

namespace {

constexpr int most_levels = 32;

base::Place place_of(const toml::source_region& region, const std::string& file) {
    return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

/// A kind of mistake in TOML, known by two pieces of the library's description.
struct SyntaxFault {
    std::string_view first;
    std::string_view second;
    const char* id;
};

constexpr std::array<SyntaxFault, 17> syntax_faults{{
    {"cannot redefine", "", "toml.twice"},
    {"cannot insert", "", "toml.twice"},
    {"maximum nested", "", "toml.too-deep"},
    {"not representable", "", "toml.number"},
    {"escape sequence", "", "toml.escape"},
    {"string", "end-of-file", "toml.open-text"},
    {"string", "control characters", "toml.open-text"},
    {"array", "end-of-file", "toml.open-list"},
    {"array", "expected comma", "toml.open-list"},
    {"inline table", "", "toml.inline-table"},
    {"table header", "", "toml.header"},
    {"could not determine value type", "", "toml.value"},
    {"expected value, saw", "", "toml.value"},
    {"expected a comment or whitespace", "", "toml.after-value"},
    {"expected '='", "", "toml.no-equals"},
    {"expected keys, tables", "", "toml.key"},
    {"expected bare key", "", "toml.key"},
}};

base::Error syntax_error(std::string_view description, const base::Place& place) {
    const auto has = [description](std::string_view piece) {
        return description.find(piece) != std::string_view::npos;
    };
    const auto known = std::ranges::find_if(
        syntax_faults, [&](const SyntaxFault& fault) { return has(fault.first) && has(fault.second); });
    return {known == syntax_faults.end() ? "toml.syntax" : known->id, {{"detail", std::string(description)}}, place};
}

/// Makes values of the library's nodes; keeps the first thing that cannot be one.
class Conversion {
public:
    explicit Conversion(std::string file) : file_(std::move(file)) {}

    Value convert(const toml::node& node, int level) {
        Value value{place_of(node.source(), file_), false};
        if (level > most_levels) {
            fail("toml.too-deep", value.place);
        } else if (const auto* text = node.as_string()) {
            value.data = text->get();
        } else if (const auto* whole = node.as_integer()) {
            value.data = whole->get();
        } else if (const auto* number = node.as_floating_point()) {
            value.data = number->get();
            if (!std::isfinite(number->get())) {
                fail("toml.number", value.place);
            }
        } else if (const auto* yes = node.as_boolean()) {
            value.data = yes->get();
        } else if (const auto* list = node.as_array()) {
            value.data = convert_list(*list, level);
        } else if (const auto* table = node.as_table()) {
            value.data = convert_table(*table, level);
        } else {
            fail("toml.date", value.place);
        }
        return value;
    }

    const std::optional<base::Error>& error() const { return error_; }

private:
    List convert_list(const toml::array& array, int level) {
        List list;
        list.reserve(array.size());
        for (const toml::node& item : array) {
            list.push_back(convert(item, level + 1));
        }
        return list;
    }

    /// The library sorts a table by key; people want faults in the order of the file.
    Table convert_table(const toml::table& entries, int level) {
        Table table;
        table.reserve(entries.size());
        for (const auto& [key, node] : entries) {
            table.push_back({std::string(key.str()), place_of(key.source(), file_), convert(node, level + 1)});
        }
        std::ranges::stable_sort(table, {},
                                 [](const Entry& entry) { return std::pair(entry.place.line, entry.place.column); });
        return table;
    }

    void fail(const char* id, const base::Place& place) {
        if (!error_) {
            error_ = base::Error{id, {{"detail", ""}}, place};
        }
    }

    std::string file_;
    std::optional<base::Error> error_;
};

} // namespace

base::Result<Value> read_toml(std::string_view text, const std::string& file) {
    if (const auto bad = base::first_bad_byte(text)) {
        return base::Error{"file.not-utf8", {{"file", file}}, place_at(text, *bad, file)};
    }
    if (const auto fault = scan_toml(text)) {
        return base::Error{std::string(fault->id),
                           {{"detail", ""}, {"character", fault->character}},
                           place_at(text, fault->position, file)};
    }
    const toml::parse_result parsed = toml::parse(text, std::string_view(file));
    if (!parsed) {
        return syntax_error(parsed.error().description(), place_of(parsed.error().source(), file));
    }
    Conversion conversion(file);
    Value value = conversion.convert(parsed.table(), 0);
    if (conversion.error()) {
        return *conversion.error();
    }
    return value;
}

base::Result<Value> read_toml_file(const std::string& path, std::size_t most_bytes) {
    COUCOU_TRY(const std::string text, base::read_file(path, most_bytes));
    return read_toml(text, path);
}

} // namespace lesson
