// The page for a spoken code: a pad of digits for the mouse, and every key that writes digits.
#pragma once

#include "screen/pages/intent.h"
#include "screen/scroll.h"
#include "screen/ui.h"

#include <string>

namespace screen {

/// The page's own state.
struct CodePage {
    std::string digits;
    std::string said;            ///< why the code does not fit, in words; empty where nothing is said
    bool last_was_digit = false; ///< the last key stands for a digit by its place: its text counts no second time
    Scrolled scrolled;
};

void show(Ui& ui, CodePage& page, Intents& intents);

} // namespace screen
