// What help looks like wherever it is shown: the part that is lit, and the caps of the keys to be pressed.
#include "screen/stage/painters.h"

#include <algorithm>
#include <cmath>

namespace screen {

Colour help_colour(const Stage& stage) {
    return stage.ui.look().high_contrast ? warm(stage.theme()) : hex(0xD9680B);
}

void light(const Stage& stage, const Rect& area, const Rect& room, float swell) {
    const bool strong = stage.ui.look().high_contrast;
    const float edge = std::max(4.0F, stage.px(strong ? 8 : 5));
    const float inset = edge / 2;
    const float left = std::clamp(area.x, room.x + inset, room.right() - inset);
    const float top = std::clamp(area.y, room.y + inset, room.bottom() - inset);
    const Rect lit{left, top, std::min(area.right(), room.right() - inset) - left,
                   std::min(area.bottom(), room.bottom() - inset) - top};
    const Colour veil = hex(0x1F2A44, strong ? 0 : 64);
    Picture& picture = stage.picture();
    picture.fill({room.x, room.y, room.w, lit.y - room.y}, veil);
    picture.fill({room.x, lit.bottom(), room.w, room.bottom() - lit.bottom()}, veil);
    picture.fill({room.x, lit.y, lit.x - room.x, lit.h}, veil);
    picture.fill({lit.right(), lit.y, room.right() - lit.right(), lit.h}, veil);
    const Colour colour = help_colour(stage);
    const float radius = stage.px(10);
    constexpr int rings = 4;
    const float step = stage.px(2.5) + swell * stage.px(1.5);
    for (int ring = 0; ring < rings; ++ring) { // fades away
        const float away = edge + step * static_cast<float>(ring + 1);
        picture.outline(lit.inset(-away), step, faded(colour, 0.36F - 0.09F * static_cast<float>(ring)), radius + away);
    }
    picture.outline(lit.inset(-edge), edge, colour, radius);
    stage.ui.note_place("help/area", lit);
}

Rect place_beside(const Stage& stage, const Rect& rect, float width, float height) {
    const float away = stage.px(18);
    const float margin = stage.px(6);
    float x = rect.right() + away;
    float y = rect.centre().y - height / 2;
    if (x + width > stage.rect.right() - margin) {
        x = rect.x - away - width;
    }
    if (x < stage.rect.x + margin) {
        x = std::clamp(rect.centre().x - width / 2, stage.rect.x + away, stage.rect.right() - width - away);
        y = rect.bottom() + away + height > stage.rect.bottom() ? rect.y - away - height : rect.bottom() + away;
    }
    y = std::clamp(y, stage.rect.y + margin, stage.rect.bottom() - height - margin);
    return {std::round(x), std::round(y), width, height};
}

void key_caps_beside(const Stage& stage, const std::vector<std::string>& caps, const Rect& rect) {
    if (caps.empty()) {
        return;
    }
    std::string markup;
    for (const std::string& cap : caps) {
        markup += (markup.empty() ? "[" : " + [") + escaped(cap) + "]";
    }
    const Theme& theme = stage.theme();
    const TextBlock words = lay_out(stage.ui.fonts(), markup, readable(stage, text_style(stage, 30, theme.ink, true)));
    const float margin = stage.px(16);
    const Rect card = place_beside(stage, rect, words.width + 2 * margin, words.height + 2 * margin);
    const float radius = stage.px(14);
    stage.picture().shadow(card.moved(0, stage.px(3)), stage.px(10), theme.shadow, radius);
    stage.picture().fill(card, theme.surface, radius);
    stage.picture().outline(card, std::max(2.0F, stage.px(2.5)), help_colour(stage), radius);
    draw(stage.picture(), words, {card.x + margin, card.y + margin});
    stage.ui.note_place("help/keys", card);
}

} // namespace screen
