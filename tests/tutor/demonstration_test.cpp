// Demonstrations lead on, at a pace that can be followed, and leave the learner's own state alone.
#include "lesson_of.h"
#include "tutor/demonstration.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace {

using tutor::Demonstration;
using tutor::Run;

/// A lesson of one step with that start and a goal that nothing is left.
Run run_of(std::string start, const std::string& goal = "pointer.things") {
    const std::string thing = "{ name";
    for (std::size_t at = start.find(thing); at != std::string::npos; at = start.find(thing, at + 1)) {
        start.replace(at, thing.size(), "{ picture = \"lamp\", name");
    }
    const auto lesson = lesson_of("id = \"test.lesson\"\ntitle = \"Essai\"\ncan_do = \"Je sais.\"\n[[step]]\nname = "
                                  "\"one\"\nsay = \"Faites.\"\ngoal = { " +
                                  goal + " = { left = 0 } }\n[step.start." + start);
    world::Setup setup;
    const std::string folder = COUCOU_SOURCE_DIR "/assets/keyboards/";
    const auto file = lesson::read_toml_file(folder + "azerty-fr.toml");
    const auto places = lesson::read_toml_file(folder + "iso.toml");
    REQUIRE(file.ok());
    REQUIRE(places.ok());
    base::Faults faults;
    setup.layout = world::read_layout(file.value(), places.value(), faults);
    return tutor::begin(lesson, setup).run;
}

/// Plays to the end in pictures of so many ms; gives how long it took, ms.
std::int64_t play(Demonstration& shown, std::int64_t step) {
    const std::int64_t began = shown.run.now;
    constexpr std::int64_t far_too_long = 120'000;
    while (!tutor::is_over(shown) && shown.run.now - began < far_too_long) {
        tutor::advance(shown, step);
    }
    CHECK(tutor::is_over(shown));
    return shown.run.now - began;
}

const world::PointerPractice& pointing(const Run& run) {
    return std::get<world::PointerPractice>(run.computer.apps.front());
}

const world::KeyboardPractice& typing(const Run& run) {
    return std::get<world::KeyboardPractice>(run.computer.apps.front());
}

} // namespace

TEST_CASE("a demonstration of every kind of task does one more thing, and the learner's run stays as it was") {
    const std::array starts{
        "pointer]\nthing = [{ name = \"lamp\" }, { name = \"bell\" }]",
        "pointer]\nthing = [{ name = \"bud\", task = \"reach\" }]",
        "pointer]\nthing = [{ name = \"candle\", task = \"stay\" }]",
        "pointer]\nthing = [{ name = \"gift\", task = \"double\" }]",
        "pointer]\nthing = [{ name = \"cat\", task = \"right\" }]",
        "pointer]\nthing = [{ name = \"plant\", task = \"menu\", choose = 2, menu = [\"Offrir\", \"Arroser\"] }]",
        "pointer]\nthing = [{ name = \"apple\", task = \"drag\", to = \"basket\" }, { name = \"basket\", task = "
        "\"home\" "
        "}]",
        "pointer]\ntall = 3\nthing = [{ name = \"stamp\", task = \"see\", place = \"end\" }]",
        "pointer]\nthing = [{ name = \"boat\", task = \"trace\", path = \"wave\" }]",
        "pointer]\nthing = [{ name = \"snail\", moves = \"slow\" }]",
        "pointer]\nthing = [{ name = \"bee\", moves = \"fast\", size = \"medium\" }]",
    };
    for (const char* start : starts) {
        for (const std::int64_t step : {16, 250}) {
            INFO(start << " in steps of " << step << " ms");
            const Run run = run_of(start);
            const world::PointerPractice before = pointing(run);
            std::optional<Demonstration> shown = tutor::demonstrate(run);
            REQUIRE(shown.has_value());
            play(*shown, step);
            CHECK((shown->run.step_is_done || world::remaining(shown->run.computer) < world::remaining(run.computer)));
            CHECK(pointing(run) == before);
            CHECK(run.now == 0);
        }
    }
}

TEST_CASE("one thing is shown, not the whole step") {
    const Run run = run_of("pointer]\nthing = [{ name = \"lamp\", count = 3 }]");
    std::optional<Demonstration> shown = tutor::demonstrate(run);
    REQUIRE(shown.has_value());
    const std::int64_t time = play(*shown, 16);
    CHECK(world::remaining(shown->run.computer) == doctest::Approx(2).epsilon(0.1));
    CHECK(time > 2000); // time to see the move, the stop, the press and what comes of it
    CHECK(time < 8000);
}

TEST_CASE("the pointer of a demonstration moves softly, and never leaps") {
    const Run run = run_of("pointer]\nthing = [{ name = \"lamp\", place = \"bottom-right\" }]");
    std::optional<Demonstration> shown = tutor::demonstrate(run);
    REQUIRE(shown.has_value());
    world::Point before = tutor::ghost(*shown).value();
    double longest = 0;
    while (!tutor::is_over(*shown)) {
        tutor::advance(*shown, 16);
        const world::Point now = tutor::ghost(*shown).value();
        longest = std::max(longest, std::hypot(now.x - before.x, now.y - before.y));
        before = now;
    }
    CHECK(longest > 1);
    CHECK(longest < 20);
}

TEST_CASE("a demonstration says what it does: move, press, hold, let go") {
    const Run run = run_of("pointer]\nthing = [{ name = \"apple\", task = \"drag\", to = \"basket\" }, "
                           "{ name = \"basket\", task = \"home\" }]");
    std::optional<Demonstration> shown = tutor::demonstrate(run);
    REQUIRE(shown.has_value());
    std::vector<std::string> said;
    bool held = false;
    while (!tutor::is_over(*shown)) {
        const std::string id = tutor::caption(*shown).id;
        if (said.empty() || said.back() != id) {
            said.push_back(id);
        }
        held = held || tutor::ghost_button(*shown) == world::Button::left;
        tutor::advance(*shown, 16);
    }
    CHECK(held);
    CHECK(said == std::vector<std::string>{"move", "hold", "release"});
    CHECK_FALSE(tutor::ghost_button(*shown).has_value());
}

TEST_CASE("a double-click is shown as one thing") {
    std::optional<Demonstration> shown =
        tutor::demonstrate(run_of("pointer]\nthing = [{ name = \"gift\", task = \"double\" }]"));
    REQUIRE(shown.has_value());
    std::vector<std::string> said;
    while (!tutor::is_over(*shown)) {
        const std::string id = tutor::caption(*shown).id;
        if (said.empty() || said.back() != id) {
            said.push_back(id);
        }
        tutor::advance(*shown, 16);
    }
    CHECK(said == std::vector<std::string>{"move", "press-twice"});
}

TEST_CASE("a double-click can be shown at the system's own pace") {
    Run run = run_of("pointer]\nthing = [{ name = \"gift\", task = \"double\" }]");
    std::get<world::PointerPractice>(run.computer.apps.front()).tolerance = world::system_tolerance;
    std::optional<Demonstration> shown = tutor::demonstrate(run);
    REQUIRE(shown.has_value());
    play(*shown, 16);
    CHECK(shown->run.step_is_done);
}

TEST_CASE("the wheel is seen to turn") {
    std::optional<Demonstration> shown = tutor::demonstrate(
        run_of("pointer]\ntall = 3\nthing = [{ name = \"stamp\", task = \"see\", place = \"end\" }]"));
    REQUIRE(shown.has_value());
    int turned = 0;
    while (!tutor::is_over(*shown)) {
        turned = std::max(turned, tutor::ghost_wheel(*shown));
        CHECK(tutor::ghost_wheel(*shown) >= 0);
        tutor::advance(*shown, 16);
    }
    CHECK(turned == 1);
}

TEST_CASE("of a text the next six characters are shown, and no key stays down") {
    const Run run = run_of("keyboard]\ntext = \"Le chat dort\"", "keyboard.text");
    std::optional<Demonstration> shown = tutor::demonstrate(run);
    REQUIRE(shown.has_value());
    CHECK_FALSE(tutor::ghost(*shown).has_value());
    CHECK(tutor::caption(*shown) ==
          tutor::Sentence{"keys-2", // Shift for the capital
                          {{"first", world::message("key.Shift")}, {"second", world::as_it_is("L")}},
                          {world::message("key.Shift"), world::as_it_is("L")}});
    play(*shown, 16);
    CHECK(typing(shown->run).written.text == "Le cha");
    CHECK(typing(shown->run).held.empty());
    CHECK(typing(run).written.text.empty());
}

TEST_CASE("nothing is shown of a step that is done") {
    Run run = run_of("pointer]\nthing = [{ name = \"lamp\" }]");
    const std::optional<Demonstration> shown = tutor::demonstrate(run);
    REQUIRE(shown.has_value());
    for (const world::Action& action : shown->actions) {
        tutor::apply(run, tutor::Input{action.at, action.deed});
    }
    REQUIRE(run.step_is_done);
    CHECK_FALSE(tutor::demonstrate(run).has_value());
}

TEST_CASE(
    "on a desk the deeds are named by what they are done to, one pause after the other, and the desk stays as it is") {
    const auto lesson = lesson_of(
        "id = \"test.lesson\"\ntitle = \"Essai\"\ncan_do = \"Je sais.\"\n[start.desktop]\nlook = "
        "\"bar\"\n[[step]]\nname = \"one\"\nsay = \"Ouvrez.\"\ngoal = { desktop.opened = { program = \"mail\" "
        "} }\n");
    const Run run = tutor::begin(lesson, world::Setup{}).run;
    const Run before = run;
    std::optional<Demonstration> shown = tutor::demonstrate(run);
    REQUIRE(shown.has_value());
    const tutor::Sentence first = tutor::caption(*shown);
    CHECK_FALSE(first.parts.empty());
    CHECK(first.parts.front().words == world::message("desk.program.mail"));
    CHECK(play(*shown, 16) > 2'000);
    CHECK(shown->run.step_is_done);
    CHECK(tutor::caption(*shown) == shown->said.back());
    CHECK(run == before);
}
