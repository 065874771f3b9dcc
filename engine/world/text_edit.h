// A text that is being written, with its caret and selection: a pure value behind every text field, of the practice
// computer and of the program itself. A copy kept aside is all that an undo needs.
//
// The text is UTF-8 in composed form (NFC). Places are byte offsets, always between two characters as people see them
// (extended grapheme clusters, Unicode Standard Annex 29): an accent is never parted from its letter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// A text, the caret, and the other end of the selection. Change it by the functions below.
struct TextEdit {
    std::string text;
    std::size_t caret = 0;    ///< byte offset
    std::size_t anchor = 0;   ///< the other end of the selection; equal to `caret` where nothing is selected
    bool many_lines = false;  ///< whether it may hold line breaks
    std::size_t most = 10000; ///< bytes that the text may have; what would go beyond is not inserted
    bool operator==(const TextEdit&) const = default;
};

/// A way the caret can go. A word is a run of letters and digits. Up and down keep to the character column.
enum class Motion {
    character_left,
    character_right,
    word_left,  ///< to the start of a word
    word_right, ///< to the end of a word
    line_up,
    line_down,
    line_start,
    line_end,
    text_start,
    text_end,
};

/// A text field that holds `text`, with the caret at its end.
TextEdit edit_of(std::string_view text, bool many_lines = false);

/// Puts text at the caret, in place of what is selected. Control characters and broken UTF-8 are left out; a line break
/// becomes a blank where the field has one line. True if the text changed.
bool insert(TextEdit& edit, std::string_view text);

/// Takes out what is selected, or else what lies between the caret and where the motion leads. True if the text
/// changed.
bool erase(TextEdit& edit, Motion motion);

/// Moves the caret; with `selecting` the selection grows or shrinks, without it the selection is given up (and a move
/// by one character goes to the selection's end). True if the caret or the selection changed.
bool move(TextEdit& edit, Motion motion, bool selecting = false);

/// Puts the caret between the two characters nearest to a byte offset, as for a click there.
void place_caret(TextEdit& edit, std::size_t offset, bool selecting = false);

/// Selects everything, or the word at a byte offset (as for a double-click there).
void select_all(TextEdit& edit);
void select_word(TextEdit& edit, std::size_t offset);

/// Where the selection begins and ends (byte offsets), and what is selected.
std::size_t selection_start(const TextEdit& edit);
std::size_t selection_end(const TextEdit& edit);
std::string_view selected(const TextEdit& edit);

/// What a key did to a text field.
enum class KeyEffect { none, moved, erased, inserted };

/// Does what a key does in every text field: Backspace, Delete, the arrows, Home and End, with Shift (select) and
/// Control (by words, whole text, Control+A); Enter where the field has many lines. `code` is the key's W3C code.
KeyEffect press_key(TextEdit& edit, std::string_view code, bool shift, bool control);

/// A text's characters as people see them.
std::vector<std::string> characters_of(std::string_view text);

/// How many characters there are before a byte offset.
std::size_t characters_before(std::string_view text, std::size_t offset);

/// A text in composed form (NFC), without broken UTF-8 and without control characters other than the line break.
std::string composed(std::string_view text);

/// A text in small letters and without accents, for searching and ordering.
std::string folded(std::string_view text);

} // namespace world
