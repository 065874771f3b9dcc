// Draws the menu that the right button opens, as desktops draw it.
#include "screen/stage/pointer_parts.h"

namespace screen {

using world::PointerPractice;

void paint_menu(const Stage& stage, const PointerPractice& practice, const Aim& aim, bool point_out) {
    const Theme& theme = stage.theme();
    Picture& picture = stage.picture();
    const Rect frame = stage.at(practice.menu.frame);
    const float radius = stage.px(10);
    picture.shadow(frame.moved(0, stage.px(6)), stage.px(18), mixed(theme.shadow, hex(0x000000, 90), 0.5F), radius);
    picture.fill(frame, theme.surface, radius);
    picture.outline(frame, std::max(1.0F, stage.px(theme.outline)), mixed(theme.line, theme.ink, 0.3F), radius);

    const std::vector<std::string>& items = practice.things[practice.menu.thing].items;
    const std::size_t hovered = world::menu_item_under_pointer(practice);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Rect row = stage.at(world::menu_item(practice, i));
        const Rect face = Rect{row.x + stage.px(6), row.y + stage.px(2), row.w - stage.px(12), row.h - stage.px(4)};
        const bool is_meant = !point_out || aim.item == world::no_thing || aim.item == i;
        if (i == hovered) {
            picture.fill(face, theme.primary, stage.px(7));
        }
        const Colour ink = i == hovered ? theme.on_primary : theme.ink;
        const TextStyle style = readable(stage, text_style(stage, 22, faded(ink, is_meant ? 1 : 0.5F)));
        const TextBlock words = fitted(stage, items[i], style, face.w - stage.px(28), face.h);
        draw(picture, words, {face.x + stage.px(14), face.y + (face.h - words.height) / 2});
    }
}

} // namespace screen
