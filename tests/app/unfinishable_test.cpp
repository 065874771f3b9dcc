// Lessons that are broken on purpose: each is told with the right place and reason, the sound one beside them is not.
// They are searched to the end, which takes minutes where nothing is optimised.
#ifdef NDEBUG
#include "app/resources.h"
#include "app/trials.h"
#include "lesson/fault.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace {

const std::string root = COUCOU_SOURCE_DIR "/tests/app/unfinishable/";

/// The lines of the table of what must be told.
std::vector<std::string> expected_faults() {
    std::ifstream table(root + "expected.txt");
    std::vector<std::string> lines;
    for (std::string line; std::getline(table, line);) {
        if (!line.starts_with('#')) {
            lines.push_back(line);
        }
    }
    std::ranges::sort(lines);
    return lines;
}

struct Tried {
    app::Resources resources;
    std::vector<app::Findings> findings;
    base::Faults faults;
};

/// All lessons of the folder, tried under all conditions, but dead ends.
const Tried& tried() {
    static const Tried all = [] {
        auto read = app::read_messages();
        REQUIRE(read.ok());
        Tried made{std::move(read).value(), {}, {}};
        REQUIRE(app::read_lessons_and_layouts(made.resources, root).ok());
        REQUIRE(made.resources.catalogue.faults.empty());
        auto words = app::in_language(made.resources, "fr");
        REQUIRE(words.ok());
        for (const lesson::Lesson& lesson : words.value().catalogue.lessons) {
            app::Candidate candidate{std::make_shared<const lesson::Lesson>(lesson), "fr", {}};
            REQUIRE(app::add_sites(candidate.setup, lesson, made.resources, words.value()).ok());
            made.findings.push_back(app::run_trials(candidate, made.resources.layouts, {true, 1, 0, 0}));
            const base::Faults& faults = made.findings.back().faults;
            made.faults.insert(made.faults.end(), faults.begin(), faults.end());
        }
        return made;
    }();
    return all;
}

std::string argument(const base::Error& fault, std::string_view name) {
    const auto found = std::ranges::find(fault.arguments, name, &base::Argument::name);
    return found == fault.arguments.end() ? "(none)" : found->value;
}

const base::Error& fault_of(const std::string& lesson) {
    const auto found = std::ranges::find_if(
        tried().faults, [&](const base::Error& fault) { return argument(fault, "lesson") == "broken." + lesson; });
    REQUIRE(found != tried().faults.end());
    return *found;
}

} // namespace

TEST_CASE("each lesson that cannot be finished is told, with the part of its goal that fails and why") {
    std::vector<std::string> found;
    for (const base::Error& fault : tried().faults) {
        found.push_back(lesson::written(fault.place).substr(root.size()) + " " + fault.id);
    }
    std::ranges::sort(found);
    const std::vector<std::string> expected = expected_faults();
    REQUIRE(expected.size() >= 12);
    for (const std::string& line : expected) {
        CHECK_MESSAGE(std::ranges::binary_search(found, line), "not told: ", line);
    }
    for (const std::string& line : found) {
        CHECK_MESSAGE(std::ranges::binary_search(expected, line), "not expected: ", line);
    }
    CHECK(found.size() == expected.size());
}

TEST_CASE("a sound lesson beside them is proven, on each layout, in both looks, with each access") {
    const auto sound = std::ranges::find(tried().findings, "broken.sound", &app::Findings::lesson);
    REQUIRE(sound != tried().findings.end());
    CHECK(sound->faults.empty());
    CHECK(sound->layouts.size() == tried().resources.layouts.size());
    CHECK(sound->looks == 2);
    CHECK(sound->accesses.size() == 4);
}

TEST_CASE("what fails is quoted as the lesson has it, with the step and the conditions") {
    const base::Error& fault = fault_of("choice-without-value");
    CHECK(argument(fault, "fact") == "form.field = { name = \"motif\", value = \"permis-de-chasse\" }");
    CHECK(argument(fault, "step") == "one");
    CHECK(argument(fault, "conditions") == "fr, azerty-fr, seed 1, safety 2");
    CHECK(argument(fault_of("second-step"), "step") == "open");
    CHECK(argument(fault_of("unwritable-text"), "text") == "你好");
    CHECK(argument(fault_of("never-of-the-only-way"), "fact") == "file.deleted = { name = \"Lettre.txt\" }");
}

TEST_CASE("each reason is told in words, on one line, with nothing left to fill in") {
    for (const base::Error& fault : tried().faults) {
        const std::string line = tried().resources.messages.line(fault);
        CAPTURE(line);
        CHECK(line.starts_with(lesson::written(fault.place) + ": "));
        CHECK(line.find('\n') == std::string::npos);
        CHECK(line.find("prove.") == std::string::npos);
        for (const std::string_view open : {"{lesson}", "{step}", "{fact}", "{text}", "{layout}", "{conditions}"}) {
            CHECK(line.find(open) == std::string::npos);
        }
    }
}

#endif
