// What the parts of the pointer practice have in common: telling what happened, and finding what is hit. Only for
// pointer*.cpp.
#pragma once

#include "world/pointer.h"

#include <cmath>
#include <string_view>
#include <vector>

namespace world::rules {

using Events = std::vector<Event>;

inline double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// The radius within which a thing is hit, units.
double hit_radius(const Thing& thing);

/// Whether a point of the page lies on a thing.
bool covers(const Thing& thing, Point on_page, std::int64_t at);

/// The pointer's place on the page.
Point pointer_on_page(const PointerPractice& practice);

/// What is hit at the pointer, or no_thing. Unfinished things come first, then the nearest.
ThingIndex hit(const PointerPractice& practice);

/// The home that a thing is over, be it with its centre or with the pointer: rather its own than another; or no_thing.
ThingIndex home_under(const PointerPractice& practice, const Thing& thing);

/// Whether a home is the one that a thing belongs into.
bool is_home_of(const Thing& home, const Thing& thing);

/// Whether it is a task at all: not a home and not scenery.
bool has_task(const Thing& thing);

/// Whether a button of the mouse is needed for it, and which.
bool needs_button(const Thing& thing);
Button button_for(const Thing& thing);

/// The thing that is being carried, or no_thing.
ThingIndex held_thing(const PointerPractice& practice);

/// The rectangle on the page that has to be in view for a thing to be dealt with: its disc, or its path.
Rectangle extent(const Thing& thing, std::int64_t at);

/// How far the page has to be scrolled for a rectangle to be wholly in view, units.
double away_from_view(const PointerPractice& practice, const Rectangle& extent);

/// Finds out what is under the pointer now.
void look_under_pointer(PointerPractice& practice);

/// Shows what may be seen: with one-by-one, the first unfinished thing and no later one.
void show_next(PointerPractice& practice);

/// Tells that something happened, or that a slip was made.
void tell(const PointerPractice& practice, Events& events, std::string_view name, std::vector<Field> fields);
void tell_slip(PointerPractice& practice, Events& events, std::string_view name, std::vector<Field> fields);

/// A thing's task is done: tells it and how well it went, and goes on to the next.
void finish(PointerPractice& practice, Events& events, ThingIndex index);

/// Whether a button that was pressed on a thing makes a click of it, if it comes up now.
bool makes_click(const PointerPractice& practice, const ButtonState& state);

/// Does a button's press or release. The clock and the pointer are up to date.
void press(PointerPractice& practice, Events& events, Button button);
void release(PointerPractice& practice, Events& events, Button button);

} // namespace world::rules
