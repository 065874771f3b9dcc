// Lessons for tests, from their text.
#pragma once

#include "lesson/lesson.h"
#include "world/apps.h"

#include <memory>
#include <string>

#include <doctest/doctest.h>

/// The lesson of a TOML text; the test fails where the text has a fault.
inline std::shared_ptr<const lesson::Lesson> lesson_of(const std::string& text) {
    const auto value = lesson::read_toml(text, "test/lesson.toml");
    REQUIRE(value.ok());
    base::Faults faults;
    lesson::Lesson read = lesson::read_lesson(value.value(), world::vocabulary(), faults);
    for (const base::Error& fault : faults) {
        MESSAGE(fault.id << " at " << fault.place.line << ":" << fault.place.column);
    }
    REQUIRE(faults.empty());
    return std::make_shared<const lesson::Lesson>(std::move(read));
}

/// Two steps: one lamp to click, then two things to click in any order.
inline std::shared_ptr<const lesson::Lesson> lamps() {
    return lesson_of(R"(
id = "test.lesson"
title = "Lampes"
can_do = "Je sais allumer."
level = 1

[[step]]
name = "one"
say = "Cliquez sur la lampe."
hint = "Elle est au milieu."
praise = "Elle est allumée."
goal = { pointer.things = { left = 0 } }
[[step.start.pointer.thing]]
name = "lamp"
picture = "lamp"
place = "centre"

[[step]]
name = "two"
say = "Cliquez sur les deux."
goal = { pointer.things = { left = 0 } }
[[step.start.pointer.thing]]
name = "lamp"
picture = "lamp"
place = "left"
[[step.start.pointer.thing]]
name = "bell"
picture = "bell"
place = "right"

[[mistake]]
when = { pointer.wrong_button = { button = "right" } }
say = "Celui de gauche."
)");
}
