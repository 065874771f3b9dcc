// What can be done now, as a search or a random hand would choose: every gesture that some target takes.
#include "world/desk_parts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace world {

namespace {

constexpr std::int64_t pace = 900; // ms from one action to the next, for a hand without haste

/// Gathers deeds, all for the same time.
struct Choices {
    std::vector<Action> actions;
    std::int64_t at = 0;
    void add(Deed deed) { actions.push_back({at, std::move(deed)}); }
};

void add_clicks(const Target& target, Choices& choices) {
    if (can(target, clickable)) {
        choices.add(Click{target.name, Button::left, 1, false, false});
    }
    if (can(target, double_clickable)) {
        choices.add(Click{target.name, Button::left, 2, false, false});
    }
    if (can(target, right_clickable)) {
        choices.add(Click{target.name, Button::right, 1, false, false});
    }
}

void add_drags(const std::vector<Target>& all, Choices& choices) {
    std::vector<const std::string*> places;
    for (const Target& target : all) {
        if (can(target, takes_drop)) {
            places.push_back(&target.name);
        }
    }
    const auto draggables =
        static_cast<std::size_t>(std::ranges::count_if(all, [](const Target& one) { return can(one, draggable); }));
    choices.actions.reserve(choices.actions.size() + draggables * places.size());
    for (const Target& target : all) {
        if (!can(target, draggable)) {
            continue;
        }
        for (const std::string* onto : places) {
            if (*onto != target.name) {
                choices.add(Drag{target.name, *onto, false});
            }
        }
    }
}

void add_keys(const DeskState& desk, Choices& choices) {
    for (const std::string_view code : {"Enter", "Escape", "Delete"}) {
        choices.add(KeyDown{std::string(code), false, false});
    }
    for (const std::string& held : desk.held) {
        choices.add(KeyUp{held});
    }
}

} // namespace

std::vector<Action> actions(const Desk& desk, std::int64_t now) {
    const std::vector<Target> all = wordless_targets(desk.timeline.now());
    constexpr std::size_t most_clicks = 3; // on one target
    Choices choices{{}, now + pace};
    choices.actions.reserve(all.size() * most_clicks);
    for (const Target& target : all) {
        add_clicks(target, choices);
    }
    add_drags(all, choices);
    add_keys(desk.timeline.now(), choices);
    if (lives(desk)) {
        choices.add(Wait{});
    }
    return std::move(choices.actions);
}

/// The goal alone tells what is still to be done on a desk; the desk itself is never finished.
double remaining(const Desk& /*desk*/) {
    return 0;
}

} // namespace world
