// A trainer leads a class through a session plan, on a projected screen: the plan with its spoken code, before, between
// and after its lessons.
#pragma once

#include "screen/pages/intent.h"
#include "screen/pages/settings.h"
#include "screen/scroll.h"
#include "screen/ui.h"

#include <cstddef>
#include <span>
#include <string>

namespace screen {

/// What is shown of the plan that is led.
struct GuidedView {
    std::string title;                    ///< may be empty
    std::span<const std::string> lessons; ///< titles, in order
    std::size_t at = 0;                   ///< the lesson that is played or comes next; as many as there are: all done
    std::string code;                     ///< in groups
    std::string conditions;               ///< in words: language, keyboard, care, look, draw
    bool has_stick = false;               ///< there is one to copy the plan onto
    SettingsView settings{};
};

/// The page's own state.
struct GuidedPage {
    std::string said{}; ///< what came of copying, in words
    Scrolled lessons{};
    Scrolled code{};
    SettingsDialog settings{};
};

void show(Ui& ui, GuidedPage& page, const GuidedView& view, Intents& intents);

/// The plan and its code over the player's page.
struct PlanDialog {
    bool open = false;
    Scrolled scrolled;
};

/// Draws it where it is open. Call it last; while it is open the page must have been drawn with Ui::set_enabled(false).
void plan_dialog(Ui& ui, PlanDialog& dialog, const GuidedView& view);

/// A spoken code, as large as the room lets it be, in lines of three groups. Gives its height, px.
float large_code(Ui& ui, Point at, float width, const std::string& code);

} // namespace screen
