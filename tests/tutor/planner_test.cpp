// Plans: from where the learner is to the step's goal, with what each access profile has.
#include "desk_lesson.h"
#include "tutor/planner.h"

#include <algorithm>
#include <array>

namespace {

using namespace desk_lesson;
using tutor::Access;

constexpr std::array accesses{Access::everything, Access::keyboard_only, Access::no_drag, Access::no_double_click};

constexpr std::array goals{
    "{ file.exists = { name = 'Lettre.txt', folder = 'letters' } }",
    "{ file.opened = { name = 'Lettre.txt' } }",
    "{ desktop.moved = { program = 'mail' } }",
    "{ all = [{ mail.sent = { to = 'ali@exemple.fr', body = { contains = 'oui' } } }, "
    "{ never = { desktop.window = { program = 'any' } } }] }",
    "{ any = [{ mail.folder = { name = 'Amis' } }, { file.exists = { name = 'Amis', kind = 'folder' } }] }",
    "{ order = [{ mail.opened = { subject = 'jeudi' } }, { mail.deleted = { subject = 'samedi' } }] }",
};

tutor::SearchLimits limits_of(Access access) {
    tutor::SearchLimits limits;
    limits.access = access;
    return limits;
}

} // namespace

TEST_CASE("plans of each access profile reach the goal, with what it allows only") {
    for (const std::string goal : goals) {
        for (const Access access : accesses) {
            CAPTURE(goal);
            CAPTURE(tutor::name_of(access));
            tutor::Run run = run_of(goal);
            const tutor::Plan plan = tutor::plan(run, limits_of(access));
            REQUIRE(plan.is_found);
            CHECK(std::ranges::all_of(
                plan.actions, [&](const world::Action& action) { return tutor::is_possible(action.deed, access); }));
            follow(run, plan.actions);
            CHECK(run.step_is_done);
        }
    }
}

TEST_CASE("what a profile does without is told") {
    CHECK(tutor::is_possible(world::Drag{"a", "b"}, Access::everything));
    CHECK_FALSE(tutor::is_possible(world::Drag{"a", "b"}, Access::no_drag));
    CHECK_FALSE(tutor::is_possible(world::Place{"a", 1, 1}, Access::no_drag));
    CHECK_FALSE(tutor::is_possible(world::Mark{"a", 0, 1}, Access::no_drag));
    CHECK(tutor::is_possible(world::Click{"a"}, Access::no_drag));
    CHECK(tutor::is_possible(world::Click{"a"}, Access::no_double_click));
    CHECK_FALSE(tutor::is_possible(world::Click{"a", world::Button::left, 2}, Access::no_double_click));
    CHECK_FALSE(tutor::is_possible(world::Click{"a"}, Access::keyboard_only));
    CHECK(tutor::is_possible(world::KeyDown{"Tab"}, Access::keyboard_only));
}

TEST_CASE("the legs of a plan are its actions") {
    const tutor::Plan plan = tutor::plan(run_of(goals[3]));
    REQUIRE(plan.is_found);
    std::vector<world::Action> actions;
    for (const tutor::Leg& leg : plan.legs) {
        actions.insert(actions.end(), leg.actions.begin(), leg.actions.end());
    }
    CHECK(actions == plan.actions);
    CHECK(tutor::next_actions(run_of(goals[3])) == plan.legs.front().actions);
}

TEST_CASE("the same plan is made again") {
    for (const std::string goal : goals) {
        CHECK(tutor::plan(run_of(goal)).actions == tutor::plan(run_of(goal)).actions);
    }
}

TEST_CASE("a thorough search finds a route that is at least as short") {
    tutor::SearchLimits thorough;
    thorough.is_thorough = true;
    for (const std::string goal : goals) {
        CAPTURE(goal);
        const tutor::Plan first = tutor::plan(run_of(goal));
        const tutor::Plan shorter = tutor::plan(run_of(goal), thorough);
        REQUIRE(shorter.is_found);
        CHECK(shorter.legs.size() <= first.legs.size());
        tutor::Run run = run_of(goal);
        follow(run, shorter.actions);
        CHECK(run.step_is_done);
    }
}

TEST_CASE("where a file was erased for good, the plan takes changes back") {
    tutor::Run run = run_of("{ file.opened = { name = 'Lettre.txt', folder = 'documents' } }");
    for (const std::string wanted : {"file.deleted", "file.erased"}) {
        const tutor::Run other = run_of("{ " + wanted + " = { name = 'Lettre.txt' } }");
        tutor::Run ahead = other;
        ahead.computer = run.computer;
        ahead.now = run.now;
        const auto way = tutor::route(ahead);
        REQUIRE(way);
        follow(run, *way);
    }
    REQUIRE(has_happened(run, "file.erased"));
    const tutor::Plan plan = tutor::plan(run);
    REQUIRE(plan.is_found);
    CHECK(std::ranges::any_of(plan.actions,
                              [](const world::Action& action) { return action.deed == world::Deed{world::Undo{}}; }));
    follow(run, plan.actions);
    CHECK(run.step_is_done);
}

TEST_CASE("where no way is found, what stays false is told") {
    const tutor::Run run = run_of("{ all = [{ mail.showing = { folder = 'sent' } }, "
                                  "{ mail.open = { from = 'personne@exemple.fr' } }] }");
    const tutor::Plan plan = tutor::plan(run);
    CHECK_FALSE(plan.is_found);
    CHECK(plan.actions.empty());
    REQUIRE_FALSE(plan.unmet.empty());
    CHECK(plan.unmet.front()->fact == "mail.open");
    CHECK(plan.states > 0);
}

TEST_CASE("a step that is done needs no plan") {
    tutor::Run run = run_of("{ desktop.opened = { program = 'mail' } }");
    follow(run, tutor::plan(run).actions);
    REQUIRE(run.step_is_done);
    CHECK(tutor::plan(run).is_found);
    CHECK(tutor::plan(run).actions.empty());
    CHECK(tutor::next_actions(run).empty());
    CHECK(tutor::route(run)->empty());
}
