// Levels: all formulas, with their sources. How sure somebody is in a skill, 0 to 4, estimated from what they did.
//
// In one sentence: a level is reached when lessons of that grade would very probably be done without help, and two of
// them were, on two different days or in two different looks of the practice computer.
//
// A skill is a lesson's module (`mail` of `mail.reply`). A task is one sitting with one lesson; its steps are the
// evidence.
//
// 1. Grade of a task, 1 to 4: the lesson's own level, one more in a look that this lesson was never done in, one more
//    after a week without it, two more after 60 days; two more at most. What still works later and elsewhere is what
//    was learned (Soderstrom & Bjork 2015, Learning versus performance, Perspectives on Psychological Science 10).
//    So level 4 does not ask for lessons of level 4, which no skill has now: it means "can still do it, long after and
//    on another computer". Any skill with a lesson of level 2 leads there: a new look and a week; where there are no
//    looks, 60 days (pointer, the poorest: `pointer.small` alone at the last pauses of progress/review.h, for a year).
// 2. Score of a step, 0 to 1: 1 without help, half as much with each rung, 0 once it was shown. Partial credit by help
//    used predicts better than right or wrong (Wang & Heffernan 2013, Extending knowledge tracing to allow partial
//    credit, AIED).
// 3. Ability, an Elo estimate (Pelánek 2016, Applications of the Elo rating system in adaptive educational systems,
//    Computers & Education 98):
//      expected = 1 / (1 + exp(difficulty(grade) - ability)),  difficulty(grade) = 1.5 (grade - 2)
//      ability' = ability + newness * K * (score - expected),  K = max(1 / (1 + 0.05 n), 0.25)
//    n is the newness summed over all steps so far: Pelánek's uncertainty function. It has a floor, since learners
//    learn. Newness weighs a step: 1 for a first time, a new look or after a week, 0.6 for a new seed in a known look,
//    0.3 for what was played before just so.
// 4. Mastery of a grade: an expected score of 0.87 or more, that is about four steps in five without help and light
//    help in the others. Where the threshold lies matters more than the model behind it (Pelánek & Řihák 2018, Analysis
//    and design of mastery learning criteria, New Review of Hypermedia and Multimedia 24); this one was set by the
//    simulation, so that at most two artificial learners in a hundred are shown more than one level too high.
// 5. Forgetting: the odds of success fall with the days t since the last practice as 1 / (1 + t / half-life): a power
//    law (Wixted & Carpenter 2007, The Wickelgren power law and the Ebbinghaus savings function, Psychological Science
//    18). The half-life begins at 3 days, and doubles with each spaced success (Settles & Meeder 2016, A trainable
//    spaced repetition model for language learning, ACL). Forgetting never takes a level back: it makes the skill
//    "to be refreshed" once the odds have halved.
//
// Simulated (tests/tutor/levels_simulation_test.cpp prints it; 1,000 learners of known skill, 60 tasks each):
//                                    lessons up to level 3   almost only level 1 (pointer)
//   Spearman, true and shown level,
//     after 10, 20, 60 tasks           0.83  0.89  0.92        0.70  0.85  0.89
//   Spearman, skill and ability        0.94                    0.94
//   within one level after 60 tasks    98 %                    99 %
//   more than one level too high       1.7 %                   0.7 %
//   tasks until within one level for
//     good: median, nine in ten        5, 15                   14, 42      (of those whose true level is 2 or more)
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>

namespace tutor {

inline constexpr int highest_level = 4;

/// Ability of somebody of whom nothing is known: about one chance in four to do a step
/// of a first lesson alone.
inline constexpr double first_ability = -2.5;

/// How new a task was to its learner.
enum class Newness {
    same_seed,  ///< played before just so
    new_seed,   ///< another draw, in a look that the lesson was done in before
    new_look,   ///< a known lesson in a look that it was never done in
    first_time, ///< of this lesson
};

/// One sitting with one lesson.
struct Task {
    int level = 1; ///< of the lesson, 1 to 4
    Newness newness = Newness::first_time;
    std::int64_t pause = 0; ///< whole days since the lesson was last played; 0 for the first time
    std::int64_t day = 0;   ///< days since 1970 UTC
    std::string look;       ///< empty where the lesson has no desktop
};

/// How the steps of a task were done.
struct TaskResult {
    int steps = 0;
    int alone = 0;
    int shown = 0;
    bool is_finished = false; ///< the lesson was done to its end
};

/// The days and looks of the tasks of a grade that were done alone.
struct Proofs {
    std::set<std::int64_t> days;
    std::set<std::string> looks;
    bool operator==(const Proofs&) const = default;
};

/// What is known of one learner's skill.
struct Skill {
    double ability = first_ability;                 ///< as it was when last practised
    double evidence = 0;                            ///< n of formula 3
    double half_life = 3;                           ///< days
    std::int64_t last_day = 0;                      ///< days since 1970 UTC; 0 before any practice
    int level = 0;                                  ///< the highest that was ever reached
    std::array<Proofs, highest_level + 1> proofs{}; ///< by grade; 0 is not used
    bool operator==(const Skill&) const = default;
};

/// The formulas, by their numbers above.
int grade_of(const Task& task);
/// `help`: the highest rung used, as tutor::Help numbers them.
double score_of(int help);
double weight_of(const Task& task);
double difficulty_of(int grade);
double expected_score(double ability, int grade);
double step_size(double evidence);
double mastery_of(int grade); ///< the least ability that masters a grade

/// Whether a task counts as done alone: three steps in four or more without help, none shown, and enough of it done to
/// tell (two steps, or all there are).
bool is_done_alone(const TaskResult& result);

/// One more step of a task was done.
void learn_from_step(Skill& skill, const Task& task, int help);

/// A task has ended, or was left: its proof is counted, the half-life changes, and levels may be reached.
void learn_from_task(Skill& skill, const Task& task, const TaskResult& result);

/// The tasks of this grade and above that were done alone, together.
Proofs proofs_from(const Skill& skill, int grade);
/// Whether these lie on two different days, or in two different looks.
bool are_enough(const Proofs& proofs);

/// Ability on a later day, with forgetting.
double ability_on(const Skill& skill, std::int64_t day);
/// Whether the odds of success have halved since the last practice.
bool is_to_refresh(const Skill& skill, std::int64_t day);

} // namespace tutor
