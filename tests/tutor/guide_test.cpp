// A guide that is followed leads to the goal; whoever strays from it is led from where they are.
#include "desk_lesson.h"
#include "tutor/guide.h"

namespace {

using namespace desk_lesson;

constexpr const char* reply = "{ mail.sent = { to = \"ali@exemple.fr\", body = { contains = \"oui\" } } }";

/// How many hints it takes to the goal; -1 where they lead nowhere.
int hints_to_goal(tutor::Guide& guide, tutor::Run& run) {
    constexpr int most = 40;
    for (int hints = 0; hints < most; ++hints) {
        if (run.step_is_done) {
            return hints;
        }
        const std::vector<world::Action> next = tutor::next_actions(guide, run);
        if (next.empty()) {
            return -1;
        }
        follow(run, next);
    }
    return -1;
}

} // namespace

TEST_CASE("a guide that is followed leads to the goal by the plan that was made first") {
    tutor::Run run = run_of(reply);
    const std::size_t legs = tutor::plan(run).legs.size();
    tutor::Guide guide;
    CHECK(hints_to_goal(guide, run) == static_cast<int>(legs));
    CHECK(run.step_is_done);
    CHECK(tutor::next_actions(guide, run).empty());
}

TEST_CASE("each hint is for the moment it is asked in") {
    tutor::Run run = run_of(reply);
    tutor::Guide guide;
    const auto first = tutor::next_actions(guide, run);
    tutor::apply(run, {run.now + 60'000, world::Deed{world::Wait{}}});
    const auto later = tutor::next_actions(guide, run);
    REQUIRE(first.size() == later.size());
    CHECK(later.front().deed == first.front().deed);
    CHECK(later.front().at > run.now);
}

TEST_CASE("whoever has wandered off is led from where they are") {
    tutor::Run run = run_of(reply);
    tutor::Guide guide;
    follow(run, tutor::next_actions(guide, run));
    follow(run, tutor::next_actions(guide, run));
    act(run, world::KeyDown{"MetaLeft"});
    act(run, world::KeyUp{"MetaLeft"});
    act(run, world::Click{"start/files"});
    REQUIRE(world::facts(run.computer).size() > 1);
    const tutor::Guide before = guide;
    const auto next = tutor::next_actions(guide, run);
    REQUIRE_FALSE(next.empty());
    CHECK(guide.legs.front().from != before.legs.front().from);
    CHECK(hints_to_goal(guide, run) > 0);
}

TEST_CASE("whoever is ahead of the plan is led on, not back") {
    tutor::Run run = run_of(reply);
    tutor::Guide guide;
    REQUIRE_FALSE(tutor::next_actions(guide, run).empty());
    const std::vector<tutor::Leg> legs = guide.legs;
    REQUIRE(legs.size() > 3);
    for (std::size_t i = 0; i < 3; ++i) {
        follow(run, legs[i].actions);
    }
    const auto next = tutor::next_actions(guide, run);
    REQUIRE_FALSE(next.empty());
    CHECK(next.front().deed == legs[3].actions.front().deed);
    CHECK(guide.legs.size() == legs.size() - 3);
}

TEST_CASE("a guide begins anew with each step") {
    tutor::Run run = tutor::begin(with_goals({reply, "{ mail.showing = { folder = \"sent\" } }"}), setup()).run;
    tutor::Guide guide;
    REQUIRE(hints_to_goal(guide, run) > 0);
    tutor::apply(run, {run.now + 1000, tutor::GoOn{}});
    REQUIRE(run.step == 1);
    CHECK(hints_to_goal(guide, run) > 0);
    CHECK(guide.step == 1);
}
