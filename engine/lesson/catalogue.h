// All lessons of a folder: `<folder>/<module>/module.toml` and `<folder>/<module>/<lesson>.toml`.
#pragma once

#include "lesson/lesson.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace lesson {

/// The lessons that can be played, and what is wrong with the others.
struct Catalogue {
    std::vector<Module> modules; ///< in teaching order; each names only lessons that can be played
    std::vector<Lesson> lessons;
    base::Faults faults;                    ///< sorted by file, line and column
    std::vector<std::string> left_out;      ///< the files of the lessons that cannot be played
    std::shared_ptr<const Variety> variety; ///< the lists that lessons draw from

    const Lesson* find(std::string_view id) const;
};

/// Reads every lesson below a folder. One bad file never stops the others. Faults between files are found too: the same
/// id twice, a needed lesson that does not exist, lessons that need each other in a circle, a folder or file that may
/// not be read. A lesson whose needs cannot be met stays playable. Lists that chance draws from are read from
/// `<folder>/variety`, and those that are not there from `more_lists`.
Catalogue read_catalogue(const std::filesystem::path& folder, Vocabulary vocabulary,
                         const std::filesystem::path& more_lists = {});

} // namespace lesson
