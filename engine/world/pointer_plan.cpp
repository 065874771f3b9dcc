// What a person would do next, and how far there is still to go: what hints, demonstrations and proofs search with.
#include "world/pointer_path.h"
#include "world/pointer_rules.h"

#include <algorithm>
#include <cmath>

namespace world {

using namespace rules;

namespace {

// An easy pace, ms.
constexpr std::int64_t move_time = 600;
constexpr std::int64_t step_time = 200;
constexpr std::int64_t press_time = 150;
constexpr std::int64_t release_time = 120;
constexpr std::int64_t scroll_time = 300;
constexpr std::int64_t wait_time = 300;

constexpr double path_step = 50;        ///< units from one waypoint of a path to the next
constexpr double nothing_gained = 0.05; ///< what a button held down for nothing costs

// --- How far it still is -------------------------------------------------------------------------------------------

/// How near an extent is to being wholly in view: 1 when it is.
double nearness(const PointerPractice& practice, const Rectangle& extent) {
    return 1 - away_from_view(practice, extent) / page_height(practice);
}

const ButtonState& state_of(const PointerPractice& practice, Button button) {
    return practice.buttons.at(static_cast<std::size_t>(button));
}

/// Whether a button is down on a thing, and coming up now would be a click on it.
bool is_clicking(const PointerPractice& practice, ThingIndex index, Button button) {
    const ButtonState& state = state_of(practice, button);
    return state.down && !state.spent && state.thing == index && makes_click(practice, state);
}

/// Whether a second press, so many ms from now, would still make a double-click with one at that time and place.
bool pairs_with(const PointerPractice& practice, std::int64_t pressed_at, Point pressed, std::int64_t after) {
    return static_cast<double>(practice.now + after - pressed_at) <= practice.tolerance.interval &&
           distance(practice.pointer, pressed) <= practice.tolerance.drift;
}

bool awaits_second(const PointerPractice& practice, ThingIndex index) {
    const LastClick& last = practice.last_click;
    return last.thing == index && last.count == 1 && last.button == Button::left &&
           pairs_with(practice, last.at, last.point, press_time);
}

double double_click_progress(const PointerPractice& practice, ThingIndex index) {
    const ButtonState& left = state_of(practice, Button::left);
    if (is_clicking(practice, index, Button::left)) {
        const bool begins_pair = pairs_with(practice, left.at, left.point, release_time + press_time);
        return left.second ? 0.5 : (begins_pair ? 0.2 : 0);
    }
    return awaits_second(practice, index) ? 0.35 : 0;
}

double drag_progress(const PointerPractice& practice, const Thing& thing, ThingIndex index) {
    const Thing* home = home_of(practice, thing);
    if (home == nullptr) {
        return 0.4;
    }
    const ThingIndex over = home_under(practice, thing);
    if (over != no_thing && is_home_of(practice.things[over], thing)) {
        const ButtonState& left = state_of(practice, Button::left);
        return thing.held == Held::by_clicks && left.down && left.thing == index ? 0.9 : 0.8;
    }
    const Point place = place_of(*home, practice.now);
    const double away = distance(place, pointer_on_page(practice));
    const double close = 1 - std::min(1.0, away / (page_height(practice) + stage_width));
    return 0.4 + 0.1 * nearness(practice, extent(*home, practice.now)) + 0.2 * close;
}

double menu_progress(const PointerPractice& practice, const Thing& thing) {
    const std::size_t under = menu_item_under_pointer(practice);
    if (under != thing.choice) {
        return 0.55;
    }
    const ButtonState& left = state_of(practice, Button::left);
    return left.down && left.item == under ? 0.85 : 0.7;
}

double see_progress(const PointerPractice& practice, const Thing& thing) {
    const double near = nearness(practice, extent(thing, practice.now));
    return near < 1 ? 0.9 * near
                    : 0.4; // what is in view without having been scrolled to has to be left and found again
}

/// Whether a thing is in the hand, and the whole of its path can be reached without scrolling.
bool can_be_traced_on(const PointerPractice& practice, const Thing& thing) {
    return thing.held != Held::no && away_from_view(practice, extent(thing, practice.now)) <= 0;
}

/// How much of a task is done: from 0 up to, but not including, 1. Every useful action raises it.
double progress(const PointerPractice& practice, ThingIndex index, bool in_focus) {
    const Thing& thing = practice.things[index];
    if (thing.task == Task::see) {
        return in_focus ? see_progress(practice, thing) : 0;
    }
    if (thing.task == Task::drag && thing.held != Held::no) {
        return drag_progress(practice, thing, index);
    }
    if (practice.menu.thing == index) {
        return menu_progress(practice, thing);
    }
    const double near = nearness(practice, extent(thing, practice.now));
    double sum = in_focus ? 0.1 * near : 0;
    sum += 0.1 * (practice.under_pointer == index && near >= 1 ? 1 : 0); // otherwise scrolling would lose it again
    if (thing.task == Task::double_click) {
        sum += double_click_progress(practice, index);
    } else if (thing.task == Task::trace) {
        sum += 0.1 * (can_be_traced_on(practice, thing) ? 1 : 0) + 0.6 * path_progress(thing);
    } else if (thing.task == Task::stay) {
        sum += 0.6 * rest_progress(thing);
    } else if (is_clicking(practice, index, button_for(thing))) {
        sum += 0.2;
    }
    return sum;
}

/// Whether a button that is down is down for something.
bool is_useful(const PointerPractice& practice, const ButtonState& state, Button button) {
    if (state.spent) {
        return false;
    }
    if (state.item != no_thing) {
        return practice.menu.thing != no_thing && state.item == practice.things[practice.menu.thing].choice &&
               state.item == menu_item_under_pointer(practice);
    }
    if (state.thing == no_thing) {
        return false;
    }
    const Thing& thing = practice.things[state.thing];
    if (thing.held != Held::no) {
        return button == Button::left && (thing.task == Task::drag || can_be_traced_on(practice, thing));
    }
    if (thing.task == Task::double_click && double_click_progress(practice, state.thing) <= 0) {
        return false; // held too long to be the first of two
    }
    return !thing.done && needs_button(thing) && button_for(thing) == button && makes_click(practice, state);
}

// --- What can be done ----------------------------------------------------------------------------------------------

/// Gathers actions after a moment.
struct Choices {
    const PointerPractice& practice;
    std::int64_t now;
    std::vector<Action> actions;

    void add(std::int64_t after, Deed deed) { actions.push_back({now + after, std::move(deed)}); }

    void move_to(Point on_stage, std::int64_t after) {
        const bool inside =
            on_stage.x >= 0 && on_stage.x <= stage_width && on_stage.y >= 0 && on_stage.y <= stage_height;
        const bool there = practice.pointer_known && distance(on_stage, practice.pointer) < 1;
        if (inside && !there) {
            add(after, Move{on_stage.x, on_stage.y});
        }
    }
};

/// How soon the pointer has to follow a moving thing that it is on, so as not to lose it. ms
std::int64_t follow_time(const PointerPractice& practice, const Thing& thing, std::int64_t now) {
    std::int64_t after = move_time;
    while (after > 1 && !covers(thing, pointer_on_page(practice), now + after)) {
        after /= 2;
    }
    return after;
}

/// Onto a thing; for a moving one to where it will be, half a press later.
void aim_at(Choices& choices, ThingIndex index) {
    const Thing& thing = choices.practice.things[index];
    std::int64_t after = move_time;
    const std::int64_t lead = press_time / 2;
    if (thing.task == Task::stay && thing.track > 0 && choices.practice.under_pointer == index) {
        after = follow_time(choices.practice, thing, choices.now);
    }
    choices.move_to(on_stage(choices.practice, place_of(thing, choices.now + after + lead)), after);
}

void aim_at_things(Choices& choices) {
    const PointerPractice& practice = choices.practice;
    const bool carrying = held_thing(practice) != no_thing;
    for (ThingIndex i = 0; i < practice.things.size(); ++i) {
        const Thing& thing = practice.things[i];
        if (!thing.hidden && (carrying ? thing.task == Task::home : has_task(thing) && !thing.done)) {
            aim_at(choices, i);
        }
    }
}

/// Along the path of the thing that is being traced.
void aim_along_path(Choices& choices, const Thing& thing) {
    const Point next = point_along(thing.path, std::min(thing.path_done + path_step, thing.path_length));
    choices.move_to(on_stage(choices.practice, {next.x - thing.grip.x, next.y - thing.grip.y}), step_time);
}

void aim_at_menu(Choices& choices) {
    const PointerPractice& practice = choices.practice;
    const std::size_t count = practice.things[practice.menu.thing].items.size();
    for (std::size_t item = 0; item < count; ++item) {
        const Rectangle box = menu_item(practice, item);
        choices.move_to({box.x + box.width / 2, box.y + box.height / 2}, move_time);
    }
}

void use_buttons(Choices& choices) {
    const PointerPractice& practice = choices.practice;
    const ThingIndex under = practice.under_pointer;
    const bool at_menu = practice.menu.thing != no_thing;
    for (const Button button : {Button::left, Button::middle, Button::right}) {
        if (state_of(practice, button).down) {
            choices.add(release_time, Release{button});
        } else if (button == Button::left ? under != no_thing || at_menu
                                          : under != no_thing && needs_button(practice.things[under]) &&
                                                button_for(practice.things[under]) == button) {
            choices.add(press_time, Press{button});
        }
    }
}

void turn_wheel(Choices& choices) {
    const PointerPractice& practice = choices.practice;
    for (const double notches : {1.0, 3.0}) {
        if (practice.scroll < scroll_end(practice)) {
            choices.add(scroll_time, Scroll{notches});
        }
        if (practice.scroll > 0) {
            choices.add(scroll_time, Scroll{-notches});
        }
    }
}

/// The thing on which the pointer lies and has to stay, or nullptr.
const Thing* resting_place(const PointerPractice& practice) {
    if (practice.under_pointer == no_thing) {
        return nullptr;
    }
    const Thing& thing = practice.things[practice.under_pointer];
    return thing.task == Task::stay && !thing.done ? &thing : nullptr;
}

/// Resting on a moving thing leaves time to follow it.
void rest(Choices& choices, const Thing& thing) {
    const bool moves = thing.track > 0;
    choices.add(moves ? std::max<std::int64_t>(1, follow_time(choices.practice, thing, choices.now) / 2) : wait_time,
                Wait{});
}

} // namespace

std::vector<Action> actions(const PointerPractice& practice, std::int64_t now) {
    Choices choices{practice, now, {}};
    // What is done by resting is best done without a click in between: waiting comes first there, last elsewhere.
    const Thing* resting = resting_place(practice);
    if (resting != nullptr) {
        rest(choices, *resting);
    }
    const ThingIndex held = held_thing(practice);
    if (held != no_thing && practice.things[held].task == Task::trace) {
        aim_along_path(choices, practice.things[held]);
    } else if (practice.menu.thing != no_thing) {
        aim_at_menu(choices);
    } else {
        aim_at_things(choices);
    }
    use_buttons(choices);
    turn_wheel(choices);
    if (resting == nullptr) {
        choices.add(wait_time, Wait{});
    }
    return std::move(choices.actions);
}

double remaining(const PointerPractice& practice) {
    const Thing* focus = current_thing(practice);
    if (focus == nullptr) {
        return 0;
    }
    double sum = 0;
    for (ThingIndex i = 0; i < practice.things.size(); ++i) {
        const Thing& thing = practice.things[i];
        if (has_task(thing) && !thing.done) {
            sum += 1 - (thing.hidden ? 0 : progress(practice, i, &thing == focus));
        }
    }
    for (const Button button : {Button::left, Button::middle, Button::right}) {
        const ButtonState& state = state_of(practice, button);
        sum += state.down && !is_useful(practice, state, button) ? nothing_gained : 0;
    }
    return sum;
}

} // namespace world
