// Proofs that a lesson can be finished: a way through all its steps, found by the planner and gone through the same
// door as a learner's; and that nothing that can be done near a step's beginning leads to a dead end.
#pragma once

#include "tutor/planner.h"
#include "tutor/run.h"

#include <memory>
#include <string>
#include <vector>

namespace tutor {

/// What a proof of one lesson under one set of conditions came to.
struct Proof {
    bool is_finished = false;
    std::size_t actions = 0;                           ///< of the whole way
    std::size_t states = 0;                            ///< that were tried for it
    std::vector<std::string> typed;                    ///< the texts that were typed on the way
    std::size_t step = 0;                              ///< otherwise: the step that no way was found for
    std::vector<const lesson::FactPattern*> unmet;     ///< what stays false there; points into `lesson`
    std::string unwritable;                            ///< the text that the layout cannot write, where one was needed
    bool is_never_together = false;                    ///< as in Plan
    const lesson::FactPattern* prevented_by = nullptr; ///< as in Plan; points into `lesson`
    std::shared_ptr<const lesson::Lesson> lesson;      ///< as the seed varied it
};

/// Looks for a way through the lesson.
Proof prove(const std::shared_ptr<const lesson::Lesson>& lesson, const world::Setup& setup,
            const SearchLimits& limits = {});

/// Whether a lesson practises what an access profile does without, so that there is nothing to prove: pointer practice
/// needs a pointer.
bool is_beside_the_point(const lesson::Lesson& lesson, Access access);

/// Whether its desk shows in a look that the lesson leaves open; otherwise looks change nothing in it.
bool has_looks(const lesson::Lesson& lesson);

/// Whether it is on the desk, where safety and the layout's letters may matter.
bool is_on_desk(const lesson::Lesson& lesson);

/// Something that was done, after which neither the goal was found nor undo led back.
struct DeadEnd {
    std::size_t step = 0;
    std::vector<world::Action> actions; ///< from the step's beginning
};

/// All states within `depth` actions of each step's beginning, along the way of a proof.
struct Surroundings {
    std::size_t states = 0; ///< different ones
    std::vector<DeadEnd> dead_ends;
};

/// Looks for dead ends. From a state within `depth` actions, undo has to lead back to the state before, or a way to the
/// goal has to be found.
Surroundings look_around(const std::shared_ptr<const lesson::Lesson>& lesson, const world::Setup& setup,
                         std::size_t depth, const SearchLimits& limits = {});

/// A state that is told from others by what can be seen of it and asked for by goals.
std::size_t key_of(const Run& run);

} // namespace tutor
