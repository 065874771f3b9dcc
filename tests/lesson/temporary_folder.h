// A folder of one test's own, gone afterwards, and doing something without root's rights.
#pragma once

#include "base/file.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

struct TemporaryFolder {
    std::filesystem::path path;

    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "coucou-lesson-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
        // Somebody without rights has to get in, too.
        std::filesystem::permissions(path, std::filesystem::perms::all);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    TemporaryFolder(TemporaryFolder&&) = delete;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }

    /// Writes a file and the folders above it.
    std::filesystem::path write(const std::string& name, std::string_view content) const {
        std::filesystem::path file = path / name;
        std::filesystem::create_directories(file.parent_path());
        REQUIRE(base::write_file(file, content).ok());
        return file;
    }
};

/// Whether a check holds for somebody without special rights, whom root becomes in a process of its own.
template <typename Check>
bool holds_without_rights(Check check) {
    const pid_t child = fork();
    if (child == 0) {
        const bool dropped = geteuid() != 0 || (setgid(65534) == 0 && setuid(65534) == 0);
        _exit(dropped && check() ? 0 : 1);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
