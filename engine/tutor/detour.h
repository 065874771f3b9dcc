// A shorter way than the learner's: what the end of a lesson can show as pictures, without blame.
#pragma once

#include "tutor/run.h"

#include <optional>
#include <span>
#include <vector>

namespace tutor {

/// How a step was done: its beginning, as it was laid out last, and what was done from there on.
struct StepTaken {
    Run beginning;
    std::vector<Input> inputs;
};

/// One action of a way, and the practice computer as it is before.
struct WayPicture {
    world::Computer computer;
    world::Action action;
};

/// A way that is shorter than the one that was taken.
struct ShortWay {
    std::size_t step = 0;             ///< its index in the lesson
    std::size_t taken = 0;            ///< deeds that the learner did in that step
    std::vector<WayPicture> pictures; ///< as many as the short way has deeds: 2 to 5
};

/// Deeds of a step that a person would tell of (see deeds.h).
std::size_t deeds_of(const StepTaken& taken);

/// Whether so much was done in a step that there can be a shorter way to show: worth looking for a route.
bool may_be_a_detour(const StepTaken& taken);

/// The short way where a route from the step's beginning is shorter by two deeds and a third, and can be shown in 2 to
/// 5 pictures.
std::optional<ShortWay> short_way(const StepTaken& taken, std::span<const world::Action> route);

/// The one with the longest detour, or nothing.
std::optional<ShortWay> longest_detour(std::vector<ShortWay> ways);

} // namespace tutor
