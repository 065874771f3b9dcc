// A person's hand at the practice computer's desktop, and what lies there for it to touch.
#pragma once

#include "screen/stage/desk_kit.h"
#include "screen/stage/desk_memory.h"
#include "stage_of.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

inline const std::string start = R"([desktop]
look = "bar"
open = ["files"]
)";

inline world::Desk& desk_of(world::Computer& computer) {
    return std::get<world::Desk>(computer.apps.front());
}

/// A person at the desktop: moves, presses, and everything is done at once.
class Hand {
public:
    explicit Hand(const std::string& table = start, Sites sites = nullptr)
        : computer(computer_of(table, "azerty-fr", std::move(sites))) {
        look_again();
    }

    void look_again(const screen::InputEvent& input = screen::Nothing{}) {
        screen::StageCues cues;
        cues.now = now_ += 20;
        pass_.picture(computer, cues, input);
        pass_.picture(computer, cues);
    }

    /// What an input asks for, which is not done.
    std::vector<world::Deed> try_input(const screen::InputEvent& event) { return pass_.deeds(computer, event); }

    std::vector<world::Deed> input(const screen::InputEvent& event) {
        std::vector<world::Deed> done = try_input(event);
        for (const world::Deed& deed : done) {
            world::apply(computer, {now_ += 20, deed});
        }
        look_again(std::holds_alternative<screen::Wheel>(event) ? event : screen::Nothing{});
        return done;
    }

    /// A deed that no input gave.
    void do_it(const world::Deed& deed) {
        world::apply(computer, {now_ += 500, deed});
        look_again();
    }

    /// Where a target can be touched, stage units; nothing where it is out of view.
    std::optional<world::Point> place(const std::string& target) {
        return screen::place_of(pass_.memory, pass_.stage, target);
    }

    screen::Point at(const std::string& target) {
        const auto place = this->place(target);
        REQUIRE_MESSAGE(place.has_value(), target);
        return screen::from_stage(pass_.stage, *place);
    }

    std::vector<world::Deed> click(const std::string& target,
                                   screen::PointerButton button = screen::PointerButton::left) {
        input(screen::PointerMoved{at(target)});
        std::vector<world::Deed> done = input(screen::PointerPressed{button});
        const std::vector<world::Deed> more = input(screen::PointerReleased{button});
        done.insert(done.end(), more.begin(), more.end());
        return done;
    }

    const world::DeskState& state() { return desk_of(computer).timeline.now(); }
    screen::DeskMemory& memory() { return pass_.memory; }
    screen::Rect rect() const { return pass_.stage; }
    std::int64_t now() const { return now_; }

    world::Computer computer;

private:
    StagePass pass_;
    std::int64_t now_ = 0;
};

/// The targets that were drawn and can be touched, with what can be done with them.
inline std::map<std::string, unsigned> drawn_targets(const screen::DeskMemory& memory) {
    std::map<std::string, unsigned> drawn;
    for (const screen::Spot& spot : memory.spots) {
        if (spot.is_live && !spot.target.name.empty()) {
            drawn[spot.target.name] = spot.target.gestures;
        }
    }
    return drawn;
}

inline std::map<std::string, unsigned> listed_targets(const world::DeskState& desk) {
    std::map<std::string, unsigned> listed;
    for (const world::Target& target : world::targets(desk)) {
        listed[target.name] = target.gestures;
    }
    return listed;
}

inline std::string differences(const std::map<std::string, unsigned>& listed,
                               const std::map<std::string, unsigned>& drawn) {
    std::string names;
    for (const auto& [name, gestures] : listed) {
        const auto found = drawn.find(name);
        names += found == drawn.end()        ? "not drawn: " + name + "\n"
                 : found->second != gestures ? "otherwise drawn: " + name + "\n"
                                             : "";
    }
    for (const auto& [name, gestures] : drawn) {
        names += listed.contains(name) ? "" : "not listed: " + name + "\n";
    }
    return names;
}
