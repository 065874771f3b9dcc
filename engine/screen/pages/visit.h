// A page with something to say and one question: where to begin, whether something is still known, and what came of it.
#pragma once

#include "screen/pages/intent.h"
#include "screen/scroll.h"
#include "screen/ui.h"

#include <string>
#include <vector>

namespace screen {

/// One answer.
struct VisitChoice {
    std::string id;
    std::string icon;
    std::string label;
    std::string about; ///< a second line; where any answer has one, all are large cards
    Intent what;
};

struct VisitPage {
    std::string name; ///< for tests from outside
    std::string picture;
    std::string title;
    std::string about;                  ///< with markup; may be empty
    std::vector<std::string> news{};    ///< levels that were reached, with markup
    std::vector<VisitChoice> choices{}; ///< the one that most people want first; Escape gives the last
    Scrolled scrolled{};
};

void show(Ui& ui, VisitPage& page, Intents& intents);

/// A level that was reached and why, as one text with markup.
std::string level_news(const std::string& title, const std::string& why);

} // namespace screen
