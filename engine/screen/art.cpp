// SVG pictures by SDL2_image, which reads them with nanosvg.
#include "screen/art.h"

#include "screen/raster_blend.h"
#include "screen/surface.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

#include <SDL.h>
#include <SDL_image.h>

namespace screen {

namespace {

constexpr std::size_t most_pictures = std::size_t{8} * 1024 * 1024;
constexpr std::size_t most_icons = std::size_t{1024} * 1024;
constexpr std::uintmax_t largest_file = std::uintmax_t{64} * 1024;
constexpr int largest_side = 4096; // px

struct FreeSurface {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Owned = std::unique_ptr<SDL_Surface, FreeSurface>;

bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

std::uint32_t premultiplied(std::uint32_t pixel) {
    const std::uint32_t alpha = pixel >> 24U;
    return (raster::weakened(pixel & 0x00FFFFFFU, alpha)) | (alpha << 24U);
}

// How much of each pixel a picture in black and white covers with white.
Mask white_of(const Picture& picture) {
    const Bitmap pixels = drawn(picture);
    Mask mask{pixels.width, pixels.height, {}};
    mask.coverage.resize(pixels.pixels.size());
    std::transform(pixels.pixels.begin(), pixels.pixels.end(), mask.coverage.begin(),
                   [](std::uint32_t pixel) { return static_cast<std::uint8_t>(pixel & 0xFFU); });
    return mask;
}

// A neutral sign that a picture should be here: a rounded square with a question mark.
Picture sign(int width, int height, Colour ground, Colour square, Colour question) {
    const auto side = static_cast<float>(std::min(width, height));
    const auto left = (static_cast<float>(width) - side) / 2;
    const auto top = (static_cast<float>(height) - side) / 2;
    const auto at = [&](float x, float y) { return Point{left + side * x, top + side * y}; };
    Picture picture(width, height, ground);
    picture.fill({left, top, side, side}, square, side / 6);
    const float pen = std::max(side * 0.07F, 1.0F);
    picture.arc(at(0.5F, 0.38F), side * 0.145F + pen / 2, pen, 0.75F, 1.4F, question);
    picture.stroke({at(0.585F, 0.497F), at(0.5F, 0.56F), at(0.5F, 0.63F)}, pen, question);
    picture.disc(at(0.5F, 0.76F), std::max(pen * 0.7F, 1.0F), question);
    return picture;
}

Mask placeholder_icon(int side) {
    return white_of(sign(side, side, hex(0x000000), hex(0xFFFFFF), hex(0x000000)));
}

Bitmap placeholder(int width, int height) {
    const Mask square = white_of(sign(width, height, hex(0x000000), hex(0xFFFFFF), hex(0xFFFFFF)));
    Bitmap bitmap = drawn(sign(width, height, hex(0xE3E6EA), hex(0xE3E6EA), hex(0x5B6472)));
    std::transform(bitmap.pixels.begin(), bitmap.pixels.end(), square.coverage.begin(), bitmap.pixels.begin(),
                   [](std::uint32_t pixel, std::uint8_t coverage) { return raster::weakened(pixel, coverage); });
    return bitmap;
}

// The surface's pixels in the middle of a bitmap of the size wanted.
Bitmap centred(SDL_Surface& image, int width, int height) {
    Bitmap bitmap{width, height, {}};
    bitmap.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    const int left = std::max((width - image.w) / 2, 0);
    const int top = std::max((height - image.h) / 2, 0);
    const auto* rows = static_cast<const std::uint8_t*>(image.pixels);
    for (int y = 0; y < std::min(image.h, height); ++y) {
        std::uint32_t* to = bitmap.pixels.data() + std::ptrdiff_t{top + y} * width + left;
        const int count = std::min(image.w, width);
        SDL_memcpy(to, rows + std::ptrdiff_t{y} * image.pitch, static_cast<std::size_t>(count) * 4);
        std::transform(to, to + count, to, premultiplied);
    }
    return bitmap;
}

std::size_t bytes_of(const Bitmap& bitmap) {
    return bitmap.pixels.size() * sizeof(std::uint32_t) + 256;
}

} // namespace

Art::Art(std::filesystem::path folder) : folder_(std::move(folder)), pictures_(most_pictures), icons_(most_icons) {}

bool Art::has(std::string_view name) const {
    std::error_code ignored;
    return is_name(name) && std::filesystem::is_regular_file(folder_ / (std::string(name) + ".svg"), ignored);
}

void Art::note(std::string id, const std::string& name) {
    if (noted_.insert(name).second) {
        faults_.push_back({std::move(id), {{"name", name}}, {(folder_ / (name + ".svg")).string(), 0, 0}});
    }
}

std::shared_ptr<const Bitmap> Art::decode(const std::string& name, int width, int height) {
    const std::filesystem::path file = folder_ / (name + ".svg");
    std::error_code failed;
    const std::uintmax_t size = has(name) ? std::filesystem::file_size(file, failed) : 0;
    std::ifstream stream(file, std::ios::binary);
    if (!has(name) || failed || !stream) {
        note("screen.picture-missing", name);
        return nullptr;
    }
    if (size > largest_file) {
        note("screen.picture-broken", name);
        return nullptr;
    }
    std::ostringstream content;
    content << stream.rdbuf();
    const std::string text = std::move(content).str();
    SDL_RWops* source = SDL_RWFromConstMem(text.data(), static_cast<int>(text.size()));
    const Owned read(source != nullptr ? IMG_LoadSizedSVG_RW(source, width, height) : nullptr);
    if (source != nullptr) {
        SDL_RWclose(source);
    }
    const Owned image(read ? SDL_ConvertSurfaceFormat(read.get(), SDL_PIXELFORMAT_ARGB8888, 0) : nullptr);
    if (!image) {
        note("screen.picture-broken", name);
        return nullptr;
    }
    return std::make_shared<const Bitmap>(centred(*image, width, height));
}

std::shared_ptr<const Bitmap> Art::picture(std::string_view name, int width, int height) {
    const Key key{std::string(name), std::clamp(width, 1, largest_side), std::clamp(height, 1, largest_side)};
    if (const auto* known = pictures_.find(key)) {
        return *known;
    }
    std::shared_ptr<const Bitmap> made = decode(std::get<0>(key), std::get<1>(key), std::get<2>(key));
    if (!made) {
        made = std::make_shared<const Bitmap>(placeholder(std::get<1>(key), std::get<2>(key)));
    }
    return pictures_.put(key, made, bytes_of(*made));
}

std::shared_ptr<const Mask> Art::icon(std::string_view name, int size) {
    const int side = std::clamp(size, 1, largest_side);
    const Key key{std::string(name), side, side};
    if (const auto* known = icons_.find(key)) {
        return *known;
    }
    auto mask = std::make_shared<Mask>(Mask{side, side, {}});
    if (const auto shape = decode(std::get<0>(key), side, side)) {
        mask->coverage.resize(shape->pixels.size());
        std::transform(shape->pixels.begin(), shape->pixels.end(), mask->coverage.begin(),
                       [](std::uint32_t pixel) { return static_cast<std::uint8_t>(pixel >> 24U); });
    } else {
        *mask = placeholder_icon(side);
    }
    return icons_.put(key, mask, mask->coverage.size() + 256);
}

} // namespace screen
