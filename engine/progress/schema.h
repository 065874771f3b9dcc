// The form of the store's file: settings of the connection, tables, and the steps from each version to the next.
#pragma once

#include "progress/database.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace progress {

/// Marks our files among SQLite's: "Couc" in ASCII.
inline constexpr std::int64_t application_id = 0x436F7563;

/// The steps from the empty file on. Step i takes a file of version i to version i + 1; a step that has been shipped
/// never changes.
std::span<const std::string_view> migrations();

/// Settles how the connection keeps data: exclusive, write-ahead log, every commit flushed. Must come before anything
/// is read. Until accept() the file's log is left as it is, even on closing.
base::Result<base::Done> configure(const Database& database);

/// From now on the log is written into the file on closing.
void accept(const Database& database);

/// Brings the file to the last version, each step in one transaction of its own.
/// Errors: `store.newer` {version} for a file of a later version, which is left as it is; `store.damaged` for a file
/// that is not ours.
base::Result<base::Done> migrate(const Database& database, std::span<const std::string_view> steps = migrations());

/// Looks for damage: the tables are those that the migrations make, and SQLite's quick_check finds nothing. Above
/// `full_check_up_to` bytes only the ends of the tables are read, so that opening stays fast.
base::Result<base::Done> check(const Database& database, std::int64_t full_check_up_to);

} // namespace progress
