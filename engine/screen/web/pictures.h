// The pictures of web pages: SVG and PNG files of the practice sites.
#pragma once

#include "screen/picture.h"
#include "screen/picture_cache.h"

#include <memory>
#include <optional>
#include <string>
#include <tuple>

namespace screen {

/// The size of a picture, px.
struct PictureSize {
    int width = 0;
    int height = 0;
};

/// Decoded pictures by file and size. Files of more than 512 KB, and pictures of more than 4096 px a side, are not
/// shown.
class WebPictures {
public:
    WebPictures();

    /// The size that a file says its picture has; nothing for a file that cannot be shown.
    std::optional<PictureSize> size(const std::string& file);

    /// The picture at a size, or nullptr.
    std::shared_ptr<const Bitmap> picture(const std::string& file, int width, int height);

private:
    using Key = std::tuple<std::string, int, int>;
    Cache<Key, std::shared_ptr<const Bitmap>> pictures_;
    Cache<std::string, std::optional<PictureSize>> sizes_;
};

} // namespace screen
