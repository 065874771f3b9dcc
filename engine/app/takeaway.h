// Files that learners take along: where they go, what they are called, and which of them lie on this computer.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Where files to take along go.
struct Shelf {
    std::filesystem::path folder;
    bool is_stick = false;
};

/// The first of the sticks that can be written; else the learner's documents: where the data folder was chosen, its
/// folder `Documents`, else the system's documents folder (xdg-user-dirs: `XDG_DOCUMENTS_DIR` of user-dirs.dirs), if
/// there is one.
Shelf find_shelf(const std::vector<std::filesystem::path>& sticks, const std::filesystem::path& data,
                 bool data_was_chosen);

/// A text as the name of a file, on any file system that sticks have: without control characters and `/\:*?"<>|`,
/// at most 80 bytes, without blanks and points at its ends; `Coucou` where nothing is left.
std::string file_name_of(std::string_view text);

/// `<stem><ending>` in the folder, or `<stem> 2<ending>` and so on where a file of that name is there already, and is
/// none of `own`.
std::filesystem::path free_file(const std::filesystem::path& folder, const std::string& stem, const std::string& ending,
                                const std::vector<std::filesystem::path>& own);

/// The files made for a learner on this computer, not on sticks; noted in `<data>/made.json`.
std::vector<std::filesystem::path> made_files(const std::filesystem::path& data, const std::string& learner);
/// Notes one. Error: as base::write_file.
base::Result<base::Done> note_made_file(const std::filesystem::path& data, const std::string& learner,
                                        const std::filesystem::path& file);
/// Deletes those files and forgets them. Gives those that could not be deleted; they stay noted.
std::vector<std::filesystem::path> remove_made_files(const std::filesystem::path& data, const std::string& learner);

} // namespace app
