// Files damaged in every way we could think of: each opens, and what was there is set aside as it was.
#include "base/random.h"
#include "progress/identity.h"
#include "progress/schema.h"
#include "progress/store.h"
#include "sandbox.h"

#include <doctest/doctest.h>

namespace {

using namespace progress;
namespace fs = std::filesystem;

constexpr int events_in_file = 300;
constexpr int events_in_log = 60;
const StoreOptions no_reserve{0, 32 << 20};

/// The store's file and its log, as they lie there when the plug is pulled in the middle of a session.
struct Files {
    std::string file;
    std::string log;
};

Files make_files() {
    const test::Sandbox sandbox;
    for (const int count : {events_in_file, events_in_log}) {
        auto opening = Store::open(sandbox.path(), no_reserve);
        REQUIRE(opening.ok());
        for (int i = 0; i < count; ++i) {
            const std::string learner(32, static_cast<char>('a' + i % 5));
            const std::string body =
                R"({"lesson":"mouse.click","step":"first","pad":")" + std::string(i % 90, 'x') + "\"}";
            REQUIRE(opening.value().store.append(learner, kind::step_done, body, i).ok());
        }
        if (count == events_in_log) {
            return {test::read_file(sandbox / "coucou.db"), test::read_file(sandbox / "coucou.db-wal")};
        }
    }
    return {};
}

const Files& files() {
    static const Files made = make_files();
    return made;
}

struct Outcome {
    bool was_set_aside = false;
    std::size_t events = 0;
};

/// Opens those files in a folder of their own, and checks what must hold whatever they are.
Outcome open_files(const Files& given, bool with_log = true) {
    const test::Sandbox sandbox;
    test::write_file(sandbox / "coucou.db", given.file);
    if (with_log) {
        test::write_file(sandbox / "coucou.db-wal", given.log);
    }
    Outcome outcome;
    {
        auto opening = Store::open(sandbox.path(), no_reserve);
        REQUIRE(opening.ok());
        Store& store = opening.value().store;
        for (const Notice& notice : opening.value().notices) {
            if (notice.id == "store.set-aside") {
                outcome.was_set_aside = true;
                const fs::path aside = sandbox / notice.arguments[0].value;
                CHECK(test::read_file(aside) == given.file);
                CHECK((!with_log || test::read_file(aside.string() + "-wal") == given.log));
            } else {
                // A single wrong byte can look like a later version; then nothing is touched.
                CHECK(notice.id == "store.newer");
                CHECK(test::read_file(sandbox / "coucou.db") == given.file);
            }
        }
        if (const auto events = store.all()) {
            outcome.events = events.value().size();
        }
        for (int i = 0; i < 3; ++i) {
            if (!store.append(std::string(32, 'a'), kind::step_done, "{}", i)) {
                store.continue_in_memory();
                CHECK(store.append(std::string(32, 'a'), kind::step_done, "{}", i).ok());
            }
        }
    }
    CHECK((test::count_files(sandbox.path(), "coucou-damaged") > 0) == outcome.was_set_aside);
    const auto again = Store::open(sandbox.path(), no_reserve);
    CHECK(again.ok());
    return outcome;
}

} // namespace

TEST_CASE("files left by a pulled plug open without a word") {
    const Outcome outcome = open_files(files());
    CHECK_FALSE(outcome.was_set_aside);
    CHECK(outcome.events == events_in_file + events_in_log);
}

TEST_CASE("200 files with random damage each open, and practice goes on") {
    base::Random random{20};
    int set_aside = 0;
    for (int run = 0; run < 200; ++run) {
        CAPTURE(run);
        Files damaged = files();
        // One byte, a few, or a whole sector of noise; in the log every fourth time.
        std::string& bytes = run % 4 == 3 ? damaged.log : damaged.file;
        if (run % 3 == 0) {
            const std::size_t sector = random.below(bytes.size() / 512) * 512;
            for (std::size_t i = 0; i < 512; ++i) {
                bytes[sector + i] = static_cast<char>(random.below(256));
            }
        } else {
            const std::size_t count = run % 3 == 1 ? 1 : 1 + random.below(16);
            for (std::size_t i = 0; i < count; ++i) {
                bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
            }
        }
        set_aside += open_files(damaged).was_set_aside ? 1 : 0;
    }
    MESSAGE("set aside: ", set_aside, " of 200");
    // A byte inside a text is no damage that anybody could see; but noise in a page is.
    CHECK(set_aside > 20);
}

TEST_CASE("each damaged byte of the header leads to a store that works") {
    for (std::size_t at = 0; at < 100; ++at) {
        CAPTURE(at);
        Files damaged = files();
        damaged.file[at] = static_cast<char>(~damaged.file[at]);
        open_files(damaged);
    }
}

TEST_CASE("a file cut short is set aside") {
    for (const std::size_t size : {std::size_t{1}, std::size_t{50}, std::size_t{4095}, std::size_t{4096},
                                   files().file.size() / 2, files().file.size() - 4096}) {
        CAPTURE(size);
        CHECK(open_files({files().file.substr(0, size), ""}, false).was_set_aside);
    }
}

TEST_CASE("an empty file is begun anew, but never when its log still holds something") {
    CHECK_FALSE(open_files({"", ""}, false).was_set_aside);
    CHECK(open_files({"", files().log}).was_set_aside);
}

TEST_CASE("a log without its file is set aside") {
    const test::Sandbox sandbox;
    test::write_file(sandbox / "coucou.db-wal", files().log);
    auto opening = Store::open(sandbox.path(), no_reserve);
    REQUIRE(opening.ok());
    REQUIRE(opening.value().notices.size() == 1);
    CHECK(opening.value().notices[0].id == "store.set-aside");
    CHECK(test::read_file(sandbox / (opening.value().notices[0].arguments[0].value + "-wal")) == files().log);
}

TEST_CASE("a file that was never a store is set aside") {
    CHECK(open_files({std::string(20000, 'g'), ""}, false).was_set_aside);
    std::string header = files().file;
    header.replace(0, 100, 100, '\0');
    CHECK(open_files({header, ""}, false).was_set_aside);
}

TEST_CASE("a store whose log was deleted opens with what the file holds") {
    const Outcome outcome = open_files({files().file, ""}, false);
    CHECK_FALSE(outcome.was_set_aside);
    CHECK(outcome.events == events_in_file);
}

TEST_CASE("a log cut anywhere gives back all events before the cut") {
    std::size_t before = events_in_file;
    for (std::size_t size = 0; size <= files().log.size(); size += files().log.size() / 20) {
        CAPTURE(size);
        const Outcome outcome = open_files({files().file, files().log.substr(0, size)});
        CHECK_FALSE(outcome.was_set_aside);
        CHECK(outcome.events >= before);
        before = outcome.events;
    }
    CHECK(before > events_in_file);
}

/// Writes the store's file so that one entry of the index by learner names another learner: every tree is sound, but
/// one does not fit the other.
static bool write_with_wrong_index(const fs::path& path, const std::string& learner) {
    const std::string& good = files().file;
    for (std::size_t at = good.find(learner); at != std::string::npos; at = good.find(learner, at + 1)) {
        std::string bad = good;
        bad[at + 31] = 'd';
        test::write_file(path, bad);
        const auto database = Database::open_unchanging(path);
        const auto ask = [&](const char* sql) { return database.ok() ? database.value().ask(sql).value() : ""; };
        // In an index the origin follows at once, in the table it stands before.
        if (is_id(good.substr(at + 32, 32)) && ask("PRAGMA quick_check(1)") == "ok" &&
            ask("PRAGMA integrity_check(1)") != "ok") {
            return true;
        }
    }
    return false;
}

TEST_CASE("a damaged index is found when it is used, and made anew at the next opening") {
    const test::Sandbox sandbox;
    const std::string learner(32, 'c');
    REQUIRE(write_with_wrong_index(sandbox / "coucou.db", learner));
    {
        auto opening = Store::open(sandbox.path(), no_reserve);
        REQUIRE(opening.ok());
        CHECK(opening.value().notices.empty());
        Store& store = opening.value().store;
        const auto erased = store.erase(learner, 1);
        REQUIRE(!erased.ok());
        CHECK(erased.error().id == "store.damaged");
    }
    auto opening = Store::open(sandbox.path(), no_reserve);
    REQUIRE(opening.ok());
    CHECK(opening.value().notices.empty());
    Store& store = opening.value().store;
    CHECK(store.keeping() == Keeping::on_disk);
    CHECK(store.all().value().size() == events_in_file);
    CHECK(store.events_of(learner).value().size() == events_in_file / 5);
    CHECK(store.erase(learner, 1).ok());
    CHECK(store.all().value().size() == events_in_file * 4 / 5 + 1);
}

TEST_CASE("files damaged on one day are all kept, each under a name of its own") {
    const test::Sandbox sandbox;
    for (int i = 1; i <= 3; ++i) {
        const std::string bytes(1000 + static_cast<std::size_t>(i), 'g');
        test::write_file(sandbox / "coucou.db", bytes);
        auto opening = Store::open(sandbox.path(), no_reserve);
        REQUIRE(opening.ok());
        REQUIRE(opening.value().notices.size() == 1);
        const std::string name = opening.value().notices[0].arguments[0].value;
        CHECK(test::read_file(sandbox / name) == bytes);
        CHECK(test::count_files(sandbox.path(), "coucou-damaged-") == i);
    }
}
