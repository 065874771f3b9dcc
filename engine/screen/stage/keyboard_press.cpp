// Draws a row of key caps: the one to be pressed large in the middle, those done before it, those to come after it.
#include "base/text.h"
#include "screen/stage/keyboard_parts.h"

#include <algorithm>

namespace screen {

using world::KeyboardPractice;
using world::LayoutKey;

namespace {

constexpr double large = 150; // units
constexpr double small = 78;
constexpr double between = 20;
constexpr std::size_t beside = 3; // caps shown on either side

/// What stands on the cap of one of the keys to be pressed.
struct Cap {
    std::string text;
    bool is_word = false;
    bool shift = false;
    bool altgr = false;
};

Cap cap_of(const Stage& stage, const KeyboardPractice& practice, std::size_t index) {
    const std::string& target = practice.target[index];
    if (practice.target_is_codes) {
        const LayoutKey* key = world::find_key(*practice.layout, target);
        const std::string named = key != nullptr && !key->label.empty() ? key->label : "key." + target;
        if (stage.ui.messages().has(named)) {
            return {stage.ui.say(named), true, false, false};
        }
        return {key != nullptr ? key->plain : target, false, false, false};
    }
    if (target == " " || target == "\n") {
        return {stage.ui.say(target == " " ? "key.Space" : "key.Enter"), true, false, false};
    }
    const std::vector<world::Stroke> strokes = world::strokes_for(*practice.layout, target);
    if (strokes.size() != 1) {
        return {target, false, false, false};
    }
    const LayoutKey* key = world::find_key(*practice.layout, strokes.front().code);
    const bool is_letter = key != nullptr && base::lower(key->shift) == key->plain;
    return {is_letter && !strokes.front().altgr ? key->shift : target, false, strokes.front().shift,
            strokes.front().altgr};
}

void draw_cap(const Stage& stage, const Cap& cap, const Rect& rect, Colour face, Colour ink, bool is_done) {
    const Theme& theme = stage.theme();
    const float radius = rect.h * 0.16F;
    const float depth = rect.h * 0.06F;
    stage.picture().shadow(rect.moved(0, depth), rect.h * 0.1F, theme.shadow, radius);
    stage.picture().fill(rect, mixed(face, theme.ink, 0.35F), radius);
    const Rect top{rect.x + 2, rect.y + 2, rect.w - 4, rect.h - 4 - depth};
    stage.picture().fill(top, face, radius * 0.9F);
    TextStyle style = style_of(stage.ui, Type::body, ink, true);
    const bool is_sign = !cap.is_word || base::length(cap.text) <= 2; // an arrow is one too
    style.px = rect.h * (is_sign ? 0.46F : 0.24F);
    const TextBlock words = fitted(stage, escaped(cap.text), style, top.w * 0.86F, top.h);
    draw_centred(stage.picture(), words, top);
    const float held = rect.h * 0.22F;
    const Point held_at{top.x + held * 0.3F, top.y + held * 0.3F};
    if (cap.shift) {
        icon(stage.ui, "icon-shift", {held_at.x, held_at.y, held, held}, ink);
    }
    if (cap.altgr) {
        style.px = held * 0.8F;
        draw(stage.picture(), lay_out(stage.ui.fonts(), stage.ui.say("key.AltGr"), style), held_at);
    }
    if (is_done) {
        check_badge(stage, {rect.right() - rect.w * 0.12F, rect.bottom() - rect.h * 0.12F}, rect.h * 0.17F, 1);
    }
}

} // namespace

void paint_key_row(const Stage& stage, const KeyboardPractice& practice, const Rect& room) {
    const Theme& theme = stage.theme();
    const std::size_t now = std::min(practice.position, practice.target.size());
    const auto count = practice.target.size();
    const float middle = room.centre().x;
    const float base_line = room.centre().y;
    const auto width_of = [&](std::size_t index, double size) {
        return stage.px(cap_of(stage, practice, index).is_word ? size * 1.5 : size);
    };
    float left = middle;
    float right = middle;
    if (now < count) {
        const float width = width_of(now, large);
        const Rect rect{middle - width / 2, base_line - stage.px(large) / 2, width, stage.px(large)};
        stage.picture().fill(rect.inset(-stage.px(7)), faded(warm(theme), 0.5F), rect.h * 0.2F);
        draw_cap(stage, cap_of(stage, practice, now), rect, theme.primary, theme.on_primary, false);
        left = rect.x;
        right = rect.right();
    }
    for (std::size_t i = 0; i < beside && now + 1 + i < count; ++i) {
        const float width = width_of(now + 1 + i, small);
        const Rect rect{right + stage.px(between), base_line - stage.px(small) / 2, width, stage.px(small)};
        if (rect.right() > room.right()) {
            break;
        }
        draw_cap(stage, cap_of(stage, practice, now + 1 + i), rect, theme.surface, theme.ink, false);
        right = rect.right();
    }
    for (std::size_t i = 0; i < beside && i < now; ++i) {
        const float width = width_of(now - 1 - i, small);
        const Rect rect{left - stage.px(between) - width, base_line - stage.px(small) / 2, width, stage.px(small)};
        if (rect.x < room.x) {
            break;
        }
        draw_cap(stage, cap_of(stage, practice, now - 1 - i), rect, theme.good_soft, theme.ink, true);
        left = rect.x;
    }
}

} // namespace screen
