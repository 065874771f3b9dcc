// Typing lessons of texts that were read elsewhere: a line a step, a few steps a lesson.
#pragma once

#include "lesson/imports/draft.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lesson::imports {

/// Lines to type, and the characters that are new in them.
struct TypingDraft {
    std::string name; ///< of the lesson file; longer ones go on in `<name>-2`, `<name>-3` …
    std::string title;
    std::vector<std::string> fresh;
    std::vector<std::string> lines;
    int line = 0; ///< where it begins in the source
};

/// Adds its lessons to the module.
void add_typing(const TypingDraft& draft, const Wanted& wanted, DraftModule& module, Imported& imported);

/// A line as it can be typed: one blank for several and for tabs, none at its ends, no control characters.
std::string typed_line(std::string_view line);

/// The line in pieces that the keyboard practice takes, parted at blanks.
std::vector<std::string> pieces_of(const std::string& line);

/// Characters of a text, each once, without blanks, in order of their first coming.
std::vector<std::string> different_characters(std::string_view text);

/// `[a] [b] [c]`, as keys are shown in texts; at most a dozen.
std::string caps_of(const std::vector<std::string>& characters);

/// The characters in one line, for messages.
std::string listed(const std::vector<std::string>& characters);

} // namespace lesson::imports
