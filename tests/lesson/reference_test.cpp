// The authors' reference: every key and every fact is in it, and this layer's have their help texts.
#include "lesson/plan.h"
#include "lesson/reference.h"
#include "lesson/site.h"
#include "own_messages.h"
#include "practice.h"

#include <sstream>

#include <doctest/doctest.h>

namespace {

std::string written() {
    std::ostringstream out;
    lesson::reference(practice::vocabulary, lesson_messages(), out);
    return out.str();
}

void check_keys(const std::string& text, const lesson::Schema& schema) {
    for (const lesson::Key& key : schema.keys) {
        CHECK_MESSAGE(text.find("| `" + std::string(key.name) + "` | ") != std::string::npos, key.name);
        if (key.inside != nullptr) {
            check_keys(text, *key.inside);
        }
    }
}

} // namespace

TEST_CASE("every key of every table is in the reference") {
    const std::string text = written();
    check_keys(text, lesson::lesson_schema());
    check_keys(text, lesson::module_schema());
    check_keys(text, lesson::site_schema());
    check_keys(text, lesson::variety_schema());
    check_keys(text, lesson::plan_schema());
    check_keys(text, practice::lamp_schema);
}

TEST_CASE("every fact is in the reference with its fields") {
    const std::string text = written();
    CHECK(text.find("| `lamp.state` | ") != std::string::npos);
    CHECK(text.find("`lit` (nombre), `label` (texte), `on` (oui ou non)") != std::string::npos);
    CHECK(text.find("| `bell.rung` | ") != std::string::npos);
}

TEST_CASE("the keys of lessons and modules, and all headings, have their texts; what has none is printed as its id") {
    const std::string text = written();
    const std::string own = text.substr(0, text.find("lamp-start"));
    CHECK(own.find("reference.") == std::string::npos);
    CHECK(text.find("| reference.lamp-thing.menu |") != std::string::npos);
    CHECK(text.find("| reference.lamp.missed |") != std::string::npos);
    CHECK(text.find("reference.kind") == std::string::npos);
    CHECK(text.find("reference.origin") == std::string::npos);
}

TEST_CASE("limits and choices are in the reference") {
    const std::string text = written();
    CHECK(text.find("(de 1 à 5)") != std::string::npos);
    CHECK(text.find("`\"yellow\"`, `\"white\"`") != std::string::npos);
}

TEST_CASE("every row of a table has as many cells as its head") {
    std::istringstream lines(written());
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("|")) {
            CHECK_MESSAGE(std::count(line.begin(), line.end(), '|') == 5, line);
        }
    }
}
