// Finding what is hit, and telling what happened.
#include "world/pointer_rules.h"

#include <algorithm>

namespace world::rules {
namespace {

/// Whether pointing is all there is to a task, so that its throughput means something.
bool is_pointing(Task task) {
    return task == Task::reach || task == Task::click || task == Task::double_click || task == Task::right_click;
}

/// What one finished task measured.
struct Measured {
    double distance = 0;
    double width = 0;
    double bits = 0;
    double time = 0;
};

Measured measure(const PointerPractice& practice, const Thing& thing) {
    const Attempt& attempt = practice.attempt;
    Measured measured;
    measured.time = static_cast<double>(practice.now - attempt.began);
    measured.distance = distance(attempt.from, place_of(thing, practice.now));
    measured.width = 2 * hit_radius(thing);
    if (is_pointing(thing.task)) {
        measured.bits = index_of_difficulty(measured.distance, measured.width);
    } else if (thing.task == Task::trace) {
        measured.distance = thing.path_length;
        measured.width = thing.path_width;
    } else if (thing.task == Task::drag) {
        // Two acts of pointing, one after the other: to the thing, and with it to its home.
        const auto home = std::find_if(practice.things.begin(), practice.things.end(),
                                       [&](const Thing& other) { return other.name == thing.lies_in; });
        if (home != practice.things.end()) {
            const double to_thing = distance(attempt.from, thing.taken_from);
            const double to_home = distance(thing.taken_from, place_of(*home, practice.now));
            const double home_width = 2 * hit_radius(*home);
            measured.bits = index_of_difficulty(to_thing, measured.width) + index_of_difficulty(to_home, home_width);
            measured.distance = to_thing + to_home;
            measured.width = home_width;
        }
    }
    return measured;
}

} // namespace

double hit_radius(const Thing& thing) {
    return std::max(thing.diameter, smallest_target) / 2;
}

bool covers(const Thing& thing, Point on_page, std::int64_t at) {
    return distance(place_of(thing, at), on_page) <= hit_radius(thing);
}

Point pointer_on_page(const PointerPractice& practice) {
    return on_page(practice, practice.pointer);
}

ThingIndex hit(const PointerPractice& practice) {
    ThingIndex best = no_thing;
    bool best_open = false;
    double best_distance = 0;
    const Point point = pointer_on_page(practice);
    for (ThingIndex i = 0; practice.pointer_known && i < practice.things.size(); ++i) {
        const Thing& thing = practice.things[i];
        if (thing.hidden) {
            continue;
        }
        const double away = distance(place_of(thing, practice.now), point);
        if (away > hit_radius(thing)) {
            continue;
        }
        const bool open = has_task(thing) && !thing.done;
        if (best == no_thing || (open && !best_open) || (open == best_open && away < best_distance)) {
            best = i;
            best_open = open;
            best_distance = away;
        }
    }
    return best;
}

ThingIndex home_under(const PointerPractice& practice, const Thing& thing) {
    ThingIndex best = no_thing;
    for (ThingIndex i = 0; i < practice.things.size(); ++i) {
        const Thing& home = practice.things[i];
        if (home.task == Task::home && (covers(home, pointer_on_page(practice), practice.now) ||
                                        covers(home, place_of(thing, practice.now), practice.now))) {
            if (best == no_thing || is_home_of(home, thing)) {
                best = i;
            }
        }
    }
    return best;
}

bool is_home_of(const Thing& home, const Thing& thing) {
    return home.task == Task::home && (home.name == thing.to || home.kind == thing.to);
}

bool has_task(const Thing& thing) {
    return thing.task != Task::home && thing.task != Task::none;
}

bool needs_button(const Thing& thing) {
    return has_task(thing) && thing.task != Task::reach && thing.task != Task::stay && thing.task != Task::see;
}

Button button_for(const Thing& thing) {
    return thing.task == Task::right_click || thing.task == Task::menu ? Button::right : Button::left;
}

ThingIndex held_thing(const PointerPractice& practice) {
    for (ThingIndex i = 0; i < practice.things.size(); ++i) {
        if (practice.things[i].held != Held::no) {
            return i;
        }
    }
    return no_thing;
}

Rectangle extent(const Thing& thing, std::int64_t at) {
    const double radius = hit_radius(thing);
    const Point centre = place_of(thing, at);
    double left = centre.x - radius;
    double top = centre.y - radius;
    double right = centre.x + radius;
    double bottom = centre.y + radius;
    const double beside = std::max(radius, thing.path_width / 2);
    for (const Point point : thing.path) {
        left = std::min(left, point.x - beside);
        top = std::min(top, point.y - beside);
        right = std::max(right, point.x + beside);
        bottom = std::max(bottom, point.y + beside);
    }
    return {left, top, right - left, bottom - top};
}

double away_from_view(const PointerPractice& practice, const Rectangle& extent) {
    const double above = practice.scroll - extent.y;
    const double below = extent.y + extent.height - practice.scroll - stage_height;
    return std::max({0.0, above, below});
}

void look_under_pointer(PointerPractice& practice) {
    ThingIndex under = held_thing(practice);
    const bool at_menu = practice.menu.thing != no_thing && practice.menu.frame.contains(practice.pointer);
    if (under == no_thing && !at_menu) {
        under = hit(practice);
    }
    if (under != practice.under_pointer && practice.under_pointer != no_thing) {
        practice.things[practice.under_pointer].rested = 0;
    }
    practice.under_pointer = under;
}

void show_next(PointerPractice& practice) {
    bool seen_open = false;
    for (Thing& thing : practice.things) {
        const bool open = has_task(thing) && !thing.done;
        thing.hidden = practice.one_by_one && open && seen_open;
        seen_open = seen_open || open;
    }
}

void tell(const PointerPractice& practice, Events& events, std::string_view name, std::vector<Field> fields) {
    events.push_back({practice.now, {std::string(name), std::move(fields)}});
}

void tell_slip(PointerPractice& practice, Events& events, std::string_view name, std::vector<Field> fields) {
    ++practice.attempt.errors;
    tell(practice, events, name, std::move(fields));
}

void finish(PointerPractice& practice, Events& events, ThingIndex index) {
    Thing& thing = practice.things[index];
    const Measured measured = measure(practice, thing);
    const Attempt attempt = practice.attempt;
    const bool clicked = needs_button(thing) && thing.task != Task::drag && thing.task != Task::trace;
    thing.done = true;
    thing.held = Held::no;
    if (thing.track > 0 && thing.paused < 0) {
        thing.paused = practice.now; // a thing that is done stays where it was caught
    }
    if (practice.menu.thing == index) {
        practice.menu = {};
    }
    if (is_pointing(thing.task)) {
        practice.trials.push_back(
            {attempt.from, place_of(thing, practice.now), pointer_on_page(practice), measured.width, measured.time});
    }
    tell(practice, events, "pointer.done", {{"thing", thing.name}});
    tell(practice, events, "pointer.measured",
         {{"thing", thing.name},
          {"task", std::string(name_of(thing.task))},
          {"time", measured.time},
          {"distance", measured.distance},
          {"width", measured.width},
          {"throughput", throughput(measured.bits, measured.time)},
          {"interval", clicked ? attempt.interval : 0.0},
          {"drift", clicked ? attempt.drift : 0.0},
          {"errors", static_cast<double>(attempt.errors)}});
    practice.attempt = {practice.now, pointer_on_page(practice), practice.pointer_known, 0, 0, 0};
    show_next(practice);
    look_under_pointer(practice);
}

} // namespace world::rules
