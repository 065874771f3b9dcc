// When a learner was here, and for how long: a fold over their events.
#pragma once

#include "progress/event.h"

#include <cstdint>
#include <vector>

namespace progress {

/// Where nothing happened for so long, a new visit begins, ms.
inline constexpr std::int64_t visit_gap = 30 * 60 * 1000;

/// A visit: from its first event to its last.
struct Visit {
    std::int64_t from = 0; ///< ms since 1970 UTC
    std::int64_t to = 0;   ///< ms since 1970 UTC, not before `from`
    std::int64_t length() const { return to - from; }
    bool operator==(const Visit&) const = default;
};

/// The visits of one learner, the first first. Only what learners do themselves counts: being put on a class list, or
/// being moved to another computer, is no visit.
std::vector<Visit> visits(const std::vector<Event>& events_of_learner);

/// The time of all of them together, ms.
std::int64_t time_spent(const std::vector<Visit>& visits);

} // namespace progress
