// When something is in the way: what it is, in plain words, and what can be done.
#pragma once

#include "screen/pages/intent.h"
#include "screen/scroll.h"
#include "screen/ui.h"

#include <span>
#include <string>

namespace screen {

/// One trouble that stops the program from going on as it should.
struct TroubleView {
    std::string what;
    std::string advice;
    std::string where; ///< the file and line; may be empty
    bool can_try_again = false;
    bool can_go_on = false; ///< without keeping anything
};

void show_trouble(Ui& ui, const TroubleView& view, Intents& intents);

/// The lessons that were left out, for trainers and authors: a line a fault.
struct LeftOutPage {
    Scrolled scrolled;
};

void show(Ui& ui, LeftOutPage& page, std::span<const std::string> lines, Intents& intents);

} // namespace screen
