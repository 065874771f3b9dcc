// Kinds of keys.
#include "world/keyboard_keys.h"

#include <algorithm>
#include <array>

namespace world {

namespace {

constexpr std::array<std::string_view, 72> codes{
    "Backquote",     "Digit1",     "Digit2",   "Digit3",    "Digit4",      "Digit5",       "Digit6",
    "Digit7",        "Digit8",     "Digit9",   "Digit0",    "Minus",       "Equal",        "Backspace",
    "Tab",           "KeyQ",       "KeyW",     "KeyE",      "KeyR",        "KeyT",         "KeyY",
    "KeyU",          "KeyI",       "KeyO",     "KeyP",      "BracketLeft", "BracketRight", "Enter",
    "CapsLock",      "KeyA",       "KeyS",     "KeyD",      "KeyF",        "KeyG",         "KeyH",
    "KeyJ",          "KeyK",       "KeyL",     "Semicolon", "Quote",       "Backslash",    "ShiftLeft",
    "IntlBackslash", "KeyZ",       "KeyX",     "KeyC",      "KeyV",        "KeyB",         "KeyN",
    "KeyM",          "Comma",      "Period",   "Slash",     "ShiftRight",  "ControlLeft",  "MetaLeft",
    "AltLeft",       "Space",      "AltRight", "MetaRight", "ContextMenu", "ControlRight", "Insert",
    "Home",          "PageUp",     "Delete",   "End",       "PageDown",    "ArrowUp",      "ArrowLeft",
    "ArrowDown",     "ArrowRight",
};

constexpr std::array<std::string_view, 9> modifiers{"ShiftLeft",   "ShiftRight",   "CapsLock", "AltLeft",  "AltRight",
                                                    "ControlLeft", "ControlRight", "MetaLeft", "MetaRight"};

} // namespace

std::span<const std::string_view> known_codes() {
    return codes;
}

bool is_modifier(std::string_view code) {
    return std::ranges::find(modifiers, code) != modifiers.end();
}

bool is_enter(std::string_view code) {
    return code == "Enter" || code == "NumpadEnter";
}

bool writes_text(const Layout& layout, std::string_view code) {
    const LayoutKey* key = find_key(layout, code);
    return key != nullptr && (key->label.empty() || code == "Space");
}

bool is_same_key(const Layout& layout, std::string_view code, std::string_view other) {
    if (code == other || (is_enter(code) && is_enter(other))) {
        return true;
    }
    const LayoutKey* key = find_key(layout, code);
    const LayoutKey* other_key = find_key(layout, other);
    return key != nullptr && other_key != nullptr && !key->label.empty() && key->label == other_key->label;
}

bool shift_is_held(const KeyboardPractice& practice) {
    return is_held(practice, "ShiftLeft") || is_held(practice, "ShiftRight");
}

} // namespace world
