// What lies under a point of the practice computer's screen, by where it was drawn.
#include "screen/stage/desk_memory.h"

#include "screen/stage/stage.h"

#include <algorithm>

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

std::optional<world::Point> place_of(const DeskMemory& memory, const Rect& stage, std::string_view target) {
    const auto found = std::ranges::find_if(memory.spots, [&](const Spot& spot) {
        return spot.target.name == target && spot.seen.w > 0 && spot.seen.h > 0;
    });
    if (found == memory.spots.end()) {
        return std::nullopt;
    }
    return to_stage(stage, found->seen.centre());
}

} // namespace screen
