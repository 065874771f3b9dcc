// Goals against facts and events.
#include "tutor/goals.h"

#include <doctest/doctest.h>

using lesson::AllOf;
using lesson::AnyOf;
using lesson::FactPattern;
using lesson::FieldPattern;
using lesson::Goal;
using lesson::Matcher;
using lesson::Never;
using Test = lesson::Matcher::Test;

namespace {

world::Fact clicked(const std::string& thing, const std::string& button = "left") {
    return {"pointer.clicked", {{"thing", thing}, {"button", button}, {"clicks", 1.0}}};
}

Goal pattern(const std::string& field, Matcher matcher, int times = 1) {
    return {FactPattern{"pointer.clicked", {FieldPattern{field, std::move(matcher), {}}}, times, {}}, {}};
}

Goal lamp(int times = 1) {
    return pattern("thing", {Test::is, {std::string("lamp")}}, times);
}

std::vector<world::Event> events(const std::vector<world::Fact>& facts) {
    std::vector<world::Event> happened;
    for (const world::Fact& fact : facts) {
        happened.push_back({static_cast<std::int64_t>(happened.size()), fact});
    }
    return happened;
}

bool holds_after(const Goal& goal, const std::vector<world::Fact>& facts) {
    return tutor::holds(goal, {}, events(facts));
}

} // namespace

TEST_CASE("a goal holds when its fact has happened, and not before") {
    CHECK_FALSE(holds_after(lamp(), {}));
    CHECK_FALSE(holds_after(lamp(), {clicked("door")}));
    CHECK(holds_after(lamp(), {clicked("door"), clicked("lamp")}));
}

TEST_CASE("a goal holds when its fact is so now") {
    const std::vector<world::Fact> now{clicked("lamp")};
    CHECK(tutor::holds(lamp(), now, {}));
}

TEST_CASE("a fact that is asked for three times must happen three times") {
    CHECK_FALSE(holds_after(lamp(3), {clicked("lamp"), clicked("lamp")}));
    CHECK(holds_after(lamp(3), {clicked("lamp"), clicked("lamp"), clicked("lamp")}));
}

TEST_CASE("text is compared without regard to capitals, accents kept, outer blanks dropped") {
    CHECK(tutor::matches({Test::is, {std::string("Été")}}, std::string(" éTÉ ")));
    CHECK_FALSE(tutor::matches({Test::is, {std::string("ete")}}, std::string("été")));
}

TEST_CASE("each matcher asks for what it says") {
    const lesson::FieldValue oui = std::string("Mais oui, merci");
    CHECK(tutor::matches({Test::contains, {std::string("oui")}}, oui));
    CHECK_FALSE(tutor::matches({Test::contains, {std::string("non")}}, oui));
    CHECK(tutor::matches({Test::is_not, {std::string("non")}}, oui));
    CHECK(tutor::matches({Test::any, {}}, oui));
    CHECK(tutor::matches({Test::one_of, {std::string("a"), std::string("mais oui, merci")}}, oui));
    CHECK_FALSE(tutor::matches({Test::one_of, {std::string("a"), std::string("b")}}, oui));
    CHECK(tutor::matches({Test::at_least, {3.0}}, 3.0));
    CHECK_FALSE(tutor::matches({Test::at_least, {3.0}}, 2.0));
    CHECK(tutor::matches({Test::at_most, {3.0}}, 3.0));
    CHECK_FALSE(tutor::matches({Test::at_most, {3.0}}, std::string("3")));
    CHECK(tutor::matches({Test::is, {true}}, true));
    CHECK_FALSE(tutor::matches({Test::is, {true}}, false));
}

TEST_CASE("a field that the fact does not have never matches, not even any") {
    const FactPattern asks{"pointer.clicked", {FieldPattern{"colour", {Test::any, {}}, {}}}, 1, {}};
    CHECK_FALSE(tutor::matches(asks, clicked("lamp")));
}

TEST_CASE("all, any and never combine goals") {
    const Goal door = pattern("thing", {Test::is, {std::string("door")}});
    const Goal both{AllOf{{lamp(), door}}, {}};
    const Goal either{AnyOf{{lamp(), door}}, {}};
    const Goal no_door{AllOf{{lamp(), Goal{Never{{door}}, {}}}}, {}};
    CHECK_FALSE(holds_after(both, {clicked("lamp")}));
    CHECK(holds_after(both, {clicked("lamp"), clicked("door")}));
    CHECK(holds_after(either, {clicked("door")}));
    CHECK_FALSE(holds_after(either, {clicked("cat")}));
    CHECK(holds_after(no_door, {clicked("lamp")}));
    CHECK_FALSE(holds_after(no_door, {clicked("door"), clicked("lamp")}));
}
