// What a goal still wishes for: the parts of it that are not so yet, each as something that can be brought about.
#pragma once

#include "lesson/goal.h"
#include "world/fact.h"
#include "world/ways/ways.h"

#include <span>
#include <string_view>
#include <vector>

namespace tutor {

/// The unmet parts of a goal.
struct Wishes {
    std::vector<world::Wish> wishes; ///< in the goal's order; empty where it holds, or is lost
    bool is_lost = false;            ///< something happened that never should: the step has to be begun again
};

/// The facts that a goal wants to be so: what its parts ask for, but for those below a `never`.
std::vector<const lesson::FactPattern*> wanted_facts(const lesson::Goal& goal);

/// The facts that have to be so at the same time, or to have happened: the goal itself, or the parts of an `all`.
std::vector<const lesson::FactPattern*> facts_together(const lesson::Goal& goal);

/// What happened that never should, where all else of the goal holds; nullptr otherwise.
const lesson::FactPattern* broken_rule(const lesson::Goal& goal, std::span<const world::Fact> now,
                                       std::span<const world::Event> happened);

/// The wishes of a goal, given what is so now and what happened since the step began. `said` is the step's instruction,
/// `beside` the goal's wanted_facts(); both have to outlive the wishes.
Wishes wishes_of(const lesson::Goal& goal, std::span<const world::Fact> now, std::span<const world::Event> happened,
                 std::string_view said, std::span<const lesson::FactPattern* const> beside);

} // namespace tutor
