// A learner's record and data in a session without a window: read, printed, taken along, erased; a guest's nothing.
#include "app/booklet.h"
#include "app/forgetting.h"
#include "app/recordings.h"
#include "app/reports.h"
#include "app/takeaway.h"
#include "base/file.h"
#include "person.h"

#include <map>
#include <sstream>

#include <nlohmann/json.hpp>

namespace {

namespace fs = std::filesystem;

/// Every file of a folder, with what is in it.
std::map<std::string, std::string> files_of(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            const auto content = base::read_file(entry.path(), 64 * 1024 * 1024);
            REQUIRE(content.ok());
            files[entry.path().string()] = content.value();
        }
    }
    return files;
}

bool is_told_anywhere(const fs::path& folder, const std::string& word) {
    return std::ranges::any_of(files_of(folder), [&](const auto& file) {
        return file.first.find(word) != std::string::npos || file.second.find(word) != std::string::npos;
    });
}

void learn(Person& person) {
    person.click("lesson/pointer.which");
    play_to_the_end(person);
    person.click("path");
}

const app::RecordPlace& place(Person& person) {
    return std::get<app::RecordPlace>(person.session().page());
}

} // namespace

TEST_CASE("the record opens from the path, and leads back") {
    const TemporaryFolder folder;
    Person person(folder.path);
    join(person, "Awa");
    person.click("record");
    CHECK(person.session().page_name() == "record");
    CHECK_FALSE(person.sees("print"));
    person.click("back");
    learn(person);
    person.click("record");
    CHECK(person.sees("print"));
    person.click("your-data");
    CHECK(person.session().page_name() == "your-data");
    person.key("Escape");
    CHECK(person.session().page_name() == "record");
    person.key("Escape");
    CHECK(person.session().page_name() == "path");
}

TEST_CASE("the data page opens from the settings, with somebody here or nobody, and keeps the look") {
    const TemporaryFolder folder;
    Person person(folder.path);
    person.click("settings");
    person.click("settings.contrast");
    person.click("your-data");
    CHECK(person.session().page_name() == "your-data");
    CHECK_FALSE(person.sees("erase"));
    person.click("back");
    CHECK(person.session().page_name() == "welcome");
    CHECK(person.session().look().high_contrast);
    person.frame(); // the page has found its middle
    join(person, "Awa");
    person.click("settings");
    person.click("your-data");
    CHECK(person.sees("erase"));
    person.click("back");
    CHECK(person.session().page_name() == "path");
}

TEST_CASE("who erases everything is asked once, and then nothing of them is left on the computer") {
    const TemporaryFolder folder;
    {
        Person person(folder.path);
        join(person, "Zéphyrine");
        learn(person);
        person.click("record");
        person.click("your-data");
        person.click("take");
        CHECK(is_told_anywhere(folder.path / "Documents", "Zéphyrine"));
        CHECK(fs::exists(folder.path / "made.json"));
        person.click("erase");
        person.click("erase/keep");
        CHECK(person.session().page_name() == "your-data");
        person.click("erase");
        person.click("erase/yes");
        CHECK(person.session().page_name() == "welcome");
        CHECK_FALSE(std::get<screen::WelcomePage>(person.session().page()).said.empty());
    }
    CHECK_FALSE(is_told_anywhere(folder.path, "Zéphyrine"));
    CHECK_FALSE(is_told_anywhere(folder.path, "pointer.which"));
    CHECK_FALSE(fs::exists(folder.path / "made.json"));
    auto opening = progress::Store::open(folder.path);
    REQUIRE(opening.ok());
    const auto events = opening.value().store.all();
    REQUIRE(events.ok());
    REQUIRE(events.value().size() == 1);
    CHECK(events.value().front().kind == progress::kind::learner_erased);
}

TEST_CASE("files that cannot be deleted are told, and stay noted; the events are gone") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path / "stubborn" / "inside"); // a folder that is not empty
    const std::string id(32, 'c');
    REQUIRE(app::note_made_file(folder.path, id, folder.path / "stubborn").ok());
    auto store = progress::Store::in_memory();
    REQUIRE(store.ok());
    const std::string body = progress::body_of(progress::LearnerJoined{"Awa", "", "fr"});
    REQUIRE(store.value().append(id, progress::kind::learner_joined, body, 1).ok());
    const auto forgotten = app::forget(store.value(), folder.path, id, 2);
    REQUIRE_FALSE(forgotten.ok());
    CHECK(forgotten.error().id == "privacy.files-left");
    CHECK(app::made_files(folder.path, id).size() == 1);
    CHECK(app::reported_learners(store.value()).value().empty());
}

TEST_CASE("a guest's lesson, record and data page change no file") {
    const TemporaryFolder folder;
    { const Person nobody(folder.path); }
    const auto before = files_of(folder.path);
    {
        Person person(folder.path);
        person.click("guest");
        learn(person);
        person.click("record");
        person.click("print");
        CHECK(person.session().page_name() == "record");
        person.click("your-data");
        CHECK_FALSE(person.sees("erase"));
        CHECK_FALSE(person.sees("take"));
        CHECK(std::holds_alternative<screen::YourDataPage>(place(person).page));
    }
    CHECK(files_of(folder.path) == before);
}

TEST_CASE("files that were made for a learner are found again, and deleted with them alone") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path);
    const std::string one(32, 'a');
    const std::string other(32, 'b');
    for (const char* name : {"a.pdf", "b.pdf"}) {
        REQUIRE(base::write_file(folder.path / name, "x").ok());
    }
    REQUIRE(app::note_made_file(folder.path, one, folder.path / "a.pdf").ok());
    REQUIRE(app::note_made_file(folder.path, one, folder.path / "a.pdf").ok());
    REQUIRE(app::note_made_file(folder.path, other, folder.path / "b.pdf").ok());
    CHECK(app::made_files(folder.path, one).size() == 1);
    CHECK(app::remove_made_files(folder.path, one).empty());
    CHECK_FALSE(fs::exists(folder.path / "a.pdf"));
    CHECK(fs::exists(folder.path / "b.pdf"));
    CHECK(app::made_files(folder.path, other).size() == 1);
}

TEST_CASE("a file's name is one that every stick takes, and another's file is never overwritten") {
    CHECK(app::file_name_of("Carnet Coucou – Inès") == "Carnet Coucou – Inès");
    CHECK(app::file_name_of("../a/b:c*?\"<>|\n") == "abc");
    CHECK(app::file_name_of(" . ") == "Coucou");
    CHECK(app::file_name_of(std::string(79, 'x') + "éé").size() == 79);
    const TemporaryFolder folder;
    fs::create_directories(folder.path);
    REQUIRE(base::write_file(folder.path / "x.pdf", "").ok());
    CHECK(app::free_file(folder.path, "x", ".pdf", {}) == folder.path / "x 2.pdf");
    CHECK(app::free_file(folder.path, "x", ".pdf", {folder.path / "x.pdf"}) == folder.path / "x.pdf");
    CHECK(app::free_file(folder.path, "y", ".pdf", {}) == folder.path / "y.pdf");
}

TEST_CASE("files go to a stick that can be written, else to the documents of the chosen folder") {
    const TemporaryFolder folder;
    const fs::path stick = folder.path / "stick";
    CHECK(app::find_shelf({stick}, folder.path, true).folder == folder.path / "Documents");
    fs::create_directories(stick);
    CHECK(app::find_shelf({stick}, folder.path, true).folder == stick);
    CHECK(app::find_shelf({stick}, folder.path, true).is_stick);
}

TEST_CASE("a learner is found by a first name as people write it, or by an id") {
    const std::vector<progress::ReportedLearner> learners{
        {std::string(32, 'a'), "Inès", ""}, {std::string(32, 'b'), "Awa", ""}, {std::string(31, 'b') + "c", "awa", ""}};
    CHECK(app::find_learner(learners, "ines").value() == learners[0].id);
    CHECK(app::find_learner(learners, "aaaaaaaa").value() == learners[0].id);
    CHECK(app::find_learner(learners, "aaa").error().id == "report.no-learner");
    CHECK(app::find_learner(learners, "Awa").error().id == "report.many-learners");
    CHECK(app::find_learner(learners, learners[2].id).value() == learners[2].id);
}

TEST_CASE("reports are about one learner, a group or all") {
    auto opened = progress::Store::in_memory();
    REQUIRE(opened.ok());
    progress::Store& store = opened.value();
    const auto add = [&](char id, const std::string& name, const std::string& group) {
        const std::string learner(32, id);
        REQUIRE(store
                    .append(learner, progress::kind::learner_joined,
                            progress::body_of(progress::LearnerJoined{name, "", "fr"}), 1)
                    .ok());
        REQUIRE(
            store.append(learner, progress::kind::learner_group, progress::body_of(progress::LearnerGroup{group}), 2)
                .ok());
        REQUIRE(store
                    .append(learner, progress::kind::lesson_done,
                            progress::body_of(progress::LessonDone{"pointer.click", "alone"}), 3)
                    .ok());
    };
    add('a', "Inès", "Mardi");
    add('b', "Awa", "Mardi");
    add('c', "Lin", "");
    auto resources = app::read_messages();
    REQUIRE(resources.ok());
    REQUIRE(app::read_lessons_and_layouts(resources.value(), {}).ok());
    const auto words = app::in_language(resources.value(), "fr");
    REQUIRE(words.ok());
    const auto lines = [&](const app::ReportWish& wish) {
        std::ostringstream out;
        const auto written = app::write_report(store, words.value(), wish, out);
        REQUIRE(written.ok());
        const std::string text = out.str();
        return std::pair(written.value(), std::count(text.begin(), text.end(), '\n'));
    };
    CHECK(lines({app::ReportFormat::csv, "", "", false}) == std::pair<std::size_t, std::ptrdiff_t>(3, 4));
    CHECK(lines({app::ReportFormat::xapi, "", "", false}) == std::pair<std::size_t, std::ptrdiff_t>(3, 3));
    CHECK(lines({app::ReportFormat::xapi, "", "Mardi", false}) == std::pair<std::size_t, std::ptrdiff_t>(2, 2));
    CHECK(lines({app::ReportFormat::csv, std::string(32, 'c'), "", false}) ==
          std::pair<std::size_t, std::ptrdiff_t>(1, 2));
    std::ostringstream out;
    CHECK(app::write_report(store, words.value(), {app::ReportFormat::csv, "", "Jeudi", false}, out).error().id ==
          "report.no-group");
}

TEST_CASE("a booklet's description has the lines in the path's order, and nothing personal but the first name") {
    auto resources = app::read_messages();
    REQUIRE(resources.ok());
    REQUIRE(app::read_lessons_and_layouts(resources.value(), {}).ok());
    const auto words = app::in_language(resources.value(), "fr");
    REQUIRE(words.ok());
    app::BookletContent content;
    content.name = "Inès";
    content.record.reached = {{"pointer.click", 1'796'115'600'000, true}, {"mail.reply", 1'796'115'600'000, false}};
    content.record.competences = {{"DigComp 2.1", {1}}, {"Pix 2.1", {1}}};
    content.record.next = "mail.write";
    progress::SkillState level;
    level.skill = "mail";
    level.level = 2;
    content.skills = {level};
    content.now = 1'796'115'600'000;
    const auto json = nlohmann::json::parse(app::booklet_description(words.value(), "/art", content));
    REQUIRE(json["groups"].size() == 2);
    CHECK(json["groups"][0]["lines"][0]["text"] == words.value().catalogue.find("pointer.click")->can_do);
    CHECK(json["groups"][0]["lines"][0]["alone"] == true);
    CHECK(json["groups"][1]["lines"][0]["note"] == "le 1er décembre 2026");
    CHECK(json["levels"]["all"][0]["level"] == 2);
    CHECK(json["competences"]["lists"][0]["lines"][0][0] == "2.1");
    CHECK(json["name"] == "Inès");
    CHECK(json["count"][0] == "2");
}

TEST_CASE("where a booklet cannot be written, that is told") {
    CHECK(app::draw_booklet("{\"title\":\"x\"}", "/proc/none/x.pdf").error().id == "booklet.not-written");
    CHECK(app::draw_booklet("no description", fs::temp_directory_path() / "never.pdf").error().id ==
          "booklet.not-drawn");
    CHECK_FALSE(fs::exists(fs::temp_directory_path() / "never.pdf"));
}
