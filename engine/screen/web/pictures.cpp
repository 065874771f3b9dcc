// SVG by SDL2_image at the size wanted; PNG decoded once and brought to the size by averaging.
#include "screen/web/pictures.h"

#include "base/file.h"
#include "screen/raster_blend.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include <SDL.h>
#include <SDL_image.h>

namespace screen {

namespace {

constexpr std::size_t largest_file = std::size_t{512} * 1024;
constexpr std::size_t most_pictures = std::size_t{8} * 1024 * 1024;
constexpr std::size_t most_sizes = std::size_t{64} * 1024;
constexpr int largest_side = 4096;

struct FreeSurface {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Owned = std::unique_ptr<SDL_Surface, FreeSurface>;

bool is_svg(std::string_view file) {
    return file.ends_with(".svg");
}

// A big-endian number in a PNG file's header.
std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

std::optional<PictureSize> bounded(double width, double height) {
    if (!(width >= 1 && height >= 1 && width <= largest_side && height <= largest_side)) {
        return std::nullopt;
    }
    return PictureSize{static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
}

std::optional<PictureSize> png_size(std::string_view bytes) {
    if (bytes.size() < 24 || bytes.substr(1, 3) != "PNG") {
        return std::nullopt;
    }
    return bounded(number_at(bytes, 16), number_at(bytes, 20));
}

// The number in an attribute of the <svg> element, or 0.
double svg_number(std::string_view tag, std::string_view name) {
    const std::size_t at = tag.find(name);
    if (at == std::string_view::npos) {
        return 0;
    }
    double value = 0;
    const char* from = tag.data() + at + name.size();
    std::from_chars(from, tag.data() + tag.size(), value, std::chars_format::fixed);
    return value;
}

std::optional<PictureSize> svg_size(std::string_view text) {
    const std::size_t at = text.find("<svg");
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view tag = text.substr(at, text.find('>', at) - at);
    const double width = svg_number(tag, " width=\"");
    const double height = svg_number(tag, " height=\"");
    if (width > 0 && height > 0) {
        return bounded(width, height);
    }
    const std::size_t box = tag.find("viewBox=\"");
    if (box == std::string_view::npos) {
        return std::nullopt;
    }
    double numbers[4] = {0, 0, 0, 0};
    const char* from = tag.data() + box + 9;
    const char* const end = tag.data() + tag.size();
    for (double& number : numbers) {
        while (from < end && (*from == ' ' || *from == ',')) {
            ++from;
        }
        from = std::from_chars(from, end, number, std::chars_format::fixed).ptr;
    }
    return bounded(numbers[2], numbers[3]);
}

Bitmap premultiplied(const SDL_Surface& image) {
    Bitmap bitmap{image.w, image.h, {}};
    bitmap.pixels.resize(static_cast<std::size_t>(image.w) * static_cast<std::size_t>(image.h));
    const auto* rows = static_cast<const std::uint8_t*>(image.pixels);
    for (int y = 0; y < image.h; ++y) {
        std::uint32_t* to = bitmap.pixels.data() + std::ptrdiff_t{y} * image.w;
        SDL_memcpy(to, rows + std::ptrdiff_t{y} * image.pitch, static_cast<std::size_t>(image.w) * 4);
        std::transform(to, to + image.w, to, [](std::uint32_t pixel) {
            const std::uint32_t alpha = pixel >> 24U;
            return raster::weakened(pixel & 0x00FFFFFFU, alpha) | (alpha << 24U);
        });
    }
    return bitmap;
}

// The mean of the pixels that lie below each pixel of the new size.
Bitmap resized(const Bitmap& from, int width, int height) {
    Bitmap to{width, height, {}};
    to.pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
        const int top = static_cast<int>(std::int64_t{y} * from.height / height);
        const int bottom = std::max(static_cast<int>(std::int64_t{y + 1} * from.height / height), top + 1);
        for (int x = 0; x < width; ++x) {
            const int left = static_cast<int>(std::int64_t{x} * from.width / width);
            const int right = std::max(static_cast<int>(std::int64_t{x + 1} * from.width / width), left + 1);
            std::uint64_t sums[4] = {0, 0, 0, 0};
            for (int v = top; v < bottom; ++v) {
                for (int u = left; u < right; ++u) {
                    const std::uint32_t pixel =
                        from.pixels[static_cast<std::size_t>(v) * static_cast<std::size_t>(from.width) +
                                    static_cast<std::size_t>(u)];
                    for (unsigned channel = 0; channel < 4; ++channel) {
                        sums[channel] += (pixel >> (8 * channel)) & 0xFFU;
                    }
                }
            }
            const auto count = static_cast<std::uint64_t>(bottom - top) * static_cast<std::uint64_t>(right - left);
            std::uint32_t pixel = 0;
            for (unsigned channel = 0; channel < 4; ++channel) {
                pixel |= static_cast<std::uint32_t>(sums[channel] / count) << (8 * channel);
            }
            to.pixels.push_back(pixel);
        }
    }
    return to;
}

std::shared_ptr<const Bitmap> decoded(const std::string& file, int width, int height) {
    const auto content = base::read_file(file, largest_file);
    if (!content.ok()) {
        return nullptr;
    }
    const std::string& bytes = content.value();
    SDL_RWops* source = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
    if (source == nullptr) {
        return nullptr;
    }
    const Owned read(is_svg(file) ? IMG_LoadSizedSVG_RW(source, width, height) : IMG_LoadPNG_RW(source));
    SDL_RWclose(source);
    const Owned image(read ? SDL_ConvertSurfaceFormat(read.get(), SDL_PIXELFORMAT_ARGB8888, 0) : nullptr);
    if (!image || image->w <= 0 || image->h <= 0) {
        return nullptr;
    }
    Bitmap bitmap = premultiplied(*image);
    return std::make_shared<const Bitmap>(
        bitmap.width == width && bitmap.height == height ? std::move(bitmap) : resized(bitmap, width, height));
}

} // namespace

WebPictures::WebPictures() : pictures_(most_pictures), sizes_(most_sizes) {}

std::optional<PictureSize> WebPictures::size(const std::string& file) {
    if (const auto* known = sizes_.find(file)) {
        return *known;
    }
    const auto content = base::read_file(file, largest_file);
    std::optional<PictureSize> found;
    if (content.ok()) {
        found = is_svg(file) ? svg_size(content.value()) : png_size(content.value());
    }
    return sizes_.put(file, found, file.size() + 64);
}

std::shared_ptr<const Bitmap> WebPictures::picture(const std::string& file, int width, int height) {
    if (width <= 0 || height <= 0 || width > largest_side || height > largest_side || !size(file)) {
        return nullptr;
    }
    const Key key{file, width, height};
    if (const auto* known = pictures_.find(key)) {
        return *known;
    }
    std::shared_ptr<const Bitmap> made = decoded(file, width, height);
    return pictures_.put(key, made, (made ? made->pixels.size() * 4 : 0) + file.size() + 128);
}

} // namespace screen
