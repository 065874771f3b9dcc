// Lessons and modules made of files. What is wrong in them is in broken_test.cpp.
#include "lesson/lesson.h"
#include "practice.h"

#include <algorithm>

#include <doctest/doctest.h>

namespace {

constexpr std::string_view whole_lesson = R"(
id = "practice.lamp"
title = "Allumer"
can_do = "Je sais allumer."
about = "On y voit mieux."
picture = "lamp"
level = 3
minutes = 7
wordless = true
needs = ["practice.door"]
skills = ["DigComp 5.2", "Pix 5.2"]

[start.lamp]
count = 2

[[step]]
name = "on"
say = "Allumez."
hint = "Cherchez."
praise = "Bien vu."
goal = { lamp.state = { lit = 1 } }

[[step]]
name = "off-2"
say = "Éteignez."
goal = { lamp.state = { lit = 0 } }
[step.start.lamp]
count = 1

[[mistake]]
when = { lamp.missed = {} }
say = "À côté."
)";

lesson::Lesson read(std::string_view text, base::Faults& faults, const std::string& file = "practice/lamp.toml") {
    const auto value = lesson::read_toml(text, file);
    REQUIRE(value.ok());
    return lesson::read_lesson(value.value(), practice::vocabulary, faults);
}

} // namespace

TEST_CASE("a lesson is read with everything it says") {
    base::Faults faults;
    const lesson::Lesson lesson = read(whole_lesson, faults);
    CHECK(faults.empty());
    CHECK(lesson.id == "practice.lamp");
    CHECK(lesson.module() == "practice");
    CHECK(lesson.title == "Allumer");
    CHECK(lesson.can_do == "Je sais allumer.");
    CHECK(lesson.about == "On y voit mieux.");
    CHECK(lesson.picture == "lamp");
    CHECK(lesson.level == 3);
    CHECK(lesson.minutes == 7);
    CHECK(lesson.wordless);
    CHECK(lesson.needs == std::vector<std::string>{"practice.door"});
    CHECK(lesson.skills.size() == 2);
    CHECK(lesson::whole_or(lesson::table_of(*lesson::find(lesson.start, "lamp")), "count", 0) == 2);
    CHECK(lesson.place.file == "practice/lamp.toml");
    REQUIRE(lesson.steps.size() == 2);
    CHECK(lesson.steps[0].name == "on");
    CHECK(lesson.steps[0].hint == "Cherchez.");
    CHECK(lesson.steps[0].praise == "Bien vu.");
    CHECK(lesson.steps[0].start.empty());
    CHECK(lesson.steps[0].place.line == 16);
    CHECK(lesson.steps[1].say == "Éteignez.");
    CHECK(lesson.steps[1].start.size() == 1);
    REQUIRE(lesson.mistakes.size() == 1);
    CHECK(lesson.mistakes[0].say == "À côté.");
    CHECK(std::get<lesson::FactPattern>(lesson.mistakes[0].when.rule).fact == "lamp.missed");
}

TEST_CASE("what a lesson does not say has its documented value") {
    base::Faults faults;
    const lesson::Lesson lesson =
        read("id = \"practice.lamp\"\ntitle = \"A\"\ncan_do = \"B\"\nstart.lamp = {}\n[[step]]\n"
             "name = \"a\"\nsay = \"b\"\ngoal = { bell.rung = {} }\n",
             faults);
    CHECK(faults.empty());
    CHECK(lesson.level == 1);
    CHECK(lesson.minutes == 5);
    CHECK(!lesson.wordless);
    CHECK(lesson.needs.empty());
    CHECK(lesson.about.empty());
}

TEST_CASE("a lesson that lies in no folder may have any well-formed id") {
    base::Faults faults;
    read(whole_lesson, faults, "lamp.toml");
    CHECK(faults.empty());
}

TEST_CASE("an app's own check is only asked once the form of its start state is right") {
    base::Faults faults;
    std::string text(whole_lesson);
    text.replace(text.find("count = 2"), 9, "thing = [{ name = \"a\", to = 3 }]");
    read(text, faults);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].id == "schema.wanted-code");
}

TEST_CASE("a lesson whose keys all hold nonsense gives faults, not a crash") {
    for (const char* nonsense :
         {"1", "-1.5", "true", "\"x\"", "[]", "{}", "[[]]", "[{}]", "[1, \"a\", {}]", "{ a = {} }"}) {
        for (const lesson::Key& key : lesson::lesson_schema().keys) {
            base::Faults faults;
            CAPTURE(std::string(nonsense));
            read(std::string(key.name) + " = " + nonsense + "\n", faults);
            CHECK(!faults.empty());
        }
        for (const char* key : {"name", "say", "hint", "praise", "goal", "start"}) {
            base::Faults faults;
            read(std::string("[[step]]\n") + key + " = " + nonsense + "\n[[mistake]]\nwhen = " + nonsense + "\n",
                 faults);
            CHECK(!faults.empty());
        }
    }
}

TEST_CASE("a module is read with everything it says") {
    const auto value = lesson::read_toml("id = \"practice\"\ntitle = \"Exercices\"\nabout = \"Pour voir.\"\n"
                                         "picture = \"lamp\"\norder = 20\nlessons = [\"practice.lamp\"]\n",
                                         "practice/module.toml");
    base::Faults faults;
    const lesson::Module module = lesson::read_module(value.value(), faults);
    CHECK(faults.empty());
    CHECK(module.id == "practice");
    CHECK(module.title == "Exercices");
    CHECK(module.about == "Pour voir.");
    CHECK(module.picture == "lamp");
    CHECK(module.order == 20);
    CHECK(module.lessons == std::vector<std::string>{"practice.lamp"});
}

TEST_CASE("facts and apps are found by name") {
    CHECK(lesson::find_app(practice::vocabulary, "bell") == &practice::apps[1]);
    CHECK(lesson::find_app(practice::vocabulary, "gong") == nullptr);
    CHECK(lesson::find_fact(practice::vocabulary, "bell.rung") == practice::bell_facts.data());
    CHECK(lesson::find_fact(practice::vocabulary, "bell") == nullptr);
}
