// How each role looks: buttons, tick boxes, tabs, headings, links, entries of menus.
#include "screen/stage/desk_kit.h"

#include <algorithm>
#include <cmath>

namespace screen {

using world::Role;
using world::Target;

namespace {

constexpr double words_size = 17; // units, as all here
constexpr double icon_size = 24;
constexpr double side_margin = 11;
constexpr double beside_icon = 8;
constexpr float faint = 0.45F;

} // namespace

float Kit::button_width(const Target& target, bool with_words) const {
    const std::string text = words(target.words);
    const bool has_icon = !target.picture.empty();
    if (!with_words && has_icon) {
        return px(icon_size + 2 * side_margin - 2);
    }
    const bool is_framed = target.strong || !has_icon;
    const float icon_part = has_icon ? px(icon_size + beside_icon) : 0;
    return std::ceil(text_width(text, style(words_size, colours_.ink, target.strong)) + icon_part +
                     px(2 * (is_framed ? side_margin + 6 : side_margin)));
}

void Kit::button(const Target& target, const Rect& rect, bool with_words) {
    draw_button(target, rect, with_words);
    note_piece(target, rect, with_words || target.picture.empty() ? std::string() : words(target.words));
    if (shows_focus(target)) {
        focus_mark(rect, px(6));
    }
}

void Kit::draw_button(const Target& target, const Rect& rect, bool with_words) {
    const Feel touched = feel(target, rect);
    const bool has_icon = !target.picture.empty();
    const float radius = px(6);
    const bool is_framed = !has_icon && !target.strong;
    Colour ink = target.enabled ? colours_.ink : colours_.faint_ink;
    if (target.strong && target.enabled) {
        const Colour face = touched.pressed   ? mixed(colours_.accent, colours_.ink, 0.35F)
                            : touched.hovered ? mixed(colours_.accent, colours_.surface, 0.12F)
                                              : colours_.accent;
        picture().fill(rect, face, radius);
        ink = colours_.on_accent;
    } else {
        const Colour rest = target.on ? colours_.pressed : is_framed ? colours_.surface : faded(colours_.surface, 0);
        const Colour face = touched.pressed ? colours_.pressed : touched.hovered ? colours_.hover : rest;
        picture().fill(rect, face, radius);
        if (is_framed || (target.on && ui().look().high_contrast)) {
            picture().outline(rect, std::max(1.0F, px(1)), target.enabled ? colours_.field_line : colours_.line,
                              radius);
        }
    }
    if (touched.lit) {
        picture().outline(rect, std::max(2.0F, px(2)), colours_.accent, radius);
    }
    const std::string text = with_words || !has_icon ? words(target.words) : std::string();
    const TextStyle letters = style(words_size, ink, target.strong);
    const float icon_part = has_icon ? px(icon_size) : 0;
    const float space = has_icon && !text.empty() ? px(beside_icon) : 0;
    const float room = rect.w - icon_part - space - px(side_margin);
    const float wide = text.empty() ? 0 : std::min(std::ceil(text_width(text, letters)), room);
    float x = std::round(rect.x + (rect.w - icon_part - space - wide) / 2);
    if (has_icon) {
        symbol(target.picture, {x, rect.y, icon_part, rect.h}, icon_size, ink, target.enabled ? 1 : faint);
        x += icon_part + space;
    }
    line(text, {x, rect.y, wide + 1, rect.h}, letters);
}

void Kit::draw_tick(const Target& target, const Rect& rect) {
    const Feel touched = feel(target, rect);
    const float side = std::round(px(22));
    const Rect box{rect.x + px(2), std::round(rect.y + (rect.h - side) / 2), side, side};
    const bool is_round = target.role == Role::radio;
    const float radius = is_round ? side / 2 : px(4);
    const Colour edge = target.enabled ? (touched.hovered ? colours_.accent : colours_.field_line) : colours_.line;
    const Colour rest = touched.hovered ? colours_.hover : colours_.field;
    picture().fill(box, target.on ? colours_.accent : rest, radius);
    picture().outline(box, std::max(1.0F, px(touched.hovered ? 2 : 1.5)), target.on ? colours_.accent : edge, radius);
    const Point c = box.centre();
    if (target.on && is_round) {
        picture().disc(c, side * 0.22F, colours_.on_accent);
    } else if (target.on) {
        picture().stroke({{c.x - side * 0.26F, c.y + side * 0.02F},
                          {c.x - side * 0.06F, c.y + side * 0.22F},
                          {c.x + side * 0.28F, c.y - side * 0.2F}},
                         std::max(2.0F, px(2.4)), colours_.on_accent);
    }
    const float left = box.right() + px(10);
    line(words(target.words), {left, rect.y, rect.right() - left, rect.h},
         style(18, target.enabled ? colours_.ink : colours_.faint_ink));
}

void Kit::draw_choice(const Target& target, const Rect& rect) {
    const Feel touched = feel(target, rect);
    const float radius = px(5);
    picture().fill(rect,
                   touched.pressed   ? colours_.pressed
                   : touched.hovered ? colours_.hover
                                     : colours_.field,
                   radius);
    picture().outline(rect, std::max(1.0F, px(1.2)), colours_.field_line, radius);
    const Colour ink = target.enabled ? colours_.ink : colours_.faint_ink;
    const Point c{rect.right() - px(18), rect.centre().y};
    picture().stroke({{c.x - px(5), c.y - px(2.5)}, {c.x, c.y + px(2.5)}, {c.x + px(5), c.y - px(2.5)}},
                     std::max(1.5F, px(2)), ink);
    line(words(target.words), {rect.x + px(12), rect.y, rect.w - px(44), rect.h}, style(18, ink));
}

void Kit::draw_tab(const Target& target, const Rect& rect) {
    const Feel touched = feel(target, rect);
    const float radius = px(8);
    const Colour face = target.on ? colours_.surface : touched.hovered ? colours_.hover : faded(colours_.surface, 0);
    const Rect shape{rect.x, rect.y, rect.w, rect.h + (target.on ? radius : 0)};
    {
        const Clipped clip(picture(), rect);
        picture().fill(shape, face, radius);
        if (target.on) {
            picture().outline(shape, std::max(1.0F, px(1)), colours_.line, radius);
        }
    }
    const float icon_part = target.picture.empty() ? 0 : px(28);
    if (!target.picture.empty()) {
        symbol(target.picture, {rect.x + px(8), rect.y, px(24), rect.h}, 20, colours_.ink);
    }
    line(words(target.words), {rect.x + px(12) + icon_part, rect.y, rect.w - px(24) - icon_part, rect.h},
         style(16, target.on ? colours_.ink : colours_.soft_ink));
}

void Kit::draw_heading(const Target& target, const Rect& rect) {
    const Feel touched = feel(target, rect);
    if (touched.hovered || touched.pressed) {
        picture().fill(rect, touched.pressed ? colours_.pressed : colours_.hover, px(4));
    }
    const std::string text = words(target.words);
    const TextStyle letters = style(15.5, colours_.soft_ink, target.on);
    line(text, {rect.x + px(8), rect.y, rect.w - px(26), rect.h}, letters);
    if (target.on) {
        const float x = std::min(rect.x + px(16) + text_width(text, letters), rect.right() - px(14)) + px(4);
        const float y = rect.centre().y;
        const float tip = px(target.strong ? 2.5 : -2.5);
        picture().stroke({{x - px(5), y - tip}, {x, y + tip}, {x + px(5), y - tip}}, std::max(1.5F, px(1.8)),
                         colours_.soft_ink);
    }
}

void Kit::draw_link(const Target& target, const Rect& rect) {
    const Feel touched = feel(target, rect);
    const std::string text = words(target.words);
    const TextStyle letters = style(18, target.enabled ? colours_.link : colours_.faint_ink, target.strong);
    line(text, rect, letters);
    const float wide = std::min(text_width(text, letters), rect.w);
    const float thick = std::max(1.0F, px(touched.hovered ? 2 : 1));
    picture().fill({rect.x, std::round(rect.centre().y + px(10)), wide, thick}, letters.colour);
}

void Kit::draw_menu_item(const Target& target, const Rect& rect) {
    const Feel touched = feel(target, rect);
    if (target.enabled && (touched.hovered || touched.focused)) {
        picture().fill(rect, touched.pressed ? colours_.pressed : colours_.hover, px(5));
    }
    const Colour ink = target.enabled ? colours_.ink : colours_.faint_ink;
    const float left = rect.x + px(44);
    symbol(target.picture, {rect.x + px(10), rect.y, px(24), rect.h}, 22, ink, target.enabled ? 1 : faint);
    if (target.on) {
        icon("icon-check", {rect.x + px(10), rect.y, px(24), rect.h}, 20, ink);
    }
    float right = rect.right() - px(12);
    if (!target.details.empty()) {
        const TextStyle small = style(15, target.enabled ? colours_.soft_ink : colours_.faint_ink, false, Align::end);
        const std::string keys = words(target.details.front());
        const float wide = text_width(keys, small) + px(2);
        line(keys, {right - wide, rect.y, wide, rect.h}, small);
        right -= wide + px(16);
    }
    line(words(target.words), {left, rect.y, right - left, rect.h}, style(18, ink));
}

void Kit::put(const Target& target, const Rect& rect) {
    switch (target.role) {
    case Role::button:
        return button(target, rect, true);
    case Role::field:
    case Role::area:
        return field(target, rect);
    case Role::tick:
    case Role::radio:
        draw_tick(target, rect);
        break;
    case Role::choice:
        draw_choice(target, rect);
        break;
    case Role::tab:
        draw_tab(target, rect);
        break;
    case Role::heading:
        draw_heading(target, rect);
        break;
    case Role::link:
        draw_link(target, rect);
        break;
    case Role::menu_item:
        draw_menu_item(target, rect);
        break;
    case Role::item:
        draw_row(target, rect);
        break;
    case Role::place:
        draw_place(target, rect);
        break;
    case Role::label:
        line(words(target.words), rect, style());
        break;
    case Role::window:
    case Role::title:
    case Role::grip:
    case Role::ground:
        break;
    }
    note(target, rect);
}

} // namespace screen
