// A keyboard layout: what each key writes, and the finger that presses it.
#pragma once

#include "lesson/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace world {

/// The fingers, from the left hand's little finger to the right hand's.
enum class Finger { left_little, left_ring, left_middle, left_index, thumb, right_index, right_middle, right_ring, right_little };

/// One key: where it is (in key widths from the top left of the letter block), and what it writes at each level. An
/// empty text means that nothing is written there. A dead key's text is the spacing accent (`^`, `¨`, `` ` ``, `´`).
struct LayoutKey {
    std::string code;    ///< W3C code, such as `KeyQ`
    double x = 0;
    double y = 0;        ///< row, from 0 (digits) to 4 (space bar)
    double width = 1;
    Finger finger = Finger::left_little;
    std::string plain;
    std::string shift;
    std::string altgr;
    std::string shift_altgr;
    bool plain_dead = false;
    bool shift_dead = false;
    bool altgr_dead = false;
    bool shift_altgr_dead = false;
    std::string label;   ///< message id of the cap's word for keys that write nothing (`key.Enter`); else empty
    bool operator==(const LayoutKey&) const = default;
};

/// A layout, from assets/keyboards/<id>.toml.
struct Layout {
    std::string id;
    std::string name;
    std::vector<LayoutKey> keys;
    bool caps_lock_shifts_digits = false; ///< Caps Lock turns the digit row into digits (AZERTY on Windows; not on Linux)
    bool operator==(const Layout&) const = default;
};

/// One press in the typing of a character: a key and the modifiers held with it.
struct Stroke {
    std::string code;
    bool shift = false;
    bool altgr = false;
    bool operator==(const Stroke&) const = default;
};

/// Makes a layout of a layout file's values and the geometry file's (assets/keyboards/iso.toml); adds all faults.
Layout read_layout(const lesson::Value& file, const lesson::Value& geometry, base::Faults& faults);

/// The key at a place, or nullptr.
const LayoutKey* find_key(const Layout& layout, std::string_view code);

/// The shortest strokes that write a character (one, or a dead key and a letter); none where the layout cannot.
std::vector<Stroke> strokes_for(const Layout& layout, std::string_view character);

/// The text that a key writes with these modifiers held; empty for none.
std::string_view text_of(const LayoutKey& key, bool shift, bool altgr);

} // namespace world
