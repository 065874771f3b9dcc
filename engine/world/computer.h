// The practice computer: a pure state machine. The same start, setup and actions give the same state and events.
#pragma once

#include "world/action.h"
#include "world/apps.h"
#include "world/fact.h"
#include "world/setup.h"

#include <variant>
#include <vector>

namespace world {

/// The whole practice computer, as a value.
struct Computer {
    std::vector<App> apps;
    bool operator==(const Computer&) const = default;
};

/// The app of that kind, or nullptr where it was not laid out.
template <typename Practice>
const Practice* app_of(const Computer& computer) {
    for (const App& app : computer.apps) {
        if (const auto* practice = std::get_if<Practice>(&app)) {
            return practice;
        }
    }
    return nullptr;
}

/// Sets up the apps that `start` names, by app; the others stay as they are.
void lay_out(Computer& computer, const lesson::Table& start, const Setup& setup, std::int64_t at);

/// Does one thing. Gives what happened.
std::vector<Event> apply(Computer& computer, const Action& action);

/// What is so now.
std::vector<Fact> facts(const Computer& computer);

/// What can usefully be done now, as a person or the planner would choose: one action for each thing that can be aimed
/// at, pressed, typed. `at` of each is when it would be done at an easy pace after `now` (ms).
std::vector<Action> actions(const Computer& computer, std::int64_t now);

/// How many things are still to be done, for a search that looks ahead: 0 when all is done.
double remaining(const Computer& computer);

} // namespace world
