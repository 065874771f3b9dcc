// Reading facts.
#include "world/fact.h"

#include <doctest/doctest.h>

TEST_CASE("a fact's field is found by its name") {
    const world::Fact fact{"pointer.clicked", {{"thing", "lamp"}, {"clicks", 2.0}}};
    REQUIRE(world::find_field(fact, "thing") != nullptr);
    CHECK(*world::find_field(fact, "thing") == lesson::FieldValue{"lamp"});
    CHECK(*world::find_field(fact, "clicks") == lesson::FieldValue{2.0});
    CHECK(world::find_field(fact, "button") == nullptr);
}
