// Draws the practice computer's desktop.
#include "screen/stage/painters.h"

namespace screen {

void paint(const Stage& /*stage*/, const world::Desk& /*desk*/, const StageCues& /*cues*/) {}

std::optional<int> next_change(const world::Desk& /*desk*/, const StageCues& /*cues*/, const Look& /*look*/) {
    return std::nullopt;
}

} // namespace screen
