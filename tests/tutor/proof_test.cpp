// Proofs: sound lessons are finished, others are told by what fails; dead ends are found where there are some.
#include "desk_lesson.h"
#include "tutor/proof.h"

#include <algorithm>

namespace {

using namespace desk_lesson;

constexpr const char* open_samedi = "{ mail.open = { subject = \"samedi\" } }";
constexpr const char* show_sent = "{ mail.showing = { folder = \"sent\" } }";

} // namespace

TEST_CASE("a sound lesson is finished, step by step") {
    const tutor::Proof proof = tutor::prove(with_goals({open_samedi, show_sent}), setup());
    CHECK(proof.is_finished);
    CHECK(proof.actions >= 3);
    CHECK(proof.states >= proof.actions);
    CHECK(proof.unmet.empty());
    CHECK(proof.unwritable.empty());
}

TEST_CASE("the texts that were typed on the way are told, each once") {
    const tutor::Proof proof = tutor::prove(with_goals({"{ mail.folder = { name = \"Amis\" } }",
                                                        "{ file.exists = { name = \"Amis\", kind = \"folder\" } }"}),
                                            setup());
    CHECK(proof.is_finished);
    CHECK(std::ranges::count(proof.typed, "Amis") == 1);
}

TEST_CASE("the step that cannot be done is told, and what stays false in it") {
    const tutor::Proof proof =
        tutor::prove(with_goals({open_samedi, "{ mail.open = { subject = \"dimanche\" } }", show_sent}), setup());
    CHECK_FALSE(proof.is_finished);
    CHECK(proof.step == 1);
    REQUIRE(proof.unmet.size() == 1);
    CHECK(lesson::written(*proof.unmet.front()) == "mail.open = { subject = \"dimanche\" }");
    CHECK_FALSE(proof.is_never_together);
    CHECK(proof.prevented_by == nullptr);
}

TEST_CASE("a lesson that needs changes taken back is not proven by that, though the planner would") {
    const auto needs_undo =
        with_goals({"{ stick.state = { inserted = false } }", "{ files.shown = { folder = \"stick\" } }"});
    const tutor::Proof proof = tutor::prove(needs_undo, setup());
    CHECK_FALSE(proof.is_finished);
    CHECK(proof.step == 1);
    tutor::Run run = tutor::begin(needs_undo, setup()).run;
    follow(run, tutor::plan(run).actions);
    tutor::apply(run, {run.now + 1000, tutor::GoOn{}});
    REQUIRE(run.step == 1);
    CHECK(tutor::plan(run).is_found);
}

TEST_CASE("what was never so together is told") {
    const tutor::Proof proof =
        tutor::prove(with_goals({"{ all = [{ mail.showing = { folder = \"sent\" } }, { mail.showing = { folder = "
                                 "\"junk\" } }] }"}),
                     setup());
    CHECK_FALSE(proof.is_finished);
    CHECK(proof.is_never_together);
}

TEST_CASE("what a `never` prevents is told") {
    const tutor::Proof proof = tutor::prove(
        with_goals({"{ all = [{ mail.message = { subject = \"samedi\", folder = \"bin\" } }, { never = { mail.deleted "
                    "= { subject = \"samedi\" } } }] }"}),
        setup());
    CHECK_FALSE(proof.is_finished);
    REQUIRE(proof.prevented_by != nullptr);
    CHECK(proof.prevented_by->fact == "mail.deleted");
}

TEST_CASE("an event that never should happen is a dead end, which is found") {
    const auto trap =
        with_goals({"{ all = [" + std::string(open_samedi) + ", { never = { desktop.start_opened = {} } }] }"});
    REQUIRE(tutor::prove(trap, setup()).is_finished);
    const tutor::Surroundings around = tutor::look_around(trap, setup(), 1);
    REQUIRE_FALSE(around.dead_ends.empty());
    CHECK(around.dead_ends.front().step == 0);
    CHECK(around.dead_ends.front().actions.size() == 1);
    tutor::Run run = tutor::begin(trap, setup()).run;
    follow(run, around.dead_ends.front().actions);
    CHECK(has_happened(run, "desktop.start_opened"));
}

TEST_CASE("a sound lesson has no dead end") {
    const tutor::Surroundings near = tutor::look_around(with_goals({open_samedi}), setup(), 1);
    CHECK(near.dead_ends.empty());
    CHECK(near.states > 5);
    const tutor::Surroundings along = tutor::look_around(with_goals({open_samedi, show_sent}), setup(), 1);
    CHECK(along.dead_ends.empty());
    CHECK(along.states > near.states);
    const tutor::Surroundings further = tutor::look_around(with_goals({open_samedi}), setup(), 2);
    CHECK(further.dead_ends.empty());
    CHECK(further.states > near.states);
}

TEST_CASE("what a lesson is about is told: the pointer, the desk, its looks") {
    CHECK(tutor::is_beside_the_point(*lamps(), tutor::Access::keyboard_only));
    CHECK_FALSE(tutor::is_beside_the_point(*lamps(), tutor::Access::everything));
    CHECK_FALSE(tutor::is_on_desk(*lamps()));
    const auto desk = with_goals({show_sent});
    CHECK(tutor::is_on_desk(*desk));
    CHECK_FALSE(tutor::is_beside_the_point(*desk, tutor::Access::keyboard_only));
    CHECK_FALSE(tutor::has_looks(*desk)); // it asks for the bar
}

TEST_CASE("states are told from each other by what can be seen and by what has been done for the goal") {
    tutor::Run run = run_of(open_samedi);
    const std::size_t begin = tutor::key_of(run);
    CHECK(tutor::key_of(run_of(open_samedi)) == begin);
    act(run, world::KeyDown{"MetaLeft"});
    act(run, world::KeyUp{"MetaLeft"});
    CHECK(tutor::key_of(run) != begin);
    act(run, world::KeyDown{"Escape"});
    CHECK(tutor::key_of(run) == begin);
}
