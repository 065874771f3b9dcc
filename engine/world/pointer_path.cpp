// The geometry of paths.
#include "world/pointer_path.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace world {
namespace {

constexpr double path_span = 560; ///< how wide a line, wave or zigzag is, units
constexpr double swing = 70;      ///< how far a wave or zigzag goes up and down, units
constexpr double circle_radius = 150;
constexpr double circle_part = 11.0 / 12; ///< of a full turn, so that start and end can be told apart
constexpr double sampling = 6;            ///< units between the places at which a movement is looked at
constexpr double reach_along = 40;        ///< units of path looked at before and behind

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

Point between(Point a, Point b, double part) {
    return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

} // namespace

std::vector<Point> path_shape(std::string_view shape) {
    std::vector<Point> path;
    if (shape == "wave") {
        constexpr int pieces = 56;
        for (int i = 0; i <= pieces; ++i) {
            const double part = static_cast<double>(i) / pieces;
            path.push_back({path_span * part, -swing * std::sin(3 * std::numbers::pi * part)});
        }
    } else if (shape == "zigzag") {
        for (int i = 0; i <= 4; ++i) {
            path.push_back({path_span * i / 4, i % 2 == 0 ? swing : -swing});
        }
    } else if (shape == "circle") {
        constexpr int pieces = 66;
        for (int i = 0; i <= pieces; ++i) {
            const double angle = 2 * std::numbers::pi * circle_part * i / pieces;
            path.push_back({circle_radius * std::sin(angle), -circle_radius * std::cos(angle)});
        }
    } else {
        path = {{0, 0}, {path_span, 0}};
    }
    return path;
}

double length_of(const std::vector<Point>& path) {
    double length = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        length += distance(path[i - 1], path[i]);
    }
    return length;
}

Point point_along(const std::vector<Point>& path, double along) {
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double piece = distance(path[i - 1], path[i]);
        if (along <= piece) {
            return piece > 0 ? between(path[i - 1], path[i], std::max(0.0, along / piece)) : path[i];
        }
        along -= piece;
    }
    return path.back();
}

Beside nearest_between(const std::vector<Point>& path, Point point, double first, double last) {
    Beside nearest{0, std::numeric_limits<double>::max()};
    double start = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const Point a = path[i - 1];
        const Point b = path[i];
        const double piece = distance(a, b);
        if (piece > 0 && start + piece >= first && start <= last) {
            const double projected = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / piece;
            const double least = std::max(0.0, first - start);
            const double most = std::max(least, std::min(piece, last - start));
            const double along = std::clamp(projected, least, most);
            const double away = distance(point, between(a, b, along / piece));
            if (away < nearest.distance) {
                nearest = {start + along, away};
            }
        }
        start += piece;
    }
    return nearest;
}

Following follow(const std::vector<Point>& path, double width, double along, Point from, Point to) {
    Following following{along, true};
    const int samples = std::max(1, static_cast<int>(std::ceil(distance(from, to) / sampling)));
    for (int i = 1; i <= samples; ++i) {
        const Point sample = between(from, to, static_cast<double>(i) / samples);
        const Beside beside =
            nearest_between(path, sample, following.along - reach_along, following.along + reach_along);
        if (beside.distance > width / 2) {
            following.inside = false;
            return following;
        }
        following.along = beside.along;
    }
    return following;
}

} // namespace world
