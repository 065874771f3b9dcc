// Draws two hands on the keyboard, and which finger goes where.
#include "screen/stage/keyboard_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace screen {

using world::Finger;
using world::KeyboardPractice;
using world::LayoutKey;

namespace {

// The pictures of the hands are 300 × 220. Their fingertips, from the little finger to the thumb of the left hand; the
// right hand is its mirror image.
constexpr float hand_width = 300;
constexpr float hand_height = 220;
constexpr std::array<Point, 5> left_tips{{{40, 78}, {92, 38}, {146, 22}, {204, 40}, {262, 128}}};
constexpr std::size_t index_finger = 3;
constexpr std::size_t thumb_finger = 4;
constexpr float keys_across = 3; // from the little finger's key to the index finger's

struct Hand {
    Rect rect;
    float scale = 1;
    bool is_left = true;

    Point tip(std::size_t finger) const {
        const Point at = left_tips.at(finger);
        return {rect.x + (is_left ? at.x : hand_width - at.x) * scale, rect.y + at.y * scale};
    }
};

/// A hand whose index finger lies on its home key.
Hand hand_at(const KeyPlan& plan, const KeyboardPractice& practice, bool is_left) {
    const LayoutKey* home = world::find_key(*practice.layout, is_left ? "KeyF" : "KeyJ");
    const Point key = home == nullptr ? plan.rect.centre() : plan.of(*home).centre();
    const float scale = plan.pitch * keys_across / (left_tips[index_finger].x - left_tips[0].x);
    const Point index = left_tips[index_finger];
    const float x = (is_left ? index.x : hand_width - index.x) * scale;
    const float below_letter = plan.pitch * 0.2F;
    return {{std::round(key.x - x), std::round(key.y + below_letter - index.y * scale), hand_width * scale,
             hand_height * scale},
            scale,
            is_left};
}

struct HandFinger {
    bool is_left;
    std::size_t finger;
};

/// The thumb of the hand that is free: the one that does not hold Shift, or the right one.
HandFinger finger_of(Finger finger, const NextKeys& next) {
    const auto number = static_cast<std::size_t>(finger);
    constexpr auto thumb = static_cast<std::size_t>(Finger::thumb);
    if (number == thumb) {
        return {next.is_held_with("ShiftRight"), thumb_finger};
    }
    return number < thumb ? HandFinger{true, number} : HandFinger{false, 2 * thumb - number};
}

/// A mark on the finger, and where the key is further away the way that it goes.
void draw_finger(const Stage& stage, const KeyPlan& plan, const Rect& key, Point tip) {
    const Theme& theme = stage.theme();
    const float radius = plan.pitch * 0.19F;
    Point mark{tip.x, tip.y + plan.pitch * 0.26F};
    if (key.inset(-plan.pitch * 0.1F).contains(mark)) {
        mark.y = key.bottom() + radius * 0.2F; // beside the letter, not on it
    }
    const Point goal{std::clamp(mark.x, key.x + plan.pitch * 0.25F, key.right() - plan.pitch * 0.25F), key.centre().y};
    const float away = std::hypot(goal.x - mark.x, goal.y - mark.y);
    const float reach = plan.pitch * 0.5F;
    if (away > plan.pitch * 0.75F) {
        const Point end{mark.x + (goal.x - mark.x) * (away - reach) / away,
                        mark.y + (goal.y - mark.y) * (away - reach) / away};
        stage.picture().line(mark, end, plan.pitch * 0.19F, theme.surface);
        stage.picture().line(mark, end, plan.pitch * 0.11F, theme.primary);
    }
    stage.picture().disc(mark, radius + std::max(2.0F, stage.px(2.5)), theme.surface);
    stage.picture().disc(mark, radius, theme.primary);
}

} // namespace

void paint_hands(const Stage& stage, const KeyboardPractice& practice, const KeyPlan& plan) {
    const float opacity = stage.theme().outline > 1 ? 0.32F : 0.5F;
    for (const bool is_left : {true, false}) {
        art(stage.ui, is_left ? "hand-left" : "hand-right", hand_at(plan, practice, is_left).rect, opacity);
    }
}

void paint_fingers(const Stage& stage, const KeyboardPractice& practice, const KeyPlan& plan, const NextKeys& next) {
    for (const LayoutKey& key : practice.layout->keys) {
        if (!next.is_next(key.code) && !next.is_held_with(key.code)) {
            continue;
        }
        const HandFinger used = finger_of(key.finger, next);
        const Hand hand = hand_at(plan, practice, used.is_left);
        draw_finger(stage, plan, plan.of(key), hand.tip(used.finger));
    }
}

} // namespace screen
