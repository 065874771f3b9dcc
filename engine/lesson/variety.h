// Lists from which lessons take names, messages and files by chance, so that nobody learns one picture by heart:
// `lessons/variety/<list>.toml`.
#pragma once

#include "lesson/schema.h"
#include "lesson/value.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lesson {

/// One list.
struct VarietyList {
    std::string name;               ///< the file's name without its ending
    std::vector<std::string> codes; ///< keys whose texts are the same in every language
    List items;                     ///< tables; at least one
    base::Place place;
};

/// All lists.
struct Variety {
    std::vector<VarietyList> lists; ///< in order of name

    const VarietyList* find(std::string_view name) const;
};

/// The keys of a list's file.
const Schema& variety_schema();

/// Reads all lists of a folder; none where there is no such folder. A list with a fault is left out.
Variety read_variety(const std::filesystem::path& folder, base::Faults& faults);

} // namespace lesson
