// One thing that the person did to the program, as pages and widgets see it. Made from SDL's events in one place
// (input_sdl.cpp), or by tests.
#pragma once

#include "screen/picture.h"

#include <optional>
#include <string>
#include <variant>

union SDL_Event;

namespace screen {

enum class PointerButton { left, middle, right };

struct PointerMoved {
    Point to; ///< px
};

struct PointerPressed {
    PointerButton button = PointerButton::left;
};

struct PointerReleased {
    PointerButton button = PointerButton::left;
};

/// The wheel was turned; positive brings up what is further down.
struct Wheel {
    float notches = 0;
};

/// A key went down. `code` is its place on the keyboard as the W3C names it (`KeyQ`, `Enter`).
struct KeyPressed {
    std::string code;
    bool shift = false;
    bool control = false;
    bool alt = false;
    bool caps_lock = false;
    bool repeated = false;
};

struct KeyReleased {
    std::string code;
};

/// Text arrived, composed by the computer's own keyboard layout. UTF-8.
struct TextEntered {
    std::string text;
};

/// The pointer has left the window, or the window has lost the keyboard: whatever was held is let go.
struct LetGo {};

/// Nothing was done; time has passed or the window has changed.
struct Nothing {};

using InputEvent = std::variant<Nothing, PointerMoved, PointerPressed, PointerReleased, Wheel, KeyPressed, KeyReleased,
                                TextEntered, LetGo>;

/// What an SDL event means to pages; Nothing for those that mean nothing to them.
InputEvent input_of(const SDL_Event& event);

} // namespace screen
