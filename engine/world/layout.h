// A keyboard layout: what each key writes, and the finger that presses it.
#pragma once

#include "lesson/value.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace world {

/// The fingers, from the left hand's little finger to the right hand's.
enum class Finger {
    left_little,
    left_ring,
    left_middle,
    left_index,
    thumb,
    right_index,
    right_middle,
    right_ring,
    right_little
};

/// One key: where it is (in key widths from the top left of the letter block), and what it writes at each level. An
/// empty text means that nothing is written there. A dead key's text is the spacing accent (`^`, `¨`, `` ` ``, `´`), or
/// the accent on a dotted circle where it has no spacing form. The space bar has both a text (a blank) and a label.
struct LayoutKey {
    std::string code; ///< W3C code, such as `KeyQ`
    double x = 0;
    double y = 0; ///< row, from 0 (digits) to 4 (space bar)
    double width = 1;
    double height = 1;
    double notch = 0; ///< how much narrower the lower half is at its left (the tall Enter key), key widths
    Finger finger = Finger::left_little;
    std::string plain;
    std::string shift;
    std::string altgr;
    std::string shift_altgr;
    bool plain_dead = false;
    bool shift_dead = false;
    bool altgr_dead = false;
    bool shift_altgr_dead = false;
    std::string label; ///< message id of the cap's word for keys that write nothing (`key.Enter`); else empty
    bool operator==(const LayoutKey&) const = default;
};

/// A layout, from assets/keyboards/<id>.toml; its file names the geometry (`iso` or `ansi`) that places the keys.
struct Layout {
    std::string id;
    std::string name;
    std::vector<LayoutKey> keys;
    bool operator==(const Layout&) const = default;
};

/// One press in the typing of a character: a key and the modifiers held with it.
struct Stroke {
    std::string code;
    bool shift = false;
    bool altgr = false;
    bool operator==(const Stroke&) const = default;
};

/// Makes a layout of a layout file's values and its geometry file's (assets/keyboards/<geometry>.toml); adds all
/// faults.
Layout read_layout(const lesson::Value& file, const lesson::Value& geometry, base::Faults& faults);

/// The layout whose keys write what the running system reports of them: pairs of a W3C code and the text of the key
/// alone (capital or small). A dead key's text is its accent. nullptr where nothing fits.
const Layout* nearest_layout(std::span<const Layout> layouts,
                             std::span<const std::pair<std::string, std::string>> observed);

/// The message that names a finger: `finger.left-index`.
std::string message_of(Finger finger);

/// The key of that code, or nullptr.
const LayoutKey* find_key(const Layout& layout, std::string_view code);

/// The text that a key writes with these modifiers held; empty for none.
std::string_view text_of(const LayoutKey& key, bool shift, bool altgr);

/// Whether that text is an accent that waits for its letter.
bool is_dead(const LayoutKey& key, bool shift, bool altgr);

/// The easiest strokes that write a character (one, or a dead key and a letter, or a dead key and a blank for the
/// accent alone); none where the layout cannot. A line break is Enter.
std::vector<Stroke> strokes_for(const Layout& layout, std::string_view character);

/// All that counts as having written a character on this layout, the easiest first (several
/// letters for one before one for one). Beside the character itself: a
/// plain capital where no key writes the accented one (`E` and `é` for `É`), a plain letter where the layout cannot
/// write the accent at all, two letters for a ligature (`oe` for `œ`), and always the plain forms of typographic signs
/// (`'` for `’`, `"` for `«`, `...` for `…`, a blank for a no-break space).
std::vector<std::string> ways_to_write(const Layout& layout, std::string_view character);

/// Whether `typed` (one character, or two or three for one) counts as having written `expected` on this layout.
bool accepts(const Layout& layout, std::string_view expected, std::string_view typed);

/// The letter with the accent of a dead key (`^` and `e` give `ê`), the accent itself for a blank or the accent again;
/// empty where the two do not go together.
std::string with_accent(std::string_view accent, std::string_view letter);

} // namespace world
