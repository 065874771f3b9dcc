// Folds one learner's steps to levels.
#include "progress/skills.h"

#include "progress/bodies.h"
#include "progress/purpose.h"
#include "tutor/levels.h"
#include "tutor/run.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace progress {

namespace {

/// What is remembered of a lesson, to tell how new it is the next time.
struct Memory {
    std::set<std::uint64_t> seeds;
    std::set<std::string> looks;
    std::int64_t last_day = 0;
};

/// A lesson that is being played on one computer.
struct Sitting {
    std::string lesson;
    tutor::Task task;
    tutor::TaskResult result;
    bool is_review = false; ///< a few steps are all there is of it
};

struct Practised {
    tutor::Skill skill;
    int level_told = 0; ///< the highest that an event says was reached
    int tasks = 0;
    int tasks_alone = 0;
    std::int64_t last_at = 0;
};

std::string skill_of(const std::string& lesson) {
    return lesson.substr(0, lesson.find('.'));
}

class Fold {
public:
    void take(const Event& event) {
        if (event.kind == kind::lesson_started) {
            if (const auto started = read_lesson_started(event.body)) {
                start(event, *started);
            }
        } else if (event.kind == kind::step_done) {
            if (const auto done = read_step_done(event.body)) {
                finish_step(event, *done);
            }
        } else if (event.kind == kind::lesson_done) {
            if (const auto done = read_lesson_done(event.body)) {
                finish_lesson(event, done->lesson);
            }
        } else if (event.kind == kind::level_reached) {
            if (const auto reached = read_level_reached(event.body)) {
                int& told = practised_[reached->skill].level_told;
                told = std::max(told, reached->level);
            }
        }
    }

    std::map<std::string, Practised> finish() {
        for (auto& [origin, sitting] : sittings_) {
            end(sitting);
        }
        return std::move(practised_);
    }

private:
    void start(const Event& event, const LessonStarted& started) {
        end(sittings_[event.origin]);
        const std::int64_t day = day_of(event.at);
        const bool is_known = memories_.contains(started.lesson);
        Memory& memory = memories_[started.lesson];
        tutor::Task task{started.level, tutor::Newness::first_time, 0, day, started.look};
        if (is_known) {
            task.newness = !memory.looks.contains(started.look)   ? tutor::Newness::new_look
                           : !memory.seeds.contains(started.seed) ? tutor::Newness::new_seed
                                                                  : tutor::Newness::same_seed;
            task.pause = std::max<std::int64_t>(day - memory.last_day, 0);
        }
        sittings_[event.origin] = {started.lesson, task, {}, started.purpose == purpose::review};
        pending_[event.origin] = started.seed;
    }

    void finish_step(const Event& event, const StepDone& done) {
        const bool is_known =
            done.outcome == outcome::alone || done.outcome == outcome::hints || done.outcome == outcome::shown;
        if (!is_known) {
            return;
        }
        Sitting& sitting = sitting_of(event, done.lesson);
        remember(event, sitting);
        int help = done.outcome == outcome::alone ? 0 : std::max(done.help, 1);
        help = done.outcome == outcome::shown ? std::max(help, static_cast<int>(tutor::Help::show)) : help;
        Practised& practised = practised_[skill_of(done.lesson)];
        tutor::learn_from_step(practised.skill, sitting.task, help);
        practised.last_at = std::max(practised.last_at, event.at);
        sitting.result.steps += 1;
        sitting.result.alone += help == 0 ? 1 : 0;
        sitting.result.shown += done.outcome == outcome::shown ? 1 : 0;
    }

    void finish_lesson(const Event& event, const std::string& lesson) {
        const auto found = sittings_.find(event.origin);
        if (found != sittings_.end() && found->second.lesson == lesson) {
            found->second.result.is_finished = true;
            end(found->second);
        }
    }

    /// The sitting that a step belongs to. Where its beginning is missing, all that is not known of it counts least.
    Sitting& sitting_of(const Event& event, const std::string& lesson) {
        Sitting& sitting = sittings_[event.origin];
        if (sitting.lesson != lesson) {
            end(sitting);
            sitting = {lesson, {1, tutor::Newness::same_seed, 0, day_of(event.at), {}}, {}};
            pending_.erase(event.origin);
        }
        return sitting;
    }

    /// A lesson counts as seen in a look and a seed once a step of it was done.
    void remember(const Event& event, const Sitting& sitting) {
        Memory& memory = memories_[sitting.lesson];
        memory.last_day = std::max(memory.last_day, day_of(event.at));
        const auto seed = pending_.find(event.origin);
        if (seed != pending_.end()) {
            memory.seeds.insert(seed->second);
            memory.looks.insert(sitting.task.look);
            pending_.erase(seed);
        }
    }

    void end(Sitting& sitting) {
        if (sitting.result.steps > 0) {
            sitting.result.is_finished = sitting.result.is_finished || sitting.is_review;
            Practised& practised = practised_[skill_of(sitting.lesson)];
            tutor::learn_from_task(practised.skill, sitting.task, sitting.result);
            practised.tasks += 1;
            practised.tasks_alone += tutor::is_done_alone(sitting.result) ? 1 : 0;
        }
        sitting = {};
    }

    std::map<std::string, Sitting> sittings_;      // by the computer (origin)
    std::map<std::string, std::uint64_t> pending_; // the seed of a sitting of which no step is done yet
    std::map<std::string, Memory> memories_;       // by lesson
    std::map<std::string, Practised> practised_;   // by skill
};

base::Message why(const Practised& practised, int level) {
    const std::string number = std::to_string(level);
    if (level == 0) {
        return {practised.tasks_alone > 0 ? "levels.why.once" : "levels.why.begun", {}};
    }
    const tutor::Proofs proofs = tutor::proofs_from(practised.skill, level);
    const bool has_days = proofs.days.size() >= 2;
    const bool has_looks = proofs.looks.size() >= 2;
    if (practised.skill.level < level || (!has_days && !has_looks)) {
        return {"levels.why.kept", {{"level", number}}};
    }
    if (!has_days) {
        return {"levels.why.looks", {{"level", number}}};
    }
    return {has_looks ? "levels.why.both" : "levels.why.days",
            {{"level", number}, {"days", std::to_string(proofs.days.size())}}};
}

base::Message next(const Practised& practised, int level) {
    if (level >= tutor::highest_level) {
        return {};
    }
    const std::vector<base::Argument> arguments{{"level", std::to_string(level + 1)}};
    const tutor::Proofs proofs = tutor::proofs_from(practised.skill, level + 1);
    if (tutor::are_enough(proofs)) {
        return {"levels.next.practise", arguments};
    }
    if (!proofs.days.empty()) {
        return {proofs.looks.empty() ? "levels.next.day" : "levels.next.day-or-look", arguments};
    }
    return {level == 0                          ? "levels.next.first"
            : level + 1 == tutor::highest_level ? "levels.next.later"
                                                : "levels.next.harder",
            arguments};
}

base::Message refresh(const Practised& practised, std::int64_t today) {
    return {"levels.refreshing.why", {{"days", std::to_string(today - practised.skill.last_day)}}};
}

} // namespace

std::vector<SkillState> skills(const std::vector<Event>& events_of_learner, std::int64_t now) {
    Fold fold;
    for (const Event& event : events_of_learner) {
        fold.take(event);
    }
    const std::int64_t today = day_of(now);
    std::vector<SkillState> found;
    for (const auto& [skill, practised] : fold.finish()) {
        const int level = std::max(practised.skill.level, practised.level_told);
        const bool is_to_refresh = level > 0 && tutor::is_to_refresh(practised.skill, today);
        found.push_back({skill, level, why(practised, level), next(practised, level),
                         is_to_refresh ? refresh(practised, today) : base::Message{}, is_to_refresh, practised.tasks,
                         practised.tasks_alone, tutor::ability_on(practised.skill, today), practised.last_at});
    }
    return found;
}

const SkillState* find(const std::vector<SkillState>& skills, const std::string& skill) {
    const auto found = std::ranges::find(skills, skill, &SkillState::skill);
    return found == skills.end() ? nullptr : &*found;
}

base::Message for_trainer(base::Message sentence) {
    constexpr std::string_view learner = "levels.";
    if (sentence.id.starts_with(learner)) {
        sentence.id.insert(learner.size(), "trainer.");
    }
    return sentence;
}

} // namespace progress
