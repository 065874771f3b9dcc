// A small practice computer for tests of lessons: a lamp and a bell.
#pragma once

#include "lesson/lesson.h"

#include <array>
#include <string>

namespace practice {

inline constexpr std::array<std::string_view, 2> colours{"yellow", "white"};
inline constexpr std::array<lesson::Key, 1> shade_keys{{{.name = "label", .kind = lesson::Kind::text}}};
inline constexpr lesson::Schema shade_schema{"lamp-shade", shade_keys};
inline constexpr std::array<lesson::Key, 4> thing_keys{{
    {.name = "name", .kind = lesson::Kind::code, .required = true},
    {.name = "label", .kind = lesson::Kind::text},
    {.name = "to", .kind = lesson::Kind::code},
    {.name = "menu", .kind = lesson::Kind::texts},
}};
inline constexpr lesson::Schema thing_schema{"lamp-thing", thing_keys};
inline constexpr std::array<lesson::Key, 9> lamp_keys{{
    {.name = "count", .kind = lesson::Kind::whole, .least = 1, .most = 5},
    {.name = "brightness", .kind = lesson::Kind::number, .least = 0, .most = 100},
    {.name = "colour", .kind = lesson::Kind::choice, .choices = colours},
    {.name = "label", .kind = lesson::Kind::text},
    {.name = "words", .kind = lesson::Kind::texts},
    {.name = "names", .kind = lesson::Kind::codes},
    {.name = "on", .kind = lesson::Kind::yes_no},
    {.name = "shade", .kind = lesson::Kind::table, .inside = &shade_schema},
    {.name = "thing", .kind = lesson::Kind::tables, .inside = &thing_schema, .most = 3},
}};
inline constexpr lesson::Schema lamp_schema{"lamp-start", lamp_keys};

inline constexpr std::array<lesson::FactField, 3> state_fields{{
    {"lit", lesson::FieldKind::number},
    {"label", lesson::FieldKind::text},
    {"on", lesson::FieldKind::yes_no},
}};
inline constexpr std::array<lesson::FactField, 1> switched_fields{{{"name", lesson::FieldKind::text}}};
inline constexpr std::array<lesson::FactKind, 3> lamp_facts{{
    {"lamp.state", lesson::FactOrigin::state, state_fields},
    {"lamp.switched", lesson::FactOrigin::event, switched_fields},
    {"lamp.missed", lesson::FactOrigin::slip, {}},
}};
inline constexpr std::array<lesson::FactKind, 1> bell_facts{{{"bell.rung", lesson::FactOrigin::event, {}}}};

/// A thing can only be put where there is a thing.
inline void check_lamp(const lesson::Table& start, base::Faults& faults) {
    for (const lesson::Value& thing : lesson::items_of(start, "thing")) {
        const lesson::Value* home = lesson::find(lesson::table_of(thing), "to");
        bool known = home == nullptr;
        for (const lesson::Value& other : lesson::items_of(start, "thing")) {
            known = known || lesson::text_or(lesson::table_of(other), "name", "") == std::get<std::string>(home->data);
        }
        if (!known) {
            faults.push_back({"lamp.unknown-home", {}, home->place});
        }
    }
}

inline constexpr std::array<lesson::AppKind, 2> apps{{
    {"lamp", &lamp_schema, lamp_facts, check_lamp},
    {"bell", nullptr, bell_facts, nullptr},
}};
inline constexpr lesson::Vocabulary vocabulary = apps;

} // namespace practice
