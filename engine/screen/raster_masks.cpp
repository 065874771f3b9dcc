// Rounded corners and soft shadows as coverage masks, made once for each radius and blur.
#include "screen/raster_masks.h"

#include "screen/picture_cache.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace screen::raster {

namespace {

constexpr int sub_rows = 16;      // horizontal lines looked at in each row of pixels
constexpr int unit = 256;         // parts of a pixel in which lengths are counted
constexpr int largest_kept = 128; // radius of a corner, px
constexpr int largest_shadow_radius = 256;
constexpr std::size_t most_kept = std::size_t{512} * 1024;

// Square root of a whole number, rounded down. IEEE 754 rounds sqrt correctly, so it is the same on every machine.
std::int64_t root(std::int64_t square) {
    auto value = static_cast<std::int64_t>(std::sqrt(static_cast<double>(square)));
    while (value * value > square) {
        --value;
    }
    return value;
}

// One row of a corner: how much of each pixel lies inside the circle, of which the corner is the top left quarter.
void corner_row(int quarters, int y, std::uint8_t* row) {
    const int reach = (quarters + 3) / 4;
    const std::int64_t radius = std::int64_t{quarters} * unit / 4;
    std::vector<int> steps(static_cast<std::size_t>(reach) + 2, 0); // by how much the coverage grows at each pixel
    for (int sub = 0; sub < sub_rows; ++sub) {
        const std::int64_t up = radius - (std::int64_t{y} * unit + (2 * sub + 1) * unit / (2 * sub_rows));
        const std::int64_t left = up > 0 ? radius - root(radius * radius - up * up) : 0;
        const auto pixel = static_cast<std::size_t>(left / unit);
        const int outside = static_cast<int>(left % unit);
        steps[pixel] += unit - outside;
        steps[pixel + 1] += outside;
    }
    constexpr int full = sub_rows * unit;
    int covered = 0;
    for (int x = 0; x < reach; ++x) {
        covered += steps[static_cast<std::size_t>(x)];
        row[x] = static_cast<std::uint8_t>((covered * 255 + full / 2) / full);
    }
}

std::shared_ptr<const Corner> corner_of(int quarters) {
    thread_local Cache<int, std::shared_ptr<const Corner>> corners(most_kept);
    const int reach = (quarters + 3) / 4;
    if (quarters == 0 || reach > largest_kept) {
        return nullptr;
    }
    if (const auto* known = corners.find(quarters)) {
        return *known;
    }
    auto made = std::make_shared<Corner>(static_cast<std::size_t>(reach) * static_cast<std::size_t>(reach));
    for (int y = 0; y < reach; ++y) {
        corner_row(quarters, y, made->data() + std::ptrdiff_t{y} * reach);
    }
    return corners.put(quarters, made, made->size() + 64);
}

// A row or column of values at a distance of `step`, each replaced by the mean of those up to `reach` away.
void smooth(std::uint16_t* values, int count, std::ptrdiff_t step, int reach, std::vector<std::uint32_t>& sums) {
    sums.assign(static_cast<std::size_t>(count) + 1, 0);
    for (int i = 0; i < count; ++i) {
        sums[static_cast<std::size_t>(i) + 1] = sums[static_cast<std::size_t>(i)] + values[i * step];
    }
    const auto window = static_cast<std::uint32_t>(2 * reach + 1);
    for (int i = 0; i < count; ++i) {
        const auto first = static_cast<std::size_t>(std::max(i - reach, 0));
        const auto end = static_cast<std::size_t>(std::min(i + reach + 1, count));
        values[i * step] = static_cast<std::uint16_t>((sums[end] - sums[first] + window / 2) / window);
    }
}

// Three means over a window come close to a Gaussian blur.
void soften(std::vector<std::uint16_t>& values, int width, int height, int spread) {
    const std::array<int, 3> reaches{(spread + 2) / 3, (spread + 1) / 3, spread / 3};
    std::vector<std::uint32_t> sums;
    for (const int reach : reaches) {
        for (int y = 0; reach > 0 && y < height; ++y) {
            smooth(values.data() + std::ptrdiff_t{y} * width, width, 1, reach, sums);
        }
        for (int x = 0; reach > 0 && x < width; ++x) {
            smooth(values.data() + x, height, width, reach, sums);
        }
    }
}

ShadowMask make_shadow(int core_width, int core_height, int quarters, int spread) {
    ShadowMask mask{core_width + 2 * spread, core_height + 2 * spread, spread, {}};
    const auto size = static_cast<std::size_t>(mask.width) * static_cast<std::size_t>(mask.height);
    std::vector<std::uint16_t> values(size);
    const Rounded shape = rounded_quarters({spread, spread, core_width, core_height}, quarters);
    for (int y = 0; y < mask.height; ++y) {
        const RoundedRow row(shape, y);
        for (int x = 0; x < mask.width; ++x) {
            values[static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.width) + static_cast<std::size_t>(x)] =
                static_cast<std::uint16_t>(row.at(x - spread) * 256);
        }
    }
    soften(values, mask.width, mask.height, spread);
    mask.coverage.resize(size);
    std::transform(values.begin(), values.end(), mask.coverage.begin(),
                   [](std::uint16_t value) { return static_cast<std::uint8_t>(std::min((value + 128) / 256, 255)); });
    return mask;
}

} // namespace

Rounded rounded_quarters(const Area& area, int quarters) {
    const int held = std::clamp(quarters, 0, std::max(std::min(area.w, area.h), 0) * 2);
    return {area, held, (held + 3) / 4, corner_of(held)};
}

Rounded rounded(const Area& area, float radius) {
    return rounded_quarters(area, static_cast<int>(std::lround(std::clamp(radius, 0.0F, 16384.0F) * 4)));
}

RoundedRow::RoundedRow(const Rounded& shape, int y) : width_(shape.area.w) {
    const int from_top = y - shape.area.y;
    const int from_bottom = shape.area.bottom() - 1 - y;
    outside_ = from_top < 0 || from_bottom < 0;
    if (outside_ || shape.quarters == 0) {
        return;
    }
    const auto row = [&](int from_edge, Corner& own) -> const std::uint8_t* {
        if (from_edge >= shape.reach) {
            return nullptr;
        }
        reach_ = shape.reach;
        if (shape.corner) {
            return shape.corner->data() + std::ptrdiff_t{from_edge} * shape.reach;
        }
        own.resize(static_cast<std::size_t>(shape.reach));
        corner_row(shape.quarters, from_edge, own.data());
        return own.data();
    };
    upper_ = row(from_top, own_upper_);
    lower_ = row(from_bottom, own_lower_);
}

const ShadowMask& shadow_mask(int width, int height, float radius, float blur) {
    using Key = std::tuple<int, int, int, int>;
    thread_local Cache<Key, ShadowMask> shadows(most_kept);
    const int spread = static_cast<int>(std::lround(blur));
    const int most_quarters = std::min(std::min(width, height) * 2, largest_shadow_radius * 4);
    const int quarters = std::min(static_cast<int>(std::lround(std::clamp(radius, 0.0F, 8192.0F) * 4)), most_quarters);
    // Nothing changes along an edge farther than this from both of its ends.
    const int repeatable = 2 * ((quarters + 3) / 4 + spread) + 1;
    const Key key{std::min(width, repeatable), std::min(height, repeatable), quarters, spread};
    if (const ShadowMask* known = shadows.find(key)) {
        return *known;
    }
    ShadowMask made = make_shadow(std::get<0>(key), std::get<1>(key), quarters, spread);
    const std::size_t bytes = made.coverage.size() + 128;
    return shadows.put(key, std::move(made), bytes);
}

} // namespace screen::raster
