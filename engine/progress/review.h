// Review: which lesson to ask "do you still know it?" about, when a visit begins.
//
// In one sentence: a lesson comes back after 1 day, then 3, 7, 21 and 60 days, one further each time that it is done
// without help when it is due, and after 1 day again when it took help.
//
// Growing pauses, about three times as long each time: what is kept longest is what comes back after a pause in
// proportion to how long it should last (Cepeda, Vul, Rohrer, Wixted & Pashler 2008, Spacing effects in learning: a
// temporal ridgeline of optimal retention, Psychological Science 19), and what is known lasts longer after each success
// (Settles & Meeder 2016, A trainable spaced repetition model for language learning, ACL).
#pragma once

#include "lesson/catalogue.h"
#include "progress/event.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace progress {

inline constexpr std::array<int, 5> review_pauses{1, 3, 7, 21, 60}; ///< days
inline constexpr int review_time = 120;                             ///< seconds that a review should take

/// A lesson that was done, and when it comes back.
struct ReviewState {
    std::string lesson;
    std::size_t rung = 0;      ///< index in review_pauses
    std::int64_t last_day = 0; ///< days since 1970 UTC
    std::uint64_t seed = 0;    ///< of the last time
    std::string look;          ///< of the last time
    bool operator==(const ReviewState&) const = default;
};

/// All lessons that were ever done to their end, by name.
std::vector<ReviewState> reviews(const std::vector<Event>& events_of_learner);

/// The lesson to be reviewed now (ms since 1970 UTC): of those that are due and in the catalogue, the one that waits
/// longest in proportion to its pause, and among equals the first in the catalogue's modules. Nothing where none is
/// due, or where one was begun today already.
std::optional<ReviewState> review_due(const lesson::Catalogue& catalogue, const std::vector<Event>& events_of_learner,
                                      std::int64_t now);

} // namespace progress
