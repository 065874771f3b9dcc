// What stands at the top of pages: the program's sign, and what the person can always reach.
#pragma once

#include "screen/ui.h"
#include "screen/widgets.h"

namespace screen {

/// Height of the strip at the top, px.
inline float header_height(const Ui& ui) {
    return button_height(ui) + 2 * ui.px(gap);
}

/// Draws the cuckoo and the program's name at the top left; gives where they end, px.
inline float program_sign(Ui& ui) {
    const float size = button_height(ui);
    art(ui, "coucou", {ui.px(wide_gap), ui.px(gap), size, size});
    const TextBlock name = lay_out(ui.fonts(), ui.say("program.name"), style_of(ui, Type::lead, ui.theme().ink, true));
    draw(ui.picture(), name, {ui.px(wide_gap) + size + ui.px(12), ui.px(gap) + (size - name.height) / 2});
    return ui.px(wide_gap) + size + ui.px(12) + name.width;
}

} // namespace screen
