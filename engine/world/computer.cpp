// The practice computer hands everything on to its apps.
#include "world/computer.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace world {
namespace {

void put(Computer& computer, App app) {
    const auto same = std::find_if(computer.apps.begin(), computer.apps.end(),
                                   [&](const App& standing_app) { return standing_app.index() == app.index(); });
    if (same == computer.apps.end()) {
        computer.apps.push_back(std::move(app));
    } else {
        *same = std::move(app);
    }
}

template <typename Item>
void append(std::vector<Item>& all, std::vector<Item> more) {
    if (all.empty()) {
        all = std::move(more);
        return;
    }
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

void lay_out(Computer& computer, const lesson::Table& start, const Setup& setup, std::int64_t at) {
    // A quiz has the stage for itself: it takes away what stood there, and goes when something else is laid out.
    const bool has_quiz = lesson::find(start, "quiz") != nullptr;
    if (!start.empty()) {
        std::erase_if(computer.apps,
                      [&](const App& app) { return has_quiz || std::holds_alternative<QuizPractice>(app); });
    }
    for (const lesson::Entry& entry : start) {
        const lesson::Table& table = lesson::table_of(entry.value);
        if (entry.key == "pointer") {
            put(computer, start_pointer(table, setup, at, app_of<PointerPractice>(computer)));
        } else if (entry.key == "keyboard") {
            put(computer, start_keyboard(table, setup, at));
        } else if (entry.key == "quiz") {
            put(computer, start_quiz(table, setup, at));
        }
    }
    if (std::ranges::any_of(start, [](const lesson::Entry& entry) { return is_desks(entry.key); })) {
        put(computer, start_desk(start, setup, at, app_of<Desk>(computer)));
    }
}

std::vector<Event> apply(Computer& computer, const Action& action) {
    std::vector<Event> events;
    for (App& app : computer.apps) {
        append(events, std::visit([&](auto& practice) { return apply(practice, action); }, app));
    }
    return events;
}

std::vector<Fact> facts(const Computer& computer) {
    std::vector<Fact> all;
    for (const App& app : computer.apps) {
        append(all, std::visit([](const auto& practice) { return facts(practice); }, app));
    }
    return all;
}

std::vector<Action> actions(const Computer& computer, std::int64_t now) {
    std::vector<Action> all;
    for (const App& app : computer.apps) {
        append(all, std::visit([&](const auto& practice) { return actions(practice, now); }, app));
    }
    return all;
}

double remaining(const Computer& computer) {
    double sum = 0;
    for (const App& app : computer.apps) {
        sum += std::visit([](const auto& practice) { return remaining(practice); }, app);
    }
    return sum;
}

} // namespace world
