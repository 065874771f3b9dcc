// What can be asked of a pointer practice: where things are, and how far they have come.
#include "world/pointer_rules.h"

#include <algorithm>
#include <array>

namespace world {

using namespace rules;

namespace {

/// Where a thing gliding over a track of that length is, after so many ms: there and back at an even pace. Units
double glide(double track, double speed, std::int64_t time) {
    double along = std::fmod(speed * static_cast<double>(time) / 1000, 2 * track);
    if (along < 0) {
        along += 2 * track;
    }
    return along <= track ? along : 2 * track - along;
}

} // namespace

std::string_view name_of(Task task) {
    constexpr std::array<std::string_view, 11> names{"reach", "stay", "click", "double", "right", "drag",
                                                     "menu",  "see",  "trace", "home",   "none"};
    return names.at(static_cast<std::size_t>(task));
}

Point place_of(const Thing& thing, std::int64_t at) {
    if (thing.track <= 0) {
        return thing.centre;
    }
    const std::int64_t time = thing.paused >= 0 ? std::min(at, thing.paused) : at;
    return {thing.centre.x + glide(thing.track, thing.speed, time - thing.lag), thing.centre.y};
}

Point on_stage(const PointerPractice& practice, Point on_page) {
    return {on_page.x, on_page.y - practice.scroll};
}

Point on_page(const PointerPractice& practice, Point on_stage) {
    return {on_stage.x, on_stage.y + practice.scroll};
}

double page_height(const PointerPractice& practice) {
    return practice.tall * stage_height;
}

double scroll_end(const PointerPractice& practice) {
    return page_height(practice) - stage_height;
}

Rectangle footprint(const Thing& thing) {
    const double radius = hit_radius(thing);
    double left = thing.centre.x - radius;
    double top = thing.centre.y - radius;
    double right = thing.centre.x + thing.track + radius;
    double bottom = thing.centre.y + radius;
    const double beside = std::max(radius, thing.path_width / 2);
    for (const Point point : thing.path) {
        left = std::min(left, point.x - beside);
        top = std::min(top, point.y - beside);
        right = std::max(right, point.x + beside);
        bottom = std::max(bottom, point.y + beside);
    }
    if (!thing.label.empty()) {
        const double beyond = std::max(0.0, label_width / 2 - radius);
        if (thing.path.empty()) {
            left -= beyond;
            right += beyond;
        }
        bottom += label_gap + label_height;
    }
    return {left, top, right - left, bottom - top};
}

Rectangle label_box(const Thing& thing, std::int64_t at) {
    const Point centre = place_of(thing, at);
    if (thing.path.empty()) {
        return {centre.x - label_width / 2, centre.y + hit_radius(thing) + label_gap, label_width, label_height};
    }
    const Rectangle whole = footprint(thing);
    return {whole.x + (whole.width - label_width) / 2, whole.y + whole.height - label_height, label_width,
            label_height};
}

Rectangle menu_item(const PointerPractice& practice, std::size_t item) {
    const Rectangle& frame = practice.menu.frame;
    return {frame.x, frame.y + menu_edge + menu_item_height * static_cast<double>(item), frame.width, menu_item_height};
}

std::size_t menu_item_under_pointer(const PointerPractice& practice) {
    if (practice.menu.thing == no_thing) {
        return no_thing;
    }
    const std::size_t count = practice.things[practice.menu.thing].items.size();
    for (std::size_t item = 0; item < count; ++item) {
        if (menu_item(practice, item).contains(practice.pointer)) {
            return item;
        }
    }
    return no_thing;
}

double rest_progress(const Thing& thing) {
    return std::clamp(static_cast<double>(thing.rested) / static_cast<double>(rest_needed), 0.0, 1.0);
}

double path_progress(const Thing& thing) {
    return thing.path_length > 0 ? std::clamp(thing.path_done / thing.path_length, 0.0, 1.0) : 0;
}

const Thing* thing_named(const PointerPractice& practice, std::string_view name) {
    const auto found = std::find_if(practice.things.begin(), practice.things.end(),
                                    [&](const Thing& thing) { return thing.name == name; });
    return found == practice.things.end() ? nullptr : &*found;
}

const Thing* current_thing(const PointerPractice& practice) {
    if (const ThingIndex held = held_thing(practice); held != no_thing) {
        return &practice.things[held];
    }
    if (practice.menu.thing != no_thing) {
        return &practice.things[practice.menu.thing];
    }
    const auto open = std::find_if(practice.things.begin(), practice.things.end(),
                                   [](const Thing& thing) { return has_task(thing) && !thing.done; });
    return open == practice.things.end() ? nullptr : &*open;
}

const Thing* home_of(const PointerPractice& practice, const Thing& thing) {
    const Thing* nearest = nullptr;
    double nearest_distance = 0;
    const Point place = place_of(thing, practice.now);
    for (const Thing& home : practice.things) {
        const double away = distance(place_of(home, practice.now), place);
        if (is_home_of(home, thing) && (nearest == nullptr || away < nearest_distance)) {
            nearest = &home;
            nearest_distance = away;
        }
    }
    return nearest;
}

} // namespace world
