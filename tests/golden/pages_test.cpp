// Pictures of every page, compared pixel by pixel with those that were looked at and found good.
//
// When a look changes on purpose: COUCOU_KEEP_PICTURES=1 golden_test, look at each picture that git shows as changed,
// and commit those that are good.
#include "compare.h"

TEST_CASE("the welcome page, the new learner's page, the path, the settings") {
    const TemporaryFolder folder;
    Person person(folder.path);
    compare(person, "welcome");
    person.click("new");
    person.click("avatar-owl");
    compare(person, "welcome-new");
    person.click("name");
    person.frame(screen::TextEntered{"Awa"});
    person.click("start");
    compare(person, "placement-offer");
    person.click("begin");
    compare(person, "path");
    person.click("settings");
    compare(person, "settings");
    person.click("settings/close");
    person.click("change");
    compare(person, "welcome-known");
}

TEST_CASE("a mouse lesson: instruction, help, praise, leaving, summary") {
    const TemporaryFolder folder;
    Person person(folder.path);
    join(person, "Awa");
    person.click("lesson/pointer.click");
    person.pass_time(40'000); // not so long that help is offered
    compare(person, "player-mouse");
    person.click("help");
    compare(person, "player-hint");
    person.key("Escape");
    compare(person, "leaving");
    person.click("leaving/stay");
    play_to_the_end(person);
    compare(person, "summary");
}

TEST_CASE("a typing lesson") {
    const TemporaryFolder folder;
    Person person(folder.path);
    person.click("guest");
    person.open("keyboard.accents");
    person.pass_time(40'000); // not so long that help is offered
    compare(person, "player-keyboard");
}

TEST_CASE("a second program on the same store") {
    const TemporaryFolder folder;
    const Person first(folder.path);
    Person second(folder.path);
    compare(second, "trouble");
}

TEST_CASE("the largest text in high contrast on a small screen, in English") {
    const TemporaryFolder folder;
    Person person(Seat{folder.path, 1024, 768, "en"});
    compare(person, "small-welcome");
    use_large_high_contrast(person);
    compare(person, "small-contrast-welcome");
    person.click("new");
    compare(person, "small-contrast-welcome-new");
    person.key("Escape");
    person.click("guest");
    compare(person, "small-contrast-path");
    person.open("pointer.drag");
    compare(person, "small-contrast-player-mouse");
    person.click("help");
    compare(person, "small-contrast-player-hint");
    person.key("Escape");
    person.click("leaving/leave");
    person.open("keyboard.at");
    compare(person, "small-contrast-player-keyboard");
}

TEST_CASE("a visit: a task of placement; the next day a review is offered, and a level says why") {
    const TemporaryFolder folder;
    Seat seat{folder.path};
    seat.clock = "2026-12-01 09:00";
    {
        Person person(seat);
        become(person, "Awa");
        person.click("discover");
        compare(person, "placement-task");
        person.click("leave");
        person.click("path");
        use_large_high_contrast(person);
        for (const std::string lesson : {"pointer.hold", "pointer.lift"}) {
            person.open(lesson);
            play_to_the_end(person);
            person.click("path");
        }
    }
    seat.width = 1024;
    seat.clock = "2026-12-02 09:00";
    Person person(seat);
    person.click(person.only_learner());
    compare(person, "small-contrast-review-offer");
    person.click("later");
    person.frame();
    person.click("level/pointer");
    compare(person, "small-contrast-path-level");
}

TEST_CASE("a very large screen") {
    const TemporaryFolder folder;
    Person person(Seat{folder.path, 3840, 2160, "fr"});
    join(person, "Lin");
    compare(person, "large-path");
}
