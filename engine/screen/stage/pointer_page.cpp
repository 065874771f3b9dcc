// Draws a page that is taller than the stage: paper with writing nobody has to read, and where one is on it.
#include "screen/stage/pointer_parts.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace screen {

using world::PointerPractice;
using world::Rectangle;
using world::Thing;

namespace {

constexpr double paper_left = 20;
constexpr double paper_right = 922;
constexpr double text_left = 84;
constexpr double text_right = 858;
constexpr double line_pitch = 36;
constexpr int paragraph_lines = 6; // the last of them stays empty
constexpr double bar_left = 932;
constexpr double bar_width = 22;
constexpr double bar_margin = 8;
constexpr double shortest_thumb = 60;

/// A part of a line, from and to, units.
struct Span {
    double from = 0;
    double to = 0;
};

/// A share from 0 to 1 that looks like chance, and is always the same for a line.
double chance(int line) {
    const auto mixed_up = static_cast<std::uint32_t>(line + 1) * 2654435761U;
    return static_cast<double>(mixed_up >> 16U) / 65536.0;
}

/// Where a line of writing may stand beside the things on the page.
std::vector<Span> clear_spans(const PointerPractice& practice, double y, Span whole) {
    constexpr double beside = 18;
    std::vector<Span> spans{whole};
    for (const Thing& thing : practice.things) {
        const Rectangle taken = world::footprint(thing);
        if (y < taken.y - beside || y > taken.y + taken.height + beside) {
            continue;
        }
        std::vector<Span> left_over;
        for (const Span span : spans) {
            left_over.push_back({span.from, std::min(span.to, taken.x - beside)});
            left_over.push_back({std::max(span.from, taken.x + taken.width + beside), span.to});
        }
        spans = std::move(left_over);
    }
    constexpr double shortest = 40;
    std::erase_if(spans, [](const Span& span) { return span.to - span.from < shortest; });
    return spans;
}

void draw_line(const Stage& stage, const PointerPractice& practice, int line) {
    const double y = line_pitch * (line + 2);
    const int row = line % paragraph_lines;
    if (row == paragraph_lines - 1) {
        return;
    }
    const bool last = row == paragraph_lines - 2;
    const double length = last ? 0.35 + 0.3 * chance(line) : 0.9 + 0.1 * chance(line);
    const Span whole{text_left, text_left + (text_right - text_left) * length};
    const Colour ink = mixed(stage.theme().surface, stage.theme().soft_ink, 0.16F);
    for (const Span span : clear_spans(practice, y, whole)) {
        const world::Point at = world::on_stage(practice, {span.from, y});
        const Rect bar = stage.at(Rectangle{at.x, at.y - 5, span.to - span.from, 10});
        stage.picture().fill(bar, ink, bar.h / 2);
    }
}

void draw_arrow(const Stage& stage, Point centre, float size, float direction, float width, Colour colour) {
    stage.picture().stroke({{centre.x - size, centre.y - direction * size * 0.5F},
                            {centre.x, centre.y + direction * size * 0.5F},
                            {centre.x + size, centre.y - direction * size * 0.5F}},
                           width, colour);
}

/// A veil over the lowest strip and an arrow on it: the page goes on.
void draw_more_below(const Stage& stage) {
    const Theme& theme = stage.theme();
    const Rect strip = stage.at(Rectangle{paper_left, world::stage_height - 72, paper_right - paper_left, 72});
    stage.picture().gradient(strip, faded(theme.surface, 0), faded(theme.surface, 0.92F));
    const Point centre = stage.at(world::Point{(paper_left + paper_right) / 2, world::stage_height - 36});
    const float radius = stage.px(25);
    stage.picture().disc(centre, radius, theme.primary);
    draw_arrow(stage, {centre.x, centre.y + stage.px(1)}, stage.px(10), 1, std::max(2.0F, stage.px(4.5)),
               theme.on_primary);
}

} // namespace

void paint_paper(const Stage& stage, const PointerPractice& practice) {
    const Theme& theme = stage.theme();
    stage.picture().fill(stage.rect, mixed(theme.stage, theme.ink, theme.outline > 1 ? 0.12F : 0.1F), stage.px(16));
    const world::Point top = world::on_stage(practice, {paper_left, 16});
    const Rect paper = stage.at(Rectangle{top.x, top.y, paper_right - paper_left, world::page_height(practice) - 32});
    stage.picture().shadow(paper.moved(0, stage.px(2)), stage.px(8), theme.shadow, stage.px(6));
    stage.picture().fill(paper, theme.surface, stage.px(6));
    stage.picture().outline(paper, std::max(1.0F, stage.px(theme.outline)), theme.line, stage.px(6));
    const int first = std::max(0, static_cast<int>(practice.scroll / line_pitch) - 2);
    const int last = static_cast<int>((practice.scroll + world::stage_height) / line_pitch);
    const int end = static_cast<int>(world::page_height(practice) / line_pitch) - 4;
    for (int line = first; line <= std::min(last, end); ++line) {
        draw_line(stage, practice, line);
    }
}

void paint_scroll_bar(const Stage& stage, const PointerPractice& practice) {
    const Theme& theme = stage.theme();
    const double length = world::stage_height - 2 * bar_margin;
    const Rect track = stage.at(Rectangle{bar_left, bar_margin, bar_width, length});
    stage.picture().fill(track, mixed(theme.surface, theme.ink, 0.12F), track.w / 2);
    const double run = length - 2 * bar_width;
    const double thumb = std::max(shortest_thumb, run / practice.tall);
    const double end = world::scroll_end(practice);
    const double share = end > 0 ? practice.scroll / end : 0;
    const Rect grip =
        stage.at(Rectangle{bar_left + 3, bar_margin + bar_width + (run - thumb) * share, bar_width - 6, thumb});
    stage.picture().fill(grip, theme.soft_ink, grip.w / 2);
    const float width = std::max(1.5F, stage.px(3));
    draw_arrow(stage, {track.centre().x, track.y + track.w / 2}, stage.px(5), -1, width, theme.soft_ink);
    draw_arrow(stage, {track.centre().x, track.bottom() - track.w / 2}, stage.px(5), 1, width, theme.soft_ink);
    if (practice.scroll < end - 1) {
        draw_more_below(stage);
    }
}

} // namespace screen
