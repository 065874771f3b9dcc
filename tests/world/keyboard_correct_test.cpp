// Correct tasks: a draft is made right.
#include "keyboard_play.h"

using keyboard_play::Play;
using world::Verdict;

namespace {

constexpr auto poster = "task = 'correct'\ndraft = 'un grind bal pour touz'\ntext = 'un grand bal pour tous'\n";

} // namespace

TEST_CASE("the draft stands there, with the caret at its end") {
    Play play(poster);
    CHECK(play.text() == "un grind bal pour touz");
    CHECK(play.practice.written.caret == play.text().size());
    CHECK(play.left() == 2);
    CHECK(world::compare(play.practice).errors == 2);
    const world::Comparison comparison = world::compare(play.practice);
    CHECK(comparison.target[5] == Verdict::wrong);
    CHECK(comparison.target[21] == Verdict::wrong);
    CHECK(comparison.written[5] == Verdict::wrong);
    CHECK(comparison.first_error == 5);
}

TEST_CASE("a letter too few, one too many and one replaced are one each") {
    CHECK(Play("task = 'correct'\ndraft = 'dans la sale du village'\ntext = 'dans la salle du village'\n").left() == 1);
    CHECK(Play("task = 'correct'\ndraft = 'samedii soir'\ntext = 'samedi soir'\n").left() == 1);
    CHECK(Play("task = 'correct'\ndraft = 'venez danset'\ntext = 'venez danser'\n").left() == 1);
}

TEST_CASE("a draft is mended from its end, key by key") {
    Play play(poster);
    CHECK(world::next_stroke(play.practice) == world::Stroke{"Backspace"});
    play.tap("Backspace");
    CHECK(play.left() == 2);
    CHECK(world::next_expected(play.practice) == "s");
    play.type("s");
    CHECK(play.left() == 1);
    CHECK(world::next_stroke(play.practice) == world::Stroke{"ArrowLeft"});
    for (int i = 0; i < 16; ++i) {
        play.tap("ArrowLeft");
    }
    CHECK(world::next_stroke(play.practice) == world::Stroke{"Backspace"});
    play.tap("Backspace");
    play.type("a");
    CHECK(play.left() == 0);
    CHECK(play.count("keyboard.erased") == 2);
    CHECK(play.count("keyboard.measured") == 1);
    CHECK(play.value<double>("keyboard.measured", "corrected") == 0);
}

TEST_CASE("writing where nothing is missing is noticed") {
    Play play("task = 'correct'\ndraft = 'samedii soir'\ntext = 'samedi soir'\n");
    play.type("x");
    CHECK(play.value<std::string>("keyboard.wrong_key", "expected").empty());
    CHECK(play.left() == 2);
}

TEST_CASE("a draft of several lines can be mended with the arrows up and down") {
    Play play("task = 'correct'\ndraft = \"Bonjour,\\nà bientot\"\ntext = \"Bonjour !\\nà bientôt\"\n");
    CHECK(play.practice.written.many_lines);
    play.tap("ArrowLeft");
    play.tap("Backspace");
    play.type("ô");
    play.tap("ArrowUp");
    play.tap("End");
    play.tap("Backspace");
    play.write(" !");
    CHECK(play.left() == 0);
}
