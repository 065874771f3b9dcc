// What is still wished for: the parts of a goal that are not so, of every kind of goal.
#include "desk_lesson.h"
#include "tutor/wishes.h"

namespace {

using namespace desk_lesson;

/// Wishes as a list: facts in their order, a `-` before what shall be gone.
std::string wished(const lesson::Goal& goal, const std::vector<world::Fact>& now,
                   const std::vector<world::Fact>& happened = {}) {
    std::vector<world::Event> events;
    for (const world::Fact& fact : happened) {
        events.push_back({static_cast<std::int64_t>(events.size()), fact});
    }
    const tutor::Wishes wishes = tutor::wishes_of(goal, now, events, {}, {});
    std::string all = wishes.is_lost ? "lost" : "";
    for (const world::Wish& wish : wishes.wishes) {
        all += (all.empty() ? "" : ", ") + std::string(wish.gone ? "-" : "") + lesson::written(*wish.fact);
    }
    return all;
}

lesson::Goal goal_of(const std::string& toml) {
    return with_goals({toml})->steps.front().goal;
}

const world::Fact sent{"mail.showing", {{"folder", std::string("sent")}}};
const world::Fact inbox{"mail.showing", {{"folder", std::string("inbox")}}};
const world::Fact opened{"mail.opened", {{"subject", std::string("Jeudi")}}};
const world::Fact deleted{"mail.deleted", {{"subject", std::string("Jeudi")}}};

constexpr const char* showing = "mail.showing = { folder = \"sent\" }";
constexpr const char* opening = "mail.opened = { subject = \"jeudi\" }";
constexpr const char* deleting = "mail.deleted = { subject = \"jeudi\" }";

std::string table(const std::string& inside) {
    return "{ " + inside + " }";
}

} // namespace

TEST_CASE("one fact is wished for until it is so, or has happened") {
    const lesson::Goal state = goal_of(table(showing));
    CHECK(wished(state, {inbox}) == showing);
    CHECK(wished(state, {sent}).empty());
    const lesson::Goal event = goal_of(table(opening));
    CHECK(wished(event, {}) == opening);
    CHECK(wished(event, {}, {opened}).empty());
}

TEST_CASE("a fact that shall happen twice is wished for after the first time, too") {
    const lesson::Goal twice = goal_of("{ mail.opened = { subject = \"jeudi\", times = 2 } }");
    CHECK_FALSE(wished(twice, {}, {opened}).empty());
    CHECK(wished(twice, {}, {opened, opened}).empty());
}

TEST_CASE("of all parts, those are wished for that are not so, in their order") {
    const lesson::Goal all =
        goal_of("{ all = [" + table(showing) + ", " + table(opening) + ", " + table(deleting) + "] }");
    CHECK(wished(all, {}) == std::string(showing) + ", " + opening + ", " + deleting);
    CHECK(wished(all, {sent}, {deleted}) == opening);
    CHECK(wished(all, {sent}, {deleted, opened}).empty());
}

TEST_CASE("of parts of which one will do, all are wished for until one is so") {
    const lesson::Goal any = goal_of("{ any = [" + table(showing) + ", " + table(opening) + "] }");
    CHECK(wished(any, {}) == std::string(showing) + ", " + opening);
    CHECK(wished(any, {}, {opened}).empty());
}

TEST_CASE("a state that never should be is wished away; an event that never should be is the end of it") {
    const lesson::Goal state = goal_of("{ never = " + table(showing) + " }");
    CHECK(wished(state, {sent}) == "-" + std::string(showing));
    CHECK(wished(state, {inbox}).empty());
    const lesson::Goal event = goal_of("{ all = [" + table(opening) + ", { never = " + table(deleting) + " }] }");
    CHECK(wished(event, {}) == opening);
    CHECK(wished(event, {}, {deleted}) == "lost");
}

TEST_CASE("of an order, only what comes next is wished for") {
    const lesson::Goal order = goal_of("{ order = [" + table(opening) + ", " + table(deleting) + "] }");
    CHECK(wished(order, {}) == opening);
    CHECK(wished(order, {}, {deleted}) == opening);
    CHECK(wished(order, {}, {opened}) == deleting);
    CHECK(wished(order, {}, {opened, deleted}).empty());
}

TEST_CASE("what a goal wants is all that it asks for, but for what never should be") {
    const lesson::Goal goal = goal_of("{ all = [" + table(showing) + ", { any = [" + table(opening) + ", " +
                                      table(deleting) + "] }, { never = { mail.junked = {} } }] }");
    const auto wanted = tutor::wanted_facts(goal);
    REQUIRE(wanted.size() == 3);
    CHECK(wanted[2]->fact == "mail.deleted");
    const auto together = tutor::facts_together(goal);
    REQUIRE(together.size() == 1);
    CHECK(together.front()->fact == "mail.showing");
}

TEST_CASE("what broke a `never` is told where all else holds") {
    const lesson::Goal goal = goal_of("{ all = [" + table(showing) + ", { never = " + table(deleting) + " }] }");
    const std::vector<world::Event> lost{{0, deleted}};
    const std::vector<world::Fact> rest{sent};
    const std::vector<world::Fact> less{inbox};
    REQUIRE(tutor::broken_rule(goal, rest, lost) != nullptr);
    CHECK(tutor::broken_rule(goal, rest, lost)->fact == "mail.deleted");
    CHECK(tutor::broken_rule(goal, less, lost) == nullptr);
    CHECK(tutor::broken_rule(goal, rest, {}) == nullptr);
}
