// A level as a staircase: 4 steps, as many of them filled.
#pragma once

#include "screen/ui.h"

namespace screen {

/// A skill at a glance.
struct SkillCell {
    int level = 0;           ///< 0 to 4
    bool is_known = false;   ///< something was seen of it; otherwise a dash is shown
    bool to_refresh = false; ///< marked by a turning arrow, which stands in the corner that the low steps leave free
    bool operator==(const SkillCell&) const = default;
};

/// Draws it into the middle of a rectangle, which should be 1.6 times as wide as it is high.
void level_steps(Ui& ui, const Rect& rect, const SkillCell& cell);

} // namespace screen
