// Draws pictures on surfaces, by ourselves: the same pixels on every machine, and only those asked for.
//
// All coverage and blending is whole-number arithmetic; where a square root is needed it is of a whole number, which
// IEEE 754 makes the same everywhere.
#pragma once

#include "screen/picture.h"
#include "screen/surface.h"

namespace screen {

/// Draws the part of the picture that lies in `only`. What was there before does not matter: drawing any part again
/// gives the same pixels.
void draw(const Picture& picture, const Surface32& target, const Area& only);

} // namespace screen
