// The panel beside the stage on the projected screen: large words, and the trainer's three buttons.
#pragma once

#include "screen/pages/tutor_panel.h"

namespace screen {

/// The panel of who leads. PageDown goes on, PageUp goes back, F1 shows, wherever the focus is.
PanelWishes guided_panel(Ui& ui, const Rect& room, PlayerPage& page, const PlayerView& view);

/// Whether the input is one of the keys that presenters' remotes have, which the practice computer does not get.
bool is_trainers_key(const InputEvent& event);

} // namespace screen
