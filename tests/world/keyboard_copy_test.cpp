// Copy tasks: a text is written, errors stay until they are mended.
#include "keyboard_play.h"
#include "world/keyboard_text.h"

using keyboard_play::Play;
using world::Verdict;

namespace {

/// The verdicts as a word: r, w, m.
std::string letters(const std::vector<Verdict>& verdicts) {
    std::string word;
    for (const Verdict verdict : verdicts) {
        word += verdict == Verdict::right ? 'r' : verdict == Verdict::wrong ? 'w' : 'm';
    }
    return word;
}

std::string of_target(const Play& play) {
    return letters(world::compare(play.practice).target);
}

std::string of_written(const Play& play) {
    return letters(world::compare(play.practice).written);
}

} // namespace

TEST_CASE("a text written as it stands is done, and measured once") {
    Play play("text = 'bonjour'\n");
    CHECK(play.left() == 7);
    play.write("bonjour");
    CHECK(play.text() == "bonjour");
    CHECK(play.left() == 0);
    CHECK(play.count("keyboard.typed") == 7);
    CHECK(play.count("keyboard.line_done") == 1);
    CHECK(play.count("keyboard.measured") == 1);
    CHECK(play.count("keyboard.wrong_key") == 0);
    CHECK(world::facts(play.practice) ==
          std::vector<world::Fact>{
              {"keyboard.text", {{"written", std::string("bonjour")}, {"left", 0.0}, {"errors", 0.0}}}});
    play.write("x");
    play.tap("Backspace");
    CHECK(play.left() == 0);
    CHECK(play.count("keyboard.measured") == 1);
}

TEST_CASE("an error stays until it is mended") {
    Play play("text = 'bonjour'\n");
    play.write("bom");
    CHECK(of_target(play) == "rrwmmmm");
    CHECK(of_written(play) == "rrw");
    CHECK(play.left() == 5);
    CHECK(world::compare(play.practice).errors == 1);
    CHECK(play.value<std::string>("keyboard.wrong_key", "expected") == "n");
    CHECK(play.value<std::string>("keyboard.wrong_key", "typed") == "m");
    CHECK_FALSE(play.value<bool>("keyboard.typed", "right"));
    CHECK(world::next_stroke(play.practice) == world::Stroke{"Backspace"});
    play.tap("Backspace");
    CHECK(play.count("keyboard.erased") == 1);
    CHECK(world::compare(play.practice).errors == 0);
    play.write("njour");
    CHECK(play.left() == 0);
    CHECK(play.value<double>("keyboard.measured", "errors") == 1);
    CHECK(play.value<double>("keyboard.measured", "corrected") == 1);
}

TEST_CASE("a letter left out does not make the rest wrong") {
    Play play("text = 'bonjour'\n");
    play.write("bnjo");
    CHECK(of_target(play) == "rmrrrmm");
    CHECK(of_written(play) == "rrrr");
    CHECK(play.left() == 3);
    CHECK(world::compare(play.practice).errors == 1);
    CHECK(world::compare(play.practice).first_error == 1);
    play.write("ur");
    for (int i = 0; i < 5; ++i) {
        play.tap("ArrowLeft");
    }
    CHECK(world::next_expected(play.practice) == "o");
    play.write("o");
    CHECK(play.value<bool>("keyboard.typed", "right"));
    CHECK(play.left() == 0);
}

TEST_CASE("a wrong first letter is wrong, even where the same letter comes later") {
    Play play("text = 'elle'\n");
    play.write("l");
    CHECK(of_written(play) == "w");
    CHECK(play.value<std::string>("keyboard.wrong_key", "expected") == "e");
}

TEST_CASE("a letter too many is to be erased") {
    Play play("text = 'ballon'\n");
    play.write("balllon");
    CHECK(play.left() == 1);
    CHECK(world::compare(play.practice).errors == 1);
    play.tap("ArrowLeft");
    play.tap("ArrowLeft");
    play.tap("Backspace");
    CHECK(play.left() == 0);
}

TEST_CASE("letters after the end are to be erased") {
    Play play("text = 'oui'\n");
    play.write("non");
    play.write("oui");
    CHECK(play.left() > 0);
    for (int i = 0; i < 6; ++i) {
        play.tap("Backspace");
    }
    play.write("oui");
    CHECK(play.left() == 0);
}

TEST_CASE("going on three characters past an error is noticed, once for each error") {
    Play play("text = 'une maison rouge'\n");
    play.write("unx ma");
    CHECK(play.count("keyboard.error_left") == 1);
    play.write("ison");
    CHECK(play.count("keyboard.error_left") == 1);
    for (int i = 0; i < 8; ++i) {
        play.tap("Backspace");
    }
    play.write("e mxis");
    CHECK(play.count("keyboard.error_left") == 1);
    play.write("o");
    CHECK(play.count("keyboard.error_left") == 2);
}

TEST_CASE("a letter left out is noticed three characters later, too") {
    Play play("text = 'bonjour'\n");
    play.write("bnjo");
    CHECK(play.count("keyboard.error_left") == 1);
}

TEST_CASE("letters that Caps Lock made large are told apart from wrong keys") {
    Play play("text = 'été'\n");
    play.strike("KeyX", "X", true);
    CHECK(play.count("keyboard.caps_lock") == 0);
    CHECK(play.count("keyboard.wrong_key") == 1);
    play.tap("Backspace", true);
    play.strike("Digit2", "2", true);
    CHECK_MESSAGE(play.count("keyboard.caps_lock") == 1, "some systems write the digits of AZERTY with Caps Lock");
    play.tap("Backspace", true);
    play.strike("Digit2", "é", true);
    play.strike("KeyT", "T", true);
    CHECK(play.count("keyboard.caps_lock") == 2);
    CHECK(play.practice.caps_lock);
    CHECK(play.count("keyboard.wrong_key") == 1);
}

TEST_CASE("capitals written with Caps Lock are right") {
    Play play("text = 'MAIRIE'\n");
    for (const char letter : std::string("MAIRIE")) {
        play.strike("KeyM", std::string(1, letter), true);
    }
    CHECK(play.left() == 0);
    CHECK(play.count("keyboard.caps_lock") == 0);
}

TEST_CASE("a plain capital is taken for an accented one that no key writes") {
    for (const char* typed : {"Ecole", "école", "École"}) {
        Play play("text = 'École'\n");
        play.write(typed);
        CHECK(play.left() == 0);
        CHECK(play.count("keyboard.wrong_key") == 0);
    }
    Play bepo("text = 'École'\n", "bepo");
    bepo.write("Ecole");
    CHECK(bepo.left() == 1);
}

TEST_CASE("two letters are taken for a ligature, and one of them is no error yet") {
    Play play("text = 'cœur'\n");
    play.write("co");
    CHECK(of_target(play) == "rmmm");
    CHECK(of_written(play) == "rr");
    CHECK(world::compare(play.practice).errors == 0);
    CHECK(world::next_expected(play.practice) == "e");
    play.write("eur");
    CHECK(play.left() == 0);
    Play whole("text = 'cœur'\n");
    whole.write("cœur");
    CHECK(whole.left() == 0);
    CHECK(of_written(whole) == "rrrr");
    CHECK(whole.count("keyboard.wrong_key") == 0);
    Play wrong("text = 'cœur'\n");
    wrong.write("cœeur");
    CHECK(wrong.left() == 1);
}

TEST_CASE("signs of print may be written plainly") {
    Play play("text = 'Il dit\u00A0: «\u00A0J’arrive…\u00A0»'\n");
    play.write("Il dit : \" J'arrive... \"");
    CHECK(play.left() == 0);
    CHECK(play.count("keyboard.wrong_key") == 0);
}

TEST_CASE("Enter begins a new line, where the text has lines") {
    Play play("text = \"Marie Petit\\n3 rue du Lac\"\n");
    play.write("Marie Petit");
    CHECK(play.count("keyboard.line_done") == 0);
    play.tap("Enter");
    CHECK(play.count("keyboard.line_done") == 1);
    CHECK(play.value<std::string>("keyboard.typed", "text") == "\n");
    play.write("3 rue du Lac");
    CHECK(play.count("keyboard.line_done") == 2);
    CHECK(play.left() == 0);
    Play line("text = 'oui'\n");
    line.tap("Enter");
    CHECK(line.text().empty());
    CHECK(line.count("keyboard.typed") == 0);
    Play both("text = \"a\\nb\"\n");
    both.write("a");
    both.strike("Enter", "\n");
    both.write("b");
    CHECK_MESSAGE(both.left() == 0, "an Enter that arrives as text, too, is one line break");
}

TEST_CASE("a held letter writes again and again, and is noticed once") {
    Play play("text = 'la'\n");
    play.strike("KeyL", "l");
    play.down("KeyQ");
    play.type("a");
    for (int i = 0; i < 3; ++i) {
        play.act(world::KeyDown{"KeyQ", false, true});
        play.type("a");
    }
    CHECK(play.text() == "laaaa");
    CHECK(play.count("keyboard.held") == 1);
    play.up("KeyQ");
    for (int i = 0; i < 3; ++i) {
        play.act(world::KeyDown{"Backspace", false, i > 0});
    }
    CHECK(play.left() == 0);
    CHECK_MESSAGE(play.count("keyboard.held") == 1, "holding Backspace is no slip");
}

TEST_CASE("the arrows, Home, End and Delete work as in an editor, with Shift for selecting") {
    Play play("text = 'le chat'\n");
    play.write("un chat");
    play.tap("Home");
    play.down("ShiftLeft");
    play.tap("ArrowRight");
    play.tap("ArrowRight");
    play.up("ShiftLeft");
    CHECK(world::selected(play.practice.written) == "un");
    play.write("le");
    CHECK(play.left() == 0);
    CHECK(play.text() == "le chat");
}

TEST_CASE("keys that are down are known, and a stuck one does no harm") {
    Play play("text = 'a'\n");
    play.down("ShiftLeft");
    CHECK(world::is_held(play.practice, "ShiftLeft"));
    play.up("ShiftLeft");
    CHECK_FALSE(world::is_held(play.practice, "ShiftLeft"));
    for (int i = 0; i < 1000; ++i) {
        play.down("Strange" + std::to_string(i));
    }
    CHECK(play.practice.held.size() <= 32);
}

TEST_CASE("what the pointer does is not for the keyboard") {
    Play play("text = 'a'\n");
    const world::KeyboardPractice before = play.practice;
    play.act(world::Move{3, 4});
    play.act(world::Press{});
    play.act(world::Release{});
    play.act(world::Scroll{1});
    play.act(world::Wait{});
    CHECK(play.practice == before);
    CHECK(play.events.empty());
}

TEST_CASE("Shift is held by the other hand") {
    const world::Layout& azerty = keyboard_play::layout("azerty-fr");
    using Codes = std::vector<std::string>;
    CHECK(world::modifiers_for(azerty, {"KeyQ", true, false}) == Codes{"ShiftRight"});
    CHECK(world::modifiers_for(azerty, {"KeyP", true, false}) == Codes{"ShiftLeft"});
    CHECK(world::modifiers_for(azerty, {"Digit0", false, true}) == Codes{"AltRight"});
    CHECK(world::modifiers_for(azerty, {"KeyE"}).empty());
}
