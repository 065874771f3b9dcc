// Coverage of lines, arcs and polygons, row by row. For the rasteriser only.
#pragma once

#include "screen/picture.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace screen::raster {

/// Takes the coverage of `count` pixels of row `y` from `x` on.
using RowTaker = std::function<void(int x, int y, int count, const std::uint8_t* coverage)>;

/// A point in 64ths of a pixel.
struct FinePoint {
    std::int64_t x = 0;
    std::int64_t y = 0;
    bool operator==(const FinePoint&) const = default;
};

/// The inside of a polygon (non-zero winding), as far as it lies in `only`.
void cover_polygon(const std::vector<FinePoint>& points, const Area& only, const RowTaker& take);

/// All that is at most half of `width` (in 64ths of a pixel) from one of the lines.
struct FineLine {
    FinePoint from;
    FinePoint to;
};
void cover_lines(const std::vector<FineLine>& lines, std::int64_t width, const Area& only, const RowTaker& take);

std::vector<FinePoint> fine(const std::vector<Point>& points);

/// The lines of a stroke, cut into its dashes.
std::vector<FineLine> lines_of(const Stroke& stroke);

/// Points along an arc that lies `radius` px from its centre.
std::vector<Point> points_of(const Arc& arc, float radius);

} // namespace screen::raster
