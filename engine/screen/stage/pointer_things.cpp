// Draws things, their homes, what is written below them, and how far their task has come.
#include "screen/stage/pointer_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <string>

namespace screen {

using world::Held;
using world::PointerPractice;
using world::Task;
using world::Thing;
using world::ThingIndex;

namespace {

constexpr int appear = 420;           // ms
constexpr double widest_hop = 12;     // units
constexpr double least_for_halo = 96; // diameter, units

/// Things of one kind that have no picture of their own have one colour.
Colour calm_colour(const Thing& thing) {
    constexpr std::array colours{hex(0x4BA3A0), hex(0xE9B872), hex(0x8FA9D0),
                                 hex(0xD98F7B), hex(0xA3B86C), hex(0xB79AC8)};
    std::size_t sum = 0;
    for (const char c : thing.kind) {
        sum = sum * 31 + static_cast<unsigned char>(c);
    }
    return colours.at(sum % colours.size());
}

void plain_disc(const Stage& stage, const Thing& thing, Point centre, float diameter, float share) {
    const float radius = diameter / 2;
    const Colour colour = calm_colour(thing);
    stage.picture().disc(centre, radius, faded(colour, share));
    stage.picture().ring(centre, radius * 0.78F, std::max(2.0F, radius * 0.06F), faded(hex(0xFFFFFF, 190), share));
    stage.picture().ring(centre, radius, std::max(1.5F, radius * 0.05F),
                         faded(mixed(colour, hex(0x1F2A44), 0.55F), share));
}

/// Dark edges need a light ground, whatever the theme.
void light_ground(const Stage& stage, Point centre, float diameter, float share) {
    if (stage.theme().outline > 1) {
        stage.picture().disc(centre, diameter * 0.5F + stage.px(5), faded(hex(0xF6F1E7), share));
    }
}

void lying_shadow(const Stage& stage, Point centre, float diameter, float lift, float share) {
    const float width = diameter * 0.62F;
    const float height = diameter * 0.1F;
    const Rect rect{centre.x - width / 2, centre.y + diameter * 0.42F + lift, width, height};
    stage.picture().shadow(rect, diameter * 0.06F, faded(hex(0x1F2A44, 80), share), height / 2);
}

void draw_picture(const Stage& stage, const Thing& thing, Point centre, float diameter, float share, float done) {
    if (thing.picture.empty() || !stage.ui.art().has(thing.picture)) {
        plain_disc(stage, thing, centre, diameter, share);
        return;
    }
    const std::string after = thing.picture + "-done";
    const bool changes = thing.done && stage.ui.art().has(after);
    if (!changes || done < 1) {
        picture_at(stage, thing.picture, centre, diameter, share);
    }
    if (changes) {
        picture_at(stage, after, centre, diameter, share * done);
    }
}

/// The ring that fills while the pointer rests on a thing.
void draw_rest(const Stage& stage, const Thing& thing, Point centre, float diameter, float share) {
    if (thing.task != Task::stay || thing.done) {
        return;
    }
    const float width = std::max(4.0F, stage.px(9));
    const float radius = diameter / 2 + width + stage.px(4);
    stage.picture().ring(centre, radius, width, faded(mixed(stage.theme().stage, stage.theme().ink, 0.16F), share));
    const auto filled = static_cast<float>(world::rest_progress(thing));
    if (filled > 0) {
        stage.picture().arc(centre, radius, width, 0, filled, faded(stage.theme().good, share));
    }
}

void draw_halo(const Stage& stage, Point centre, float diameter) {
    stage.picture().disc(centre, diameter / 2 + stage.px(10),
                         faded(stage.theme().primary, stage.theme().outline > 1 ? 0.6F : 0.13F));
}

bool is_pressed(const PointerPractice& practice, ThingIndex index) {
    return std::ranges::any_of(practice.buttons,
                               [&](const world::ButtonState& state) { return state.down && state.thing == index; });
}

/// Whether the thing reacts to the pointer: it can be aimed at, and is large enough for that to help.
bool shows_hover(const PointerPractice& practice, const Thing& thing, ThingIndex index) {
    return practice.under_pointer == index && thing.task != Task::none && thing.held == Held::no && !thing.done &&
           thing.diameter >= least_for_halo;
}

/// A thing that is carried over this home.
bool receives(const PointerPractice& practice, const Thing& home) {
    return std::ranges::any_of(practice.things, [&](const Thing& thing) {
        const bool fits = thing.to == home.name || thing.to == home.kind;
        return thing.held != Held::no && fits &&
               std::hypot(thing.centre.x - home.centre.x, thing.centre.y - home.centre.y) < home.diameter / 2;
    });
}

} // namespace

void paint_label(const Stage& stage, const PointerPractice& practice, const Thing& thing, std::int64_t now, float share,
                 Colour ground) {
    if (thing.label.empty()) {
        return;
    }
    const world::Rectangle box = world::label_box(thing, now);
    const world::Point corner_at = world::on_stage(practice, {box.x, box.y});
    const Rect rect = stage.at(world::Rectangle{corner_at.x, corner_at.y, box.width, box.height});
    const TextStyle style =
        readable(stage, text_style(stage, 22, faded(stage.theme().ink, share), false, Align::centre));
    const TextBlock words = fitted(stage, thing.label, style, rect.w, rect.h);
    const float width = words.width + stage.px(20);
    stage.picture().fill({rect.centre().x - width / 2, rect.y, width, words.height}, ground, stage.px(10));
    draw(stage.picture(), words, {rect.x, rect.y});
}

void paint_home(const Stage& stage, const PointerPractice& practice, ThingIndex index, const StageCues& cues,
                float share) {
    const Thing& thing = practice.things[index];
    const Point centre = stage.at(world::on_stage(practice, world::place_of(thing, cues.now)));
    const float diameter = stage.px(thing.diameter);
    const Rect mat = Rect{centre.x - diameter / 2, centre.y - diameter / 2, diameter, diameter}.inset(-stage.px(12));
    const bool open = receives(practice, thing);
    const Theme& theme = stage.theme();
    const float radius = stage.px(28);
    stage.picture().fill(mat, faded(theme.primary, share * (open ? 0.3F : 0.1F)), radius);
    stage.picture().outline(mat, std::max(2.0F, stage.px(open ? 4 : 2)),
                            faded(theme.primary, share * (open ? 1 : 0.45F)), radius);
    light_ground(stage, centre, diameter, share);
    draw_picture(stage, thing, centre, diameter, share, 1);
    paint_label(stage, practice, thing, cues.now, share);
}

void paint_thing(const Stage& stage, const PointerPractice& practice, ThingIndex index, const StageCues& cues,
                 float share) {
    const Thing& thing = practice.things[index];
    const bool held = thing.held != Held::no && thing.task == Task::drag;
    const Point place = stage.at(world::on_stage(practice, world::place_of(thing, cues.now)));
    const float diameter = stage.px(thing.diameter) * (held ? 1.06F : 1.0F);
    const float lift = held ? stage.px(10) : 0;
    const float done = stage.ui.glide("stage/done/" + thing.name, thing.done ? 1.0F : 0.0F, thing.done ? appear : 0);
    const float hop =
        thing.done ? std::sin(done * std::numbers::pi_v<float>) * stage.px(std::min(widest_hop, thing.diameter / 8))
                   : 0;
    const float sink = is_pressed(practice, index) && !held ? stage.px(2) : 0;
    const Point centre{place.x, place.y - hop - lift + sink};

    if (shows_hover(practice, thing, index)) {
        draw_halo(stage, place, diameter);
    }
    draw_rest(stage, thing, place, diameter, share);
    if (held) {
        lying_shadow(stage, centre, diameter, lift, share);
    }
    if (thing.lies_in.empty()) {
        light_ground(stage, centre, diameter, share);
    }
    draw_picture(stage, thing, centre, diameter, share, done);
    if (thing.done && thing.task != Task::drag) {
        const float radius = stage.px(std::clamp(thing.diameter * 0.13, 11.0, 20.0));
        check_badge(stage, {centre.x + diameter * 0.38F, centre.y + diameter * 0.36F}, radius, done * share);
    }
    paint_label(stage, practice, thing, cues.now, share);
}

} // namespace screen
