// Events that lie near each other in time are one visit.
#include "progress/visits.h"

#include <algorithm>
#include <array>

namespace progress {

namespace {

constexpr std::array own_deeds{kind::lesson_started, kind::step_done, kind::lesson_done, kind::lesson_left,
                               kind::help_used};

} // namespace

std::vector<Visit> visits(const std::vector<Event>& events_of_learner) {
    std::vector<Visit> found;
    for (const Event& event : events_of_learner) {
        if (std::ranges::find(own_deeds, event.kind) == own_deeds.end()) {
            continue;
        }
        // A clock that was put back begins a visit, too: how long ago the one before was is not known then.
        if (found.empty() || event.at - found.back().to > visit_gap || event.at < found.back().from) {
            found.push_back({event.at, event.at});
        } else {
            found.back().to = std::max(found.back().to, event.at);
        }
    }
    return found;
}

std::int64_t time_spent(const std::vector<Visit>& visits) {
    std::int64_t sum = 0;
    for (const Visit& visit : visits) {
        sum += visit.length();
    }
    return sum;
}

} // namespace progress
