// The window: the main loop. Events go into the session, pictures go onto the screen; in between the program sleeps.
#pragma once

#include "app/options.h"
#include "app/resources.h"

namespace app {

/// Opens the window and runs until it is closed. Errors: no display, no font; also a size that cannot be understood
/// (`window.size`).
base::Result<base::Done> run_window(Resources resources, const WindowChoices& choices);

} // namespace app
