// The look of the kit.
#include "screen/widgets.h"

#include <algorithm>
#include <cmath>

namespace screen {

namespace {

constexpr int touch_glide = 120; // ms

float points_of(Type type) {
    switch (type) {
    case Type::small:
        return text_small;
    case Type::body:
        return text_body;
    case Type::lead:
        return text_lead;
    case Type::title:
        return text_title;
    }
    return text_body;
}

float line_height_of(Type type) {
    return type == Type::title ? 1.2F : 1.4F;
}

struct Faces {
    Colour face;
    Colour ink;
    Colour edge;
};

Faces faces_of(const Ui& ui, ButtonKind kind, const Touch& touch) {
    const Theme& theme = ui.theme();
    if (kind == ButtonKind::primary) {
        const Colour face = touch.held ? theme.primary_pressed : touch.hovered ? theme.primary_hover : theme.primary;
        return {face, theme.on_primary, face};
    }
    const Colour rest = kind == ButtonKind::quiet ? faded(theme.surface, 0) : theme.surface;
    const Colour face = touch.held ? theme.surface_pressed : touch.hovered ? theme.surface_hover : rest;
    if (kind == ButtonKind::resting) {
        return {theme.surface, mixed(theme.surface, theme.soft_ink, 0.5F), faded(theme.line, 0.6F)};
    }
    const bool edge = kind == ButtonKind::normal || touch.hovered;
    return {face, theme.ink, edge ? theme.line : faded(theme.line, 0)};
}

float icon_size(const Ui& ui) {
    return ui.sized(30);
}

/// An icon and words side by side, in the middle of a rectangle or at its start.
void draw_label(Ui& ui, const Rect& rect, const Label& label, Colour ink, bool bold, bool centred) {
    const float size = label.icon.empty() ? 0 : icon_size(ui);
    const float space = label.icon.empty() || label.text.empty() ? 0 : ui.sized(10);
    const float room = rect.w - size - space - ui.sized(label.text.empty() ? 0 : 24);
    const TextBlock words = lay_out(ui.fonts(), label.text, style_of(ui, Type::body, ink, bold), std::max(room, 1.0F));
    const float width = size + space + (label.text.empty() ? 0 : words.width);
    const float left = centred ? rect.x + (rect.w - width) / 2 : rect.x + ui.sized(16);
    if (!label.icon.empty()) {
        icon(ui, label.icon, {left, rect.y + (rect.h - size) / 2, size, size}, ink);
    }
    if (!label.text.empty()) {
        const Rect place{left + size + space, rect.y, words.width, rect.h};
        draw(ui.picture(), words, {place.x, place.y + (place.h - words.height) / 2});
    }
}

} // namespace

TextStyle style_of(const Ui& ui, Type type) {
    return style_of(ui, type, ui.theme().ink, type == Type::title);
}

TextStyle style_of(const Ui& ui, Type type, Colour colour, bool bold, Align align) {
    TextStyle style;
    style.family = ui.look().dyslexic_font ? Family::dyslexic : Family::andika;
    style.px = ui.sized(points_of(type));
    style.bold = bold;
    style.colour = colour;
    style.align = align;
    style.line_height = line_height_of(type);
    style.key_face = ui.theme().surface;
    style.key_edge = ui.theme().soft_ink;
    style.key_text = ui.theme().ink;
    return style;
}

float paragraph(Ui& ui, Point at, float width, std::string_view markup, const TextStyle& style) {
    const TextBlock block = lay_out(ui.fonts(), markup, style, width);
    draw(ui.picture(), block, at);
    return block.height;
}

float paragraph_height(Ui& ui, float width, std::string_view markup, const TextStyle& style) {
    return lay_out(ui.fonts(), markup, style, width).height;
}

void panel(Ui& ui, const Rect& rect) {
    const float radius = ui.px(corner);
    ui.picture().shadow(rect.moved(0, ui.px(3)), ui.px(12), ui.theme().shadow, radius);
    ui.picture().fill(rect, ui.theme().surface, radius);
    ui.picture().outline(rect, std::max(1.0F, ui.px(ui.theme().outline)), ui.theme().line, radius);
}

void focus_ring(Ui& ui, const Rect& rect, float radius) {
    const float width = std::max(3.0F, ui.px(4));
    const float space = ui.px(3);
    ui.picture().outline(rect.inset(-width - space), width, ui.theme().focus, radius + width + space);
}

void art(Ui& ui, std::string_view name, const Rect& rect, float opacity) {
    const Area area = pixels(rect);
    if (name.empty() || area.empty()) {
        return;
    }
    ui.picture().image(ui.art().picture(name, area.w, area.h), {static_cast<float>(area.x), static_cast<float>(area.y)},
                       opacity);
}

void icon(Ui& ui, std::string_view name, const Rect& rect, Colour colour) {
    const int size = static_cast<int>(std::lround(std::min(rect.w, rect.h)));
    if (name.empty() || size <= 0) {
        return;
    }
    const Point middle = rect.centre();
    const float half = static_cast<float>(size) / 2;
    ui.picture().glyphs(ui.art().icon(name, size), {std::round(middle.x - half), std::round(middle.y - half)}, colour);
}

float button_height(const Ui& ui) {
    return ui.sized(target_size);
}

float button_width(Ui& ui, const Label& label, ButtonKind kind) {
    const TextStyle style = style_of(ui, Type::body, ui.theme().ink, kind == ButtonKind::primary);
    const float words = label.text.empty() ? 0 : lay_out(ui.fonts(), label.text, style).width;
    const float size = label.icon.empty() ? 0 : icon_size(ui);
    const float space = label.icon.empty() || label.text.empty() ? 0 : ui.sized(10);
    return std::max(std::ceil(words + size + space + ui.sized(label.text.empty() ? 22 : 40)), button_height(ui));
}

bool button(Ui& ui, std::string_view id, const Rect& rect, const Label& label, ButtonKind kind) {
    if (kind == ButtonKind::resting) {
        ui.note_place(id, rect);
    }
    const Touch touch = kind == ButtonKind::resting ? Touch{} : ui.touch(id, rect);
    const Faces faces = faces_of(ui, kind, touch);
    const float radius = ui.px(corner);
    if (kind == ButtonKind::primary && !touch.held) {
        ui.picture().shadow(rect.moved(0, ui.px(2)), ui.px(8), ui.theme().shadow, radius);
    }
    ui.picture().fill(rect, faces.face, radius);
    const float edge = std::max(1.0F, ui.px(std::max(1.5F, ui.theme().outline)));
    ui.picture().outline(rect, edge, faces.edge, radius);
    draw_label(ui, touch.held ? rect.moved(0, ui.px(1)) : rect, label, faces.ink, kind == ButtonKind::primary, true);
    if (touch.ring) {
        focus_ring(ui, rect, radius);
    }
    return touch.pressed;
}

Touch card(Ui& ui, std::string_view id, const Rect& rect, bool chosen) {
    const Touch touch = ui.touch(id, rect);
    const Theme& theme = ui.theme();
    const float lift = ui.glide(std::string(id) + "/lift", touch.hovered && !touch.held ? 1.0F : 0.0F, touch_glide);
    const float radius = ui.px(corner);
    const Colour rest = chosen ? theme.chosen : theme.surface;
    const Colour face = touch.held ? theme.surface_pressed : touch.hovered ? theme.surface_hover : rest;
    ui.picture().shadow(rect.moved(0, ui.px(2 + 3 * lift)), ui.px(8 + 8 * lift), theme.shadow, radius);
    ui.picture().fill(rect, face, radius);
    const float edge = std::max(1.0F, ui.px(chosen ? 3.0F : theme.outline));
    ui.picture().outline(rect, edge, chosen || touch.hovered ? theme.primary : theme.line, radius);
    if (touch.ring) {
        focus_ring(ui, rect, radius);
    }
    return touch;
}

bool choice(Ui& ui, std::string_view id, const Rect& rect, const Label& label, bool chosen) {
    const Touch touch = ui.touch(id, rect);
    const Theme& theme = ui.theme();
    const float radius = ui.px(corner);
    const Colour rest = chosen ? theme.primary : theme.surface;
    const Colour face = chosen ? rest : touch.held ? theme.surface_pressed : touch.hovered ? theme.surface_hover : rest;
    ui.picture().fill(rect, face, radius);
    ui.picture().outline(rect, std::max(1.0F, ui.px(std::max(1.5F, theme.outline))),
                         chosen ? theme.primary : theme.line, radius);
    draw_label(ui, rect, label, chosen ? theme.on_primary : theme.ink, chosen, true);
    if (touch.ring) {
        focus_ring(ui, rect, radius);
    }
    return touch.pressed;
}

bool toggle(Ui& ui, std::string_view id, const Rect& rect, std::string_view text, bool on) {
    const Touch touch = ui.touch(id, rect);
    const Theme& theme = ui.theme();
    const float radius = ui.px(corner);
    if (touch.hovered) {
        ui.picture().fill(rect, touch.held ? theme.surface_pressed : theme.surface_hover, radius);
    }
    const Rect track{rect.x + ui.sized(8), rect.y + (rect.h - ui.sized(32)) / 2, ui.sized(60), ui.sized(32)};
    const float share = ui.glide(std::string(id) + "/slide", on ? 1.0F : 0.0F, touch_glide);
    ui.picture().fill(track, mixed(theme.surface, theme.primary, share), track.h / 2);
    ui.picture().outline(track, std::max(2.0F, ui.px(2)), on ? theme.primary : theme.soft_ink, track.h / 2);
    const float knob = track.h / 2 - ui.sized(6);
    const float x = track.x + track.h / 2 + share * (track.w - track.h);
    ui.picture().disc({x, track.centre().y}, knob, mixed(theme.soft_ink, theme.on_primary, share));
    const TextBlock words =
        lay_out(ui.fonts(), text, style_of(ui, Type::body), rect.right() - track.right() - ui.sized(24));
    draw(ui.picture(), words, {track.right() + ui.sized(16), rect.y + (rect.h - words.height) / 2});
    if (touch.ring) {
        focus_ring(ui, rect, radius);
    }
    return touch.pressed;
}

void progress_dots(Ui& ui, const Rect& rect, std::size_t done, std::size_t count) {
    if (count == 0) {
        return;
    }
    const Theme& theme = ui.theme();
    const float most = rect.w / static_cast<float>(count);
    const float pitch = std::min(ui.px(30), most);
    const float radius = std::min(ui.px(9), pitch * 0.36F);
    for (std::size_t i = 0; i < count; ++i) {
        const Point centre{rect.x + radius + ui.px(2) + pitch * static_cast<float>(i), rect.y + rect.h / 2};
        if (i < done) {
            ui.picture().disc(centre, radius, theme.good);
        } else {
            ui.picture().ring(centre, radius, std::max(2.0F, ui.px(2)), i == done ? theme.primary : theme.soft_ink);
            if (i == done) {
                ui.picture().disc(centre, radius * 0.5F, theme.primary);
            }
        }
    }
}

void progress_bar(Ui& ui, const Rect& rect, float share) {
    const Theme& theme = ui.theme();
    const float radius = rect.h / 2;
    const bool outlined = theme.outline > 1;
    ui.picture().fill(rect, outlined ? theme.surface : mixed(theme.surface, theme.line, 0.6F), radius);
    if (outlined) {
        ui.picture().outline(rect, std::max(1.0F, ui.px(1)), theme.line, radius);
    }
    const float width = rect.w * std::clamp(share, 0.0F, 1.0F);
    if (width > 0) {
        ui.picture().fill({rect.x, rect.y, std::max(width, rect.h), rect.h}, theme.good, radius);
    }
}

namespace {

struct BubbleLook {
    Colour face;
    Colour edge;
    std::string_view icon;
};

BubbleLook look_of(const Theme& theme, BubbleKind kind) {
    switch (kind) {
    case BubbleKind::praise:
        return {theme.good_soft, theme.good, "icon-check"};
    case BubbleKind::care:
        return {theme.care_soft, theme.accent, "icon-hand"};
    case BubbleKind::hint:
        return {theme.hint_soft, theme.primary, "icon-help"};
    case BubbleKind::offer:
        return {theme.hint_soft, theme.accent, "cuckoo-wave"};
    }
    return {theme.hint_soft, theme.primary, "icon-help"};
}

/// In a narrow bubble the words have the room that the icon would take.
bool has_icon(const Ui& ui, float width) {
    return width >= ui.sized(280);
}

float bubble_text_left(const Ui& ui, float width) {
    return ui.sized(has_icon(ui, width) ? 58 : 16);
}

float bubble_text_width(const Ui& ui, float width) {
    return std::max(width - bubble_text_left(ui, width) - ui.sized(16), ui.sized(60));
}

} // namespace

float bubble_height(Ui& ui, float width, std::string_view markup) {
    const float words = paragraph_height(ui, bubble_text_width(ui, width), markup, style_of(ui, Type::body));
    return std::max(words, icon_size(ui)) + ui.sized(28);
}

float bubble(Ui& ui, Point at, float width, std::string_view markup, BubbleKind kind) {
    const BubbleLook look = look_of(ui.theme(), kind);
    const float height = bubble_height(ui, width, markup);
    const Rect rect{at.x, at.y, width, height};
    const float radius = ui.px(corner);
    ui.picture().fill(rect, look.face, radius);
    ui.picture().outline(rect, std::max(1.0F, ui.px(1.5F)), look.edge, radius);
    const float size = icon_size(ui);
    if (has_icon(ui, width)) {
        const Rect sign{at.x + ui.sized(14), at.y + ui.sized(14), size, size};
        if (kind == BubbleKind::offer) {
            art(ui, look.icon, sign.inset(-ui.sized(8)));
        } else {
            icon(ui, look.icon, sign, ui.theme().ink);
        }
    }
    paragraph(ui, {at.x + bubble_text_left(ui, width), at.y + ui.sized(14)}, bubble_text_width(ui, width), markup,
              style_of(ui, Type::body));
    return height;
}

} // namespace screen
