// Coverage of rounded rectangles and of their shadows. For the rasteriser only.
#pragma once

#include "screen/picture.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace screen::raster {

/// The top left corner of a rounded shape: how much of each pixel of a square of `reach` px is covered.
using Corner = std::vector<std::uint8_t>;

/// A rectangle with round corners on whole pixels.
struct Rounded {
    Area area;
    int quarters = 0;                     ///< radius in quarters of a pixel
    int reach = 0;                        ///< radius in pixels, rounded up
    std::shared_ptr<const Corner> corner; ///< nothing where there is no radius, or one too large to be kept
};

/// The radius is held to half of the shorter side.
Rounded rounded(const Area& area, float radius);
Rounded rounded_quarters(const Area& area, int quarters);

/// Coverage of one row of a rounded rectangle, ready to be asked for each of its pixels.
class RoundedRow {
public:
    /// `y` may lie outside: then nothing is covered. The shape must outlive the row.
    RoundedRow(const Rounded& shape, int y);
    ~RoundedRow() = default;
    RoundedRow(const RoundedRow&) = delete;
    RoundedRow& operator=(const RoundedRow&) = delete;
    RoundedRow(RoundedRow&&) = delete;
    RoundedRow& operator=(RoundedRow&&) = delete;
    /// How many pixels from the left and right edge can be covered in part.
    int reach() const { return reach_; }
    bool outside() const { return outside_; }
    /// Coverage of the pixel `i` px from the left edge, 0 to 255; 0 outside.
    unsigned at(int i) const {
        if (outside_ || i < 0 || i >= width_) {
            return 0;
        }
        const unsigned left = edge(i);
        const unsigned right = edge(width_ - 1 - i);
        return left + right > 255 ? left + right - 255 : 0;
    }

private:
    // Where the arcs of two corners fall into one pixel, what each of them leaves out is left out.
    unsigned edge(int i) const {
        if (i >= reach_) {
            return 255;
        }
        const unsigned above = upper_ != nullptr ? upper_[i] : 255;
        const unsigned below = lower_ != nullptr ? lower_[i] : 255;
        return above + below > 255 ? above + below - 255 : 0;
    }

    const std::uint8_t* upper_ = nullptr;
    const std::uint8_t* lower_ = nullptr;
    Corner own_upper_; // where the corner is not kept
    Corner own_lower_;
    int reach_ = 0;
    int width_ = 0;
    bool outside_ = false;
};

/// The shadow of a rectangle: a mask of which the middle row and column may be repeated.
struct ShadowMask {
    int width = 0;
    int height = 0;
    int spread = 0; ///< how far it goes beyond the rectangle, px
    std::vector<std::uint8_t> coverage;
};

/// The mask for a rectangle of that size. It stays valid until the next call.
const ShadowMask& shadow_mask(int width, int height, float radius, float blur);

} // namespace screen::raster
