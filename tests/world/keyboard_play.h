// Playing the keyboard practice by hand: a start table in TOML, a layout, and keys at an easy pace.
#pragma once

#include "lesson/value.h"
#include "world/keyboard.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

namespace keyboard_play {

inline constexpr std::array<std::string_view, 5> layout_ids{"azerty-fr", "azerty-be", "bepo", "qwerty-us",
                                                            "qwertz-ch-fr"};

inline lesson::Value file_of_keyboards(const std::string& name) {
    auto read = lesson::read_toml_file(std::string(COUCOU_SOURCE_DIR) + "/assets/keyboards/" + name + ".toml");
    REQUIRE(read.ok());
    return read.value();
}

/// A shipped layout.
inline const world::Layout& layout(std::string_view id) {
    static std::map<std::string, world::Layout, std::less<>> known;
    auto found = known.find(id);
    if (found == known.end()) {
        const lesson::Value file = file_of_keyboards(std::string(id));
        const lesson::Value geometry =
            file_of_keyboards(lesson::text_or(lesson::table_of(file), "geometry", "no geometry"));
        base::Faults faults;
        found = known.emplace(id, world::read_layout(file, geometry, faults)).first;
        REQUIRE(faults.empty());
    }
    return found->second;
}

inline std::vector<world::Layout> all_layouts() {
    std::vector<world::Layout> layouts;
    for (const std::string_view id : layout_ids) {
        layouts.push_back(layout(id));
    }
    return layouts;
}

inline lesson::Value start_table(std::string_view toml) {
    auto read = lesson::read_toml(toml, "test.toml");
    REQUIRE(read.ok());
    return read.value();
}

inline world::KeyboardPractice practice_of(std::string_view toml, std::string_view layout_id = "azerty-fr",
                                           std::uint64_t seed = 1) {
    world::Setup setup;
    setup.seed = seed;
    setup.layout = layout(layout_id);
    return world::start_keyboard(lesson::table_of(start_table(toml)), setup, 0);
}

/// A practice, its clock, and all that has happened.
struct Play {
    world::KeyboardPractice practice;
    std::int64_t now = 0;
    std::vector<world::Event> events;

    explicit Play(std::string_view toml, std::string_view layout_id = "azerty-fr")
        : practice(practice_of(toml, layout_id)) {}

    void act(world::Deed deed, std::int64_t after = 50) {
        now += after;
        for (world::Event& event : world::apply(practice, {now, std::move(deed)})) {
            events.push_back(std::move(event));
        }
    }

    void down(const std::string& code, bool caps_lock = false) { act(world::KeyDown{code, caps_lock, false}); }
    void up(const std::string& code) { act(world::KeyUp{code}); }

    /// A key that writes nothing.
    void tap(const std::string& code, bool caps_lock = false) {
        down(code, caps_lock);
        up(code);
    }

    /// A key, and the text that the computer makes of it.
    void strike(const std::string& code, const std::string& text, bool caps_lock = false) {
        down(code, caps_lock);
        type(text);
        up(code);
    }

    /// Text that comes without its keys.
    void type(const std::string& text) { act(world::Type{text}); }

    /// Each character by itself.
    void write(const std::string& text) {
        for (const std::string& character : world::characters_of(text)) {
            type(character);
        }
    }

    std::string text() const { return practice.written.text; }
    std::size_t left() const { return world::compare(practice).left; }

    long count(std::string_view name) const {
        return std::ranges::count_if(events, [name](const world::Event& event) { return event.fact.name == name; });
    }

    /// The last fact of that name.
    world::Fact last(std::string_view name) const {
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            if (event->fact.name == name) {
                return event->fact;
            }
        }
        FAIL("nothing like that has happened: " << name);
        return {};
    }

    template <typename T>
    T value(std::string_view fact, std::string_view field) const {
        const world::Fact found = last(fact);
        const lesson::FieldValue* content = world::find_field(found, field);
        REQUIRE(content != nullptr);
        REQUIRE(std::holds_alternative<T>(*content));
        return std::get<T>(*content);
    }
};

} // namespace keyboard_play
