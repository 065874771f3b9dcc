// The search on the desk. Only for the planner.
#pragma once

#include "tutor/planner.h"

namespace tutor {

/// Whether the step's goal is about the desk, which then is there.
bool is_on_desk(const Run& run);

/// Searches the way to the goal along the programs' ways. With `first_only`, `actions` are the deeds of its first way.
Plan search_desk(const Run& run, const SearchLimits& limits, bool first_only);

} // namespace tutor
