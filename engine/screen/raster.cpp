// Drawing commands as pixels.
#include "screen/raster.h"

#include "screen/raster_blend.h"
#include "screen/raster_masks.h"
#include "screen/raster_path.h"

#include <algorithm>
#include <cmath>

namespace screen {

namespace {

using namespace raster;

int rounded_place(float value) {
    return static_cast<int>(std::floor(value + 0.5F));
}

// The colour of a row of a gradient, between the colours of its first and last row.
Colour gradient_at(Colour top, Colour bottom, int row, int rows) {
    const int share = 2 * row + 1;
    const int whole = 2 * rows;
    const auto channel = [&](int from, int to) {
        return static_cast<std::uint8_t>((from * (whole - share) + to * share + rows) / whole);
    };
    return {channel(top.r, bottom.r), channel(top.g, bottom.g), channel(top.b, bottom.b), channel(top.a, bottom.a)};
}

// Draws one command on a part of the surface that lies within the command's bounds.
struct Painter {
    const Surface32& target;
    Area only;

    void operator()(const Fill& fill) const {
        const Area area = pixels(fill.rect);
        const Rounded shape = rounded(area, fill.radius);
        for (int y = only.y; y < only.bottom(); ++y) {
            const Colour colour =
                fill.bottom ? gradient_at(fill.colour, *fill.bottom, y - area.y, area.h) : fill.colour;
            fill_rounded_row(RoundedRow(shape, y), area, y, colour);
        }
    }

    void operator()(const Outline& outline) const {
        const Area area = pixels(outline.rect);
        const int width = std::clamp(static_cast<int>(std::lround(std::min(outline.width, 4096.0F))), 1,
                                     (std::min(area.w, area.h) + 1) / 2);
        const Rounded outer = rounded(area, outline.radius);
        const Rounded inner = rounded_quarters({area.x + width, area.y + width, area.w - 2 * width, area.h - 2 * width},
                                               std::max(outer.quarters - 4 * width, 0));
        for (int y = only.y; y < only.bottom(); ++y) {
            outline_row(RoundedRow(outer, y), RoundedRow(inner, y), area, width, y, outline.colour);
        }
    }

    void operator()(const Shadow& shadow) const {
        const Area area = pixels(shadow.rect);
        const ShadowMask& mask = shadow_mask(area.w, area.h, shadow.radius, shadow.blur);
        const int whole_width = area.w + 2 * mask.spread;
        const int whole_height = area.h + 2 * mask.spread;
        const int left = area.x - mask.spread;
        const int top = area.y - mask.spread;
        const Area part = shared(only, {left, top, whole_width, whole_height});
        // The middle column and row of the mask stand for all that it is too small for.
        const int middle = mask.width / 2;
        const int first_end = left + middle;
        const int last_start = left + whole_width - (mask.width - 1 - middle);
        const std::uint32_t pixel = pixel_of(shadow.colour);
        for (int y = part.y; y < part.bottom(); ++y) {
            const std::uint8_t* row =
                mask.coverage.data() + std::ptrdiff_t{nine_patch(y - top, whole_height, mask.height)} * mask.width;
            const auto piece = [&](int from, int to, const std::uint8_t* coverage) {
                const int start = std::max(from, part.x);
                const int end = std::min(to, part.right());
                if (start < end) {
                    cover_row(target.row(y) + start, end - start, coverage + (start - from), pixel, shadow.colour.a);
                }
            };
            piece(left, first_end, row);
            const int start = std::max(first_end, part.x);
            const int end = std::min(last_start, part.right());
            if (const std::uint32_t amount = part_of_255(std::uint32_t{row[middle]} * shadow.colour.a);
                start < end && amount > 0) {
                fill_row(target.row(y) + start, end - start, pixel, amount);
            }
            piece(last_start, left + whole_width, row + middle + 1);
        }
    }

    void operator()(const Stroke& stroke) const { draw_lines(lines_of(stroke), stroke.width, stroke.colour); }

    void operator()(const Arc& arc) const {
        if (arc.width > 0) {
            const Stroke band{points_of(arc, arc.radius - arc.width / 2), arc.width, arc.colour, {}};
            draw_lines(lines_of(band), band.width, band.colour);
            return;
        }
        std::vector<Point> points = points_of(arc, arc.radius);
        if (std::abs(arc.to - arc.from) < 1) {
            points.push_back(arc.centre);
        }
        draw_polygon(points, arc.colour);
    }

    void operator()(const Polygon& polygon) const { draw_polygon(polygon.points, polygon.colour); }

    void operator()(const Image& image) const {
        const int left = rounded_place(image.at.x);
        const int top = rounded_place(image.at.y);
        const Area part = shared(only, {left, top, image.bitmap->width, image.bitmap->height});
        for (int y = part.y; y < part.bottom(); ++y) {
            const std::uint32_t* from =
                image.bitmap->pixels.data() + std::ptrdiff_t{y - top} * image.bitmap->width + (part.x - left);
            std::uint32_t* to = target.row(y) + part.x;
            for (int i = 0; i < part.w; ++i) {
                const std::uint32_t pixel = image.opacity == 255 ? from[i] : weakened(from[i], image.opacity);
                if (pixel >= opaque) {
                    to[i] = pixel;
                } else if (pixel != 0) {
                    to[i] = over(to[i], pixel);
                }
            }
        }
    }

    void operator()(const Glyphs& glyphs) const {
        const int left = rounded_place(glyphs.at.x);
        const int top = rounded_place(glyphs.at.y);
        const Area part = shared(only, {left, top, glyphs.mask->width, glyphs.mask->height});
        const std::uint32_t pixel = pixel_of(glyphs.colour);
        for (int y = part.y; y < part.bottom(); ++y) {
            const std::uint8_t* coverage =
                glyphs.mask->coverage.data() + std::ptrdiff_t{y - top} * glyphs.mask->width + (part.x - left);
            cover_row(target.row(y) + part.x, part.w, coverage, pixel, glyphs.colour.a);
        }
    }

private:
    // The place in a mask for a place in what it is stretched to.
    static int nine_patch(int place, int whole, int mask) {
        const int middle = mask / 2;
        if (place < middle) {
            return place;
        }
        const int from_end = whole - 1 - place;
        return from_end < mask - 1 - middle ? mask - 1 - from_end : middle;
    }

    void fill_rounded_row(const RoundedRow& row, const Area& area, int y, Colour colour) const {
        if (row.outside() || colour.a == 0) {
            return;
        }
        const std::uint32_t pixel = pixel_of(colour);
        std::uint32_t* to = target.row(y);
        const int plain_start = std::max(area.x + row.reach(), only.x);
        const int plain_end = std::min(area.right() - row.reach(), only.right());
        const auto edge = [&](int from, int end) {
            for (int x = std::max(from, only.x); x < std::min(end, only.right()); ++x) {
                cover(to[x], pixel, colour.a, row.at(x - area.x));
            }
        };
        if (area.x + row.reach() >= area.right() - row.reach()) {
            edge(area.x, area.right());
            return;
        }
        edge(area.x, area.x + row.reach());
        if (plain_start < plain_end) {
            fill_row(to + plain_start, plain_end - plain_start, pixel, colour.a);
        }
        edge(area.right() - row.reach(), area.right());
    }

    void outline_row(const RoundedRow& outer, const RoundedRow& inner, const Area& area, int width, int y,
                     Colour colour) const {
        const std::uint32_t pixel = pixel_of(colour);
        std::uint32_t* to = target.row(y);
        const auto edge = [&](int from, int end) {
            for (int x = std::max(from, only.x); x < std::min(end, only.right()); ++x) {
                const int place = x - area.x;
                cover(to[x], pixel, colour.a, outer.at(place) - std::min(outer.at(place), inner.at(place - width)));
            }
        };
        const int corner = std::max(outer.reach(), inner.outside() ? width : width + inner.reach());
        if (2 * corner >= area.w) {
            edge(area.x, area.right());
            return;
        }
        edge(area.x, area.x + corner);
        const int start = std::max(area.x + corner, only.x);
        const int end = std::min(area.right() - corner, only.right());
        if (inner.outside() && start < end) {
            fill_row(to + start, end - start, pixel, colour.a);
        }
        edge(area.right() - corner, area.right());
    }

    RowTaker blend_in(Colour colour) const {
        return [this, colour](int x, int y, int count, const std::uint8_t* coverage) {
            cover_row(target.row(y) + x, count, coverage, pixel_of(colour), colour.a);
        };
    }

    void draw_polygon(const std::vector<Point>& points, Colour colour) const {
        cover_polygon(fine(points), only, blend_in(colour));
    }

    void draw_lines(const std::vector<FineLine>& lines, float width, Colour colour) const {
        // A line thinner than a pixel is a pixel wide and fainter.
        const Colour shade = width < 1 ? faded(colour, width) : colour;
        cover_lines(lines, std::llround(std::max(width, 1.0F) * 64), only, blend_in(shade));
    }
};

// Whether the command leaves nothing of what was drawn before it in that area.
bool hides(const Command& command, const Area& area) {
    const auto* fill = std::get_if<Fill>(&command.shape);
    if (fill == nullptr || fill->colour.a != 255 || (fill->bottom && fill->bottom->a != 255) ||
        shared(command.bounds, area) != area) {
        return false;
    }
    const Area whole = pixels(fill->rect);
    const int radius = static_cast<int>(std::ceil(std::max(fill->radius, 0.0F)));
    const Area upright{whole.x + radius, whole.y, whole.w - 2 * radius, whole.h};
    const Area level{whole.x, whole.y + radius, whole.w, whole.h - 2 * radius};
    return shared(upright, area) == area || shared(level, area) == area;
}

} // namespace

void draw(const Picture& picture, const Surface32& target, const Area& only) {
    const Area part = shared(shared(only, target.area()), {0, 0, picture.width(), picture.height()});
    if (part.empty()) {
        return;
    }
    const std::vector<Command>& commands = picture.commands();
    std::size_t first = commands.size();
    while (first > 0 && !hides(commands[first - 1], part)) {
        --first;
    }
    if (first == 0) {
        for (int y = part.y; y < part.bottom(); ++y) {
            raster::fill_row(target.row(y) + part.x, part.w, raster::pixel_of(picture.background()), 255);
        }
    } else {
        --first;
    }
    for (std::size_t i = first; i < commands.size(); ++i) {
        if (const Area both = shared(commands[i].bounds, part); !both.empty()) {
            std::visit(Painter{target, both}, commands[i].shape);
        }
    }
}

} // namespace screen
