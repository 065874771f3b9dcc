// Pictures of the rungs of help, of the demonstration and of the offer (see pages_test.cpp).
#include "compare.h"

namespace {

void climb(Person& person, int rungs) {
    for (int i = 0; i < rungs; ++i) {
        person.click("help");
        person.frame();
    }
}

/// Lets a demonstration play so long, and pauses it there.
void watch(Person& person, std::int64_t ms) {
    for (std::int64_t passed = 0; passed < ms; passed += 50) {
        person.pass_time(29); // and 21 in the two passes of a frame
    }
    person.key("Space");
}

Seat at(const TemporaryFolder& folder, const std::string& lesson) {
    Seat seat{folder.path};
    seat.lesson = lesson;
    seat.seed = 2; // draws the look with a task bar
    return seat;
}

} // namespace

TEST_CASE("the rungs of help on the practice computer") {
    const TemporaryFolder folder;
    Person person(at(folder, "desktop.open"));
    climb(person, 2);
    compare(person, "help-desk-area");
    climb(person, 1);
    compare(person, "help-desk-thing");
    climb(person, 1);
    watch(person, 900);
    compare(person, "help-desk-demonstration");
    person.key("Escape");
    compare(person, "help-desk-your-turn");
    climb(person, 1);
    compare(person, "help-desk-together");
}

TEST_CASE("the rungs of help in a mouse lesson") {
    const TemporaryFolder folder;
    Person person(at(folder, "pointer.drag"));
    climb(person, 2);
    compare(person, "help-mouse-area");
    climb(person, 1);
    compare(person, "help-mouse-thing");
    climb(person, 1);
    watch(person, 4'000);
    compare(person, "help-mouse-demonstration");
}

TEST_CASE("the rungs of help in a typing lesson") {
    const TemporaryFolder folder;
    Person person(at(folder, "keyboard.accents"));
    climb(person, 2);
    compare(person, "help-keyboard-area");
    climb(person, 1);
    compare(person, "help-keyboard-thing");
    climb(person, 1);
    watch(person, 1'200);
    compare(person, "help-keyboard-demonstration");
}

TEST_CASE("the offer of help") {
    const TemporaryFolder folder;
    Person person(at(folder, "desktop.open"));
    person.pass_time(200'000);
    compare(person, "help-offer");
}

TEST_CASE("the rungs of help with the largest text in high contrast, on a small screen, in English") {
    const TemporaryFolder folder;
    Person person(Seat{folder.path, 1024, 768, "en"});
    use_large_high_contrast(person);
    person.click("guest");
    person.open("desktop.open");
    climb(person, 2);
    compare(person, "help-contrast-area");
    climb(person, 1);
    compare(person, "help-contrast-thing");
    climb(person, 1);
    watch(person, 900);
    compare(person, "help-contrast-demonstration");
    person.key("Escape");
    climb(person, 1);
    compare(person, "help-contrast-together");
}
