// The formulas of levels.
#include "tutor/levels.h"

#include "tutor/run.h"

#include <algorithm>
#include <cmath>

namespace tutor {

namespace {

constexpr std::int64_t week = 7;
constexpr std::int64_t two_months = 60;
constexpr int most_above_level = 2;
constexpr double between_grades = 1.5; // logits
constexpr double mastery_score = 0.87;
constexpr double evidence_slope = 0.05;
constexpr double least_step = 0.25;
constexpr double first_half_life = 3;
constexpr double longest_half_life = 180;

bool is_spaced(const Skill& skill, const Task& task) {
    return skill.last_day > 0 && static_cast<double>(task.day - skill.last_day) >= skill.half_life / 2;
}

} // namespace

int grade_of(const Task& task) {
    int more = task.newness == Newness::new_look ? 1 : 0;
    more += task.pause >= two_months ? 2 : task.pause >= week ? 1 : 0;
    return std::clamp(task.level + std::min(more, most_above_level), 1, highest_level);
}

double score_of(int help) {
    return help >= static_cast<int>(Help::show) ? 0 : std::pow(0.5, std::max(help, 0));
}

double weight_of(const Task& task) {
    if (task.pause >= week) {
        return 1;
    }
    switch (task.newness) {
    case Newness::same_seed:
        return 0.3;
    case Newness::new_seed:
        return 0.6;
    case Newness::new_look:
    case Newness::first_time:
        break;
    }
    return 1;
}

double difficulty_of(int grade) {
    return between_grades * (grade - 2);
}

double expected_score(double ability, int grade) {
    return 1 / (1 + std::exp(difficulty_of(grade) - ability));
}

double step_size(double evidence) {
    return std::max(1 / (1 + evidence_slope * evidence), least_step);
}

double mastery_of(int grade) {
    return difficulty_of(grade) + std::log(mastery_score / (1 - mastery_score));
}

bool is_done_alone(const TaskResult& result) {
    const bool is_enough = result.steps >= 2 || (result.steps > 0 && result.is_finished);
    return is_enough && result.shown == 0 && 4 * result.alone >= 3 * result.steps;
}

void learn_from_step(Skill& skill, const Task& task, int help) {
    const double weight = weight_of(task);
    const double surprise = score_of(help) - expected_score(skill.ability, grade_of(task));
    skill.ability += weight * step_size(skill.evidence) * surprise;
    skill.evidence += weight;
}

void learn_from_task(Skill& skill, const Task& task, const TaskResult& result) {
    if (result.steps == 0) {
        return;
    }
    if (is_done_alone(result)) {
        Proofs& proofs = skill.proofs.at(static_cast<std::size_t>(grade_of(task)));
        proofs.days.insert(task.day);
        if (!task.look.empty()) {
            proofs.looks.insert(task.look);
        }
        if (is_spaced(skill, task)) {
            skill.half_life = std::min(2 * skill.half_life, longest_half_life);
        }
    } else if (result.shown > 0) {
        skill.half_life = std::max(skill.half_life / 2, first_half_life);
    }
    skill.last_day = std::max(skill.last_day, task.day);
    for (int level = skill.level + 1; level <= highest_level; ++level) {
        if (skill.ability >= mastery_of(level) && are_enough(proofs_from(skill, level))) {
            skill.level = level;
        }
    }
}

Proofs proofs_from(const Skill& skill, int grade) {
    Proofs all;
    for (int one = std::max(grade, 1); one <= highest_level; ++one) {
        const Proofs& proofs = skill.proofs.at(static_cast<std::size_t>(one));
        all.days.insert(proofs.days.begin(), proofs.days.end());
        all.looks.insert(proofs.looks.begin(), proofs.looks.end());
    }
    return all;
}

bool are_enough(const Proofs& proofs) {
    return proofs.days.size() >= 2 || proofs.looks.size() >= 2;
}

double ability_on(const Skill& skill, std::int64_t day) {
    const auto days = static_cast<double>(std::max<std::int64_t>(day - skill.last_day, 0));
    return skill.last_day > 0 ? skill.ability - std::log(1 + days / skill.half_life) : skill.ability;
}

bool is_to_refresh(const Skill& skill, std::int64_t day) {
    return skill.last_day > 0 && static_cast<double>(day - skill.last_day) >= skill.half_life;
}

} // namespace tutor
