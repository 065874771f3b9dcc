// The shortest way to make a text right: what to type, what to erase, and where to move the caret.
#pragma once

#include "world/keyboard.h"

#include <cstddef>
#include <optional>
#include <string>

namespace world {

/// One change of a text field: a unit typed, or a key that erases or moves.
struct Change {
    enum class Kind { type, erase_left, erase_right, left, right };
    Kind kind = Kind::type;
    std::size_t unit = 0; ///< type: which unit
    bool operator==(const Change&) const = default;
};

/// The first of the fewest changes that make the text right, and how many they are; each change done lowers `changes`.
struct MendingPlan {
    std::size_t changes = 0;
    std::optional<Change> first; ///< nothing where the text is right
};

/// Plans for a copy or correct task. Of equally short ways a copy prefers Backspace, which beginners know.
MendingPlan plan_mending(const KeyboardPractice& practice);

} // namespace world
