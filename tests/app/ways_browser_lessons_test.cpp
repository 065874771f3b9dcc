// The lessons of the browser, of forms and of safety can be finished along the programs' ways: in both looks and
// languages, with every safety dial, by the pointer and by the keyboard alone.
#include "app/resources.h"
#include "tutor/planner.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include <doctest/doctest.h>

namespace {

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

constexpr std::array<const char*, 12> lessons{
    "browser.address",  "browser.links",   "browser.search", "browser.tabs", "browser.bookmark", "browser.cookies",
    "browser.download", "browser.padlock", "forms.contact",  "forms.fill",   "safety.parcel",    "mail.web"};

/// The step that no way was found for; empty where the lesson was finished.
std::string stuck_at(const std::string& id, const std::string& language, std::uint64_t seed, int safety,
                     tutor::Access access) {
    app::Words& words = shipped().words.at(language);
    const lesson::Lesson* lesson = words.catalogue.find(id);
    REQUIRE(lesson != nullptr);
    world::Setup setup;
    setup.seed = seed;
    setup.safety = safety;
    setup.layout = *app::find_layout(shipped().resources, language == "fr" ? "azerty-fr" : "qwerty-us");
    REQUIRE(app::add_sites(setup, *lesson, shipped().resources, words).ok());
    tutor::Run run = tutor::begin(std::make_shared<const lesson::Lesson>(*lesson), std::move(setup)).run;
    tutor::SearchLimits limits;
    limits.access = access;
    while (!run.is_finished) {
        const tutor::Plan plan = tutor::plan(run, limits);
        if (!plan.is_found) {
            // A person's name may have letters that a keyboard does not; that is for the lesson to mend.
            return plan.unwritable.empty() ? run.current().name : "unwritable";
        }
        for (const world::Action& action : plan.actions) {
            tutor::apply(run, {action.at, action.deed});
        }
        tutor::apply(run, {run.now + 1000, tutor::GoOn{}});
    }
    return {};
}

} // namespace

TEST_CASE("the browser's lessons are finished along the ways, in both looks and languages, with every safety dial") {
    for (const std::string id : lessons) {
        for (const std::string language : {"fr", "en"}) {
            for (std::uint64_t seed = 1; seed <= 6; ++seed) {
                const int safety = static_cast<int>(seed % 3) + 1;
                CAPTURE(id);
                CAPTURE(language);
                CAPTURE(seed);
                const std::string stuck = stuck_at(id, language, seed, safety, tutor::Access::everything);
                CHECK((stuck.empty() || (stuck == "unwritable" && language == "en")));
            }
        }
    }
}

TEST_CASE("the browser's lessons are finished by the keyboard alone") {
    for (const std::string id : lessons) {
        CAPTURE(id);
        CHECK(stuck_at(id, "fr", 1, 2, tutor::Access::keyboard_only) == "");
        CHECK(stuck_at(id, "fr", 2, 2, tutor::Access::keyboard_only) == "");
    }
}
