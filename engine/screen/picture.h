// A picture of the screen as a value: a list of drawing commands that can be compared, so that only what differs from
// the last picture is drawn again.
//
// Coordinates are pixels of the window, x to the right and y down. Rectangles come to lie on whole pixels when drawn,
// so that edges are sharp; curves and slanted lines are antialiased.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace screen {

/// A colour of the sRGB space, not premultiplied; `a` 255 covers fully.
struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    bool operator==(const Colour&) const = default;
};

/// `hex(0x2D6A4F)`: a colour as designers write it; the second value is its opacity from 0 to 255.
constexpr Colour hex(std::uint32_t rgb, std::uint8_t opacity = 255) {
    return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>(rgb >> 8U), static_cast<std::uint8_t>(rgb),
            opacity};
}

/// The colour with its opacity multiplied by `share` (0 to 1).
Colour faded(Colour colour, float share);

/// From one colour (`share` 0) to the other (`share` 1).
Colour mixed(Colour from, Colour to, float share);

/// A place, px.
struct Point {
    float x = 0;
    float y = 0;
    bool operator==(const Point&) const = default;
};

/// A rectangle, px.
struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    constexpr float right() const { return x + w; }
    constexpr float bottom() const { return y + h; }
    constexpr Point centre() const { return {x + w / 2, y + h / 2}; }
    /// Whether the point lies inside; the right and bottom edges are outside.
    constexpr bool contains(Point p) const { return p.x >= x && p.y >= y && p.x < right() && p.y < bottom(); }
    /// The rectangle made smaller (or, with a negative distance, larger) on every side.
    constexpr Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    constexpr Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    bool operator==(const Rect&) const = default;
};

/// A rectangle of whole pixels; empty where `w` or `h` is not positive.
struct Area {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;

    constexpr int right() const { return x + w; }
    constexpr int bottom() const { return y + h; }
    constexpr bool empty() const { return w <= 0 || h <= 0; }
    bool operator==(const Area&) const = default;
};

/// The pixels a rectangle is drawn on: its edges rounded to the nearest whole pixel.
Area pixels(const Rect& rect);

/// What two areas share, and the smallest area that holds both.
Area shared(const Area& a, const Area& b);
Area joined(const Area& a, const Area& b);

/// Pixels of a drawn picture: premultiplied 0xAARRGGBB, row by row.
struct Bitmap {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;
};

/// Coverage of each pixel, 0 to 255, row by row: text and icons, which take the colour they are drawn in.
struct Mask {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> coverage;
};

/// A filled rectangle; with `bottom`, a gradient from `colour` above to `bottom` below.
struct Fill {
    Rect rect;
    float radius = 0;
    Colour colour;
    std::optional<Colour> bottom;
    bool operator==(const Fill&) const = default;
};

/// A line of `width` px along the inside of a rectangle's edge.
struct Outline {
    Rect rect;
    float radius = 0;
    float width = 1;
    Colour colour;
    bool operator==(const Outline&) const = default;
};

/// A soft shadow of a rectangle. It fades over `blur` px outside and inside the rectangle's edge.
struct Shadow {
    Rect rect;
    float radius = 0;
    float blur = 8;
    Colour colour;
    bool operator==(const Shadow&) const = default;
};

/// Lengths along a dashed line, px. No dashes where `on` or `off` is not positive.
struct Dashes {
    float on = 0;
    float off = 0;
    float start = 0; ///< how far into the pattern the line begins
    bool operator==(const Dashes&) const = default;
};

/// A line through points, with round ends and corners. One point alone gives a dot. Each dash is `width` px longer than
/// its `on`, by its round ends.
struct Stroke {
    std::vector<Point> points;
    float width = 1;
    Colour colour;
    Dashes dashes;
    bool operator==(const Stroke&) const = default;
};

/// A part of a circle, clockwise in turns from the top (0 = 1 = twelve o'clock, 0.25 = three o'clock). A `width` of 0
/// fills it to the centre; otherwise it is a band of that width inside the radius, with round ends.
struct Arc {
    Point centre;
    float radius = 0;
    float width = 0;
    float from = 0;
    float to = 1;
    Colour colour;
    bool operator==(const Arc&) const = default;
};

/// A filled polygon; what its edges run around more than once is filled too.
struct Polygon {
    std::vector<Point> points;
    Colour colour;
    bool operator==(const Polygon&) const = default;
};

/// A bitmap, one of its pixels to one of the screen, its top left corner at `at` (rounded).
struct Image {
    std::shared_ptr<const Bitmap> bitmap;
    Point at;
    std::uint8_t opacity = 255;
    bool operator==(const Image&) const = default;
};

/// A mask in one colour, its top left corner at `at` (rounded).
struct Glyphs {
    std::shared_ptr<const Mask> mask;
    Point at;
    Colour colour;
    bool operator==(const Glyphs&) const = default;
};

using Shape = std::variant<Fill, Outline, Shadow, Stroke, Arc, Polygon, Image, Glyphs>;

/// One shape, and the pixels it may change: those of the shape that its clip leaves.
struct Command {
    Shape shape;
    Area bounds;
    std::uint64_t print = 0; ///< fingerprint of shape and bounds
    bool operator==(const Command& other) const {
        return print == other.print && bounds == other.bounds && shape == other.shape;
    }
};

/// Drawing commands, the first at the back. What cannot be seen (outside, transparent, empty, not a number) is not
/// kept.
class Picture {
public:
    Picture() = default;
    /// An empty picture of a size in px, filled with an opaque colour.
    Picture(int width, int height, Colour background);

    int width() const { return width_; }
    int height() const { return height_; }
    Colour background() const { return background_; }
    const std::vector<Command>& commands() const { return commands_; }
    bool operator==(const Picture&) const = default;

    void fill(const Rect& rect, Colour colour, float radius = 0);
    void gradient(const Rect& rect, Colour top, Colour bottom, float radius = 0);
    void outline(const Rect& rect, float width, Colour colour, float radius = 0);
    void shadow(const Rect& rect, float blur, Colour colour, float radius = 0);
    void disc(Point centre, float radius, Colour colour);
    void ring(Point centre, float radius, float width, Colour colour);
    void line(Point from, Point to, float width, Colour colour);
    void stroke(std::vector<Point> points, float width, Colour colour, Dashes dashes = {});
    void arc(Point centre, float radius, float width, float from, float to, Colour colour);
    void wedge(Point centre, float radius, float from, float to, Colour colour);
    void polygon(std::vector<Point> points, Colour colour);
    void image(std::shared_ptr<const Bitmap> bitmap, Point at, float opacity = 1);
    void glyphs(std::shared_ptr<const Mask> mask, Point at, Colour colour);
    /// Any of them.
    void add(Shape shape);

    /// From here to pop_clip(), commands change nothing outside the rectangle (nor outside the clip before).
    void push_clip(const Rect& rect);
    void pop_clip();
    /// What may be changed now.
    Area clip() const;

private:
    int width_ = 0;
    int height_ = 0;
    Colour background_;
    std::vector<Command> commands_;
    std::vector<Area> clips_;
};

/// A clip for the length of a scope.
class Clipped {
public:
    Clipped(Picture& picture, const Rect& rect) : picture_(picture) { picture_.push_clip(rect); }
    ~Clipped() { picture_.pop_clip(); }
    Clipped(const Clipped&) = delete;
    Clipped& operator=(const Clipped&) = delete;
    Clipped(Clipped&&) = delete;
    Clipped& operator=(Clipped&&) = delete;

private:
    Picture& picture_;
};

/// A few areas that hold every pixel in which the two pictures can differ.
std::vector<Area> changed(const Picture& before, const Picture& after);

} // namespace screen
