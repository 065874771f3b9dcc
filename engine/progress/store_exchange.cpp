// What a store takes from others, and the lists of its learners.
#include "progress/moved.h"
#include "progress/rows.h"
#include "progress/store.h"

namespace progress {

namespace {

/// So many cards are folded at most before a list is shown; it shows the others as they were.
constexpr std::int64_t folded_at_once = 500;

} // namespace

base::Result<MergeResult> Store::merge(const std::vector<Event>& events) {
    if (memory_ && !is_only_in_memory()) {
        return base::Error{"store.not-merged", {{"folder", folder_.string()}}, {}};
    }
    MergeResult result;
    std::string origin = origin_;
    const auto work = [&]() -> base::Result<base::Done> {
        COUCOU_TRY(result, merge_rows(current(), events, origin_));
        if (result.erased > 0) {
            COUCOU_TRY([[maybe_unused]] auto noted, note(current(), "last", std::to_string(last_)));
        }
        if (result.met_own_copy) {
            COUCOU_TRY(origin, renew_origin(current()));
        }
        return base::Done{};
    };
    COUCOU_TRY([[maybe_unused]] auto done, disk_ ? with_reserve(work) : memory_->in_transaction(work));
    if (origin != origin_) {
        origin_ = origin;
        last_ = 0;
    }
    if (disk_) {
        // What could not be wiped now is wiped at the next opening.
        (void)wipe_removed(*disk_);
    }
    return result;
}

base::Result<std::vector<Event>> Store::to_carry(std::vector<Event> events) const {
    return as_written(current(), std::move(events));
}

base::Result<std::vector<Event>> Store::events_after(std::string_view origin, std::int64_t sequence,
                                                     std::size_t most) const {
    return read_after(current(), origin, sequence, most);
}

base::Result<std::vector<Card>> Store::cards(const CardQuery& query, std::int64_t now) {
    // Where the disk takes nothing more, the list is as it was.
    (void)freshen(current(), origin_, now, folded_at_once);
    auto cards = read_cards(current(), query, origin_, now);
    if (!cards) {
        note_failure(cards.error());
    }
    return cards;
}

base::Result<std::int64_t> Store::count_cards(const CardQuery& query) const {
    return progress::count_cards(current(), query);
}

base::Result<std::int64_t> Store::count_in_need(const std::optional<std::string>& group, std::int64_t now) const {
    return progress::count_in_need(current(), group, now);
}

base::Result<std::vector<GroupCount>> Store::groups() const {
    return read_groups(current());
}

base::Result<base::Done> Store::freshen_cards(std::int64_t now) {
    for (;;) {
        COUCOU_TRY(const std::int64_t left, freshen(current(), origin_, now, folded_at_once));
        if (left == 0) {
            return base::Done{};
        }
    }
}

base::Result<base::Done> Store::rebuild_cards(std::int64_t now) {
    COUCOU_TRY([[maybe_unused]] auto marked, mark_all(current()));
    return freshen_cards(now);
}

} // namespace progress
