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

/// A statement that adds an event, and the event's values in it.
base::Result<Statement> prepare_insert(const Database& database);
Statement& bind(Statement& insertion, const Event& event);

/// Whether the learner was erased.
base::Result<bool> is_erased(const Database& database, std::string_view learner);

/// Notes that the learner's card is to be folded anew. insert() does so by itself.
base::Result<base::Done> mark_stale(const Database& database, std::string_view learner);

/// Deletes all events of a learner but those that say that they are erased, and notes that their bytes are still to be
/// wiped.
base::Result<base::Done> remove_learner(const Database& database, std::string_view learner);

/// Where that was noted: writes the whole file anew and empties its log, so that no deleted byte is left in either. Not
/// in a transaction.
base::Result<base::Done> wipe_removed(const Database& database);

/// The events for which `condition` holds (SQL, with a `?` for each of the values), in the order for folds (store.h).
base::Result<std::vector<Event>> read(const Database& database, const std::string& condition,
                                      const std::vector<std::string_view>& values);

/// The next events after a key, in order of the keys.
base::Result<std::vector<Event>> read_after(const Database& database, std::string_view origin, std::int64_t sequence,
                                            std::size_t most);

/// All events that can be read, up to the first that cannot.
std::vector<Event> read_what_is_left(const Database& database);

/// The sequence of the last event of an origin; 0 where there is none.
base::Result<std::int64_t> last_sequence(const Database& database, std::string_view origin);

/// The number of the last event that the store wrote under its own origin, even if that was removed since, as noted
/// under `last`: no number is used twice.
base::Result<std::int64_t> last_written(const Database& database, std::string_view origin);

/// Draws a new origin for the store. What was written under the old one stays.
base::Result<std::string> renew_origin(const Database& database);

/// The store's own origin, drawn now where it has none.
base::Result<std::string> own_origin(const Database& database);

/// What the store notes about itself: a value by its key, empty where there is none.
base::Result<base::Done> note(const Database& database, std::string_view key, std::string_view value);
base::Result<std::string> noted(const Database& database, std::string_view key);

} // namespace progress
