// Values that are shared until they are changed.
#include "world/kept.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

using world::Kept;
using world::KeptList;

TEST_CASE("whoever changes a kept value leaves it as it was for the others") {
    Kept<std::string> one(std::string("rose"));
    Kept<std::string> other = one;
    CHECK(&*one == &*other);
    other.write() = "tulipe";
    CHECK(*one == "rose");
    CHECK(*other == "tulipe");
    const std::string* place = &*other;
    other.write() = "lilas";
    CHECK(&*other == place);
}

TEST_CASE("a copied list shares all its values but the one that was changed") {
    KeptList<std::string> one;
    for (const char* flower : {"rose", "tulipe", "lilas"}) {
        one.push_back(flower);
    }
    KeptList<std::string> other = one;
    CHECK(one == other);
    other.write(std::ranges::find(other, "tulipe")) = "jasmin";
    CHECK_FALSE(one == other);
    CHECK(*(one.begin() + 1) == "tulipe");
    CHECK(other.begin()[1] == "jasmin");
    CHECK(&one.front() == &other.front());
    CHECK(other.erase_if([](const std::string& flower) { return flower != "jasmin"; }) == 2);
    CHECK(other.size() == 1);
    CHECK(one.size() == 3);
    CHECK(*one.rbegin() == "lilas");
}
