// The stage: the part of the screen that the practice computer fills.
#pragma once

namespace world {

/// The stage's size in its own units. At a window of 1366×768 px one unit is one px; the screen layer scales it.
inline constexpr double stage_width = 960;
inline constexpr double stage_height = 720;

/// A point in stage units, from the top left.
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

/// A rectangle in stage or page units, from its top left.
struct Rectangle {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    bool contains(Point point) const {
        return point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;
    }
    bool operator==(const Rectangle&) const = default;
};

} // namespace world
