// Tells tests that use the program from outside what lies where on the screen.
#pragma once

#include "app/session.h"
#include "screen/ui.h"

#include <filesystem>

namespace app {

/// Writes the page's name, the step's, the rung of help, the tutor's word, which widget has the focus, and the
/// rectangles (px) of all widgets, as one JSON object; the file is replaced as a whole.
void write_places(const std::filesystem::path& file, const Session& session, const screen::Ui& ui);

} // namespace app
