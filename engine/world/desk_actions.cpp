// What can be done now, as a search or a random hand would choose: every gesture that some target takes.
#include "world/desk_parts.h"

#include <algorithm>
#include <array>

namespace world {

namespace {

constexpr std::int64_t pace = 900; // ms from one action to the next, for a hand without haste

void add_clicks(const Target& target, std::vector<Deed>& deeds) {
    if (can(target, clickable)) {
        deeds.emplace_back(Click{target.name, Button::left, 1, false, false});
    }
    if (can(target, double_clickable)) {
        deeds.emplace_back(Click{target.name, Button::left, 2, false, false});
    }
    if (can(target, right_clickable)) {
        deeds.emplace_back(Click{target.name, Button::right, 1, false, false});
    }
}

void add_drags(const std::vector<Target>& all, const Target& target, std::vector<Deed>& deeds) {
    if (!can(target, draggable)) {
        return;
    }
    for (const Target& onto : all) {
        if (can(onto, takes_drop) && onto.name != target.name) {
            deeds.emplace_back(Drag{target.name, onto.name, false});
        }
    }
}

void add_keys(const DeskState& desk, std::vector<Deed>& deeds) {
    for (const std::string_view code : {"Enter", "Escape", "Delete"}) {
        deeds.emplace_back(KeyDown{std::string(code), false, false});
    }
    for (const std::string& held : desk.held) {
        deeds.emplace_back(KeyUp{held});
    }
}

} // namespace

std::vector<Action> actions(const Desk& desk, std::int64_t now) {
    const std::vector<Target> all = targets(desk.timeline.now());
    std::vector<Deed> deeds;
    for (const Target& target : all) {
        add_clicks(target, deeds);
    }
    for (const Target& target : all) {
        add_drags(all, target, deeds);
    }
    add_keys(desk.timeline.now(), deeds);
    if (lives(desk)) {
        deeds.emplace_back(Wait{});
    }
    std::vector<Action> done;
    done.reserve(deeds.size());
    for (Deed& deed : deeds) {
        done.push_back({now + pace, std::move(deed)});
    }
    return done;
}

/// The goal alone tells what is still to be done on a desk; the desk itself is never finished.
double remaining(const Desk& /*desk*/) {
    return 0;
}

} // namespace world
