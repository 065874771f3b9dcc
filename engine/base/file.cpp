// Files through the system's own calls, since streams neither tell what failed nor wait for the disk.
#include "base/file.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace base {

namespace {

/// An open file that is closed at the end.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() { close(); }

    int number() const { return number_; }
    bool open() const { return number_ >= 0; }

    /// Whether closing succeeded: some file systems tell only now that a write failed.
    bool close() {
        const int number = number_;
        number_ = -1;
        return number < 0 || ::close(number) == 0;
    }

private:
    int number_;
};

Error failure(const char* id, const std::filesystem::path& file) {
    const int code = errno;
    const char* name = strerrorname_np(code);
    return Error{id,
                 {{"file", file.string()}, {"reason", name == nullptr ? std::to_string(code) : std::string(name)}},
                 {file.string(), 0, 0}};
}

Error refusal(const char* id, const std::filesystem::path& file) {
    return Error{id, {{"file", file.string()}}, {file.string(), 0, 0}};
}

Error too_large(const std::filesystem::path& file, std::size_t most, std::size_t size) {
    return Error{"file.too-large",
                 {{"file", file.string()}, {"most", std::to_string(most)}, {"size", std::to_string(size)}},
                 {file.string(), 0, 0}};
}

bool write_all(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// A rename is on the disk only once its folder is.
bool synchronise_folder(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems cannot synchronise a folder and say EINVAL; there is nothing more to be done there.
    return opened.open() && (::fsync(opened.number()) == 0 || errno == EINVAL);
}

/// The rights that a new file gets, which mkstemp makes narrower.
mode_t usual_mode(const std::filesystem::path& file) {
    struct stat present {};
    if (::stat(file.c_str(), &present) == 0) {
        return present.st_mode & 07777U;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
}

} // namespace

Result<std::string> read_file(const std::filesystem::path& file, std::size_t most_bytes) {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!opened.open()) {
        return errno == ENOENT || errno == ENOTDIR ? refusal("file.missing", file) : failure("file.unreadable", file);
    }
    struct stat status {};
    if (::fstat(opened.number(), &status) != 0) {
        return failure("file.unreadable", file);
    }
    if (S_ISDIR(status.st_mode)) {
        return refusal("file.is-folder", file);
    }
    if (!S_ISREG(status.st_mode)) {
        return refusal("file.not-regular", file);
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > most_bytes) {
        return too_large(file, most_bytes, size);
    }
    std::string content;
    // One byte more than there should be shows whether the file has grown meanwhile.
    content.resize(size + 1);
    std::size_t filled = 0;
    while (true) {
        const ssize_t read = ::read(opened.number(), content.data() + filled, content.size() - filled);
        if (read < 0 && errno == EINTR) {
            continue;
        }
        if (read < 0) {
            return failure("file.unreadable", file);
        }
        if (read == 0) {
            break;
        }
        filled += static_cast<std::size_t>(read);
        if (filled > most_bytes) {
            return too_large(file, most_bytes, filled);
        }
        if (filled == content.size()) {
            content.resize(content.size() * 2);
        }
    }
    content.resize(filled);
    return content;
}

Result<Done> write_file(const std::filesystem::path& file, std::string_view content) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    std::string temporary = file.string() + ".XXXXXX";
    Descriptor opened(::mkostemp(temporary.data(), O_CLOEXEC));
    if (!opened.open()) {
        return failure("file.unwritable", file);
    }
    const bool written = ::fchmod(opened.number(), usual_mode(file)) == 0 && write_all(opened.number(), content) &&
                         ::fsync(opened.number()) == 0 && opened.close() &&
                         ::rename(temporary.c_str(), file.c_str()) == 0;
    if (!written) {
        const Error error = failure("file.unwritable", file);
        ::unlink(temporary.c_str());
        return error;
    }
    if (!synchronise_folder(folder)) {
        return failure("file.unwritable", file);
    }
    return Done{};
}

Result<std::vector<std::filesystem::path>> list_folder(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> entries;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (!entry->path().filename().string().starts_with('.')) {
            entries.push_back(entry->path());
        }
    }
    if (error == std::errc::no_such_file_or_directory) {
        return refusal("folder.missing", folder);
    }
    if (error == std::errc::not_a_directory) {
        return refusal("folder.is-file", folder);
    }
    if (error) {
        errno = error.value();
        return failure("folder.unreadable", folder);
    }
    std::ranges::sort(entries);
    return entries;
}

} // namespace base
