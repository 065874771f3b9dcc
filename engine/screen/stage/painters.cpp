// The small things that all painters draw alike.
#include "screen/stage/painters.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace screen {

Stage::Stage(Ui& pass, const Rect& place, DeskMemory& memory)
    : ui(pass), rect(place), desk(memory), unit(place.w / static_cast<float>(world::stage_width)) {}

Rect Stage::at(const world::Rectangle& area) const {
    const Point corner_at = at(world::Point{area.x, area.y});
    return {corner_at.x, corner_at.y, px(area.width), px(area.height)};
}

Colour warm(const Theme& theme) {
    return theme.outline > 1 ? theme.accent : mixed(theme.accent, theme.focus, 0.5F);
}

TextStyle text_style(const Stage& stage, double units, Colour colour, bool bold, Align align) {
    TextStyle style = style_of(stage.ui, Type::body, colour, bold, align);
    style.px = stage.px(units);
    return style;
}

TextStyle readable(const Stage& stage, TextStyle style) {
    style.px = std::max(style.px, stage.ui.sized(text_small));
    return style;
}

namespace {

/// Whether a line ends within a word.
bool breaks_a_word(const TextBlock& block) {
    for (std::size_t i = 0; i + 1 < block.lines.size(); ++i) {
        const std::size_t end = block.lines[i].to;
        const char before = end > 0 ? block.shown[end - 1] : ' ';
        if (end == block.lines[i + 1].from && before != ' ' && before != '-' && before != '\n') {
            return true;
        }
    }
    return false;
}

} // namespace

TextBlock fitted(const Stage& stage, std::string_view markup, TextStyle style, float width, float height) {
    constexpr float least = 9;
    TextBlock block = lay_out(stage.ui.fonts(), markup, style, width);
    while ((block.height > height || block.width > width || breaks_a_word(block)) && style.px > least) {
        style.px = std::max(least, std::floor(style.px * 0.93F));
        block = lay_out(stage.ui.fonts(), markup, style, width);
    }
    return block;
}

void picture_at(const Stage& stage, std::string_view name, Point centre, float size, float opacity) {
    const int side = static_cast<int>(std::lround(size));
    if (side <= 0) {
        return;
    }
    const float half = static_cast<float>(side) / 2;
    stage.picture().image(stage.ui.art().picture(name, side, side),
                          {std::round(centre.x - half), std::round(centre.y - half)}, opacity);
}

void check_badge(const Stage& stage, Point centre, float radius, float share) {
    if (share <= 0) {
        return;
    }
    const Theme& theme = stage.theme();
    const float shown = radius * (0.4F + 0.6F * share);
    stage.picture().disc(centre, shown + stage.px(3), faded(theme.surface, share));
    stage.picture().disc(centre, shown, faded(theme.good, share));
    const float size = shown * 1.25F;
    const Colour ink = faded(theme.on_good, share);
    stage.picture().stroke({{centre.x - size * 0.34F, centre.y + size * 0.02F},
                            {centre.x - size * 0.08F, centre.y + size * 0.27F},
                            {centre.x + size * 0.36F, centre.y - size * 0.27F}},
                           std::max(2.0F, size * 0.16F), ink);
}

void icon_card(const Stage& stage, std::string_view name, const Rect& rect) {
    const Theme& theme = stage.theme();
    const float radius = rect.w * 0.22F;
    stage.picture().shadow(rect.moved(0, stage.px(3)), stage.px(10), theme.shadow, radius);
    stage.picture().fill(rect, theme.surface, radius);
    stage.picture().outline(rect, std::max(2.0F, stage.px(2.5)), warm(theme), radius);
    icon(stage.ui, name, rect.inset(rect.w * 0.14F), theme.ink);
}

float pulse(const Stage& stage, const StageCues& cues) {
    if (stage.ui.look().reduced_motion || cues.now - cues.last_input >= pulse_for) {
        return 0;
    }
    constexpr double period = 1600; // ms
    const double turn = static_cast<double>(cues.now - cues.last_input) / period;
    return static_cast<float>(0.5 - 0.5 * std::cos(turn * 2 * std::numbers::pi));
}

} // namespace screen
