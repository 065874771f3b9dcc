// Building pictures: what cannot be seen is left out, what is kept knows the pixels it may change.
#include "screen/picture.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace screen {

namespace {

// Larger than any screen. Beyond it nothing is told apart, so that no arithmetic of the rasteriser can overflow.
constexpr float farthest = 16384;

float held(float value) {
    return std::clamp(value, -farthest, farthest);
}

int rounded(float value) {
    return static_cast<int>(std::floor(held(value) + 0.5F));
}

bool finite(const Rect& r) {
    return std::isfinite(r.x) && std::isfinite(r.y) && std::isfinite(r.w) && std::isfinite(r.h);
}

bool finite(Point p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

Area around(const std::vector<Point>& points, float margin) {
    float left = farthest;
    float top = farthest;
    float right = -farthest;
    float bottom = -farthest;
    for (const Point& p : points) {
        left = std::min(left, p.x);
        top = std::min(top, p.y);
        right = std::max(right, p.x);
        bottom = std::max(bottom, p.y);
    }
    const auto x = static_cast<int>(std::floor(held(left - margin)));
    const auto y = static_cast<int>(std::floor(held(top - margin)));
    return {x, y, static_cast<int>(std::ceil(held(right + margin))) - x,
            static_cast<int>(std::ceil(held(bottom + margin))) - y};
}

void hold(std::vector<Point>& points) {
    std::erase_if(points, [](Point p) { return !finite(p); });
    for (Point& p : points) {
        p = {held(p.x), held(p.y)};
    }
}

// The pixels a shape can change; empty for a shape that cannot be seen. Numbers too large are brought into range.
struct Bounds {
    Area operator()(Fill& s) const {
        const bool seen = s.colour.a > 0 || (s.bottom && s.bottom->a > 0);
        return seen && finite(s.rect) && std::isfinite(s.radius) ? pixels(s.rect) : Area{};
    }
    Area operator()(Outline& s) const {
        const bool sound = finite(s.rect) && std::isfinite(s.radius) && std::isfinite(s.width);
        return s.colour.a > 0 && sound && s.width > 0 ? pixels(s.rect) : Area{};
    }
    Area operator()(Shadow& s) const {
        const Area core = finite(s.rect) && std::isfinite(s.radius) && std::isfinite(s.blur) ? pixels(s.rect) : Area{};
        if (s.colour.a == 0 || core.empty()) {
            return {};
        }
        s.blur = std::clamp(s.blur, 0.0F, 128.0F);
        const int spread = rounded(s.blur) + 2;
        return {core.x - spread, core.y - spread, core.w + 2 * spread, core.h + 2 * spread};
    }
    Area operator()(Stroke& s) const {
        hold(s.points);
        if (s.colour.a == 0 || s.points.empty() || !(s.width > 0) || !std::isfinite(s.width)) {
            return {};
        }
        s.width = std::min(s.width, 1024.0F);
        return around(s.points, s.width / 2 + 2);
    }
    Area operator()(Arc& s) const {
        const bool sound = finite(s.centre) && std::isfinite(s.radius) && std::isfinite(s.width) &&
                           std::isfinite(s.from) && std::isfinite(s.to);
        if (s.colour.a == 0 || !sound || s.radius <= 0 || s.from == s.to) {
            return {};
        }
        s.radius = std::min(s.radius, 4096.0F);
        s.centre = {held(s.centre.x), held(s.centre.y)};
        s.width = std::clamp(s.width, 0.0F, s.radius);
        return around({s.centre}, s.radius + 2);
    }
    Area operator()(Polygon& s) const {
        hold(s.points);
        return s.colour.a > 0 && s.points.size() >= 3 ? around(s.points, 1) : Area{};
    }
    Area operator()(Image& s) const {
        if (!s.bitmap || s.opacity == 0 || !finite(s.at)) {
            return {};
        }
        return {rounded(s.at.x), rounded(s.at.y), s.bitmap->width, s.bitmap->height};
    }
    Area operator()(Glyphs& s) const {
        if (!s.mask || s.colour.a == 0 || !finite(s.at)) {
            return {};
        }
        return {rounded(s.at.x), rounded(s.at.y), s.mask->width, s.mask->height};
    }
};

// A fingerprint of all that decides a command's pixels.
class Print {
public:
    void take(std::uint64_t word) {
        state_ = (state_ ^ word) * 0x9E3779B97F4A7C15U;
        state_ ^= state_ >> 32U;
    }
    void take(float a, float b) {
        take((static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(a)) << 32U) | std::bit_cast<std::uint32_t>(b));
    }
    void take(Point p) { take(p.x, p.y); }
    void take(const Rect& r) {
        take(r.x, r.y);
        take(r.w, r.h);
    }
    void take(const Area& a) {
        take(pair(a.x, a.y));
        take(pair(a.w, a.h));
    }
    void take(Colour c) { take(std::uint64_t{std::bit_cast<std::uint32_t>(c)}); }
    void take(const void* address) { take(static_cast<std::uint64_t>(std::bit_cast<std::uintptr_t>(address))); }
    void take(const std::vector<Point>& points) {
        take(std::uint64_t{points.size()});
        for (const Point& p : points) {
            take(p);
        }
    }
    std::uint64_t value() const { return state_; }

    void operator()(const Fill& s) {
        take(s.rect);
        take(s.colour);
        take(s.radius, s.bottom ? 1.0F : 0.0F);
        take(s.bottom.value_or(Colour{}));
    }
    void operator()(const Outline& s) {
        take(s.rect);
        take(s.colour);
        take(s.radius, s.width);
    }
    void operator()(const Shadow& s) {
        take(s.rect);
        take(s.colour);
        take(s.radius, s.blur);
    }
    void operator()(const Stroke& s) {
        take(s.points);
        take(s.colour);
        take(s.width, s.dashes.start);
        take(s.dashes.on, s.dashes.off);
    }
    void operator()(const Arc& s) {
        take(s.centre);
        take(s.colour);
        take(s.radius, s.width);
        take(s.from, s.to);
    }
    void operator()(const Polygon& s) {
        take(s.points);
        take(s.colour);
    }
    void operator()(const Image& s) {
        take(s.bitmap.get());
        take(s.at);
        take(std::uint64_t{s.opacity});
    }
    void operator()(const Glyphs& s) {
        take(s.mask.get());
        take(s.at);
        take(s.colour);
    }

private:
    static std::uint64_t pair(int a, int b) {
        return (std::uint64_t{static_cast<std::uint32_t>(a)} << 32U) | static_cast<std::uint32_t>(b);
    }
    std::uint64_t state_ = 0x243F6A8885A308D3U;
};

std::uint8_t share_of(std::uint8_t from, std::uint8_t to, float share) {
    const float value = static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * share;
    return static_cast<std::uint8_t>(std::lround(value));
}

} // namespace

Colour faded(Colour colour, float share) {
    colour.a = share_of(0, colour.a, std::clamp(share, 0.0F, 1.0F));
    return colour;
}

Colour mixed(Colour from, Colour to, float share) {
    const float part = std::clamp(share, 0.0F, 1.0F);
    return {share_of(from.r, to.r, part), share_of(from.g, to.g, part), share_of(from.b, to.b, part),
            share_of(from.a, to.a, part)};
}

Area pixels(const Rect& rect) {
    const int x = rounded(rect.x);
    const int y = rounded(rect.y);
    return {x, y, rounded(rect.right()) - x, rounded(rect.bottom()) - y};
}

Area shared(const Area& a, const Area& b) {
    const int x = std::max(a.x, b.x);
    const int y = std::max(a.y, b.y);
    const Area both{x, y, std::min(a.right(), b.right()) - x, std::min(a.bottom(), b.bottom()) - y};
    return both.empty() ? Area{} : both;
}

Area joined(const Area& a, const Area& b) {
    if (a.empty() || b.empty()) {
        return a.empty() ? b : a;
    }
    const int x = std::min(a.x, b.x);
    const int y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Picture::Picture(int width, int height, Colour background)
    : width_(std::max(width, 0)), height_(std::max(height, 0)), background_(background) {
    background_.a = 255;
}

void Picture::add(Shape shape) {
    const Area bounds = shared(std::visit(Bounds{}, shape), clip());
    if (bounds.empty()) {
        return;
    }
    Print print;
    print.take(std::uint64_t{shape.index()});
    print.take(bounds);
    std::visit(print, shape);
    commands_.push_back({std::move(shape), bounds, print.value()});
}

void Picture::fill(const Rect& rect, Colour colour, float radius) {
    add(Fill{rect, radius, colour, std::nullopt});
}

void Picture::gradient(const Rect& rect, Colour top, Colour bottom, float radius) {
    add(Fill{rect, radius, top, bottom});
}

void Picture::outline(const Rect& rect, float width, Colour colour, float radius) {
    add(Outline{rect, radius, width, colour});
}

void Picture::shadow(const Rect& rect, float blur, Colour colour, float radius) {
    add(Shadow{rect, radius, blur, colour});
}

namespace {

// A square of whole pixels, so that a disc is round wherever its centre falls.
Rect square_around(Point centre, float radius) {
    const float side = std::floor(2 * radius + 0.5F);
    return {std::floor(centre.x - side / 2 + 0.5F), std::floor(centre.y - side / 2 + 0.5F), side, side};
}

} // namespace

void Picture::disc(Point centre, float radius, Colour colour) {
    const Rect square = square_around(centre, radius);
    add(Fill{square, square.w / 2, colour, std::nullopt});
}

void Picture::ring(Point centre, float radius, float width, Colour colour) {
    const Rect square = square_around(centre, radius);
    add(Outline{square, square.w / 2, width, colour});
}

void Picture::line(Point from, Point to, float width, Colour colour) {
    add(Stroke{{from, to}, width, colour, {}});
}

void Picture::stroke(std::vector<Point> points, float width, Colour colour, Dashes dashes) {
    add(Stroke{std::move(points), width, colour, dashes});
}

void Picture::arc(Point centre, float radius, float width, float from, float to, Colour colour) {
    if (width > 0) {
        add(Arc{centre, radius, width, from, to, colour});
    }
}

void Picture::wedge(Point centre, float radius, float from, float to, Colour colour) {
    add(Arc{centre, radius, 0, from, to, colour});
}

void Picture::polygon(std::vector<Point> points, Colour colour) {
    add(Polygon{std::move(points), colour});
}

void Picture::image(std::shared_ptr<const Bitmap> bitmap, Point at, float opacity) {
    const float share = std::isfinite(opacity) ? std::clamp(opacity, 0.0F, 1.0F) : 0.0F;
    add(Image{std::move(bitmap), at, static_cast<std::uint8_t>(std::lround(share * 255))});
}

void Picture::glyphs(std::shared_ptr<const Mask> mask, Point at, Colour colour) {
    add(Glyphs{std::move(mask), at, colour});
}

void Picture::push_clip(const Rect& rect) {
    clips_.push_back(shared(clip(), finite(rect) ? pixels(rect) : Area{}));
}

void Picture::pop_clip() {
    if (!clips_.empty()) {
        clips_.pop_back();
    }
}

Area Picture::clip() const {
    return clips_.empty() ? Area{0, 0, width_, height_} : clips_.back();
}

} // namespace screen
