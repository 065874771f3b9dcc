// The question before a lesson is left half-way.
#pragma once

#include "screen/pages/player.h"

namespace screen {

/// Draws the question over the player where it is asked; gives LeaveLesson when the learner wants to go.
void leaving_dialog(Ui& ui, PlayerPage& page, const PlayerView& view, Intents& intents);

} // namespace screen
