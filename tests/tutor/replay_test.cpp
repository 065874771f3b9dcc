// A replay comes to the recorded state however time is cut, and can be stepped through.
#include "lesson_of.h"
#include "tutor/replay.h"
#include "tutor/state.h"

namespace {

using tutor::Input;
using world::Deed;

/// Two steps of lamps; the pointer is lost for 40 s in the second.
std::vector<Input> two_steps() {
    return {
        {400, Deed{world::Move{480, 360}}},  {700, Deed{world::Press{}}},
        {800, Deed{world::Release{}}},       {1'800, tutor::GoOn{}},
        {2'000, tutor::AskHelp{}},           {2'500, tutor::StartAgain{}},
        {12'500, Deed{world::Wait{}}},       {22'500, Deed{world::Wait{}}},
        {42'500, Deed{world::Move{10, 10}}}, {42'600, Deed{world::Press{}}},
        {42'700, Deed{world::Move{20, 10}}}, {42'800, Deed{world::Release{}}},
    };
}

tutor::Run begun() {
    return tutor::begin(lamps(), world::Setup{}).run;
}

std::shared_ptr<const tutor::Score> score_of(std::vector<Input> inputs, const std::string& state = {}) {
    tutor::Recording recording;
    recording.inputs = std::move(inputs);
    recording.state = state;
    return std::make_shared<const tutor::Score>(tutor::score_of(std::move(recording), begun()));
}

std::string state_after(const std::vector<Input>& inputs) {
    tutor::Run run = begun();
    for (const Input& input : inputs) {
        tutor::apply(run, input);
    }
    return tutor::state_text(run);
}

} // namespace

TEST_CASE("a replay comes to the same state however time is cut into frames") {
    const auto score = score_of(two_steps());
    for (const std::int64_t frame : {1, 7, 16, 333, 100'000}) {
        CAPTURE(frame);
        tutor::Replay replay = tutor::replay_of(score);
        for (int frames = 0; frames < 100'000 && !tutor::is_over(replay); ++frames) {
            tutor::advance(replay, frame);
        }
        CHECK(tutor::is_over(replay));
        CHECK(tutor::state_text(replay.run) == state_after(two_steps()));
    }
}

TEST_CASE("a long pause is shown as two seconds, and says how long it was; time in it runs faster") {
    const auto score = score_of(two_steps());
    REQUIRE(score->pauses.size() == 1);
    const tutor::Pause& pause = score->pauses.front();
    CHECK(pause == tutor::Pause{2'500, 4'500, 40'000});
    tutor::Replay replay = tutor::replay_of(score);
    tutor::advance(replay, 2'000);
    CHECK(tutor::pause_of(replay) == nullptr);
    tutor::advance(replay, 1'500);
    REQUIRE(tutor::pause_of(replay) != nullptr);
    CHECK(tutor::recorded_time(replay) == 22'500);
    CHECK(replay.run.now == 22'500); // the waits within it were done
    tutor::advance(replay, 1'000);
    CHECK(tutor::pause_of(replay) == nullptr);
}

TEST_CASE("a step's beginning is gone to from anywhere, and the end is the same") {
    const auto score = score_of(two_steps());
    REQUIRE(score->chapters.size() == 2);
    tutor::Replay replay = tutor::replay_of(score);
    tutor::go_to(replay, 1);
    CHECK(replay.run.current().name == "two");
    CHECK(replay.run.help == tutor::Help::none);
    CHECK(tutor::chapter_of(replay) == 1);
    tutor::go_to(replay, 0);
    CHECK(tutor::chapter_of(replay) == 0);
    CHECK(tutor::state_text(replay.run) == state_after({}));
    tutor::go_to(replay, 1);
    tutor::advance(replay, 100'000);
    CHECK(tutor::state_text(replay.run) == state_after(two_steps()));
}

TEST_CASE("one action on is a whole click, a wish, and a drag in two") {
    tutor::Replay replay = tutor::replay_of(score_of(two_steps()));
    tutor::do_one_more(replay);
    CHECK(replay.next == 3);
    CHECK(replay.run.step_is_done);
    tutor::do_one_more(replay);
    CHECK(replay.run.current().name == "two");
    tutor::do_one_more(replay);
    CHECK(replay.run.help == tutor::Help::nudge);
    tutor::do_one_more(replay);
    CHECK(replay.run.begun_again == 1);
    tutor::do_one_more(replay);
    CHECK(replay.next == 10); // pressed, not yet let go: the pointer moves between
    tutor::do_one_more(replay);
    CHECK(replay.next == 12);
    tutor::do_one_more(replay);
    CHECK(tutor::is_over(replay));
    CHECK(tutor::state_text(replay.run) == state_after(two_steps()));
}

TEST_CASE("a replay says whether it came to the recorded state") {
    tutor::Run run = begun();
    for (const Input& input : two_steps()) {
        tutor::apply(run, input);
    }
    CHECK(score_of(two_steps())->agreement == tutor::Agreement::untold);
    CHECK(score_of(two_steps(), tutor::fingerprint(run))->agreement == tutor::Agreement::same);
    std::vector<Input> other = two_steps();
    other.pop_back();
    CHECK(score_of(other, tutor::fingerprint(run))->agreement == tutor::Agreement::different);
}

TEST_CASE("an empty recording is over at once") {
    const tutor::Replay replay = tutor::replay_of(score_of({}));
    CHECK(tutor::is_over(replay));
    CHECK(tutor::coming(replay).input == nullptr);
    CHECK(tutor::recorded_length(replay) == 0);
}

TEST_CASE("keys are shown while they are down and a little longer, and text that came without a key") {
    const auto score = score_of({
        {100, Deed{world::KeyDown{"ControlLeft"}}},
        {200, Deed{world::KeyDown{"KeyC"}}},
        {250, Deed{world::KeyUp{"KeyC"}}},
        {3'000, Deed{world::KeyUp{"ControlLeft"}}},
        {6'000, Deed{world::KeyDown{"KeyA"}}},
        {6'001, Deed{world::Type{"q"}}},
        {6'002, Deed{world::Type{"é"}}},
    });
    tutor::Replay replay = tutor::replay_of(score);
    tutor::advance(replay, 300);
    CHECK(tutor::keys_of(replay) == std::vector<tutor::KeyShown>{{"ControlLeft", {}}, {"KeyC", {}}});
    tutor::advance(replay, 1'600);
    CHECK(tutor::keys_of(replay) == std::vector<tutor::KeyShown>{{"ControlLeft", {}}});
    tutor::advance(replay, 100'000);
    CHECK(tutor::keys_of(replay) == std::vector<tutor::KeyShown>{{"KeyA", {}}, {{}, "é"}});
}

TEST_CASE("the pointer glides from one recorded place to the next, and arrives in time") {
    tutor::Replay replay = tutor::replay_of(score_of({
        {100, Deed{world::Move{100, 100}}},
        {1'100, Deed{world::Move{300, 100}}},
    }));
    CHECK_FALSE(tutor::pointer_of(replay).has_value());
    tutor::advance(replay, 600);
    CHECK(tutor::pointer_of(replay) == world::Point{100, 100});
    tutor::advance(replay, 250);
    CHECK(tutor::pointer_of(replay)->x == doctest::Approx(200));
    tutor::advance(replay, 250);
    CHECK(tutor::pointer_of(replay) == world::Point{300, 100});
}
