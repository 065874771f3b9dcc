// Goals as authors write them. What is wrong in them is in broken_test.cpp.
#include "lesson/goal_reader.h"
#include "lesson/matches.h"
#include "practice.h"

#include <doctest/doctest.h>

namespace {

using lesson::Matcher;

lesson::Goal read(const std::string& text) {
    auto value = lesson::read_toml("goal = " + text + "\n", "x.toml");
    REQUIRE(value.ok());
    base::Faults faults;
    lesson::Goal goal = lesson::read_goal(lesson::table_of(value.value())[0].value, practice::vocabulary, faults);
    REQUIRE(faults.empty());
    return goal;
}

lesson::FactPattern pattern(const std::string& text) {
    return std::get<lesson::FactPattern>(read(text).rule);
}

Matcher matcher(const std::string& field, const std::string& value) {
    const std::string fact = field == "name" ? "lamp.switched" : "lamp.state";
    const lesson::FactPattern read_pattern = pattern("{ " + fact + " = { " + field + " = " + value + " } }");
    REQUIRE(read_pattern.fields.size() == 1);
    CHECK(read_pattern.fields[0].field == field);
    return read_pattern.fields[0].matcher;
}

using Operands = std::vector<lesson::FieldValue>;

} // namespace

TEST_CASE("one fact in a table is that fact") {
    const lesson::FactPattern read_pattern = pattern("{ lamp.state = { lit = 0 } }");
    CHECK(read_pattern.fact == "lamp.state");
    CHECK(read_pattern.times == 1);
    CHECK(read_pattern.place == base::Place{"x.toml", 1, 15});
    CHECK(read_pattern.fields[0].place == base::Place{"x.toml", 1, 25});
}

TEST_CASE("a fact may be written with its whole name in quotes, and without fields") {
    CHECK(pattern("{ \"lamp.switched\" = {} }").fact == "lamp.switched");
    CHECK(pattern("{ bell.rung = {} }").fields.empty());
}

TEST_CASE("several facts in one table must all hold") {
    const auto all =
        std::get<lesson::AllOf>(read("{ lamp.state = { lit = 1 }, lamp.missed = {}, bell.rung = {} }").rule);
    REQUIRE(all.goals.size() == 3);
    CHECK(std::get<lesson::FactPattern>(all.goals[1].rule).fact == "lamp.missed");
}

TEST_CASE("all, any and never hold goals, in each other too") {
    const lesson::Goal goal = read("{ any = [{ all = [{ bell.rung = {} }, { bell.rung = { times = 2 } }] }, "
                                   "{ never = { lamp.missed = {}, bell.rung = {} } }] }");
    const auto& any = std::get<lesson::AnyOf>(goal.rule);
    REQUIRE(any.goals.size() == 2);
    const auto& all = std::get<lesson::AllOf>(any.goals[0].rule);
    CHECK(std::get<lesson::FactPattern>(all.goals[1].rule).times == 2);
    const auto& never = std::get<lesson::Never>(any.goals[1].rule);
    REQUIRE(never.goals.size() == 1);
    CHECK(std::get<lesson::AllOf>(never.goals[0].rule).goals.size() == 2);
}

TEST_CASE("a text is asked for as it is, not, containing, any or one of several") {
    CHECK(matcher("name", "\"Chevet\"").operands == Operands{"Chevet"});
    CHECK(matcher("name", "\"Chevet\"").test == Matcher::Test::is);
    CHECK(matcher("name", "\"not petit chevet\"").test == Matcher::Test::is_not);
    CHECK(matcher("name", "\"not petit chevet\"").operands == Operands{"petit chevet"});
    CHECK(matcher("name", "\"contains  oui \"").test == Matcher::Test::contains);
    CHECK(matcher("name", "\"contains  oui \"").operands == Operands{"oui"});
    CHECK(matcher("name", "\"any\"").test == Matcher::Test::any);
    CHECK(matcher("name", "[\"a\", \"not b\"]").test == Matcher::Test::one_of);
    CHECK(matcher("name", "[\"a\", \"not b\"]").operands == Operands{"a", "not b"});
    CHECK(matcher("name", "\"notaire\"").test == Matcher::Test::is);
}

TEST_CASE("a number is asked for as it is, not, any, one of several or within bounds") {
    CHECK(matcher("lit", "3").operands == Operands{3.0});
    CHECK(matcher("lit", "2.5").operands == Operands{2.5});
    CHECK(matcher("lit", "\"not 3\"").test == Matcher::Test::is_not);
    CHECK(matcher("lit", "\"not -2.5\"").operands == Operands{-2.5});
    CHECK(matcher("lit", "\"any\"").test == Matcher::Test::any);
    CHECK(matcher("lit", "[1, 2.5]").operands == Operands{1.0, 2.5});
    CHECK(matcher("lit", "{ at_least = 3 }").test == Matcher::Test::at_least);
    CHECK(matcher("lit", "{ at_most = 3 }").test == Matcher::Test::at_most);
}

TEST_CASE("both bounds become two patterns of one field") {
    const lesson::FactPattern read_pattern = pattern("{ lamp.state = { lit = { at_least = 3, at_most = 5 } } }");
    REQUIRE(read_pattern.fields.size() == 2);
    CHECK(read_pattern.fields[0].matcher.test == Matcher::Test::at_least);
    CHECK(read_pattern.fields[1].matcher.test == Matcher::Test::at_most);
    CHECK(read_pattern.fields[1].field == "lit");
}

TEST_CASE("yes or no is asked for as it is or any") {
    CHECK(matcher("on", "true").operands == Operands{true});
    CHECK(matcher("on", "\"any\"").test == Matcher::Test::any);
}

TEST_CASE("a text can be asked for several parts, one of several, none of several") {
    const Matcher all = matcher("name", "{ contains = [\"oui\", \"10 h\"] }");
    CHECK(all.test == Matcher::Test::contains);
    CHECK(all.operands == Operands{"oui", "10 h"});
    CHECK(matcher("name", "{ contains = \"oui\" }").operands == Operands{"oui"});
    CHECK(matcher("name", "{ contains_any = [\"oui\", \"yes\"] }").test == Matcher::Test::contains_any);
    CHECK(matcher("name", "{ contains_not = \"non\" }").test == Matcher::Test::contains_not);
    CHECK(matcher("name", "{ not = [\"a\", \"b\"] }").test == Matcher::Test::is_not);
}

TEST_CASE("order holds goals of events") {
    const lesson::Goal goal = read("{ order = [{ bell.rung = {} }, { any = [{ lamp.missed = {} }, { lamp.switched = { "
                                   "name = \"a\" } }] }], lamp.state = { lit = 1 } }");
    const auto& all = std::get<lesson::AllOf>(goal.rule);
    REQUIRE(all.goals.size() == 2);
    const auto& order = std::get<lesson::InOrder>(all.goals[0].rule);
    REQUIRE(order.goals.size() == 2);
    CHECK(std::get<lesson::FactPattern>(order.goals[0].rule).fact == "bell.rung");
    CHECK(lesson::parts_of(order.goals[1]).size() == 2);
}

TEST_CASE("a fact is found by its whole name, whatever app tells it") {
    static constexpr std::array<lesson::FactField, 1> fields{{{"name", lesson::FieldKind::text}}};
    static constexpr std::array<lesson::FactKind, 3> facts{{
        {"file.exists", lesson::FactOrigin::state, fields},
        {"form.sent", lesson::FactOrigin::event, fields},
        {"safety.fell", lesson::FactOrigin::event, {}},
    }};
    static constexpr std::array<lesson::AppKind, 2> desk{
        {{"desk", nullptr, facts, nullptr}, {"file", nullptr, practice::bell_facts, nullptr}}};
    const auto faults_in = [](const std::string& text) {
        base::Faults faults;
        const auto value = lesson::read_toml("goal = " + text, "x.toml");
        lesson::read_goal(lesson::table_of(value.value())[0].value, desk, faults);
        return faults.empty() ? std::string() : faults.front().id;
    };
    CHECK(faults_in("{ file.exists = { name = \"a\" }, form.sent = { name = \"b\" }, safety.fell = {} }").empty());
    CHECK(faults_in("{ bell.rung = {} }").empty());
    CHECK(faults_in("{ file.exist = {} }") == "goal.misspelt-fact");
    CHECK(faults_in("{ desk.sent = {} }") == "goal.unknown-fact");
}

TEST_CASE("a fact is written as a lesson has it, and read back the same") {
    for (const std::string text : {
             "bell.rung = {}",
             "bell.rung = { times = 3 }",
             "lamp.state = { lit = 2 }",
             "lamp.state = { lit = { at_least = 2 }, on = true }",
             "lamp.state = { label = \"any\" }",
             "lamp.switched = { name = [\"left\", \"right\"] }",
             "lamp.switched = { name = { not = \"left\" }, times = 2 }",
             "lamp.switched = { name = { contains = [\"le\", \"ft\"] } }",
             "lamp.switched = { name = { contains_not = \"r\" } }",
         }) {
        CAPTURE(text);
        CHECK(lesson::written(pattern("{ " + text + " }")) == text);
    }
    CHECK(lesson::written(pattern("{ lamp.switched = { name = \"not left\" } }")) ==
          "lamp.switched = { name = { not = \"left\" } }");
}

TEST_CASE("texts match without capitals, accents, outer blanks and the signs of typography") {
    const Matcher is = matcher("name", "\"L’été\"");
    CHECK(lesson::matches(is, std::string(" l'ete ")));
    CHECK(lesson::matches(is, std::string("L’ÉTÉ")));
    CHECK_FALSE(lesson::matches(is, std::string("l ete")));
    CHECK(lesson::matches(matcher("name", "\"contains ete\""), std::string("Un bel été")));
    CHECK(lesson::matches(matcher("name", "\"not ete\""), std::string("Étés")));
    CHECK_FALSE(lesson::matches(matcher("name", "\"not ete\""), std::string("Été")));
}
