// The tutor's panel beside the stage: always in the same place, always the same order.
#pragma once

#include "screen/pages/player.h"

namespace screen {

/// What the learner asked the tutor for in this pass.
struct PanelWishes {
    bool leave = false;
    bool help = false;
    bool pause = false;  ///< or go on, of the demonstration
    bool repeat = false; ///< of the demonstration
    bool stop_showing = false;
    bool listen = false;
    bool undo = false; ///< the last thing done on a practice computer with windows
    bool again = false;
    bool next = false;
};

PanelWishes tutor_panel(Ui& ui, const Rect& room, PlayerPage& page, const PlayerView& view);

} // namespace screen
