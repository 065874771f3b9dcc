// Folds a learner's events to their card.
#include "progress/bodies.h"
#include "progress/cards.h"
#include "progress/learners.h"
#include "progress/skills.h"
#include "progress/visits.h"

#include <algorithm>

namespace progress {

namespace {

std::string group_of(const std::vector<Event>& events) {
    std::string group;
    for (const Event& event : events) {
        if (event.kind == kind::learner_group) {
            if (auto read = read_learner_group(event.body)) {
                group = std::move(read->group);
            }
        }
    }
    return group;
}

/// The number of the last event that this store wrote when they were here themselves.
std::int64_t seen_at(const std::vector<Event>& events, std::string_view origin) {
    std::int64_t seen = 0;
    for (const Event& event : events) {
        const bool is_by_others = event.kind == kind::learner_group || event.kind == kind::learner_leaving;
        if (event.origin == origin && !is_by_others) {
            seen = std::max(seen, event.sequence);
        }
    }
    return seen;
}

/// When the last visit ended that has a believable date.
std::int64_t last_of(const std::vector<Visit>& visits) {
    std::int64_t last = 0;
    for (const Visit& visit : visits) {
        last = visit.to < far_future ? std::max(last, visit.to) : last;
    }
    return last;
}

} // namespace

std::optional<Card> card_of(const std::vector<Event>& events_of_learner, std::string_view origin, std::int64_t now) {
    std::vector<Learner> found = learners(events_of_learner);
    if (found.size() != 1) {
        return std::nullopt;
    }
    const std::vector<Visit> all = visits(events_of_learner);
    Card card;
    card.learner = std::move(found.front().id);
    card.name = std::move(found.front().name);
    card.last_event = found.front().last_visit;
    card.picture = std::move(found.front().picture);
    card.group = group_of(events_of_learner);
    card.last_visit = last_of(all);
    card.time_spent = time_spent(all);
    card.seen = seen_at(events_of_learner, origin);
    card.need = need_of(events_of_learner, now);
    for (const SkillState& skill : skills(events_of_learner, now)) {
        card.levels.emplace(skill.skill, skill.level);
        if (skill.is_to_refresh) {
            card.to_refresh.push_back(skill.skill);
        }
    }
    return card;
}

} // namespace progress
