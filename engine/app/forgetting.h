// Forgetting a learner: the events, the recordings and the files made for them on this computer.
#pragma once

#include "progress/store.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace app {

/// Forgets all of a learner. Errors: as Store::erase, and then all is as before; `privacy.files-left` {files}, where
/// the events are gone but files could not be deleted.
base::Result<base::Done> forget(progress::Store& store, const std::filesystem::path& data, const std::string& learner,
                                std::int64_t at);

} // namespace app
