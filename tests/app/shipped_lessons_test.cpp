// The lessons that are shipped: without a fault, all translated, and each finished by its action list.
#include "app/resources.h"
#include "base/file.h"
#include "lesson/reference.h"
#include "lesson/template.h"
#include "tutor/recording.h"
#include "world/apps.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <sstream>

#include <doctest/doctest.h>

namespace {

const std::filesystem::path source = COUCOU_SOURCE_DIR;

app::Resources shipped() {
    auto resources = app::read_messages();
    REQUIRE(resources.ok());
    const auto read = app::read_lessons_and_layouts(resources.value(), {});
    REQUIRE(read.ok());
    return std::move(resources).value();
}

/// Plays an action list; gives the run at its end.
tutor::Run replay(const app::Resources& resources, const std::filesystem::path& file) {
    const auto text = base::read_file(file, 10'000'000);
    REQUIRE(text.ok());
    const auto recording = tutor::read_recording(text.value(), file.string());
    REQUIRE(recording.ok());
    const tutor::RecordingHead& head = recording.value().head;
    const auto words = app::in_language(resources, head.language);
    REQUIRE(words.ok());
    const lesson::Lesson* found = words.value().catalogue.find(head.lesson);
    REQUIRE(found != nullptr);
    const world::Layout* layout = app::find_layout(resources, head.layout);
    REQUIRE(layout != nullptr);
    tutor::Run run =
        tutor::begin(std::make_shared<const lesson::Lesson>(*found), world::Setup{head.seed, head.tolerance, *layout})
            .run;
    for (const tutor::Input& input : recording.value().inputs) {
        tutor::apply(run, input);
    }
    return run;
}

/// Lessons on the practice computer are finished in many ways, which routes_test.cpp plays.
bool is_played_by_routes(const lesson::Lesson& lesson) {
    const auto is_on_the_desk = [](const lesson::Entry& entry) { return world::is_desks(entry.key); };
    return std::ranges::any_of(lesson.start, is_on_the_desk) ||
           std::ranges::any_of(
               lesson.steps, [&](const lesson::Step& step) { return std::ranges::any_of(step.start, is_on_the_desk); });
}

} // namespace

TEST_CASE("at least fifty lessons are shipped, all without a fault") {
    const app::Resources resources = shipped();
    for (const base::Error& fault : resources.catalogue.faults) {
        MESSAGE(resources.messages.line(fault));
    }
    CHECK(resources.catalogue.faults.empty());
    CHECK(resources.catalogue.lessons.size() >= 50);
}

TEST_CASE(
    "every shipped lesson of the pointer, the keyboard and quizzes is finished by its action list, in both languages") {
    const app::Resources resources = shipped();
    for (const lesson::Lesson& lesson : resources.catalogue.lessons) {
        if (is_played_by_routes(lesson)) {
            continue;
        }
        for (const std::string language : {"fr", "en"}) {
            CAPTURE(lesson.id);
            CAPTURE(language);
            const tutor::Run run =
                replay(resources, source / "tests" / "plays" / (lesson.id + "." + language + ".actions"));
            CHECK(run.lesson->id == lesson.id);
            CHECK(run.is_finished);
            CHECK(run.help_in_lesson == tutor::Help::none);
        }
    }
}

TEST_CASE("every shipped lesson of the practice computer has its routes") {
    const app::Resources resources = shipped();
    for (const lesson::Lesson& lesson : resources.catalogue.lessons) {
        if (is_played_by_routes(lesson)) {
            CAPTURE(lesson.id);
            CHECK(std::filesystem::exists(source / "tests" / "routes" / (lesson.id + ".routes")));
        }
    }
}

TEST_CASE("every picture that a lesson names is drawn") {
    const app::Resources resources = shipped();
    const auto is_drawn = [](const std::string& name) {
        return name.empty() || std::filesystem::exists(source / "assets" / "art" / (name + ".svg"));
    };
    const auto check_start = [&](const lesson::Table& start) {
        const lesson::Value* pointer = lesson::find(start, "pointer");
        const lesson::Value* things = pointer == nullptr ? nullptr : lesson::find(lesson::table_of(*pointer), "thing");
        if (things == nullptr) {
            return;
        }
        for (const lesson::Value& thing : lesson::list_of(*things)) {
            const std::string picture = lesson::text_or(lesson::table_of(thing), "picture", "");
            CAPTURE(picture);
            CHECK(is_drawn(picture));
        }
    };
    for (const lesson::Lesson& lesson : resources.catalogue.lessons) {
        CAPTURE(lesson.id);
        CHECK(is_drawn(lesson.picture));
        check_start(lesson.start);
        for (const lesson::Step& step : lesson.steps) {
            check_start(step.start);
        }
    }
}

TEST_CASE("the mouse comes before the keyboard, and no lesson needs a later one") {
    const app::Resources resources = shipped();
    std::vector<std::string> order;
    for (const lesson::Module& module : resources.catalogue.modules) {
        order.insert(order.end(), module.lessons.begin(), module.lessons.end());
    }
    REQUIRE_FALSE(order.empty());
    CHECK(order.front() == "pointer.hold");
    for (const lesson::Lesson& lesson : resources.catalogue.lessons) {
        for (const std::string& need : lesson.needs) {
            CAPTURE(lesson.id);
            CAPTURE(need);
            CHECK(std::ranges::find(order, need) < std::ranges::find(order, lesson.id));
        }
    }
}

TEST_CASE("the authors' reference is the one that the tables give, in both languages") {
    const app::Resources resources = shipped();
    for (const auto& reference : {std::pair("fr", "REFERENCE.fr.md"), std::pair("en", "REFERENCE.md")}) {
        const auto* const language = reference.first;
        const auto* const file = reference.second;
        const auto words = app::in_language(resources, language);
        REQUIRE(words.ok());
        std::ostringstream out;
        lesson::reference(world::vocabulary(), words.value().messages, out);
        const auto kept_file = base::read_file(source / "lessons" / file, 1'000'000);
        REQUIRE(kept_file.ok());
        CAPTURE(file);
        CHECK(out.str() == kept_file.value());
        CHECK(out.str().find("reference.") == std::string::npos);
    }
}

TEST_CASE("every text of the program and of the lessons is translated into English") {
    const app::Resources resources = shipped();
    const auto english = lesson::Translations::read(source / "lessons" / "po" / "en.po");
    REQUIRE(english.ok());
    const std::vector<std::string> missing =
        lesson::untranslated(resources.catalogue, world::vocabulary(), resources.messages, english.value());
    for (const std::string& context : missing) {
        MESSAGE(context);
    }
    CHECK(missing.empty());
}

TEST_CASE("every message that the code names has a text") {
    const app::Resources resources = shipped();
    for (const lesson::AppKind& app_kind : world::vocabulary()) {
        for (const lesson::FactKind& fact : app_kind.facts) {
            const std::string id = "slip." + std::string(fact.name);
            CAPTURE(id);
            CHECK((fact.origin != lesson::FactOrigin::slip || resources.messages.has(id)));
        }
    }
}
