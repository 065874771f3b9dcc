// Whether a goal holds: on the practice computer as it is now, and by what happened during the step.
#pragma once

#include "lesson/goal.h"
#include "lesson/matches.h"
#include "world/fact.h"

#include <span>

namespace tutor {

using lesson::matches; // a matcher against a field's value

/// Whether a fact fits a pattern: the same name, and every field asked for is there and matches.
bool matches(const lesson::FactPattern& pattern, const world::Fact& fact);

/// Whether the goal holds, given what is so now and what happened since the step began.
bool holds(const lesson::Goal& goal, std::span<const world::Fact> now, std::span<const world::Event> happened);

/// How many of these came about one after the other, each as early as can be.
std::size_t reached_in_order(const std::vector<lesson::Goal>& goals, std::span<const world::Event> happened);

/// How far it is to the goal, for a search: the number of facts that are still to come about, less where a fact of the
/// right name has some of its fields right, and of those that are so and never should be; 0 where the goal holds,
/// infinite where it cannot hold any more in this step (something happened that should never).
double distance(const lesson::Goal& goal, std::span<const world::Fact> now, std::span<const world::Event> happened);

} // namespace tutor
