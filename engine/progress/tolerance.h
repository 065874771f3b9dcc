// How much unsteadiness of the hand to forgive this learner: a fold over the steps that measured double clicks.
//
// Both bounds, interval and drift, go by themselves between world::widest_tolerance and world::system_tolerance, in
// steps of an eighth of that range (62.5 ms; 0.875 stage units):
//   narrower, after a step done without repeated slips: bound' = min(bound, max(bound - step, 1.25 * measured, system))
//     so a learner who just makes it is not hurried, and one who has room to spare reaches the system's in 8 steps;
//   wider, after repeated slips (2 or more), or when the step had to be shown: bound' = min(bound + step / 2, widest).
// So a bound never leaves its range, a success never widens it, and repeated slips never narrow it. Only steps that
// measured a double click count, and each bound heeds its own measure only.
#pragma once

#include "progress/bodies.h"
#include "progress/event.h"
#include "world/setup.h"

#include <string_view>
#include <vector>

namespace progress {

/// The measures of `step.done` that are read here.
namespace measure {

inline constexpr std::string_view interval =
    "double_click.interval"; ///< ms from press to press of the double click that succeeded
inline constexpr std::string_view drift = "double_click.drift"; ///< stage units that the pointer moved meanwhile

} // namespace measure

/// The tolerance after one more step.
world::Tolerance after(const world::Tolerance& before, const StepDone& step);

/// The tolerance for a learner, from the widest on, given their events in the order for folds.
world::Tolerance tolerance(const std::vector<Event>& events_of_learner);

} // namespace progress
