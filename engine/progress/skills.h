// How far a learner is in each skill, and why: a fold over their events with the formulas of tutor/levels.h.
#pragma once

#include "base/message.h"
#include "progress/event.h"

#include <cstdint>
#include <string>
#include <vector>

namespace progress {

/// One skill of one learner.
struct SkillState {
    std::string skill;          ///< the part of a lesson's id before the point, such as `mail`
    int level = 0;              ///< as it is shown: 0 to 4, the highest that was ever reached
    base::Message why;          ///< why the level is what it is, to the learner; for the trainer see for_trainer()
    base::Message next;         ///< what leads to the next level; an empty id at the highest
    base::Message refresh;      ///< why it should be refreshed; an empty id where it need not
    bool is_to_refresh = false; ///< reached, and so long ago that the odds of success have halved
    int tasks = 0;              ///< sittings with a lesson in which at least a step was done
    int tasks_alone = 0;        ///< of these, how many counted as done without help
    double ability = 0;         ///< the estimate now, with forgetting: logits, 0 is even odds at level 2
    std::int64_t last_at = 0;   ///< ms since 1970 UTC, of the last step
    bool operator==(const SkillState&) const = default;
};

/// The skills that a learner has practised, in order of their names, given the events in the order for folds. `now`: ms
/// since 1970 UTC. Days are those of UTC, so that all computers find the same.
std::vector<SkillState> skills(const std::vector<Event>& events_of_learner, std::int64_t now);

/// The state of a skill, or nullptr where it was never practised.
const SkillState* find(const std::vector<SkillState>& skills, const std::string& skill);

/// The same sentence about a level as a trainer reads it.
base::Message for_trainer(base::Message sentence);

} // namespace progress
