// Events that two stores wrote under the same key, because one is a copy of the other. The one with the smaller hash
// keeps the key here; each of the others stands under an origin that is the hash of it, with `moved_mark` added to its
// number. So what a store holds follows from which events it knows, and not from the order in which they came. To other
// stores they always go under the key that they were written with.
#pragma once

#include "base/result.h"
#include "progress/database.h"
#include "progress/event.h"

#include <cstdint>
#include <string>
#include <vector>

namespace progress {

/// Numbers from here on are those of moved events; no store writes so many.
inline constexpr std::int64_t moved_mark = std::int64_t{1} << 62;

/// The hash of all of an event, as 32 hexadecimal digits.
std::string hash_of(const Event& event);

/// The event as it stands here when another one has its key.
Event moved(const Event& event);

/// Notes where a moved event stands, so that it can be told what it was.
base::Result<base::Done> note_moved(const Database& database, const Event& original);

/// Gives keys that became free, because an event of an erased learner had them, to the moved events that are next.
base::Result<base::Done> settle_moved(const Database& database);

/// The events as they were written, for other stores.
base::Result<std::vector<Event>> as_written(const Database& database, std::vector<Event> events);

} // namespace progress
