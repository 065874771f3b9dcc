// What the person did on the practice computer's desktop: mouse and keys become deeds on targets.
#pragma once

#include "screen/stage/desk_memory.h"
#include "screen/ui.h"
#include "world/desk.h"

#include <vector>

namespace screen {

/// What the person did in this pass, by where things lay in the last picture.
std::vector<world::Deed> desk_deeds(Ui& ui, const world::Desk& desk, const Rect& stage, bool has_keyboard,
                                    DeskMemory& memory);

/// Whether Escape closes something on the desk, or a field is being written there.
bool wants_escape(const world::DeskState& desk);

} // namespace screen
