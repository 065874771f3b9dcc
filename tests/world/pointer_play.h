// Playing the pointer practice by hand: a start table in TOML, and actions at an easy pace.
#pragma once

#include "lesson/value.h"
#include "world/pointer.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace play {

inline lesson::Value start_table(std::string_view toml) {
    auto read = lesson::read_toml(toml, "test.toml");
    REQUIRE(read.ok());
    return read.value();
}

inline world::PointerPractice practice_of(std::string_view toml, std::uint64_t seed = 1,
                                          world::Tolerance tolerance = world::widest_tolerance) {
    world::Setup setup;
    setup.seed = seed;
    setup.tolerance = tolerance;
    return world::start_pointer(lesson::table_of(start_table(toml)), setup, 0);
}

/// A practice, its clock, and all that has happened.
struct Play {
    world::PointerPractice practice;
    std::int64_t now = 0;
    std::vector<world::Event> events;

    explicit Play(std::string_view toml, std::uint64_t seed = 1, world::Tolerance tolerance = world::widest_tolerance)
        : practice(practice_of(toml, seed, tolerance)) {}

    void act(std::int64_t after, world::Deed deed) {
        now += after;
        for (world::Event& event : world::apply(practice, {now, std::move(deed)})) {
            events.push_back(std::move(event));
        }
    }

    const world::Thing& thing(std::string_view name) const {
        const world::Thing* found = world::thing_named(practice, name);
        REQUIRE(found != nullptr);
        return *found;
    }

    world::Point place(std::string_view name) const {
        return world::on_stage(practice, world::place_of(thing(name), now));
    }

    void move(double x, double y, std::int64_t after = 100) { act(after, world::Move{x, y}); }
    void move_by(double x, double y, std::int64_t after = 20) {
        move(practice.pointer.x + x, practice.pointer.y + y, after);
    }
    void move_to(std::string_view name) { move(place(name).x, place(name).y); }
    void press(world::Button button = world::Button::left, std::int64_t after = 20) {
        act(after, world::Press{button});
    }
    void release(world::Button button = world::Button::left, std::int64_t after = 80) {
        act(after, world::Release{button});
    }
    void click(world::Button button = world::Button::left) {
        press(button);
        release(button);
    }
    void wait(std::int64_t after) { act(after, world::Wait{}); }
    void scroll(double notches) { act(100, world::Scroll{notches}); }

    /// How many events of that name have happened.
    int count(std::string_view name) const {
        return static_cast<int>(std::count_if(events.begin(), events.end(),
                                              [&](const world::Event& event) { return event.fact.name == name; }));
    }

    /// The last event of that name.
    const world::Fact& last(std::string_view name) const {
        const auto found = std::find_if(events.rbegin(), events.rend(),
                                        [&](const world::Event& event) { return event.fact.name == name; });
        REQUIRE(found != events.rend());
        return found->fact;
    }

    double number(std::string_view event, std::string_view field) const {
        const lesson::FieldValue* value = world::find_field(last(event), field);
        REQUIRE(value != nullptr);
        return std::get<double>(*value);
    }

    std::string text(std::string_view event, std::string_view field) const {
        const lesson::FieldValue* value = world::find_field(last(event), field);
        REQUIRE(value != nullptr);
        return std::get<std::string>(*value);
    }

    /// How many slips of any kind have been told.
    int slips() const;
};

inline int Play::slips() const {
    const lesson::AppKind kind = world::pointer_kind();
    return static_cast<int>(std::count_if(events.begin(), events.end(), [&](const world::Event& event) {
        return std::any_of(kind.facts.begin(), kind.facts.end(), [&](const lesson::FactKind& fact) {
            return fact.name == event.fact.name && fact.origin == lesson::FactOrigin::slip;
        });
    }));
}

} // namespace play
