// A trainer at the program.
#pragma once

#include "class_of.h"
#include "person.h"

#include <cstdlib>
#include <ctime>

inline constexpr const char* passphrase = "quatre mots sans lien";

/// Where a trainer sits: on the day of class_of, at Greenwich.
inline Seat trainers_seat(const TemporaryFolder& folder) {
    setenv("TZ", "UTC", 1);
    tzset();
    Seat seat{folder.path};
    seat.clock = class_of::today;
    return seat;
}

/// Writes into the field that has the focus, and says that it is done.
inline void enter(Person& person, const std::string& text) {
    person.write(text);
    person.key("Enter");
    person.frame();
}

/// To the passphrase, from the welcome page.
inline void open_door(Person& person) {
    person.click("trainer");
    person.frame();
    REQUIRE(person.session().page_name() == "sign-in");
}

/// Sets the first passphrase; ends on the board.
inline void sign_in_first(Person& person) {
    open_door(person);
    enter(person, passphrase);
    enter(person, passphrase);
    REQUIRE(person.session().page_name() == "board");
}

/// Opens one learner's page from the board.
inline void open_learner(Person& person, int number) {
    person.click(fmt::format("learner/{:032x}", number));
    REQUIRE(person.session().page_name() == "learner");
}
