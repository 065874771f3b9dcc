// The store's file form: how a file is made, brought up to date, and recognised.
#include "progress/rows.h"
#include "progress/schema.h"
#include "progress/store.h"
#include "sandbox.h"

#include <array>

#include <doctest/doctest.h>

namespace {

using namespace progress;

std::string ask(const Database& database, std::string_view sql) {
    const auto answer = database.ask(sql);
    REQUIRE_MESSAGE(answer.ok(), answer.error().id);
    return answer.value();
}

Database made(const std::filesystem::path& file) {
    auto database = Database::open(file);
    REQUIRE(database.ok());
    return std::move(database).value();
}

constexpr std::array<std::string_view, 3> three_steps{
    "CREATE TABLE note(text TEXT) STRICT; INSERT INTO note VALUES ('first')",
    "ALTER TABLE note ADD COLUMN length INTEGER; UPDATE note SET length = length(text)",
    "CREATE TABLE other(id INTEGER) STRICT",
};

} // namespace

TEST_CASE("the connection is set up as promised") {
    const test::Sandbox sandbox;
    const Database database = made(sandbox / "coucou.db");
    REQUIRE(lock(database).ok());
    REQUIRE(configure(database).ok());
    REQUIRE(migrate(database).ok());
    CHECK(ask(database, "PRAGMA locking_mode") == "exclusive");
    CHECK(ask(database, "PRAGMA journal_mode") == "wal");
    CHECK(ask(database, "PRAGMA synchronous") == "3");
    CHECK(ask(database, "PRAGMA journal_size_limit") == "4194304");
    CHECK(ask(database, "PRAGMA foreign_keys") == "1");
    CHECK(ask(database, "PRAGMA trusted_schema") == "0");
    CHECK(ask(database, "PRAGMA cell_size_check") == "1");
    CHECK(ask(database, "PRAGMA secure_delete") == "1");
    CHECK(ask(database, "PRAGMA application_id") == std::to_string(application_id));
    CHECK(ask(database, "PRAGMA user_version") == std::to_string(migrations().size()));
    CHECK(ask(database, "PRAGMA busy_timeout") == "0");
    CHECK_FALSE(std::filesystem::exists(sandbox / "coucou.db-shm"));
    // Defensive: the schema cannot be rewritten by hand.
    CHECK_FALSE(database.run("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema").ok());
}

TEST_CASE("an old file is brought up to date step by step, and keeps what it held") {
    const test::Sandbox sandbox;
    const std::span<const std::string_view> steps = three_steps;
    for (std::size_t version = 0; version <= steps.size(); ++version) {
        const Database database = made(sandbox / ("v" + std::to_string(version)));
        REQUIRE(configure(database).ok());
        REQUIRE(migrate(database, steps.first(version)).ok());
        CHECK(ask(database, "PRAGMA user_version") == std::to_string(version));
        if (version == 1) {
            REQUIRE(database.run("INSERT INTO note VALUES ('two')").ok());
        }
        REQUIRE(migrate(database, steps).ok());
        CHECK(ask(database, "PRAGMA user_version") == "3");
        CHECK(ask(database, "SELECT group_concat(length) FROM note") == (version == 1 ? "5,3" : "5"));
        CHECK(ask(database, "SELECT count(*) FROM other") == "0");
    }
}

TEST_CASE("a step that fails leaves the file at the version before it") {
    const test::Sandbox sandbox;
    const Database database = made(sandbox / "file");
    REQUIRE(configure(database).ok());
    constexpr std::array<std::string_view, 2> steps{three_steps[0],
                                                    "UPDATE note SET text = 'lost'; CREATE TABLE note(x)"};
    CHECK_FALSE(migrate(database, steps).ok());
    CHECK(ask(database, "PRAGMA user_version") == "1");
    CHECK(ask(database, "SELECT text FROM note") == "first");
}

TEST_CASE("a store of version 0, made by hand and still empty, is taken over") {
    const test::Sandbox sandbox;
    {
        const Database database = made(sandbox / "coucou.db");
        REQUIRE(database.run("PRAGMA application_id = " + std::to_string(application_id) + "; PRAGMA user_version = 0")
                    .ok());
    }
    auto opening = Store::open(sandbox.path());
    REQUIRE(opening.ok());
    CHECK(opening.value().notices.empty());
    CHECK(opening.value().store.keeping() == Keeping::on_disk);
}

TEST_CASE("tables take only values of their kind, and keys only once") {
    const test::Sandbox sandbox;
    const Database database = made(sandbox / "file");
    REQUIRE(configure(database).ok());
    REQUIRE(migrate(database).ok());
    const std::string origin(32, '0');
    const auto add = [&](const std::string& values) {
        return database.run("INSERT INTO event VALUES (" + values + ")").ok();
    };
    CHECK(add("'" + origin + "', 1, 'l', 5, 'k', '{}'"));
    CHECK_FALSE(add("'" + origin + "', 1, 'l', 5, 'k', '{}'"));
    CHECK_FALSE(add("'" + origin + "', 0, 'l', 5, 'k', '{}'"));
    CHECK_FALSE(add("'short', 2, 'l', 5, 'k', '{}'"));
    CHECK_FALSE(add("'" + origin + "', 3, 'l', 'noon', 'k', '{}'"));
    CHECK_FALSE(add("'" + origin + "', 4, 'l', 5, NULL, '{}'"));
}

TEST_CASE("an extra table, a missing index or a changed column is damage") {
    for (const char* change :
         {"CREATE TABLE extra(x)", "DROP INDEX event_kind", "ALTER TABLE event RENAME body TO words",
          "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END"}) {
        const test::Sandbox sandbox;
        const Database database = made(sandbox / "file");
        REQUIRE(migrate(database).ok());
        CHECK(check(database, Check::quick).ok());
        REQUIRE(database.run(change).ok());
        const auto checked = check(database, Check::quick);
        REQUIRE(!checked.ok());
        CHECK(checked.error().id == "store.damaged");
    }
}

TEST_CASE("a large file is checked at its ends only") {
    const test::Sandbox sandbox;
    const std::filesystem::path file = sandbox / "file";
    const std::string origin(32, '0');
    {
        const Database database = made(file);
        REQUIRE(migrate(database).ok());
        std::vector<Event> events;
        for (std::int64_t i = 1; i <= 5000; ++i) {
            events.push_back(
                {origin, i, std::string(32, 'a'), i, "help.used", R"({"pad":")" + std::string(200, 'x') + R"("})"});
        }
        REQUIRE(database.in_transaction([&] { return insert(database, events); }).ok());
        CHECK(check(database, Check::ends).ok());
    }
    std::string bytes = test::read_file(file);
    // A page in the middle of the events.
    const std::size_t page = bytes.find("\"pad\"", bytes.size() / 3) / 4096;
    bytes.replace(page * 4096, 512, 512, '\xff');
    test::write_file(file, bytes);
    const Database database = made(file);
    CHECK(check(database, Check::ends).ok());
    CHECK_FALSE(check(database, Check::quick).ok());
}
