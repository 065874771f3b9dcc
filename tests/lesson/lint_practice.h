// What the lessons of the rules' examples may use: a keyboard to type on and a browser that opens addresses.
#pragma once

#include "lesson/vocabulary.h"

#include <array>

namespace lint_practice {

inline constexpr std::array<std::string_view, 3> guides{"hands", "keys", "none"};
inline constexpr std::array<lesson::Key, 4> keyboard_keys{{
    {.name = "text", .kind = lesson::Kind::text},
    {.name = "texts", .kind = lesson::Kind::texts},
    {.name = "words", .kind = lesson::Kind::texts},
    {.name = "guide", .kind = lesson::Kind::choice, .choices = guides},
}};
inline constexpr lesson::Schema keyboard_schema{"keyboard-start", keyboard_keys};
inline constexpr std::array<lesson::Key, 1> browser_keys{{{.name = "open", .kind = lesson::Kind::codes}}};
inline constexpr lesson::Schema browser_schema{"browser-start", browser_keys};

inline constexpr std::array<lesson::FactField, 1> text_fields{{{"left", lesson::FieldKind::number}}};
inline constexpr std::array<lesson::FactKind, 1> facts{{{"keyboard.text", lesson::FactOrigin::state, text_fields}}};

inline constexpr std::array<lesson::AppKind, 2> apps{{
    {"keyboard", &keyboard_schema, facts, nullptr},
    {"browser", &browser_schema, {}, nullptr},
}};
inline constexpr lesson::Vocabulary vocabulary = apps;

} // namespace lint_practice
