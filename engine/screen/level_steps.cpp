// Filled and hollow steps differ in shape, not in colour alone.
#include "screen/level_steps.h"

#include "screen/widgets.h"

#include <algorithm>
#include <cmath>

namespace screen {

void level_steps(Ui& ui, const Rect& rect, const SkillCell& cell) {
    constexpr int count = 4;
    const Theme& theme = ui.theme();
    if (!cell.is_known) {
        const float half = rect.w * 0.1F;
        const Point middle = rect.centre();
        ui.picture().line({middle.x - half, middle.y}, {middle.x + half, middle.y}, std::max(2.0F, ui.px(2)),
                          theme.soft_ink);
        return;
    }
    const float height = std::min(rect.h, rect.w / 1.6F);
    const float width = height * 1.6F;
    const float pitch = std::round(width / count);
    const float wide = std::round(pitch * 0.78F);
    const float left = std::round(rect.centre().x - (pitch * count - (pitch - wide)) / 2);
    const float bottom = std::round(rect.centre().y + height / 2);
    for (int i = 0; i < count; ++i) {
        const float high = std::round(height * (0.3F + 0.7F * static_cast<float>(i) / (count - 1)));
        const Rect step{left + pitch * static_cast<float>(i), bottom - high, wide, high};
        const float radius = ui.px(3);
        if (i < cell.level) {
            ui.picture().fill(step, theme.good, radius);
        } else {
            ui.picture().outline(step, std::max(1.5F, ui.px(1.5F)),
                                 theme.outline > 1 ? theme.soft_ink : mixed(theme.surface, theme.soft_ink, 0.7F),
                                 radius);
        }
    }
    if (cell.to_refresh) {
        const float size = height * 0.62F;
        icon(ui, "icon-again", {left - size * 0.25F, bottom - height - size * 0.12F, size, size}, theme.ink);
    }
}

} // namespace screen
