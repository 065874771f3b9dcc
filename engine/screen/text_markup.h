// A text taken apart into letters: what is bold, what is a key or an icon. For the layout only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace screen::text {

/// One character of a text, or a key cap or icon that stands as one.
struct Letter {
    char32_t character = 0;
    std::size_t from = 0; ///< bytes of the shown text
    std::size_t to = 0;
    bool bold = false;
    int thing = -1;         ///< index of a key or icon, or -1
    std::uint8_t level = 0; ///< of embedding: odd is right to left
    std::size_t font = 0;   ///< in the table of fonts
};

/// A key cap or an icon.
struct Thing {
    std::string name; ///< of the icon, or the words of the key
    bool key = false;
};

struct Marked {
    std::string shown;
    std::vector<Letter> letters;
    std::vector<Thing> things;
};

/// Stands for a key or an icon where the order of letters is found.
inline constexpr char32_t object_character = 0xFFFC;

/// Reads markup. A mark without its partner on the same line is an ordinary character.
Marked read_markup(std::string_view markup);

/// Every character as it is. Bytes that are not UTF-8 become U+FFFD, control characters blanks.
Marked read_plain(std::string_view text);

/// The characters from one letter up to another, as UTF-8.
std::string utf8(const std::vector<Letter>& letters, std::size_t first, std::size_t end);
void append_utf8(std::string& text, char32_t character);

} // namespace screen::text
