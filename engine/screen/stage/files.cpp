// Paints the window of the practice computer's program `files`.
#include "screen/stage/desk_kit.h"

namespace screen {

void paint_program(Kit& kit, const world::Files& /*files*/, const Rect& room) {
    kit.toolbar(room);
}

} // namespace screen
