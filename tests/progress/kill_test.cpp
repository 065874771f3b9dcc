// The program killed at any moment of a session: what was acknowledged is there, every time.
#include "base/random.h"
#include "progress/bodies.h"
#include "progress/identity.h"
#include "progress/store.h"
#include "sandbox.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <thread>

#include <doctest/doctest.h>

namespace {

using namespace progress;

constexpr int runs = 200;
const StoreOptions small_reserve{1 << 16, 32 << 20};

/// Learners come and do a lesson step by step, until the process is killed. Each acknowledged event's number is written
/// to the pipe.
[[noreturn]] void play_for_ever(const std::filesystem::path& folder, int pipe) {
    auto opening = Store::open(folder, small_reserve);
    if (!opening || !opening.value().notices.empty()) {
        _exit(1);
    }
    Store& store = opening.value().store;
    const auto report = [&](const base::Result<Event>& event) {
        if (!event || write(pipe, &event.value().sequence, sizeof(std::int64_t)) != sizeof(std::int64_t)) {
            _exit(2);
        }
    };
    for (std::int64_t at = 0;; at += 100) {
        const auto learner = new_id();
        if (!learner) {
            _exit(3);
        }
        const std::string& id = learner.value();
        report(store.append(id, kind::learner_joined, body_of(LearnerJoined{"Marie", "oiseau", "fr"}), at));
        report(store.append(id, kind::lesson_started, body_of(LessonStarted{"mouse.click", 1, "fr", false, 1, {}, {}}),
                            at));
        for (int step = 0; step < 8; ++step) {
            StepDone done;
            done.lesson = "mouse.click";
            done.step = "step-" + std::to_string(step);
            done.measures = {{"double_click.interval", 512.5}, {"double_click.drift", 3}};
            report(store.append(id, kind::step_done, body_of(done), at + step));
        }
        report(store.append(id, kind::lesson_done, body_of(LessonDone{"mouse.click", "alone"}), at + 9));
    }
}

/// All numbers that can be read from the pipe.
std::vector<std::int64_t> read_all(int pipe) {
    std::vector<std::int64_t> numbers;
    std::int64_t number = 0;
    while (read(pipe, &number, sizeof number) == sizeof number) {
        numbers.push_back(number);
    }
    return numbers;
}

} // namespace

TEST_CASE("killed at 200 random moments of play on one store, no acknowledged event is lost") {
    // On the disk itself, where writing takes its time, so that a kill also strikes in the middle of it.
    const test::Sandbox sandbox(std::filesystem::temp_directory_path());
    base::Random random{6};
    std::int64_t acknowledged = 0;
    std::int64_t total = 0;
    for (int run = 0; run < runs; ++run) {
        CAPTURE(run);
        std::array<int, 2> ends{};
        REQUIRE(pipe(ends.data()) == 0);
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            play_for_ever(sandbox / "data", ends[1]);
        }
        close(ends[1]);
        std::this_thread::sleep_for(std::chrono::microseconds(random.below(60000)));
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        CHECK(WIFSIGNALED(status)); // else it gave up by itself: the store did not open, or refused an event
        for (const std::int64_t number : read_all(ends[0])) {
            acknowledged = std::max(acknowledged, number);
            ++total;
        }
        close(ends[0]);
        // Looked at only now and then, so that most runs begin on what the killed one left.
        if (run % 10 != 9) {
            continue;
        }
        const auto opening = Store::open(sandbox / "data", small_reserve);
        REQUIRE(opening.ok());
        CHECK(opening.value().notices.empty()); // quick_check found nothing
        const auto events = opening.value().store.all();
        REQUIRE(events.ok());
        const auto count = static_cast<std::int64_t>(events.value().size());
        CHECK(count >= acknowledged);
        // Each run may leave one event that was written but not yet acknowledged.
        CHECK(count <= total + run + 1);
        bool is_dense = true;
        std::vector<std::int64_t> numbers;
        for (const Event& event : events.value()) {
            numbers.push_back(event.sequence);
            is_dense = is_dense && is_json_object(event.body);
        }
        std::sort(numbers.begin(), numbers.end());
        for (std::int64_t i = 0; i < count; ++i) {
            is_dense = is_dense && numbers[static_cast<std::size_t>(i)] == i + 1;
        }
        CHECK(is_dense);
    }
    MESSAGE("acknowledged events: ", total);
    CHECK(total > runs);
}
