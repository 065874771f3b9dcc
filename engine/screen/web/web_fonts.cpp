// Words of Latin letters are drawn at once; others are laid out, which finds their fonts and direction.
#include "screen/web/web_fonts.h"

#include "base/text.h"

#include <algorithm>

namespace screen {

namespace {

// Letters, digits and signs that the main fonts have, and that need no reordering.
bool is_plain(std::string_view word) {
    return std::all_of(word.begin(), word.end(),
                       [](char c) {
                           const auto byte = static_cast<unsigned char>(c);
                           return byte < 0xC6 || byte == 0xE2; // up to U+017F, and U+2000 to U+2FFF
                       }) &&
           word.find("\xE2\x9C") == std::string_view::npos;
}

bool all_shown(Fonts& fonts, const WebFont& font, const std::string& word) {
    const std::size_t main = Fonts::main_font(font.family);
    for (const char32_t character : base::decode(word)) {
        if (character > 0x7E && fonts.font_for(character, font.family, main) != main) {
            return false;
        }
    }
    return true;
}

bool in_one_piece(Fonts& fonts, const WebFont& font, const std::string& word) {
    const bool is_ascii =
        std::all_of(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) == 0; });
    return is_ascii || (is_plain(word) && all_shown(fonts, font, word));
}

} // namespace

Family web_family(std::string_view names, bool italic, bool dyslexic) {
    const std::string lower = base::lower(names);
    struct Known {
        std::string_view name;
        Family upright;
        Family slanted;
    };
    static constexpr Known known[] = {
        {"monospace", Family::mono, Family::mono},        {"courier", Family::mono, Family::mono},
        {"consolas", Family::mono, Family::mono},         {"sans-serif", Family::sans, Family::sans_italic},
        {"serif", Family::serif, Family::serif_italic},   {"times", Family::serif, Family::serif_italic},
        {"georgia", Family::serif, Family::serif_italic}, {"garamond", Family::serif, Family::serif_italic},
        {"arial", Family::sans, Family::sans_italic},     {"andika", Family::andika, Family::andika},
    };
    const Known* first = nullptr;
    std::size_t first_at = std::string::npos;
    for (const Known& family : known) {
        const std::size_t at = lower.find(family.name);
        // "serif" is the end of "sans-serif" too, which lies before it there
        if (at != std::string::npos && (first == nullptr || at < first_at)) {
            first = &family;
            first_at = at;
        }
    }
    if (first != nullptr && first->upright == Family::mono) {
        return Family::mono;
    }
    if (dyslexic) {
        return Family::dyslexic;
    }
    if (first == nullptr) {
        return italic ? Family::sans_italic : Family::sans;
    }
    return italic ? first->slanted : first->upright;
}

TextStyle style_of(const WebFont& font, Colour colour) {
    TextStyle style;
    style.family = font.family;
    style.px = static_cast<float>(font.size);
    style.bold = font.bold;
    style.colour = colour;
    return style;
}

int word_width(Fonts& fonts, const WebFont& font, const std::string& word) {
    if (word == " ") { // rounded down it would be too narrow to part words of small letters
        return std::max(fonts.width(Fonts::main_font(font.family), font.bold, font.size, false, word),
                        (font.size * 28 + 50) / 100);
    }
    if (in_one_piece(fonts, font, word)) {
        return fonts.width(Fonts::main_font(font.family), font.bold, font.size, false, word);
    }
    return static_cast<int>(lay_out_plain(fonts, word, style_of(font)).width);
}

void draw_word(Picture& picture, Fonts& fonts, const WebFont& font, const std::string& word, Point baseline,
               Colour colour) {
    if (in_one_piece(fonts, font, word)) {
        const Inked ink = fonts.ink(Fonts::main_font(font.family), font.bold, font.size, false, word);
        if (ink.mask) {
            picture.glyphs(ink.mask, {baseline.x, baseline.y + static_cast<float>(ink.top)}, colour);
        }
        return;
    }
    const TextBlock block = lay_out_plain(fonts, word, style_of(font, colour));
    if (!block.lines.empty()) {
        draw(picture, block, {baseline.x, baseline.y - static_cast<float>(block.lines.front().baseline)});
    }
}

FontMeasure measure(Fonts& fonts, const WebFont& font) {
    return fonts.measure(Fonts::main_font(font.family), font.bold, font.size);
}

} // namespace screen
