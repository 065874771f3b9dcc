// Events as rows of the store's tables.
#pragma once

#include "base/result.h"
#include "progress/database.h"
#include "progress/event.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace progress {

/// Adds events, keys and all. Several belong in one transaction, which is the caller's.
base::Result<base::Done> insert(const Database& database, const std::vector<Event>& events);

/// Deletes all events of a learner, and notes that their bytes are still to be wiped.
base::Result<base::Done> remove_learner(const Database& database, std::string_view learner);

/// Where that was noted: writes the whole file anew and empties its log, so that no deleted byte is left in either. Not
/// in a transaction.
base::Result<base::Done> wipe_removed(const Database& database);

/// The events for which `condition` holds (SQL, with a `?` for each of the values), in the order for folds (store.h).
base::Result<std::vector<Event>> read(const Database& database, const std::string& condition,
                                      const std::vector<std::string_view>& values);

/// All events that can be read, up to the first that cannot.
std::vector<Event> read_what_is_left(const Database& database);

/// The sequence of the last event of an origin; 0 where there is none.
base::Result<std::int64_t> last_sequence(const Database& database, std::string_view origin);

/// The store's own origin, drawn now where it has none.
base::Result<std::string> own_origin(const Database& database);

} // namespace progress
