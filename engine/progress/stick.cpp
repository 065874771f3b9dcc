// Sealed files on a stick: written so that pulling it out too early damages nothing, and read back before it may be.
#include "base/file.h"
#include "progress/sealed.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace progress {

namespace {

namespace fs = std::filesystem;

base::Error failure(const fs::path& file, int reason) {
    const char* id = "sealed.stick-failed";
    if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG) {
        id = "sealed.stick-full";
    } else if (reason == EROFS || reason == EACCES || reason == EPERM) {
        id = "sealed.stick-read-only";
    }
    return {id, {{"file", file.string()}}, {}};
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Writes a file and waits until it is on the disk; gives the reason where that failed, else 0.
int write_through(const fs::path& file, std::string_view bytes) {
    const int descriptor =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return errno;
    }
    int reason = write_all(descriptor, bytes) && ::fsync(descriptor) == 0 ? 0 : errno;
    if (::close(descriptor) != 0 && reason == 0) {
        reason = errno;
    }
    return reason;
}

/// A rename is on the disk only once its folder is. FAT cannot say so of a folder; syncfs then does it all.
void flush_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        if (::fsync(descriptor) != 0) {
            ::syncfs(descriptor);
        }
        ::close(descriptor);
    }
}

/// Lets go of what the system remembers of the file, so that reading it asks the disk itself.
void forget_cached(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
        ::close(descriptor);
    }
}

bool is_taken(const fs::path& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0;
}

fs::path free_name(const fs::path& file) {
    fs::path name = file;
    for (int number = 2; is_taken(name); ++number) {
        name = file.parent_path() / (file.stem().string() + "-" + std::to_string(number) + file.extension().string());
    }
    return name;
}

} // namespace

base::Result<fs::path> write_sealed(const fs::path& file, std::string_view bytes) {
    const fs::path name = free_name(file);
    const fs::path part = name.string() + ".part";
    int reason = write_through(part, bytes);
    if (reason == 0 && ::rename(part.c_str(), name.c_str()) != 0) {
        reason = errno;
    }
    if (reason != 0) {
        ::unlink(part.c_str());
        return failure(name, reason);
    }
    flush_folder(name.has_parent_path() ? name.parent_path() : ".");
    forget_cached(name);
    const auto back = base::read_file(name, bytes.size());
    if (!back || back.value() != bytes) {
        ::unlink(name.c_str());
        return base::Error{"sealed.stick-lies", {{"file", name.string()}}, {}};
    }
    return name;
}

base::Result<std::string> read_sealed(const fs::path& file) {
    auto bytes = base::read_file(file, most_sealed_bytes);
    if (!bytes && bytes.error().id == "file.too-large") {
        return base::Error{"sealed.too-large", {{"file", file.string()}}, {}};
    }
    return bytes;
}

} // namespace progress
