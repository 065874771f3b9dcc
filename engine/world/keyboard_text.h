// What is written, compared with what is to be written.
#pragma once

#include "world/keyboard.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace world {

/// The characters of a target as they are to be typed on a layout.
std::vector<Unit> units_of(const Layout& layout, const std::vector<std::string>& target);

/// Whether a unit is one of several for one character of the target.
bool is_in_group(std::span<const Unit> units, std::size_t unit);

/// How many units, from `unit` on, a written character counts for: 1, all units of a target's character, or 0 for none.
std::size_t match(std::span<const Unit> units, std::size_t unit, const std::string& character);

/// What each written character was compared with.
struct Alignment {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct Cell {
        std::size_t unit = none; ///< the first unit it stands for; none for a character too many
        std::size_t units = 0;   ///< how many units it stands for
        bool right = false;
        bool operator==(const Cell&) const = default;
    };
    std::vector<Cell> written; ///< one cell for each written character
    std::size_t reached = 0;   ///< units that the writing has come to: those after it are just not yet written
};

/// Aligns what is written with the units by the fewest insertions, deletions and replacements; of equally few, the ones
/// that keep character under character. With `whole` all units have to be there; otherwise the writing may stop early.
Alignment align(std::span<const std::string> written, std::span<const Unit> units, bool whole);

} // namespace world
