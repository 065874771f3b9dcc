// The planner: finds what to do next, from wherever the learner is, by searching the practice computer.
//
// On the desk it follows the ways that programs know towards what the goal still wishes for (world/ways): straight on
// at first, and where that leads in circles, from the most promising of all states seen. Practice of the pointer and
// the keyboard knows itself how much is left; there it looks for what leaves less.
#pragma once

#include "lesson/goal.h"
#include "tutor/run.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tutor {

/// What somebody can do with the practice computer.
enum class Access { everything, keyboard_only, no_drag, no_double_click };

/// How an access profile is called: `everything`, `keyboard`, `no-drag`, `no-double-click`.
std::string_view name_of(Access access);

/// Whether a deed can be done so.
bool is_possible(const world::Deed& deed, Access access);

/// How far a search may go.
struct SearchLimits {
    std::size_t states = 2'000; ///< states tried for one useful move
    std::size_t moves = 2'000;  ///< actions in a whole route
    Access access = Access::everything;
    bool may_undo = true;     ///< taking changes back is a way, too, where there is no other
    bool is_thorough = false; ///< goes on to a shorter route after the first; otherwise the first will do
};

/// One thing to do on the way of a plan.
struct Leg {
    std::size_t from = 0;               ///< the key of the state in which it is done (see key_of() in proof.h)
    std::vector<world::Action> actions; ///< that belong together, such as the keys of a shortcut
};

/// What a search for the way to a step's goal came to.
struct Plan {
    bool is_found = false;
    std::vector<world::Action> actions; ///< where it was found
    std::vector<Leg> legs;              ///< the same in its parts; on the desk only
    std::size_t states = 0;             ///< how many were tried
    std::vector<const lesson::FactPattern*>
        unmet;                      ///< otherwise: what stayed false where it came nearest; of the run's lesson
    std::string unwritable;         ///< and the text that the keyboard's layout cannot write, where one was needed
    bool is_never_together = false; ///< the first of `unmet` was so at times, but never together with the rest
    const lesson::FactPattern* prevented_by = nullptr; ///< what happened, though it never should, where the rest held
};

/// Searches the way from here to the step's goal.
Plan plan(const Run& run, const SearchLimits& limits = {});

/// The next few actions that bring the step's goal nearer; empty where none were found or the step is done.
std::vector<world::Action> next_actions(const Run& run, const SearchLimits& limits = {});

/// Actions from here to the step's goal; nothing where the search did not find the way.
std::optional<std::vector<world::Action>> route(const Run& run, const SearchLimits& limits = {});

} // namespace tutor
