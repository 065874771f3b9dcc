// The search on the desk. Only for the planner.
#pragma once

#include "tutor/planner.h"
#include "world/computer.h"

#include <span>

namespace tutor {

inline constexpr std::int64_t pace = 900; ///< ms from deed to deed, as for a hand without haste

/// Whether the step's goal is about the desk, which then is there.
bool is_on_desk(const Run& run);

/// Two states that look alike, and are as near to the goal, have one key.
std::size_t key_of(const world::Computer& computer, std::span<const world::Fact> facts, double distance);

/// Searches the way to the goal along the programs' ways.
Plan search_desk(const Run& run, const SearchLimits& limits);

} // namespace tutor
