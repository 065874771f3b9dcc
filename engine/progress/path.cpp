// Folds one learner's events to lessons done and under way.
#include "progress/path.h"

#include "progress/bodies.h"
#include "progress/purpose.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace progress {

namespace {

int rank(const std::string& outcome) {
    if (outcome == outcome::alone) {
        return 3;
    }
    if (outcome == outcome::hints) {
        return 2;
    }
    return outcome == outcome::shown ? 1 : 0;
}

/// The lesson's progress, put last: it is the one played most recently.
LessonProgress& touch(std::vector<LessonProgress>& path, const std::string& lesson, std::int64_t at) {
    const auto found = std::find_if(path.begin(), path.end(), [&](const auto& one) { return one.lesson == lesson; });
    if (found == path.end()) {
        path.emplace_back().lesson = lesson;
    } else {
        std::rotate(found, found + 1, path.end());
    }
    path.back().last_at = at;
    return path.back();
}

void start(LessonProgress& progress, bool again) {
    if (!progress.under_way || again) {
        progress.steps_done.clear();
    }
    progress.under_way = true;
}

void finish_step(LessonProgress& progress, const std::string& step) {
    start(progress, false);
    const auto& done = progress.steps_done;
    if (std::find(done.begin(), done.end(), step) == done.end()) {
        progress.steps_done.push_back(step);
    }
}

void finish_lesson(LessonProgress& progress, const std::string& outcome) {
    if (progress.times_done == 0 || rank(outcome) > rank(progress.best_outcome)) {
        progress.best_outcome = outcome;
    }
    ++progress.times_done;
    progress.under_way = false;
}

class Fold {
public:
    void take(const Event& event) {
        if (event.kind == kind::lesson_started) {
            if (const auto started = read_lesson_started(event.body)) {
                begin(event, *started);
            }
        } else if (event.kind == kind::step_done) {
            if (const auto done = read_step_done(event.body)) {
                if (LessonProgress* progress = played(event, done->lesson)) {
                    finish_step(*progress, done->step);
                }
            }
        } else if (event.kind == kind::lesson_done) {
            if (const auto done = read_lesson_done(event.body)) {
                if (LessonProgress* progress = played(event, done->lesson)) {
                    finish_lesson(*progress, done->outcome);
                }
            }
        } else if (event.kind == kind::lesson_left) {
            if (const auto left = read_lesson_left(event.body)) {
                played(event, left->lesson);
            }
        } else if (event.kind == kind::placement_done) {
            if (const auto placed = read_placement_done(event.body)) {
                for (const std::string& lesson : placed->known) {
                    touch(oldest_first_, lesson, event.at).is_known = true;
                }
            }
        }
    }

    std::vector<LessonProgress> finish() const { return {oldest_first_.rbegin(), oldest_first_.rend()}; }

private:
    void begin(const Event& event, const LessonStarted& started) {
        const std::pair<std::string, std::string> here{event.origin, started.lesson};
        if (is_for_itself(started.purpose)) {
            aside_.erase(here);
            start(touch(oldest_first_, started.lesson, event.at), started.again);
        } else {
            aside_.insert(here);
        }
    }

    /// The lesson's progress, or nullptr where what happens in it was begun for something else.
    LessonProgress* played(const Event& event, const std::string& lesson) {
        return aside_.contains({event.origin, lesson}) ? nullptr : &touch(oldest_first_, lesson, event.at);
    }

    std::vector<LessonProgress> oldest_first_;
    std::set<std::pair<std::string, std::string>> aside_; // computers and the lessons begun there for something else
};

std::vector<std::string> in_teaching_order(const lesson::Catalogue& catalogue) {
    std::vector<std::string> order;
    for (const lesson::Module& module : catalogue.modules) {
        order.insert(order.end(), module.lessons.begin(), module.lessons.end());
    }
    return order;
}

} // namespace

std::vector<LessonProgress> path(const std::vector<Event>& events_of_learner) {
    Fold fold;
    for (const Event& event : events_of_learner) {
        fold.take(event);
    }
    return fold.finish();
}

const LessonProgress* find(const std::vector<LessonProgress>& path, const std::string& lesson) {
    const auto found = std::find_if(path.begin(), path.end(), [&](const auto& one) { return one.lesson == lesson; });
    return found == path.end() ? nullptr : &*found;
}

std::string recommended(const lesson::Catalogue& catalogue, const std::vector<LessonProgress>& path) {
    std::map<std::string, const lesson::Lesson*> lessons;
    for (const lesson::Lesson& one : catalogue.lessons) {
        lessons.emplace(one.id, &one);
    }
    for (const LessonProgress& progress : path) {
        if (progress.under_way && lessons.count(progress.lesson) > 0) {
            return progress.lesson;
        }
    }
    const auto is_done = [&](const std::string& id) {
        const LessonProgress* progress = find(path, id);
        return progress != nullptr && (progress->times_done > 0 || progress->is_known);
    };
    std::string first_not_done;
    for (const std::string& id : in_teaching_order(catalogue)) {
        const auto found = lessons.find(id);
        if (found == lessons.end() || is_done(id)) {
            continue;
        }
        const auto& needs = found->second->needs;
        const bool is_ready = std::all_of(needs.begin(), needs.end(), [&](const std::string& need) {
            return is_done(need) || lessons.count(need) == 0;
        });
        if (is_ready) {
            return id;
        }
        first_not_done = first_not_done.empty() ? id : first_not_done;
    }
    return first_not_done;
}

std::optional<std::string> resume_step(const lesson::Lesson& lesson, const LessonProgress& progress) {
    if (!progress.under_way) {
        return std::nullopt;
    }
    for (const lesson::Step& step : lesson.steps) {
        if (std::find(progress.steps_done.begin(), progress.steps_done.end(), step.name) == progress.steps_done.end()) {
            return step.name;
        }
    }
    return std::nullopt;
}

} // namespace progress
