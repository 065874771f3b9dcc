// The computer's own keyboard layout, by asking for each letter key.
#include "app/system_layout.h"

#include "base/text.h"

#include <array>
#include <utility>
#include <vector>

#include <SDL.h>

namespace app {

namespace {

constexpr std::array<std::pair<SDL_Scancode, const char*>, 11> other_keys{{
    {SDL_SCANCODE_MINUS, "Minus"},
    {SDL_SCANCODE_EQUALS, "Equal"},
    {SDL_SCANCODE_LEFTBRACKET, "BracketLeft"},
    {SDL_SCANCODE_RIGHTBRACKET, "BracketRight"},
    {SDL_SCANCODE_SEMICOLON, "Semicolon"},
    {SDL_SCANCODE_APOSTROPHE, "Quote"},
    {SDL_SCANCODE_GRAVE, "Backquote"},
    {SDL_SCANCODE_COMMA, "Comma"},
    {SDL_SCANCODE_PERIOD, "Period"},
    {SDL_SCANCODE_SLASH, "Slash"},
    {SDL_SCANCODE_NONUSBACKSLASH, "IntlBackslash"},
}};

/// The text of a key that writes; SDL's key codes below this bit are Unicode.
std::string text_of(SDL_Scancode scancode) {
    const SDL_Keycode key = SDL_GetKeyFromScancode(scancode);
    const bool writes = key > ' ' && (key & SDLK_SCANCODE_MASK) == 0;
    return writes ? base::encode(static_cast<char32_t>(key)) : std::string();
}

} // namespace

std::string system_layout(std::span<const world::Layout> layouts) {
    std::vector<std::pair<std::string, std::string>> observed;
    const auto observe = [&](SDL_Scancode scancode, const std::string& code) {
        const std::string text = text_of(scancode);
        if (!text.empty()) {
            observed.emplace_back(code, text);
        }
    };
    for (int letter = 0; letter < 26; ++letter) {
        observe(static_cast<SDL_Scancode>(SDL_SCANCODE_A + letter),
                std::string("Key") + static_cast<char>('A' + letter));
    }
    for (int digit = 1; digit <= 10; ++digit) {
        observe(static_cast<SDL_Scancode>(SDL_SCANCODE_1 + digit - 1), "Digit" + std::to_string(digit % 10));
    }
    for (const auto& [scancode, code] : other_keys) {
        observe(scancode, code);
    }
    const world::Layout* nearest = world::nearest_layout(layouts, observed);
    return nearest == nullptr ? std::string() : nearest->id;
}

} // namespace app
