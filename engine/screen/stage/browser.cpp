// Paints the window of the practice computer's program `browser`.
#include "screen/stage/desk_kit.h"

namespace screen {

void paint_program(Kit& kit, const world::Browser& /*browser*/, const Rect& room) {
    kit.toolbar(room);
}

} // namespace screen
