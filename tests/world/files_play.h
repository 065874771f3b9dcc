// Sitting at a practice computer whose files a lesson laid out: a start table in TOML, and a hand at it.
#pragma once

#include "lesson/value.h"
#include "world/computer.h"
#include "world/desk.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace play {

inline lesson::Table table_in(std::string_view toml) {
    auto read = lesson::read_toml(toml, "test.toml");
    REQUIRE(read.ok());
    return lesson::table_of(read.value());
}

struct Sitting {
    world::Desk desk;
    std::int64_t now = 0;
    std::vector<world::Event> events;

    explicit Sitting(std::string_view toml, std::string_view look = "bar", int safety = 2) {
        world::Setup setup;
        setup.seed = 3;
        setup.safety = safety;
        const std::string start = "desktop = { look = \"" + std::string(look) + "\" }\n" + std::string(toml);
        desk = world::start_desk(table_in(start), setup, 0, nullptr);
    }

    const world::DeskState& state() const { return desk.timeline.now(); }
    const world::Disk& disk() const { return state().disk.now(); }

    void act(world::Deed deed) {
        now += 500;
        for (world::Event& event : world::apply(desk, {now, std::move(deed)})) {
            events.push_back(std::move(event));
        }
    }
    void click(std::string target, bool control = false, bool shift = false) {
        act(world::Click{std::move(target), world::Button::left, 1, shift, control});
    }
    void twice(std::string target) { act(world::Click{std::move(target), world::Button::left, 2, false, false}); }
    void right(std::string target) { act(world::Click{std::move(target), world::Button::right, 1, false, false}); }
    void choose(std::string target, const std::string& command) {
        right(std::move(target));
        click("menu/" + command);
    }
    void drag(std::string target, std::string onto, bool control = false) {
        act(world::Drag{std::move(target), std::move(onto), control});
    }
    void press(std::initializer_list<const char*> codes) {
        for (const char* code : codes) {
            act(world::KeyDown{code, false, false});
        }
        for (const char* code : codes) {
            act(world::KeyUp{code});
        }
    }
    void type(std::string text) { act(world::Type{std::move(text)}); }

    const world::Target* target(std::string_view name) {
        seen = world::targets(state());
        return world::find_target(seen, name);
    }
    bool has(std::string_view name) { return target(name) != nullptr; }
    bool is_on(std::string_view name) { return has(name) && target(name)->on; }
    bool can_click(std::string_view name) { return has(name) && target(name)->enabled; }
    /// The files shown, by their targets, in their order.
    std::vector<std::string> items() {
        std::vector<std::string> names;
        for (const world::Target& one : world::targets(state())) {
            if (one.role == world::Role::item && one.part == "main") {
                names.push_back(one.name.substr(one.name.find("/item/") + 6));
            }
        }
        return names;
    }
    bool exists(std::string_view name, std::string_view folder) const {
        const int id = world::folder_named(disk(), folder);
        return id != 0 && world::find_in(disk(), id, name) != nullptr;
    }
    int heard(std::string_view fact) const {
        return static_cast<int>(
            std::ranges::count_if(events, [&](const world::Event& event) { return event.fact.name == fact; }));
    }
    std::string front() const {
        const world::Window* window = world::active_window(state());
        return window != nullptr ? window->name : std::string();
    }
    std::string dialog() const {
        const world::Dialog* dialog = world::front_dialog(state());
        return dialog != nullptr ? dialog->kind : std::string();
    }
    bool says(std::string_view fact, std::string_view field, const lesson::FieldValue& value) const {
        const std::vector<world::Fact> all = world::facts(desk);
        return std::ranges::any_of(all, [&](const world::Fact& one) {
            const lesson::FieldValue* found = one.name == fact ? world::find_field(one, field) : nullptr;
            return found != nullptr && *found == value;
        });
    }

    std::vector<world::Target> seen;
};

} // namespace play
