// Faults as the readers of this layer make them.
#include "lesson/fault.h"

#include "base/text.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace lesson {

void add_unknown(base::Faults& faults, const UnknownWord& ids, const base::Place& place, std::string_view word,
                 std::span<const std::string_view> known, std::vector<base::Argument> arguments) {
    constexpr std::size_t most_listed = 16;
    const auto near = base::nearest(word, known);
    std::string listed = base::join(known.first(std::min(known.size(), most_listed)), ", ");
    if (known.size() > most_listed) {
        listed += ", …";
    }
    arguments.push_back({"word", std::string(word)});
    arguments.push_back({"known", std::move(listed)});
    if (near) {
        arguments.push_back({"near", std::string(*near)});
    }
    add_fault(faults, near ? ids.misspelt : ids.unknown, place, std::move(arguments));
}

void add_fault(base::Faults& faults, std::string_view id, const base::Place& place,
               std::vector<base::Argument> arguments) {
    faults.push_back({std::string(id), std::move(arguments), place});
}

void sort(base::Faults& faults) {
    std::ranges::stable_sort(faults, {}, [](const base::Error& fault) {
        return std::tie(fault.place.file, fault.place.line, fault.place.column, fault.id);
    });
}

base::Place place_at(std::string_view text, std::size_t position, const std::string& file) {
    const std::string_view before = text.substr(0, position);
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return {file, static_cast<int>(std::ranges::count(before, '\n')) + 1,
            static_cast<int>(base::length(before.substr(line_start))) + 1};
}

std::string written(const base::Place& place) {
    if (place.line == 0) {
        return place.file;
    }
    return place.column == 0 ? fmt::format("{}:{}", place.file, place.line)
                             : fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

} // namespace lesson
