// Class lists on disk: where they are found, and how they become learners.
#pragma once

#include "base/result.h"
#include "progress/class_list.h"
#include "progress/store.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// The class lists (`*.csv`) that lie at the top of the sticks, and in `classes` of the data folder; at most 50.
std::vector<std::filesystem::path> find_class_lists(const std::vector<std::filesystem::path>& sticks,
                                                    const std::filesystem::path& data);

/// What came of a class list. Where the disk fails half-way, some are added and there is a fault.
struct ClassImport {
    std::size_t added = 0;
    std::size_t known = 0; ///< they were there already, by name and group
    base::Faults faults;   ///< where the list has any, nothing was added
};

/// Adds those of a file who are not there yet. Faults: as base::read_file, progress::read_class_list, Store::append.
ClassImport import_class_list(progress::Store& store, const std::filesystem::path& file, const std::string& language,
                              std::int64_t at);

} // namespace app
