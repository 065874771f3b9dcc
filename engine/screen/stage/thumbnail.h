// A small picture of the practice computer: what is to be touched next, in a ring, and what lies around it.
#pragma once

#include "screen/ui.h"
#include "world/computer.h"

#include <memory>

namespace screen {

/// The stage as it is before an action, cut out around what that is done to; `width` and `height` in px. The whole
/// stage where nothing is aimed at. Takes a few ten ms: keep it.
std::shared_ptr<const Bitmap> thumbnail(Ui& ui, const world::Computer& computer, const world::Action& action, int width,
                                        int height);

} // namespace screen
