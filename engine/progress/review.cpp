// Folds lessons done to when they come back.
#include "progress/review.h"

#include "progress/bodies.h"
#include "progress/purpose.h"
#include "tutor/levels.h"

#include <algorithm>
#include <map>

namespace progress {

namespace {

/// A lesson that is being played on one computer.
struct Sitting {
    std::string lesson;
    LessonStarted started;
    tutor::TaskResult result;
    std::int64_t day = 0;
};

struct Remembered {
    ReviewState state;
    bool is_done = false; ///< to its end, at least once
};

class Fold {
public:
    void take(const Event& event) {
        if (event.kind == kind::lesson_started) {
            if (const auto started = read_lesson_started(event.body)) {
                end(sittings_[event.origin]);
                sittings_[event.origin] = {started->lesson, *started, {}, day_of(event.at)};
            }
        } else if (event.kind == kind::step_done) {
            if (const auto done = read_step_done(event.body)) {
                finish_step(sittings_[event.origin], *done);
            }
        } else if (event.kind == kind::lesson_done) {
            if (const auto done = read_lesson_done(event.body)) {
                Sitting& sitting = sittings_[event.origin];
                if (sitting.lesson == done->lesson) {
                    sitting.result.is_finished = true;
                    end(sitting);
                }
            }
        }
    }

    std::vector<ReviewState> finish() {
        for (auto& [origin, sitting] : sittings_) {
            end(sitting);
        }
        std::vector<ReviewState> done;
        for (auto& [lesson, remembered] : lessons_) {
            if (remembered.is_done) {
                done.push_back(std::move(remembered.state));
            }
        }
        return done;
    }

private:
    static void finish_step(Sitting& sitting, const StepDone& done) {
        if (sitting.lesson == done.lesson) {
            sitting.result.steps += 1;
            sitting.result.alone += done.outcome == outcome::alone ? 1 : 0;
            sitting.result.shown += done.outcome == outcome::shown ? 1 : 0;
        }
    }

    void end(Sitting& sitting) {
        if (sitting.result.steps > 0) {
            Remembered& remembered = lessons_[sitting.lesson];
            ReviewState& state = remembered.state;
            const bool is_due = sitting.day - state.last_day >= review_pauses.at(state.rung);
            sitting.result.is_finished = sitting.result.is_finished || sitting.started.purpose == purpose::review;
            if (!tutor::is_done_alone(sitting.result)) {
                state.rung = 0;
            } else if (remembered.is_done && is_due) {
                state.rung = std::min(state.rung + 1, review_pauses.size() - 1);
            }
            remembered.is_done =
                remembered.is_done || (sitting.result.is_finished && is_for_itself(sitting.started.purpose));
            state.lesson = sitting.lesson;
            state.last_day = std::max(state.last_day, sitting.day);
            state.seed = sitting.started.seed;
            state.look = sitting.started.look;
        }
        sitting = {};
    }

    std::map<std::string, Sitting> sittings_;   // by the computer (origin)
    std::map<std::string, Remembered> lessons_; // by lesson
};

/// Whether a review was begun on this day.
bool had_review(const std::vector<Event>& events, std::int64_t day) {
    return std::ranges::any_of(events, [&](const Event& event) {
        if (event.kind != kind::lesson_started || day_of(event.at) != day) {
            return false;
        }
        const auto started = read_lesson_started(event.body);
        return started && started->purpose == purpose::review;
    });
}

} // namespace

std::vector<ReviewState> reviews(const std::vector<Event>& events_of_learner) {
    Fold fold;
    for (const Event& event : events_of_learner) {
        fold.take(event);
    }
    return fold.finish();
}

std::optional<ReviewState> review_due(const lesson::Catalogue& catalogue, const std::vector<Event>& events_of_learner,
                                      std::int64_t now) {
    const std::int64_t today = day_of(now);
    if (had_review(events_of_learner, today)) {
        return std::nullopt;
    }
    const std::vector<ReviewState> all = reviews(events_of_learner);
    const ReviewState* due = nullptr;
    double longest = 0;
    for (const lesson::Module& module : catalogue.modules) {
        for (const std::string& id : module.lessons) {
            const auto found = std::ranges::find(all, id, &ReviewState::lesson);
            if (found == all.end()) {
                continue;
            }
            const double waits = static_cast<double>(today - found->last_day) / review_pauses.at(found->rung);
            if (waits >= 1 && waits > longest) {
                longest = waits;
                due = &*found;
            }
        }
    }
    return due == nullptr ? std::nullopt : std::optional(*due);
}

} // namespace progress
