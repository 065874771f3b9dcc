// Drawn pictures: SVG files of assets/art/, rasterised at the size they are wanted.
#pragma once

#include "base/result.h"
#include "screen/picture.h"
#include "screen/picture_cache.h"

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace screen {

/// The pictures of one folder. A picture is decoded when it is first asked for. Files of more than 64 KB are refused,
/// and sizes are held between 1 and 4096 px.
class Art {
public:
    explicit Art(std::filesystem::path folder);

    /// Whether there is a file `<name>.svg`. Names are small letters, digits, `-` and `_`.
    bool has(std::string_view name) const;

    /// The picture in its own colours, fitted into `width` × `height` px and centred. A picture that is missing or
    /// broken gives a plain placeholder, and is remembered in faults().
    std::shared_ptr<const Bitmap> picture(std::string_view name, int width, int height);

    /// The picture's shape alone, to be drawn in any colour: for icons.
    std::shared_ptr<const Mask> icon(std::string_view name, int size);

    const std::filesystem::path& folder() const { return folder_; }

    /// What could not be shown, each once: `screen.picture-missing`, `screen.picture-broken`.
    const base::Faults& faults() const { return faults_; }

    /// Bytes of pictures kept.
    std::size_t kept_bytes() const { return pictures_.bytes() + icons_.bytes(); }

private:
    using Key = std::tuple<std::string, int, int>;

    std::shared_ptr<const Bitmap> decode(const std::string& name, int width, int height);
    void note(std::string id, const std::string& name);

    std::filesystem::path folder_;
    Cache<Key, std::shared_ptr<const Bitmap>> pictures_;
    Cache<Key, std::shared_ptr<const Mask>> icons_;
    base::Faults faults_;
    std::set<std::string, std::less<>> noted_;
};

} // namespace screen
