// Doing actions on the pointer practice: time, the pointer's way, the wheel. Presses are in pointer_press.cpp.
#include "world/pointer.h"

#include "world/pointer_path.h"
#include "world/pointer_rules.h"

#include <algorithm>
#include <cmath>

namespace world {

using namespace rules;

namespace {

/// When a paused glide goes on: at once after the button comes up, or when no second click is awaited any more.
std::int64_t resume_time(const PointerPractice& practice, ThingIndex index) {
    std::int64_t time = practice.now;
    const LastClick& last = practice.last_click;
    if (practice.things[index].task == Task::double_click && last.thing == index) {
        time = std::max(time, last.at + static_cast<std::int64_t>(practice.tolerance.interval));
    }
    return time;
}

bool is_kept_waiting(const PointerPractice& practice, ThingIndex index) {
    return practice.menu.thing == index ||
           std::any_of(practice.buttons.begin(), practice.buttons.end(),
                       [&](const ButtonState& state) { return state.down && state.thing == index; });
}

void resume_glides(PointerPractice& practice, std::int64_t at) {
    for (ThingIndex i = 0; i < practice.things.size(); ++i) {
        Thing& thing = practice.things[i];
        if (thing.paused < 0 || thing.done || is_kept_waiting(practice, i)) {
            continue;
        }
        const std::int64_t time = resume_time(practice, i);
        if (time <= at) {
            thing.lag += time - thing.paused;
            thing.paused = -1;
        }
    }
}

/// Whether a thing that the pointer was on has stayed under it until `at`.
bool stays_under(const PointerPractice& practice, const Thing& thing, std::int64_t at) {
    if (thing.track <= 0 || thing.paused >= 0) {
        return true;
    }
    const double glided = thing.speed * static_cast<double>(at - practice.now) / 1000;
    return covers(thing, pointer_on_page(practice), at) && glided <= 2 * hit_radius(thing);
}

/// Time passes, with the pointer and the buttons as they are.
void advance(PointerPractice& practice, Events& events, std::int64_t at) {
    at = std::max(at, practice.now);
    resume_glides(practice, at);
    const ThingIndex under = practice.under_pointer;
    bool rested = false;
    if (under != no_thing && practice.things[under].task == Task::stay && !practice.things[under].done) {
        Thing& thing = practice.things[under];
        thing.rested = stays_under(practice, thing, at) ? thing.rested + at - practice.now : 0;
        rested = thing.rested >= rest_needed;
    }
    practice.now = at;
    if (rested) {
        practice.things[under].rested = rest_needed;
        tell(practice, events, "pointer.stayed", {{"thing", practice.things[under].name}});
        finish(practice, events, under);
    }
    look_under_pointer(practice);
}

void drag_along(PointerPractice& practice, Thing& thing) {
    const double radius = hit_radius(thing);
    const Point pointer = pointer_on_page(practice);
    const double edge = edge_margin + radius;
    thing.centre.x = std::clamp(pointer.x + thing.grip.x, edge, stage_width - edge);
    thing.centre.y = std::clamp(pointer.y + thing.grip.y, edge, page_height(practice) - edge);
}

void trace_along(PointerPractice& practice, Events& events, ThingIndex index, Point before) {
    Thing& thing = practice.things[index];
    const Point after = pointer_on_page(practice);
    const Following following =
        follow(thing.path, thing.path_width, thing.path_done, {before.x + thing.grip.x, before.y + thing.grip.y},
               {after.x + thing.grip.x, after.y + thing.grip.y});
    thing.path_done = following.along;
    thing.centre = point_along(thing.path, thing.path_done);
    constexpr double end_slack = 8;
    const bool arrived = thing.path_length - thing.path_done <= end_slack;
    if (!arrived && following.inside) {
        return;
    }
    thing.held = Held::no;
    for (ButtonState& state : practice.buttons) {
        state.spent = state.spent || state.thing == index;
    }
    if (arrived) {
        thing.path_done = thing.path_length;
        thing.centre = thing.path.back();
        tell(practice, events, "pointer.traced", {{"thing", thing.name}});
        finish(practice, events, index);
    } else {
        tell_slip(practice, events, "pointer.left_path", {{"thing", thing.name}});
    }
}

/// What is held goes with the pointer, which was at `before` on the page.
void carry(PointerPractice& practice, Events& events, Point before) {
    const ThingIndex held = held_thing(practice);
    if (held == no_thing) {
        return;
    }
    if (practice.things[held].task == Task::trace) {
        trace_along(practice, events, held, before);
    } else {
        drag_along(practice, practice.things[held]);
    }
}

void move(PointerPractice& practice, Events& events, const Move& deed) {
    if (!std::isfinite(deed.x) || !std::isfinite(deed.y)) {
        return;
    }
    const Point before = pointer_on_page(practice);
    practice.pointer = {std::clamp(deed.x, 0.0, stage_width), std::clamp(deed.y, 0.0, stage_height)};
    practice.pointer_known = true;
    if (!practice.attempt.from_known) {
        practice.attempt.from = pointer_on_page(practice);
        practice.attempt.from_known = true;
    }
    for (ButtonState& state : practice.buttons) {
        if (state.down) {
            state.drift = std::max(state.drift, distance(state.point, practice.pointer));
        }
    }
    carry(practice, events, before);
    look_under_pointer(practice);
    const ThingIndex under = practice.under_pointer;
    if (under != practice.last_reached) {
        practice.last_reached = under;
        if (under != no_thing) {
            tell(practice, events, "pointer.reached", {{"thing", practice.things[under].name}});
        }
    }
    if (under != no_thing && practice.things[under].task == Task::reach && !practice.things[under].done) {
        finish(practice, events, under);
    }
}

bool is_seen(const PointerPractice& practice, const Thing& thing) {
    return thing.task == Task::see && !thing.done && !thing.hidden &&
           away_from_view(practice, extent(thing, practice.now)) <= 0;
}

void scroll(PointerPractice& practice, Events& events, const Scroll& deed) {
    if (!std::isfinite(deed.notches)) {
        return;
    }
    const double end = scroll_end(practice);
    const double to = std::clamp(practice.scroll + deed.notches * notch_height, 0.0, end);
    if (to == practice.scroll) {
        return;
    }
    const Point before = pointer_on_page(practice);
    practice.scroll = to;
    practice.menu = {};
    tell(practice, events, "pointer.scrolled", {{"to", 100 * to / end}});
    carry(practice, events, before);
    look_under_pointer(practice);
    std::vector<ThingIndex> seen;
    for (ThingIndex i = 0; i < practice.things.size(); ++i) {
        if (is_seen(practice, practice.things[i])) {
            seen.push_back(i);
        }
    }
    for (const ThingIndex i : seen) {
        tell(practice, events, "pointer.seen", {{"thing", practice.things[i].name}});
        finish(practice, events, i);
    }
}

} // namespace

std::vector<Event> apply(PointerPractice& practice, const Action& action) {
    Events events;
    advance(practice, events, action.at);
    if (const auto* to = std::get_if<Move>(&action.deed)) {
        move(practice, events, *to);
    } else if (const auto* pressed = std::get_if<Press>(&action.deed)) {
        press(practice, events, pressed->button);
    } else if (const auto* released = std::get_if<Release>(&action.deed)) {
        release(practice, events, released->button);
    } else if (const auto* turned = std::get_if<Scroll>(&action.deed)) {
        scroll(practice, events, *turned);
    }
    return events;
}

std::vector<Fact> facts(const PointerPractice& practice) {
    std::vector<Fact> all(1);
    double left = 0;
    double done = 0;
    for (const Thing& thing : practice.things) {
        if (has_task(thing)) {
            (thing.done ? done : left) += 1;
        }
        all.push_back({"pointer.thing",
                       {{"name", thing.name}, {"task", std::string(name_of(thing.task))}, {"done", thing.done}}});
    }
    all.front() = {"pointer.things", {{"left", left}, {"done", done}}};
    return all;
}

} // namespace world
