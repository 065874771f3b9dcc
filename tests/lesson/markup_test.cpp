// The marks in texts for learners.
#include "lesson/markup.h"

#include <string>

#include <doctest/doctest.h>

using lesson::unmatched_mark;

TEST_CASE("marks that match are fine, one in the other too") {
    for (const char* text : {"", "Cliquez.", "*Oui* et *non*", "[Entrée]", "*[Entrée]*", "{mouse-left} puis [Maj]"}) {
        CAPTURE(std::string(text));
        CHECK(!unmatched_mark(text).has_value());
    }
}

TEST_CASE("inside a key cap every character stands for itself") {
    for (const char* text : {"[*]", "[[]", "[]]", "[{] et [}]", "*[*]*"}) {
        CAPTURE(std::string(text));
        CHECK(!unmatched_mark(text).has_value());
    }
}

TEST_CASE("a mark behind a backslash is no mark") {
    for (const char* text : {"\\*", "2 \\* 3", "\\[\\]\\{\\}", "*a\\**", "\\\\"}) {
        CAPTURE(std::string(text));
        CHECK(!unmatched_mark(text).has_value());
    }
    CHECK(unmatched_mark("\\\\*") == '*');
}

TEST_CASE("a mark that is alone is told") {
    CHECK(unmatched_mark("*oui") == '*');
    CHECK(unmatched_mark("*a* b*") == '*');
    CHECK(unmatched_mark("[Entrée") == '[');
    CHECK(unmatched_mark("Entrée]") == ']');
    CHECK(unmatched_mark("[]") == '[');
    CHECK(unmatched_mark("[") == '[');
    CHECK(unmatched_mark("{mouse") == '{');
    CHECK(unmatched_mark("mouse}") == '}');
}
