// Draws the keyboard: its keys in the soft colours of the fingers, what stands on their caps, and what to press now.
#include "base/text.h"
#include "screen/stage/keyboard_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screen {

using world::KeyboardPractice;
using world::LayoutKey;

namespace {

constexpr double keyboard_top = 356; // units
constexpr double keyboard_side = 22;
constexpr double letter_block = 15; // key widths; the arrows and their neighbours lie beyond

float gap_of(const KeyPlan& plan) {
    return std::max(1.0F, plan.pitch * 0.045F);
}

float radius_of(const KeyPlan& plan) {
    return plan.pitch * 0.14F;
}

bool is_letter(const LayoutKey& key) {
    return !key.plain.empty() && key.plain != key.shift && base::lower(key.shift) == key.plain &&
           base::length(key.plain) == 1;
}

/// How a key stands there.
struct KeyLook {
    Colour face;
    Colour ink;
    Colour edge;
    bool pressed = false;
};

KeyLook look_of(const Theme& theme, const LayoutKey& key, bool pressed) {
    const Colour tint = finger_tint(theme, key.finger);
    const Colour face = pressed ? mixed(tint, theme.ink, theme.outline > 1 ? 0.2F : 0.14F) : tint;
    return {face, theme.ink, mixed(tint, theme.ink, theme.outline > 1 ? 0.55F : 0.34F), pressed};
}

/// The tall Enter key is narrower below: a second, lower part of it.
void fill_key(const Stage& stage, const KeyPlan& plan, const LayoutKey& key, const Rect& rect, Colour colour) {
    Picture& picture = stage.picture();
    const float radius = radius_of(plan);
    if (key.notch <= 0) {
        picture.fill(rect, colour, radius);
        return;
    }
    const float notch = static_cast<float>(key.notch) * plan.pitch;
    const float upper = plan.pitch - 2 * gap_of(plan);
    picture.fill({rect.x, rect.y, rect.w, upper}, colour, radius);
    picture.fill({rect.x + notch, rect.y, rect.w - notch, rect.h}, colour, radius);
}

void draw_face(const Stage& stage, const KeyPlan& plan, const LayoutKey& key, const KeyLook& look) {
    const Rect rect = plan.of(key).inset(gap_of(plan));
    const float depth = std::max(1.0F, plan.pitch * 0.05F);
    fill_key(stage, plan, key, rect, look.edge);
    const float sunk = look.pressed ? depth : 0;
    const Rect face{rect.x + 1, rect.y + 1 + sunk, rect.w - 2, rect.h - 2 - depth};
    fill_key(stage, plan, key, face, look.face);
    if (key.code == "KeyF" || key.code == "KeyJ") { // the little bar that index fingers feel
        const float width = plan.pitch * 0.26F;
        stage.picture().fill({face.centre().x - width / 2, face.bottom() - plan.pitch * 0.13F, width,
                              std::max(2.0F, plan.pitch * 0.05F)},
                             look.edge, 1);
    }
}

TextStyle cap_style(const Stage& stage, const KeyPlan& plan, float share, Colour ink, bool bold = false) {
    TextStyle style = style_of(stage.ui, Type::body, ink, bold);
    style.px = plan.pitch * share;
    return style;
}

enum class Corner { top_left, bottom_left, bottom_right, top_right };

void draw_sign(const Stage& stage, const KeyPlan& plan, const Rect& face, std::string_view text, Corner corner_at,
               float share, Colour ink, bool bold) {
    if (text.empty()) {
        return;
    }
    const TextBlock sign = lay_out_plain(stage.ui.fonts(), text, cap_style(stage, plan, share, ink, bold));
    const float beside = plan.pitch * 0.13F;
    const bool right = corner_at == Corner::bottom_right || corner_at == Corner::top_right;
    const bool top = corner_at == Corner::top_left || corner_at == Corner::top_right;
    const float half = face.h / 2;
    const Rect row{right ? face.right() - beside - sign.width : face.x + beside,
                   top ? face.y + half * 0.06F : face.y + half * 0.98F, sign.width, half};
    draw_centred(stage.picture(), sign, row);
}

/// Whether the AltGr character is one that keyboards print: one of everyday use that is not easier to find elsewhere.
bool is_printed(const world::Layout& layout, const LayoutKey& key) {
    const bool everyday = key.altgr == "€" || (key.altgr.size() == 1 && key.altgr[0] > ' ');
    if (!everyday || key.altgr_dead) {
        return false;
    }
    const std::vector<world::Stroke> strokes = world::strokes_for(layout, key.altgr);
    return strokes.size() == 1 && strokes.front().code == key.code && strokes.front().altgr;
}

std::string_view icon_of(std::string_view code) {
    if (code == "Backspace") {
        return "icon-backspace";
    }
    if (code == "Enter") {
        return "icon-enter";
    }
    return code.starts_with("Shift") ? "icon-shift" : std::string_view();
}

void draw_word(const Stage& stage, const KeyPlan& plan, const LayoutKey& key, const Rect& face, Colour ink) {
    const std::string_view sign = icon_of(key.code);
    const float size = plan.pitch * 0.44F;
    const bool room_for_both = face.w > plan.pitch * 1.7F;
    float left = face.x + plan.pitch * 0.12F;
    if (!sign.empty()) {
        const float x = room_for_both ? left : face.centre().x - size / 2;
        icon(stage.ui, sign, {x, face.y + (std::min(face.h, plan.pitch) - size) / 2, size, size}, ink);
        left += size + plan.pitch * 0.08F;
    }
    const std::string words = stage.ui.say(key.label);
    if (words.empty() || (!sign.empty() && !room_for_both)) {
        return;
    }
    if (base::length(words) <= 2) { // an arrow
        const TextBlock arrow = lay_out(stage.ui.fonts(), words, cap_style(stage, plan, 0.46F, ink, true));
        draw(stage.picture(), arrow, {face.centre().x - arrow.width / 2, face.centre().y - arrow.height / 2});
        return;
    }
    const float width = std::max(face.right() - left - plan.pitch * 0.06F, 1.0F);
    const TextStyle style = cap_style(stage, plan, 0.29F, ink);
    TextBlock block = fitted(stage, words, style, width, face.h);
    draw(stage.picture(), block, {left, face.y + (face.h - block.height) / 2});
}

void draw_cap(const Stage& stage, const KeyPlan& plan, const world::Layout& layout, const LayoutKey& key, Colour ink,
              bool shows_altgr) {
    const Rect face = plan.of(key).inset(gap_of(plan));
    if (key.code == "Space") {
        return;
    }
    if (!key.label.empty()) {
        draw_word(stage, plan, key, face, ink);
        return;
    }
    const bool has_altgr = shows_altgr || is_printed(layout, key);
    if (is_letter(key)) {
        const TextBlock letter = lay_out_plain(stage.ui.fonts(), key.shift, cap_style(stage, plan, 0.42F, ink, true));
        const float x = has_altgr ? face.x + plan.pitch * 0.16F : face.centre().x - letter.width / 2;
        draw_centred(stage.picture(), letter, {x, face.y, letter.width, face.h * 0.92F});
    } else {
        draw_sign(stage, plan, face, key.shift, Corner::top_left, 0.32F, ink, false);
        draw_sign(stage, plan, face, key.plain, Corner::bottom_left, 0.32F, ink, false);
    }
    if (has_altgr) {
        draw_sign(stage, plan, face, key.altgr, Corner::bottom_right, 0.3F, ink, false);
    }
}

/// Whether a key of the arrows' block is to be pressed.
bool needs_navigation(const KeyboardPractice& practice, const NextKeys& next) {
    const auto is_beside = [&](std::string_view code) {
        const LayoutKey* key = world::find_key(*practice.layout, code);
        return key != nullptr && key->x >= letter_block;
    };
    return practice.task == world::KeyboardTask::correct || is_beside(next.key) ||
           (practice.target_is_codes && std::ranges::any_of(practice.target, is_beside));
}

} // namespace

Colour finger_tint(const Theme& theme, world::Finger finger) {
    constexpr std::array light{hex(0xF7D3CE), hex(0xFADFBF), hex(0xF6EDB6), hex(0xD8EBC8), hex(0xEAE5DB),
                               hex(0xC8E8E5), hex(0xCFDDF4), hex(0xDFD5F1), hex(0xF3D3E6)};
    constexpr std::array dark{hex(0x4A1F1F), hex(0x45300F), hex(0x3D3A0E), hex(0x1F3D14), hex(0x303030),
                              hex(0x103D3C), hex(0x1B2F52), hex(0x33245A), hex(0x471B3B)};
    return (theme.outline > 1 ? dark : light).at(static_cast<std::size_t>(finger));
}

KeyPlan key_plan(const Stage& stage, const KeyboardPractice& practice, const NextKeys& next) {
    const bool navigates = needs_navigation(practice, next);
    double width = 1;
    double rows = 1;
    for (const LayoutKey& key : practice.layout->keys) {
        if (navigates || key.x < letter_block) {
            width = std::max(width, key.x + key.width);
            rows = std::max(rows, key.y + key.height);
        }
    }
    const double side = std::min((world::stage_width - 2 * keyboard_side) / width, 310 / rows);
    const float pitch = stage.px(side);
    const float left = stage.rect.x + (stage.rect.w - pitch * static_cast<float>(width)) / 2;
    return {{left, stage.rect.y + stage.px(keyboard_top), pitch * static_cast<float>(width),
             pitch * static_cast<float>(rows)},
            pitch,
            width};
}

bool is_drawn(const KeyPlan& plan, const LayoutKey& key) {
    return key.x + key.width <= plan.key_widths + 0.01;
}

Rect KeyPlan::of(const LayoutKey& key) const {
    const auto x = [this](double across) { return std::round(rect.x + static_cast<float>(across) * pitch); };
    const auto y = [this](double down) { return std::round(rect.y + static_cast<float>(down) * pitch); };
    return {x(key.x), y(key.y), x(key.x + key.width) - x(key.x), y(key.y + key.height) - y(key.y)};
}

void paint_keys(const Stage& stage, const KeyboardPractice& practice, const KeyPlan& plan) {
    const Theme& theme = stage.theme();
    const Rect plate = plan.rect.inset(-stage.px(9));
    stage.picture().shadow(plate.moved(0, stage.px(3)), stage.px(10), theme.shadow, stage.px(14));
    stage.picture().fill(plate, mixed(theme.stage, theme.ink, theme.outline > 1 ? 0.2F : 0.24F), stage.px(14));
    for (const LayoutKey& key : practice.layout->keys) {
        if (is_drawn(plan, key)) {
            draw_face(stage, plan, key, look_of(theme, key, world::is_held(practice, key.code)));
        }
    }
}

void paint_caps(const Stage& stage, const KeyboardPractice& practice, const KeyPlan& plan) {
    for (const LayoutKey& key : practice.layout->keys) {
        if (!is_drawn(plan, key)) {
            continue;
        }
        draw_cap(stage, plan, *practice.layout, key, stage.theme().ink, false);
        if (key.code == "CapsLock" && practice.caps_lock) {
            const Rect face = plan.of(key).inset(gap_of(plan));
            stage.picture().outline(face, std::max(2.0F, plan.pitch * 0.06F), warm(stage.theme()), radius_of(plan));
            stage.picture().disc({face.right() - plan.pitch * 0.16F, face.y + plan.pitch * 0.16F}, plan.pitch * 0.08F,
                                 warm(stage.theme()));
        }
    }
}

void paint_next_keys(const Stage& stage, const KeyboardPractice& practice, const KeyPlan& plan, const NextKeys& next) {
    const Theme& theme = stage.theme();
    for (const LayoutKey& key : practice.layout->keys) {
        if (!next.is_next(key.code) && !next.is_held_with(key.code)) {
            continue;
        }
        const bool pressed = world::is_held(practice, key.code);
        const Colour face = pressed ? theme.primary_pressed : theme.primary;
        const Rect around = plan.of(key).inset(-gap_of(plan));
        fill_key(stage, plan, key, around, faded(warm(theme), 0.55F));
        draw_face(stage, plan, key, {face, theme.on_primary, mixed(face, hex(0x000000), 0.4F), pressed});
        draw_cap(stage, plan, *practice.layout, key, theme.on_primary, next.is_next(key.code) && next.altgr);
    }
}

} // namespace screen
