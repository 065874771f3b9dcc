// Paints the window of the practice computer's program `mail`.
#include "screen/stage/desk_kit.h"

namespace screen {

void paint_program(Kit& kit, const world::Mail& /*mail*/, const Rect& room) {
    kit.toolbar(room);
}

} // namespace screen
