// Anything at all is done, at random; what must always hold, holds.
#include "base/random.h"
#include "quiz_play.h"

#include <array>
#include <cmath>

using quiz_play::Play;

namespace {

world::Deed any_deed(const world::QuizPractice& practice, base::Random& random) {
    constexpr std::array codes{"ArrowUp", "ArrowDown", "Space", "Enter", "Digit1",  "Digit9",      "Backspace",
                               "Delete",  "Home",      "KeyA",  "KeyW",  "Numpad3", "ControlLeft", "ShiftRight"};
    constexpr std::array texts{"é", "été", "3,14", "\n", "\xFF", "", "abc", "👩‍👧", "*"};
    const std::vector<world::Target> targets = world::targets(practice);
    const auto target = [&] {
        return targets.empty() || random.below(8) == 0 ? std::string("quiz/answer/99")
                                                       : targets[random.below(targets.size())].name;
    };
    switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
        return world::Click{target(), random.below(9) == 0 ? world::Button::right : world::Button::left, 1, false,
                            false};
    case 3:
        return world::KeyDown{codes[random.below(codes.size())], false, random.below(4) == 0};
    case 4:
        return world::KeyUp{codes[random.below(codes.size())]};
    case 5:
        return world::Type{texts[random.below(texts.size())]};
    case 6:
        return world::Drag{target(), target(), false};
    case 7:
        return random.below(2) == 0 ? world::Deed{world::Undo{}}
                                    : world::Deed{world::Mark{target(), random.below(9), random.below(99)}};
    default: {
        const std::vector<world::Action> actions = world::actions(practice, 0);
        return actions.empty() ? world::Deed{world::Wait{}} : actions[random.below(actions.size())].deed;
    }
    }
}

void check_invariants(const Play& play) {
    const world::QuizPractice& practice = play.practice;
    REQUIRE(practice.state.current < practice.questions->size());
    REQUIRE(practice.state.marks.size() == practice.questions->size());
    REQUIRE(practice.before.size() <= 100);
    REQUIRE(practice.held.size() <= 8);
    const double remaining = world::remaining(practice);
    REQUIRE(std::isfinite(remaining));
    REQUIRE(remaining >= static_cast<double>(world::left_in(practice)));
    REQUIRE((remaining == 0 || !world::actions(practice, 0).empty()));
    for (const world::QuizMark& mark : practice.state.marks) {
        REQUIRE(mark.written.caret <= mark.written.text.size());
    }
}

std::vector<world::Event> monkey(std::uint64_t seed, int count) {
    base::Random random{seed};
    std::vector<world::Event> all;
    for (int done = 0; done < count; done += 300) {
        Play play(quiz_play::every_kind, random.next());
        for (int i = 0; i < 300; ++i) {
            play.act(any_deed(play.practice, random));
            if (i % 10 == 0) {
                check_invariants(play);
            }
        }
        while (world::can_undo(play.practice)) {
            play.act(world::Undo{});
        }
        check_invariants(play);
        all.insert(all.end(), play.events.begin(), play.events.end());
    }
    return all;
}

} // namespace

TEST_CASE("whatever is done in a quiz, it stays sound, and goes on") {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        CHECK_FALSE(monkey(seed, 12'000).empty());
    }
}

TEST_CASE("the same deeds in a quiz give the same events") {
    CHECK(monkey(11, 3'000) == monkey(11, 3'000));
}
