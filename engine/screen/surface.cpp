// Drawing without a window, and PNG files.
#include "screen/surface.h"

#include "screen/raster.h"

#include <algorithm>
#include <memory>

#include <SDL.h>
#include <SDL_image.h>

namespace screen {

namespace {

struct FreeSurface {
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
};
using Owned = std::unique_ptr<SDL_Surface, FreeSurface>;

base::Error file_error(std::string id, const std::filesystem::path& file) {
    return {std::move(id), {{"reason", SDL_GetError()}}, {file.string(), 0, 0}};
}

} // namespace

Surface32 surface(Bitmap& bitmap) {
    return {bitmap.pixels.data(), bitmap.width, bitmap.height, bitmap.width};
}

Bitmap drawn(const Picture& picture) {
    Bitmap bitmap{picture.width(), picture.height(), {}};
    bitmap.pixels.resize(static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height));
    draw(picture, surface(bitmap), {0, 0, bitmap.width, bitmap.height});
    return bitmap;
}

std::optional<Difference> difference(const Bitmap& a, const Bitmap& b) {
    if (a.width != b.width || a.height != b.height) {
        const Area all{0, 0, std::max(a.width, b.width), std::max(a.height, b.height)};
        return Difference{static_cast<std::size_t>(all.w) * static_cast<std::size_t>(all.h), all};
    }
    Difference found;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        if (a.pixels[i] != b.pixels[i]) {
            const auto width = static_cast<std::size_t>(a.width);
            ++found.pixels;
            found.where = joined(found.where, {static_cast<int>(i % width), static_cast<int>(i / width), 1, 1});
        }
    }
    return found.pixels == 0 ? std::nullopt : std::optional(found);
}

base::Result<base::Done> save_png(const Bitmap& bitmap, const std::filesystem::path& file) {
    std::vector<std::uint32_t> copy = bitmap.pixels; // SDL takes its pixels without const
    const Owned image(SDL_CreateRGBSurfaceWithFormatFrom(copy.data(), bitmap.width, bitmap.height, 32, bitmap.width * 4,
                                                         SDL_PIXELFORMAT_ARGB8888));
    if (!image || IMG_SavePNG(image.get(), file.c_str()) != 0) {
        return file_error("screen.png-not-written", file);
    }
    return base::Done{};
}

base::Result<Bitmap> load_png(const std::filesystem::path& file) {
    const Owned read(IMG_Load(file.c_str()));
    const Owned image(read ? SDL_ConvertSurfaceFormat(read.get(), SDL_PIXELFORMAT_ARGB8888, 0) : nullptr);
    if (!image) {
        return file_error("screen.png-not-read", file);
    }
    Bitmap bitmap{image->w, image->h, {}};
    bitmap.pixels.resize(static_cast<std::size_t>(image->w) * static_cast<std::size_t>(image->h));
    if (SDL_ConvertPixels(image->w, image->h, SDL_PIXELFORMAT_ARGB8888, image->pixels, image->pitch,
                          SDL_PIXELFORMAT_ARGB8888, bitmap.pixels.data(), image->w * 4) != 0) {
        return file_error("screen.png-not-read", file);
    }
    return bitmap;
}

} // namespace screen
