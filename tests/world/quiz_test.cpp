#include "base/random.h"
#include "quiz_play.h"

#include <algorithm>
#include <set>

using quiz_play::every_kind;
using quiz_play::faults_of;
using quiz_play::Play;

namespace {

constexpr std::string_view pairs = R"(
[[question]]
kind = "match"
ask = "Reliez."
answer = [{ text = "chat", with = "miaule" }, { text = "chien", with = "aboie" }]
)";

std::string only_fault(std::string_view toml) {
    const base::Faults faults = faults_of(toml);
    CHECK(faults.size() == 1);
    return faults.empty() ? std::string() : faults.front().id;
}

/// Follows what leads on, first of all, to the end; by keys alone where asked for.
bool solve(Play& play, bool keys_only) {
    for (int i = 0; i < 400 && world::remaining(play.practice) > 0; ++i) {
        const double before = world::remaining(play.practice);
        bool leads_on = false;
        for (const world::Action& action : world::actions(play.practice, play.now)) {
            const bool is_click = std::holds_alternative<world::Click>(action.deed);
            Play ahead = play;
            ahead.act(action.deed);
            if (!(keys_only && is_click) && world::remaining(ahead.practice) < before) {
                play = ahead;
                leads_on = true;
                break;
            }
        }
        if (!leads_on && keys_only && play.practice.state.focus != "quiz/field") {
            play.act(world::KeyDown{"ArrowUp", false, false});
        } else if (!leads_on) {
            return false;
        }
    }
    return world::remaining(play.practice) == 0;
}

} // namespace

TEST_CASE("an answer counts once it is handed in, and another one can be given") {
    Play play(every_kind);
    play.click("quiz/answer/2");
    CHECK(play.count("quiz.answered") == 0);
    play.click("quiz/check");
    CHECK(play.count("quiz.unexpected") == 1);
    CHECK(play.told() == std::vector<std::string>{"quiz.told.one", "C’est plus."});
    CHECK(world::left_in(play.practice) == 8);
    play.click("quiz/answer/1");
    CHECK(play.told().empty());
    play.click("quiz/check");
    CHECK(play.told() == std::vector<std::string>{"quiz.told.expected", "Bien.", "Oui, un."});
    CHECK(world::left_in(play.practice) == 7);
    play.click("quiz/next");
    CHECK(world::current_question(play.practice).name == "several");
}

TEST_CASE("several answers are right only all together") {
    Play play(every_kind);
    play.practice.state.current = 1;
    play.click("quiz/answer/1");
    play.click("quiz/check");
    CHECK(play.told().front() == "quiz.told.lacks");
    play.click("quiz/answer/2");
    play.click("quiz/check");
    CHECK(play.told().front() == "quiz.told.lacks-and-other");
    play.click("quiz/answer/3");
    play.click("quiz/check");
    CHECK(play.told().front() == "quiz.told.other");
    play.click("quiz/answer/2");
    play.click("quiz/check");
    CHECK(play.told().front() == "quiz.told.expected");
}

TEST_CASE("true or false stay in that order, and each has its word") {
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) {
        Play play(every_kind, seed);
        play.practice.state.current = 2;
        CHECK(world::targets(play.practice).front().words.message.id == "quiz.true");
        play.click("quiz/answer/1");
        play.click("quiz/check");
        CHECK(play.told() == std::vector<std::string>{"quiz.told.one", "Rarement."});
        play.click("quiz/answer/2");
        play.click("quiz/check");
        CHECK(play.told() == std::vector<std::string>{"quiz.told.expected"});
    }
}

TEST_CASE("pairs are made by two clicks or a drag, and handed in once all are made") {
    Play play(pairs);
    play.click("quiz/right/1"); // nothing is taken
    CHECK(play.practice.state.taken == world::no_answer);
    play.click("quiz/left/1");
    play.click("quiz/right/2");
    play.click("quiz/check"); // not yet
    CHECK(play.count("quiz.answered") == 0);
    play.act(world::Drag{"quiz/left/2", "quiz/right/1", false});
    play.click("quiz/check");
    REQUIRE(play.told().size() == 1);
    CHECK(world::told(play.practice).front().message.arguments.front().value == "0");
    play.click("quiz/left/1");
    play.click("quiz/right/1");
    play.click("quiz/left/2");
    play.click("quiz/right/2");
    play.click("quiz/check");
    CHECK(world::remaining(play.practice) == 0);
    CHECK(play.count("quiz.finished") == 1);
}

TEST_CASE("words are compared without capitals, accents and outer blanks, and a star stands for anything") {
    CHECK(world::is_like("été", " ETE "));
    CHECK(world::is_like("l'été*", "L’été bleu"));
    CHECK(world::is_like("*bleu*", "le ciel bleu clair"));
    CHECK(world::is_like("a*b*c", "axxbxxbc"));
    CHECK_FALSE(world::is_like("a*b*c", "axxcxxb"));
    CHECK_FALSE(world::is_like("été", "étés"));
    CHECK(world::is_like("deux  mots", "deux mots"));
    CHECK_FALSE(world::is_like("a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", std::string(2000, 'a')));
}

TEST_CASE("numbers are read with a point or a comma, and count within their tolerance") {
    CHECK(world::number_in("3,5") == 3.5);
    CHECK(world::number_in(" 1 000 ") == 1000);
    CHECK(world::number_in("-2.25") == -2.25);
    CHECK(world::number_in("+7") == 7);
    CHECK_FALSE(world::number_in("trois").has_value());
    CHECK_FALSE(world::number_in("").has_value());
    CHECK_FALSE(world::number_in("1e5").has_value());
    CHECK_FALSE(world::number_in("3 %").has_value());
    Play play(every_kind);
    play.practice.state.current = 5;
    play.click("quiz/field");
    play.type("abc");
    play.press("Enter");
    CHECK(play.told() == std::vector<std::string>{"quiz.told.not-a-number"});
    play.practice.state.marks[5].written = world::edit_of("3");
    play.practice.state.marks[5].handed_in = false;
    play.press("Enter");
    CHECK(play.told() == std::vector<std::string>{"quiz.told.number", "Plus précis."});
    play.practice.state.marks[5].written = world::edit_of("3,15");
    play.practice.state.marks[5].handed_in = false;
    play.press("Enter");
    CHECK(play.told() == std::vector<std::string>{"quiz.told.expected"});
}

TEST_CASE("the seed draws the order of the answers, and nothing else does") {
    std::set<std::vector<std::size_t>> orders;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        orders.insert(Play(every_kind, seed).practice.questions->front().shown);
        CHECK(Play(every_kind, seed).practice == Play(every_kind, seed).practice);
    }
    CHECK(orders.size() == 6);
    const std::string fixed = "shuffle = false\n" + std::string(every_kind);
    CHECK(Play(fixed, 5).practice.questions->front().shown == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("all can be done with the keys, and with clicks") {
    for (const bool keys_only : {true, false}) {
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            CAPTURE(keys_only);
            CAPTURE(seed);
            Play play(every_kind, seed);
            CHECK(solve(play, keys_only));
            CHECK(play.count("quiz.unexpected") == 0);
            CHECK(play.count("quiz.finished") == 1);
        }
    }
}

TEST_CASE("arrows, the space bar, digits and Enter do what clicks do") {
    Play play("shuffle = false\n" + std::string(every_kind));
    play.press("ArrowDown");
    play.press("Space");
    CHECK(world::current_mark(play.practice).chosen == std::vector<bool>{false, true, false});
    play.press("Digit1");
    CHECK(world::current_mark(play.practice).chosen == std::vector<bool>{true, false, false});
    play.press("Enter");
    CHECK(play.count("quiz.answered") == 1);
    play.press("Enter");
    CHECK(world::current_question(play.practice).name == "several");
    play.press("Numpad2");
    CHECK(world::current_mark(play.practice).chosen[1]);
}

TEST_CASE("every change can be taken back, the last first") {
    Play play(every_kind);
    const world::QuizState begun = play.practice.state;
    play.click("quiz/answer/1");
    play.click("quiz/check");
    play.click("quiz/next");
    play.click("quiz/answer/3");
    play.act(world::KeyDown{"ControlLeft", false, false});
    play.press("KeyW"); // writes z on this layout
    CHECK(world::current_question(play.practice).name == "several");
    CHECK_FALSE(world::current_mark(play.practice).chosen[2]);
    play.act(world::KeyUp{"ControlLeft"});
    for (int i = 0; i < 3; ++i) {
        play.act(world::Undo{});
    }
    CHECK(play.practice.state == begun);
    CHECK_FALSE(world::can_undo(play.practice));
}

TEST_CASE("what does not fit together is told") {
    constexpr std::string_view ok = "answer = [{ text = 'a', right = true }, { text = 'b' }]\n";
    const auto question = [](std::string_view rest) { return "[[question]]\nask = 'Quoi ?'\n" + std::string(rest); };
    CHECK(faults_of(every_kind).empty());
    CHECK(faults_of(question(ok)).empty());
    CHECK(only_fault(question("answer = [{ text = 'a' }, { text = 'b' }]")) == "quiz.one-right");
    CHECK(only_fault(question("kind = 'several'\nanswer = [{ text = 'a' }, { text = 'b' }]")) == "quiz.no-right");
    CHECK(only_fault(question("answer = [{ text = 'a', right = true }]")) == "quiz.few-answers");
    CHECK(only_fault(question("answer = [{ text = 'a', right = true }, { text = 'a' }]")) == "quiz.same-answer");
    CHECK(only_fault(question("kind = 'true-false'")) == "quiz.key-missing");
    CHECK(only_fault(question("kind = 'card'\n" + std::string(ok))) == "quiz.key-of-other-kind");
    CHECK(only_fault(question("holds = true\n" + std::string(ok))) == "quiz.key-of-other-kind");
    CHECK(only_fault(question("kind = 'number'\nanswer = [{ right = true }]")) == "quiz.key-missing");
    CHECK(only_fault(question("kind = 'match'\nanswer = [{ text = 'a', with = 'b' }]")) == "quiz.few-pairs");
    CHECK(only_fault(question("say = ''\n" + std::string(ok))) == "quiz.empty-text");
    CHECK(only_fault(question("say = 'un *mot'\n" + std::string(ok))) == "text.star");
    CHECK(only_fault(question("say = '" + std::string(401, 'x') + "'\n" + std::string(ok))) == "quiz.long-text");
    CHECK(only_fault(question("name = '2'\n" + std::string(ok)) + question(ok)) == "quiz.same-name");
}
