// The planner: finds what to do next, from wherever the learner is, by searching the practice computer.
#pragma once

#include "tutor/run.h"

#include <optional>
#include <vector>

namespace tutor {

/// How far a search may go.
struct SearchLimits {
    std::size_t states = 2'000; ///< states tried for one useful move
    std::size_t moves = 2'000;  ///< actions in a whole route
};

/// The next few actions that bring the step's goal nearer; empty where none were found or the step is done.
std::vector<world::Action> next_actions(const Run& run, const SearchLimits& limits = {});

/// Actions from here to the step's goal; nothing where the search did not find the way.
std::optional<std::vector<world::Action>> route(const Run& run, const SearchLimits& limits = {});

} // namespace tutor
