// The fonts, opened when first needed, and the drawn words kept for the next picture.
#pragma once

#include "base/result.h"
#include "screen/picture.h"
#include "screen/picture_cache.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

struct _TTF_Font; // NOLINT(bugprone-reserved-identifier): the name SDL2_ttf gives it

namespace screen {

/// The typefaces a text can be set in.
enum class Family {
    andika,   ///< the program's own, made for people who learn to read
    dyslexic, ///< OpenDyslexic, as a choice
    mono,     ///< all letters of one width, for practice in programs that have it
    sans,     ///< what web pages mean by it, as they do by the next three
    sans_italic,
    serif,
    serif_italic
};

/// A file of the table of fonts: which characters it is for, and where Debian puts it.
struct FontFile {
    std::string_view name;    ///< "Noto Sans Arabic"
    std::string_view script;  ///< ISO 15924, as HarfBuzz wants it: "Arab"
    std::string_view regular; ///< path of the file
    std::string_view bold;
    std::string_view package; ///< the Debian package that has it
};

/// A drawn piece of text in one font.
struct Inked {
    std::shared_ptr<const Mask> mask; ///< without empty rows; nothing for blanks
    int top = 0;                      ///< of the mask, below the baseline (so mostly negative), px
    int width = 0;                    ///< how far it moves what follows, px
};

/// The size of a font's parts, px.
struct FontMeasure {
    int ascent = 0;  ///< from the baseline to the top of the tallest letters
    int descent = 0; ///< from the baseline to the bottom of the lowest, positive
    int capital = 0; ///< height of a capital H
};

/// Gives the mask of a named icon at a size in px.
using IconSource = std::function<std::shared_ptr<const Mask>(std::string_view name, int size)>;

struct TextBlock;

/// All fonts of the program. One for the whole program; it needs no window.
class Fonts {
public:
    /// Opens the text library and Andika, without which there is nothing to be read. Errors: `screen.font-missing`.
    static base::Result<Fonts> open();

    Fonts(Fonts&&) noexcept = default;
    Fonts& operator=(Fonts&&) noexcept = default;
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;
    ~Fonts() = default;

    /// Where the icons in texts come from. Without a source their place stays empty.
    void use_icons(IconSource source);
    std::shared_ptr<const Mask> icon(std::string_view name, int size) const;

    /// Which font (an index of the table of fonts) shows the character in that family; the font of the character
    /// before it is kept when it can show it too (blanks, digits, accents).
    std::size_t font_for(char32_t character, Family family, std::size_t before);
    static std::size_t main_font(Family family);

    /// The piece of text drawn, from the cache when it was drawn before. `size` in px.
    Inked ink(std::size_t font, bool bold, int size, bool right_to_left, const std::string& text);
    /// Its width alone, px.
    int width(std::size_t font, bool bold, int size, bool right_to_left, const std::string& text);
    FontMeasure measure(std::size_t font, bool bold, int size);

    /// What could not be opened, each once: `screen.font-missing` names the Debian package.
    const base::Faults& faults() const { return faults_; }

    /// Bytes of drawn text and of layouts that are kept.
    std::size_t kept_bytes() const { return inked_.bytes() + widths_.bytes() + layouts_.bytes(); }
    /// Layouts already made, by all that decides them; used by lay_out().
    Cache<std::string, std::shared_ptr<const TextBlock>>& layouts() { return layouts_; }

private:
    struct Library { // SDL2_ttf, for as long as there are fonts
        Library() = default;
        Library(const Library&) = delete;
        Library& operator=(const Library&) = delete;
        Library(Library&&) = delete;
        Library& operator=(Library&&) = delete;
        ~Library();
    };
    struct Close {
        void operator()(_TTF_Font* font) const;
    };
    struct Opened { // one handle serves all sizes: each would take 400 KiB of shaping tables
        std::unique_ptr<_TTF_Font, Close> font; ///< nothing for a font that could not be opened
        int size = 0;
        bool right_to_left = false;
    };
    using InkKey = std::tuple<std::size_t, bool, int, bool, std::string>;

    Fonts();
    _TTF_Font* opened(std::size_t font, bool bold, int size, bool right_to_left);
    bool shows(std::size_t font, char32_t character);

    std::unique_ptr<Library> library_; // goes last
    IconSource icons_;
    std::map<std::pair<std::size_t, bool>, Opened> opened_;
    Cache<InkKey, Inked> inked_;
    Cache<InkKey, int> widths_;
    Cache<std::string, std::shared_ptr<const TextBlock>> layouts_;
    base::Faults faults_;
};

/// The table of fonts, in the order they are tried.
const std::vector<FontFile>& font_files();

} // namespace screen
