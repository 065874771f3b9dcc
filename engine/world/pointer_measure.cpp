// Indices of difficulty and throughput.
#include "world/pointer_measure.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace world {
namespace {

/// sqrt(2πe): the width that holds 96 % of a normal distribution of that standard deviation.
constexpr double width_per_deviation = 4.133;

/// How far a selection ended beyond the target's centre, along the way from start to target; negative if short of it.
double overshoot(const Trial& trial, double distance) {
    const double across = trial.target.x - trial.from.x;
    const double down = trial.target.y - trial.from.y;
    return ((trial.end.x - trial.target.x) * across + (trial.end.y - trial.target.y) * down) / distance;
}

} // namespace

double index_of_difficulty(double distance, double width) {
    return width > 0 ? std::log2(distance / width + 1) : 0;
}

double throughput(double bits, double time) {
    return time > 0 ? bits * 1000 / time : 0;
}

double effective_throughput(std::span<const Trial> trials) {
    std::vector<double> overshoots;
    double ways = 0;
    double times = 0;
    for (const Trial& trial : trials) {
        const double distance = std::hypot(trial.target.x - trial.from.x, trial.target.y - trial.from.y);
        if (distance <= 0) {
            continue; // without a way there is no axis to measure along
        }
        overshoots.push_back(overshoot(trial, distance));
        ways += distance + overshoots.back();
        times += trial.time;
    }
    const auto count = static_cast<double>(overshoots.size());
    if (count < 2) {
        return 0;
    }
    double mean = 0;
    for (const double value : overshoots) {
        mean += value / count;
    }
    double squares = 0;
    for (const double value : overshoots) {
        squares += (value - mean) * (value - mean);
    }
    const double width = width_per_deviation * std::sqrt(squares / (count - 1));
    return throughput(index_of_difficulty(std::max(0.0, ways / count), width), times / count);
}

} // namespace world
