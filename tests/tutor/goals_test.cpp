// Goals against facts and events.
#include "tutor/goals.h"

#include <cmath>

#include <doctest/doctest.h>

using lesson::AllOf;
using lesson::AnyOf;
using lesson::FactPattern;
using lesson::FieldPattern;
using lesson::Goal;
using lesson::InOrder;
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

TEST_CASE("text is compared without regard to capitals, accents and outer blanks") {
    CHECK(tutor::matches({Test::is, {std::string("Été")}}, std::string(" éTÉ ")));
    CHECK(tutor::matches({Test::is, {std::string("Été")}}, std::string("ete")));
    CHECK(tutor::matches({Test::contains, {std::string("l’œuvre")}}, std::string("À L'ŒUVRE !")));
    CHECK_FALSE(tutor::matches({Test::is, {std::string("ete")}}, std::string("etet")));
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
    CHECK_FALSE(tutor::matches({Test::at_most, {3.0}}, std::string("trois")));
    CHECK(tutor::matches({Test::at_most, {3.0}}, std::string(" 2,5 ")));
    CHECK_FALSE(tutor::matches({Test::at_most, {3.0}}, std::string("4")));
    CHECK(tutor::matches({Test::contains, {std::string("oui"), std::string("merci")}}, oui));
    CHECK_FALSE(tutor::matches({Test::contains, {std::string("oui"), std::string("non")}}, oui));
    CHECK(tutor::matches({Test::contains_any, {std::string("oui"), std::string("non")}}, oui));
    CHECK_FALSE(tutor::matches({Test::contains_any, {std::string("yes"), std::string("non")}}, oui));
    CHECK(tutor::matches({Test::contains_not, {std::string("non")}}, oui));
    CHECK_FALSE(tutor::matches({Test::contains_not, {std::string("non"), std::string("oui")}}, oui));
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

TEST_CASE("order asks for one after the other, whatever happens between") {
    const Goal door = pattern("thing", {Test::is, {std::string("door")}});
    const Goal order{InOrder{{lamp(), door}}, {}};
    CHECK(holds_after(order, {clicked("lamp"), clicked("cat"), clicked("door")}));
    CHECK(holds_after(order, {clicked("door"), clicked("lamp"), clicked("door")}));
    CHECK_FALSE(holds_after(order, {clicked("door"), clicked("lamp")}));
    CHECK_FALSE(holds_after(order, {clicked("lamp")}));
    CHECK_FALSE(holds_after(order, {}));
}

TEST_CASE("in an order one event stands for one goal only, and goals may be groups") {
    const Goal door = pattern("thing", {Test::is, {std::string("door")}});
    const Goal twice{InOrder{{lamp(), lamp()}}, {}};
    CHECK_FALSE(holds_after(twice, {clicked("lamp")}));
    CHECK(holds_after(twice, {clicked("lamp"), clicked("lamp")}));
    const Goal both{AllOf{{lamp(2), door}}, {}};
    const Goal cat = pattern("thing", {Test::is, {std::string("cat")}});
    const Goal after_both{InOrder{{both, cat}}, {}};
    CHECK_FALSE(holds_after(after_both, {clicked("lamp"), clicked("cat"), clicked("door"), clicked("lamp")}));
    CHECK(holds_after(after_both, {clicked("lamp"), clicked("door"), clicked("lamp"), clicked("cat")}));
    const Goal either{InOrder{{Goal{AnyOf{{door, lamp()}}, {}}, cat}}, {}};
    CHECK(holds_after(either, {clicked("lamp"), clicked("cat")}));
}

TEST_CASE("the distance to a goal shrinks with each fact that comes about, and is 0 where it holds") {
    const Goal door = pattern("thing", {Test::is, {std::string("door")}});
    const Goal order{InOrder{{lamp(), door}}, {}};
    CHECK(tutor::distance(order, {}, {}) == 2);
    CHECK(tutor::distance(order, {}, events({clicked("door")})) == 2);
    CHECK(tutor::distance(order, {}, events({clicked("lamp")})) == 1);
    CHECK(tutor::distance(order, {}, events({clicked("lamp"), clicked("door")})) == 0);
    CHECK(tutor::distance(lamp(3), {}, events({clicked("lamp")})) == 2);
    CHECK(tutor::distance(Goal{AnyOf{{lamp(3), door}}, {}}, {}, {}) == 1);
    CHECK(tutor::distance(Goal{AllOf{{lamp(3), door}}, {}}, {}, {}) == 4);
    const Goal never{Never{{door}}, {}};
    CHECK(tutor::distance(never, {}, {}) == 0);
    CHECK(std::isinf(tutor::distance(never, {}, events({clicked("door")}))));
}

TEST_CASE("a fact that is nearly so is nearer than none") {
    const Goal both{FactPattern{"pointer.clicked",
                                {FieldPattern{"thing", {Test::is, {std::string("lamp")}}, {}},
                                 FieldPattern{"button", {Test::is, {std::string("left")}}, {}}},
                                1,
                                {}},
                    {}};
    const std::vector<world::Fact> half{clicked("door", "left")};
    const std::vector<world::Fact> whole{clicked("lamp", "left")};
    CHECK(tutor::distance(both, half, {}) < tutor::distance(both, {}, {}));
    CHECK(tutor::distance(both, half, {}) > 0);
    CHECK(tutor::distance(both, whole, {}) == 0);
}

TEST_CASE("the distance of what never should be counts the facts that are so") {
    const Goal none{Never{{lamp()}}, {}};
    CHECK(tutor::distance(none, {}, {}) == 0);
    const std::vector<world::Fact> two{clicked("lamp"), clicked("lamp", "right"), clicked("door")};
    CHECK(tutor::distance(none, two, {}) == 2);
    CHECK(std::isinf(tutor::distance(none, two, events({clicked("lamp")}))));
}
