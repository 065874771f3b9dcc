// The union of two sets of events, one event at a time.
#include "progress/merge.h"

#include "progress/bodies.h"
#include "progress/identity.h"
#include "progress/moved.h"
#include "progress/rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sodium.h>
#include <string>

#include <fmt/format.h>

namespace progress {

namespace {

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
        COUCOU_TRY(auto remove, database.prepare("DELETE FROM event WHERE origin = ? AND sequence = ?"));
        COUCOU_TRY(auto is_erased,
                   database.prepare("SELECT 1 FROM event WHERE learner = ? AND kind = 'learner.erased' LIMIT 1"));
        COUCOU_TRY(auto has_events,
                   database.prepare("SELECT 1 FROM event WHERE learner = ? AND kind <> 'learner.erased' LIMIT 1"));
        COUCOU_TRY(auto put, prepare_insert(database));
        return Merge(database, origin, std::move(find), std::move(remove), std::move(is_erased), std::move(has_events),
                     std::move(put));
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
    Merge(const Database& database, std::string_view origin, Statement find, Statement remove, Statement is_erased,
          Statement has_events, Statement put)
        : database_(&database), origin_(origin), find_(std::move(find)), remove_(std::move(remove)),
          is_erased_(std::move(is_erased)), has_events_(std::move(has_events)), put_(std::move(put)) {}

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
        result_.met_own_copy = result_.met_own_copy || event.origin == origin_;
        ++result_.added;
        if (!present) {
            return put(event);
        }
        ++result_.moved;
        if (hash_of(*present) < elsewhere.origin) {
            return put_elsewhere(event);
        }
        COUCOU_TRY([[maybe_unused]] auto removed, remove_.again().bind(1, event.origin).bind(2, event.sequence).run());
        COUCOU_TRY([[maybe_unused]] auto there, put_elsewhere(*present));
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

    base::Result<base::Done> put_elsewhere(const Event& event) {
        COUCOU_TRY([[maybe_unused]] auto noted, note_moved(*database_, event));
        return put(moved(event));
    }

    base::Result<base::Done> put(const Event& event) {
        touched_.insert(event.learner);
        return bind(put_, event).run();
    }

    const Database* database_;
    std::string_view origin_;
    Statement find_;
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
    return is_id(event.origin) && event.sequence > 0 && event.sequence < moved_mark &&
           is_plain_text(event.learner, longest_kind) && is_plain_text(event.kind, longest_kind) &&
           event.body.size() <= longest_body && is_json_object(event.body);
}

base::Result<MergeResult> merge_rows(const Database& database, const std::vector<Event>& events,
                                     std::string_view origin) {
    COUCOU_TRY(Merge merge, Merge::begin(database, origin));
    return merge.run(events);
}

} // namespace progress
