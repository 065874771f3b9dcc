// What presses and releases of the mouse's buttons do: clicks, double-clicks, menus, picking up and putting down.
#include "world/pointer_rules.h"

#include <algorithm>

namespace world::rules {
namespace {

/// Presses further apart than this are two clicks of their own, not one slow double-click. ms
constexpr std::int64_t slowest_pair = 3000;
/// Presses on one thing, each so soon after the one before, are one streak. ms
constexpr std::int64_t streak_gap = 1500;
/// So many presses beyond what a task needs are too many.
constexpr int presses_too_many = 3;
/// A thing put down so close to where it was taken was let go too early. Units
constexpr double early_distance = 30;
std::string word_for(Button button) {
    constexpr std::array words{"left", "middle", "right"};
    return words.at(static_cast<std::size_t>(button));
}

ButtonState& state_of(PointerPractice& practice, Button button) {
    return practice.buttons.at(static_cast<std::size_t>(button));
}

int presses_needed(const Thing& thing) {
    if (thing.task == Task::double_click) {
        return 2;
    }
    return needs_button(thing) || thing.task == Task::home ? 1 : 0;
}

void count_press(PointerPractice& practice, Events& events, ThingIndex index) {
    Streak& streak = practice.streak;
    const bool goes_on = streak.thing == index && practice.now - streak.at <= streak_gap;
    streak = {index, practice.now, goes_on ? streak.count + 1 : 1};
    const Thing& thing = practice.things[index];
    if (streak.count == presses_needed(thing) + presses_too_many) {
        tell_slip(practice, events, "pointer.many_clicks", {{"thing", thing.name}});
    }
}

/// Whether this press and the click before make a pair; tells what stood in the way where a double-click is wanted.
void pair_with_last(PointerPractice& practice, Events& events, ButtonState& state, Button button) {
    const LastClick& last = practice.last_click;
    if (last.thing != state.thing || last.button != button || last.count == 0) {
        return;
    }
    const Thing& thing = practice.things[state.thing];
    const bool wanted = thing.task == Task::double_click && !thing.done && button == Button::left;
    const std::int64_t interval = state.at - last.at;
    const double between = distance(state.point, last.point);
    if (static_cast<double>(interval) > practice.tolerance.interval) {
        if (wanted && interval <= slowest_pair) {
            tell_slip(practice, events, "pointer.slow_double_click",
                      {{"thing", thing.name}, {"interval", static_cast<double>(interval)}});
        }
    } else if (between > practice.tolerance.drift) {
        if (wanted) {
            tell_slip(practice, events, "pointer.moved_between_clicks", {{"thing", thing.name}, {"drift", between}});
        }
    } else {
        state.second = true;
        state.interval = static_cast<double>(interval);
        state.between = between;
    }
}

void pick_up(PointerPractice& practice, Events& events, Thing& thing) {
    const Point pointer = pointer_on_page(practice);
    thing.centre = place_of(thing, practice.now);
    thing.track = 0;
    thing.paused = -1;
    thing.taken_from = thing.centre;
    thing.grip = {thing.centre.x - pointer.x, thing.centre.y - pointer.y};
    thing.lies_in.clear();
    thing.held = Held::by_button;
    tell(practice, events, "pointer.picked_up", {{"thing", thing.name}});
}

void put_into(PointerPractice& practice, Events& events, ThingIndex index, ThingIndex home_index, std::string_view by) {
    Thing& thing = practice.things[index];
    const Thing& home = practice.things[home_index];
    thing.held = Held::no;
    thing.lies_in = home.name;
    tell(practice, events, "pointer.dropped", {{"thing", thing.name}, {"home", home.name}, {"by", std::string(by)}});
    if (is_home_of(home, thing)) {
        finish(practice, events, index);
    } else {
        tell_slip(practice, events, "pointer.wrong_thing", {{"thing", home.name}});
    }
}

/// The button comes up from a thing that was dragged with it.
void end_drag(PointerPractice& practice, Events& events, ThingIndex index, const ButtonState& state) {
    Thing& thing = practice.things[index];
    const double carried = distance(thing.centre, thing.taken_from); // the wheel may have done it, under a still hand
    if (std::max(state.drift, carried) <= practice.tolerance.drift) {
        thing.held = Held::by_clicks;
        return;
    }
    thing.held = Held::no;
    const ThingIndex home = home_under(practice, thing);
    if (home != no_thing) {
        put_into(practice, events, index, home, "drag");
    } else if (carried <= early_distance) {
        tell_slip(practice, events, "pointer.dropped_early", {{"thing", thing.name}});
    } else {
        tell_slip(practice, events, "pointer.dropped_outside", {{"thing", thing.name}});
    }
}

/// The click after a thing was picked up by a click: into a home, or back to where it was.
void put_down(PointerPractice& practice, Events& events, ThingIndex index) {
    Thing& thing = practice.things[index];
    const ThingIndex home = home_under(practice, thing);
    if (home != no_thing) {
        put_into(practice, events, index, home, "clicks");
        return;
    }
    thing.held = Held::no;
    const bool carried = distance(thing.centre, thing.taken_from) > early_distance;
    thing.centre = thing.taken_from;
    if (carried) {
        tell_slip(practice, events, "pointer.dropped_outside", {{"thing", thing.name}});
    }
}

/// The left button comes up from a thing that is held.
void let_go(PointerPractice& practice, Events& events, const ButtonState& state) {
    Thing& thing = practice.things[state.thing];
    if (thing.held == Held::by_clicks) {
        put_down(practice, events, state.thing);
    } else if (thing.task == Task::drag) {
        end_drag(practice, events, state.thing, state);
    } else {
        thing.held = Held::no;
        tell_slip(practice, events, "pointer.dropped_early", {{"thing", thing.name}});
    }
}

void open_menu(PointerPractice& practice, Events& events, ThingIndex index) {
    const Thing& thing = practice.things[index];
    const double height = menu_item_height * static_cast<double>(thing.items.size()) + 2 * menu_edge;
    const double x = std::clamp(practice.pointer.x + 2, 0.0, stage_width - menu_width);
    const double y = std::clamp(practice.pointer.y + 2, 0.0, std::max(0.0, stage_height - height));
    practice.menu = {index, {x, y, menu_width, height}};
    tell(practice, events, "pointer.menu_opened", {{"thing", thing.name}});
}

void choose(PointerPractice& practice, Events& events, std::size_t item) {
    const ThingIndex index = practice.menu.thing;
    const Thing& thing = practice.things[index];
    const auto choice = static_cast<double>(item + 1);
    practice.menu = {};
    tell(practice, events, "pointer.chosen", {{"thing", thing.name}, {"choice", choice}});
    if (item == thing.choice) {
        finish(practice, events, index);
    } else {
        tell_slip(practice, events, "pointer.wrong_choice", {{"thing", thing.name}, {"choice", choice}});
    }
}

/// Tells how far a press drifted that is too far for a good click.
void tell_drift(PointerPractice& practice, Events& events, const ButtonState& state) {
    const Thing& thing = practice.things[state.thing];
    if (state.drift > practice.tolerance.drift || !covers(thing, pointer_on_page(practice), practice.now)) {
        tell_slip(practice, events, "pointer.moved_while_clicking", {{"thing", thing.name}, {"drift", state.drift}});
    }
}

void left_click(PointerPractice& practice, Events& events, const ButtonState& state) {
    const Thing& thing = practice.things[state.thing];
    if (thing.task == Task::none) {
        tell_slip(practice, events, "pointer.wrong_thing", {{"thing", thing.name}});
    } else if (!thing.done && (thing.task == Task::click || (thing.task == Task::double_click && state.second))) {
        finish(practice, events, state.thing);
    }
}

void right_click(PointerPractice& practice, Events& events, const ButtonState& state) {
    const Thing& thing = practice.things[state.thing];
    if (!thing.done && thing.task == Task::right_click) {
        finish(practice, events, state.thing);
    } else if (!thing.done && thing.task == Task::menu) {
        open_menu(practice, events, state.thing);
    }
}

void click(PointerPractice& practice, Events& events, const ButtonState& state, Button button) {
    const std::string name = practice.things[state.thing].name;
    const int count = state.second ? practice.last_click.count + 1 : 1;
    practice.last_click = {state.thing, button, state.at, state.point, count};
    practice.attempt.interval = state.interval;
    practice.attempt.drift = state.second ? state.between : state.drift;
    tell(practice, events, "pointer.clicked",
         {{"thing", name}, {"button", word_for(button)}, {"clicks", static_cast<double>(count)}});
    if (button == Button::left) {
        if (count == 2) {
            tell(practice, events, "pointer.double_clicked",
                 {{"thing", name}, {"interval", state.interval}, {"drift", state.between}});
        }
        left_click(practice, events, state);
    } else if (button == Button::right) {
        right_click(practice, events, state);
    }
}

/// Whether a click beside everything is worth a word: only where there is something to be clicked.
bool clicks_are_wanted(const PointerPractice& practice) {
    return std::any_of(practice.things.begin(), practice.things.end(),
                       [](const Thing& thing) { return needs_button(thing) && !thing.done && !thing.hidden; });
}

/// A press while a menu is open. Gives whether that was all it did.
bool press_at_menu(PointerPractice& practice, ButtonState& state, Button button) {
    if (practice.menu.thing == no_thing) {
        return false;
    }
    state.item = menu_item_under_pointer(practice);
    if (state.item != no_thing || practice.menu.frame.contains(practice.pointer)) {
        return true;
    }
    practice.menu = {};
    state.spent = button != Button::right; // a right press goes on to the menu of what it is on
    return state.spent;
}

void press_on_thing(PointerPractice& practice, Events& events, ButtonState& state, Button button) {
    const ThingIndex index = state.thing;
    Thing& thing = practice.things[index];
    if (thing.track > 0 && thing.paused < 0) {
        thing.paused = practice.now; // it waits for the hand, once caught
    }
    count_press(practice, events, index);
    if (!thing.done && needs_button(thing) && button != button_for(thing)) {
        tell_slip(practice, events, "pointer.wrong_button", {{"thing", thing.name}, {"button", word_for(button)}});
    }
    pair_with_last(practice, events, state, button);
    if (button == Button::left && !thing.done && (thing.task == Task::drag || thing.task == Task::trace)) {
        pick_up(practice, events, thing);
    }
}

} // namespace

bool makes_click(const PointerPractice& practice, const ButtonState& state) {
    constexpr double forgiving_diameter = 140; // so large that even a long drift on it is meant as a click
    const Thing& thing = practice.things[state.thing];
    return covers(thing, pointer_on_page(practice), practice.now) &&
           (state.drift <= practice.tolerance.drift || thing.diameter >= forgiving_diameter);
}

void press(PointerPractice& practice, Events& events, Button button) {
    ButtonState& state = state_of(practice, button);
    if (state.down) {
        return;
    }
    state = {};
    state.down = true;
    state.at = practice.now;
    state.point = practice.pointer;
    if (press_at_menu(practice, state, button)) {
        return;
    }
    const ThingIndex held = held_thing(practice);
    if (held != no_thing && practice.things[held].held == Held::by_clicks && button == Button::left) {
        state.thing = held;
    } else if (held != no_thing) {
        state.spent = true; // one hand carries; the other buttons wait
        tell_slip(practice, events, "pointer.wrong_button",
                  {{"thing", practice.things[held].name}, {"button", word_for(button)}});
    } else {
        state.thing = hit(practice);
        if (state.thing != no_thing) {
            press_on_thing(practice, events, state, button);
        }
    }
    look_under_pointer(practice);
}

void release(PointerPractice& practice, Events& events, Button button) {
    const ButtonState state = state_of(practice, button);
    state_of(practice, button) = {};
    if (!state.down || state.spent) {
        return;
    }
    if (state.item != no_thing) {
        if (state.item == menu_item_under_pointer(practice)) {
            choose(practice, events, state.item);
        }
    } else if (state.thing == no_thing) {
        if (practice.menu.thing == no_thing && clicks_are_wanted(practice)) {
            tell_slip(practice, events, "pointer.missed", {});
        }
    } else if (Thing& thing = practice.things[state.thing]; thing.held != Held::no) {
        if (button == Button::left) {
            let_go(practice, events, state);
        }
    } else {
        tell_drift(practice, events, state);
        if (makes_click(practice, state)) {
            click(practice, events, state, button);
        } else {
            practice.last_click = {};
        }
    }
    look_under_pointer(practice);
}

} // namespace world::rules
