// Paints the window of the practice computer's program `viewer`.
#include "screen/stage/desk_kit.h"

namespace screen {

void paint_program(Kit& kit, const world::Viewer& /*viewer*/, const Rect& room) {
    kit.toolbar(room);
}

} // namespace screen
