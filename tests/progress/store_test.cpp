// A store that all is well with: what goes in comes out, in order, and nobody else gets in.
#include "progress/bodies.h"
#include "progress/identity.h"
#include "progress/store.h"
#include "sandbox.h"

#include <set>

#include <doctest/doctest.h>
#include <sqlite3.h>

namespace {

using namespace progress;

const std::string marie(32, 'a');
const std::string paul(32, 'b');

Store opened(const std::filesystem::path& folder) {
    auto opening = Store::open(folder);
    REQUIRE(opening.ok());
    CHECK(opening.value().notices.empty());
    return std::move(opening.value().store);
}

std::int64_t add(Store& store, const std::string& learner, std::int64_t at, std::string_view kind = kind::help_used) {
    const auto event = store.append(learner, kind, R"({"n":1})", at);
    REQUIRE(event.ok());
    return event.value().sequence;
}

std::vector<std::int64_t> sequences(const base::Result<std::vector<Event>>& events) {
    REQUIRE(events.ok());
    std::vector<std::int64_t> numbers;
    for (const Event& event : events.value()) {
        numbers.push_back(event.sequence);
    }
    return numbers;
}

} // namespace

TEST_CASE("what was appended is there after closing and opening, to the last character") {
    const test::Sandbox sandbox;
    const std::string body = body_of(LearnerJoined{"Zoé “l’aînée” \n\t\\", "oiseau", "fr"});
    Event written;
    {
        Store store = opened(sandbox / "data");
        CHECK(store.keeping() == Keeping::on_disk);
        auto event = store.append(marie, kind::learner_joined, body, 1700000000123);
        REQUIRE(event.ok());
        written = event.value();
        CHECK(written == Event{store.origin(), 1, marie, 1700000000123, "learner.joined", body});
    }
    Store store = opened(sandbox / "data");
    const auto events = store.all();
    REQUIRE(events.ok());
    REQUIRE(events.value().size() == 1);
    CHECK(events.value()[0] == written);
    CHECK(store.origin() == written.origin);
}

TEST_CASE("the folder is made for its owner only") {
    const test::Sandbox sandbox;
    const Store store = opened(sandbox / "deep/er");
    CHECK(std::filesystem::status(sandbox / "deep/er").permissions() == std::filesystem::perms::owner_all);
}

TEST_CASE("two stores have different origins, and sequences go on without gaps after opening again") {
    const test::Sandbox sandbox;
    std::string origin;
    for (int i = 0; i < 3; ++i) {
        Store store = opened(sandbox / "one");
        CHECK(add(store, marie, i) == 2 * i + 1);
        CHECK(add(store, paul, i) == 2 * i + 2);
        CHECK(is_id(store.origin()));
        origin = store.origin();
    }
    CHECK(opened(sandbox / "two").origin() != origin);
}

TEST_CASE("events are chosen by learner and by kind") {
    const test::Sandbox sandbox;
    Store store = opened(sandbox.path());
    add(store, marie, 1, kind::lesson_started);
    add(store, paul, 2, kind::lesson_started);
    add(store, marie, 3, kind::step_done);
    add(store, paul, 4, kind::help_used);
    CHECK(sequences(store.events_of(marie)) == std::vector<std::int64_t>{1, 3});
    CHECK(sequences(store.events_of_kind(kind::lesson_started)) == std::vector<std::int64_t>{1, 2});
    CHECK(sequences(store.all()) == std::vector<std::int64_t>{1, 2, 3, 4});
    CHECK(sequences(store.all({kind::step_done, kind::help_used})) == std::vector<std::int64_t>{3, 4});
    CHECK(sequences(store.events_of("nobody")).empty());
}

TEST_CASE("a clock that goes back does not change the order of what one store wrote") {
    const test::Sandbox sandbox;
    Store store = opened(sandbox.path());
    for (const std::int64_t at : {5000, 100, -3, 7000, 6000}) {
        add(store, marie, at);
    }
    CHECK(sequences(store.all()) == std::vector<std::int64_t>{1, 2, 3, 4, 5});
}

TEST_CASE("a body that is no JSON object or is too long is refused, and nothing is added") {
    const test::Sandbox sandbox;
    Store store = opened(sandbox.path());
    const std::string too_long = R"({"a":")" + std::string(70000, 'x') + R"("})";
    for (const std::string& body : {std::string(), std::string("{"), std::string("[1]"),
                                    std::string("{\"a\":\"\xff\"}"), std::string("{} {}"), too_long}) {
        const auto event = store.append(marie, kind::step_done, body, 1);
        REQUIRE(!event.ok());
        CHECK(event.error().id == "store.bad-event");
    }
    CHECK(add(store, marie, 1) == 1);
}

TEST_CASE("a second instance is told that the store is busy, and takes nothing from the first") {
    const test::Sandbox sandbox;
    const auto is_busy = [&] {
        const auto second = Store::open(sandbox.path());
        return !second.ok() && second.error().id == "store.busy";
    };
    {
        Store store = opened(sandbox.path());
        add(store, marie, 1);
        CHECK(is_busy());
        CHECK(test::in_child(is_busy));
        add(store, marie, 2);
        Store moved = std::move(store);
        CHECK(test::in_child(is_busy));
        add(moved, marie, 3);
    }
    CHECK(test::in_child([&] { return Store::open(sandbox.path()).ok(); }));
}

TEST_CASE("another program that holds the file counts as a second instance") {
    const test::Sandbox sandbox;
    { add(*std::make_unique<Store>(opened(sandbox.path())), marie, 1); }
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open((sandbox / "coucou.db").c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) ==
            SQLITE_OK);
    const auto second = Store::open(sandbox.path());
    sqlite3_close(other);
    REQUIRE(!second.ok());
    CHECK(second.error().id == "store.busy");
    CHECK(test::count_files(sandbox.path(), "coucou-damaged") == 0);
    CHECK(sequences(opened(sandbox.path()).all()).size() == 1);
}

TEST_CASE("a store in memory behaves as one on disk and leaves nothing behind") {
    auto guest = Store::in_memory();
    REQUIRE(guest.ok());
    Store store = std::move(guest).value();
    CHECK(store.keeping() == Keeping::in_memory);
    CHECK(add(store, marie, 1) == 1);
    CHECK(add(store, paul, 2) == 2);
    CHECK(store.erase(marie, 3).ok());
    CHECK(sequences(store.all()) == std::vector<std::int64_t>{2, 3});
    CHECK(store.unsaved() == 0);
}

TEST_CASE("an erased learner leaves only the event that says so, also in the bytes of the files") {
    const test::Sandbox sandbox;
    Store store = opened(sandbox.path());
    const std::string secret = "Sidonie-Gabrielle";
    for (int i = 0; i < 300; ++i) {
        // Bodies of all sizes, in between those of others, so that pages are split and filled again.
        const std::string body = R"({"name":")" + secret + R"(","pad":")" + std::string((i * 37) % 900, 'x') + R"("})";
        REQUIRE(store.append(marie, i % 2 == 0 ? kind::step_done : kind::help_used, body, i).ok());
        add(store, paul, i);
    }
    REQUIRE(store.erase(marie, 1000).ok());
    const auto left = store.events_of(marie);
    REQUIRE(left.ok());
    REQUIRE(left.value().size() == 1);
    CHECK(left.value()[0].kind == kind::learner_erased);
    CHECK(left.value()[0].sequence == 601);
    CHECK(sequences(store.events_of(paul)).size() == 300);
    CHECK(add(store, paul, 1001) == 602);
    for (const auto& entry : std::filesystem::directory_iterator(sandbox.path())) {
        CHECK_MESSAGE(test::read_file(entry.path()).find(secret) == std::string::npos, entry.path().string());
    }
}

TEST_CASE("new ids are well-formed and all different") {
    std::set<std::string> ids;
    for (int i = 0; i < 1000; ++i) {
        const auto id = new_id();
        REQUIRE(id.ok());
        CHECK(is_id(id.value()));
        ids.insert(id.value());
    }
    CHECK(ids.size() == 1000);
    CHECK_FALSE(is_id("abc"));
    CHECK_FALSE(is_id(std::string(31, 'a') + "g"));
}
