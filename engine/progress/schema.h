// The form of the store's file: settings of the connection, tables, and the steps from each version to the next.
#pragma once

#include "progress/database.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace progress {

/// Marks our files among SQLite's: "Couc" in ASCII.
inline constexpr std::int64_t application_id = 0x436F7563;

/// The steps from the empty file on. Step i takes a file of version i to version i + 1; a step that has been shipped
/// never changes.
std::span<const std::string_view> migrations();

/// Keeps all others out from the first look at the file on. Until accept() its log is left as it is, even on closing.
base::Result<base::Done> lock(const Database& database);

/// The file's version; 0 for a new one. Nothing is written.
/// Errors: `store.newer` {version} for a file of a version after `last`; `store.damaged` for a file that is not ours.
base::Result<std::int64_t> identify(const Database& database, std::size_t last = migrations().size());

/// Settles how the connection keeps data: write-ahead log, every commit flushed, deleted content overwritten.
base::Result<base::Done> configure(const Database& database);

/// Brings the file to the last version, each step in one transaction of its own. Errors: as identify().
base::Result<base::Done> migrate(const Database& database, std::span<const std::string_view> steps = migrations());

/// How closely check() looks.
enum class Check {
    ends,    ///< the first and last rows: for a large file, so that opening stays fast
    quick,   ///< SQLite's quick_check of every page
    thorough ///< also that indexes fit their tables; where only they do not, they are made anew
};

/// Looks for damage: the tables are those that the migrations make, and their content is sound. Error: `store.damaged`.
base::Result<base::Done> check(const Database& database, Check depth);

/// The file's size in bytes.
base::Result<std::int64_t> size_of(const Database& database);

/// The file is good: from now on its log is written into it on closing.
void accept(const Database& database);

} // namespace progress
