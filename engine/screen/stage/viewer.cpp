// Draws the viewer: a picture on a quiet ground, a document as a sheet of paper, or a word about a risky file.
#include "screen/stage/desk_kit.h"

#include <algorithm>
#include <cmath>

namespace screen {

namespace {

constexpr double row_high = 48; // units, as all here
constexpr double paper_width = 560;
constexpr double paper_margin = 44;
constexpr Colour paper{255, 255, 255, 255};
constexpr Colour paper_ink{30, 30, 34, 255};

Colour ground_of(const Kit& kit) {
    return mixed(kit.colours().side, kit.colours().ink, 0.06F);
}

/// The picture in the middle; what is larger than the window can be scrolled.
void paint_picture(Kit& kit, const world::Viewer& viewer, const world::Target& target, const Rect& room) {
    const auto scale = static_cast<float>(world::scale_of(viewer));
    const float fitting = std::min(room.w, room.h) - kit.px(48);
    const float side = std::max(kit.px(40), fitting * scale);
    const float content = std::max(room.h, side + kit.px(48));
    const ScrollPart part = kit.scroll("picture", room, content);
    const Rect place{part.room().x + (part.room().w - side) / 2, part.top() + (content - side) / 2, side, side};
    const double units = side / kit.px(1);
    kit.picture().fill(place, paper, kit.px(4));
    kit.art(target.picture, place, units * 0.94);
    kit.note(target, place);
}

void paint_page(Kit& kit, const world::Viewer& viewer, const world::Target& target, const Rect& room) {
    const double scale = std::clamp(world::scale_of(viewer), 0.7, 2.0);
    const TextStyle letters = kit.style(18 * scale, paper_ink);
    const float wide = std::min(kit.px(paper_width * scale), room.w - kit.px(40));
    const float inner = std::min(kit.px(paper_margin * scale), wide / 8);
    const std::string text = kit.words(target.words);
    const float words = kit.paragraph_height(text, wide - 2 * inner, letters);
    const float high = std::max(wide * 1.3F, words + 2 * inner);
    const ScrollPart part = kit.scroll("page", room, high + kit.px(40));
    const Rect sheet{std::round(part.room().x + (part.room().w - wide) / 2), part.top() + kit.px(20), wide, high};
    kit.picture().fill(sheet.moved(0, kit.px(3)), faded(kit.colours().shadow, 0.5F), kit.px(2));
    kit.picture().fill(sheet, paper, kit.px(2));
    kit.paragraph(text, {sheet.x + inner, sheet.y + inner}, wide - 2 * inner, letters);
    kit.note(target, sheet);
}

/// What is said of a risky file, and what can be done now.
void paint_word(Kit& kit, std::string_view id, const Rect& room) {
    const DeskColours& colours = kit.colours();
    kit.picture().fill(room, colours.surface);
    const float wide = std::min(kit.px(560), room.w - kit.px(48));
    const float left = std::round(room.x + (room.w - wide) / 2);
    const float top = room.y + std::max(kit.px(24), room.h * 0.12F);
    const bool is_plain = kit.part("warning").empty();
    kit.icon("icon-warning", {left, top, kit.px(56), kit.px(56)}, 52, is_plain ? colours.soft_ink : colours.danger);
    float y = top + kit.px(70);
    y += kit.paragraph(kit.say(std::string(id) + (is_plain ? "" : ".title")), {left, y}, wide,
                       kit.style(24, colours.ink, true));
    if (!is_plain) {
        y += kit.px(12);
        y += kit.paragraph(kit.say(std::string(id) + ".text"), {left, y}, wide, kit.style(19, colours.ink));
    }
    float x = left;
    for (const world::Target* button : kit.part("warning")) {
        const float size = std::max(kit.button_width(*button, true), kit.px(140));
        kit.button(*button, {x, y + kit.px(26), size, kit.px(44)}, true);
        x += size + kit.px(12);
    }
}

std::string_view word_of(world::ViewerPage page) {
    switch (page) {
    case world::ViewerPage::blocked:
        return "desk.viewer.blocked";
    case world::ViewerPage::warning:
        return "desk.viewer.warning";
    case world::ViewerPage::fallen:
        return "desk.viewer.fallen";
    default:
        return "desk.viewer.gone";
    }
}

} // namespace

void paint_program(Kit& kit, const world::Viewer& viewer, const Rect& room) {
    const world::ViewerPage page = world::page_of(viewer, kit.desk());
    if (page != world::ViewerPage::picture && page != world::ViewerPage::text) {
        return paint_word(kit, word_of(page), room);
    }
    const Rect tools{room.x, room.y, room.w, std::round(kit.px(row_high))};
    const Rect main{room.x, tools.bottom(), room.w, room.bottom() - tools.bottom()};
    kit.picture().fill(tools, kit.colours().chrome);
    kit.toolbar({tools.x + kit.px(8), tools.y, tools.w - kit.px(16), tools.h});
    kit.picture().fill(main, ground_of(kit));
    kit.divider({main.x, main.y - kit.px(1), main.w, kit.px(1)});
    if (page == world::ViewerPage::picture) {
        paint_picture(kit, viewer, *kit.find("picture"), main);
    } else {
        paint_page(kit, viewer, *kit.find("page"), main);
    }
}

} // namespace screen
