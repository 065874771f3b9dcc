// Which steps of a lesson stand on their own.
#include "tutor/part.h"

#include <algorithm>

namespace tutor {

bool begins_anywhere(const lesson::Lesson& lesson) {
    return lesson.start.empty() &&
           std::ranges::none_of(lesson.steps, [](const lesson::Step& step) { return step.start.empty(); });
}

Part part_of(const lesson::Lesson& lesson, int seconds) {
    constexpr std::size_t seconds_per_minute = 30; // of the author's minutes, for somebody who knows the lesson
    const std::size_t steps = std::max<std::size_t>(lesson.steps.size(), 1);
    const auto whole = static_cast<std::size_t>(std::max(lesson.minutes, 1)) * seconds_per_minute;
    const std::size_t fitting = static_cast<std::size_t>(std::max(seconds, 0)) * steps / whole;
    const std::size_t count = std::clamp<std::size_t>(fitting, 1, steps);
    return {begins_anywhere(lesson) ? steps - count : 0, count};
}

} // namespace tutor
