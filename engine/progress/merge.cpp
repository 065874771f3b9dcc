// The union of two sets of events, one event at a time.
#include "progress/merge.h"

#include "base/text.h"
#include "progress/bodies.h"
#include "progress/bytes.h"
#include "progress/identity.h"
#include "progress/rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <sodium.h>
#include <string>

#include <fmt/format.h>

namespace progress {

namespace {

using Hash = std::array<unsigned char, 16>;

/// A hash of all of an event. Each text goes in with its length, so that no two events have the same bytes.
Hash hash_of(const Event& event) {
    std::string bytes;
    for (const std::string* text : {&event.origin, &event.learner, &event.kind, &event.body}) {
        put_number(bytes, text->size(), 8);
        bytes += *text;
    }
    put_number(bytes, static_cast<std::uint64_t>(event.sequence), 8);
    put_number(bytes, static_cast<std::uint64_t>(event.at), 8);
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       nullptr, 0);
    return hash;
}

bool is_moved(const Event& event) {
    return event.sequence >= moved_mark;
}

bool is_plain_text(const std::string& text, std::size_t longest) {
    return !text.empty() && text.size() <= longest &&
           std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7F; });
}

/// One merge, with the statements that it uses again and again.
class Merge {
public:
    static base::Result<Merge> begin(const Database& database, std::string_view origin) {
        COUCOU_TRY(auto find,
                   database.prepare("SELECT learner, at, kind, body FROM event WHERE origin = ? AND sequence = ?"));
        COUCOU_TRY(auto find_original,
                   database.prepare("SELECT origin, at, kind, body FROM event WHERE learner = ? AND sequence = ?"));
        COUCOU_TRY(auto remove, database.prepare("DELETE FROM event WHERE origin = ? AND sequence = ?"));
        COUCOU_TRY(auto is_erased,
                   database.prepare("SELECT 1 FROM event WHERE learner = ? AND kind = 'learner.erased' LIMIT 1"));
        COUCOU_TRY(auto has_events,
                   database.prepare("SELECT 1 FROM event WHERE learner = ? AND kind <> 'learner.erased' LIMIT 1"));
        COUCOU_TRY(auto put, prepare_insert(database));
        return Merge(database, origin, std::move(find), std::move(find_original), std::move(remove),
                     std::move(is_erased), std::move(has_events), std::move(put));
    }

    base::Result<MergeResult> run(const std::vector<Event>& events) {
        // Who is erased is settled first, so that the order in which events come changes nothing.
        for (const bool erasing : {true, false}) {
            for (const Event& event : events) {
                if ((event.kind == kind::learner_erased && event.learner != nobody) == erasing) {
                    COUCOU_TRY([[maybe_unused]] auto joined, erasing ? join_erasing(event) : join(event));
                }
            }
        }
        for (const std::string& learner : touched_) {
            COUCOU_TRY([[maybe_unused]] auto marked, mark_stale(*database_, learner));
        }
        return result_;
    }

private:
    Merge(const Database& database, std::string_view origin, Statement find, Statement find_original, Statement remove,
          Statement is_erased, Statement has_events, Statement put)
        : database_(&database), origin_(origin), find_(std::move(find)), find_original_(std::move(find_original)),
          remove_(std::move(remove)), is_erased_(std::move(is_erased)), has_events_(std::move(has_events)),
          put_(std::move(put)) {}

    base::Result<base::Done> join_erasing(const Event& event) {
        if (!is_well_formed(event)) {
            ++result_.refused;
            return base::Done{};
        }
        COUCOU_TRY([[maybe_unused]] auto added, add(event));
        const auto [known, is_new] = erased_.try_emplace(event.learner, true);
        if (!is_new) {
            return base::Done{};
        }
        has_events_.again().bind(1, event.learner);
        COUCOU_TRY(const bool has_events, has_events_.step());
        has_events_.again();
        if (has_events) {
            ++result_.erased;
            return remove_learner(*database_, event.learner);
        }
        return base::Done{};
    }

    base::Result<base::Done> join(const Event& event) {
        if (!is_well_formed(event)) {
            ++result_.refused;
            return base::Done{};
        }
        auto found = erased_.find(event.learner);
        if (found == erased_.end()) {
            is_erased_.again().bind(1, event.learner);
            COUCOU_TRY(const bool erased, is_erased_.step());
            is_erased_.again();
            found = erased_.emplace(event.learner, erased && event.learner != nobody).first;
        }
        if (found->second) {
            ++result_.dropped;
            return base::Done{};
        }
        return add(event);
    }

    /// Adds an event that nothing speaks against.
    base::Result<base::Done> add(const Event& event) {
        COUCOU_TRY(const std::optional<Event> present, at_key(event.origin, event.sequence));
        if (present == event) {
            ++result_.known;
            return base::Done{};
        }
        const Event elsewhere = moved(event);
        COUCOU_TRY(const std::optional<Event> already, at_key(elsewhere.origin, elsewhere.sequence));
        if (already) {
            ++result_.known;
            return base::Done{};
        }
        result_.met_own_copy = result_.met_own_copy || (event.origin == origin_ && !is_moved(event));
        ++result_.added;
        if (is_moved(event)) {
            COUCOU_TRY([[maybe_unused]] auto removed, remove_original(event));
        }
        if (!present) {
            return put(event);
        }
        ++result_.moved;
        if (hash_of(*present) < hash_of(event)) {
            return put(elsewhere);
        }
        COUCOU_TRY([[maybe_unused]] auto removed, remove(*present));
        COUCOU_TRY([[maybe_unused]] auto there, put_if_missing(moved(*present)));
        return put(event);
    }

    base::Result<std::optional<Event>> at_key(const std::string& origin, std::int64_t sequence) {
        find_.again().bind(1, origin).bind(2, sequence);
        COUCOU_TRY(const bool row, find_.step());
        std::optional<Event> event;
        if (row) {
            event = Event{origin, sequence, find_.text(0), find_.number(1), find_.text(2), find_.text(3)};
        }
        find_.again();
        return event;
    }

    /// Where the moved event still stands under the key that it lost.
    base::Result<base::Done> remove_original(const Event& event) {
        std::vector<Event> originals;
        const std::int64_t sequence = event.sequence - moved_mark;
        find_original_.again().bind(1, event.learner).bind(2, sequence);
        for (;;) {
            COUCOU_TRY(const bool row, find_original_.step());
            if (!row) {
                break;
            }
            const Event original{find_original_.text(0), sequence,
                                 event.learner,          find_original_.number(1),
                                 find_original_.text(2), find_original_.text(3)};
            if (moved(original) == event) {
                originals.push_back(original);
            }
        }
        find_original_.again();
        for (const Event& original : originals) {
            COUCOU_TRY([[maybe_unused]] auto removed, remove(original));
        }
        return base::Done{};
    }

    base::Result<base::Done> remove(const Event& event) {
        COUCOU_TRY([[maybe_unused]] auto gone, remove_.again().bind(1, event.origin).bind(2, event.sequence).run());
        touched_.insert(event.learner);
        return base::Done{};
    }

    base::Result<base::Done> put_if_missing(const Event& event) {
        COUCOU_TRY(const std::optional<Event> present, at_key(event.origin, event.sequence));
        return present ? base::Result<base::Done>(base::Done{}) : put(event);
    }

    base::Result<base::Done> put(const Event& event) {
        touched_.insert(event.learner);
        return bind(put_, event).run();
    }

    const Database* database_;
    std::string_view origin_;
    Statement find_;
    Statement find_original_;
    Statement remove_;
    Statement is_erased_;
    Statement has_events_;
    Statement put_;
    std::set<std::string> touched_;
    std::map<std::string, bool> erased_;
    MergeResult result_;
};

} // namespace

bool is_well_formed(const Event& event) {
    return is_id(event.origin) && event.sequence > 0 && is_plain_text(event.learner, longest_kind) &&
           is_plain_text(event.kind, longest_kind) && event.body.size() <= longest_body && is_json_object(event.body);
}

Event moved(const Event& event) {
    Event elsewhere = event;
    elsewhere.origin = fmt::format("{:02x}", fmt::join(hash_of(event), ""));
    elsewhere.sequence = event.sequence | moved_mark;
    return elsewhere;
}

base::Result<MergeResult> merge_rows(const Database& database, const std::vector<Event>& events,
                                     std::string_view origin) {
    COUCOU_TRY(Merge merge, Merge::begin(database, origin));
    return merge.run(events);
}

} // namespace progress
