// Random names for what must never be confused: stores and learners.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace progress {

/// A new id: 128 random bits from the operating system as 32 hexadecimal digits. Never made from names, hardware or
/// the time, which repeat on cloned computers. Error: `store.no-randomness`.
base::Result<std::string> new_id();

/// Whether the text has the form of such an id.
bool is_id(std::string_view text);

/// Where a file lives: a one-way hash of the computer's own id (the content of `machine_id`, usually /etc/machine-id)
/// and of what tells the file from a copy of itself (its number in the file system, and when it was made). It is
/// another one after the file was copied, restored from a copy, or its disk put into another computer.
std::string place_of(const std::filesystem::path& file, const std::filesystem::path& machine_id);

} // namespace progress
