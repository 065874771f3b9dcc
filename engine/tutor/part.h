// A part of a lesson that can be played on its own, for when there is no time for all of it.
#pragma once

#include "lesson/lesson.h"

#include <cstddef>

namespace tutor {

/// Some steps of a lesson, one after the other.
struct Part {
    std::size_t first = 0; ///< index of its first step
    std::size_t count = 1;
    std::size_t end() const { return first + count; }
    bool operator==(const Part&) const = default;
};

/// The part of a lesson that somebody who knows it does in so many seconds: one step at least. Authors' minutes are for
/// the first time; who knows a lesson is taken to need half. Where every step lays out all it needs, the part is the
/// lesson's end, which asks for most; else its beginning, from which the rest follows.
Part part_of(const lesson::Lesson& lesson, int seconds);

/// Whether every step of the lesson lays out what it needs, so that it can be begun at any.
bool begins_anywhere(const lesson::Lesson& lesson);

} // namespace tutor
