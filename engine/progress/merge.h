// Events from other stores joined with those that are here: in any order, any number of times, the result is the same.
//
// - The key is (origin, sequence). The same event again changes nothing; a new one is added, holes or not.
// - Two different events under one key come from a copied store; both are kept, see moved.h.
// - Who was erased anywhere is erased everywhere: the event `learner.erased` stays, all others of the learner go, and
//   those that come later are dropped.
#pragma once

#include "base/result.h"
#include "progress/database.h"
#include "progress/event.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace progress {

/// Longest body and kind, and learner's id, of an event that is kept, bytes.
inline constexpr std::size_t longest_body = std::size_t{64} * 1024;
inline constexpr std::size_t longest_kind = 64;

struct MergeResult {
    std::size_t added = 0;     ///< were not here
    std::size_t known = 0;     ///< were here already
    std::size_t dropped = 0;   ///< of learners who are erased
    std::size_t refused = 0;   ///< malformed: no program of ours wrote them
    std::size_t moved = 0;     ///< had a key that another event keeps
    std::size_t erased = 0;    ///< learners who were here, and are no more
    bool met_own_copy = false; ///< somebody else writes under this store's own origin
    bool operator==(const MergeResult&) const = default;
};

/// Whether the event has the form of one that a store keeps.
bool is_well_formed(const Event& event);

/// Joins events to those of the database; `origin` is the store's own. In a transaction, which is the caller's.
base::Result<MergeResult> merge_rows(const Database& database, const std::vector<Event>& events,
                                     std::string_view origin);

} // namespace progress
