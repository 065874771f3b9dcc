// Where the program's own files and the learners' data are.
#pragma once

#include "base/result.h"

#include <filesystem>

namespace base {

/// The folder that holds `assets/` and `lessons/`: the installed share folder beside the program, or the source tree it
/// was built in. Error: `files.missing`.
Result<std::filesystem::path> find_program_files();

/// Where learners' data is kept unless told otherwise: `$XDG_DATA_HOME/coucou`, else `~/.local/share/coucou` (XDG Base
/// Directory Specification).
std::filesystem::path default_data_folder();

/// The folder that was asked for; the default one where none was.
std::filesystem::path data_folder(const std::filesystem::path& asked);

} // namespace base
