// Dragging, menus, scrolling and tracing.
#include "pointer_play.h"
#include "world/pointer_path.h"

using play::Play;
using world::Button;
using world::Held;

namespace {

constexpr auto apple = "[[thing]]\nname = 'apple'\npicture = 'apple'\ntask = 'drag'\nto = 'basket'\nplace = 'left'\n"
                       "[[thing]]\nname = 'basket'\npicture = 'basket'\ntask = 'home'\nplace = 'right'\n"
                       "[[thing]]\nname = 'bin'\npicture = 'bin'\ntask = 'home'\nplace = 'top'\n";

constexpr auto menu = "[[thing]]\nname = 'plant'\npicture = 'plant'\ntask = 'menu'\nplace = 'centre'\n"
                      "menu = ['Ouvrir', 'Arroser', 'Jeter']\nchoose = 2\n";

std::string tracing(const std::string& path, const std::string& width) {
    return "[[thing]]\nname = 'boat'\npicture = 'boat'\nsize = 'small'\ntask = 'trace'\npath = '" + path +
           "'\npath_width = '" + width + "'\n";
}

/// Moves along the path to a part of its length, in steps as a hand makes them.
void go_along(Play& play, double from, double to) {
    const world::Thing& boat = play.thing("boat");
    const double length = boat.path_length;
    for (double along = from * length; along < to * length; along += 10) {
        const world::Point next = world::point_along(boat.path, along + 10);
        play.move(next.x, next.y, 10);
    }
}

void choose(Play& play, std::size_t item) {
    const world::Rectangle box = world::menu_item(play.practice, item);
    play.move(box.x + box.width / 2, box.y + box.height / 2);
    play.click();
}

} // namespace

TEST_CASE("a thing is dragged into its home with the button held down") {
    Play play(apple);
    play.move_to("apple");
    play.move_by(20, 10);
    play.press();
    CHECK(play.thing("apple").held == Held::by_button);
    CHECK(play.count("pointer.picked_up") == 1);
    const world::Point before = play.place("apple");
    play.move_by(100, 50);
    CHECK(play.place("apple") == world::Point{before.x + 100, before.y + 50});
    CHECK(world::current_thing(play.practice)->name == "apple");
    play.move_to("basket");
    play.release();
    CHECK(play.thing("apple").done);
    CHECK(play.thing("apple").lies_in == "basket");
    CHECK(play.text("pointer.dropped", "by") == "drag");
    CHECK(play.text("pointer.dropped", "home") == "basket");
    CHECK(play.count("pointer.clicked") == 0);
    CHECK(play.slips() == 0);
}

TEST_CASE("a thing is picked up by one click and put into its home by another") {
    Play play(apple);
    play.move_to("apple");
    play.click();
    CHECK(play.thing("apple").held == Held::by_clicks);
    play.move_to("basket");
    play.click();
    CHECK(play.thing("apple").done);
    CHECK(play.text("pointer.dropped", "by") == "clicks");
    CHECK(play.count("pointer.picked_up") == 1);
    CHECK(play.slips() == 0);
}

TEST_CASE("a press that trembles within the tolerance picks up as a click does, and no further one") {
    Play within(apple);
    within.move_to("apple");
    within.press();
    within.move_by(12, 0);
    within.release();
    CHECK(within.thing("apple").held == Held::by_clicks);
    Play beyond(apple);
    beyond.move_to("apple");
    beyond.press();
    beyond.move_by(13, 0);
    beyond.release();
    CHECK(beyond.thing("apple").held == Held::no);
    CHECK(beyond.count("pointer.dropped_early") == 1);
}

TEST_CASE("a second click on the same place puts a thing back without a word") {
    Play play(apple);
    play.move_to("apple");
    const world::Point before = play.place("apple");
    play.click();
    play.click();
    CHECK(play.thing("apple").held == Held::no);
    CHECK(play.place("apple") == before);
    CHECK(play.slips() == 0);
}

TEST_CASE("a click elsewhere puts a picked-up thing back where it was") {
    Play play(apple);
    play.move_to("apple");
    const world::Point before = play.place("apple");
    play.click();
    play.move(480, 600);
    play.click();
    CHECK(play.thing("apple").held == Held::no);
    CHECK(play.place("apple") == before);
    CHECK(play.count("pointer.dropped_outside") == 1);
}

TEST_CASE("a thing let go outside stays there and can be taken up again") {
    Play play(apple);
    play.move_to("apple");
    play.press();
    play.move(480, 600);
    play.release();
    CHECK(play.count("pointer.dropped_outside") == 1);
    CHECK(play.place("apple") == world::Point{480, 600});
    play.press();
    play.move_to("basket");
    play.release();
    CHECK(play.thing("apple").done);
    CHECK(play.number("pointer.measured", "errors") == 1);
}

TEST_CASE("a thing let go within 30 units of where it was taken was let go too early") {
    Play early(apple);
    early.move_to("apple");
    early.press();
    early.move_by(0, 30);
    early.release();
    CHECK(early.count("pointer.dropped_early") == 1);
    Play later(apple);
    later.move_to("apple");
    later.press();
    later.move_by(0, 31);
    later.release();
    CHECK(later.count("pointer.dropped_early") == 0);
    CHECK(later.count("pointer.dropped_outside") == 1);
}

TEST_CASE("the wrong home takes a thing, but the task is not done") {
    Play play(apple);
    play.move_to("apple");
    play.press();
    play.move_to("bin");
    play.release();
    CHECK(play.text("pointer.dropped", "home") == "bin");
    CHECK(play.text("pointer.wrong_thing", "thing") == "bin");
    CHECK_FALSE(play.thing("apple").done);
    play.press();
    CHECK(play.thing("apple").held == Held::by_button);
    play.move_to("basket");
    play.release();
    CHECK(play.thing("apple").done);
}

TEST_CASE("a carried thing stays on the page") {
    Play play(apple);
    play.move_to("apple");
    play.press();
    play.move(0, 0);
    CHECK(play.place("apple") == world::Point{94, 94});
    play.release();
    CHECK(play.place("apple") == world::Point{94, 94});
}

TEST_CASE("the right button does not put down what the left one carries") {
    Play play(apple);
    play.move_to("apple");
    play.press(Button::right);
    play.press(Button::left);
    play.release(Button::right);
    CHECK(play.thing("apple").held == Held::by_button);
    play.click(Button::right);
    CHECK(play.thing("apple").held == Held::by_button);
    play.release(Button::left);
    play.click(Button::right);
    CHECK(play.thing("apple").held == Held::by_clicks);
    CHECK(play.count("pointer.wrong_button") == 3);
}

TEST_CASE("things of one count go into homes of one count") {
    Play play("[[thing]]\nname = 'sock'\npicture = 'sock'\nsize = 'small'\ntask = 'drag'\nto = 'bin'\ncount = 2\n"
              "[[thing]]\nname = 'bin'\npicture = 'bin'\ntask = 'home'\ncount = 2\n");
    play.move_to("sock-1");
    play.press();
    play.move_to("bin-2");
    play.release();
    CHECK(play.thing("sock-1").done);
}

TEST_CASE("a right click opens a menu, and an item of it is chosen") {
    Play play(menu);
    play.move_to("plant");
    play.click(Button::right);
    CHECK(play.count("pointer.menu_opened") == 1);
    REQUIRE(play.practice.menu.thing == 0);
    CHECK(world::menu_item_under_pointer(play.practice) == world::no_thing);
    choose(play, 1);
    CHECK(play.number("pointer.chosen", "choice") == 2);
    CHECK(play.thing("plant").done);
    CHECK(play.practice.menu.thing == world::no_thing);
    CHECK(play.slips() == 0);
}

TEST_CASE("another item than the one asked for closes the menu and says which it was") {
    Play play(menu);
    play.move_to("plant");
    play.click(Button::right);
    choose(play, 2);
    CHECK(play.number("pointer.wrong_choice", "choice") == 3);
    CHECK_FALSE(play.thing("plant").done);
    CHECK(play.practice.menu.thing == world::no_thing);
}

TEST_CASE("a click outside the menu only closes it") {
    Play play(menu);
    play.move_to("plant");
    play.click(Button::right);
    play.move(20, 20);
    play.click();
    CHECK(play.practice.menu.thing == world::no_thing);
    CHECK(play.slips() == 0);
}

TEST_CASE("a button let go on another item than it was pressed on chooses nothing") {
    Play play(menu);
    play.move_to("plant");
    play.click(Button::right);
    const world::Rectangle first = world::menu_item(play.practice, 0);
    play.move(first.x + 5, first.y + 5);
    play.press();
    play.move_by(0, world::menu_item_height);
    play.release();
    CHECK(play.count("pointer.chosen") == 0);
    CHECK(play.practice.menu.thing == 0);
}

TEST_CASE("an open menu lies wholly on the stage") {
    Play play("[[thing]]\nname = 'plant'\npicture = 'plant'\ntask = 'menu'\nplace = 'bottom-right'\n"
              "menu = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']\nchoose = 1\n");
    play.move_to("plant");
    play.click(Button::right);
    const world::Rectangle& frame = play.practice.menu.frame;
    CHECK(frame.x >= 0);
    CHECK(frame.y >= 0);
    CHECK(frame.x + frame.width <= world::stage_width);
    CHECK(frame.y + frame.height <= world::stage_height);
}

TEST_CASE("a thing further down is seen once it is wholly in view") {
    Play play("tall = 3\n[[thing]]\nname = 'boat'\npicture = 'boat'\ntask = 'see'\n");
    CHECK(play.place("boat").y > world::stage_height);
    int notches = 0;
    while (!play.thing("boat").done && notches < 30) {
        const world::Point place = play.place("boat");
        CHECK(place.y + 70 > world::stage_height);
        play.scroll(1);
        ++notches;
    }
    CHECK(play.thing("boat").done);
    CHECK(play.place("boat").y + 70 <= world::stage_height);
    CHECK(play.count("pointer.seen") == 1);
    CHECK(play.count("pointer.scrolled") == notches);
}

TEST_CASE("the page ends at its ends, and how far it is scrolled is told in hundredths") {
    Play play("tall = 2\n[[thing]]\nname = 'boat'\npicture = 'boat'\nplace = 'top'\n");
    play.scroll(-1);
    CHECK(play.count("pointer.scrolled") == 0);
    play.scroll(6);
    CHECK(play.number("pointer.scrolled", "to") == 50);
    play.scroll(100);
    CHECK(play.practice.scroll == 720);
    CHECK(play.number("pointer.scrolled", "to") == 100);
}

TEST_CASE("a thing can be dragged while the page scrolls under it") {
    Play play("tall = 3\n[[thing]]\nname = 'letter'\npicture = 'letter'\ntask = 'drag'\nto = 'mailbox'\nplace = 'top'\n"
              "[[thing]]\nname = 'mailbox'\npicture = 'mailbox'\ntask = 'home'\nplace = 'end'\n");
    play.move_to("letter");
    play.press();
    const world::Point before = play.place("letter");
    play.scroll(40);
    CHECK(play.place("letter") == before);
    play.move_to("mailbox");
    play.release();
    CHECK(play.thing("letter").done);
}

TEST_CASE("a path followed to its end is traced") {
    for (const char* path : {"line", "wave", "zigzag", "circle"}) {
        for (const char* width : {"wide", "medium", "narrow"}) {
            CAPTURE(path);
            CAPTURE(width);
            Play play(tracing(path, width));
            play.move_to("boat");
            play.press();
            go_along(play, 0, 0.5);
            CHECK(world::path_progress(play.thing("boat")) == doctest::Approx(0.5).epsilon(0.05));
            CHECK_FALSE(play.thing("boat").done);
            go_along(play, 0.5, 1);
            CHECK(play.thing("boat").done);
            CHECK(play.count("pointer.traced") == 1);
            play.release();
            CHECK(play.slips() == 0);
        }
    }
}

TEST_CASE("off the path, a thing waits at the last good place and goes on from there") {
    Play play(tracing("wave", "medium"));
    play.move_to("boat");
    play.press();
    go_along(play, 0, 0.4);
    const double before = play.thing("boat").path_done;
    play.move_by(0, 200);
    CHECK(play.count("pointer.left_path") == 1);
    CHECK(play.thing("boat").held == Held::no);
    CHECK(play.thing("boat").path_done >= before - 30);
    const world::Point waiting = play.place("boat");
    play.move_by(100, 0);
    CHECK(play.place("boat") == waiting);
    play.release();
    CHECK(play.count("pointer.dropped_early") == 0);
    play.move_to("boat");
    play.press();
    go_along(play, play.thing("boat").path_done / play.thing("boat").path_length, 1);
    CHECK(play.thing("boat").done);
    CHECK(play.count("pointer.picked_up") == 2);
    CHECK(play.number("pointer.measured", "errors") == 1);
}

TEST_CASE("half the path's width is still on the path, and no more") {
    Play within(tracing("line", "medium"));
    within.move_to("boat");
    within.press();
    within.move_by(0, 28);
    CHECK(within.count("pointer.left_path") == 0);
    within.move_by(0, 0.5);
    CHECK(within.count("pointer.left_path") == 1);
}

TEST_CASE("nobody gets ahead by crossing over") {
    Play circle(tracing("circle", "wide"));
    circle.move_to("boat");
    circle.press();
    const world::Point end = circle.thing("boat").path.back();
    circle.move(end.x, end.y);
    CHECK_FALSE(circle.thing("boat").done);
    Play zigzag(tracing("zigzag", "narrow"));
    zigzag.move_to("boat");
    zigzag.press();
    zigzag.move(zigzag.thing("boat").path.at(2).x, zigzag.thing("boat").path.at(2).y);
    CHECK(zigzag.count("pointer.left_path") == 1);
}

TEST_CASE("a path let go half-way is let go too early, and can be gone on with") {
    Play play(tracing("line", "wide"));
    play.move_to("boat");
    play.press();
    go_along(play, 0, 0.5);
    play.release();
    CHECK(play.count("pointer.dropped_early") == 1);
    CHECK(world::path_progress(play.thing("boat")) > 0.45);
    play.press();
    go_along(play, 0.5, 1);
    CHECK(play.thing("boat").done);
}
