// Every lesson of the practice computer is finished by three or more routes, and refuses three or more wrong ends: with
// other seeds, both looks and every safety dial, in French and in English.
#include "../amount.h"
#include "app/resources.h"
#include "base/file.h"
#include "lesson/varied.h"
#include "routes.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

namespace fs = std::filesystem;

const fs::path source = COUCOU_SOURCE_DIR;
const fs::path folder = source / "tests" / "routes";

/// The lessons and sites as they are shipped, in both languages.
struct Shipped {
    app::Resources resources;
    std::map<std::string, app::Words> words;
};

Shipped& shipped() {
    static Shipped all = [] {
        auto resources = app::read_messages();
        REQUIRE(resources.ok());
        REQUIRE(app::read_lessons_and_layouts(resources.value(), {}).ok());
        Shipped made{std::move(resources).value(), {}};
        for (const std::string language : {"fr", "en"}) {
            auto words = app::in_language(made.resources, language);
            REQUIRE(words.ok());
            made.words.emplace(language, std::move(words).value());
        }
        return made;
    }();
    return all;
}

bool is_desks_lesson(const lesson::Lesson& lesson) {
    const auto names_desk = [](const lesson::Table& start) {
        return std::ranges::any_of(start, [](const lesson::Entry& entry) { return world::is_desks(entry.key); });
    };
    return names_desk(lesson.start) ||
           std::ranges::any_of(lesson.steps, [&](const lesson::Step& step) { return names_desk(step.start); });
}

struct Condition {
    std::string language;
    std::string look;
    int number; ///< of the seeds that give this look
    int safety;
};

/// French with three seeds and every safety dial in both looks (with the sanitizers one of each); English once in each
/// look.
std::vector<Condition> conditions() {
    std::vector<Condition> all;
    for (const std::string look : {"bar", "overview"}) {
        for (int number = 0; number < times(3, 1); ++number) {
            for (int safety = times(1, 2); safety <= times(3, 2); ++safety) {
                all.push_back({"fr", look, number, safety});
            }
        }
        all.push_back({"en", look, 0, 2});
    }
    return all;
}

/// How a lesson is played under a condition; nothing where it never has that look.
std::optional<routes::Playing> playing(const lesson::Lesson& lesson, const Condition& condition) {
    constexpr std::uint64_t most_seeds = 64;
    const auto played = std::make_shared<const lesson::Lesson>(lesson);
    int number = 0;
    for (std::uint64_t seed = 1; seed <= most_seeds; ++seed) {
        world::Setup setup;
        setup.seed = seed;
        setup.safety = condition.safety;
        setup.layout = *app::find_layout(shipped().resources, condition.language == "fr" ? "azerty-fr" : "qwerty-us");
        REQUIRE(app::add_sites(setup, lesson, shipped().resources, shipped().words.at(condition.language)).ok());
        const tutor::Run run = tutor::begin(played, setup).run;
        const bool has_look = std::ranges::any_of(run.computer.apps, [&](const world::App& one) {
            const auto* desk = std::get_if<world::Desk>(&one);
            return desk != nullptr && (desk->timeline->look == world::DeskLook::bar) == (condition.look == "bar");
        });
        if (has_look && number++ == condition.number) {
            return routes::Playing{[played, setup] { return tutor::begin(played, setup); },
                                   [played, seed](std::string_view text) {
                                       return played->variety == nullptr
                                                  ? std::string(text)
                                                  : lesson::Draw(played->vary, *played->variety, seed).filled(text);
                                   },
                                   condition.language == "en"};
        }
    }
    return std::nullopt;
}

/// The routes of a lesson; none where they cannot be read.
std::vector<routes::Route> routes_of(const std::string& lesson) {
    const fs::path file = folder / (lesson + ".routes");
    const auto text = base::read_file(file, 100'000);
    CHECK(text.ok());
    if (!text.ok()) {
        return {};
    }
    auto read = routes::read(text.value(), file.filename().string());
    if (!read.ok()) {
        FAIL_CHECK(file.filename().string() << ":" << read.error().place.line << ": " << read.error().id);
        return {};
    }
    return std::move(read).value();
}

/// How a lesson is played under all conditions.
std::vector<std::pair<Condition, routes::Playing>> playings(const std::string& id) {
    std::vector<std::pair<Condition, routes::Playing>> all;
    for (const Condition& condition : conditions()) {
        const lesson::Lesson* lesson = shipped().words.at(condition.language).catalogue.find(id);
        REQUIRE(lesson != nullptr);
        if (auto how = playing(*lesson, condition)) {
            all.emplace_back(condition, std::move(*how));
        }
    }
    return all;
}

/// Plays one route under all conditions; the first that fails is told.
void check_route(const std::string& id, const routes::Route& route, const routes::Route& first,
                 const std::vector<std::pair<Condition, routes::Playing>>& all) {
    for (const auto& [condition, how] : all) {
        const std::string fault = route.at.empty() ? routes::play(route, how) : routes::play_wrong(route, first, how);
        if (!fault.empty()) {
            FAIL_CHECK(fmt::format("{}.routes: {} ({}, {}, seed {}, safety {})\n{}", id, route.name, condition.language,
                                   condition.look, condition.number, condition.safety, fault));
            return;
        }
    }
}

} // namespace

TEST_CASE("each lesson of the practice computer is finished by three routes and refuses three wrong ends") {
    for (const lesson::Lesson& lesson : shipped().resources.catalogue.lessons) {
        if (!is_desks_lesson(lesson)) {
            continue;
        }
        SUBCASE(lesson.id.c_str()) {
            CAPTURE(lesson.id);
            const std::vector<routes::Route> all = routes_of(lesson.id);
            const auto ways = std::ranges::count(all, std::string(), &routes::Route::at);
            CHECK(ways >= 3);
            CHECK(static_cast<std::ptrdiff_t>(all.size()) - ways >= 3);
            const auto first = std::ranges::find(all, std::string(), &routes::Route::at);
            const auto ways_to_play = playings(lesson.id);
            CHECK_FALSE(ways_to_play.empty());
            for (const routes::Route& route : all) {
                check_route(lesson.id, route, *first, ways_to_play);
            }
        }
    }
}

TEST_CASE("no routes are left of a lesson that is gone") {
    for (const auto& entry : fs::directory_iterator(folder)) {
        CAPTURE(entry.path().string());
        CHECK(shipped().resources.catalogue.find(entry.path().stem().string()) != nullptr);
    }
}
