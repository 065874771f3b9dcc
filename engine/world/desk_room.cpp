// Where things lie on the desktop, and what covers what.
#include "world/desk_parts.h"

#include <algorithm>

namespace world {

namespace {

constexpr double bar_height = 48; // stage units, as all here
constexpr double top_bar_height = 36;
constexpr double dock_height = 76;
constexpr double icon_width = 112;
constexpr double icon_height = 104;
constexpr double margin = 14;

/// What is left of a rectangle beside another that lies on it: at most four parts.
void cut_out(const Rectangle& area, const Rectangle& hole, std::vector<Rectangle>& left) {
    const double x0 = std::max(area.x, hole.x);
    const double y0 = std::max(area.y, hole.y);
    const double x1 = std::min(area.x + area.width, hole.x + hole.width);
    const double y1 = std::min(area.y + area.height, hole.y + hole.height);
    if (x0 >= x1 || y0 >= y1) {
        left.push_back(area);
        return;
    }
    const auto keep = [&](double x, double y, double width, double height) {
        if (width > 0 && height > 0) {
            left.push_back({x, y, width, height});
        }
    };
    keep(area.x, area.y, area.width, y0 - area.y);
    keep(area.x, y1, area.width, area.y + area.height - y1);
    keep(area.x, y0, x0 - area.x, y1 - y0);
    keep(x1, y0, area.x + area.width - x1, y1 - y0);
}

} // namespace

Rectangle within(const Rectangle& area, const Rectangle& room) {
    const double x = std::max(area.x, room.x);
    const double y = std::max(area.y, room.y);
    return {x, y, std::min(area.x + area.width, room.x + room.width) - x,
            std::min(area.y + area.height, room.y + room.height) - y};
}

bool can_be_seen(const Rectangle& area, const std::vector<Rectangle>& above, double least) {
    std::vector<Rectangle> parts{area};
    for (const Rectangle& hole : above) {
        std::vector<Rectangle> left;
        for (const Rectangle& part : parts) {
            cut_out(part, hole, left);
        }
        parts = std::move(left);
    }
    return std::ranges::any_of(parts,
                               [&](const Rectangle& part) { return part.width >= least && part.height >= least; });
}

Rectangle work_area(const DeskState& desk) {
    if (desk.look == DeskLook::bar) {
        return {0, 0, stage_width, stage_height - bar_height};
    }
    return {0, top_bar_height, stage_width, stage_height - top_bar_height - dock_height};
}

Rectangle seen_at(const DeskState& desk, const Window& window) {
    return window.maximised ? work_area(desk) : window.place;
}

Rectangle icon_at(const DeskState& desk, std::size_t number) {
    const Rectangle room = work_area(desk);
    const auto rows = static_cast<std::size_t>((room.height - margin) / icon_height);
    const auto column = static_cast<double>(number / rows);
    const auto row = static_cast<double>(number % rows);
    return {room.x + margin + column * icon_width, room.y + margin + row * icon_height, icon_width - 8,
            icon_height - 8};
}

} // namespace world
