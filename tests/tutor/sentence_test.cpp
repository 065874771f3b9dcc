// What is to be done is said by the words that stand on the screen.
#include "lesson_of.h"
#include "tutor/run.h"
#include "tutor/sentence.h"

#include <span>

namespace {

using tutor::Sentence;
using world::Action;
using world::Deed;

/// The practice computer of a lesson with that start.
world::Computer computer_of(const std::string& start) {
    const auto lesson = lesson_of("id = \"test.lesson\"\ntitle = \"Essai\"\ncan_do = \"Je sais.\"\n" + start +
                                  "\n[[step]]\nname = \"one\"\nsay = \"Faites.\"\ngoal = { desktop.windows = { count "
                                  "= 0 } }\n");
    return tutor::begin(lesson, world::Setup{}).run.computer;
}

world::Computer mail() {
    return computer_of("[start.desktop]\nlook = \"bar\"\nopen = [\"mail\"]\n[[start.mail.inbox]]\nfrom = \"Marie Petit "
                       "<marie@exemple.fr>\"\nsubject = \"Jeudi\"\nbody = \"Bonjour\"\n[[start.mail.inbox]]\nfrom = "
                       "\"Marie Petit <marie@exemple.fr>\"\nsubject = \"Vendredi\"\nbody = "
                       "\"Bonjour\"\n[[start.mail.inbox]]\nfrom = \"Ali Kaya <ali@exemple.fr>\"\nsubject = "
                       "\"Samedi\"\nbody = \"Bonjour\"\n");
}

std::vector<Action> actions(std::initializer_list<Deed> deeds) {
    std::vector<Action> all;
    for (const Deed& deed : deeds) {
        all.push_back({0, deed});
    }
    return all;
}

Sentence said(const world::Computer& computer, std::initializer_list<Deed> deeds) {
    return tutor::sentence_of(computer, actions(deeds));
}

} // namespace

TEST_CASE("a click is said with what stands on its target, and how it is done") {
    const world::Computer computer = mail();
    const world::Words write = world::message("desk.mail.write");
    CHECK(said(computer, {world::Click{"mail/toolbar/write"}}) == Sentence{"click", {{"thing", write}}, {}});
    const world::Click twice{"mail/toolbar/write", world::Button::left, 2};
    CHECK(said(computer, {twice}).id == "double");
    CHECK(said(computer, {world::Click{"mail/toolbar/write", world::Button::right}}).id == "right");
    CHECK(said(computer, {world::Click{"mail/field/search"}}).id == "click-in");
}

TEST_CASE("two messages of one person are told apart by what they are about") {
    const world::Computer computer = mail();
    CHECK(said(computer, {world::Click{"mail/message/Samedi"}}).parts.at(0).words == world::as_it_is("Ali Kaya"));
    CHECK(said(computer, {world::Click{"mail/message/Jeudi"}}).parts.at(0).words ==
          world::as_it_is("Marie Petit, Jeudi"));
}

TEST_CASE("what has no words of its own is only shown") {
    const world::Computer computer = mail();
    CHECK(said(computer, {world::Place{"mail/grip", 700, 600}}) == Sentence{"place-here", {}, {}});
    CHECK(said(computer, {world::Click{"nowhere"}}) == Sentence{"click-here", {}, {}});
}

TEST_CASE("something dragged is said with where it goes") {
    const Sentence sentence = said(mail(), {world::Drag{"mail/message/Samedi", "mail/folder/archive"}});
    CHECK(sentence.id == "drag");
    REQUIRE(sentence.parts.size() == 2);
    CHECK(sentence.parts[0].words == world::as_it_is("Ali Kaya"));
    CHECK(sentence.parts[1].name == "onto");
}

TEST_CASE("keys that are pressed together are one thing to do, until they are up") {
    const world::Computer computer = mail();
    const std::vector<Action> keys =
        actions({world::KeyDown{"ControlLeft"}, world::KeyDown{"KeyR"}, world::KeyUp{"KeyR"},
                 world::KeyUp{"ControlLeft"}, world::KeyDown{"Enter"}, world::Click{"mail/toolbar/write"}});
    CHECK(tutor::one_thing(computer, keys) == 4);
    const Sentence together = tutor::sentence_of(computer, keys);
    CHECK(together.id == "keys-2");
    CHECK(together.keys.size() == 2);
    const std::span<const Action> rest = std::span(keys).subspan(4);
    CHECK(tutor::one_thing(computer, rest) == 1);
    CHECK(tutor::sentence_of(computer, rest).id == "key");
}

TEST_CASE("a text is one thing to do, however it is cut up, and the key before it is another") {
    const world::Computer computer = mail();
    const std::vector<Action> text = actions({world::KeyDown{"Tab"}, world::Type{"o"}, world::Type{"ui"}});
    CHECK(tutor::one_thing(computer, text) == 1);
    const std::span<const Action> typed = std::span(text).subspan(1);
    CHECK(tutor::one_thing(computer, typed) == 2);
    CHECK(tutor::sentence_of(computer, typed) == Sentence{"type", {{"text", world::as_it_is("oui")}}, {}});
}

TEST_CASE("with a mouse that is practised, the way there is said apart from what is done there") {
    const world::Computer computer =
        computer_of("[[start.pointer.thing]]\nname = \"lamp\"\npicture = \"lamp\"\nlabel = \"la lampe\"\nplace = "
                    "\"centre\"\n");
    const std::vector<Action> click =
        actions({world::Move{480, 360}, world::Press{}, world::Release{}, world::Press{}, world::Release{}});
    CHECK(tutor::one_thing(computer, click) == 1);
    CHECK(tutor::sentence_of(computer, click) == Sentence{"move-to", {{"thing", world::as_it_is("la lampe")}}, {}});
    CHECK(said(computer, {world::Move{20, 20}}).id == "move");
    const std::span<const Action> twice = std::span(click).subspan(1);
    CHECK(tutor::one_thing(computer, twice) == 4);
    CHECK(tutor::sentence_of(computer, twice).id == "press-twice");
    CHECK(said(computer, {world::Press{}, world::Release{}}).id == "press-left");
    CHECK(said(computer, {world::Press{}, world::Move{5, 5}}).id == "hold");
}

TEST_CASE("of nothing to do, nothing is one thing") {
    CHECK(tutor::one_thing(mail(), {}) == 0);
}

TEST_CASE("a click before all of a text is said as that, and marking it as marking") {
    const world::Computer computer = mail();
    CHECK(said(computer, {world::Mark{"mail/field/search", 0, 0}}).id.starts_with("begin"));
    CHECK(said(computer, {world::Mark{"mail/field/search", 0, 4}}).id.starts_with("mark"));
}
