// Plans: on the desk along ways; in practice by a short breadth-first look for what leaves less to do, again and again.
// There, ties and detours of a few actions (press, move, release) are found within one look.
#include "tutor/planner.h"

#include "tutor/desk_search.h"
#include "tutor/goals.h"
#include "tutor/wishes.h"

#include <array>
#include <deque>
#include <iterator>
#include <utility>

namespace tutor {

namespace {

/// One state of the search in practice: what was done to come there, and what happened then.
struct Node {
    world::Computer computer;
    std::vector<world::Action> actions;
    std::vector<world::Event> fresh;
    std::int64_t now = 0;
};

/// Less is left to do, or what has happened is what the goal asks for.
bool is_nearer(const Run& run, const Node& node, double before) {
    if (world::remaining(node.computer) < before) {
        return true;
    }
    if (node.fresh.empty()) {
        return false;
    }
    std::vector<world::Event> happened = run.happened;
    happened.insert(happened.end(), node.fresh.begin(), node.fresh.end());
    return holds(run.current().goal, world::facts(node.computer), happened);
}

Node after(const Node& node, const world::Action& action) {
    Node next = node;
    std::vector<world::Event> events = world::apply(next.computer, action);
    next.fresh.insert(next.fresh.end(), std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
    next.actions.push_back(action);
    next.now = action.at;
    return next;
}

/// The next useful move in practice, and how many states were tried for it.
struct Move {
    std::vector<world::Action> actions; ///< empty where none was found
    std::size_t states = 0;
};

Move next_in_practice(const Run& run, const SearchLimits& limits) {
    const double before = world::remaining(run.computer);
    std::deque<Node> open{{run.computer, {}, {}, run.now}};
    std::size_t tried = 0;
    while (!open.empty() && tried < limits.states) {
        const Node node = std::move(open.front());
        open.pop_front();
        for (const world::Action& action : world::actions(node.computer, node.now)) {
            if (!is_possible(action.deed, limits.access)) {
                continue;
            }
            Node next = after(node, action);
            ++tried;
            if (is_nearer(run, next, before)) {
                return {std::move(next.actions), tried};
            }
            open.push_back(std::move(next));
        }
    }
    return {{}, tried};
}

void note_unmet(const Run& run, Plan& plan) {
    const std::vector<const lesson::FactPattern*> wanted = wanted_facts(run.current().goal);
    const Wishes left =
        wishes_of(run.current().goal, world::facts(run.computer), run.happened, run.current().say, wanted);
    for (const world::Wish& wish : left.wishes) {
        plan.unmet.push_back(wish.fact);
    }
}

Plan plan_in_practice(const Run& run, const SearchLimits& limits) {
    Run ahead = run;
    Plan plan;
    while (!ahead.step_is_done) {
        const Move next = next_in_practice(ahead, limits);
        plan.states += next.states;
        if (next.actions.empty() || plan.actions.size() > limits.moves) {
            note_unmet(ahead, plan);
            plan.actions.clear();
            return plan;
        }
        for (const world::Action& action : next.actions) {
            apply(ahead, Input{action.at, action.deed});
            plan.actions.push_back(action);
        }
    }
    plan.is_found = true;
    return plan;
}

} // namespace

std::string_view name_of(Access access) {
    constexpr std::array<std::string_view, 4> names{"everything", "keyboard", "no-drag", "no-double-click"};
    return names.at(static_cast<std::size_t>(access));
}

bool is_possible(const world::Deed& deed, Access access) {
    switch (access) {
    case Access::everything:
        return true;
    case Access::keyboard_only:
        return std::holds_alternative<world::KeyDown>(deed) || std::holds_alternative<world::KeyUp>(deed) ||
               std::holds_alternative<world::Type>(deed) || std::holds_alternative<world::Wait>(deed) ||
               std::holds_alternative<world::Undo>(deed);
    case Access::no_drag:
        return !std::holds_alternative<world::Drag>(deed) && !std::holds_alternative<world::Place>(deed) &&
               !std::holds_alternative<world::Mark>(deed);
    case Access::no_double_click: {
        const auto* click = std::get_if<world::Click>(&deed);
        return click == nullptr || click->times < 2;
    }
    }
    return true;
}

Plan plan(const Run& run, const SearchLimits& limits) {
    if (run.step_is_done) {
        Plan done;
        done.is_found = true;
        return done;
    }
    return is_on_desk(run) ? search_desk(run, limits) : plan_in_practice(run, limits);
}

std::vector<world::Action> next_actions(const Run& run, const SearchLimits& limits) {
    if (run.step_is_done) {
        return {};
    }
    if (!is_on_desk(run)) {
        return next_in_practice(run, limits).actions;
    }
    const Plan found = search_desk(run, limits);
    return found.legs.empty() ? std::vector<world::Action>{} : found.legs.front().actions;
}

std::optional<std::vector<world::Action>> route(const Run& run, const SearchLimits& limits) {
    Plan found = plan(run, limits);
    return found.is_found ? std::optional(std::move(found.actions)) : std::nullopt;
}

} // namespace tutor
