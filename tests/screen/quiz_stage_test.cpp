// A quiz on the stage: what can be touched lies where a click does it, large enough, whatever is shown.
#include "stage_of.h"
#include "world/quiz.h"

#include <algorithm>

namespace {

constexpr auto start = R"(
[[quiz.question]]
ask = "Quel fruit est rouge ?"
answer = [{ text = "La fraise", right = true, say = "Bien vu." }, { text = "La banane", say = "Elle est jaune." }, { text = "La poire" }]
[[quiz.question]]
kind = "several"
ask = "Lesquels sont pairs ?"
answer = [{ text = "2", right = true }, { text = "3" }, { text = "4", right = true }, { text = "5" }, { text = "7" }, { text = "9" }, { text = "11" }, { text = "13" }]
[[quiz.question]]
kind = "match"
ask = "Reliez."
answer = [{ text = "chat", with = "miaule" }, { text = "chien", with = "aboie" }, { with = "chante" }]
[[quiz.question]]
kind = "text"
ask = "La saison chaude ?"
answer = [{ text = "été", right = true }]
[[quiz.question]]
kind = "free"
ask = "Votre avis ?"
[[quiz.question]]
kind = "card"
ask = "Merci."
)";

world::QuizPractice& quiz(world::Computer& computer) {
    return std::get<world::QuizPractice>(computer.apps.front());
}

screen::Picture draw(StagePass& pass, const world::Computer& computer) {
    screen::StageCues cues;
    pass.picture(computer, cues);
    return pass.picture(computer, cues);
}

/// Presses and lets go in the middle of what was drawn by that name.
std::vector<world::Deed> click(StagePass& pass, const world::Computer& computer, const std::string& target) {
    const auto place = pass.place("stage/" + target);
    REQUIRE(place);
    const screen::Point at = place->centre();
    pass.deeds(computer, screen::PointerMoved{at});
    pass.deeds(computer, screen::PointerPressed{screen::PointerButton::left});
    return pass.deeds(computer, screen::PointerReleased{screen::PointerButton::left});
}

void set_look(StagePass& pass, bool is_large) {
    pass.look.text_size = is_large ? screen::TextSize::largest : screen::TextSize::normal;
    pass.look.high_contrast = is_large;
}

} // namespace

TEST_CASE("each target of each question is clicked where it is drawn, and is large enough") {
    for (const bool is_large : {false, true}) {
        for (std::size_t question = 0; question < 6; ++question) {
            CAPTURE(is_large);
            CAPTURE(question);
            StagePass pass;
            set_look(pass, is_large);
            world::Computer computer = computer_of(start);
            quiz(computer).state.current = question;
            quiz(computer).state.taken = question == 2 ? 0 : world::no_answer; // then right sides can be touched
            draw(pass, computer);
            for (const world::Target& target : world::targets(quiz(computer))) {
                CAPTURE(target.name);
                if (!target.enabled || !pass.place("stage/" + target.name)) {
                    continue; // scrolled away
                }
                CHECK(pass.place("stage/" + target.name)->h >= 48);
                const std::vector<world::Deed> deeds = click(pass, computer, target.name);
                REQUIRE(deeds.size() == 1);
                CHECK(std::get<world::Click>(deeds.front()).target == target.name);
            }
        }
    }
}

TEST_CASE("in ordinary letters every question fits without scrolling, with what is said of it") {
    for (std::size_t question = 0; question < 6; ++question) {
        CAPTURE(question);
        StagePass pass;
        world::Computer computer = computer_of(start);
        quiz(computer).state.current = question;
        quiz(computer).state.marks[question].handed_in = true;
        draw(pass, computer);
        for (const world::Target& target : world::targets(quiz(computer))) {
            CAPTURE(target.name);
            CHECK(pass.place("stage/" + target.name).has_value());
        }
        CHECK(pass.memory.scrolls.at("quiz").most == 0);
    }
}

TEST_CASE("what does not fit is scrolled by the wheel, and what the keyboard goes to comes into view") {
    StagePass pass;
    set_look(pass, true);
    world::Computer computer = computer_of(start);
    quiz(computer).state.current = 1;
    const double most = [&] {
        draw(pass, computer);
        return pass.memory.scrolls.at("quiz").most;
    }();
    if (most > 0) {
        pass.deeds(computer, screen::PointerMoved{pass.stage.centre()});
        pass.picture(computer, {}, screen::Wheel{100});
        CHECK(pass.memory.scrolls.at("quiz").offset == most);
    }
    for (const world::Target& target : world::targets(quiz(computer))) {
        quiz(computer).state.focus = target.name;
        draw(pass, computer);
        CAPTURE(target.name);
        CHECK(pass.place("stage/" + target.name).has_value());
    }
}

TEST_CASE("keys and text go to the quiz, but for those of the page") {
    StagePass pass;
    const world::Computer computer = computer_of(start);
    draw(pass, computer);
    screen::KeyPressed key;
    key.code = "Digit2";
    CHECK(pass.deeds(computer, key).size() == 1);
    CHECK(pass.deeds(computer, key, false).empty());
    key.code = "Tab";
    CHECK(pass.deeds(computer, key).empty());
    key.code = "KeyW";
    key.control = true;
    const std::vector<world::Deed> deeds = pass.deeds(computer, key);
    REQUIRE(deeds.size() == 2);
    CHECK(std::get<world::KeyDown>(deeds.front()).code == "ControlLeft");
    CHECK(std::get<world::Type>(pass.deeds(computer, screen::TextEntered{"a"}).front()).text == "a");
}
