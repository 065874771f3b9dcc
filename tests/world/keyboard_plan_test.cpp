// What to do next: from anywhere to the end, always nearer.
#include "base/random.h"
#include "keyboard_play.h"

using keyboard_play::Play;

namespace {

/// Does the first action until all is done; each has to bring the end nearer.
void follow(Play& play) {
    double before = world::remaining(play.practice);
    for (int i = 0; before > 0; ++i) {
        REQUIRE(i < 5000);
        const std::vector<world::Action> actions = world::actions(play.practice, play.now);
        REQUIRE_FALSE(actions.empty());
        REQUIRE(actions.front().at > play.now);
        play.act(actions.front().deed, actions.front().at - play.now);
        const double now = world::remaining(play.practice);
        CAPTURE(play.text());
        REQUIRE(now < before);
        before = now;
    }
    CHECK(play.left() == 0);
    CHECK(play.count("keyboard.measured") == 1);
}

constexpr std::array tasks{
    "task = 'press'\nkeys = ['Enter', 'Backspace', 'ArrowLeft', 'Space', 'Space', 'ShiftLeft', 'CapsLock', 'KeyF']\n",
    "task = 'press'\ntext = 'fj fêÉœ@'\n",
    "text = 'Noël à la forêt : ça, où, très tôt, été, maïs ?'\n",
    "text = 'Ça coûte 12,50 € à l’école « Élan »… – c’est vrai !'\n",
    "text = 'anne-marie.petit_58@exemple.fr'\n",
    "text = \"Marie Petit\\n3 bis, rue du Lac\\n69001 LYON\"\n",
    "text = 'sœur, ^accent, 2^3, ~, ç, Ç, À, Ù'\n",
    "words = ['crêpe', 'gâteau', 'pêche', 'thé', 'OUI']\ncount = 4\n",
    "task = 'correct'\ndraft = 'Bnojour, je mapelle Zoé.'\ntext = 'Bonjour, je m’appelle Zoë.'\n",
    "task = 'correct'\ndraft = 'un grind bal pour touz'\ntext = 'un grand bal pour tous'\n",
    "task = 'correct'\ndraft = 'tout autre chose'\ntext = 'cœur'\n",
    "task = 'correct'\ndraft = \"une ligne\"\ntext = \"une\\nligne\"\n",
};

} // namespace

TEST_CASE("following what the practice proposes finishes every task on every layout") {
    for (const std::string_view id : keyboard_play::layout_ids) {
        for (const char* task : tasks) {
            CAPTURE(id);
            CAPTURE(std::string(task));
            Play play(task, id);
            follow(play);
            CHECK(play.count("keyboard.wrong_key") == 0);
            CHECK(play.count("keyboard.caps_lock") == 0);
        }
    }
}

TEST_CASE("the way back is found from any tangle") {
    const std::array codes{"KeyQ",       "BracketLeft", "ShiftLeft", "AltRight", "CapsLock", "Backspace", "ArrowLeft",
                           "ArrowRight", "Delete",      "Home",      "End",      "Enter",    "Space",     "Tab"};
    const std::array texts{"a", "e", "^", "¨", " ", "ê", "Ê", "o", "œ", "u", "x", "s"};
    for (const char* task : tasks) {
        for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U, 6U}) {
            CAPTURE(std::string(task));
            CAPTURE(seed);
            Play play(task, keyboard_play::layout_ids[seed % keyboard_play::layout_ids.size()]);
            base::Random random{seed};
            for (int i = 0; i < 40; ++i) {
                switch (random.below(3)) {
                case 0:
                    play.act(world::KeyDown{codes[random.below(codes.size())], random.below(4) == 0, false});
                    break;
                case 1:
                    play.act(world::KeyUp{codes[random.below(codes.size())]});
                    break;
                default:
                    play.type(texts[random.below(texts.size())]);
                }
            }
            if (world::remaining(play.practice) > 0 && !play.practice.measured) {
                follow(play);
            }
        }
    }
}

TEST_CASE("nothing remains exactly where nothing is left") {
    base::Random random{7};
    Play play("text = 'cœur à cœur'\n");
    const std::array texts{"c", "œ", "o", "e", "u", "r", " ", "à"};
    for (int i = 0; i < 1000; ++i) {
        if (random.below(9) < 5) {
            play.tap(random.below(2) == 0 ? "Backspace" : "ArrowLeft");
        } else {
            play.type(texts[random.below(texts.size())]);
        }
        REQUIRE((world::remaining(play.practice) == 0) == (play.left() == 0));
        REQUIRE(world::next_stroke(play.practice).has_value() == (play.left() > 0));
    }
}

TEST_CASE("the shortest way is proposed") {
    const auto whole_part = [](const Play& play) { return static_cast<int>(world::remaining(play.practice)); };
    CHECK(whole_part(Play("text = 'abc'\n")) == 3);
    CHECK_MESSAGE(whole_part(Play("task = 'correct'\ndraft = 'xbcd'\ntext = 'abcd'\n")) == 5, "3 left, erase, type");
    CHECK_MESSAGE(whole_part(Play("task = 'correct'\ndraft = 'xbcdy'\ntext = 'abcdz'\n")) == 8,
                  "erase, type, 4 left, erase, type");
    Play in_the_middle("task = 'correct'\ndraft = 'axcdyf'\ntext = 'abcdef'\n");
    for (int i = 0; i < 3; ++i) {
        in_the_middle.tap("ArrowLeft");
    }
    CHECK_MESSAGE(whole_part(in_the_middle) == 7, "left, erase, type, 2 right, erase, type");
}

TEST_CASE("Backspace is proposed to somebody who copies, the arrows to somebody who mends") {
    Play copy("text = 'bonjour'\n");
    copy.write("bpn");
    CHECK(world::next_stroke(copy.practice) == world::Stroke{"Backspace"});
    Play mend("task = 'correct'\ndraft = 'bpnjour'\ntext = 'bonjour'\n");
    CHECK(world::next_stroke(mend.practice) == world::Stroke{"ArrowLeft"});
}

TEST_CASE("Caps Lock is to be switched off before small letters, and used for capitals") {
    Play play("text = 'aB'\n");
    play.tap("CapsLock", true);
    CHECK(world::next_stroke(play.practice) == world::Stroke{"CapsLock"});
    play.tap("CapsLock", false);
    CHECK(world::next_stroke(play.practice) == world::Stroke{"KeyQ"});
    play.strike("KeyQ", "a");
    CHECK(world::next_stroke(play.practice) == world::Stroke{"KeyB", true});
    play.tap("CapsLock", true);
    CHECK(world::next_stroke(play.practice) == world::Stroke{"KeyB", false});
}

TEST_CASE("beside the way, a wrong key or two are among the actions") {
    Play play("text = 'bon'\n");
    const std::vector<world::Action> actions = world::actions(play.practice, 100);
    CHECK(actions.size() >= 2);
    play.act(actions[1].deed);
    CHECK(play.count("keyboard.wrong_key") == 1);
}
