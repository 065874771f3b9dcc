// Folds measured double clicks to a tolerance.
#include "progress/tolerance.h"

#include <algorithm>

namespace progress {

namespace {

constexpr double steps_to_system = 8;
constexpr double room_to_spare = 1.25;
constexpr int repeated = 2;

/// One bound of the tolerance after one more step, given what was measured in it.
double after_one(double bound, double measured, bool had_trouble, double system, double widest) {
    const double step = (widest - system) / steps_to_system;
    if (had_trouble) {
        return std::min(bound + step / 2, widest);
    }
    return std::min(bound, std::max({bound - step, room_to_spare * measured, system}));
}

} // namespace

world::Tolerance after(const world::Tolerance& before, const StepDone& step) {
    const bool had_trouble = step.slips >= repeated || step.outcome == outcome::shown;
    world::Tolerance tolerance = before;
    if (const auto found = step.measures.find(std::string(measure::interval)); found != step.measures.end()) {
        tolerance.interval = after_one(before.interval, found->second, had_trouble, world::system_tolerance.interval,
                                       world::widest_tolerance.interval);
    }
    if (const auto found = step.measures.find(std::string(measure::drift)); found != step.measures.end()) {
        tolerance.drift = after_one(before.drift, found->second, had_trouble, world::system_tolerance.drift,
                                    world::widest_tolerance.drift);
    }
    return tolerance;
}

world::Tolerance tolerance(const std::vector<Event>& events_of_learner) {
    world::Tolerance current = world::widest_tolerance;
    for (const Event& event : events_of_learner) {
        if (event.kind == kind::step_done) {
            if (const auto done = read_step_done(event.body)) {
                current = after(current, *done);
            }
        }
    }
    return current;
}

} // namespace progress
