// Paths to be traced: their shapes, and where along them a point is.
#pragma once

#include "world/stage.h"

#include <string_view>
#include <vector>

namespace world {

/// The line of a path of that shape (`line`, `wave`, `zigzag`, `circle`), in units, from its start to its end.
std::vector<Point> path_shape(std::string_view shape);

/// The length of a path, in units.
double length_of(const std::vector<Point>& path);

/// The point so many units along a path; its ends beyond them. A path has at least one point.
Point point_along(const std::vector<Point>& path, double along);

/// Where a point is beside a path: the nearest place on it, and how far from it.
struct Beside {
    double along = 0;    ///< units from the path's start
    double distance = 0; ///< units from the line
};

/// The nearest place between two places on a path (units from its start).
Beside nearest_between(const std::vector<Point>& path, Point point, double first, double last);

/// How far along a path something has come, and whether it is still on it.
struct Following {
    double along = 0; ///< the last good place, units from the path's start
    bool inside = true;
};

/// Follows something that stood `along` a path and moved straight `from` … `to`, on a path `width` units wide. Only the
/// part of the path close to where it stands is looked at, so that nobody gets ahead by crossing over.
Following follow(const std::vector<Point>& path, double width, double along, Point from, Point to);

} // namespace world
