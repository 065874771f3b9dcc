// Where moved events stand, and what they were.
#include "progress/moved.h"

#include "progress/bytes.h"
#include "progress/rows.h"

#include <array>
#include <sodium.h>

#include <fmt/format.h>

namespace progress {

std::string hash_of(const Event& event) {
    std::string bytes;
    // Each text goes in with its length, so that no two events have the same bytes.
    for (const std::string* text : {&event.origin, &event.learner, &event.kind, &event.body}) {
        put_number(bytes, text->size(), 8);
        bytes += *text;
    }
    put_number(bytes, static_cast<std::uint64_t>(event.sequence), 8);
    put_number(bytes, static_cast<std::uint64_t>(event.at), 8);
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       nullptr, 0);
    return fmt::format("{:02x}", fmt::join(hash, ""));
}

Event moved(const Event& event) {
    Event elsewhere = event;
    elsewhere.origin = hash_of(event);
    elsewhere.sequence = event.sequence | moved_mark;
    return elsewhere;
}

base::Result<base::Done> note_moved(const Database& database, const Event& original) {
    COUCOU_TRY(auto row, database.prepare("INSERT OR IGNORE INTO moved(origin, sequence, place) VALUES (?, ?, ?)"));
    return row.bind(1, original.origin).bind(2, original.sequence).bind(3, hash_of(original)).run();
}

base::Result<base::Done> settle_moved(const Database& database) {
    COUCOU_TRY([[maybe_unused]] auto cleared,
               database.run("DELETE FROM moved WHERE NOT EXISTS (SELECT 1 FROM event "
                            "WHERE event.origin = moved.place AND event.sequence >= 4611686018427387904)"));
    COUCOU_TRY(auto free, database.prepare("SELECT origin, sequence, min(place) FROM moved "
                                           "WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.origin = moved.origin "
                                           "AND event.sequence = moved.sequence) GROUP BY origin, sequence"));
    std::vector<Event> next;
    for (;;) {
        COUCOU_TRY(const bool row, free.step());
        if (!row) {
            break;
        }
        next.push_back({free.text(0), free.number(1), free.text(2), 0, {}, {}});
    }
    for (const auto& [origin, sequence, place, at, kind, body] : next) {
        COUCOU_TRY(const auto events, read(database, "origin = ?", {place}));
        COUCOU_TRY(auto event,
                   database.prepare("UPDATE event SET origin = ?, sequence = ? WHERE origin = ? AND sequence = ?"));
        event.bind(1, origin).bind(2, sequence).bind(3, place).bind(4, sequence | moved_mark);
        COUCOU_TRY([[maybe_unused]] auto back, event.run());
        COUCOU_TRY(auto row, database.prepare("DELETE FROM moved WHERE place = ?"));
        COUCOU_TRY([[maybe_unused]] auto gone, row.bind(1, place).run());
        for (const Event& changed : events) {
            COUCOU_TRY([[maybe_unused]] auto marked, mark_stale(database, changed.learner));
        }
    }
    return base::Done{};
}

base::Result<std::vector<Event>> as_written(const Database& database, std::vector<Event> events) {
    COUCOU_TRY(auto find, database.prepare("SELECT origin FROM moved WHERE place = ?"));
    for (Event& event : events) {
        if (event.sequence < moved_mark) {
            continue;
        }
        COUCOU_TRY(const bool row, find.again().bind(1, event.origin).step());
        if (row) {
            event.origin = find.text(0);
            event.sequence -= moved_mark;
        }
    }
    return events;
}

} // namespace progress
