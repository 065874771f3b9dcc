// Session plans: read, every fault of a broken one at its place, and written.
#include "lesson/fault.h"
#include "lesson/plan.h"
#include "own_messages.h"

#include <algorithm>

#include <doctest/doctest.h>

namespace {

const lesson::PlanNames names{
    {"mail.read", "mail.reply", "pointer.click", "pointer.double"}, {"fr", "en"}, {"azerty-fr", "bepo", "qwerty-us"}};

struct Read {
    lesson::Plan plan;
    std::vector<std::string> faults; ///< `line:column id`
};

Read read(std::string_view text) {
    const auto value = lesson::read_toml(text, "plan.toml");
    REQUIRE(value.ok());
    base::Faults faults;
    Read read{lesson::read_plan(value.value(), names, faults), {}};
    lesson::sort(faults);
    for (const base::Error& fault : faults) {
        read.faults.push_back(std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " " +
                              fault.id);
    }
    return read;
}

constexpr std::string_view broken = R"(titel    = "Le courrier"
lessons  = ["mail.raed", "mail.read", "mail.read", "nothing.like-it"]
language = "de"
layout   = "azerty-rf"
safety   = 4
look     = "windows"
seed     = 0
)";

} // namespace

TEST_CASE("a plan is read with all that it says") {
    const Read full = read(R"(title = "Le courrier"
lessons = ["mail.read", "pointer.click"]
language = "en"
layout = "bepo"
safety = 1
look = "overview"
seed = 100
)");
    CHECK(full.faults.empty());
    CHECK(full.plan == lesson::Plan{"Le courrier", {"mail.read", "pointer.click"}, "en", "bepo", 1, "overview", 100});
}

TEST_CASE("all but the lessons may be left out of a plan") {
    const Read least = read("lessons = [\"mail.read\"]\n");
    CHECK(least.faults.empty());
    CHECK(least.plan == lesson::Plan{"", {"mail.read"}, "", "", std::nullopt, "", 1});
    CHECK(read("title = \"Sans leçon\"\n").faults == std::vector<std::string>{"1:1 schema.missing-key"});
    CHECK(read("lessons = []\n").faults == std::vector<std::string>{"1:11 schema.too-few"});
}

TEST_CASE("all faults of a plan are told at once, each at its place") {
    CHECK(read(broken).faults == std::vector<std::string>{"1:1 schema.misspelt-key", "2:13 plan.misspelt-lesson",
                                                          "2:39 plan.lesson-twice", "2:52 plan.unknown-lesson",
                                                          "3:12 plan.unknown-language", "4:12 plan.misspelt-layout",
                                                          "5:12 schema.too-great", "6:12 schema.unknown-choice",
                                                          "7:12 schema.too-small"});
}

TEST_CASE("an unknown lesson is told with the nearest known one, in words with nothing left to fill in") {
    const TemporaryFolder folder;
    base::Faults faults;
    CHECK_FALSE(lesson::read_plan_file(folder.write("p.toml", broken), names, faults).has_value());
    REQUIRE(faults.size() == 9);
    const auto fault = std::ranges::find(faults, "plan.misspelt-lesson", &base::Error::id);
    REQUIRE(fault != faults.end());
    const auto near = std::ranges::find(fault->arguments, "near", &base::Argument::name);
    REQUIRE(near != fault->arguments.end());
    CHECK(near->value == "mail.read");
    const lesson::Messages messages = lesson_messages();
    for (const base::Error& one : faults) {
        const std::string line = messages.line(one);
        CAPTURE(line);
        CHECK(line.starts_with(lesson::written(one.place) + ": "));
        CHECK(line.find(".what") == std::string::npos);
        CHECK(line.find('{') == std::string::npos);
    }
}

TEST_CASE("a plan that is written reads as the same plan") {
    const TemporaryFolder folder;
    const std::vector<lesson::Plan> plans{
        {"", {"mail.read"}, "", "", std::nullopt, "", 1},
        {"L’heure « du » \"courrier\" \\ et\nplus", {"mail.reply", "mail.read"}, "fr", "qwerty-us", 3, "bar", 37}};
    for (const lesson::Plan& plan : plans) {
        const std::filesystem::path file = folder.path / "new" / "folder" / "plan.toml";
        REQUIRE(lesson::write_plan(file, plan).ok());
        base::Faults faults;
        const auto again = lesson::read_plan_file(file, names, faults);
        CHECK(faults.empty());
        REQUIRE(again.has_value());
        CHECK(*again == plan);
        std::size_t files = 0;
        for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(file.parent_path())) {
            ++files;
        }
        CHECK(files == 1); // nothing temporary is left
    }
}

TEST_CASE("a plan that cannot be written leaves the one before") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path / "plan.toml";
    REQUIRE(lesson::write_plan(file, {"Avant", {"mail.read"}, "", "", {}, "", 1}).ok());
    constexpr auto only_reading = static_cast<std::filesystem::perms>(0555);
    std::filesystem::permissions(folder.path, only_reading);
    CHECK(holds_without_rights([&] {
        return !lesson::write_plan(file, {"Après", {"mail.read"}, "", "", {}, "", 1}).ok();
    }));
    std::filesystem::permissions(folder.path, std::filesystem::perms::all);
    base::Faults faults;
    const auto kept = lesson::read_plan_file(file, names, faults);
    REQUIRE(kept.has_value());
    CHECK(kept->title == "Avant");
}

TEST_CASE("a folder of plans gives the good ones, and the faults of the others; no folder gives none") {
    const TemporaryFolder folder;
    folder.write("b.toml", "lessons = [\"mail.read\"]\n");
    folder.write("a.toml", "lessons = [\"mail.reply\"]\n");
    folder.write("c.toml", "lessons = [\"no.lesson\"]\n");
    folder.write("notes.txt", "rien");
    base::Faults faults;
    const auto plans = lesson::read_plans(folder.path, names, faults);
    REQUIRE(plans.size() == 2);
    CHECK(plans[0].file.filename() == "a.toml");
    CHECK(plans[1].plan.lessons == std::vector<std::string>{"mail.read"});
    CHECK(faults.size() == 1);
    CHECK(lesson::read_plans(folder.path / "none", names, faults).empty());
    CHECK(faults.size() == 1);
}

TEST_CASE("a plan's file is named after its title") {
    CHECK(lesson::file_name_of("Première heure : la souris !") == "premiere-heure-la-souris.toml");
    CHECK(lesson::file_name_of("") == "plan.toml");
    CHECK(lesson::file_name_of("../../etc") == "etc.toml");
    CHECK(lesson::file_name_of(std::string(500, 'a')).size() == 65);
}
