// A text field on the practice computer's screen: its text, and what it was before, for Ctrl+Z.
#pragma once

#include "world/kept.h"
#include "world/text_edit.h"

#include <string>
#include <string_view>
#include <vector>

namespace world {

/// A text field. Change it by the functions below, so that each change can be taken back.
struct TextField {
    TextEdit edit;
    std::vector<Kept<TextEdit>> before; ///< at most 100; shared with the copies of a field
    std::vector<Kept<TextEdit>> after;  ///< what was taken back, for Ctrl+Y
    bool is_secret = false;             ///< shown as dots
    bool operator==(const TextField&) const = default;
};

TextField field_of(std::string_view text, bool many_lines = false);

/// What a keyboard shortcut asks of a field: `Control+A`, `Control+Z`, … are told by the name of what they do.
enum class FieldCommand { select_all, undo, redo, cut, copy, paste };

/// Does it; `clipboard` is read by paste, and written by cut and copy. True where the text, the selection or the
/// clipboard changed.
bool do_in(TextField& field, FieldCommand command, std::string& clipboard);

/// Types text in, or does what a key does. True where anything changed.
bool type_into(TextField& field, std::string_view text);
bool press_in(TextField& field, std::string_view code, bool shift, bool control);

} // namespace world
