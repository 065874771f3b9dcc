// No space, and disks that fail: no acknowledged event is lost, and practice goes on.
#include "failing_disk.h"
#include "progress/schema.h"
#include "progress/store.h"
#include "sandbox.h"

#include <array>
#include <csignal>
#include <set>
#include <sys/resource.h>

#include <doctest/doctest.h>

namespace {

using namespace progress;
namespace fs = std::filesystem;

const std::string marie(32, 'a');
const std::string paul(32, 'b');
const std::string body = R"({"pad":")" + std::string(400, 'x') + R"("})";

std::vector<std::int64_t> sequences(const Store& store) {
    std::vector<std::int64_t> found;
    if (const auto events = store.all()) {
        for (const Event& event : events.value()) {
            found.push_back(event.sequence);
        }
    }
    return found;
}

/// Whether the store holds exactly 1 … `last`.
bool holds_all_up_to(const Store& store, std::int64_t last) {
    const auto found = sequences(store);
    return found.size() == static_cast<std::size_t>(last) && (found.empty() || found.back() == last);
}

/// Plays a session on a full disk until it is full, goes on, frees space, goes on; checks every promise on the way.
/// Returns the line of the first broken one, or 0. For a child process.
int play_until_full(const fs::path& folder, std::int64_t reserve, const std::function<void()>& make_room) {
    std::int64_t last = 0;
    {
        auto opening = Store::open(folder, {reserve, 32 << 20});
        if (!opening || opening.value().store.keeping() != Keeping::on_disk) {
            return __LINE__;
        }
        Store& store = opening.value().store;
        std::string trouble;
        bool was_nearly_full = false;
        for (int i = 0; i < 20000 && trouble.empty(); ++i) {
            const auto event = store.append(marie, kind::step_done, body, i);
            if (event) {
                last = event.value().sequence;
                was_nearly_full = was_nearly_full || store.keeping() == Keeping::nearly_full;
            } else {
                trouble = event.error().id;
            }
        }
        if (trouble != "store.full" || was_nearly_full != (reserve > 0) || !holds_all_up_to(store, last)) {
            return __LINE__;
        }
        store.continue_in_memory();
        for (int i = 0; i < 5; ++i) {
            const auto event = store.append(marie, kind::step_done, body, i);
            if (!event || event.value().sequence != ++last) {
                return __LINE__;
            }
        }
        if (store.keeping() != Keeping::in_memory || store.unsaved() != 5 || !holds_all_up_to(store, last)) {
            return __LINE__;
        }
        make_room();
        if (!store.append(marie, kind::step_done, body, 1) || store.unsaved() != 0 ||
            store.keeping() == Keeping::in_memory || !holds_all_up_to(store, ++last)) {
            return __LINE__;
        }
    }
    const auto again = Store::open(folder, {0, 32 << 20});
    return again && again.value().notices.empty() && holds_all_up_to(again.value().store, last) ? 0 : __LINE__;
}

/// The child's answer as a number.
int run_in_child(const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        _exit(work() % 256);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

TEST_CASE("on a small disk a session ends normally, and nothing is lost once there is room again") {
    if (!test::can_mount()) {
        MESSAGE("no right to mount here; not tested");
        return;
    }
    for (int size = 256; size <= 1024; size += 128) {
        for (const std::int64_t reserve : {0, 32 * 1024}) {
            CAPTURE(size);
            CAPTURE(reserve);
            const test::Sandbox sandbox;
            CHECK(run_in_child([&] {
                      const auto disk = std::to_string(size) + "k";
                      if (!test::mount_small_disk(sandbox.path(), disk)) {
                          return __LINE__;
                      }
                      return play_until_full(sandbox / "data", reserve, [&] {
                          mount("tmpfs", sandbox.path().c_str(), "tmpfs", MS_REMOUNT, "size=8m");
                      });
                  }) == 0);
        }
    }
}

TEST_CASE("a limit on file sizes counts as a full disk") {
    const test::Sandbox sandbox;
    CHECK(run_in_child([&] {
              signal(SIGXFSZ, SIG_IGN);
              rlimit limit{};
              getrlimit(RLIMIT_FSIZE, &limit);
              limit.rlim_cur = rlim_t{300} * 1024;
              setrlimit(RLIMIT_FSIZE, &limit);
              return play_until_full(sandbox.path(), 0, [&] {
                  limit.rlim_cur = limit.rlim_max;
                  setrlimit(RLIMIT_FSIZE, &limit);
              });
          }) == 0);
}

TEST_CASE("with no room for a store at all, practice goes on in memory") {
    if (!test::can_mount()) {
        MESSAGE("no right to mount here; not tested");
        return;
    }
    const test::Sandbox sandbox;
    CHECK(run_in_child([&] {
              if (!test::mount_small_disk(sandbox.path(), "8k")) {
                  return __LINE__;
              }
              auto opening = Store::open(sandbox / "data");
              if (!opening || opening.value().notices.size() != 1 || opening.value().notices[0].id != "store.no-room") {
                  return __LINE__;
              }
              return opening.value().store.append(marie, kind::step_done, body, 1) ? 0 : __LINE__;
          }) == 0);
}

TEST_CASE("the reserve is there, is given back when the disk is full, and made again at the next opening") {
    const test::Sandbox sandbox;
    {
        const auto opening = Store::open(sandbox.path());
        REQUIRE(opening.ok());
        CHECK(fs::file_size(sandbox / "coucou.reserve") == 1024 * 1024);
    }
    {
        test::FailingDisk disk({SQLITE_FULL, 0, 0, false, true});
        auto opening = Store::open(sandbox.path());
        REQUIRE(opening.ok());
        Store& store = opening.value().store;
        CHECK(store.keeping() == Keeping::on_disk);
        disk.fail_once();
        CHECK(store.append(marie, kind::step_done, body, 1).ok());
        CHECK(disk.has_failed());
        CHECK(store.keeping() == Keeping::nearly_full);
        CHECK_FALSE(fs::exists(sandbox / "coucou.reserve"));
    }
    const auto opening = Store::open(sandbox.path());
    REQUIRE(opening.ok());
    CHECK(opening.value().store.keeping() == Keeping::on_disk);
    CHECK(fs::exists(sandbox / "coucou.reserve"));
    CHECK(holds_all_up_to(opening.value().store, 1));
}

TEST_CASE("a disk that turns read-only is written again when it may be, but one that fails to flush never is") {
    for (const bool turned_read_only : {true, false}) {
        CAPTURE(turned_read_only);
        const test::Sandbox sandbox;
        test::FailingDisk disk({turned_read_only ? SQLITE_IOERR_WRITE : SQLITE_IOERR_FSYNC, EROFS, 0, false, true});
        auto opening = Store::open(sandbox.path());
        REQUIRE(opening.ok());
        Store& store = opening.value().store;
        REQUIRE(store.append(marie, kind::step_done, body, 1).ok());
        disk.breaks();
        const auto refused = store.append(marie, kind::step_done, body, 2);
        REQUIRE(!refused.ok());
        CHECK(refused.error().id == (turned_read_only ? "store.read-only" : "store.write-failed"));
        CHECK(holds_all_up_to(store, 1));
        store.continue_in_memory();
        REQUIRE(store.append(marie, kind::step_done, body, 2).ok());
        CHECK(store.unsaved() == 1);
        disk.mend();
        REQUIRE(store.append(marie, kind::step_done, body, 3).ok());
        CHECK((store.keeping() == Keeping::in_memory) == !turned_read_only);
        CHECK(store.unsaved() == (turned_read_only ? 0 : 2));
        CHECK(holds_all_up_to(store, 3));
    }
}

TEST_CASE("a learner is erased from what waits for the disk too, or from nothing at all") {
    const test::Sandbox sandbox;
    test::FailingDisk disk({SQLITE_FULL, 0, 0, false, true});
    auto opening = Store::open(sandbox.path(), {0, 32 << 20});
    REQUIRE(opening.ok());
    Store& store = opening.value().store;
    REQUIRE(store.append(marie, kind::step_done, body, 1).ok());
    disk.breaks();
    CHECK_FALSE(store.append(marie, kind::step_done, body, 2).ok());
    store.continue_in_memory();
    REQUIRE(store.append(marie, kind::step_done, body, 2).ok());
    REQUIRE(store.append(paul, kind::step_done, body, 3).ok());
    // Marie has an event on the full disk, Paul has none there.
    const auto refused = store.erase(marie, 4);
    REQUIRE(!refused.ok());
    CHECK(refused.error().id == "store.not-erased");
    CHECK(sequences(store) == std::vector<std::int64_t>{1, 2, 3});
    CHECK(store.erase(paul, 5).ok());
    CHECK(sequences(store) == std::vector<std::int64_t>{1, 2, 4});
    disk.mend();
    CHECK(store.erase(marie, 6).ok());
    CHECK(store.keeping() == Keeping::on_disk);
    CHECK(sequences(store) == std::vector<std::int64_t>{4, 5});
}

TEST_CASE("whichever call to the disk fails, the store is as before or as after, and opens again") {
    struct Way {
        int code;
        int system_error;
        bool for_ever;
        bool only_writes;
    };
    constexpr std::array<Way, 6> ways{
        Way{SQLITE_IOERR_WRITE, EIO, false, true}, Way{SQLITE_IOERR_WRITE, EIO, true, true},
        Way{SQLITE_FULL, ENOSPC, false, true},     Way{SQLITE_FULL, ENOSPC, true, true},
        Way{SQLITE_IOERR, EIO, false, false},      Way{SQLITE_IOERR, EIO, true, false}};
    int runs = 0;
    for (const Way& way : ways) {
        for (int call = 1;; ++call) {
            CAPTURE(way.code);
            CAPTURE(way.for_ever);
            CAPTURE(call);
            const test::Sandbox sandbox;
            std::set<std::int64_t> expected;
            std::set<std::int64_t> possible;
            bool has_failed = false;
            const auto play = [&] {
                auto opening = Store::open(sandbox.path(), {0, 32 << 20});
                REQUIRE(opening.ok());
                Store& store = opening.value().store;
                for (int i = 0; i < 4 && store.keeping() != Keeping::in_memory; ++i) {
                    const std::int64_t next = (possible.empty() ? 0 : *possible.rbegin()) + 1;
                    if (i == 3) {
                        const auto erased = store.erase(paul, i);
                        possible.insert(next);
                        if (erased) {
                            expected.insert(next);
                            expected.erase(2);
                            possible.erase(2);
                        } else {
                            expected.erase(2);
                        }
                        continue;
                    }
                    const auto event = store.append(i == 1 ? paul : marie, kind::step_done, body, i);
                    possible.insert(next);
                    if (!event) {
                        store.continue_in_memory();
                        CHECK(store.append(marie, kind::step_done, body, i).ok());
                        break;
                    }
                    CHECK(event.value().sequence == next);
                    expected.insert(next);
                }
            };
            {
                test::FailingDisk disk({way.code, way.system_error, call, way.for_ever, way.only_writes});
                play();
                has_failed = disk.has_failed();
            }
            CHECK(test::count_files(sandbox.path(), "coucou-damaged") == 0);
            const auto again = Store::open(sandbox.path(), {0, 32 << 20});
            REQUIRE(again.ok());
            CHECK(again.value().notices.empty());
            const auto found = sequences(again.value().store);
            const std::set<std::int64_t> present(found.begin(), found.end());
            CHECK(std::includes(present.begin(), present.end(), expected.begin(), expected.end()));
            CHECK(std::includes(possible.begin(), possible.end(), present.begin(), present.end()));
            ++runs;
            if (!has_failed) {
                break;
            }
        }
    }
    MESSAGE("calls that failed: ", runs);
}
