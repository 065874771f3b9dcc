// The SQL that adds, reads and removes events.
#include "progress/rows.h"

#include "progress/identity.h"
#include "progress/moved.h"
#include "progress/schema.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace progress {

namespace {

constexpr const char* columns = "SELECT origin, sequence, learner, at, kind, body FROM event";

/// Up to this size of the file, bytes, a whole table is gone through to be sure.
constexpr std::int64_t largest_to_scan = std::int64_t{256} * 1024 * 1024;

base::Result<base::Done> collect(Statement& rows, std::vector<Event>& events) {
    for (;;) {
        COUCOU_TRY(const bool row, rows.step());
        if (!row) {
            return base::Done{};
        }
        events.push_back({rows.text(0), rows.number(1), rows.text(2), rows.number(3), rows.text(4), rows.text(5)});
    }
}

} // namespace

base::Result<Statement> prepare_insert(const Database& database) {
    return database.prepare("INSERT INTO event(origin, sequence, learner, at, kind, body) VALUES (?, ?, ?, ?, ?, ?)");
}

Statement& bind(Statement& insertion, const Event& event) {
    insertion.again().bind(1, event.origin).bind(2, event.sequence).bind(3, event.learner);
    return insertion.bind(4, event.at).bind(5, event.kind).bind(6, event.body);
}

base::Result<base::Done> insert(const Database& database, const std::vector<Event>& events) {
    COUCOU_TRY(auto row, prepare_insert(database));
    const std::string* marked = nullptr;
    for (const Event& event : events) {
        COUCOU_TRY([[maybe_unused]] auto done, bind(row, event).run());
        if (marked == nullptr || *marked != event.learner) {
            COUCOU_TRY([[maybe_unused]] auto noted, mark_stale(database, event.learner));
            marked = &event.learner;
        }
    }
    return base::Done{};
}

base::Result<bool> is_erased(const Database& database, std::string_view learner) {
    if (learner == nobody) {
        return false;
    }
    COUCOU_TRY(auto row, database.prepare("SELECT 1 FROM event WHERE learner = ? AND kind = 'learner.erased' LIMIT 1"));
    return row.bind(1, learner).step();
}

base::Result<base::Done> mark_stale(const Database& database, std::string_view learner) {
    COUCOU_TRY(auto statement,
               database.prepare("INSERT INTO card(learner, folded_on) VALUES (?, -2) "
                                "ON CONFLICT(learner) DO UPDATE SET folded_on = -1 WHERE folded_on >= 0"));
    return statement.bind(1, learner).run();
}

base::Result<base::Done> remove_learner(const Database& database, std::string_view learner) {
    // In a file of usual size along the table itself (its key's index), so that no row is overlooked because the index
    // by learner is damaged; in a very large one that would take minutes.
    COUCOU_TRY(const std::int64_t size, size_of(database));
    const std::string by = size <= largest_to_scan ? " INDEXED BY sqlite_autoindex_event_1" : "";
    COUCOU_TRY(auto events, database.prepare("DELETE FROM event" + by + " WHERE learner = ? AND kind <> ?"));
    COUCOU_TRY([[maybe_unused]] auto gone, events.bind(1, learner).bind(2, kind::learner_erased).run());
    COUCOU_TRY(auto card, database.prepare("DELETE FROM card WHERE learner = ?"));
    COUCOU_TRY([[maybe_unused]] auto none, card.bind(1, learner).run());
    COUCOU_TRY([[maybe_unused]] auto settled, settle_moved(database));
    return database.run("INSERT OR REPLACE INTO meta(key, value) VALUES ('to-wipe', 'yes')");
}

base::Result<base::Done> wipe_removed(const Database& database) {
    COUCOU_TRY(const std::string noted, database.ask("SELECT value FROM meta WHERE key = 'to-wipe'"));
    if (noted.empty()) {
        return base::Done{};
    }
    // secure_delete alone is not enough: when a page of the tree is split or joined, copies of rows stay in its gaps.
    return database.run("VACUUM; PRAGMA wal_checkpoint(TRUNCATE); DELETE FROM meta WHERE key = 'to-wipe'");
}

base::Result<std::vector<Event>> read(const Database& database, const std::string& condition,
                                      const std::vector<std::string_view>& values) {
    // The clock may go back, but nothing happened before what its own store had written before it. A time from beyond
    // all reason says nothing, and must not push what was written after it to the end.
    COUCOU_TRY(auto rows,
               database.prepare(columns + (" WHERE " + condition) +
                                fmt::format(" ORDER BY max(CASE WHEN at < {} THEN at END) OVER "
                                            "(PARTITION BY origin ORDER BY sequence) NULLS FIRST, origin, sequence",
                                            far_future)));
    for (std::size_t i = 0; i < values.size(); ++i) {
        rows.bind(static_cast<int>(i) + 1, values[i]);
    }
    std::vector<Event> events;
    COUCOU_TRY([[maybe_unused]] auto done, collect(rows, events));
    return events;
}

base::Result<std::vector<Event>> read_after(const Database& database, std::string_view origin, std::int64_t sequence,
                                            std::size_t most) {
    COUCOU_TRY(auto rows, database.prepare(columns + std::string(" WHERE (origin, sequence) > (?, ?) "
                                                                 "ORDER BY origin, sequence LIMIT ?")));
    rows.bind(1, origin).bind(2, sequence).bind(3, static_cast<std::int64_t>(most));
    std::vector<Event> events;
    COUCOU_TRY([[maybe_unused]] auto done, collect(rows, events));
    return events;
}

std::vector<Event> read_what_is_left(const Database& database) {
    std::vector<Event> events;
    // In the order of the key, rows come one by one and need no sorting, so those before a bad page are still given.
    if (auto rows = database.prepare(columns + std::string(" ORDER BY origin, sequence"))) {
        (void)collect(rows.value(), events);
    }
    return events;
}

base::Result<std::int64_t> last_sequence(const Database& database, std::string_view origin) {
    COUCOU_TRY(auto statement, database.prepare("SELECT max(sequence) FROM event WHERE origin = ?"));
    COUCOU_TRY([[maybe_unused]] const bool row, statement.bind(1, origin).step());
    return statement.number(0);
}

base::Result<std::int64_t> last_written(const Database& database, std::string_view origin) {
    COUCOU_TRY(const std::int64_t last, last_sequence(database, origin));
    COUCOU_TRY(const std::string kept, noted(database, "last"));
    std::int64_t number = 0;
    std::from_chars(kept.data(), kept.data() + kept.size(), number);
    return std::max(last, number);
}

base::Result<std::string> own_origin(const Database& database) {
    COUCOU_TRY(const std::string origin, database.ask("SELECT value FROM meta WHERE key = 'origin'"));
    if (is_id(origin)) {
        return origin;
    }
    return renew_origin(database);
}

base::Result<std::string> renew_origin(const Database& database) {
    COUCOU_TRY(const std::string origin, new_id());
    COUCOU_TRY([[maybe_unused]] auto drawn, note(database, "origin", origin));
    COUCOU_TRY([[maybe_unused]] auto counted, note(database, "last", "0"));
    return origin;
}

base::Result<base::Done> note(const Database& database, std::string_view key, std::string_view value) {
    COUCOU_TRY(auto statement, database.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)"));
    return statement.bind(1, key).bind(2, value).run();
}

base::Result<std::string> noted(const Database& database, std::string_view key) {
    COUCOU_TRY(auto statement, database.prepare("SELECT value FROM meta WHERE key = ?"));
    COUCOU_TRY(const bool row, statement.bind(1, key).step());
    return row ? statement.text(0) : std::string();
}

} // namespace progress
