// The tutor's panel beside the stage: always in the same place, always the same order.
#pragma once

#include "screen/pages/player.h"
#include "screen/widgets.h"

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

    // Where a trainer leads:
    bool lead_on = false;
    bool lead_back = false;
    bool show_now = false; ///< the demonstration, without the rungs before it
    bool plan = false;     ///< the plan and its code
};

PanelWishes tutor_panel(Ui& ui, const Rect& room, PlayerPage& page, const PlayerView& view);

// Its parts, for the panel of who leads a class (guided_panel.h).

/// The sheet that a panel lies on.
void panel_sheet(Ui& ui, const Rect& room);

/// The way out, and how many steps are done.
void panel_top(Ui& ui, const Rect& inside, bool is_playing, const PlayerView& view, PanelWishes& wishes);

/// The instruction in that type, and the tutor's word.
void panel_words(Ui& ui, const Rect& room, PlayerPage& page, const PlayerView& view, Type instruction_type);

} // namespace screen
