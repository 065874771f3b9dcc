// Draws a keyboard practice: what to type above, the keyboard and the hands below.
#include "screen/stage/keyboard_parts.h"

#include <algorithm>
#include <cmath>

namespace screen {

using world::KeyboardGuide;
using world::KeyboardPractice;
using world::KeyboardTask;

namespace {

constexpr double margin = 36; // units
constexpr double field_end = 340;

/// A kind word at the stage's lower edge while Caps Lock is on.
void draw_caps_lock_note(const Stage& stage) {
    const Theme& theme = stage.theme();
    const TextStyle style = readable(stage, text_style(stage, 22, theme.ink));
    const float height = std::max(stage.px(44), style.px * 1.7F);
    const float sign = height * 0.6F;
    const float most = stage.rect.w * 0.9F - sign;
    const TextBlock words = fitted(stage, stage.ui.say("stage.caps_lock"), style, most, height);
    const float width = words.width + sign + stage.px(52);
    const Rect note{stage.rect.centre().x - width / 2, stage.rect.bottom() - height - stage.px(10), width, height};
    stage.picture().shadow(note.moved(0, stage.px(2)), stage.px(10), theme.shadow, height / 2);
    stage.picture().fill(note, theme.care_soft, height / 2);
    stage.picture().outline(note, std::max(1.5F, stage.px(2)), warm(theme), height / 2);
    icon(stage.ui, "icon-lock", {note.x + stage.px(16), note.y + (height - sign) / 2, sign, sign}, theme.ink);
    draw(stage.picture(), words, {note.x + stage.px(26) + sign, note.y + (height - words.height) / 2});
}

/// Lights the half of the row in which the next key lies.
void light_row(const Stage& stage, const KeyboardPractice& practice, const KeyPlan& plan, const NextKeys& next,
               const StageCues& cues) {
    const world::LayoutKey* key = next.key.empty() ? nullptr : world::find_key(*practice.layout, next.key);
    if (key == nullptr) {
        return;
    }
    const Rect place = plan.of(*key);
    const float middle = plan.rect.centre().x;
    float left = place.x;
    float right = place.right();
    for (const world::LayoutKey& other : practice.layout->keys) {
        const Rect rect = plan.of(other);
        const bool is_in_row = std::abs(rect.y - place.y) < plan.pitch / 2;
        const bool is_in_half = (rect.centre().x < middle) == (place.centre().x < middle);
        if (is_in_row && is_in_half && is_drawn(plan, other)) {
            left = std::min(left, rect.x);
            right = std::max(right, rect.right());
        }
    }
    const Rect panel = plan.rect.inset(-plan.pitch * 0.12F);
    light(stage, {left, place.y, right - left, place.h}, panel, pulse(stage, cues));
}

} // namespace

bool NextKeys::is_held_with(std::string_view code) const {
    return std::ranges::find(modifiers, code) != modifiers.end();
}

NextKeys next_keys(const KeyboardPractice& practice, const StageCues& cues) {
    const std::optional<world::Stroke> stroke = cues.done ? std::nullopt : world::next_stroke(practice);
    if (!stroke) {
        return {};
    }
    return {stroke->code, world::modifiers_for(*practice.layout, *stroke), stroke->altgr};
}

bool shows_keys(const KeyboardPractice& practice, const StageCues& cues) {
    return practice.guide != KeyboardGuide::none || ((cues.point_out || cues.light_area) && !cues.done);
}

void paint(const Stage& stage, const KeyboardPractice& practice, const StageCues& cues) {
    const bool has_keys = shows_keys(practice, cues);
    const double end = has_keys ? field_end : world::stage_height - margin;
    const Rect room = stage.at(world::Rectangle{margin, 18, world::stage_width - 2 * margin, end - 18});
    if (practice.task == KeyboardTask::press) {
        paint_key_row(stage, practice, room);
    } else {
        paint_field(stage, practice, cues, room);
    }
    if (has_keys) {
        const NextKeys next = next_keys(practice, cues);
        const KeyPlan plan = key_plan(stage, practice, next);
        const bool has_hands = practice.guide == KeyboardGuide::hands;
        paint_keys(stage, practice, plan);
        if (has_hands) {
            paint_hands(stage, practice, plan);
        }
        paint_caps(stage, practice, plan);
        if (cues.light_area) {
            light_row(stage, practice, plan, next, cues);
        }
        if (practice.guide != KeyboardGuide::none || !cues.light_area) {
            paint_next_keys(stage, practice, plan, next);
        }
        if (has_hands) {
            paint_fingers(stage, practice, plan, next);
        }
    }
    if (practice.caps_lock) {
        draw_caps_lock_note(stage);
    }
}

std::optional<int> next_change(const KeyboardPractice& practice, const StageCues& cues, const Look& look) {
    const std::int64_t quiet = cues.now - cues.last_input;
    const bool blinks = practice.task != KeyboardTask::press && cues.has_keyboard && !cues.done && !look.reduced_motion;
    if (!blinks || quiet < 0 || quiet >= caret_blinks_for) {
        return std::nullopt;
    }
    return static_cast<int>(caret_half - quiet % caret_half);
}

} // namespace screen
