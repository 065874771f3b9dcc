// What kind of key a code names.
#pragma once

#include "world/keyboard.h"

#include <span>
#include <string_view>

namespace world {

/// Every code that a lesson may ask for: those of the European and the American keyboard.
std::span<const std::string_view> known_codes();

/// Whether a key changes what other keys do: Shift, Caps Lock, AltGr, Control, Alt, Meta.
bool is_modifier(std::string_view code);

/// Whether a key ends lines, on the letter block or the number pad.
bool is_enter(std::string_view code);

/// Whether a key writes something on this layout, a blank too.
bool writes_text(const Layout& layout, std::string_view code);

/// Whether two codes name the same key to a learner: also where two keys bear the same word (both Shifts).
bool is_same_key(const Layout& layout, std::string_view code, std::string_view other);

/// Whether either Shift is down.
bool shift_is_held(const KeyboardPractice& practice);

} // namespace world
