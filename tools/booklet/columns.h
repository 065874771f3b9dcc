// The can-do lines in columns, as large as they fit.
#pragma once

#include "tools/booklet/description.h"
#include "tools/booklet/paper.h"

namespace booklet {

inline constexpr Colour white{1, 1, 1};
inline constexpr Colour ink{0.122, 0.165, 0.267};
inline constexpr Colour soft{0.259, 0.298, 0.4};
inline constexpr Colour primary{0.059, 0.357, 0.357};
inline constexpr Colour accent{0.898, 0.541, 0.169};
inline constexpr Colour tint{0.965, 0.945, 0.906};
inline constexpr Colour line_colour{0.851, 0.816, 0.749};

/// How many lines there are.
std::size_t count_lines(const std::vector<Group>& groups);

/// With so many lines, room is saved everywhere.
inline bool is_dense(std::size_t lines) {
    return lines > 24;
}

/// Draws the groups into the box: with the largest type, in one to six columns, with which all of them fit. Gives
/// where the lowest ends.
double draw_columns(Paper& paper, const Box& box, const std::vector<Group>& groups);

} // namespace booklet
