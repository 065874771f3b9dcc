// Press tasks: keys pressed one after the other, nothing written.
#include "keyboard_play.h"

using keyboard_play::Play;

TEST_CASE("each right key goes on, a wrong one is only noticed") {
    Play play("task = 'press'\nkeys = ['Enter', 'ArrowLeft']\n");
    CHECK(play.left() == 2);
    CHECK(world::next_expected(play.practice) == "Enter");
    play.tap("Backspace");
    CHECK(play.left() == 2);
    CHECK(play.practice.last_wrong == "Backspace");
    CHECK(play.last("keyboard.wrong_key") ==
          world::Fact{"keyboard.wrong_key", {{"expected", std::string("Enter")}, {"typed", std::string("Backspace")}}});
    play.tap("Enter");
    CHECK(play.practice.last_wrong.empty());
    play.tap("ArrowLeft");
    CHECK(play.left() == 0);
    CHECK(play.text().empty());
    CHECK(play.count("keyboard.pressed") == 3);
    CHECK(play.count("keyboard.measured") == 1);
    play.tap("Enter");
    CHECK(play.count("keyboard.measured") == 1);
}

TEST_CASE("either key of one name counts, and modifiers beside the way do not count as wrong") {
    Play play("task = 'press'\nkeys = ['ShiftLeft', 'Enter', 'AltRight']\n");
    play.tap("ShiftRight");
    CHECK(play.left() == 2);
    play.tap("ControlLeft");
    play.tap("NumpadEnter");
    CHECK(play.left() == 1);
    play.tap("AltLeft");
    CHECK(play.left() == 1);
    CHECK(play.count("keyboard.wrong_key") == 0);
    play.tap("AltRight");
    CHECK(play.left() == 0);
}

TEST_CASE("a held key counts once, and is noticed once") {
    Play play("task = 'press'\nkeys = ['Space', 'Space', 'Space']\n");
    play.down("Space");
    play.type(" ");
    for (int i = 0; i < 4; ++i) {
        play.act(world::KeyDown{"Space", false, true});
        play.type(" ");
    }
    CHECK(play.left() == 2);
    CHECK(play.count("keyboard.held") == 1);
    CHECK(play.value<std::string>("keyboard.held", "key") == "Space");
    play.up("Space");
    play.type(" ");
    CHECK_MESSAGE(play.left() == 1, "a blank that comes without its key counts, too");
}

TEST_CASE("letters to press are judged by what arrives, accents by dead key too") {
    Play play("task = 'press'\ntext = 'fê'\n");
    play.strike("KeyG", "g");
    CHECK(play.left() == 2);
    CHECK(play.value<std::string>("keyboard.wrong_key", "expected") == "f");
    play.tap("Backspace");
    CHECK(play.value<std::string>("keyboard.wrong_key", "typed") == "Backspace");
    play.strike("KeyF", "f");
    CHECK(play.left() == 1);
    play.tap("BracketLeft");
    CHECK(play.left() == 1);
    play.strike("KeyE", "ê");
    CHECK(play.left() == 0);
    CHECK(play.count("keyboard.wrong_key") == 2);
}

TEST_CASE("a ligature without a key is pressed as its letters") {
    Play play("task = 'press'\ntext = 'œÉ'\n");
    CHECK(play.practice.target == std::vector<std::string>{"o", "e", "É"});
    play.write("oe");
    CHECK(world::next_expected(play.practice) == "E");
    play.type("E");
    CHECK(play.left() == 0);
}

TEST_CASE("Enter is a key of a press task on a text of several lines") {
    Play play("task = 'press'\ntext = \"a\\nb\"\n");
    play.strike("KeyQ", "a");
    play.tap("Enter");
    CHECK(world::next_expected(play.practice) == "b");
    play.tap("Enter");
    CHECK(play.count("keyboard.wrong_key") == 1);
}
