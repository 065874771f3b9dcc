// The practice web as lessons get it: read when it is first needed, translated, a folder's own sites before the
// shipped.
#include "app/resources.h"
#include "base/file.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;

/// A folder of lessons with one site of its own.
struct Lessons {
    fs::path path = fs::temp_directory_path() / "coucou-sites-test";

    Lessons() {
        fs::remove_all(path);
        write("a/module.toml", "id = \"a\"\ntitle = \"A\"\n");
        write("sites/own/site.toml", "id = \"own\"\naddress = \"www.own.example\"\nname = \"Chez nous\"\n");
        write("sites/own/index.html", "<p>Bonjour");
    }
    Lessons(const Lessons&) = delete;
    Lessons& operator=(const Lessons&) = delete;
    Lessons(Lessons&&) = delete;
    Lessons& operator=(Lessons&&) = delete;
    ~Lessons() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }

    void write(const std::string& name, std::string_view content) const {
        fs::create_directories((path / name).parent_path());
        REQUIRE(base::write_file(path / name, content).ok());
    }
};

app::Resources resources_of(const fs::path& lessons) {
    auto resources = app::read_messages();
    REQUIRE(resources.ok());
    REQUIRE(app::read_lessons_and_layouts(resources.value(), lessons).ok());
    return std::move(resources).value();
}

lesson::Lesson lesson_with(const std::string& app) {
    lesson::Lesson lesson;
    lesson.start.push_back({app, {}, {{}, lesson::Table{}}});
    return lesson;
}

std::set<std::string> ids(const world::Setup& setup) {
    std::set<std::string> found;
    REQUIRE(setup.sites != nullptr);
    for (const lesson::Site& site : *setup.sites) {
        found.insert(site.id);
    }
    return found;
}

} // namespace

TEST_CASE("sites are read for lessons of the practice computer only, and once") {
    const app::Resources resources = resources_of({});
    auto words = app::in_language(resources, "fr");
    REQUIRE(words.ok());
    world::Setup setup;
    REQUIRE(app::add_sites(setup, lesson_with("pointer"), resources, words.value()).ok());
    CHECK(setup.sites == nullptr);
    REQUIRE(app::add_sites(setup, lesson_with("mail"), resources, words.value()).ok());
    CHECK(ids(setup).size() >= 6);
    world::Setup again;
    REQUIRE(app::add_sites(again, lesson_with("browser"), resources, words.value()).ok());
    CHECK(again.sites == setup.sites);
}

TEST_CASE("all shipped sites are without a fault") {
    const app::Resources resources = resources_of({});
    const lesson::Sites sites = lesson::read_sites(resources.files / "lessons" / "sites");
    for (const base::Error& fault : sites.faults) {
        MESSAGE(resources.messages.line(fault));
    }
    CHECK(sites.faults.empty());
    CHECK(sites.left_out.empty());
}

TEST_CASE("a folder's own sites come first, and the shipped ones fill in") {
    const Lessons lessons;
    const app::Resources resources = resources_of(lessons.path);
    auto words = app::in_language(resources, "fr");
    REQUIRE(words.ok());
    world::Setup setup;
    REQUIRE(app::add_sites(setup, lesson_with("browser"), resources, words.value()).ok());
    CHECK(ids(setup).contains("own"));
    CHECK(ids(setup).contains("mairie"));
    const auto shipped = std::ranges::find(*setup.sites, "mairie", &lesson::Site::id);
    lessons.write("sites/own/site.toml",
                  "id = \"own\"\naddress = \"" + shipped->address + "\"\nname = \"Chez nous\"\n");
    words.value().sites = nullptr;
    REQUIRE(app::add_sites(setup, lesson_with("browser"), resources, words.value()).ok());
    CHECK(ids(setup).contains("own"));
    CHECK_FALSE(ids(setup).contains("mairie"));
}

TEST_CASE("lessons of another folder draw from the shipped lists") {
    const Lessons lessons;
    const app::Resources resources = resources_of(lessons.path);
    REQUIRE(resources.catalogue.variety != nullptr);
    for (const char* list : {"people", "towns", "mails", "documents", "photos"}) {
        CHECK_MESSAGE(resources.catalogue.variety->find(list) != nullptr, list);
    }
    CHECK(resources.catalogue.variety->find("people")->items.size() >= 24);
    CHECK(app::in_language(resources, "en").ok());
}
