// Draws what helps: the ring around what comes next, and the pointer of a demonstration.
#include "screen/stage/pointer_parts.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace screen {

using world::PointerPractice;
using world::Thing;
using world::ThingIndex;

namespace {

/// The thing that a place on the stage lies on; what is still to be done before the rest.
ThingIndex thing_at(const PointerPractice& practice, world::Point on_stage, std::int64_t now) {
    const world::Point place = world::on_page(practice, on_stage);
    ThingIndex best = world::no_thing;
    double best_away = 0;
    for (ThingIndex i = 0; i < practice.things.size(); ++i) {
        const Thing& thing = practice.things[i];
        const world::Point centre = world::place_of(thing, now);
        const double away = std::hypot(centre.x - place.x, centre.y - place.y);
        // What glides is aimed at where it will be; all else where it is.
        const double reach = std::max(thing.diameter, world::smallest_target) / 2 + thing.track;
        const bool can_be_meant = !thing.hidden && !thing.done && thing.held == world::Held::no;
        if (can_be_meant && away <= reach && (best == world::no_thing || away < best_away)) {
            best = i;
            best_away = away;
        }
    }
    return best;
}

ThingIndex index_of(const PointerPractice& practice, const Thing* thing) {
    return thing == nullptr ? world::no_thing : static_cast<ThingIndex>(thing - practice.things.data());
}

/// Fills in what a deed is aimed at.
struct Aiming {
    const PointerPractice& practice;
    const StageCues& cues;
    Aim aim{};

    void at_pointer() {
        aim.item = world::menu_item_under_pointer(practice);
        aim.thing = practice.under_pointer;
    }
    void operator()(const world::Move& to) {
        const world::Point place{to.x, to.y};
        for (std::size_t i = 0;
             practice.menu.thing != world::no_thing && i < practice.things[practice.menu.thing].items.size(); ++i) {
            if (world::menu_item(practice, i).contains(place)) {
                aim.item = i;
                aim.thing = practice.menu.thing;
                return;
            }
        }
        aim.thing = thing_at(practice, place, cues.now);
        if (aim.thing == world::no_thing) {
            aim.place = place;
            const ThingIndex held = index_of(practice, world::current_thing(practice));
            aim.thing =
                held != world::no_thing && practice.things[held].held != world::Held::no ? held : world::no_thing;
        }
    }
    void operator()(const world::Press& press) {
        at_pointer();
        aim.button = press.button;
    }
    void operator()(const world::Release& release) {
        at_pointer();
        aim.button = release.button;
        aim.lets_go = true;
        // What is carried is let go over its home.
        const bool carries = aim.thing != world::no_thing && practice.things[aim.thing].held != world::Held::no;
        if (carries) {
            const ThingIndex home = index_of(practice, world::home_of(practice, practice.things[aim.thing]));
            aim.thing = home != world::no_thing ? home : aim.thing;
        }
    }
    void operator()(const world::Scroll& scroll) { aim.wheel = scroll.notches < 0 ? -1 : 1; }
    void operator()(const world::Wait&) { at_pointer(); }
    /// Keys, and what is done to targets by name, do not aim at things.
    template <typename Other>
    void operator()(const Other&) {}
};

std::string_view icon_for(const Aim& aim) {
    if (aim.wheel != 0) {
        return "icon-mouse-wheel";
    }
    if (aim.lets_go) {
        return "icon-mouse";
    }
    return aim.button == world::Button::right ? "icon-mouse-right" : "icon-mouse-left";
}

/// A ring of so many px around something round.
void warm_ring(const Stage& stage, Point centre, float radius, float swell) {
    const Colour colour = warm(stage.theme());
    const float width = std::max(4.0F, stage.px(7));
    const float edge = radius + stage.px(10) + width + swell * stage.px(8);
    stage.picture().ring(centre, edge + stage.px(7), width + stage.px(14), faded(colour, 0.22F));
    stage.picture().ring(centre, edge, width, colour);
}

void warm_frame(const Stage& stage, const Rect& rect, float swell) {
    const Colour colour = warm(stage.theme());
    const Rect frame = rect.inset(-stage.px(2) - swell * stage.px(3));
    stage.picture().outline(frame, std::max(3.0F, stage.px(5)), colour, stage.px(10));
}

/// A place for a card beside something round that lies wholly on the stage.
Rect beside(const Stage& stage, Point centre, float radius) {
    const float side = stage.px(72);
    const float away = radius + stage.px(26);
    float x = centre.x + away * 0.8F;
    if (x + side > stage.rect.right() - stage.px(40)) {
        x = centre.x - away * 0.8F - side;
    }
    const float y = std::clamp(centre.y - away * 0.8F - side / 2, stage.rect.y + stage.px(10),
                               stage.rect.bottom() - side - stage.px(10));
    return {x, y, side, side};
}

void draw_arrowhead(const Stage& stage, Point centre, float direction) {
    const float size = stage.px(16);
    stage.picture().stroke({{centre.x - size, centre.y - direction * size * 0.5F},
                            {centre.x, centre.y + direction * size * 0.5F},
                            {centre.x + size, centre.y - direction * size * 0.5F}},
                           std::max(4.0F, stage.px(7)), warm(stage.theme()));
}

/// In the middle of the stage's edge towards which the page is to go.
void point_out_wheel(const Stage& stage, const Aim& aim, float swell) {
    const float side = stage.px(104);
    const auto direction = static_cast<float>(aim.wheel);
    const Point middle = stage.at(world::Point{world::stage_width / 2, world::stage_height / 2 + 190.0 * aim.wheel});
    icon_card(stage, "icon-mouse-wheel", {middle.x - side / 2, middle.y - side / 2, side, side});
    const float first = side / 2 + stage.px(20);
    for (const float further : {0.0F, stage.px(20)}) {
        draw_arrowhead(stage, {middle.x, middle.y + direction * (first + further + swell * stage.px(8))}, direction);
    }
}

std::string_view ghost_hand(const StageCues& cues) {
    if (!cues.ghost_presses || !cues.ghost_button) {
        return "demo-hand-mouse";
    }
    return *cues.ghost_button == world::Button::right ? "demo-hand-mouse-right" : "demo-hand-mouse-left";
}

/// The mouse in a corner of the stage, with the hand on it: which button the demonstration presses.
void draw_ghost_mouse(const Stage& stage, const PointerPractice& practice, const StageCues& cues) {
    constexpr double width = 132;
    constexpr double height = 160;
    const Rect card = stage.at(free_place(practice, width, height).place);
    const float radius = stage.px(16);
    stage.picture().shadow(card.moved(0, stage.px(3)), stage.px(12), stage.theme().shadow, radius);
    stage.picture().fill(card, hex(0xFDFBF6), radius);
    stage.picture().outline(card, std::max(1.0F, stage.px(2)), stage.theme().line, radius);
    const Clipped clipped(stage.picture(), card.inset(stage.px(3)));
    const Rect hand{card.centre().x - stage.px(58), card.y + stage.px(14), stage.px(116), stage.px(145)};
    art(stage.ui, ghost_hand(cues), hand);
    if (cues.ghost_wheel != 0) {
        const float side = stage.px(52);
        icon(stage.ui, "icon-mouse-wheel", {card.right() - side - stage.px(2), card.y + stage.px(4), side, side},
             hex(0xB4520B));
    }
}

} // namespace

Aim aim_of(const PointerPractice& practice, const StageCues& cues) {
    Aiming aiming{practice, cues};
    if (cues.next) {
        std::visit(aiming, cues.next->deed);
    } else {
        aiming.aim.thing = index_of(practice, world::current_thing(practice));
    }
    return aiming.aim;
}

namespace {

/// Where it is aimed at, px; nothing for the wheel and for waiting.
std::optional<Point> aimed_at(const Stage& stage, const PointerPractice& practice, const Aim& aim,
                              const StageCues& cues) {
    if (aim.item != world::no_thing) {
        return stage.at(world::menu_item(practice, aim.item)).centre();
    }
    if (aim.place) {
        return stage.at(*aim.place);
    }
    if (aim.thing != world::no_thing) {
        return stage.at(world::on_stage(practice, world::place_of(practice.things[aim.thing], cues.now)));
    }
    return std::nullopt;
}

} // namespace

void paint_region(const Stage& stage, const PointerPractice& practice, const StageCues& cues) {
    constexpr float steps = 4; // the region is two of them wide and high
    const Aim aim = aim_of(practice, cues);
    const std::optional<Point> at = aimed_at(stage, practice, aim, cues);
    if (!at) {
        paint_aim(stage, practice, aim, cues);
        return;
    }
    const auto corner_at = [](float place, float begin, float length) {
        const float step = length / steps;
        return begin + step * std::clamp(std::floor((place - begin) / step - 0.5F), 0.0F, steps - 2);
    };
    const Rect region{corner_at(at->x, stage.rect.x, stage.rect.w), corner_at(at->y, stage.rect.y, stage.rect.h),
                      stage.rect.w * 2 / steps, stage.rect.h * 2 / steps};
    light(stage, region, stage.rect, pulse(stage, cues));
}

void paint_aim(const Stage& stage, const PointerPractice& practice, const Aim& aim, const StageCues& cues) {
    const float swell = pulse(stage, cues);
    if (aim.wheel != 0) {
        point_out_wheel(stage, aim, swell);
        return;
    }
    Point centre;
    float radius = 0;
    if (aim.item != world::no_thing) {
        const Rect row = stage.at(world::menu_item(practice, aim.item));
        warm_frame(stage, row, swell);
        centre = {row.right() - stage.px(20), row.centre().y};
        radius = stage.px(10);
    } else if (aim.place) {
        centre = stage.at(*aim.place);
        radius = stage.px(26);
        warm_ring(stage, centre, radius, swell);
    } else if (aim.thing != world::no_thing) {
        const Thing& thing = practice.things[aim.thing];
        centre = stage.at(world::on_stage(practice, world::place_of(thing, cues.now)));
        radius = stage.px(std::max(thing.diameter, world::smallest_target) / 2);
        warm_ring(stage, centre, radius, swell);
        const Colour ground = practice.tall > 1 ? stage.theme().surface : stage.theme().stage;
        paint_label(stage, practice, thing, cues.now, 1, faded(ground, 0.9F)); // readable where the ring crosses it
    } else {
        return;
    }
    stage.ui.note_place("help/ring", {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius});
    if (aim.button) {
        icon_card(stage, icon_for(aim), beside(stage, centre, radius));
    }
}

void paint_ghost(const Stage& stage, const PointerPractice& practice, const StageCues& cues) {
    draw_ghost_mouse(stage, practice, cues);
    const Point tip = stage.at(*cues.ghost);
    const float ripple =
        stage.ui.glide("stage/ripple", cues.ghost_presses ? 1.0F : 0.0F, cues.ghost_presses ? 260 : 160);
    if (ripple > 0) {
        const Colour colour = warm(stage.theme());
        stage.picture().disc(tip, stage.px(14) * ripple, faded(colour, 0.35F));
        stage.picture().ring(tip, stage.px(10) + stage.px(24) * ripple, std::max(3.0F, stage.px(5)),
                             faded(colour, ripple));
    }
    // The arrow's tip is 4 units from the left and top of its picture of 48 × 64.
    const float scale = stage.px(0.95);
    const Rect arrow{tip.x - 4 * scale, tip.y - 4 * scale, 48 * scale, 64 * scale};
    art(stage.ui, "pointer-ghost", arrow);
    stage.ui.note_place("help/ghost", arrow);
}

} // namespace screen
