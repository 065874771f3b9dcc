// Texts laid out: wrapped into lines, in the order of their writing, with bold words, key caps and icons.
//
// Markup: `*bold*`, `[Entrée]` a key of the keyboard, `{icon-name}` a picture of assets/art/ in the text's colour,
// and a backslash before one of these characters (or before itself) to show the character as it is. Inside a key every
// character stands for itself: `[*]`, `[]]` and `[\]` are keys.
#pragma once

#include "screen/fonts.h"
#include "screen/picture.h"

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace screen {

/// Where lines stand in the width they are given. The start is the side where reading begins: left in French, right in
/// Arabic.
enum class Align { start, centre, end };

/// How a text is set.
struct TextStyle {
    Family family = Family::andika;
    float px = 22; ///< size of the letters (the em); rounded to whole px, 6 to 400
    bool bold = false;
    Colour colour = hex(0x1B1B1B);
    Align align = Align::start;
    float line_height = 1.4F; ///< from one baseline to the next, as a multiple of `px`
    Colour key_face = hex(0xFFFFFF);
    Colour key_edge = hex(0x8A8F98);
    Colour key_text = hex(0x1B1B1B);
};

/// A piece of a line in one font, direction and weight. Positions are px from the block's top left corner.
struct TextRun {
    std::shared_ptr<const Mask> mask; ///< nothing for blanks
    int x = 0;                        ///< left edge
    int y = 0;                        ///< top of the mask
    int width = 0;
    std::size_t line = 0;
    std::size_t font = 0;
    bool bold = false;
    bool right_to_left = false;
    bool on_key = false;  ///< stands on a key cap, and takes its colour
    std::size_t from = 0; ///< bytes of the shown text, see TextBlock::shown
    std::size_t to = 0;
};

/// A key cap or an icon among the words.
struct InlineBox {
    Area area;
    std::string name; ///< of the icon; the words of a key
    bool key = false;
    std::size_t line = 0;
};

struct TextLine {
    int top = 0; ///< px
    int height = 0;
    int baseline = 0; ///< px from the block's top
    int left = 0;     ///< where its runs begin and end, px
    int right = 0;
    std::size_t from = 0; ///< bytes of the shown text; a line's end is not part of it
    std::size_t to = 0;
    bool right_to_left = false; ///< direction of its paragraph
};

/// A text laid out, ready to be drawn anywhere. A value.
struct TextBlock {
    float width = 0;  ///< of the longest line, px
    float height = 0; ///< of all lines, px
    std::vector<TextLine> lines;
    std::vector<TextRun> runs;
    std::vector<InlineBox> boxes;
    std::string shown; ///< the text without its markup
    TextStyle style;
};

inline constexpr float unlimited = std::numeric_limits<float>::infinity();

/// Lays out a text with markup. Lines are at most `max_width` px wide; a word that is longer is broken. Alignment is
/// within `max_width`, or within the longest line when that is unlimited. Layouts are cached.
TextBlock lay_out(Fonts& fonts, std::string_view markup, const TextStyle& style, float max_width = unlimited);

/// The same for a text that has no markup, such as what a learner wrote: every character is shown as it is.
TextBlock lay_out_plain(Fonts& fonts, std::string_view text, const TextStyle& style, float max_width = unlimited);

/// A text without markup in one line, cut with … where it is longer than `max_width`.
TextBlock lay_out_short(Fonts& fonts, std::string_view text, const TextStyle& style, float max_width);

/// Draws the text with its top left corner at `at`.
void draw(Picture& picture, const TextBlock& text, Point at);

/// Draws the text in the middle of a rectangle: capitals are centred between its upper and lower edge.
void draw_centred(Picture& picture, const TextBlock& text, const Rect& within);

/// What the markup shows, without marks: `*Entrée*` is `Entrée`. For the voice and for screen readers.
std::string plain_text(std::string_view markup);

/// The markup that shows the text as it is.
std::string escaped(std::string_view text);

/// Where the caret stands before that byte of a plain layout's text: an empty-width rectangle as high as the line.
/// A byte inside a character counts as its beginning; one past the end as the end.
Rect caret(Fonts& fonts, const TextBlock& text, std::size_t byte);

/// The caret's x alone, for fields of one line.
float x_of(Fonts& fonts, const TextBlock& text, std::size_t byte);

/// The byte before which the caret is nearest to a point.
std::size_t byte_at(Fonts& fonts, const TextBlock& text, Point point);

/// The rectangles behind the text from one byte up to another, for showing a selection.
std::vector<Rect> selection(Fonts& fonts, const TextBlock& text, std::size_t from, std::size_t to);

} // namespace screen
