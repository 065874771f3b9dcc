// How well pointing goes: throughput after ISO 9241-9.
#pragma once

#include "world/stage.h"

#include <cstdint>
#include <span>

namespace world {

/// One finished act of pointing. Points in page units.
struct Trial {
    Point from;       ///< where the pointer was when it began
    Point target;     ///< the target's centre
    Point end;        ///< where the pointer was when it was done
    double width = 0; ///< the target's diameter, units
    double time = 0;  ///< ms
    bool operator==(const Trial&) const = default;
};

/// The task under way.
struct Attempt {
    std::int64_t began = 0;  ///< when the task before was done, or the practice began, ms
    Point from;              ///< where the pointer was then, page units
    bool from_known = false; ///< false until the pointer has first moved
    int errors = 0;          ///< slips since then
    double interval = 0;     ///< double-click: ms from press to press
    double drift = 0;        ///< units that the pointer moved during a click, or between the presses of a double-click
    bool operator==(const Attempt&) const = default;
};

/// The index of difficulty in bits: log2(distance / width + 1), the Shannon form of ISO 9241-9:2000, Annex B. Distance
/// and width in the same unit; 0 for a width of 0.
double index_of_difficulty(double distance, double width);

/// Throughput in bit/s of `bits` done in `time` ms; 0 where no time has passed.
double throughput(double bits, double time);

/// Throughput in bit/s over several trials of alike distance and width, with the effective width We = 4.133 · SD, SD
/// being the standard deviation of where the selections ended, measured along the axis from start to target, and the
/// effective distance being the mean way along that axis. ISO 9241-9:2000, Annex B; Soukoreff & MacKenzie 2004, doi
/// 10.1016/j.ijhcs.2004.09.001. 0 for fewer than two trials, or where the ends do not vary.
double effective_throughput(std::span<const Trial> trials);

} // namespace world
