// Looks for the run's state among those of the plan.
#include "tutor/guide.h"

#include "tutor/desk_search.h"
#include "tutor/proof.h"

#include <algorithm>

namespace tutor {

namespace {

/// The same actions, done from now on.
std::vector<world::Action> from_now(std::vector<world::Action> actions, std::int64_t now) {
    if (actions.empty()) {
        return actions;
    }
    const std::int64_t later = now + pace - actions.front().at;
    for (world::Action& action : actions) {
        action.at += later;
    }
    return actions;
}

} // namespace

std::vector<world::Action> next_actions(Guide& guide, const Run& run, const SearchLimits& limits) {
    if (run.step_is_done) {
        return {};
    }
    if (!is_on_desk(run)) {
        return next_actions(run, limits);
    }
    const std::size_t here = key_of(run);
    const auto known = std::ranges::find(guide.legs, here, &Leg::from);
    if (guide.step == run.step && known != guide.legs.end()) {
        guide.legs.erase(guide.legs.begin(), known); // a plan is only gone onwards
        return from_now(guide.legs.front().actions, run.now);
    }
    guide = {run.step, plan(run, limits).legs};
    return guide.legs.empty() ? std::vector<world::Action>{} : guide.legs.front().actions;
}

} // namespace tutor
