// Help on the practice computer's desktop: the warm ring around what comes next, and the pointer of a demonstration.
#include "screen/stage/desk_painters.h"

#include <algorithm>
#include <cmath>

namespace screen {

namespace {

struct TargetOf {
    const world::DeskState& desk;

    std::string operator()(const world::Click& click) const { return click.target; }
    std::string operator()(const world::Drag& drag) const { return drag.target; }
    std::string operator()(const world::Place& place) const { return place.target; }
    std::string operator()(const world::Mark& mark) const { return mark.target; }
    std::string operator()(const world::KeyDown&) const { return desk.focus; }
    std::string operator()(const world::KeyUp&) const { return desk.focus; }
    std::string operator()(const world::Type&) const { return desk.focus; }
    template <typename Other>
    std::string operator()(const Other&) const {
        return {};
    }
};

/// What hand or key an action takes, as a small picture; empty for a plain click.
std::string_view sign_of(const world::Deed& deed) {
    if (const auto* click = std::get_if<world::Click>(&deed)) {
        return click->button == world::Button::right ? "icon-mouse-right"
               : click->times > 1                    ? "icon-mouse-double"
                                                     : "icon-mouse-left";
    }
    const bool is_key = std::holds_alternative<world::KeyDown>(deed) || std::holds_alternative<world::Type>(deed);
    return is_key ? "icon-keyboard" : "";
}

/// What can be seen of a target, and of nothing where it cannot be seen.
Rect seen_of(const DeskMemory& memory, std::string_view target) {
    const auto found = std::ranges::find_if(memory.spots, [&](const Spot& spot) {
        return spot.target.name == target && spot.seen.w > 0 && spot.seen.h > 0;
    });
    return found == memory.spots.end() ? Rect{} : found->seen;
}

void ring_around(const DeskScene& scene, const Rect& rect, float swell) {
    const Stage& stage = scene.stage;
    const Colour colour = scene.stage.ui.look().high_contrast ? warm(stage.theme()) : hex(0xD9680B);
    const float thick = std::max(3.0F, stage.px(5));
    const Rect frame = rect.inset(-stage.px(3) - swell * stage.px(4) - thick);
    stage.picture().outline(frame.inset(-stage.px(4)), thick + stage.px(8), faded(colour, 0.25F), stage.px(14));
    stage.picture().outline(frame, thick, colour, stage.px(10));
}

/// Beside the ring, wherever the stage has room.
void sign_beside(const DeskScene& scene, const Rect& rect, std::string_view name) {
    const Stage& stage = scene.stage;
    const float side = stage.px(60);
    const float away = stage.px(18);
    float x = rect.right() + away;
    float y = rect.centre().y - side / 2;
    if (x + side > stage.rect.right() - away) {
        x = rect.x - away - side;
    }
    if (x < stage.rect.x + stage.px(6)) {
        x = std::clamp(rect.centre().x - side / 2, stage.rect.x + away, stage.rect.right() - side - away);
        y = rect.bottom() + away + side > stage.rect.bottom() ? rect.y - away - side : rect.bottom() + away;
    }
    y = std::clamp(y, stage.rect.y + stage.px(6), stage.rect.bottom() - side - stage.px(6));
    icon_card(stage, name, {std::round(x), std::round(y), side, side});
}

/// From what is dragged to where it is dropped.
void arrow_between(const DeskScene& scene, Point from, Point to) {
    const Stage& stage = scene.stage;
    const Colour colour = stage.ui.look().high_contrast ? warm(stage.theme()) : hex(0xD9680B);
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (length < stage.px(30)) {
        return;
    }
    const Point way{(to.x - from.x) / length, (to.y - from.y) / length};
    const float thick = std::max(4.0F, stage.px(7));
    const float head = stage.px(20);
    const Point neck{to.x - way.x * head, to.y - way.y * head};
    const Point side{-way.y * head * 0.6F, way.x * head * 0.6F};
    stage.picture().stroke({from, neck}, thick + stage.px(5), hex(0xFFFFFF, 210));
    stage.picture().stroke({from, neck}, thick, colour);
    stage.picture().polygon({to, {neck.x + side.x, neck.y + side.y}, {neck.x - side.x, neck.y - side.y}}, colour);
}

} // namespace

std::string target_of(const world::DeskState& desk, const world::Action& action) {
    return std::visit(TargetOf{desk}, action.deed);
}

void paint_help(const DeskScene& scene) {
    const DeskMemory& memory = scene.memory;
    const Rect rect = seen_of(memory, memory.pointing_at);
    if (memory.pointing_at.empty() || rect.w <= 0) {
        return;
    }
    const float swell = pulse(scene.stage, scene.cues);
    ring_around(scene, rect, swell);
    const world::Deed& deed = scene.cues.next->deed;
    if (const auto* drag = std::get_if<world::Drag>(&deed)) {
        const Rect onto = seen_of(memory, drag->onto);
        if (onto.w > 0) {
            ring_around(scene, onto, swell);
            arrow_between(scene, rect.centre(), onto.centre());
        }
        return;
    }
    if (const std::string_view sign = sign_of(deed); !sign.empty()) {
        sign_beside(scene, rect, sign);
    }
}

void paint_ghost(const DeskScene& scene) {
    const Stage& stage = scene.stage;
    const Point tip = stage.at(*scene.cues.ghost);
    const auto carried = std::ranges::find_if(
        scene.memory.spots, [&](const Spot& spot) { return spot.target.name == scene.memory.pointing_at; });
    if (scene.cues.ghost_carries && carried != scene.memory.spots.end()) {
        paint_carried(scene, carried->target, tip);
    }
    const float ripple =
        stage.ui.glide("stage/ripple", scene.cues.ghost_presses ? 1.0F : 0.0F, scene.cues.ghost_presses ? 220 : 160);
    if (ripple > 0) {
        const Colour colour = warm(stage.theme());
        stage.picture().disc(tip, stage.px(14) * ripple, faded(colour, 0.35F));
        stage.picture().ring(tip, stage.px(10) + stage.px(24) * ripple, std::max(3.0F, stage.px(5)),
                             faded(colour, ripple));
    }
    // The arrow's tip is 4 units from the left and top of its picture of 48 × 64.
    const float scale = stage.px(0.95);
    art(stage.ui, "pointer-ghost", {tip.x - 4 * scale, tip.y - 4 * scale, 48 * scale, 64 * scale});
}

} // namespace screen
