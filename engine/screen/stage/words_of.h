// What is done to the practice computer, in words: "Click on «Reply»."
#pragma once

#include "screen/ui.h"
#include "world/computer.h"

#include <string>

namespace screen {

/// What stands on a key's cap, in words where it writes nothing; the code where the keyboard is not known.
std::string cap_of(const Ui& ui, const world::Computer& computer, const std::string& code);

/// An action as a sentence with markup, on the practice computer as it is before; empty where there is nothing to tell
/// (a move, a wait). Names are those that are seen.
std::string words_of(const Ui& ui, const world::Computer& computer, const world::Action& action);

} // namespace screen
