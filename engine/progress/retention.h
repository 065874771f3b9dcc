// How long a learner's events are kept after the last visit, and who is to go.
//
// When the time is over, the store first notes it for the learner (`learner.leaving`); only at an opening a week later
// or more are they erased. So the board can say it before, and a clock that is wrong for a day erases nobody. Whoever
// comes back stays.
#pragma once

#include "progress/event.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace progress {

/// What the trainer can choose, months; and what holds before.
inline constexpr std::array retention_choices{3, 6, 12, 24};
inline constexpr int usual_retention = 12;

inline constexpr std::int64_t notice_time = 7LL * 24 * 60 * 60 * 1000;      ///< ms from the note to the erasing
inline constexpr std::int64_t told_in_advance = 30LL * 24 * 60 * 60 * 1000; ///< ms that the board tells before

/// What the newest of the events `trainer.settings` says, months.
int retention_of(const std::vector<Event>& trainer_settings);

/// When the time is over: so many months later on the calendar (UTC), ms since 1970. The last day of a shorter month
/// stands for days that it has not.
std::int64_t kept_until(std::int64_t last_visit, int months);

/// What is to be done about a learner at an opening.
enum class Leaving { stays, is_to_be_noted, waits, is_to_be_erased };

/// `last_visit`: see kept_until(). `noted`: when the time was last noted to be over; 0 for never.
Leaving leaving_of(std::int64_t last_visit, std::int64_t noted, int months, std::int64_t now);

} // namespace progress
