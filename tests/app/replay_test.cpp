// Recordings of all lessons play again to the state that they ended in; the window shows them, and says what is wrong.
#include "app/recorded.h"
#include "base/file.h"
#include "base/random.h"
#include "person.h"
#include "tutor/state.h"

#include <cmath>
#include <fstream>

namespace {

const std::filesystem::path source = COUCOU_SOURCE_DIR;

app::Resources shipped() {
    auto resources = app::read_messages();
    REQUIRE(resources.ok());
    REQUIRE(app::read_lessons_and_layouts(resources.value(), {}).ok());
    return std::move(resources).value();
}

std::string state_played(tutor::Run run, const std::vector<tutor::Input>& inputs) {
    for (const tutor::Input& input : inputs) {
        tutor::apply(run, input);
    }
    return tutor::state_text(run);
}

/// Some inputs of all kinds, as a random hand gives them.
std::vector<tutor::Input> random_inputs(tutor::Run run, base::Random& random) {
    std::vector<tutor::Input> inputs;
    for (int i = 0; i < 40; ++i) {
        const std::vector<world::Action> actions = world::actions(run.computer, run.now);
        tutor::Input input{run.now + static_cast<std::int64_t>(random.below(4'000)), world::Deed{world::Wait{}}};
        const std::size_t kind = random.below(20);
        if (run.step_is_done) {
            input.what = tutor::GoOn{};
        } else if (kind == 0) {
            input.what = tutor::AskHelp{};
        } else if (kind == 1) {
            input.what = tutor::StartAgain{};
        } else if (kind > 2 && !actions.empty()) {
            world::Deed deed = actions[random.below(actions.size())].deed;
            if (auto* move = std::get_if<world::Move>(&deed)) {
                // The window gives places in hundredths, as recordings keep them.
                *move = {std::round(move->x * 100) / 100, std::round(move->y * 100) / 100};
            }
            input.what = deed;
        }
        tutor::apply(run, input);
        inputs.push_back(input);
    }
    return inputs;
}

/// Records a lesson in the window: help, a new beginning, all steps by their routes, to its end or until it is left.
void record(const TemporaryFolder& folder, const std::string& lesson, bool to_the_end) {
    Seat seat{folder.path / "data"};
    seat.lesson = lesson;
    seat.record = folder.path / "recording";
    std::filesystem::create_directories(folder.path);
    Person person(seat);
    person.click("help");
    person.click("again");
    person.play_step();
    if (to_the_end) {
        person.click("next");
        play_to_the_end(person);
    } else {
        person.key("Escape");
        person.click("leaving/leave");
    }
}

Seat replaying(const TemporaryFolder& folder) {
    Seat seat{folder.path / "data"};
    seat.replay = folder.path / "recording";
    return seat;
}

const screen::ReplayPage& page_of(Person& person) {
    REQUIRE(person.session().page_name() == "replay");
    return std::get<screen::ReplayPage>(person.session().page());
}

} // namespace

TEST_CASE("all action lists come to the same state, whatever time is between two frames") {
    const app::Resources resources = shipped();
    std::size_t played = 0;
    for (const auto& file : std::filesystem::directory_iterator(source / "tests" / "plays")) {
        CAPTURE(file.path().string());
        auto recording = app::read_recorded(file.path());
        REQUIRE(recording.ok());
        const auto begun = app::begin_recorded(resources, recording.value().head);
        REQUIRE(begun.ok());
        const std::string state = state_played(begun.value().run, recording.value().inputs);
        tutor::Replay replay = tutor::replay_of(
            std::make_shared<const tutor::Score>(tutor::score_of(std::move(recording).value(), begun.value().run)));
        for (std::int64_t frame = 1; !tutor::is_over(replay); frame = frame % 900 + 97) {
            tutor::advance(replay, frame);
        }
        CHECK(replay.run.is_finished);
        CHECK(tutor::state_text(replay.run) == state);
        ++played;
    }
    CHECK(played >= 40);
}

TEST_CASE("a random hand at every lesson is replayed from its file to the very same state") {
    const app::Resources resources = shipped();
    base::Random random{31};
    for (const auto& module : resources.catalogue.modules) {
        for (const std::string& lesson : module.lessons) {
            CAPTURE(lesson);
            const tutor::RecordingHead head{lesson, "fr", random.below(1000), "azerty-fr", {}, {}, 3};
            const auto begun = app::begin_recorded(resources, head);
            REQUIRE(begun.ok());
            const std::vector<tutor::Input> inputs = random_inputs(begun.value().run, random);
            std::string text = tutor::to_line(head) + "\n";
            tutor::Run run = begun.value().run;
            for (const tutor::Input& input : inputs) {
                tutor::apply(run, input);
                text += tutor::to_line(input) + "\n";
            }
            auto read = tutor::read_recording(text + tutor::last_line(tutor::fingerprint(run)), "file");
            REQUIRE(read.ok());
            CHECK(read.value().head == head);
            const tutor::Score score = tutor::score_of(std::move(read).value(), begun.value().run);
            CHECK(score.agreement == tutor::Agreement::same);
        }
    }
}

TEST_CASE("a lesson that was played to its end or left is shown again, fast, and ends in the same state") {
    for (const bool to_the_end : {true, false}) {
        CAPTURE(to_the_end);
        const TemporaryFolder folder;
        record(folder, "pointer.click", to_the_end);
        Person person(replaying(folder));
        CHECK(page_of(person).replay.run.step == 0);
        CHECK_FALSE(person.sees("replay/same"));
        person.click("replay.speed.sixteen");
        for (int frames = 0; frames < 10'000 && !tutor::is_over(page_of(person).replay); ++frames) {
            person.frame();
        }
        CHECK(person.sees("replay/same"));
        CHECK(page_of(person).replay.run.is_finished == to_the_end);
    }
}

TEST_CASE("a replay is paused, goes on one action at a time, and to the beginning of any step") {
    const TemporaryFolder folder;
    record(folder, "pointer.click", true);
    Person person(replaying(folder));
    person.click("play");
    const std::int64_t paused_at = page_of(person).replay.at;
    person.pass_time(5'000);
    CHECK(page_of(person).replay.at == paused_at);
    person.click("begin");
    person.click("one-more");
    CHECK(page_of(person).replay.run.help == tutor::Help::nudge);
    person.click("one-more");
    CHECK(page_of(person).replay.run.begun_again == 1);
    const auto& chapters = page_of(person).replay.score->chapters;
    REQUIRE(chapters.size() == page_of(person).replay.run.lesson->steps.size());
    person.click("chapter/" + chapters[2].run.current().name);
    CHECK(page_of(person).replay.run.step == 2);
    person.click("begin");
    CHECK(page_of(person).replay.next == 0);
    person.click("play");
    person.pass_time(200'000);
    CHECK(tutor::is_over(page_of(person).replay));
    person.click("play"); // once more
    person.pass_time(200);
    CHECK_FALSE(tutor::is_over(page_of(person).replay));
}

TEST_CASE("a replay that differs says so") {
    const TemporaryFolder folder;
    record(folder, "pointer.click", true);
    auto text = base::read_file(folder.path / "recording", 1'000'000);
    REQUIRE(text.ok());
    const std::size_t state = text.value().rfind("{\"state\":\"");
    REQUIRE(state != std::string::npos);
    std::ofstream(folder.path / "recording") << text.value().substr(0, state) << tutor::last_line("0123456789abcdef");
    Person person(replaying(folder));
    CHECK(person.sees("replay/different"));
}

TEST_CASE("a damaged recording, or none, gives the page about troubles; when it is mended it is shown") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path);
    Person person(replaying(folder));
    CHECK(person.session().page_name() == "trouble");
    CHECK_FALSE(person.sees("trouble.go-on"));
    record(folder, "pointer.click", false);
    std::ofstream(folder.path / "recording", std::ios::app) << "no input";
    person.click("trouble.again");
    CHECK(person.session().page_name() == "trouble");
    record(folder, "pointer.click", false);
    person.click("trouble.again");
    CHECK(person.session().page_name() == "replay");
}

TEST_CASE("to show a recording opens no learner's progress") {
    const TemporaryFolder folder;
    record(folder, "pointer.click", false);
    std::filesystem::remove_all(folder.path / "data");
    Person person(replaying(folder));
    person.pass_time(1'000);
    CHECK_FALSE(std::filesystem::exists(folder.path / "data"));
}
