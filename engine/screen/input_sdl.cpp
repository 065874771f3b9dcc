// SDL's events as the person's doings; keys by the names of the W3C (UI Events KeyboardEvent code Values).
#include "screen/input.h"

#include <array>
#include <utility>

#include <SDL.h>

namespace screen {

namespace {

struct NamedKey {
    SDL_Scancode scancode;
    const char* code;
};

constexpr std::array named_keys{
    NamedKey{SDL_SCANCODE_RETURN, "Enter"},
    NamedKey{SDL_SCANCODE_ESCAPE, "Escape"},
    NamedKey{SDL_SCANCODE_BACKSPACE, "Backspace"},
    NamedKey{SDL_SCANCODE_TAB, "Tab"},
    NamedKey{SDL_SCANCODE_SPACE, "Space"},
    NamedKey{SDL_SCANCODE_MINUS, "Minus"},
    NamedKey{SDL_SCANCODE_EQUALS, "Equal"},
    NamedKey{SDL_SCANCODE_LEFTBRACKET, "BracketLeft"},
    NamedKey{SDL_SCANCODE_RIGHTBRACKET, "BracketRight"},
    NamedKey{SDL_SCANCODE_BACKSLASH, "Backslash"},
    NamedKey{SDL_SCANCODE_NONUSHASH, "Backslash"},
    NamedKey{SDL_SCANCODE_SEMICOLON, "Semicolon"},
    NamedKey{SDL_SCANCODE_APOSTROPHE, "Quote"},
    NamedKey{SDL_SCANCODE_GRAVE, "Backquote"},
    NamedKey{SDL_SCANCODE_COMMA, "Comma"},
    NamedKey{SDL_SCANCODE_PERIOD, "Period"},
    NamedKey{SDL_SCANCODE_SLASH, "Slash"},
    NamedKey{SDL_SCANCODE_NONUSBACKSLASH, "IntlBackslash"},
    NamedKey{SDL_SCANCODE_CAPSLOCK, "CapsLock"},
    NamedKey{SDL_SCANCODE_INSERT, "Insert"},
    NamedKey{SDL_SCANCODE_DELETE, "Delete"},
    NamedKey{SDL_SCANCODE_HOME, "Home"},
    NamedKey{SDL_SCANCODE_END, "End"},
    NamedKey{SDL_SCANCODE_PAGEUP, "PageUp"},
    NamedKey{SDL_SCANCODE_PAGEDOWN, "PageDown"},
    NamedKey{SDL_SCANCODE_RIGHT, "ArrowRight"},
    NamedKey{SDL_SCANCODE_LEFT, "ArrowLeft"},
    NamedKey{SDL_SCANCODE_DOWN, "ArrowDown"},
    NamedKey{SDL_SCANCODE_UP, "ArrowUp"},
    NamedKey{SDL_SCANCODE_KP_ENTER, "NumpadEnter"},
    NamedKey{SDL_SCANCODE_LCTRL, "ControlLeft"},
    NamedKey{SDL_SCANCODE_RCTRL, "ControlRight"},
    NamedKey{SDL_SCANCODE_LSHIFT, "ShiftLeft"},
    NamedKey{SDL_SCANCODE_RSHIFT, "ShiftRight"},
    NamedKey{SDL_SCANCODE_LALT, "AltLeft"},
    NamedKey{SDL_SCANCODE_RALT, "AltRight"},
    NamedKey{SDL_SCANCODE_LGUI, "MetaLeft"},
    NamedKey{SDL_SCANCODE_RGUI, "MetaRight"},
    NamedKey{SDL_SCANCODE_APPLICATION, "ContextMenu"},
};

std::string code_of(SDL_Scancode scancode) {
    if (scancode >= SDL_SCANCODE_A && scancode <= SDL_SCANCODE_Z) {
        return std::string("Key") + static_cast<char>('A' + (scancode - SDL_SCANCODE_A));
    }
    if (scancode >= SDL_SCANCODE_1 && scancode <= SDL_SCANCODE_9) {
        return std::string("Digit") + static_cast<char>('1' + (scancode - SDL_SCANCODE_1));
    }
    if (scancode == SDL_SCANCODE_0) {
        return "Digit0";
    }
    if (scancode >= SDL_SCANCODE_F1 && scancode <= SDL_SCANCODE_F12) {
        return "F" + std::to_string(1 + (scancode - SDL_SCANCODE_F1));
    }
    for (const NamedKey& key : named_keys) {
        if (key.scancode == scancode) {
            return key.code;
        }
    }
    return "Unidentified";
}

std::optional<PointerButton> button_of(Uint8 button) {
    switch (button) {
    case SDL_BUTTON_LEFT:
        return PointerButton::left;
    case SDL_BUTTON_MIDDLE:
        return PointerButton::middle;
    case SDL_BUTTON_RIGHT:
        return PointerButton::right;
    default:
        return std::nullopt;
    }
}

InputEvent key_of(const SDL_KeyboardEvent& event) {
    const std::string code = code_of(event.keysym.scancode);
    if (event.type == SDL_KEYUP) {
        return KeyReleased{code};
    }
    const unsigned modifiers = event.keysym.mod;
    return KeyPressed{code,
                      (modifiers & KMOD_SHIFT) != 0,
                      (modifiers & KMOD_CTRL) != 0,
                      (modifiers & KMOD_LALT) != 0,
                      (modifiers & KMOD_CAPS) != 0,
                      event.repeat != 0};
}

} // namespace

InputEvent input_of(const SDL_Event& event) {
    switch (event.type) {
    case SDL_MOUSEMOTION:
        return PointerMoved{{static_cast<float>(event.motion.x), static_cast<float>(event.motion.y)}};
    case SDL_MOUSEBUTTONDOWN:
        if (const auto button = button_of(event.button.button)) {
            return PointerPressed{*button};
        }
        return Nothing{};
    case SDL_MOUSEBUTTONUP:
        if (const auto button = button_of(event.button.button)) {
            return PointerReleased{*button};
        }
        return Nothing{};
    case SDL_MOUSEWHEEL:
        return Wheel{-event.wheel.preciseY};
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        return key_of(event.key);
    case SDL_TEXTINPUT:
        return TextEntered{event.text.text};
    case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_LEAVE || event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) {
            return LetGo{};
        }
        return Nothing{};
    default:
        return Nothing{};
    }
}

} // namespace screen
