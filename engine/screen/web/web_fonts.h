// The fonts of a page that is being laid out: litehtml knows them by numbers.
#pragma once

#include "screen/fonts.h"
#include "screen/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace screen {

/// One font of a page.
struct WebFont {
    Family family = Family::sans;
    int size = 18; ///< px
    bool bold = false;
    bool underlined = false;
    bool struck_out = false;
    bool operator==(const WebFont&) const = default;
};

/// The family that a `font-family` list means: its first that is known.
Family web_family(std::string_view names, bool italic, bool dyslexic);

TextStyle style_of(const WebFont& font, Colour colour = hex(0));

/// How wide a word is, px.
int word_width(Fonts& fonts, const WebFont& font, const std::string& word);

/// Draws a word in one line; `baseline` is the left end of the line that its letters stand on, px.
void draw_word(Picture& picture, Fonts& fonts, const WebFont& font, const std::string& word, Point baseline,
               Colour colour);

FontMeasure measure(Fonts& fonts, const WebFont& font);

} // namespace screen
