// Finds room on the stage for what is shown beside the things.
#include "screen/stage/pointer_parts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace screen {

using world::PointerPractice;
using world::Rectangle;
using world::Thing;

namespace {

double overlap(const Rectangle& a, const Rectangle& b) {
    const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return width > 0 && height > 0 ? width * height : 0;
}

/// Where things lay as the practice began, so that a place once found stays the same.
std::vector<Rectangle> taken_places(const PointerPractice& practice) {
    constexpr double beside = 18; // room for rings and halos
    std::vector<Rectangle> taken;
    for (const Thing& thing : practice.things) {
        Thing at_first = thing;
        if (thing.held != world::Held::no || !thing.lies_in.empty()) {
            at_first.centre = thing.taken_from;
        }
        const Rectangle place = world::footprint(at_first);
        taken.push_back({place.x - beside, place.y - beside, place.width + 2 * beside, place.height + 2 * beside});
    }
    if (practice.tall > 1) {
        taken.push_back({world::stage_width - 30, 0, 30, world::stage_height});           // scroll bar
        taken.push_back({world::stage_width / 2 - 45, world::stage_height - 76, 80, 76}); // more below
    }
    return taken;
}

} // namespace

FreePlace free_place(const PointerPractice& practice, double width, double height) {
    constexpr double margin = 14;
    constexpr double step = 20;
    const std::vector<Rectangle> taken = taken_places(practice);
    const double right = world::stage_width - margin - width;
    const double bottom = world::stage_height - margin - height;
    FreePlace best;
    double best_cost = std::numeric_limits<double>::max();
    // At the bottom first, and there in the corners.
    const int rows = std::max(1, static_cast<int>((bottom - margin) / step));
    const int columns = std::max(1, static_cast<int>((right - margin) / step));
    for (int row = 0; row <= rows && best_cost > row * (bottom - margin) / rows; ++row) {
        for (int column = 0; column <= columns; ++column) {
            const double x = margin + column * (right - margin) / columns;
            const double y = bottom - row * (bottom - margin) / rows;
            const Rectangle place{x, y, width, height};
            double covered = 0;
            for (const Rectangle& other : taken) {
                covered += overlap(place, other);
            }
            const double from_side = std::min(x - margin, right - x);
            const double cost = covered * 1000 + (bottom - y) + from_side * 0.5;
            if (cost < best_cost) {
                best_cost = cost;
                best = {place, covered <= 0};
            }
        }
    }
    return best;
}

} // namespace screen
