// Pointing, resting and clicking.
#include "pointer_play.h"

#include <cmath>

using play::Play;
using world::Button;
using world::Held;

namespace {

constexpr auto lamp = "[[thing]]\nname = 'lamp'\npicture = 'lamp'\nplace = 'centre'\n";
constexpr auto lamp_twice = "[[thing]]\nname = 'lamp'\npicture = 'lamp'\nplace = 'centre'\ntask = 'double'\n";

Play at_lamp(const char* start, world::Tolerance tolerance = world::widest_tolerance) {
    Play play(start, 1, tolerance);
    play.move_to("lamp");
    return play;
}

} // namespace

TEST_CASE("a click on a thing does its task") {
    Play play = at_lamp(lamp);
    CHECK(play.count("pointer.reached") == 1);
    play.press();
    CHECK_FALSE(play.thing("lamp").done);
    play.release();
    CHECK(play.thing("lamp").done);
    CHECK(play.count("pointer.clicked") == 1);
    CHECK(play.text("pointer.clicked", "button") == "left");
    CHECK(play.number("pointer.clicked", "clicks") == 1);
    CHECK(play.count("pointer.done") == 1);
    CHECK(play.count("pointer.measured") == 1);
    CHECK(play.slips() == 0);
    CHECK(remaining(play.practice) == 0);
    CHECK(facts(play.practice).front() == world::Fact{"pointer.things", {{"left", 0.0}, {"done", 1.0}}});
}

TEST_CASE("a thing in the centre stands in the stage's middle") {
    const Play play(lamp);
    CHECK(play.place("lamp") == world::Point{480, 360});
}

TEST_CASE("pressing before the pointer has ever moved hits nothing") {
    Play play(lamp);
    play.click();
    CHECK_FALSE(play.thing("lamp").done);
    CHECK(play.count("pointer.missed") == 1);
}

TEST_CASE("the other button is noticed and does nothing") {
    Play play = at_lamp(lamp);
    play.click(Button::right);
    CHECK_FALSE(play.thing("lamp").done);
    CHECK(play.count("pointer.wrong_button") == 1);
    CHECK(play.text("pointer.wrong_button", "button") == "right");
    CHECK(play.text("pointer.clicked", "button") == "right");
    play.click(Button::middle);
    CHECK(play.text("pointer.wrong_button", "button") == "middle");
    play.click();
    CHECK(play.thing("lamp").done);
    CHECK(play.number("pointer.measured", "errors") == 2);
}

TEST_CASE("the left button is noticed where the right one is needed") {
    Play play = at_lamp("[[thing]]\nname = 'lamp'\npicture = 'lamp'\ntask = 'right'\n");
    play.click();
    CHECK(play.text("pointer.wrong_button", "button") == "left");
    CHECK_FALSE(play.thing("lamp").done);
    play.click(Button::right);
    CHECK(play.thing("lamp").done);
}

TEST_CASE("a click may drift by the tolerance and no further") {
    Play within = at_lamp("[[thing]]\nname = 'lamp'\npicture = 'lamp'\nsize = 'medium'\n");
    within.press();
    within.move_by(12, 0);
    within.release();
    CHECK(within.thing("lamp").done);
    CHECK(within.slips() == 0);
    CHECK(within.number("pointer.measured", "drift") == 12);

    Play beyond = at_lamp("[[thing]]\nname = 'lamp'\npicture = 'lamp'\nsize = 'medium'\n");
    beyond.press();
    beyond.move_by(12.5, 0);
    beyond.release();
    CHECK_FALSE(beyond.thing("lamp").done);
    CHECK(beyond.count("pointer.clicked") == 0);
    CHECK(beyond.number("pointer.moved_while_clicking", "drift") == 12.5);
}

TEST_CASE("at the system's tolerance a click may drift 5 px") {
    const auto start = "[[thing]]\nname = 'lamp'\npicture = 'lamp'\nsize = 'medium'\n";
    Play within = at_lamp(start, world::system_tolerance);
    within.press();
    within.move_by(0, 5);
    within.release();
    CHECK(within.thing("lamp").done);
    Play beyond = at_lamp(start, world::system_tolerance);
    beyond.press();
    beyond.move_by(0, 5.5);
    beyond.release();
    CHECK_FALSE(beyond.thing("lamp").done);
}

TEST_CASE("the drift of a click is the furthest that the pointer has been away") {
    Play play = at_lamp("[[thing]]\nname = 'lamp'\npicture = 'lamp'\nsize = 'medium'\n");
    play.press();
    play.move_by(20, 0);
    play.move_by(-20, 0);
    play.release();
    CHECK(play.number("pointer.moved_while_clicking", "drift") == 20);
}

TEST_CASE("a long drift that stays on a large thing is a click all the same, with a word about it") {
    Play play = at_lamp(lamp);
    play.press();
    play.move_by(40, 0);
    play.release();
    CHECK(play.thing("lamp").done);
    CHECK(play.count("pointer.moved_while_clicking") == 1);
}

TEST_CASE("leaving a thing before the button comes up is no click") {
    Play play = at_lamp(lamp);
    play.move_by(65, 0);
    play.press();
    play.move_by(10, 0);
    play.release();
    CHECK_FALSE(play.thing("lamp").done);
    CHECK(play.count("pointer.moved_while_clicking") == 1);
    CHECK(play.count("pointer.clicked") == 0);
}

TEST_CASE("a click beside everything is a miss only where something is to be clicked") {
    Play play(lamp);
    play.move(100, 100);
    play.click();
    CHECK(play.count("pointer.missed") == 1);
    Play reaching("[[thing]]\nname = 'lamp'\npicture = 'lamp'\ntask = 'reach'\nplace = 'centre'\n");
    reaching.move(100, 100);
    reaching.click();
    CHECK(reaching.count("pointer.missed") == 0);
}

TEST_CASE("a thing is hit by its disc, and a tiny one by a disc of 44") {
    Play large(lamp);
    large.move(480 + 70, 360);
    CHECK(large.practice.under_pointer == 0);
    large.move(480 + 50, 360 + 50);
    CHECK(large.practice.under_pointer == world::no_thing);
    Play tiny("[[thing]]\nname = 'lamp'\npicture = 'lamp'\nsize = 'tiny'\nplace = 'centre'\n");
    tiny.move(480 + 22, 360);
    CHECK(tiny.practice.under_pointer == 0);
    tiny.move(480 + 23, 360);
    CHECK(tiny.practice.under_pointer == world::no_thing);
}

TEST_CASE("scenery can be clicked, but is not what was asked for") {
    Play play(
        "[[thing]]\nname = 'tree'\npicture = 'tree'\ntask = 'none'\n[[thing]]\nname = 'lamp'\npicture = 'lamp'\n");
    play.move_to("tree");
    play.click();
    CHECK(play.text("pointer.clicked", "thing") == "tree");
    CHECK(play.text("pointer.wrong_thing", "thing") == "tree");
    CHECK(facts(play.practice).front() == world::Fact{"pointer.things", {{"left", 1.0}, {"done", 0.0}}});
}

TEST_CASE("many clicks in quick succession are noticed once") {
    Play play = at_lamp(lamp);
    for (int i = 0; i < 3; ++i) {
        play.click();
    }
    CHECK(play.count("pointer.many_clicks") == 0);
    play.click();
    play.click();
    CHECK(play.count("pointer.many_clicks") == 1);
}

TEST_CASE("clicks with rests between them are not many clicks") {
    Play play = at_lamp(lamp_twice);
    for (int i = 0; i < 8; ++i) {
        play.press(Button::left, 1500);
        play.release();
    }
    CHECK(play.count("pointer.many_clicks") == 0);
}

TEST_CASE("two presses 900 ms apart are a double-click, and 901 ms apart are slow") {
    Play within = at_lamp(lamp_twice);
    within.press();
    within.release(Button::left, 100);
    within.press(Button::left, 800);
    within.release();
    CHECK(within.thing("lamp").done);
    CHECK(within.number("pointer.double_clicked", "interval") == 900);
    CHECK(within.number("pointer.measured", "interval") == 900);
    CHECK(within.slips() == 0);

    Play beyond = at_lamp(lamp_twice);
    beyond.press();
    beyond.release(Button::left, 100);
    beyond.press(Button::left, 801);
    CHECK(beyond.number("pointer.slow_double_click", "interval") == 901);
    beyond.release();
    CHECK_FALSE(beyond.thing("lamp").done);
    CHECK(beyond.count("pointer.double_clicked") == 0);
    beyond.click();
    CHECK(beyond.thing("lamp").done);
}

TEST_CASE("at the system's tolerance two presses of a double-click may be 400 ms apart") {
    Play within = at_lamp(lamp_twice, world::system_tolerance);
    within.press();
    within.release(Button::left, 100);
    within.press(Button::left, 300);
    within.release();
    CHECK(within.thing("lamp").done);
    Play beyond = at_lamp(lamp_twice, world::system_tolerance);
    beyond.press();
    beyond.release(Button::left, 100);
    beyond.press(Button::left, 301);
    beyond.release();
    CHECK_FALSE(beyond.thing("lamp").done);
    CHECK(beyond.count("pointer.slow_double_click") == 1);
}

TEST_CASE("between the presses of a double-click the pointer may move 12 px and no further") {
    Play within = at_lamp(lamp_twice);
    within.click();
    within.move_by(0, 12);
    within.click();
    CHECK(within.thing("lamp").done);
    CHECK(within.number("pointer.double_clicked", "drift") == 12);

    Play beyond = at_lamp(lamp_twice);
    beyond.click();
    beyond.move_by(0, 12.5);
    beyond.click();
    CHECK_FALSE(beyond.thing("lamp").done);
    CHECK(beyond.number("pointer.moved_between_clicks", "drift") == 12.5);
    CHECK(beyond.count("pointer.slow_double_click") == 0);
}

TEST_CASE("clicks several seconds apart are clicks of their own") {
    Play play = at_lamp(lamp_twice);
    play.click();
    play.press(Button::left, 4000);
    play.release();
    CHECK(play.slips() == 0);
    CHECK(play.number("pointer.clicked", "clicks") == 1);
}

TEST_CASE("two clicks with different buttons are no double-click") {
    Play play = at_lamp(lamp_twice);
    play.click(Button::right);
    play.click();
    CHECK(play.count("pointer.double_clicked") == 0);
    CHECK_FALSE(play.thing("lamp").done);
}

TEST_CASE("a double-click where a click would do is fine") {
    Play play = at_lamp(lamp);
    play.click();
    play.click();
    CHECK(play.thing("lamp").done);
    CHECK(play.count("pointer.done") == 1);
    CHECK(play.count("pointer.double_clicked") == 1);
    CHECK(play.slips() == 0);
}

TEST_CASE("moving onto a thing reaches it") {
    Play play("[[thing]]\nname = 'star'\npicture = 'star'\ntask = 'reach'\n");
    play.move_to("star");
    CHECK(play.thing("star").done);
    CHECK(play.count("pointer.reached") == 1);
}

TEST_CASE("resting on a thing for 1.2 s is staying; leaving it begins anew") {
    Play play("[[thing]]\nname = 'cat'\npicture = 'cat'\ntask = 'stay'\nplace = 'centre'\n");
    play.move_to("cat");
    play.wait(600);
    CHECK(world::rest_progress(play.thing("cat")) == doctest::Approx(0.5));
    play.move_by(10, 0, 0);
    CHECK(world::rest_progress(play.thing("cat")) == doctest::Approx(0.5));
    play.move(100, 100, 0);
    CHECK(world::rest_progress(play.thing("cat")) == 0);
    play.move_to("cat");
    play.wait(1199);
    CHECK_FALSE(play.thing("cat").done);
    play.wait(1);
    CHECK(play.thing("cat").done);
    CHECK(play.count("pointer.stayed") == 1);
}

TEST_CASE("one by one, only the first unfinished thing can be seen and hit") {
    Play play("order = 'one-by-one'\n[[thing]]\nname = 'lamp'\npicture = 'lamp'\ncount = 3\n");
    REQUIRE(play.practice.things.size() == 3);
    CHECK_FALSE(play.thing("lamp-1").hidden);
    CHECK(play.thing("lamp-2").hidden);
    CHECK(play.thing("lamp-3").hidden);
    play.move_to("lamp-2");
    CHECK(play.practice.under_pointer == world::no_thing);
    play.click();
    CHECK(play.count("pointer.clicked") == 0);
    CHECK(world::current_thing(play.practice)->name == "lamp-1");
    play.move_to("lamp-1");
    play.click();
    CHECK_FALSE(play.thing("lamp-1").hidden);
    CHECK_FALSE(play.thing("lamp-2").hidden);
    CHECK(play.thing("lamp-3").hidden);
    CHECK(world::current_thing(play.practice)->name == "lamp-2");
}

TEST_CASE("together, things may be done in any order") {
    Play play("[[thing]]\nname = 'lamp'\npicture = 'lamp'\ncount = 3\n");
    for (const char* name : {"lamp-3", "lamp-1", "lamp-2"}) {
        play.move_to(name);
        play.click();
        CHECK(play.thing(name).done);
    }
    CHECK(play.count("pointer.measured") == 3);
    CHECK(world::current_thing(play.practice) == nullptr);
}

TEST_CASE("a moving thing glides to and fro on its track") {
    Play play("[[thing]]\nname = 'bee'\npicture = 'bee'\nmoves = 'slow'\n");
    const world::Thing& bee = play.thing("bee");
    CHECK(bee.speed == 90);
    double leftmost = 960;
    double rightmost = 0;
    for (std::int64_t at = 0; at < 10'000; at += 10) {
        const world::Point here = world::place_of(bee, at);
        const world::Point next = world::place_of(bee, at + 10);
        CHECK(std::abs(next.x - here.x) <= 0.9 + 1e-9);
        CHECK(here.y == bee.centre.y);
        leftmost = std::min(leftmost, here.x);
        rightmost = std::max(rightmost, here.x);
    }
    CHECK(leftmost == doctest::Approx(bee.centre.x).epsilon(0.01));
    CHECK(rightmost == doctest::Approx(bee.centre.x + bee.track).epsilon(0.01));
}

TEST_CASE("a moving thing waits while it is pressed, and goes on from there") {
    Play play("[[thing]]\nname = 'bee'\npicture = 'bee'\nmoves = 'fast'\ntask = 'right'\n");
    play.move_to("bee");
    play.move_to("bee");
    play.press();
    const world::Point caught = play.place("bee");
    play.wait(5000);
    CHECK(play.place("bee") == caught);
    play.release();
    play.wait(1);
    CHECK(play.place("bee") != caught);
    CHECK(std::abs(play.place("bee").x - caught.x) < 1);
}

TEST_CASE("a moving thing can be double-clicked, and stays where it was caught") {
    Play play("[[thing]]\nname = 'bee'\npicture = 'bee'\nmoves = 'fast'\ntask = 'double'\nsize = 'tiny'\n");
    const world::Point there = world::on_stage(play.practice, world::place_of(play.thing("bee"), 120));
    play.move(there.x, there.y);
    play.click();
    play.click();
    CHECK(play.thing("bee").done);
    const world::Point caught = play.place("bee");
    play.wait(3000);
    CHECK(play.place("bee") == caught);
}

TEST_CASE("a thing that glides away is not rested on") {
    Play play("[[thing]]\nname = 'bee'\npicture = 'bee'\nmoves = 'fast'\ntask = 'stay'\n");
    play.move_to("bee");
    play.wait(4200); // the whole way there and back
    CHECK_FALSE(play.thing("bee").done);
}

TEST_CASE("actions that are not numbers, or that lie far outside, do no harm") {
    Play play = at_lamp(lamp);
    const world::Point before = play.practice.pointer;
    play.move(std::nan(""), 5);
    CHECK(play.practice.pointer == before);
    play.move(1e300, -1e300);
    CHECK(play.practice.pointer == world::Point{960, 0});
    play.scroll(std::nan(""));
    play.scroll(1e300);
    CHECK(play.practice.scroll == 0);
    play.release();
    play.press(Button::left);
    play.press(Button::left);
    CHECK(play.count("pointer.clicked") == 0);
}

TEST_CASE("time never goes back") {
    Play play = at_lamp(lamp);
    apply(play.practice, {-5000, world::Wait{}});
    CHECK(play.practice.now == play.now);
}
