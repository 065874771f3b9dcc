// Who needs help first: a fold over one learner's events.
//
// A learner needs help who is stuck in a lesson, or else to whom many of the last steps had to be shown, or else who
// has not come for long: in this order, and with the plainest case first.
//
// - Stuck: a lesson was left half-way twice or more, or its demonstration asked for three times or more, since it was
//   last begun anew, and it is not done yet. More times, more need.
// - Shown: of the last 20 steps, at least 6, a third or more were done after the demonstration. A greater share, more
//   need.
// - Away: the last visit is 21 days ago or more. Longer, more need. Only counts for those who have begun: a name on a
//   class list needs no help yet.
#pragma once

#include "progress/event.h"

#include <cstdint>
#include <string>
#include <vector>

namespace progress {

inline constexpr int stuck_after_leaving = 2;      ///< times
inline constexpr int stuck_after_showing = 3;      ///< times
inline constexpr std::size_t steps_looked_at = 20; ///< the last ones
inline constexpr std::size_t least_steps = 6;      ///< before a share of them says anything
inline constexpr double great_share = 1.0 / 3;     ///< of steps that were shown
inline constexpr int away_after = 21;              ///< days

/// Why somebody needs help; the greater, the sooner.
enum class NeedKind { none, away, shown, stuck };

struct Need {
    NeedKind kind = NeedKind::none;
    double weight = 0;  ///< within the kind, more needs help sooner
    std::string lesson; ///< in which they are stuck
    int steps = 0;      ///< that were shown, of
    int of = 0;         ///< the last steps
    int days = 0;       ///< since the last visit
    bool operator==(const Need&) const = default;
};

/// What one learner needs, `now` in ms since 1970 UTC.
Need need_of(const std::vector<Event>& events_of_learner, std::int64_t now);

/// Whether `a` should be helped before `b`.
bool is_before(const Need& a, const Need& b);

} // namespace progress
