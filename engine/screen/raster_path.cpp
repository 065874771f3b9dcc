// Lines by their distance, polygons by sixteen lines a row: in whole numbers, or in single steps of arithmetic that
// IEEE 754 rounds the same everywhere.
#include "screen/raster_path.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace screen::raster {

namespace {

constexpr std::int64_t fine_unit = 64; // a pixel
constexpr int sub_rows = 16;
constexpr std::int64_t sub_unit = 256; // a pixel, along a row
constexpr int most_dashes = 4096;

std::int64_t fine_of(double value) {
    return std::llround(value * fine_unit);
}

// ------------------------------------------------------------------ polygons

struct Crossing {
    std::int64_t x = 0; // in 256ths of a pixel
    int turn = 0;       // 1 downwards, -1 upwards
};

std::int64_t floor_divided(std::int64_t value, std::int64_t by) {
    const std::int64_t quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

// Where the edges cross a horizontal line, from left to right.
void find_crossings(const std::vector<FinePoint>& points, std::int64_t y, std::vector<Crossing>& found) {
    found.clear();
    for (std::size_t i = 0; i < points.size(); ++i) {
        FinePoint a = points[i];
        FinePoint b = points[(i + 1) % points.size()];
        const int turn = a.y <= b.y ? 1 : -1;
        if (turn < 0) {
            std::swap(a, b);
        }
        if (y < a.y || y >= b.y) {
            continue;
        }
        constexpr std::int64_t finer = sub_unit / fine_unit;
        found.push_back({a.x * finer + floor_divided((y - a.y) * (b.x - a.x) * finer, b.y - a.y), turn});
    }
    std::sort(found.begin(), found.end(),
              [](const Crossing& a, const Crossing& b) { return a.x != b.x ? a.x < b.x : a.turn < b.turn; });
}

// Adds to the growth of coverage what lies to the right of x, or takes it away.
void add_edge(std::vector<int>& growth, std::int64_t x, int sign) {
    const auto pixel = static_cast<std::size_t>(x / sub_unit);
    const int outside = static_cast<int>(x % sub_unit);
    growth[pixel] += sign * (static_cast<int>(sub_unit) - outside);
    growth[pixel + 1] += sign * outside;
}

void add_spans(const std::vector<Crossing>& crossings, const Area& only, std::vector<int>& growth) {
    const auto within = [&](std::int64_t x) {
        return std::clamp<std::int64_t>(x - only.x * sub_unit, 0, only.w * sub_unit);
    };
    int winding = 0;
    for (const Crossing& crossing : crossings) {
        const int before = winding;
        winding += crossing.turn;
        if (before == 0) {
            add_edge(growth, within(crossing.x), 1);
        } else if (winding == 0) {
            add_edge(growth, within(crossing.x), -1);
        }
    }
}

// ------------------------------------------------------------------ lines

// A line with what is asked of it for every pixel.
struct Measured {
    FineLine line;
    std::int64_t dx = 0;
    std::int64_t dy = 0;
    std::int64_t square = 0; // of its length
    double length = 0;
    std::int64_t top = 0;
    std::int64_t bottom = 0;
};

Measured measured(const FineLine& line, std::int64_t margin) {
    Measured m{line, line.to.x - line.from.x, line.to.y - line.from.y, 0, 0, 0, 0};
    m.square = m.dx * m.dx + m.dy * m.dy;
    m.length = std::sqrt(static_cast<double>(m.square));
    m.top = std::min(line.from.y, line.to.y) - margin;
    m.bottom = std::max(line.from.y, line.to.y) + margin;
    return m;
}

double distance(const Measured& m, std::int64_t x, std::int64_t y) {
    const std::int64_t px = x - m.line.from.x;
    const std::int64_t py = y - m.line.from.y;
    const std::int64_t along = px * m.dx + py * m.dy;
    if (along > 0 && along < m.square) {
        return static_cast<double>(std::abs(px * m.dy - py * m.dx)) / m.length;
    }
    const std::int64_t ex = along <= 0 ? px : x - m.line.to.x;
    const std::int64_t ey = along <= 0 ? py : y - m.line.to.y;
    return std::sqrt(static_cast<double>(ex * ex + ey * ey));
}

// The pixels of a row, from first up to last, that a line can reach.
struct Reach {
    int first = 0;
    int last = 0;
};

Reach reach_of(const Measured& m, std::int64_t y, std::int64_t margin, const Area& only) {
    std::int64_t left = std::min(m.line.from.x, m.line.to.x) - margin;
    std::int64_t right = std::max(m.line.from.x, m.line.to.x) + margin;
    if (m.dy != 0) { // a slanted line: only what is near to where it crosses the row
        const double centre = static_cast<double>(m.line.from.x) + static_cast<double>(y - m.line.from.y) *
                                                                       static_cast<double>(m.dx) /
                                                                       static_cast<double>(m.dy);
        const double half = static_cast<double>(margin) * m.length / static_cast<double>(std::abs(m.dy));
        if (centre - half > static_cast<double>(left)) {
            left = static_cast<std::int64_t>(std::min(centre - half, 1e9));
        }
        if (centre + half < static_cast<double>(right)) {
            right = static_cast<std::int64_t>(std::max(centre + half, -1e9));
        }
    }
    const auto first = std::max<std::int64_t>(floor_divided(left, fine_unit) - 1, only.x);
    const auto last = std::min<std::int64_t>(floor_divided(right, fine_unit) + 2, only.right());
    return {static_cast<int>(first), static_cast<int>(last)};
}

void cover_by(const Measured& m, int y, double half, const Reach& reach, const Area& only, std::uint8_t* coverage) {
    const std::int64_t fine_y = y * fine_unit + fine_unit / 2;
    for (int x = reach.first; x < reach.last; ++x) {
        const double inside = half - distance(m, x * fine_unit + fine_unit / 2, fine_y);
        const double share = std::clamp(inside, 0.0, static_cast<double>(fine_unit));
        const auto amount = static_cast<std::uint8_t>(std::lround(share * 255 / fine_unit));
        coverage[x - only.x] = std::max(coverage[x - only.x], amount);
    }
}

} // namespace

void cover_polygon(const std::vector<FinePoint>& points, const Area& only, const RowTaker& take) {
    constexpr int full = sub_rows * static_cast<int>(sub_unit);
    std::vector<int> growth(static_cast<std::size_t>(only.w) + 2);
    std::vector<std::uint8_t> coverage(static_cast<std::size_t>(only.w));
    std::vector<Crossing> crossings;
    for (int y = only.y; y < only.bottom(); ++y) {
        std::fill(growth.begin(), growth.end(), 0);
        bool crossed = false;
        for (int sub = 0; sub < sub_rows; ++sub) {
            find_crossings(points,
                           y * fine_unit + (2 * std::int64_t{sub} + 1) * fine_unit / (2 * std::int64_t{sub_rows}),
                           crossings);
            add_spans(crossings, only, growth);
            crossed = crossed || !crossings.empty();
        }
        if (!crossed) {
            continue;
        }
        int covered = 0;
        for (int x = 0; x < only.w; ++x) {
            covered += growth[static_cast<std::size_t>(x)];
            coverage[static_cast<std::size_t>(x)] = static_cast<std::uint8_t>((covered * 255 + full / 2) / full);
        }
        take(only.x, y, only.w, coverage.data());
    }
}

void cover_lines(const std::vector<FineLine>& lines, std::int64_t width, const Area& only, const RowTaker& take) {
    const std::int64_t margin = (width + fine_unit) / 2 + 1;
    const double half = static_cast<double>(width + fine_unit) / 2; // where coverage ends
    std::vector<Measured> all;
    all.reserve(lines.size());
    for (const FineLine& line : lines) {
        all.push_back(measured(line, margin));
    }
    std::vector<std::uint8_t> coverage(static_cast<std::size_t>(only.w), 0);
    for (int y = only.y; y < only.bottom(); ++y) {
        const std::int64_t fine_y = y * fine_unit + fine_unit / 2;
        int first = only.right();
        int last = only.x;
        for (const Measured& m : all) {
            if (fine_y < m.top || fine_y > m.bottom) {
                continue;
            }
            const Reach reach = reach_of(m, fine_y, margin, only);
            if (reach.first < reach.last) {
                cover_by(m, y, half, reach, only, coverage.data());
                first = std::min(first, reach.first);
                last = std::max(last, reach.last);
            }
        }
        if (first < last) {
            take(first, y, last - first, coverage.data() + (first - only.x));
            std::fill(coverage.begin() + (first - only.x), coverage.begin() + (last - only.x), std::uint8_t{0});
        }
    }
}

std::vector<FinePoint> fine(const std::vector<Point>& points) {
    std::vector<FinePoint> result;
    result.reserve(points.size());
    for (const Point& p : points) {
        result.push_back({fine_of(p.x), fine_of(p.y)});
    }
    return result;
}

namespace {

// Cuts a line through points into dashes, by walking along it from one change between dash and gap to the next.
class Dasher {
public:
    explicit Dasher(const Dashes& dashes) : on_(dashes.on), off_(dashes.off) {
        const double period = on_ + off_;
        double at = std::fmod(static_cast<double>(dashes.start), period);
        at += at < 0 ? period : 0;
        drawing_ = at < on_;
        left_ = drawing_ ? on_ - at : period - at;
    }

    void walk(Point a, Point b) {
        const double dx = static_cast<double>(b.x) - a.x;
        const double dy = static_cast<double>(b.y) - a.y;
        const double length = std::sqrt(dx * dx + dy * dy);
        double done = 0;
        while (done < length && lines_.size() < most_dashes) {
            const double step = std::min(left_, length - done);
            if (drawing_) {
                lines_.push_back({place(a, dx, dy, done / length), place(a, dx, dy, (done + step) / length)});
            }
            done += step;
            left_ -= step;
            if (left_ <= 0) {
                drawing_ = !drawing_;
                left_ = drawing_ ? on_ : off_;
            }
        }
    }

    std::vector<FineLine> lines() && { return std::move(lines_); }

private:
    static FinePoint place(Point a, double dx, double dy, double share) {
        return {fine_of(a.x + dx * share), fine_of(a.y + dy * share)};
    }

    double on_;
    double off_;
    bool drawing_ = true;
    double left_ = 0; // of this dash or gap, px
    std::vector<FineLine> lines_;
};

} // namespace

std::vector<FineLine> lines_of(const Stroke& stroke) {
    const std::vector<Point>& points = stroke.points;
    if (stroke.dashes.on > 0 && stroke.dashes.off > 0 && std::isfinite(stroke.dashes.start)) {
        Dashes dashes = stroke.dashes;
        dashes.on = std::clamp(dashes.on, 0.5F, 4096.0F);
        dashes.off = std::clamp(dashes.off, 0.5F, 4096.0F);
        Dasher dasher(dashes);
        for (std::size_t i = 1; i < points.size(); ++i) {
            dasher.walk(points[i - 1], points[i]);
        }
        return std::move(dasher).lines();
    }
    const std::vector<FinePoint> fine_points = fine(points);
    std::vector<FineLine> lines;
    if (fine_points.size() == 1) {
        lines.push_back({fine_points[0], fine_points[0]});
    }
    for (std::size_t i = 1; i < fine_points.size(); ++i) {
        if (i == 1 || fine_points[i - 1] != fine_points[i]) {
            lines.push_back({fine_points[i - 1], fine_points[i]});
        }
    }
    return lines;
}

std::vector<Point> points_of(const Arc& arc, float radius) {
    const double turns = std::clamp(static_cast<double>(arc.to) - arc.from, -1.0, 1.0);
    const double r = std::max(static_cast<double>(radius), 0.01);
    // Chords so short that they stay within 0.02 px of the circle: sagitta = chord² / 8r.
    const double chord = std::sqrt(8 * r * 0.02);
    const double length = 2 * std::numbers::pi * r * std::abs(turns);
    const int count = std::clamp(static_cast<int>(std::ceil(length / chord)), 2, 2048);
    std::vector<Point> points;
    points.reserve(static_cast<std::size_t>(count) + 1);
    for (int i = 0; i <= count; ++i) {
        const double angle = 2 * std::numbers::pi * (std::fmod(arc.from, 1.0) + turns * i / count);
        // Finer than what is drawn, and coarser than what two sines can differ in.
        const auto offset = [](double value) { return std::round(value * 1024) / 1024; };
        points.push_back({arc.centre.x + static_cast<float>(offset(r * std::sin(angle))),
                          arc.centre.y - static_cast<float>(offset(r * std::cos(angle)))});
    }
    return points;
}

} // namespace screen::raster
