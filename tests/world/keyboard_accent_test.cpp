// Composed characters, in all the ways in which systems hand them over.
#include "keyboard_play.h"

using keyboard_play::Play;

namespace {

constexpr auto text_with_e = "text = 'fête'\n";

/// A practice in which the f is written and the ê comes next.
Play before_the_accent() {
    Play play(text_with_e);
    play.strike("KeyF", "f");
    return play;
}

void expect_right(const Play& play) {
    CHECK(play.text() == "fê");
    CHECK(play.left() == 2);
    CHECK(play.count("keyboard.wrong_key") == 0);
    CHECK(play.practice.pending.accent.empty());
}

} // namespace

TEST_CASE("a composed character counts as it comes") {
    Play play = before_the_accent();
    play.type("ê");
    expect_right(play);
}

TEST_CASE("a letter and its accent as two code points count as one character") {
    Play play = before_the_accent();
    play.type("e\u0302");
    expect_right(play);
}

TEST_CASE("the computer composes a dead key and a letter") {
    Play play = before_the_accent();
    play.tap("BracketLeft");
    CHECK(play.practice.pending.accent == "^");
    CHECK(world::next_strokes(play.practice) == std::vector<world::Stroke>{{"KeyE"}});
    play.strike("KeyE", "ê");
    expect_right(play);
}

TEST_CASE("the computer does not compose: the dead key is silent and the letter comes plain") {
    Play play = before_the_accent();
    play.tap("BracketLeft");
    play.strike("KeyE", "e");
    expect_right(play);
    Play without_key = before_the_accent();
    without_key.tap("BracketLeft");
    without_key.type("e");
    expect_right(without_key);
}

TEST_CASE("the accent comes as a text of its own, and the letter after it") {
    Play play = before_the_accent();
    play.strike("BracketLeft", "^");
    CHECK(play.text() == "f");
    play.strike("KeyE", "e");
    expect_right(play);
}

TEST_CASE("the accent and the letter come as texts without keys") {
    Play play = before_the_accent();
    play.write("^e");
    expect_right(play);
}

TEST_CASE("the accent comes as a text of its own, and the letter composed all the same") {
    Play play = before_the_accent();
    play.strike("BracketLeft", "^");
    play.strike("KeyE", "ê");
    expect_right(play);
}

TEST_CASE("a trema needs Shift on the dead key") {
    Play play("text = 'ë'\n");
    CHECK(world::next_strokes(play.practice) == std::vector<world::Stroke>{{"BracketLeft", true}, {"KeyE"}});
    play.down("ShiftRight");
    play.tap("BracketLeft");
    CHECK(play.practice.pending.accent == "¨");
    play.up("ShiftRight");
    play.strike("KeyE", "e");
    CHECK(play.left() == 0);
}

TEST_CASE("an accent twice, or with a blank, is the accent itself") {
    for (const char* second : {"^", " "}) {
        Play play("text = '^'\n");
        play.strike("BracketLeft", "^");
        play.type(second);
        CHECK(play.text() == "^");
        CHECK(play.left() == 0);
    }
    Play by_system("text = '^'\n");
    by_system.tap("BracketLeft");
    by_system.strike("BracketLeft", "^");
    CHECK(by_system.text() == "^");
    Play with_blank("text = '^'\n");
    with_blank.tap("BracketLeft");
    with_blank.strike("Space", "^");
    CHECK(with_blank.text() == "^");
    Play silent("text = '^'\n");
    silent.tap("BracketLeft");
    silent.strike("Space", " ");
    CHECK(silent.text() == "^");
}

TEST_CASE("an accent from a key of its own does not wait") {
    Play play("text = '2^3'\n");
    play.type("2");
    play.strike("Digit9", "^");
    CHECK(play.text() == "2^");
    play.type("3");
    CHECK(play.left() == 0);
    Play without_keys("text = '2^3'\n");
    without_keys.write("2^3");
    CHECK(without_keys.left() == 0);
}

TEST_CASE("a letter that cannot bear the accent comes after it, where the accent was shown") {
    Play shown("text = 'fx'\n");
    shown.type("f");
    shown.strike("BracketLeft", "^");
    shown.strike("KeyX", "x");
    CHECK(shown.text() == "f^x");
    Play silent("text = 'fx'\n");
    silent.type("f");
    silent.tap("BracketLeft");
    silent.strike("KeyX", "x");
    CHECK(silent.text() == "fx");
}

TEST_CASE("a key that is dead on the chosen layout but not on the computer's writes what it writes") {
    Play play("text = '[a]'\n");
    play.strike("BracketLeft", "[");
    play.strike("KeyQ", "a");
    play.strike("BracketRight", "]");
    CHECK(play.left() == 0);
}

TEST_CASE("Backspace takes back an accent that waits, and nothing else") {
    Play play = before_the_accent();
    play.tap("BracketLeft");
    play.tap("Backspace");
    CHECK(play.text() == "f");
    CHECK(play.practice.pending.accent.empty());
    play.type("e");
    CHECK(play.text() == "fe");
}

TEST_CASE("an accent on the wrong letter is one wrong character") {
    Play play = before_the_accent();
    play.tap("BracketLeft");
    play.strike("KeyQ", "â");
    CHECK(play.text() == "fâ");
    CHECK(play.count("keyboard.wrong_key") == 1);
    CHECK(play.value<std::string>("keyboard.wrong_key", "typed") == "â");
}

TEST_CASE("a blank is not swallowed by the accent of an e-mail address") {
    Play play("text = 'à @'\n");
    play.strike("Digit0", "à");
    play.strike("Space", " ");
    play.down("AltRight");
    play.strike("Digit0", "@");
    play.up("AltRight");
    CHECK(play.left() == 0);
}
