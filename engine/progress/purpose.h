// What a lesson is played for, and on which day, as folds read it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace progress {

/// Values of LessonStarted::purpose; empty is practice that the learner chose.
namespace purpose {

inline constexpr std::string_view placement = "placement"; ///< one step, to see where to start
inline constexpr std::string_view review = "review";       ///< a few steps, to see whether it is still known

} // namespace purpose

/// Whether a lesson is played for its own sake, to its end; else it is neither under way nor done by it.
inline bool is_for_itself(const std::string& purpose) {
    return purpose != purpose::placement && purpose != purpose::review;
}

/// The day of a moment (ms since 1970 UTC): days since 1970 UTC, the same on all computers; 0 for those before.
inline std::int64_t day_of(std::int64_t at) {
    constexpr std::int64_t day_length = 86'400'000; // ms
    return at > 0 ? at / day_length : 0;
}

} // namespace progress
