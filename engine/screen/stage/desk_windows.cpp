// Paints windows from the back to the front: frame, title bar and its buttons, the program inside, dialogs in front.
#include "screen/stage/desk_painters.h"

#include <algorithm>
#include <cmath>

namespace screen {

using world::Target;
using world::Window;

namespace {

constexpr double title_high = 40; // units, as all here; as the world's windows have it
constexpr double grip_side = 24;
constexpr double bar_button_wide = 50;
constexpr double round_button = 28;

struct Frame {
    Rect rect;
    Rect title;
    Rect inside;
    float radius = 0;
};

Frame frame_of(const DeskScene& scene, const Window& window) {
    const Stage& stage = scene.stage;
    Frame frame;
    frame.rect = stage.at(world::seen_at(scene.desk, window));
    frame.rect = {std::round(frame.rect.x), std::round(frame.rect.y), std::round(frame.rect.w),
                  std::round(frame.rect.h)};
    frame.radius = window.maximised ? 0 : stage.px(scene.is_bar_look() ? 9 : 12);
    frame.title = {frame.rect.x, frame.rect.y, frame.rect.w, std::round(stage.px(title_high))};
    frame.inside = {frame.rect.x + 1, frame.title.bottom(), frame.rect.w - 2, frame.rect.h - frame.title.h - 1};
    return frame;
}

/// Round above, square below.
void paint_ground(const DeskScene& scene, const Frame& frame, bool is_front) {
    Picture& picture = scene.stage.picture();
    const DeskColours& colours = scene.colours();
    if (frame.radius > 0) {
        const float blur = scene.stage.px(is_front ? 26 : 14);
        picture.shadow(frame.rect.moved(0, scene.stage.px(is_front ? 9 : 5)), blur,
                       faded(colours.shadow, is_front ? 1 : 0.7F), frame.radius);
    }
    const Colour title = is_front ? colours.title : colours.title_behind;
    const float deep = frame.title.h + frame.radius;
    const Clipped clip(picture, frame.rect);
    picture.fill({frame.rect.x, frame.rect.y, frame.rect.w, deep}, title, frame.radius);
    picture.fill({frame.rect.x, frame.title.bottom(), frame.rect.w, frame.rect.h - frame.title.h}, colours.surface);
}

void paint_edge(const DeskScene& scene, const Frame& frame, bool is_front) {
    if (frame.radius <= 0) {
        return;
    }
    Picture& picture = scene.stage.picture();
    const bool is_high_contrast = scene.stage.ui.look().high_contrast;
    const Colour edge = is_high_contrast ? scene.colours().line : faded(scene.colours().ink, is_front ? 0.34F : 0.22F);
    const float thick = is_high_contrast ? std::max(2.0F, scene.stage.px(is_front ? 3 : 2)) : 1.0F;
    const float far = frame.rect.h + 4 * frame.radius;
    {
        const Clipped upper(picture, {frame.rect.x, frame.rect.y, frame.rect.w, frame.rect.h - thick});
        picture.outline({frame.rect.x, frame.rect.y, frame.rect.w, far}, thick, edge, frame.radius);
    }
    picture.fill({frame.rect.x, frame.rect.bottom() - thick, frame.rect.w, thick}, edge);
}

void paint_close_round(Kit& kit, const Target& target, const Rect& place) {
    const DeskColours& colours = kit.colours();
    const Feel touched = kit.feel(target, place);
    const Point c = place.centre();
    const float radius = kit.px(round_button) / 2;
    kit.picture().disc(c, radius,
                       touched.pressed   ? mixed(colours.pressed, colours.ink, 0.2F)
                       : touched.hovered ? mixed(colours.pressed, colours.ink, 0.1F)
                                         : mixed(colours.pressed, colours.title, 0.2F));
    kit.icon(target.picture, place, 17, colours.ink);
    kit.note(target, place);
}

void paint_bar_button(Kit& kit, const Target& target, const Rect& place, const Frame& frame) {
    const DeskColours& colours = kit.colours();
    const Feel touched = kit.feel(target, place);
    const bool closes = target.name == "close";
    Colour ink = colours.ink;
    if (touched.hovered || touched.pressed) {
        const Colour face = closes            ? colours.danger
                            : touched.pressed ? colours.pressed
                                              : mixed(colours.pressed, colours.title, 0.4F);
        ink = closes ? colours.on_danger : ink;
        const Clipped clip(kit.picture(), place);
        // The corner of the window is round, and so is its button's.
        const float round = closes ? frame.radius : 0;
        kit.picture().fill({place.x - round, place.y, place.w + round, place.h + round}, face, round);
    }
    kit.icon(target.picture, place, 18, ink);
    kit.note(target, place);
}

/// The buttons at the right of the title bar; gives their left edge.
float paint_buttons(Kit& kit, const Frame& frame) {
    float right = frame.title.right();
    if (!kit.is_bar_look()) {
        right -= kit.px(4);
    }
    for (const std::string_view name : {"close", "maximise", "minimise"}) {
        const Target* target = kit.find(name);
        if (target == nullptr) {
            continue;
        }
        const float wide = kit.px(kit.is_bar_look() ? bar_button_wide : title_high);
        const Rect place{right - wide, frame.title.y, wide, frame.title.h};
        if (kit.is_bar_look()) {
            paint_bar_button(kit, *target, place, frame);
        } else {
            paint_close_round(kit, *target, place);
        }
        right -= wide;
    }
    return right;
}

void paint_title(Kit& kit, const Frame& frame, const Window& window, bool is_front) {
    const Target* title = kit.find("title");
    if (title == nullptr) {
        return;
    }
    kit.note(*title, frame.title);
    const float right = paint_buttons(kit, frame);
    const Colour ink = is_front ? kit.colours().ink : kit.colours().soft_ink;
    const std::string words = kit.words(title->words);
    if (kit.is_bar_look()) {
        const std::string program = "program-" + std::string(world::name_of(window.program));
        kit.art(program, {frame.title.x + kit.px(8), frame.title.y, kit.px(26), frame.title.h}, 24);
        const float left = frame.title.x + kit.px(42);
        kit.line(words, {left, frame.title.y, right - left - kit.px(8), frame.title.h}, kit.style(16.5, ink));
        return;
    }
    const float side = frame.title.right() - right + kit.px(6);
    kit.line(words, {frame.title.x + side, frame.title.y, frame.title.w - 2 * side, frame.title.h},
             kit.style(17, ink, true, Align::centre));
}

void paint_grip(Kit& kit, const Frame& frame) {
    const Target* grip = kit.find("grip");
    if (grip == nullptr) {
        return;
    }
    const float side = kit.px(grip_side);
    const Rect place{frame.rect.right() - side, frame.rect.bottom() - side, side, side};
    const Feel touched = kit.feel(*grip, place);
    const Colour ink = touched.hovered || touched.pressed ? kit.colours().accent : kit.colours().field_line;
    for (const double away : {5.0, 10.0, 15.0}) {
        const float by = kit.px(away);
        const float edge = kit.px(4);
        kit.picture().line({place.right() - edge - by, place.bottom() - edge},
                           {place.right() - edge, place.bottom() - edge - by}, std::max(1.0F, kit.px(1.6)), ink);
    }
    kit.note(*grip, place);
}

/// What lies behind a window's dialog, in the window's own shape.
void veil(const DeskScene& scene, const Frame& frame) {
    const Clipped clip(scene.stage.picture(), frame.rect);
    paint_veil(scene, {frame.rect.x, frame.rect.y, frame.rect.w, frame.rect.h + frame.radius}, frame.radius);
}

/// Of a window behind others only itself can be touched.
void note_behind(const DeskScene& scene, const Window& window, const Rect& rect) {
    const auto live = scene.memory.live.find(window.name);
    if (live == scene.memory.live.end()) {
        return;
    }
    Kit kit = scene.kit({}, window.name);
    kit.note(live->second, rect);
    if (kit.feel(live->second, rect).lit) {
        scene.stage.picture().outline(rect, std::max(2.0F, scene.stage.px(3)), scene.colours().accent,
                                      scene.stage.px(10));
    }
}

void paint_window(const DeskScene& scene, const Window& window, bool is_front) {
    const Frame frame = frame_of(scene, window);
    scene.begin_layer(window.name, frame.rect);
    paint_ground(scene, frame, is_front);
    Kit kit(scene.stage, scene.cues, scene.memory, scene.desk, &window, world::targets_of(scene.desk, window),
            window.name);
    paint_title(kit, frame, window, is_front);
    {
        const Clipped clip(scene.stage.picture(), frame.inside);
        std::visit([&](const auto& program) { paint_program(kit, program, frame.inside); }, window.program);
    }
    paint_edge(scene, frame, is_front);
    paint_grip(kit, frame);
    if (!is_front) {
        note_behind(scene, window, frame.rect);
    }
    for (const world::Dialog& dialog : window.dialogs) {
        veil(scene, frame);
        paint_dialog(scene, dialog, frame.rect, is_front && &dialog == &window.dialogs.back());
    }
}

} // namespace

void paint_windows(const DeskScene& scene) {
    const Window* front = world::active_window(scene.desk);
    for (const Window& window : scene.desk.windows) {
        if (!window.minimised) {
            paint_window(scene, window, &window == front);
        }
    }
}

} // namespace screen
