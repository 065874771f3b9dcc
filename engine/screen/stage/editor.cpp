// Draws the text editor: its toolbar, a sheet to write on, and in front of it where to keep the text.
#include "screen/stage/desk_kit.h"

#include <algorithm>
#include <cmath>

namespace screen {

namespace {

constexpr double row_high = 48; // units, as all here
constexpr double panel_width = 480;
constexpr double place_high = 40;
constexpr double margin = 20;

/// A place to keep the text in: its round button, icon and name.
void paint_place(Kit& kit, const world::Target& place, const Rect& rect) {
    const DeskColours& colours = kit.colours();
    const Feel feel = kit.feel(place, rect);
    const Colour ground = place.on ? colours.chosen : feel.hovered || feel.pressed ? colours.hover : colours.menu;
    kit.picture().fill(rect, ground, kit.px(6));
    const Colour ink = place.on ? colours.chosen_ink : colours.ink;
    const float round = kit.px(18);
    const Rect ring{rect.x + kit.px(10), rect.y + (rect.h - round) / 2, round, round};
    kit.picture().fill(ring, colours.field, round / 2);
    kit.picture().outline(ring, std::max(1.5F, kit.px(1.6)), place.on ? colours.accent : colours.field_line, round / 2);
    if (place.on) {
        kit.picture().fill(ring.inset(kit.px(5)), colours.accent, round / 2);
    }
    kit.symbol(place.picture, {ring.right() + kit.px(10), rect.y, kit.px(26), rect.h}, 24, ink);
    const float left = ring.right() + kit.px(46);
    kit.line(kit.words(place.words), {left, rect.y, rect.right() - left - kit.px(8), rect.h}, kit.style(18, ink));
    kit.note(place, rect);
}

void paint_buttons(Kit& kit, const Rect& rect) {
    const std::vector<const world::Target*> buttons = kit.part("save-as-buttons");
    float right = rect.right();
    for (auto button = buttons.rbegin(); button != buttons.rend(); ++button) {
        const float wide = std::max(kit.button_width(**button, true), kit.px(120));
        kit.button(**button, {right - wide, rect.y, wide, rect.h}, true);
        right -= wide + kit.px(10);
    }
}

/// Where and under which name: as the question of every editor, in front of the text.
void paint_save_as(Kit& kit, const Rect& room) {
    const world::Target* name = kit.find("save-as/name");
    if (name == nullptr) {
        return;
    }
    const DeskColours& colours = kit.colours();
    kit.picture().fill(room, faded(colours.shadow, 0.45F));
    const std::vector<const world::Target*> places = kit.part("save-as-places");
    const float inner = kit.px(margin);
    const float wide = std::min(kit.px(panel_width), room.w - 2 * inner);
    const std::string fault = name->details.empty() ? std::string() : kit.words(name->details.front());
    const TextStyle warned = kit.style(17, colours.warning_ink);
    const float word = fault.empty() ? 0 : kit.paragraph_height(fault, wide - 3 * inner, warned) + kit.px(14);
    const float line = kit.px(32);
    const float fixed = 2 * inner + line + line + kit.px(42) + word + line + kit.px(14) + kit.px(42);
    const float most = room.h - 2 * kit.px(6);
    const auto count = std::max(1.0F, static_cast<float>(places.size()));
    const float place_row = std::min(kit.px(place_high), (most - fixed) / count);
    const float high = fixed + place_row * static_cast<float>(places.size());
    const Rect panel{std::round(room.x + (room.w - wide) / 2), std::round(room.y + std::max(0.0F, (room.h - high) / 2)),
                     wide, high};
    kit.picture().fill(panel, colours.menu, kit.px(10));
    kit.picture().outline(panel, std::max(1.0F, kit.px(1.2)), colours.line, kit.px(10));

    Rect next{panel.x + inner, panel.y + inner, wide - 2 * inner, line};
    kit.line(kit.say("desk.editor.save-title"), next, kit.style(20, colours.ink, true));
    next.y += line;
    kit.line(kit.say("desk.editor.name"), next, kit.style(17, colours.soft_ink));
    next.y += line;
    kit.field(*name, {next.x, next.y, next.w, kit.px(40)}, "desk.editor.name-hint");
    next.y += kit.px(42);
    if (!fault.empty()) {
        kit.picture().fill({next.x, next.y + kit.px(4), next.w, word - kit.px(6)}, colours.warning, kit.px(5));
        kit.paragraph(fault, {next.x + inner / 2, next.y + kit.px(8)}, wide - 3 * inner, warned);
        next.y += word;
    }
    kit.line(kit.say("desk.editor.where"), next, kit.style(17, colours.soft_ink));
    next.y += line;
    for (const world::Target* place : places) {
        paint_place(kit, *place, {next.x, next.y, next.w, place_row - kit.px(2)});
        next.y += place_row;
    }
    paint_buttons(kit, {next.x, next.y + kit.px(14), next.w, kit.px(42)});
}

} // namespace

void paint_program(Kit& kit, const world::Editor& /*editor*/, const Rect& room) {
    const DeskColours& colours = kit.colours();
    const Rect tools{room.x, room.y, room.w, std::round(kit.px(row_high))};
    kit.picture().fill(room, colours.field);
    kit.picture().fill(tools, colours.chrome);
    kit.toolbar({tools.x + kit.px(8), tools.y, tools.w - kit.px(16), tools.h});
    kit.divider({room.x, tools.bottom() - kit.px(1), room.w, kit.px(1)});
    if (const world::Target* body = kit.find("body")) {
        kit.field(*body, {room.x + kit.px(8), tools.bottom(), room.w - kit.px(8), room.bottom() - tools.bottom()}, {},
                  false);
    }
    paint_save_as(kit, {room.x, tools.bottom(), room.w, room.bottom() - tools.bottom()});
}

} // namespace screen
