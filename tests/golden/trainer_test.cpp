// Pictures of the trainer's pages (see pages_test.cpp).
#include "../app/trainer_person.h"
#include "compare.h"

TEST_CASE("the board of a class, with those who need help first") {
    const TemporaryFolder folder;
    class_of::fill(folder.path);
    Person person(trainers_seat(folder));
    open_door(person);
    compare(person, "trainer-first");
    person.key("Escape");
    sign_in_first(person);
    compare(person, "trainer-board");
    person.click("search");
    person.write("Awa");
    person.frame();
    open_learner(person, 1);
    person.click("learner.tab.measures");
    compare(person, "trainer-measures");
}

TEST_CASE("the trainer's pages with the largest text in high contrast on a small screen") {
    const TemporaryFolder folder;
    class_of::fill(folder.path);
    Seat seat = trainers_seat(folder);
    seat.width = 1024;
    seat.height = 600;
    Person person(seat);
    open_door(person);
    use_large_high_contrast(person);
    compare(person, "small-contrast-trainer-first");
    person.key("Escape");
    sign_in_first(person);
    use_large_high_contrast(person);
    compare(person, "small-contrast-trainer-board");
}
