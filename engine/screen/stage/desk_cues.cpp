// Help on the practice computer's desktop: the part that is lit, the warm ring around what comes next, and the pointer
// of a demonstration.
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

/// How far things of the same part reach that lie in one row with it, or in one column.
Rect reach_of(const DeskMemory& memory, const Spot& spot, bool is_row) {
    const auto window_of = [](const world::Target& target) { return target.name.substr(0, target.name.find('/')); };
    const Rect& own = spot.seen;
    Rect reach = own;
    for (const Spot& other : memory.spots) {
        const Rect& rect = other.seen;
        const bool is_beside = is_row ? std::abs(rect.centre().y - own.centre().y) < own.h / 2
                                      : std::abs(rect.centre().x - own.centre().x) < own.w / 2;
        const bool belongs = other.target.part == spot.target.part && window_of(other.target) == window_of(spot.target);
        if (belongs && is_beside && rect.w > 0 && rect.h > 0) {
            const float left = std::min(reach.x, rect.x);
            const float top = std::min(reach.y, rect.y);
            reach = {left, top, std::max(reach.right(), rect.right()) - left,
                     std::max(reach.bottom(), rect.bottom()) - top};
        }
    }
    return reach;
}

/// What can be seen of the part of a window (or of the desktop) that a target lies in.
Rect part_around(const DeskScene& scene, const Spot& spot) {
    const DeskMemory& memory = scene.memory;
    constexpr double most = 330; // units
    const auto scroll = memory.scrolls.find(spot.scroll);
    if (scroll != memory.scrolls.end()) {
        const Rect& room = scroll->second.room;
        const float band = std::min(room.h, scene.stage.px(most));
        const float top = std::clamp(spot.seen.centre().y - band / 2, room.y, room.bottom() - band);
        return room.h <= band ? room : Rect{room.x, top, room.w, band};
    }
    const Rect row = reach_of(memory, spot, true);
    const Rect column = reach_of(memory, spot, false);
    return (row.w > column.h ? row : column).inset(-scene.stage.px(6));
}

/// Lights where the next thing to do lies; where that cannot be told, the window in front.
void light_area(const DeskScene& scene, float swell) {
    const DeskMemory& memory = scene.memory;
    const auto found = std::ranges::find_if(memory.spots, [&](const Spot& spot) {
        return !memory.pointing_at.empty() && spot.target.name == memory.pointing_at && spot.seen.w > 0 &&
               spot.seen.h > 0;
    });
    const world::Window* front = world::active_window(scene.desk);
    if (found != memory.spots.end()) {
        light(scene.stage, part_around(scene, *found), scene.stage.rect, swell);
    } else if (front != nullptr) {
        light(scene.stage, scene.stage.at(world::seen_at(scene.desk, *front)), scene.stage.rect, swell);
    }
}

/// Where keys are shown that are pressed on nothing in particular: near the stage's foot.
Rect foot_of(const Stage& stage) {
    return {stage.rect.centre().x - stage.px(200), stage.rect.bottom() - stage.px(170), 0, 0};
}

/// From what is dragged to where it is dropped.
void arrow_between(const DeskScene& scene, Point from, Point to) {
    const Stage& stage = scene.stage;
    const Colour colour = help_colour(stage);
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

void ring_around(const Stage& stage, const Rect& rect, float swell) {
    const Colour colour = help_colour(stage);
    const float thick = std::max(3.0F, stage.px(5));
    const Rect frame = rect.inset(-stage.px(3) - swell * stage.px(4) - thick);
    stage.picture().outline(frame.inset(-stage.px(4)), thick + stage.px(8), faded(colour, 0.25F), stage.px(14));
    stage.picture().outline(frame, thick, colour, stage.px(10));
}

void ghost_arrow(const Stage& stage, const StageCues& cues) {
    const Point tip = stage.at(*cues.ghost);
    const float ripple =
        stage.ui.glide("stage/ripple", cues.ghost_presses ? 1.0F : 0.0F, cues.ghost_presses ? 220 : 160);
    if (ripple > 0) {
        const Colour colour = warm(stage.theme());
        stage.picture().disc(tip, stage.px(14) * ripple, faded(colour, 0.35F));
        stage.picture().ring(tip, stage.px(10) + stage.px(24) * ripple, std::max(3.0F, stage.px(5)),
                             faded(colour, ripple));
    }
    // The arrow's tip is 4 units from the left and top of its picture of 48 × 64.
    const float scale = stage.px(0.95);
    const Rect arrow{tip.x - 4 * scale, tip.y - 4 * scale, 48 * scale, 64 * scale};
    if (stage.ui.look().high_contrast) {
        stage.picture().disc(arrow.centre(), stage.px(36), faded(warm(stage.theme()), 0.5F));
    }
    art(stage.ui, "pointer-ghost", arrow);
    key_caps_beside(stage, cues.caps, arrow);
    if (cues.shown && std::holds_alternative<world::Type>(cues.shown->deed)) {
        const float side = stage.px(60);
        icon_card(stage, "icon-keyboard", place_beside(stage, arrow, side, side));
    }
    stage.ui.note_place("help/ghost", arrow);
}

std::string target_of(const world::DeskState& desk, const world::Action& action) {
    return std::visit(TargetOf{desk}, action.deed);
}

void paint_help(const DeskScene& scene) {
    const DeskMemory& memory = scene.memory;
    const Stage& stage = scene.stage;
    const float swell = pulse(stage, scene.cues);
    if (scene.cues.light_area) {
        light_area(scene, swell);
        return;
    }
    const Rect rect = memory.pointing_at.empty() ? Rect{} : seen_of(memory, memory.pointing_at);
    const bool is_seen = rect.w > 0;
    if (is_seen) {
        ring_around(stage, rect, swell);
        stage.ui.note_place("help/ring", rect);
    }
    key_caps_beside(stage, scene.cues.caps, is_seen ? rect : foot_of(stage));
    const world::Deed& deed = scene.cues.next->deed;
    const auto* drag = std::get_if<world::Drag>(&deed);
    const Rect onto = drag == nullptr ? Rect{} : seen_of(memory, drag->onto);
    if (is_seen && onto.w > 0) {
        ring_around(stage, onto, swell);
        arrow_between(scene, rect.centre(), onto.centre());
    }
    if (const std::string_view sign = sign_of(deed); is_seen && !sign.empty() && scene.cues.caps.empty()) {
        const float side = stage.px(60);
        icon_card(stage, sign, place_beside(stage, rect, side, side));
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
    ghost_arrow(stage, scene.cues);
}

} // namespace screen
