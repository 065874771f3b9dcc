// The dialog in which a person sets text size, colours, motion, letters, language and keyboard.
#pragma once

#include "screen/pages/intent.h"
#include "screen/scroll.h"
#include "screen/ui.h"
#include "screen/widgets.h"

#include <span>
#include <string>
#include <utility>

namespace screen {

/// What can be chosen, and what is.
struct SettingsView {
    std::string language;
    std::span<const std::string> languages;                       ///< codes
    std::span<const std::pair<std::string, std::string>> layouts; ///< ids and names
    std::string layout;                                           ///< id; empty for the computer's own
    bool offers_your_data = true;                                 ///< the page about what is kept can be opened
};

/// Whether the dialog is open, and where it is scrolled.
struct SettingsDialog {
    bool open = false;
    Scrolled scrolled;
};

/// The button that opens it.
void settings_button(Ui& ui, Point top_right, const Label& label, SettingsDialog& dialog);

/// Draws the dialog over the page where it is open. Call it last; while it is open the page must have been drawn with
/// Ui::set_enabled(false).
void settings_dialog(Ui& ui, SettingsDialog& dialog, const SettingsView& view, Intents& intents);

} // namespace screen
