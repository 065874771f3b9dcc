// Proofs: plans for all steps, gone one after the other.
#include "tutor/proof.h"

#include "tutor/desk_search.h"
#include "tutor/goals.h"
#include "world/apps.h"

#include <algorithm>
#include <deque>
#include <unordered_set>
#include <utility>

namespace tutor {

namespace {

constexpr std::int64_t pause = 1'000; // ms between two steps

void note_typed(const world::Deed& deed, std::vector<std::string>& typed) {
    const auto* text = std::get_if<world::Type>(&deed);
    if (text != nullptr && std::ranges::find(typed, text->text) == typed.end()) {
        typed.push_back(text->text);
    }
}

void follow(Run& run, const std::vector<world::Action>& actions) {
    for (const world::Action& action : actions) {
        apply(run, Input{action.at, action.deed});
    }
}

void go_on(Run& run) {
    apply(run, Input{run.now + pause, GoOn{}});
}

bool lays_out(const lesson::Lesson& lesson, bool (*is_meant)(std::string_view)) {
    const auto is_one = [&](const lesson::Entry& entry) { return is_meant(entry.key); };
    return std::ranges::any_of(lesson.start, is_one) ||
           std::ranges::any_of(lesson.steps,
                               [&](const lesson::Step& step) { return std::ranges::any_of(step.start, is_one); });
}

/// Looks around one step's beginning.
class Looking {
public:
    Looking(const Run& start, std::size_t depth, const SearchLimits& limits, Surroundings& around)
        : start_(start), depth_(depth), limits_(limits), around_(around) {}

    /// Level by level, so that each state is met by the fewest actions that lead to it.
    void look() {
        seen_.insert(key_of(start_));
        std::deque<State> open{{start_, {}}};
        while (!open.empty()) {
            const State state = std::move(open.front());
            open.pop_front();
            for (const world::Action& action : world::actions(state.run.computer, state.run.now)) {
                State next = state;
                apply(next.run, Input{action.at, action.deed});
                if (next.run.step_is_done || !seen_.insert(key_of(next.run)).second) {
                    continue;
                }
                next.actions.push_back(action);
                check(next, state.run);
                if (next.actions.size() < depth_) {
                    open.push_back(std::move(next));
                }
            }
        }
    }

private:
    struct State {
        Run run;
        std::vector<world::Action> actions; ///< from the step's beginning
    };

    void check(const State& state, const Run& before) {
        ++around_.states;
        if (!leads_back(state.run, before) && !plan(state.run, limits_).is_found) {
            around_.dead_ends.push_back({start_.step, state.actions});
        }
    }

    /// Whether undo brings the state before back, and nothing happened that never should.
    bool leads_back(Run next, const Run& before) const {
        apply(next, Input{next.now + pause, world::Deed{world::Undo{}}});
        return key_of(next) == key_of(before);
    }

    const Run& start_;
    std::size_t depth_;
    const SearchLimits& limits_;
    Surroundings& around_;
    std::unordered_set<std::size_t> seen_;
};

} // namespace

Proof prove(const std::shared_ptr<const lesson::Lesson>& lesson, const world::Setup& setup,
            const SearchLimits& limits) {
    Run run = begin(lesson, setup).run;
    SearchLimits only_onwards = limits;
    only_onwards.may_undo = false;
    Proof proof;
    proof.lesson = run.lesson;
    while (!run.is_finished) {
        const Plan found = plan(run, only_onwards);
        proof.states += found.states;
        proof.step = run.step;
        if (found.is_found) {
            follow(run, found.actions);
        }
        if (!run.step_is_done) {
            proof.unmet = found.unmet;
            proof.unwritable = found.unwritable;
            proof.is_never_together = found.is_never_together;
            proof.prevented_by = found.prevented_by;
            return proof;
        }
        proof.actions += found.actions.size();
        for (const world::Action& action : found.actions) {
            note_typed(action.deed, proof.typed);
        }
        go_on(run);
    }
    proof.is_finished = true;
    return proof;
}

bool is_beside_the_point(const lesson::Lesson& lesson, Access access) {
    return access != Access::everything && lays_out(lesson, [](std::string_view app) { return app == "pointer"; });
}

bool is_on_desk(const lesson::Lesson& lesson) {
    return lays_out(lesson, world::is_desks);
}

bool has_looks(const lesson::Lesson& lesson) {
    const lesson::Value* desktop = lesson::find(lesson.start, "desktop");
    return is_on_desk(lesson) &&
           (desktop == nullptr || lesson::text_or(lesson::table_of(*desktop), "look", "any") == "any");
}

Surroundings look_around(const std::shared_ptr<const lesson::Lesson>& lesson, const world::Setup& setup,
                         std::size_t depth, const SearchLimits& limits) {
    Surroundings around;
    Run run = begin(lesson, setup).run;
    while (!run.is_finished) {
        Looking(run, depth, limits, around).look();
        const Plan found = plan(run, limits);
        if (!found.is_found) {
            break;
        }
        follow(run, found.actions);
        go_on(run);
    }
    return around;
}

std::size_t key_of(const Run& run) {
    const std::vector<world::Fact> facts = world::facts(run.computer);
    return key_of(run.computer, facts, distance(run.current().goal, facts, run.happened));
}

} // namespace tutor
