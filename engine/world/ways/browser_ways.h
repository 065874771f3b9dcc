// What other programs' ways ask of the browser's.
#pragma once

#include "world/ways/advice.h"

namespace world {

/// Whether the front window shows the mail box of the webmail; offers the way there, signing in where needed.
bool on_webmail(Advice& advice);

} // namespace world
