// A learner's measures over time: folds over the events.
#pragma once

#include "progress/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace progress {

/// The measures of `step.done` that are shown over time.
namespace measure {

/// Bits per second of one pointing task (Soukoreff and MacKenzie 2004, doi 10.1016/j.ijhcs.2004.09.001).
inline constexpr std::string_view throughput = "throughput";
/// Net words per minute (world/keyboard_measure.h).
inline constexpr std::string_view words_per_minute = "words_per_minute";

} // namespace measure

/// A measure on one day.
struct DayValue {
    std::int64_t at = 0; ///< ms since 1970 UTC, of the day's last step that measured it
    double value = 0;    ///< the median of the day's steps, which one slip does not move
    bool operator==(const DayValue&) const = default;
};

/// What was measured on each day (UTC) with a measure, the first day first. Steps that were shown rather than done are
/// left out.
std::vector<DayValue> days_of(const std::vector<Event>& events_of_learner, std::string_view measure);

/// Where a measure began, and where it is now.
struct Change {
    double from = 0;
    double to = 0;
    std::int64_t over = 0;  ///< ms from the first day to the last
    bool is_steady = false; ///< the two differ by less than a twentieth
};

/// From the median of the first three days to that of the last three; with less than six days, from the first to the
/// last. Nothing with less than two.
std::optional<Change> change_of(const std::vector<DayValue>& days);

/// How the steps of one lesson were done, when it was last played.
struct LessonHelp {
    std::string lesson;
    std::int64_t at = 0; ///< ms since 1970 UTC, of its last step
    int alone = 0;       ///< steps
    int hints = 0;
    int shown = 0;
    bool operator==(const LessonHelp&) const = default;
};

/// The lessons that were played, with how their steps were done in the last attempt; the one played last is last.
std::vector<LessonHelp> help_per_lesson(const std::vector<Event>& events_of_learner);

/// The share of steps done alone on each day (UTC), 0 to 100.
std::vector<DayValue> alone_per_day(const std::vector<Event>& events_of_learner);

} // namespace progress
