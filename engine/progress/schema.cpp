// The tables, how they came to be, and how they are checked.
#include "progress/schema.h"

#include <array>
#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <sqlite3.h>

namespace progress {

namespace {

constexpr std::array<std::string_view, 2> all_migrations{
    R"(
CREATE TABLE meta(
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE event(
  origin   TEXT NOT NULL CHECK(length(origin) = 32),
  sequence INTEGER NOT NULL CHECK(sequence > 0),
  learner  TEXT NOT NULL,
  at       INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  body     TEXT NOT NULL,
  PRIMARY KEY(origin, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_learner ON event(learner);
CREATE INDEX event_kind ON event(kind);
)",
    R"(
CREATE INDEX event_erased ON event(learner) WHERE kind = 'learner.erased';
CREATE TABLE moved(
  origin   TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  place    TEXT NOT NULL,
  PRIMARY KEY(origin, sequence, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX moved_place ON moved(place);
CREATE TABLE card(
  learner    TEXT PRIMARY KEY,
  folded_on  INTEGER NOT NULL,
  name       TEXT NOT NULL DEFAULT '',
  picture    TEXT NOT NULL DEFAULT '',
  class      TEXT NOT NULL DEFAULT '',
  search     TEXT NOT NULL DEFAULT '',
  seen       INTEGER NOT NULL DEFAULT 0,
  last_visit INTEGER NOT NULL DEFAULT 0,
  time_spent INTEGER NOT NULL DEFAULT 0,
  last_event INTEGER NOT NULL DEFAULT 0,
  need       INTEGER NOT NULL DEFAULT 0,
  details    TEXT NOT NULL DEFAULT '{}'
) STRICT, WITHOUT ROWID;
CREATE INDEX card_stale ON card(learner) WHERE folded_on < 0;
CREATE INDEX card_seen ON card(seen DESC, last_visit DESC, learner);
CREATE INDEX card_search ON card(search, learner);
CREATE INDEX card_visit ON card(last_visit DESC, learner);
CREATE INDEX card_event ON card(last_event, learner);
CREATE INDEX card_need ON card(need DESC, last_visit, learner);
CREATE INDEX card_class_search ON card(class, search, learner);
CREATE INDEX card_class_visit ON card(class, last_visit DESC, learner);
CREATE INDEX card_class_need ON card(class, need DESC, last_visit, learner);
INSERT INTO card(learner, folded_on) SELECT DISTINCT learner, -2 FROM event;
)"};

/// No file will ever reach this version; one that says so is damaged, not newer.
constexpr std::int64_t impossible_version = 1000;

/// In SQLite's words: how every commit is made durable (synchronous EXTRA is as FULL with the log, and right too where
/// a file system has no room for one), what deleted content becomes (zeros), and that nothing spills into other files.
constexpr const char* settings = R"(
PRAGMA synchronous = EXTRA;
PRAGMA journal_size_limit = 4194304;
PRAGMA wal_autocheckpoint = 1000;
PRAGMA mmap_size = 0;
PRAGMA cache_size = -16384;
PRAGMA temp_store = MEMORY;
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA secure_delete = ON;
)";

base::Error damaged() {
    return {"store.damaged", {}, {}};
}

base::Result<std::int64_t> ask_number(const Database& database, std::string_view sql) {
    COUCOU_TRY(auto statement, database.prepare(sql));
    COUCOU_TRY(const bool row, statement.step());
    return row ? statement.number(0) : 0;
}

/// All that the file is made of, as one text.
base::Result<std::string> describe(const Database& database) {
    return database.ask("SELECT group_concat(type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, ''), ';') "
                        "FROM (SELECT * FROM sqlite_schema ORDER BY type, name)");
}

base::Result<base::Done> check_tables(const Database& database) {
    COUCOU_TRY(const auto model, Database::open_in_memory());
    COUCOU_TRY([[maybe_unused]] auto made, migrate(model));
    COUCOU_TRY(const std::string expected, describe(model));
    COUCOU_TRY(const std::string found, describe(database));
    if (found != expected) {
        return damaged();
    }
    return base::Done{};
}

base::Result<base::Done> expect_ok(const Database& database, std::string_view check) {
    COUCOU_TRY(const std::string verdict, database.ask(check));
    if (verdict != "ok") {
        return damaged();
    }
    return base::Done{};
}

/// Reads the first and the last rows of each tree, where a torn write would show.
base::Result<base::Done> check_ends(const Database& database) {
    for (const char* order :
         {"origin, sequence", "origin DESC, sequence DESC", "learner", "learner DESC", "kind", "kind DESC"}) {
        COUCOU_TRY(auto rows, database.prepare(fmt::format("SELECT * FROM event ORDER BY {} LIMIT 100", order)));
        COUCOU_TRY([[maybe_unused]] auto read, rows.run());
    }
    return base::Done{};
}

} // namespace

std::span<const std::string_view> migrations() {
    return all_migrations;
}

base::Result<base::Done> lock(const Database& database) {
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // Before the log is first read: then it needs no shared memory, and no other connection can come in between.
    return database.run("PRAGMA locking_mode = EXCLUSIVE");
}

base::Result<std::int64_t> identify(const Database& database, std::size_t last) {
    COUCOU_TRY(const std::int64_t version, ask_number(database, "PRAGMA user_version"));
    COUCOU_TRY(const std::int64_t owner, ask_number(database, "PRAGMA application_id"));
    COUCOU_TRY(const std::int64_t things, ask_number(database, "SELECT count(*) FROM sqlite_schema"));
    const bool is_new = version == 0 && things == 0;
    if (version < 0 || version >= impossible_version || (owner != application_id && !(is_new && owner == 0))) {
        return damaged();
    }
    if (version > static_cast<std::int64_t>(last)) {
        return base::Error{"store.newer", {{"version", std::to_string(version)}}, {}};
    }
    return version;
}

base::Result<base::Done> configure(const Database& database) {
    COUCOU_TRY([[maybe_unused]] auto journal, database.ask("PRAGMA journal_mode = WAL"));
    return database.run(settings);
}

base::Result<base::Done> migrate(const Database& database, std::span<const std::string_view> steps) {
    COUCOU_TRY(const std::int64_t version, identify(database, steps.size()));
    for (auto next = static_cast<std::size_t>(version); next < steps.size(); ++next) {
        COUCOU_TRY([[maybe_unused]] auto done, database.in_transaction([&] {
            return database.run(fmt::format("{}; PRAGMA application_id = {}; PRAGMA user_version = {};", steps[next],
                                            application_id, next + 1));
        }));
    }
    return base::Done{};
}

base::Result<base::Done> check(const Database& database, Check depth) {
    COUCOU_TRY([[maybe_unused]] auto tables, check_tables(database));
    if (depth == Check::ends) {
        return check_ends(database);
    }
    COUCOU_TRY([[maybe_unused]] auto sound, expect_ok(database, "PRAGMA quick_check(1)"));
    if (depth == Check::quick || expect_ok(database, "PRAGMA integrity_check(1)")) {
        return base::Done{};
    }
    COUCOU_TRY([[maybe_unused]] auto repaired, database.run("REINDEX"));
    return expect_ok(database, "PRAGMA integrity_check(1)");
}

base::Result<std::int64_t> size_of(const Database& database) {
    COUCOU_TRY(const std::int64_t pages, ask_number(database, "PRAGMA page_count"));
    COUCOU_TRY(const std::int64_t page_size, ask_number(database, "PRAGMA page_size"));
    return pages * page_size;
}

void accept(const Database& database) {
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

} // namespace progress
