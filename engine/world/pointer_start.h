// From a start table to things. Only for pointer*.cpp.
#pragma once

#include "lesson/value.h"
#include "world/pointer.h"

#include <string>
#include <vector>

namespace world {

/// The things of a start table, not yet placed.
struct ReadThings {
    std::vector<Thing> things;
    std::vector<std::string> places; ///< where each is wished
};

/// Reads the things of a start table; a thing with a count becomes so many.
ReadThings read_things(const lesson::Table& start);

/// The task of that word; click for any other.
Task task_named(std::string_view word);

} // namespace world
