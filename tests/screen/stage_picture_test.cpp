// What the stage looks like depends on nothing but what it is given, and it rests when nothing moves.
#include "screen/stage/keyboard_parts.h"
#include "screen/stage/pointer_parts.h"
#include "screen/stage/story.h"
#include "screen/surface.h"
#include "stage_of.h"

#include <array>

namespace {

using screen::StageCues;

/// One practice of each kind.
std::vector<world::Computer> all_kinds() {
    std::vector<world::Computer> all;
    for (const char* start :
         {"[pointer]\ndemo = \"click\"\nthing = [{ name = \"lamp\", picture = \"lamp\", label = \"La lampe\" }, "
          "{ name = \"disc\" }]",
          "[pointer]\ndemo = \"drag\"\nthing = [{ name = \"apple\", picture = \"apple\", task = \"drag\", to = "
          "\"basket\", count = 3 }, { name = \"basket\", picture = \"basket\", task = \"home\" }]",
          "[pointer]\ntall = 3\nthing = [{ name = \"stamp\", task = \"see\", place = \"end\" }]",
          "[pointer]\nthing = [{ name = \"boat\", task = \"trace\", path = \"zigzag\" }]",
          "[keyboard]\ntext = \"Le chat\\ndort.\"\nlook = \"letter\"", "[keyboard]\ntask = \"press\"\ntext = \"fj\"",
          "[keyboard]\ntask = \"correct\"\ntext = \"oui\"\ndraft = \"oiu\"\nlook = \"form\"\nlabel = \"Réponse\""}) {
        all.push_back(computer_of(start));
    }
    return all;
}

StageCues quiet() {
    StageCues cues;
    cues.now = 600'000;
    return cues;
}

} // namespace

TEST_CASE("the same state and cues give the same picture") {
    for (const world::Computer& computer : all_kinds()) {
        for (const bool contrast : {false, true}) {
            StagePass one;
            StagePass other;
            one.look.high_contrast = contrast;
            other.look.high_contrast = contrast;
            other.picture(all_kinds().front(), quiet()); // what was drawn before must not matter
            const screen::Picture picture = one.picture(computer, quiet());
            CHECK(picture == one.picture(computer, quiet()));
            const screen::Picture again = other.picture(computer, quiet());
            CHECK_FALSE(screen::difference(screen::drawn(picture), screen::drawn(again)).has_value());
            CHECK(!picture.commands().empty());
        }
    }
}

TEST_CASE("a stage on which nothing moves asks for no picture") {
    for (const world::Computer& computer : all_kinds()) {
        StagePass pass;
        pass.picture(computer, quiet());
        CHECK_FALSE(pass.wake.has_value());
        StageCues pointing_out = quiet();
        pointing_out.point_out = true;
        pass.picture(computer, pointing_out);
        CHECK_FALSE(pass.wake.has_value()); // the ring pulses only for a while
        CHECK_FALSE(screen::lives(computer));
    }
}

TEST_CASE("what glides, and a rest that fills up, ask for pictures and for time") {
    StagePass pass;
    const world::Computer snail = computer_of("[pointer]\nthing = [{ name = \"snail\", moves = \"slow\" }]");
    pass.picture(snail, quiet());
    CHECK(pass.wake.has_value());
    CHECK(screen::lives(snail));
    world::Computer candle = computer_of("[pointer]\nthing = [{ name = \"candle\", task = \"stay\" }]");
    CHECK_FALSE(screen::lives(candle));
    const world::Point centre = pointing(candle).things.front().centre;
    world::apply(candle, {10, world::Move{centre.x, centre.y}});
    CHECK(screen::lives(candle));
    world::apply(candle, {5000, world::Wait{}});
    CHECK_FALSE(screen::lives(candle));
}

TEST_CASE("a story is told three times when a step begins, and again some seconds after the last input") {
    StageCues cues;
    cues.step_began = 10'000;
    cues.last_input = 9'000;
    cues.now = 10'000;
    CHECK(screen::story_share(cues) == 0.0);
    cues.now = 10'000 + screen::story_loops * screen::story_loop;
    CHECK_FALSE(screen::story_share(cues).has_value());
    CHECK_FALSE(screen::next_story_change(cues).has_value());
    cues.last_input = cues.now;
    CHECK_FALSE(screen::story_share(cues).has_value());
    CHECK(screen::next_story_change(cues) == static_cast<int>(screen::story_pause));
    cues.now += screen::story_pause + screen::story_loop / 2;
    CHECK(screen::story_share(cues) == 0.5);
    CHECK(screen::next_story_change(cues).has_value());
}

TEST_CASE("with reduced motion a story is still, in three pictures") {
    StagePass pass;
    pass.look.reduced_motion = true;
    const world::Computer computer = all_kinds().front();
    StageCues cues;
    cues.now = 100;
    const screen::Picture picture = pass.picture(computer, cues);
    CHECK_FALSE(pass.wake.has_value());
    cues.now = 2000;
    CHECK(picture == pass.picture(computer, cues));
}

TEST_CASE("every story that a lesson may ask for can be told, without a leap of the pointer") {
    for (const char* name : {"slide", "lift", "stop", "click", "double", "right", "drag", "scroll", "trace"}) {
        REQUIRE(screen::is_story(name));
        screen::StoryMoment before = screen::moment_of(name, 0);
        constexpr int steps = 200;
        for (int i = 1; i <= steps; ++i) {
            const screen::StoryMoment moment = screen::moment_of(name, static_cast<double>(i) / steps);
            CHECK(std::abs(moment.pointer.x - before.pointer.x) < 0.06);
            CHECK(std::abs(moment.mouse.x - before.mouse.x) < 0.08);
            CHECK(moment.scene >= before.scene);
            before = moment;
        }
    }
    CHECK_FALSE(screen::is_story("dance"));
}

TEST_CASE("a caret blinks while the learner writes, then it is still") {
    StagePass pass;
    const world::Computer computer = computer_of("[keyboard]\ntext = \"oui\"");
    StageCues cues;
    cues.last_input = 1000;
    cues.now = 1000;
    const screen::Picture shown = pass.picture(computer, cues);
    CHECK(pass.wake == static_cast<int>(screen::caret_half));
    cues.now = 1000 + screen::caret_half;
    CHECK_FALSE(shown == pass.picture(computer, cues));
    cues.now = 1000 + screen::caret_blinks_for;
    CHECK(shown == pass.picture(computer, cues));
    CHECK_FALSE(pass.wake.has_value());
}

TEST_CASE("caps are readable on the fingers' colours") {
    for (const bool high_contrast : {false, true}) {
        screen::Look look;
        look.high_contrast = high_contrast;
        const screen::Theme& theme = screen::theme_of(look);
        for (int finger = 0; finger <= static_cast<int>(world::Finger::right_little); ++finger) {
            const screen::Colour tint = screen::finger_tint(theme, static_cast<world::Finger>(finger));
            CHECK(screen::contrast(theme.ink, tint) >= 7);
        }
        CHECK(screen::contrast(screen::warm(theme), theme.stage) >= 3);
    }
}

TEST_CASE("help points at what comes next") {
    world::Computer computer =
        computer_of("[pointer]\nthing = [{ name = \"apple\", task = \"drag\", to = \"basket\" }, "
                    "{ name = \"basket\", task = \"home\" }]");
    world::PointerPractice& practice = pointing(computer);
    const world::Point apple = practice.things[0].centre;
    const world::Point basket = practice.things[1].centre;
    StageCues cues;
    cues.point_out = true;
    CHECK(screen::aim_of(practice, cues).thing == 0);
    cues.next = world::Action{0, world::Move{apple.x, apple.y}};
    CHECK(screen::aim_of(practice, cues).thing == 0);
    world::apply(computer, {10, world::Move{apple.x, apple.y}});
    cues.next = world::Action{0, world::Press{}};
    CHECK(screen::aim_of(practice, cues).button == world::Button::left);
    world::apply(computer, {20, world::Press{}});
    cues.next = world::Action{0, world::Move{basket.x, basket.y}};
    CHECK(screen::aim_of(practice, cues).thing == 1);
    world::apply(computer, {30, world::Move{basket.x, basket.y}});
    cues.next = world::Action{0, world::Release{}};
    CHECK(screen::aim_of(practice, cues).thing == 1);
    CHECK(screen::strength(practice, cues, screen::aim_of(practice, cues), 1) == 1);
}
