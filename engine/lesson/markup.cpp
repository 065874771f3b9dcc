// The marks in texts for learners.
#include "lesson/markup.h"

namespace lesson {

std::optional<char> unmatched_mark(std::string_view text) {
    bool bold = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' && i + 1 < text.size() && std::string_view("*[]{}\\").find(text[i + 1]) < 6) {
            ++i; // shown as it is
        } else if (c == '*') {
            bold = !bold;
        } else if (c == ']' || c == '}') {
            return c;
        } else if (c == '[') {
            // A key cap holds at least one character, which may itself be a bracket.
            i = text.find(']', i + 2);
        } else if (c == '{') {
            i = text.find('}', i + 2);
        }
        if (i == std::string_view::npos) {
            return c;
        }
    }
    return bold ? std::optional('*') : std::nullopt;
}

} // namespace lesson
