// Which lessons have to be done before which.
#pragma once

#include "base/result.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace lesson {

/// One lesson that another needs, and where that is written.
struct Need {
    std::string id;
    base::Place place;
};

/// What each lesson needs, by its id.
using Needs = std::map<std::string, std::vector<Need>>;

/// Adds a fault for each needed lesson that does not exist (`lesson.unknown-need`, `lesson.misspelt-need`) and for each
/// circle of lessons that need each other (`lesson.circle`, with the circle spelled out as `{circle}`). A lesson that
/// needs itself is left to read_lesson.
void add_need_faults(const Needs& needs, const std::set<std::string>& existing, base::Faults& faults);

} // namespace lesson
