// The program killed at any moment of an import: all of a file is there, or nothing of it.
#include "../amount.h"
#include "base/random.h"
#include "progress/bodies.h"
#include "progress/store.h"
#include "sandbox.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include <doctest/doctest.h>

namespace {

using namespace progress;

const StoreOptions no_reserve{0, 32 << 20};
const std::string gone(32, '9');

/// 500 without being asked with COUCOU_IMPORT_KILLS=500.
int kills() {
    return asked_times("COUCOU_IMPORT_KILLS", times(100, 20));
}

/// The file number `number`: as of one computer, with events of many learners, and one who is erased.
std::vector<Event> file_of(int number) {
    std::vector<Event> events;
    const std::string origin = std::to_string(1000 + number) + std::string(28, '0');
    for (int i = 1; i <= 3000; ++i) {
        const std::string learner = std::to_string(100000 + i % 30) + std::string(26, 'a');
        events.push_back({origin, i, learner, i, std::string(kind::learner_joined),
                          body_of(LearnerJoined{"Name" + std::to_string(number), "cat", "fr"})});
    }
    events.push_back({origin, 3001, gone, 1, std::string(kind::learner_erased), "{}"});
    return events;
}

/// Imports file after file until it is killed. The number of each is written to the pipe once it is imported.
[[noreturn]] void import_for_ever(const std::filesystem::path& folder, int first, int pipe) {
    auto opening = Store::open(folder, no_reserve);
    if (!opening || !opening.value().notices.empty()) {
        _exit(1);
    }
    // From here on a kill strikes an import and not the opening, which other tests kill.
    const int ready = -1;
    if (write(pipe, &ready, sizeof ready) != sizeof ready) {
        _exit(3);
    }
    for (int number = first;; ++number) {
        const auto merged = opening.value().store.merge(file_of(number));
        if (!merged || write(pipe, &number, sizeof number) != sizeof number) {
            _exit(2);
        }
    }
}

} // namespace

TEST_CASE("killed at a hundred random points of imports, each file is there wholly or not at all") {
    const int runs = kills();
    const test::Sandbox sandbox(std::filesystem::temp_directory_path());
    base::Random random{11};
    int acknowledged = -1;
    int in_the_first = 0;
    {
        auto opening = Store::open(sandbox / "data", no_reserve);
        REQUIRE(opening);
        REQUIRE(opening.value().store.append(gone, kind::learner_joined, R"({"name":"Gone"})", 1));
    }
    for (int run = 0; run < runs; ++run) {
        CAPTURE(run);
        int ends[2] = {};
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            import_for_ever(sandbox / "data", acknowledged + 1, ends[1]);
        }
        close(ends[1]);
        int number = 0;
        CHECK(read(ends[0], &number, sizeof number) == sizeof number);
        std::this_thread::sleep_for(std::chrono::microseconds(random.below(times(120'000, 2'000'000))));
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        CHECK(WIFSIGNALED(status));
        const int before = acknowledged;
        while (read(ends[0], &number, sizeof number) == sizeof number) {
            acknowledged = std::max(acknowledged, number);
        }
        close(ends[0]);
        const auto opening = Store::open(sandbox / "data", no_reserve);
        REQUIRE(opening.ok());
        CHECK(opening.value().notices.empty());
        const Store& store = opening.value().store;
        // The last file may be there although the process could not say so any more.
        const std::string last = std::to_string(1000 + acknowledged + 1) + std::string(28, '0');
        const auto after = store.events_after(last, 0, 10'000);
        REQUIRE(after.ok());
        const auto of_last = std::ranges::count(after.value(), last, &Event::origin);
        CHECK((of_last == 0 || of_last == 3001));
        if (acknowledged >= 0) {
            const std::string known = std::to_string(1000 + acknowledged) + std::string(28, '0');
            const auto whole = store.events_after(known, 0, 3001);
            REQUIRE(whole.ok());
            CHECK((whole.value().size() == 3001 && whole.value().back().origin == known));
        }
        acknowledged += of_last == 0 ? 0 : 1;
        in_the_first += acknowledged == before ? 1 : 0;
        const auto left = store.events_of(gone);
        REQUIRE(left.ok());
        for (const Event& event : left.value()) {
            CHECK((acknowledged < 0 || event.kind == kind::learner_erased));
        }
        // Kept small, so that a run takes as long as another.
        if (acknowledged - before > 0 && run % 10 == 9) {
            acknowledged = -1;
            std::filesystem::remove_all(sandbox / "data");
            auto again = Store::open(sandbox / "data", no_reserve);
            REQUIRE(again);
            REQUIRE(again.value().store.append(gone, kind::learner_joined, R"({"name":"Gone"})", 1));
        }
    }
    MESSAGE("kills: ", runs, ", of which in the first file: ", in_the_first);
    CHECK(in_the_first > runs / 10);
    CHECK(in_the_first < runs);
}
