// The practice computer's own colours: cool and light like one family of desktops, warm grey with a dark top bar like
// the other, and high contrast for both.
#include "screen/stage/desk_kit.h"

namespace screen {

namespace {

constexpr DeskColours bar_look{
    .surface = hex(0xFFFFFF),
    .chrome = hex(0xF5F7FB),
    .side = hex(0xF5F7FB),
    .title = hex(0xE7EDF7),
    .title_behind = hex(0xF1F3F7),
    .ink = hex(0x1A1E26),
    .soft_ink = hex(0x434957),
    .faint_ink = hex(0x8B919E),
    .line = hex(0xDDE2EA),
    .field = hex(0xFFFFFF),
    .field_line = hex(0x747B89),
    .hover = hex(0xE6EDF7),
    .pressed = hex(0xD6E1F1),
    .chosen = hex(0xCFE4FB),
    .chosen_ink = hex(0x10243D),
    .accent = hex(0x0B4F93),
    .on_accent = hex(0xFFFFFF),
    .link = hex(0x0A4A9C),
    .marked = hex(0xA9D0FA),
    .danger = hex(0xA81F14),
    .on_danger = hex(0xFFFFFF),
    .warning = hex(0xFFF2D1),
    .warning_ink = hex(0x4A3300),
    .bar = hex(0xE9EFF8),
    .on_bar = hex(0x1A1E26),
    .menu = hex(0xFBFCFE),
    .shadow = hex(0x0C1A30, 80),
};

constexpr DeskColours overview_look{
    .surface = hex(0xFFFFFF),
    .chrome = hex(0xF4F2F0),
    .side = hex(0xF0EEEB),
    .title = hex(0xE9E6E3),
    .title_behind = hex(0xF6F5F3),
    .ink = hex(0x26242B),
    .soft_ink = hex(0x48454D),
    .faint_ink = hex(0x918D94),
    .line = hex(0xDBD7D2),
    .field = hex(0xFFFFFF),
    .field_line = hex(0x7D7880),
    .hover = hex(0xEAE7E3),
    .pressed = hex(0xDBD7D2),
    .chosen = hex(0xD3E3F8),
    .chosen_ink = hex(0x12243D),
    .accent = hex(0x184F97),
    .on_accent = hex(0xFFFFFF),
    .link = hex(0x174A8F),
    .marked = hex(0xB0D1F7),
    .danger = hex(0x9F1B22),
    .on_danger = hex(0xFFFFFF),
    .warning = hex(0xFBEFC9),
    .warning_ink = hex(0x473500),
    .bar = hex(0x17151C),
    .on_bar = hex(0xFFFFFF),
    .menu = hex(0xFFFFFF),
    .shadow = hex(0x18121E, 90),
};

constexpr DeskColours high_contrast_look{
    .surface = hex(0x000000),
    .chrome = hex(0x000000),
    .side = hex(0x000000),
    .title = hex(0x1A1A1A),
    .title_behind = hex(0x000000),
    .ink = hex(0xFFFFFF),
    .soft_ink = hex(0xF0F0F0),
    .faint_ink = hex(0x8C8C8C),
    .line = hex(0xFFFFFF),
    .field = hex(0x000000),
    .field_line = hex(0xFFFFFF),
    .hover = hex(0x2A2A2A),
    .pressed = hex(0x3D3D3D),
    .chosen = hex(0x3A3200),
    .chosen_ink = hex(0xFFFFFF),
    .accent = hex(0xFFD800),
    .on_accent = hex(0x000000),
    .link = hex(0x9BE4FF),
    .marked = hex(0x5A4D00),
    .danger = hex(0xFFB4A8),
    .on_danger = hex(0x000000),
    .warning = hex(0x332200),
    .warning_ink = hex(0xFFFFFF),
    .bar = hex(0x000000),
    .on_bar = hex(0xFFFFFF),
    .menu = hex(0x000000),
    .shadow = hex(0x000000, 0),
};

} // namespace

const DeskColours& desk_colours(world::DeskLook look, bool high_contrast) {
    if (high_contrast) {
        return high_contrast_look;
    }
    return look == world::DeskLook::bar ? bar_look : overview_look;
}

} // namespace screen
