// The SQL that adds, reads and removes events.
#include "progress/rows.h"

#include "progress/identity.h"

namespace progress {

namespace {

constexpr const char* columns = "SELECT origin, sequence, learner, at, kind, body FROM event";

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

base::Result<base::Done> insert(const Database& database, const std::vector<Event>& events) {
    for (const Event& event : events) {
        COUCOU_TRY(auto row, database.prepare("INSERT INTO event(origin, sequence, learner, at, kind, body) "
                                              "VALUES (?, ?, ?, ?, ?, ?)"));
        row.bind(1, event.origin).bind(2, event.sequence).bind(3, event.learner);
        row.bind(4, event.at).bind(5, event.kind).bind(6, event.body);
        COUCOU_TRY([[maybe_unused]] auto done, row.run());
    }
    return base::Done{};
}

base::Result<base::Done> remove_learner(const Database& database, std::string_view learner) {
    // Along the table itself (its key's index), so that no row is overlooked because the index by learner is damaged.
    COUCOU_TRY(auto statement,
               database.prepare("DELETE FROM event INDEXED BY sqlite_autoindex_event_1 WHERE learner = ?"));
    COUCOU_TRY([[maybe_unused]] auto done, statement.bind(1, learner).run());
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
    // The clock may go back, but nothing happened before what its own store had written before it.
    COUCOU_TRY(auto rows, database.prepare(columns + (" WHERE " + condition) +
                                           " ORDER BY max(at) OVER (PARTITION BY origin ORDER BY sequence), "
                                           "origin, sequence"));
    for (std::size_t i = 0; i < values.size(); ++i) {
        rows.bind(static_cast<int>(i) + 1, values[i]);
    }
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

base::Result<std::string> own_origin(const Database& database) {
    COUCOU_TRY(std::string origin, database.ask("SELECT value FROM meta WHERE key = 'origin'"));
    if (is_id(origin)) {
        return origin;
    }
    COUCOU_TRY(origin, new_id());
    COUCOU_TRY(auto statement, database.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES ('origin', ?)"));
    COUCOU_TRY([[maybe_unused]] auto done, statement.bind(1, origin).run());
    return origin;
}

} // namespace progress
