// Help as the learner meets it: the rungs, the demonstration, the offer.
#include "person.h"

namespace {

using tutor::Help;

const app::Playing& playing(Person& person) {
    return std::get<app::Playing>(person.session().page());
}

std::string word(Person& person) {
    return person.session().tutor_word();
}

bool says(Person& person, const std::string& part) {
    CAPTURE(word(person));
    return word(person).find(part) != std::string::npos;
}

void open(Person& person, const std::string& lesson) {
    person.click("guest");
    person.open(lesson);
}

void climb(Person& person, int rungs) {
    for (int i = 0; i < rungs; ++i) {
        person.click("help");
        person.frame();
    }
}

bool plays(Person& person) {
    return playing(person).page.help.playback.has_value();
}

void watch_to_the_end(Person& person) {
    for (int frames = 0; frames < 2'000 && plays(person); ++frames) {
        person.pass_time(50);
    }
    REQUIRE_FALSE(plays(person));
}

constexpr const char* offer = "Je peux vous aider";

} // namespace

TEST_CASE("each press of help goes one rung up: words, the area, the thing, a demonstration, all together") {
    const TemporaryFolder folder;
    Person person(folder.path);
    open(person, "pointer.click");
    climb(person, 1);
    CHECK(person.session().help() == Help::nudge);
    CHECK(word(person) == playing(person).run.current().hint);
    CHECK_FALSE(person.sees("help/area"));
    climb(person, 1);
    CHECK(person.session().help() == Help::look);
    CHECK(person.sees("help/area"));
    CHECK_FALSE(person.sees("help/ring"));
    climb(person, 1);
    CHECK(person.session().help() == Help::point);
    CHECK(person.sees("help/ring"));
    CHECK_FALSE(person.sees("help/area"));
    CHECK(says(person, "Amenez la flèche"));
    climb(person, 1);
    CHECK(person.session().help() == Help::show);
    CHECK(plays(person));
    CHECK(person.sees("help/ghost"));
    watch_to_the_end(person);
    CHECK(says(person, "À vous maintenant."));
    climb(person, 1);
    CHECK(person.session().help() == Help::together);
    CHECK_FALSE(plays(person));
    CHECK(says(person, "Ensemble"));
    CHECK(person.sees("help/ring"));
    person.play_step();
    CHECK(person.sees("next"));
    CHECK_FALSE(person.sees("help/ring"));
}

TEST_CASE("a demonstration leaves the learner's own run as it was") {
    const TemporaryFolder folder;
    for (const char* lesson : {"pointer.drag", "keyboard.accents"}) {
        CAPTURE(lesson);
        Person person(Seat{.data = folder.path / lesson});
        open(person, lesson);
        climb(person, 4);
        REQUIRE(plays(person));
        const tutor::Run before = playing(person).run;
        watch_to_the_end(person);
        CHECK(playing(person).run == before);
    }
}

TEST_CASE("a demonstration waits while it is paused, is played once more, and is stopped") {
    const TemporaryFolder folder;
    Person person(folder.path);
    open(person, "pointer.click");
    climb(person, 4);
    REQUIRE(plays(person));
    const auto shown_at = [&] { return playing(person).page.help.playback->shown.run.now; };
    const std::int64_t began = shown_at();
    person.pass_time(600);
    person.key("Space");
    const std::int64_t paused = shown_at();
    CHECK(paused > began);
    person.pass_time(60'000);
    CHECK(shown_at() == paused);
    person.click("pause");
    person.pass_time(100);
    CHECK(shown_at() > paused);
    person.click("repeat");
    CHECK(shown_at() < paused);
    person.key("Escape");
    CHECK_FALSE(plays(person));
    CHECK(person.session().page_name() == "player");
    CHECK_FALSE(person.sees("leaving/leave"));
    CHECK(person.sees("listen"));
    CHECK(says(person, "À vous maintenant."));
}

TEST_CASE("what the learner does while a demonstration plays is not theirs") {
    const TemporaryFolder folder;
    Person person(folder.path);
    open(person, "keyboard.accents");
    climb(person, 4);
    REQUIRE(plays(person));
    const tutor::Run before = playing(person).run;
    person.frame(screen::KeyPressed{"KeyZ"});
    person.frame(screen::TextEntered{"z"});
    CHECK(playing(person).run == before);
    CHECK(plays(person));
}

TEST_CASE("on the last rung the demonstration can be had again") {
    const TemporaryFolder folder;
    Person person(folder.path);
    open(person, "pointer.click");
    climb(person, 4);
    person.key("Escape");
    climb(person, 2);
    CHECK(person.session().help() == Help::together);
    CHECK(plays(person));
}

TEST_CASE("who does nothing for long is offered help, once in a step, and it goes when help is taken") {
    const TemporaryFolder folder;
    Person person(folder.path);
    open(person, "pointer.click");
    person.pass_time(40'000);
    CHECK_FALSE(says(person, offer));
    person.pass_time(10'000);
    CHECK(says(person, offer));
    climb(person, 1);
    CHECK_FALSE(says(person, offer));
    CHECK(word(person) == playing(person).run.current().hint);
    person.pass_time(200'000);
    CHECK_FALSE(says(person, offer));
    person.play_step();
    person.click("next");
    person.pass_time(200'000);
    CHECK(says(person, offer));
}

TEST_CASE("a movement of the mouse is enough not to be asked") {
    const TemporaryFolder folder;
    Person person(folder.path);
    open(person, "pointer.click");
    for (int i = 0; i < 6; ++i) {
        person.pass_time(20'000);
        person.frame(screen::PointerMoved{{600.0F + static_cast<float>(i), 40}});
    }
    CHECK_FALSE(says(person, offer));
}

TEST_CASE("who goes in circles is offered help at once") {
    const TemporaryFolder folder;
    Person person(Seat{.data = folder.path, .lesson = "mail.reply"});
    for (int i = 0; i < 2; ++i) {
        CHECK_FALSE(says(person, offer));
        person.click("stage/mail/folder/sent");
        person.click("stage/mail/folder/inbox");
    }
    CHECK(says(person, offer));
}

TEST_CASE("what was done on the practice computer is taken back by a button, which rests where there is nothing") {
    const TemporaryFolder folder;
    Person person(folder.path);
    open(person, "desktop.open");
    const auto length = [&] {
        return std::get<world::Desk>(playing(person).run.computer.apps.front()).timeline.length();
    };
    person.click("undo");
    CHECK(length() == 0);
    person.click("stage/desktop/icon/mail");
    REQUIRE(length() > 0);
    while (length() > 0) {
        const std::size_t before = length();
        person.click("undo");
        REQUIRE(length() < before);
    }
    CHECK(playing(person).run.happened.back().fact.name == "desktop.undone");
}

TEST_CASE("where taking back is what comes next, the button is ringed, and said in words at once") {
    const TemporaryFolder folder;
    Person person(folder.path);
    open(person, "browser.cookies");
    person.click("stage/browser/banner/accept"); // the banner asks once only
    climb(person, 2);
    CHECK(says(person, "Annuler"));
    CHECK(person.sees("help/ring"));
    CHECK_FALSE(person.sees("help/area"));
    climb(person, 2);
    REQUIRE(plays(person));
    CHECK(person.sees("help/ring"));
    CHECK(says(person, "Annuler"));
    watch_to_the_end(person);
    person.click("undo");
    CHECK(playing(person).run.happened.back().fact.name == "desktop.undone");
}

TEST_CASE("a pointer that is practised has nothing to take back") {
    const TemporaryFolder folder;
    Person person(folder.path);
    open(person, "pointer.click");
    CHECK_FALSE(person.sees("undo"));
}

TEST_CASE("who is about to write among what is quoted is led above it") {
    const TemporaryFolder folder;
    Person person(folder.path);
    open(person, "mail.reply");
    person.click("stage/mail/message/Rendez-vous de jeudi");
    person.click("next");
    person.click("stage/mail/toolbar/reply");
    person.click("stage/mail/write/body");
    climb(person, 3);
    CHECK(says(person, "tout en haut"));
    person.frame(screen::KeyPressed{"ControlLeft"});
    person.key("Home");
    person.frame(screen::KeyReleased{"ControlLeft"});
    CHECK(says(person, "oui"));
}
