// The order and the breaking of lines. For the layout only.
#pragma once

#include "screen/fonts.h"
#include "screen/text_markup.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace screen::text {

/// Letters from `first` up to `end`.
struct Stretch {
    std::size_t first = 0;
    std::size_t end = 0;
};

/// Finds the direction, embedding levels (Unicode Bidirectional Algorithm, by FriBidi) and fonts of a paragraph's
/// letters. Gives whether the paragraph runs from right to left.
bool prepare(Fonts& fonts, Family family, std::vector<Letter>& letters, Stretch paragraph);

/// The stretches of a line that are shaped as one (same font, weight and level), in their order from left to right.
std::vector<Stretch> visual_order(const std::vector<Letter>& letters, Stretch line);

/// A line, and where the next one begins; the blanks between belong to neither.
struct Break {
    Stretch line;
    std::size_t next = 0;
};

/// The width of a stretch of letters, px.
using Width = std::function<int(Stretch)>;

/// Breaks a paragraph into lines of at most `most` px. A word that is longer is broken between its characters.
std::vector<Break> break_lines(const std::vector<Letter>& letters, Stretch paragraph, int most, const Width& measure);

/// Whether the letter stands on the one before it, as an accent does.
bool joins_before(const Letter& letter);

bool is_blank(const Letter& letter);

} // namespace screen::text
