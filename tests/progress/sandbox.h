// Folders, files and processes that tests break.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <grp.h>
#include <iterator>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace test {

/// Where folders for tests are made: in memory where there is such a place, since nobody pulls a plug here, and a slow
/// disk would only make the tests slow.
inline std::filesystem::path fast_folder() {
    return access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path();
}

/// A folder of its own for one test, gone afterwards.
class Sandbox {
public:
    explicit Sandbox(const std::filesystem::path& parent = fast_folder()) {
        std::string name = (parent / "coucou-test-XXXXXX").string();
        path_ = mkdtemp(name.data());
        // Others may pass through, so that a test without rights meets only the walls that it has built itself.
        std::filesystem::permissions(path_, std::filesystem::perms(0755));
    }
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;
    ~Sandbox() {
        std::error_code failed;
        for (const auto& entry : std::filesystem::directory_iterator(path_, failed)) {
            std::filesystem::permissions(entry.path(), std::filesystem::perms(0755), failed);
        }
        std::filesystem::remove_all(path_, failed);
    }

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_file(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// How many files of the folder have a name that begins so.
inline int count_files(const std::filesystem::path& folder, const std::string& beginning) {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        count += entry.path().filename().string().rfind(beginning, 0) == 0 ? 1 : 0;
    }
    return count;
}

/// Runs a check in a process of its own; whether it gave true.
inline bool in_child(const std::function<bool()>& check) {
    const pid_t child = fork();
    if (child == 0) {
        _exit(check() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Gives up all rights over other people's files. For a child process.
inline bool become_nobody() {
    if (geteuid() != 0) {
        return true;
    }
    constexpr uid_t nobody = 65534;
    return setgroups(0, nullptr) == 0 && setresgid(nobody, nobody, nobody) == 0 &&
           setresuid(nobody, nobody, nobody) == 0;
}

/// Mounts an empty disk of that size, such as "512k", seen only by this process. For a child process; false where the
/// system does not let us.
inline bool mount_small_disk(const std::filesystem::path& folder, const std::string& size) {
    return unshare(CLONE_NEWNS) == 0 && mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           mount("tmpfs", folder.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
}

/// Whether mount_small_disk() works here.
inline bool can_mount() {
    const Sandbox sandbox;
    return in_child([&] { return mount_small_disk(sandbox.path(), "256k"); });
}

} // namespace test
