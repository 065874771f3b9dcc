// The learners' store for verbs that only read it.
#pragma once

#include "progress/store.h"
#include "tools/verb.h"

#include <string>

namespace tools {

/// Opens the store of a folder (the usual one where it is empty), and says on standard error what is not as it should
/// be. Errors: `report.no-store` {folder}, where there is none yet, and as Store::open.
base::Result<progress::Store> open_store(const Context& context, const std::string& folder);

} // namespace tools
