// The controls of pages as browsers draw them: native boxes to tick, choices with an arrow, a button that chooses a
// file; and the bubble that tells what is wrong with a value.
#include "screen/stage/browser_parts.h"
#include "screen/web/web_fonts.h"

#include <algorithm>
#include <cmath>

namespace screen {

using world::BrowserTab;
using world::Target;

namespace {

constexpr Colour control_face = hex(0xE9E9ED);
constexpr Colour control_hover = hex(0xD8D8DE);
constexpr Colour control_edge = hex(0x767680);
constexpr Colour control_on = hex(0x0B57D0);
constexpr Colour control_ink = hex(0x1A1A1A);
constexpr Colour empty_ink = hex(0x5C5C66);
constexpr Colour marked = hex(0xA9D0FA);
constexpr Colour off_face = hex(0xEFEFEF);
constexpr Colour off_ink = hex(0x8E8E93);

// A text in the middle of a rectangle's height, cut where it is too long.
void put_text(const Kit& kit, std::string_view text, const Rect& rect, const TextStyle& style) {
    kit.line(text, rect, style);
}

void paint_box(const Kit& kit, const Target& target, const WebControl& control) {
    const bool is_round = control.kind == WebControlKind::radio;
    const Rect& box = control.room;
    const float side = std::min(box.w, box.h);
    const float radius = is_round ? side / 2 : side * 0.16F;
    const bool hovered = kit.feel(target, control.box).hovered;
    const Colour edge = !target.enabled ? off_ink : hovered ? mixed(control_edge, control_ink, 0.5F) : control_edge;
    const float line = std::max(side / 12, 1.0F);
    Picture& picture = kit.picture();
    if (target.on && !is_round) {
        picture.fill(box, target.enabled ? control_on : off_ink, radius);
        const Point c = box.centre();
        picture.stroke({{c.x - side * 0.26F, c.y + side * 0.02F},
                        {c.x - side * 0.07F, c.y + side * 0.21F},
                        {c.x + side * 0.27F, c.y - side * 0.2F}},
                       std::max(side * 0.12F, 1.5F), hex(0xFFFFFF));
        return;
    }
    picture.fill(box, target.enabled ? hex(0xFFFFFF) : off_face, radius);
    picture.outline(box, target.on ? line * 1.4F : line, target.on ? control_on : edge, radius);
    if (target.on) {
        picture.disc(box.centre(), side * 0.28F, target.enabled ? control_on : off_ink);
    }
}

void paint_choice(const Kit& kit, const Target& target, const WebControl& control) {
    const Rect& room = control.room;
    const float arrow = std::max(room.h * 0.2F, 3.0F);
    const Point c{room.right() - arrow * 1.6F, room.centre().y};
    kit.picture().stroke({{c.x - arrow, c.y - arrow / 2}, {c.x, c.y + arrow / 2}, {c.x + arrow, c.y - arrow / 2}},
                         std::max(arrow * 0.35F, 1.5F), target.enabled ? control.colour : off_ink);
    put_text(kit, kit.words(target.words), {room.x, room.y, room.w - arrow * 3.6F, room.h},
             style_of(control.font, target.enabled ? control.colour : off_ink));
}

void paint_file(const Kit& kit, const BrowserTab& tab, const Target& target, const WebControl& control) {
    const TextStyle style = style_of(control.font, control_ink);
    const std::string words = kit.say("desk.web.choose-file");
    const float width = kit.text_width(words, style) + style.px * 1.4F;
    const Rect button{control.room.x, control.room.y, std::min(width, control.room.w), control.room.h};
    const Feel feel = kit.feel(target, control.box);
    const float radius = style.px * 0.22F;
    kit.picture().fill(button, feel.hovered ? control_hover : control_face, radius);
    kit.picture().outline(button, 1, control_edge, radius);
    put_text(kit, words, {button.x + style.px * 0.7F, button.y, button.w, button.h}, style);
    const std::string file = world::element_state(tab, target.name).file;
    const float left = button.right() + style.px * 0.5F;
    put_text(kit, file.empty() ? kit.say("desk.web.no-file") : file,
             {left, button.y, control.room.right() - left, button.h}, style_of(control.font, control.colour));
}

} // namespace

void paint_web_control(Kit& kit, const BrowserTab& tab, const Target& target, const WebControl& control) {
    switch (control.kind) {
    case WebControlKind::tick:
    case WebControlKind::radio:
        return paint_box(kit, target, control);
    case WebControlKind::choice:
        return paint_choice(kit, target, control);
    case WebControlKind::file:
        return paint_file(kit, tab, target, control);
    case WebControlKind::field:
    case WebControlKind::area:
        break;
    }
    const std::string local = target.name.substr(target.name.find('/') + 1);
    const world::Page* page = target.name.starts_with("popup/") ? tab.popup.get() : tab.page.get();
    const world::PageElement* element = page != nullptr ? world::find_element(*page, local) : nullptr;
    FieldText look;
    look.letters = style_of(control.font, target.enabled ? control.colour : off_ink);
    look.letters.line_height = 1.35F;
    look.empty = element != nullptr ? element->placeholder : std::string();
    look.empty_ink = empty_ink;
    look.marked = marked;
    kit.field_text(target, control.room, look);
}

void paint_web_fault(Kit& kit, const Target& target, const Rect& field, const Rect& room) {
    const std::string words = kit.words(target.details.front());
    const TextStyle style = kit.style(17, hex(0x1A1A1A));
    const float icon = kit.px(26);
    const float margin = kit.px(12);
    const float widest = std::min(kit.px(380), room.w - 2 * margin);
    const float text_width = std::min(kit.text_width(words, style) + 1, widest - icon - 3 * margin);
    const float height = std::max(kit.paragraph_height(words, text_width, style), icon) + 2 * margin;
    const float width = text_width + icon + 3 * margin;
    const float tip = kit.px(9);
    const float left = std::clamp(field.x, room.x + margin, std::max(room.right() - width - margin, room.x + margin));
    const bool is_below = field.bottom() + tip + height < room.bottom() || field.y - tip - height < room.y;
    const Rect box{left, is_below ? field.bottom() + tip : field.y - tip - height, width, height};
    const float x = std::min(field.x + kit.px(26), box.right() - kit.px(20));
    const float edge = is_below ? box.y : box.bottom();
    const float point = is_below ? box.y - tip : box.bottom() + tip;
    Picture& picture = kit.picture();
    picture.shadow(box.moved(0, kit.px(2)), kit.px(10), hex(0x000000, 90), kit.px(6));
    picture.fill(box, hex(0xFFFFFF), kit.px(6));
    picture.outline(box, 1, hex(0xB4B4BC), kit.px(6));
    picture.polygon({{x - tip, edge}, {x, point}, {x + tip, edge}}, hex(0xFFFFFF));
    picture.line({x - tip, edge}, {x, point}, 1, hex(0xB4B4BC));
    picture.line({x, point}, {x + tip, edge}, 1, hex(0xB4B4BC));
    const Rect sign{box.x + margin, box.y + (box.h - icon) / 2, icon, icon};
    picture.fill(sign, hex(0xE8710A), kit.px(4));
    const Point c = sign.centre();
    picture.line({c.x, sign.y + icon * 0.24F}, {c.x, sign.y + icon * 0.55F}, icon * 0.13F, hex(0xFFFFFF));
    picture.disc({c.x, sign.y + icon * 0.76F}, icon * 0.08F, hex(0xFFFFFF));
    const float text_height = kit.paragraph_height(words, text_width, style);
    kit.paragraph(words, {sign.right() + margin, box.y + (box.h - text_height) / 2}, text_width, style);
}

} // namespace screen
