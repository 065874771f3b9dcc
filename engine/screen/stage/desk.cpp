// Paints the practice computer's desktop from the back to the front, and remembers where everything lies.
#include "screen/stage/desk_painters.h"

#include <algorithm>

namespace screen {

namespace {

/// Wheel turns scroll the innermost part under the pointer that can still go that way.
void turn_wheel(const Stage& stage) {
    constexpr double notch = 96; // units
    const auto* wheel = std::get_if<Wheel>(&stage.ui.input());
    if (wheel == nullptr || !stage.ui.enabled()) {
        return;
    }
    DeskMemory& memory = stage.desk;
    const Point at = stage.ui.pointer();
    const std::string layer = layer_at(memory, at);
    DeskScroll* inner = nullptr;
    for (auto& [name, part] : memory.scrolls) {
        const bool is_here = part.picture == memory.pictures && part.layer == layer && part.room.contains(at);
        const bool can_go = wheel->notches > 0 ? part.offset < part.most : part.offset > 0;
        if (is_here && can_go && (inner == nullptr || part.room.w * part.room.h < inner->room.w * inner->room.h)) {
            inner = &part;
        }
    }
    if (inner != nullptr) {
        inner->offset = std::clamp(inner->offset + wheel->notches * stage.px(notch), 0.0F, inner->most);
    }
}

/// The desk as it is drawn: a window that is being moved or resized is already where it would be let go.
world::DeskState shown_state(const Stage& stage, const world::Desk& desk, const StageCues& cues) {
    const std::optional<DeskPress>& press = stage.desk.press;
    if (!press || press->kind != DeskPress::Kind::place || !press->moved || cues.ghost) {
        return desk.timeline.now();
    }
    world::Desk moved = desk;
    world::apply(moved, world::Action{cues.now, placed(stage.ui, stage.rect, desk.timeline.now(), *press)});
    return moved.timeline.now();
}

void begin_picture(const Stage& stage, const world::DeskState& desk, const StageCues& cues) {
    DeskMemory& memory = stage.desk;
    turn_wheel(stage);
    ++memory.pictures;
    memory.spots.clear();
    memory.next_layers = {{"desktop", stage.rect}};
    memory.live.clear();
    for (world::Target& target : world::targets(desk)) {
        memory.live.emplace(target.name, target);
    }
    const std::optional<world::Action>& aim = cues.next ? cues.next : cues.shown;
    memory.pointing_at = aim ? target_of(desk, *aim) : std::string();
}

/// What the pointer is over, and its shape there.
void find_hovered(const Stage& stage) {
    DeskMemory& memory = stage.desk;
    const Point at = stage.ui.pointer();
    const Spot* hovered = nullptr;
    if (stage.rect.contains(at) && stage.ui.enabled()) {
        const auto found = std::find_if(memory.spots.rbegin(), memory.spots.rend(),
                                        [&](const Spot& spot) { return spot.seen.contains(at); });
        hovered = found != memory.spots.rend() && found->is_live ? &*found : nullptr;
    }
    const std::string name = hovered != nullptr ? hovered->target.name : std::string();
    if (name != memory.hovered) {
        memory.hovered = name;
        memory.hovered_since = stage.ui.now();
    }
    if (memory.press && memory.press->kind == DeskPress::Kind::place) {
        stage.ui.set_pointer(Pointer::move);
    } else if (hovered != nullptr && hovered->target.enabled) {
        const bool is_text = world::can(hovered->target, world::writable);
        const bool is_link = hovered->target.role == world::Role::link;
        const bool is_grip = hovered->target.role == world::Role::grip;
        stage.ui.set_pointer(is_text   ? Pointer::text
                             : is_link ? Pointer::hand
                             : is_grip ? Pointer::move
                                       : Pointer::arrow);
    }
}

/// Keeps what the next picture is compared with. What is hovered goes by the last picture's layers: where these
/// have changed, it is drawn once more.
void end_picture(const Stage& stage, const world::DeskState& desk, const StageCues& cues) {
    DeskMemory& memory = stage.desk;
    if (memory.layers != memory.next_layers) {
        stage.ui.wake_in(0);
    }
    memory.layers = std::move(memory.next_layers);
    memory.focus = desk.focus;
    memory.pointed_out = memory.pointing_at;
    memory.had_keyboard = cues.has_keyboard;
    std::erase_if(memory.scrolls, [&](const auto& entry) { return entry.second.picture + 200 < memory.pictures; });
    if (!desk.menu) {
        memory.menu_of = memory.press ? memory.menu_of : std::string();
    }
}

} // namespace

void DeskScene::begin_layer(std::string name, const Rect& rect) const {
    kit({}, name).cover(rect);
    memory.next_layers.push_back({std::move(name), rect});
}

void paint(const Stage& stage, const world::Desk& desk, const StageCues& cues) {
    const world::DeskState state = shown_state(stage, desk, cues);
    begin_picture(stage, state, cues);
    const DeskScene scene{stage, cues, stage.desk, state};
    const std::vector<world::Target> own = world::desktop_targets(state);
    paint_wallpaper(scene);
    const bool is_overview = state.start_is_open && state.look == world::DeskLook::overview;
    if (!is_overview) {
        paint_icons(scene, own);
        paint_windows(scene);
    }
    paint_start(scene, own);
    paint_bar(scene, own);
    for (const world::Dialog& dialog : state.dialogs) {
        scene.begin_layer("veil", stage.rect);
        paint_veil(scene, stage.rect, stage.px(scene.is_bar_look() ? 9 : 12));
        paint_dialog(scene, dialog, stage.rect, &dialog == &state.dialogs.back());
    }
    paint_menu(scene);
    find_hovered(stage);
    if (cues.next) {
        paint_help(scene);
    }
    paint_tip(scene);
    paint_dragged(scene);
    if (cues.ghost) {
        paint_ghost(scene);
    }
    end_picture(stage, state, cues);
}

std::optional<int> next_change(const world::Desk& desk, const StageCues& cues, const Look& look) {
    constexpr std::int64_t minute = 60'000;
    if (cues.ghost) {
        return smooth;
    }
    if (cues.next && !look.reduced_motion && cues.now - cues.last_input < pulse_for) {
        return soft;
    }
    if (world::lives(desk)) {
        return 100;
    }
    return static_cast<int>(minute - cues.now % minute);
}

} // namespace screen
