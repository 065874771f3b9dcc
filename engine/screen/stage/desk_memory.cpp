// What lies under a point of the practice computer's screen, by where it was drawn.
#include "screen/stage/desk_memory.h"

#include "screen/stage/stage.h"

#include <algorithm>
#include <cmath>

namespace screen {

const Spot* spot_at(const DeskMemory& memory, Point at, std::uint8_t gestures) {
    for (auto spot = memory.spots.rbegin(); spot != memory.spots.rend(); ++spot) {
        if (!spot->seen.contains(at)) {
            continue;
        }
        if (spot->target.name.empty()) {
            return nullptr;
        }
        if (!spot->is_live || spot->target.gestures == world::no_gesture) {
            continue;
        }
        // A drop falls through what cannot take it, onto the ground that this lies on; a click does not.
        const bool is_drop = gestures == world::takes_drop;
        const bool can = spot->target.enabled && (spot->target.gestures & gestures) != 0;
        if (can || !is_drop) {
            return can ? &*spot : nullptr;
        }
    }
    return nullptr;
}

std::string layer_at(const DeskMemory& memory, Point at) {
    const auto found = std::find_if(memory.layers.rbegin(), memory.layers.rend(),
                                    [&](const DeskLayer& layer) { return layer.rect.contains(at); });
    return found == memory.layers.rend() ? std::string() : found->name;
}

namespace {

/// Whether a touch at that point meets that spot, and nothing in front of it.
bool meets(const DeskMemory& memory, const Spot& spot, Point at) {
    const auto front = std::find_if(memory.spots.rbegin(), memory.spots.rend(), [&](const Spot& one) {
        const bool is_hit = one.seen.contains(at);
        return is_hit && (one.target.name.empty() || (one.is_live && one.target.gestures != world::no_gesture));
    });
    return front != memory.spots.rend() && front->target.name == spot.target.name;
}

/// Of so many rows and columns of points of a spot, the one that is nearest to its middle and not covered by anything.
std::optional<Point> free_point(const DeskMemory& memory, const Spot& spot, int columns, int rows) {
    std::optional<Point> best;
    float best_away = 0;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const Point at{spot.seen.x +
                               spot.seen.w * (static_cast<float>(column) + 0.5F) / static_cast<float>(columns),
                           spot.seen.y + spot.seen.h * (static_cast<float>(row) + 0.5F) / static_cast<float>(rows)};
            const float away = std::hypot(at.x - spot.seen.centre().x, at.y - spot.seen.centre().y);
            if ((!best || away < best_away) && meets(memory, spot, at)) {
                best = at;
                best_away = away;
            }
        }
    }
    return best;
}

/// A few points will do for most spots. Of what others nearly cover, such as a window behind others, no strip of that
/// width is missed.
std::optional<Point> free_point(const DeskMemory& memory, const Spot& spot) {
    constexpr int few = 9;
    constexpr float strip = 10; // px
    if (const std::optional<Point> point = free_point(memory, spot, few, few)) {
        return point;
    }
    const auto columns = static_cast<int>(spot.seen.w / strip) + 1;
    const auto rows = static_cast<int>(spot.seen.h / strip) + 1;
    const bool is_finer = columns > few || rows > few;
    return is_finer ? free_point(memory, spot, std::max(columns, few), std::max(rows, few)) : std::nullopt;
}

} // namespace

std::optional<world::Point> place_of(const DeskMemory& memory, const Rect& stage, std::string_view target) {
    for (const Spot& spot : memory.spots) {
        if (spot.target.name == target && spot.seen.w > 0 && spot.seen.h > 0) {
            if (const std::optional<Point> free = free_point(memory, spot)) {
                return to_stage(stage, *free);
            }
        }
    }
    return std::nullopt;
}

} // namespace screen
