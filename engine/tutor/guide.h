// A guide: holds to one plan while the learner follows it, so that hints never lead in circles, and plans anew from
// wherever they have wandered.
#pragma once

#include "tutor/planner.h"

#include <cstddef>
#include <vector>

namespace tutor {

/// The plan that is followed. A value; begins empty.
struct Guide {
    std::size_t step = 0;  ///< of the lesson
    std::vector<Leg> legs; ///< of the plan that was made last, from where the run was seen last
};

/// The next useful thing to do: of the plan where the run stands on it, else of a new one. Empty where none was found
/// or the step is done.
std::vector<world::Action> next_actions(Guide& guide, const Run& run, const SearchLimits& limits = {});

} // namespace tutor
