// Random names for what must never be confused: stores and learners.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace progress {

/// A new id: 128 random bits from the operating system as 32 hexadecimal digits. Never made from names, hardware or
/// the time, which repeat on cloned computers. Error: `store.no-randomness`.
base::Result<std::string> new_id();

/// Whether the text has the form of such an id.
bool is_id(std::string_view text);

} // namespace progress
