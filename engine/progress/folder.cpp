// The store's folder on a POSIX file system.
#include "progress/folder.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace progress {

namespace {

namespace fs = std::filesystem;

/// What SQLite keeps beside its file, by the end of the name.
constexpr std::array<const char*, 3> companions{"-wal", "-journal", "-shm"};

/// An SQLite file has at least one page, of at least so many bytes. A shorter one passes for empty, and is overwritten.
constexpr std::uintmax_t smallest_file = 512;

base::Error unusable(const fs::path& folder, int reason) {
    const char* id = "store.write-failed";
    switch (reason) {
    case EINVAL:
    case ENOTDIR:
    case EEXIST:
    case ENOENT:
    case ELOOP:
    case ENAMETOOLONG:
        id = "store.not-a-folder";
        break;
    case EACCES:
    case EPERM:
        id = "store.no-permission";
        break;
    case EROFS:
        id = "store.read-only";
        break;
    case ENOSPC:
    case EDQUOT:
        id = "store.full";
        break;
    default:
        break;
    }
    return {id, {{"folder", folder.string()}}, {}};
}

/// Makes a change of names in the folder durable. What fails here failed only in being durable at once.
void flush_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

bool may_write(const fs::path& path, int rights) {
    return ::faccessat(AT_FDCWD, path.c_str(), rights, AT_EACCESS) == 0;
}

bool is_taken(const fs::path& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

std::string with_end(const fs::path& path, const char* end) {
    return path.string() + end;
}

fs::path suspect_file(const fs::path& folder) {
    return folder / "coucou.suspect";
}

/// A name for a damaged file that nothing has yet, neither it nor any of its companions.
fs::path free_name(const fs::path& folder) {
    const auto today = fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()));
    for (int number = 1;; ++number) {
        const std::string suffix = number == 1 ? "" : fmt::format("-{}", number);
        fs::path name = folder / fmt::format("coucou-damaged-{:%Y-%m-%d}{}.db", today, suffix);
        bool taken = is_taken(name);
        for (const char* end : companions) {
            taken = taken || is_taken(with_end(name, end));
        }
        if (!taken) {
            return name;
        }
    }
}

/// Renames without overwriting, where the file system can promise that.
int rename_to_free(const std::string& from, const std::string& to) {
    int result = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE);
    if (result != 0 && (errno == EINVAL || errno == ENOSYS)) {
        // The folder's lock is ours, so nobody of ours can have taken the name since it was found free.
        result = ::rename(from.c_str(), to.c_str());
    }
    return result == 0 ? 0 : errno;
}

} // namespace

fs::path store_file(const fs::path& folder) {
    return folder / "coucou.db";
}

base::Result<base::Done> prepare_folder(const fs::path& folder) {
    std::error_code failed;
    std::error_code unknown;
    const bool is_made = fs::create_directories(folder, failed);
    if (!fs::is_directory(folder, unknown)) {
        return unusable(folder, failed ? failed.value() : ENOTDIR);
    }
    if (is_made) {
        fs::permissions(folder, fs::perms::owner_all, failed);
        flush_folder(fs::absolute(folder).parent_path());
    }
    if (!may_write(folder, R_OK | W_OK | X_OK)) {
        return unusable(folder, errno);
    }
    const std::string file = store_file(folder).string();
    for (const std::string& name : {file, file + companions[0], file + companions[1]}) {
        if (!may_write(name, R_OK | W_OK) && errno != ENOENT) {
            return unusable(folder, errno);
        }
    }
    return base::Done{};
}

base::Result<FolderLock> FolderLock::take(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return unusable(folder, errno);
    }
    FolderLock lock(descriptor);
    // A file system that knows no such lock leaves it to SQLite's own.
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        return base::Error{"store.busy", {{"folder", folder.string()}}, {}};
    }
    return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

FolderLock::~FolderLock() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

bool is_unfit(const fs::path& folder) {
    std::error_code failed;
    const fs::path file = store_file(folder);
    const fs::file_status status = fs::status(file, failed);
    const bool is_missing = status.type() == fs::file_type::not_found;
    if (!is_missing && status.type() != fs::file_type::regular) {
        return true;
    }
    const std::uintmax_t size = is_missing ? 0 : fs::file_size(file, failed);
    const std::uintmax_t log_size = fs::file_size(with_end(file, "-wal"), failed);
    const bool has_log = !failed && log_size > 0;
    return (size == 0 && has_log) || (size > 0 && size < smallest_file);
}

void mark_suspect(const fs::path& folder) {
    // Without the note the next opening only finds what it finds anyway.
    const int descriptor = ::open(suspect_file(folder).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor >= 0) {
        ::close(descriptor);
        flush_folder(folder);
    }
}

void clear_suspect(const fs::path& folder) {
    ::unlink(suspect_file(folder).c_str());
}

bool is_suspect(const fs::path& folder) {
    return is_taken(suspect_file(folder));
}

base::Result<std::string> set_aside(const fs::path& folder) {
    const fs::path name = free_name(folder);
    // The log goes last: stopped in between, a log without its file is recognised at the next opening (is_unfit), while
    // a file whose log has gone might pass for sound.
    for (const char* end : {"", companions[0], companions[1], companions[2]}) {
        const int reason = rename_to_free(with_end(store_file(folder), end), with_end(name, end));
        if (reason != 0 && reason != ENOENT) {
            return unusable(folder, reason);
        }
    }
    flush_folder(folder);
    return name.filename().string();
}

Reserve::Reserve(const fs::path& folder, std::int64_t size) {
    if (size <= 0) {
        return;
    }
    is_missing_ = true;
    const fs::path file = folder / "coucou.reserve";
    std::error_code failed;
    if (fs::file_size(file, failed) == static_cast<std::uintmax_t>(size) && !failed) {
        file_ = file;
        is_missing_ = false;
        return;
    }
    const fs::space_info space = fs::space(folder, failed);
    if (failed || space.available / 4 < static_cast<std::uintmax_t>(size)) {
        return;
    }
    const int descriptor =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return;
    }
    const bool reserved = ::posix_fallocate(descriptor, 0, size) == 0 && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (reserved) {
        file_ = file;
        is_missing_ = false;
    } else {
        ::unlink(file.c_str());
    }
}

bool Reserve::release() {
    if (file_.empty()) {
        return false;
    }
    const bool gone = ::unlink(file_.c_str()) == 0;
    file_.clear();
    is_missing_ = true;
    return gone;
}

} // namespace progress
