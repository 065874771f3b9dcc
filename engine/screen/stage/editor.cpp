// Paints the window of the practice computer's program `editor`.
#include "screen/stage/desk_kit.h"

namespace screen {

void paint_program(Kit& kit, const world::Editor& /*editor*/, const Rect& room) {
    kit.toolbar(room);
}

} // namespace screen
