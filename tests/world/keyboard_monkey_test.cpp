// Anything at all is typed, at random; what must always hold, holds.
#include "../amount.h"
#include "base/random.h"
#include "keyboard_play.h"
#include "world/keyboard_keys.h"

#include <cmath>

using keyboard_play::Play;

namespace {

constexpr int rounds = times(100'000, 10'000);

constexpr std::array tasks{
    "text = 'Noël, forêt et cœur : 12 €'\n",
    "text = \"À l’été\\nœufs, ça !\"\n",
    "task = 'correct'\ndraft = 'une féte en foret'\ntext = 'une fête en forêt'\n",
    "task = 'press'\ntext = 'fê œ@'\n",
    "task = 'press'\nkeys = ['Enter', 'Space', 'ShiftLeft', 'ArrowLeft', 'Backspace']\n",
};

world::Deed any_deed(const world::KeyboardPractice& practice, base::Random& random) {
    constexpr std::array texts{"e", "^", "¨",  "ê",       "E",      " ",    "o",   "œ", "x",
                               "é", "…", "\n", "e\u0302", "\u0301", "\xFF", "abc", "",  "👩‍👧"};
    const auto codes = world::known_codes();
    const std::string code{codes[random.below(codes.size())]};
    switch (random.below(8)) {
    case 0:
    case 1:
        return world::KeyDown{code, random.below(5) == 0, random.below(6) == 0};
    case 2:
        return world::KeyUp{code};
    case 3:
        return world::Type{texts[random.below(texts.size())]};
    case 4:
    case 5: {
        const std::vector<world::Action> actions = world::actions(practice, 0);
        return actions.empty() ? world::Deed{world::Wait{}} : actions[random.below(actions.size())].deed;
    }
    default:
        return world::KeyDown{random.below(2) == 0 ? "Backspace" : "ArrowLeft", false, false};
    }
}

void check_invariants(const Play& play) {
    const world::KeyboardPractice& practice = play.practice;
    const world::TextEdit& edit = practice.written;
    REQUIRE(edit.caret <= edit.text.size());
    REQUIRE(edit.anchor <= edit.text.size());
    REQUIRE(edit.text.size() <= edit.most);
    REQUIRE(practice.held.size() <= 32);
    REQUIRE(practice.position <= practice.target.size());
    const world::Comparison comparison = world::compare(practice);
    REQUIRE(comparison.target.size() == practice.target.size());
    REQUIRE(comparison.errors <= comparison.left);
    REQUIRE(comparison.written.size() == world::characters_of(edit.text).size());
    const double remaining = world::remaining(practice);
    REQUIRE(std::isfinite(remaining));
    REQUIRE((remaining == 0) == (comparison.left == 0));
    REQUIRE(play.count("keyboard.measured") <= 1);
}

/// The events of a run of random actions; every so often the practice begins anew.
std::vector<world::Event> monkey(std::uint64_t seed, int count, bool check) {
    base::Random random{seed};
    std::vector<world::Event> all;
    for (int done = 0; done < count; done += 250) {
        Play play(tasks[random.below(tasks.size())],
                  keyboard_play::layout_ids[random.below(keyboard_play::layout_ids.size())]);
        for (int i = 0; i < 250; ++i) {
            play.act(any_deed(play.practice, random));
            if (check && i % 20 == 0) {
                check_invariants(play);
            }
        }
        all.insert(all.end(), play.events.begin(), play.events.end());
    }
    return all;
}

} // namespace

TEST_CASE("whatever is typed, the practice stays sound") {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        CAPTURE(seed);
        CHECK_FALSE(monkey(seed, rounds, true).empty());
    }
}

TEST_CASE("the same keys give the same events") {
    CHECK(monkey(11, 5000, false) == monkey(11, 5000, false));
}
