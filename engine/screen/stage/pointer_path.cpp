// Draws the road that a thing is to be led along.
#include "world/pointer_path.h"

#include "screen/stage/pointer_parts.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace screen {

using world::PointerPractice;
using world::Thing;

namespace {

std::vector<Point> line_of(const Stage& stage, const PointerPractice& practice, const Thing& thing, double until) {
    std::vector<Point> points;
    double along = 0;
    for (std::size_t i = 0; i < thing.path.size(); ++i) {
        if (i > 0) {
            along += std::hypot(thing.path[i].x - thing.path[i - 1].x, thing.path[i].y - thing.path[i - 1].y);
        }
        if (along > until) {
            break;
        }
        points.push_back(stage.at(world::on_stage(practice, thing.path[i])));
    }
    points.push_back(stage.at(world::on_stage(practice, world::point_along(thing.path, until))));
    return points;
}

void draw_flag(const Stage& stage, Point foot, float share) {
    const Theme& theme = stage.theme();
    const float height = stage.px(84);
    const float wide = stage.px(48);
    const Point top{foot.x, foot.y - height};
    stage.picture().disc(foot, stage.px(13), faded(theme.surface, share));
    stage.picture().line(foot, top, std::max(3.0F, stage.px(5)), faded(theme.ink, share));
    stage.picture().polygon({top, {top.x + wide, top.y + stage.px(17)}, {top.x, top.y + stage.px(34)}},
                            faded(warm(theme), share));
    stage.picture().disc(foot, stage.px(8), faded(theme.ink, share));
}

} // namespace

void paint_road(const Stage& stage, const PointerPractice& practice, const Thing& thing, float share) {
    const Theme& theme = stage.theme();
    Picture& picture = stage.picture();
    const float width = stage.px(thing.path_width);
    const std::vector<Point> whole = line_of(stage, practice, thing, thing.path_length);
    picture.stroke(whole, width + stage.px(6), faded(mixed(theme.stage, theme.ink, 0.3F), share));
    picture.stroke(whole, width, faded(mixed(theme.stage, theme.primary, theme.outline > 1 ? 0.25F : 0.14F), share));
    if (thing.path_done > 0) {
        picture.stroke(line_of(stage, practice, thing, thing.path_done), width,
                       faded(mixed(theme.stage, theme.good, 0.45F), share));
    }
    picture.stroke(whole, std::max(2.0F, stage.px(4)), faded(mixed(theme.stage, theme.ink, 0.5F), share),
                   {stage.px(16), stage.px(20), 0});
    if (!thing.done) {
        draw_flag(stage, whole.back(), share);
    }
}

} // namespace screen
