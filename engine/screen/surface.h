// Memory that a picture is drawn on: a window's, or one of our own that can be kept as a PNG file.
#pragma once

#include "base/result.h"
#include "screen/picture.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace screen {

/// Pixels 0x00RRGGBB that belong to somebody else; the highest byte is not used and is written as 255.
struct Surface32 {
    std::uint32_t* pixels = nullptr;
    int width = 0;
    int height = 0;
    int stride = 0; ///< from one row to the next, in pixels

    std::uint32_t* row(int y) const { return pixels + static_cast<std::ptrdiff_t>(y) * stride; }
    Area area() const { return {0, 0, width, height}; }
};

/// A bitmap as something to draw on.
Surface32 surface(Bitmap& bitmap);

/// The picture drawn without a window.
Bitmap drawn(const Picture& picture);

/// Where two bitmaps differ.
struct Difference {
    std::size_t pixels = 0; ///< how many differ; all of them when the sizes differ
    Area where;             ///< the smallest area that holds them
};
std::optional<Difference> difference(const Bitmap& a, const Bitmap& b);

/// Writes a bitmap as a PNG file. Errors: `screen.png-not-written`.
base::Result<base::Done> save_png(const Bitmap& bitmap, const std::filesystem::path& file);

/// Reads a PNG file. Errors: `screen.png-not-read`.
base::Result<Bitmap> load_png(const std::filesystem::path& file);

} // namespace screen
