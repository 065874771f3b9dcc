// Where things are on this machine.
#include "base/paths.h"

#include <cstdlib>
#include <system_error>

namespace base {

namespace {

bool holds_program_files(const std::filesystem::path& folder) {
    std::error_code error;
    return std::filesystem::is_directory(folder / "assets" / "messages", error) &&
           std::filesystem::is_directory(folder / "lessons", error);
}

} // namespace

Result<std::filesystem::path> find_program_files() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    for (std::filesystem::path folder = program.parent_path(); folder.has_relative_path();
         folder = folder.parent_path()) {
        for (const std::filesystem::path& candidate : {folder, folder / "share" / "coucou"}) {
            if (holds_program_files(candidate)) {
                return candidate;
            }
        }
    }
    return Error{"files.missing", {{"program", program.string()}}, {}};
}

std::filesystem::path default_data_folder() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/') {
        return std::filesystem::path(data) / "coucou";
    }
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home == nullptr ? "/" : home) / ".local" / "share" / "coucou";
}

std::filesystem::path data_folder(const std::filesystem::path& asked) {
    return asked.empty() ? default_data_folder() : asked;
}

} // namespace base
