// Blending of pixels in whole numbers, rounded to the nearest value. For the rasteriser only.
#pragma once

#include "screen/picture.h"

#include <cstdint>

namespace screen::raster {

/// x / 255 rounded, for 0 to 65025.
constexpr std::uint32_t part_of_255(std::uint32_t x) {
    const std::uint32_t t = x + 128;
    return (t + (t >> 8U)) >> 8U;
}

constexpr std::uint32_t opaque = 0xFF000000U;

/// The colour's pixel, its opacity left aside.
constexpr std::uint32_t pixel_of(Colour c) {
    return opaque | (std::uint32_t{c.r} << 16U) | (std::uint32_t{c.g} << 8U) | c.b;
}

/// Two channels of 8 bits at once, in the lower half of each 16 bits: each divided by 255, rounded.
constexpr std::uint32_t pair_part_of_255(std::uint32_t pair) {
    const std::uint32_t t = pair + 0x00800080U;
    return ((t + ((t >> 8U) & 0x00FF00FFU)) >> 8U) & 0x00FF00FFU;
}

/// `above` over `below`, with an opacity of 0 to 255.
constexpr std::uint32_t blended(std::uint32_t below, std::uint32_t above, std::uint32_t opacity) {
    const std::uint32_t rest = 255 - opacity;
    const std::uint32_t red_blue = pair_part_of_255((below & 0x00FF00FFU) * rest + (above & 0x00FF00FFU) * opacity);
    const std::uint32_t green = pair_part_of_255(((below >> 8U) & 0xFFU) * rest + ((above >> 8U) & 0xFFU) * opacity);
    return opaque | red_blue | (green << 8U);
}

/// A premultiplied pixel over `below`.
constexpr std::uint32_t over(std::uint32_t below, std::uint32_t premultiplied) {
    const std::uint32_t rest = 255 - (premultiplied >> 24U);
    const std::uint32_t red_blue = pair_part_of_255((below & 0x00FF00FFU) * rest);
    const std::uint32_t green = pair_part_of_255(((below >> 8U) & 0xFFU) * rest);
    return opaque | ((premultiplied & 0x00FFFFFFU) + (red_blue | (green << 8U)));
}

/// A premultiplied pixel made weaker.
constexpr std::uint32_t weakened(std::uint32_t premultiplied, std::uint32_t opacity) {
    const std::uint32_t red_blue = pair_part_of_255((premultiplied & 0x00FF00FFU) * opacity);
    const std::uint32_t alpha_green = pair_part_of_255(((premultiplied >> 8U) & 0x00FF00FFU) * opacity);
    return red_blue | (alpha_green << 8U);
}

/// `count` pixels of one colour.
inline void fill_row(std::uint32_t* row, int count, std::uint32_t pixel, std::uint32_t opacity) {
    if (opacity == 255) {
        for (int i = 0; i < count; ++i) {
            row[i] = pixel;
        }
        return;
    }
    for (int i = 0; i < count; ++i) {
        row[i] = blended(row[i], pixel, opacity);
    }
}

/// One pixel of a colour with an opacity, covered in part.
inline void cover(std::uint32_t& target, std::uint32_t pixel, std::uint32_t opacity, std::uint32_t coverage) {
    const std::uint32_t amount = part_of_255(coverage * opacity);
    if (amount == 255) {
        target = pixel;
    } else if (amount != 0) {
        target = blended(target, pixel, amount);
    }
}

/// `count` pixels of a colour, each covered as told.
inline void cover_row(std::uint32_t* row, int count, const std::uint8_t* coverage, std::uint32_t pixel,
                      std::uint32_t opacity) {
    for (int i = 0; i < count; ++i) {
        cover(row[i], pixel, opacity, coverage[i]);
    }
}

} // namespace screen::raster
