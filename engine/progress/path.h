// How far a learner is on the path of lessons: a fold over their events.
#pragma once

#include "lesson/catalogue.h"
#include "progress/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace progress {

/// One lesson as one learner knows it.
struct LessonProgress {
    std::string lesson;
    int times_done = 0;
    std::string best_outcome;            ///< one of progress::outcome; empty before it is done
    std::vector<std::string> steps_done; ///< of the last attempt, in the order they were done, each once
    bool under_way = false;              ///< begun, and not yet done to its end
    std::int64_t last_at = 0;            ///< ms since 1970 UTC, of its last event
    bool is_known = false;               ///< placement found that the learner can do it already
    bool operator==(const LessonProgress&) const = default;
};

/// The lessons that one learner began or that placement found to be known, from the one begun or gone on with last.
/// What is played of a lesson for placement or review changes nothing of it here. A start begins a new attempt where
/// the last one was finished or the event says `again`; otherwise it goes on with the unfinished one.
std::vector<LessonProgress> path(const std::vector<Event>& events_of_learner);

/// The lesson's progress, or nullptr where it was never begun and is not known.
const LessonProgress* find(const std::vector<LessonProgress>& path, const std::string& lesson);

/// The id of the lesson to offer next: the one under way that was played last, else the first in teaching order that is
/// not done and whose needs are done (a need that is not in the catalogue counts as done), else the first that is not
/// done. What is known counts as done. Empty when all are done.
std::string recommended(const lesson::Catalogue& catalogue, const std::vector<LessonProgress>& path);

/// The name of the step where an unfinished attempt goes on: the first of the lesson's steps that is not yet done.
/// Nothing where the lesson is not under way, or where all its steps are done and only `lesson.done` is missing.
std::optional<std::string> resume_step(const lesson::Lesson& lesson, const LessonProgress& progress);

} // namespace progress
