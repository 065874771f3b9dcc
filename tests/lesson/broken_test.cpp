// The catalogue of broken lessons: every fault at its exact place, and the good lessons still there.
#include "lesson/catalogue.h"
#include "lesson/fault.h"
#include "lesson/messages.h"
#include "own_messages.h"
#include "practice.h"

#include <algorithm>
#include <fstream>
#include <set>

#include <doctest/doctest.h>

namespace {

const std::string root = COUCOU_SOURCE_DIR "/tests/lesson/broken/";

/// The lines of the table of what must be reported.
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

std::vector<std::string> found_faults(const lesson::Catalogue& catalogue) {
    std::vector<std::string> lines;
    for (const base::Error& fault : catalogue.faults) {
        lines.push_back(lesson::written(fault.place).substr(root.size()) + " " + fault.id);
    }
    std::ranges::sort(lines);
    return lines;
}

const base::Error* find_fault(const lesson::Catalogue& catalogue, std::string_view id) {
    const auto fault = std::ranges::find(catalogue.faults, id, &base::Error::id);
    return fault == catalogue.faults.end() ? nullptr : &*fault;
}

std::string argument(const base::Error* fault, std::string_view name) {
    REQUIRE(fault != nullptr);
    const auto found = std::ranges::find(fault->arguments, name, &base::Argument::name);
    return found == fault->arguments.end() ? "(none)" : found->value;
}

lesson::Catalogue read_broken() {
    return lesson::read_catalogue(root, practice::vocabulary);
}

} // namespace

TEST_CASE("every broken lesson gives exactly its faults, each at its line and column") {
    const std::vector<std::string> expected = expected_faults();
    const std::vector<std::string> found = found_faults(read_broken());
    REQUIRE(expected.size() > 45);
    for (const std::string& line : expected) {
        CHECK_MESSAGE(std::ranges::binary_search(found, line), "not reported: ", line);
    }
    for (const std::string& line : found) {
        CHECK_MESSAGE(std::ranges::binary_search(expected, line), "not expected: ", line);
    }
    CHECK(found.size() == expected.size());
}

TEST_CASE("the faults come in the order of files, lines and columns") {
    const lesson::Catalogue catalogue = read_broken();
    base::Faults sorted = catalogue.faults;
    lesson::sort(sorted);
    CHECK(sorted == catalogue.faults);
}

TEST_CASE("the good lessons beside the broken ones stay playable, in the order of their module") {
    const lesson::Catalogue catalogue = read_broken();
    std::vector<std::string> modules;
    for (const lesson::Module& module : catalogue.modules) {
        modules.push_back(module.id);
    }
    CHECK(modules == std::vector<std::string>{"unreadable", "without", "wrong", "practice"});
    const std::vector<std::string> playable{"practice.good-two",     "practice.good-one", "practice.circle-a",
                                            "practice.circle-b",     "practice.circle-c", "practice.needs-misspelt",
                                            "practice.needs-unknown"};
    CHECK(catalogue.modules.back().lessons == playable);
    CHECK(catalogue.modules.front().title == "unreadable");
    REQUIRE(catalogue.find("practice.good-two") != nullptr);
    CHECK(catalogue.find("practice.good-two")->level == 2);
    CHECK(catalogue.find("wrong.lamp") != nullptr);
    CHECK(catalogue.find("unreadable.lamp") != nullptr);
    CHECK(catalogue.find("without.lamp") != nullptr);
    CHECK(catalogue.find("practice.wrong-level") == nullptr);
}

TEST_CASE("the lessons left out are those with a fault of their own") {
    const lesson::Catalogue catalogue = read_broken();
    const std::set<std::string> left_out(catalogue.left_out.begin(), catalogue.left_out.end());
    CHECK(left_out.contains(root + "practice/wrong-level.toml"));
    CHECK(left_out.contains(root + "practice/syntax-header.toml"));
    CHECK(left_out.contains(root + "stray.toml"));
    CHECK(!left_out.contains(root + "practice/good-one.toml"));
    CHECK(!left_out.contains(root + "practice/circle-a.toml"));
    CHECK(std::ranges::is_sorted(catalogue.left_out));
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        files += entry.path().extension() == ".toml" && entry.path().filename() != "module.toml" ? 1 : 0;
    }
    CHECK(left_out.size() + catalogue.lessons.size() == files);
}

TEST_CASE("faults between files name both sides") {
    const lesson::Catalogue catalogue = read_broken();
    CHECK(argument(find_fault(catalogue, "lesson.circle"), "circle") ==
          "practice.circle-a → practice.circle-b → practice.circle-c → practice.circle-a");
    CHECK(argument(find_fault(catalogue, "lesson.id-twice"), "first") == root + "practice/good-one.toml:1:6");
    CHECK(argument(find_fault(catalogue, "lesson.misspelt-need"), "near") == "practice.good-one");
}

TEST_CASE("every fault of the broken lessons is told in words, on one line, with nothing left to fill in") {
    const lesson::Messages messages = lesson_messages();
    for (const base::Error& fault : read_broken().faults) {
        if (fault.id.starts_with("lamp.")) {
            continue;
        }
        const std::string line = messages.line(fault);
        CAPTURE(line);
        CHECK(line.starts_with(lesson::written(fault.place) + ": "));
        CHECK(line.find('\n') == std::string::npos);
        CHECK(line.find(".what") == std::string::npos);
        for (const std::string_view open :
             {"{word}", "{near}", "{known}", "{key}", "{id}", "{wanted}", "{first}", "{field}", "{fact}", "{name}",
              "{line}", "{least}", "{most}", "{file}", "{folder}", "{circle}", "{detail}", "{reason}", "{size}"}) {
            CHECK(line.find(open) == std::string::npos);
        }
    }
}
