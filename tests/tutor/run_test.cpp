// A run: steps, mistakes, help, and that it is a value.
#include "lesson_of.h"
#include "tutor/planner.h"
#include "tutor/recording.h"
#include "tutor/run.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

using tutor::Help;

namespace {

tutor::Run begun(std::uint64_t seed = 7) {
    return tutor::begin(lamps(), world::Setup{seed, {}, {}}).run;
}

/// Finishes the step by the planner's actions; gives all events.
std::vector<world::Event> finish_step(tutor::Run& run) {
    const auto actions = tutor::route(run);
    REQUIRE(actions.has_value());
    std::vector<world::Event> all;
    for (const world::Action& action : *actions) {
        const auto events = tutor::apply(run, {action.at, action.deed});
        all.insert(all.end(), events.begin(), events.end());
    }
    return all;
}

bool has(const std::vector<world::Event>& events, const std::string& name) {
    return std::ranges::any_of(events, [&](const world::Event& event) { return event.fact.name == name; });
}

void press(tutor::Run& run, world::Button button) {
    tutor::apply(run, {run.now + 100, world::Deed{world::Press{button}}});
    tutor::apply(run, {run.now + 100, world::Deed{world::Release{button}}});
}

void move_to_lamp(tutor::Run& run) {
    tutor::apply(run, {run.now + 500, world::Deed{world::Move{world::stage_width / 2, world::stage_height / 2}}});
}

} // namespace

TEST_CASE("a lesson begins at its first step and says so") {
    const tutor::Begun begun = tutor::begin(lamps(), world::Setup{1, {}, {}});
    REQUIRE(begun.events.size() == 2);
    CHECK(begun.events[0].fact.name == "lesson.started");
    CHECK(begun.events[1].fact.name == "step.started");
    CHECK(begun.run.current().name == "one");
}

TEST_CASE("a step whose goal is reached waits until it may go on") {
    tutor::Run run = begun();
    const auto events = finish_step(run);
    CHECK(has(events, "step.done"));
    CHECK(run.step_is_done);
    CHECK(run.current().name == "one");
    CHECK(run.feedback->text == "Elle est allumée.");
    const auto next = tutor::apply(run, {run.now + 1000, tutor::GoOn{}});
    CHECK(has(next, "step.started"));
    CHECK(run.current().name == "two");
    CHECK(run.slips == 0);
    CHECK_FALSE(run.feedback.has_value()); // the praise was for the step before
}

TEST_CASE("the last step ends the lesson") {
    tutor::Run run = begun();
    finish_step(run);
    tutor::apply(run, {run.now + 1000, tutor::GoOn{}});
    const auto events = finish_step(run);
    CHECK(has(events, "lesson.done"));
    CHECK_FALSE(run.is_finished);
    tutor::apply(run, {run.now + 1000, tutor::GoOn{}});
    CHECK(run.is_finished);
}

TEST_CASE("going on before the goal is reached changes nothing") {
    tutor::Run run = begun();
    CHECK(tutor::apply(run, {500, tutor::GoOn{}}).empty());
    CHECK(run.current().name == "one");
}

TEST_CASE("the author's word about a mistake comes before the program's, each time anew") {
    tutor::Run run = begun();
    move_to_lamp(run);
    press(run, world::Button::right);
    REQUIRE(run.feedback.has_value());
    CHECK(run.feedback->kind == tutor::Feedback::Kind::mistake);
    CHECK(run.feedback->text == "Celui de gauche.");
    CHECK(run.slips == 1);
    run.feedback.reset();
    tutor::apply(run, {run.now + 3000, world::Deed{world::Wait{}}});
    CHECK_FALSE(run.feedback.has_value());
    press(run, world::Button::right);
    REQUIRE(run.feedback.has_value());
    CHECK(run.feedback->text == "Celui de gauche.");
}

TEST_CASE("help climbs its five rungs, stays on the last, and counts in the outcome") {
    tutor::Run run = begun();
    for (const Help rung : {Help::nudge, Help::look, Help::point, Help::show, Help::together, Help::together}) {
        const auto events = tutor::apply(run, {run.now + 100, tutor::AskHelp{}});
        CHECK(has(events, "help.used"));
        CHECK(run.help == rung);
    }
    const auto events = finish_step(run);
    const auto done =
        std::ranges::find_if(events, [](const world::Event& event) { return event.fact.name == "step.done"; });
    REQUIRE(done != events.end());
    CHECK(std::get<std::string>(*world::find_field(done->fact, "outcome")) == "shown");
}

TEST_CASE("help up to pointing out counts as hints, a demonstration and all beyond it as shown") {
    CHECK(tutor::outcome_name(Help::none) == "alone");
    CHECK(tutor::outcome_name(Help::nudge) == "hints");
    CHECK(tutor::outcome_name(Help::point) == "hints");
    CHECK(tutor::outcome_name(Help::show) == "shown");
    CHECK(tutor::outcome_name(Help::together) == "shown");
}

TEST_CASE("beginning a step again lays it out anew and keeps the lesson where it is") {
    tutor::Run run = begun();
    finish_step(run);
    tutor::apply(run, {run.now + 1000, tutor::GoOn{}});
    move_to_lamp(run);
    const auto events = tutor::apply(run, {run.now + 100, tutor::StartAgain{}});
    CHECK(has(events, "step.started"));
    CHECK(run.current().name == "two");
    CHECK(run.happened.empty());
}

TEST_CASE("a lesson can begin at any of its steps; an unknown one means the first") {
    CHECK(tutor::begin(lamps(), world::Setup{1, {}, {}}, "two").run.current().name == "two");
    CHECK(tutor::begin(lamps(), world::Setup{1, {}, {}}, "gone").run.current().name == "one");
}

TEST_CASE("the same lesson, seed and inputs give the same events, byte for byte") {
    const auto play = [] {
        tutor::Begun begun = tutor::begin(lamps(), world::Setup{42, {}, {}});
        std::string text;
        const auto tell = [&](const std::vector<world::Event>& events) {
            for (const world::Event& event : events) {
                text += tutor::to_line(event) + "\n";
            }
        };
        tell(begun.events);
        while (!begun.run.is_finished) {
            tell(finish_step(begun.run));
            tell(tutor::apply(begun.run, {begun.run.now + 1000, tutor::GoOn{}}));
        }
        return text;
    };
    const std::string first = play();
    CHECK(first.find("lesson.done") != std::string::npos);
    CHECK(first == play());
}

TEST_CASE("a copy of a run goes its own way") {
    tutor::Run run = begun();
    tutor::Run copy = run;
    finish_step(copy);
    CHECK(copy.step_is_done);
    CHECK_FALSE(run.step_is_done);
    CHECK(run.happened.empty());
}

TEST_CASE("time never goes back in a run") {
    tutor::Run run = begun();
    tutor::apply(run, {5000, world::Deed{world::Wait{}}});
    tutor::apply(run, {100, world::Deed{world::Wait{}}});
    CHECK(run.now == 5000);
}

TEST_CASE("the people of a run follow from its seed, in texts and goals alike") {
    auto lists = std::make_shared<lesson::Variety>();
    const auto items = lesson::read_toml("[[item]]\ntext = \"bell\"\n[[item]]\ntext = \"lamp\"\n", "things.toml");
    REQUIRE(items.ok());
    lists->lists.push_back({"things", {}, lesson::items_of(lesson::table_of(items.value()), "item"), {}});
    const auto file = lesson::read_toml(R"(
id = "test.lesson"
title = "Lampes"
can_do = "Je sais."
[vary]
thing = "things"
[[step]]
name = "one"
say = "Cliquez : %thing%."
goal = { pointer.clicked = { thing = "%thing%" } }
[[step.start.pointer.thing]]
name = "%thing%"
picture = "lamp"
)",
                                        "test/lesson.toml");
    REQUIRE(file.ok());
    base::Faults faults;
    const auto varied =
        std::make_shared<const lesson::Lesson>(lesson::read_lesson(file.value(), world::vocabulary(), faults, lists));
    REQUIRE(faults.empty());
    std::set<std::string> says;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const world::Setup setup{seed, {}, {}};
        const tutor::Run run = tutor::begin(varied, setup).run;
        CHECK(run.current().say == tutor::begin(varied, setup).run.current().say);
        const auto& pattern = std::get<lesson::FactPattern>(run.current().goal.rule);
        CHECK(run.current().say == "Cliquez : " + std::get<std::string>(pattern.fields[0].matcher.operands[0]) + ".");
        says.insert(run.current().say);
    }
    CHECK(says == std::set<std::string>{"Cliquez : bell.", "Cliquez : lamp."});
}
