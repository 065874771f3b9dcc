// Whole files: read with a limit, written so that a power cut never leaves half of one.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// All bytes of a regular file. Never waits: pipes and devices are refused. Errors, each with `{file}`: `file.missing`,
/// `file.is-folder`, `file.not-regular`, `file.unreadable` (with `{reason}`, the system's name of the error),
/// `file.too-large` (with `{most}` and `{size}` in bytes; nothing has been read then).
Result<std::string> read_file(const std::filesystem::path& file, std::size_t most_bytes);

/// Puts the content in the place of the file, which afterwards is either wholly the old or wholly the new one, and on
/// the disk. Error: `file.unwritable` (with `{file}` and `{reason}`).
Result<Done> write_file(const std::filesystem::path& file, std::string_view content);

/// What a folder holds, in order of name, without what is hidden (`.…`). Errors, each with `{file}`: `folder.missing`,
/// `folder.is-file`, `folder.unreadable` (with `{reason}`).
Result<std::vector<std::filesystem::path>> list_folder(const std::filesystem::path& folder);

} // namespace base
