// Speed, accuracy and the errors of each key.
#include "keyboard_play.h"
#include "world/keyboard_measure.h"

using keyboard_play::Play;

TEST_CASE("words per minute count five characters a word from the first character to the last") {
    Play play("text = 'bonjour a tous!'\n");
    play.now = 1000;
    std::vector<std::string> characters = world::characters_of("bonjour a tous!");
    REQUIRE(characters.size() == 15);
    for (const std::string& character : characters) {
        play.act(world::Type{character}, 200);
    }
    CHECK(play.value<double>("keyboard.measured", "time") == 2800);
    CHECK(play.value<double>("keyboard.measured", "characters") == 15);
    CHECK(play.value<double>("keyboard.measured", "words_per_minute") == doctest::Approx(14.0 / 5 / (2.8 / 60)));
    CHECK(play.value<double>("keyboard.measured", "accuracy") == 100);
}

TEST_CASE("accuracy is the right characters among all that were typed") {
    Play play("text = 'aab'\n");
    play.write("ax");
    play.tap("Backspace");
    play.write("ab");
    CHECK(play.value<double>("keyboard.measured", "accuracy") == doctest::Approx(75));
    CHECK(play.value<double>("keyboard.measured", "errors") == 1);
    CHECK(play.value<double>("keyboard.measured", "corrected") == 1);
}

TEST_CASE("each character that was asked for has its tries and errors") {
    Play play("text = 'aab'\n");
    play.write("ax");
    play.tap("Backspace");
    play.write("ab");
    CHECK(play.count("keyboard.key_measured") == 2);
    for (const world::Event& event : play.events) {
        if (event.fact.name == "keyboard.key_measured") {
            const bool is_a = std::get<std::string>(*world::find_field(event.fact, "character")) == "a";
            CHECK(std::get<double>(*world::find_field(event.fact, "tries")) == (is_a ? 3 : 1));
            CHECK(std::get<double>(*world::find_field(event.fact, "errors")) == (is_a ? 1 : 0));
        }
    }
}

TEST_CASE("errors that stand take a word away each, and speed is never below nothing") {
    world::TypingMeasure measure;
    world::count_typed(measure, 0, "a", true);
    world::count_typed(measure, 60'000, "b", true);
    const auto speed = [&](std::size_t characters, std::size_t errors) {
        const world::Fact fact = world::measured_facts(measure, characters, errors).front();
        return std::get<double>(*world::find_field(fact, "words_per_minute"));
    };
    CHECK(speed(101, 0) == doctest::Approx(20));
    CHECK(speed(101, 3) == doctest::Approx(17));
    CHECK(speed(11, 9) == 0);
}

TEST_CASE("a single character has no speed") {
    Play play("text = 'a'\n");
    play.type("a");
    CHECK(play.value<double>("keyboard.measured", "words_per_minute") == 0);
    CHECK(play.value<double>("keyboard.measured", "time") == 0);
}

TEST_CASE("a press task is measured too") {
    Play play("task = 'press'\nkeys = ['Enter', 'Space']\n");
    play.tap("Enter");
    play.tap("Tab");
    play.tap("Space");
    CHECK(play.value<double>("keyboard.measured", "characters") == 2);
    CHECK(play.value<double>("keyboard.measured", "accuracy") == doctest::Approx(200.0 / 3));
    CHECK(play.count("keyboard.key_measured") == 2);
}
