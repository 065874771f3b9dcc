// Search by what remains to be done: a short breadth-first look for an action that brings the goal nearer, again and
// again. Ties and detours of a few actions (press, move, release) are found within one look.
#include "tutor/planner.h"

#include <deque>

namespace tutor {

namespace {

/// One state of the search: a run, and the actions that led to it.
struct Node {
    Run run;
    std::vector<world::Action> actions;
};

bool is_nearer(const Run& run, double before) {
    return run.step_is_done || world::remaining(run.computer) < before;
}

} // namespace

std::vector<world::Action> next_actions(const Run& run, const SearchLimits& limits) {
    if (run.step_is_done) {
        return {};
    }
    const double before = world::remaining(run.computer);
    std::deque<Node> open{{run, {}}};
    for (std::size_t tried = 0; !open.empty() && tried < limits.states;) {
        const Node node = std::move(open.front());
        open.pop_front();
        for (const world::Action& action : world::actions(node.run.computer, node.run.now)) {
            Node next = node;
            apply(next.run, Input{action.at, action.deed});
            next.actions.push_back(action);
            if (is_nearer(next.run, before)) {
                return next.actions;
            }
            open.push_back(std::move(next));
            ++tried;
        }
    }
    return {};
}

std::optional<std::vector<world::Action>> route(const Run& run, const SearchLimits& limits) {
    Run ahead = run;
    std::vector<world::Action> found;
    while (!ahead.step_is_done) {
        const std::vector<world::Action> next = next_actions(ahead, limits);
        if (next.empty() || found.size() > limits.moves) {
            return std::nullopt;
        }
        for (const world::Action& action : next) {
            apply(ahead, Input{action.at, action.deed});
            found.push_back(action);
        }
    }
    return found;
}

} // namespace tutor
