// Which of our keyboard layouts the computer itself uses.
#pragma once

#include "world/layout.h"

#include <span>
#include <string>

namespace app {

/// Compares what SDL says each key writes with the layouts; gives the id of the nearest, or an empty text where none
/// fits. Needs SDL's video part.
std::string system_layout(std::span<const world::Layout> layouts);

} // namespace app
