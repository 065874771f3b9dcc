// Reading and writing whole files, and every way in which that can fail.
#include "base/file.h"

#include <cstdlib>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

namespace {

/// A folder of one test's own that is gone afterwards.
struct Folder {
    std::filesystem::path path;

    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "coucou-file-XXXXXX").string();
        path = mkdtemp(name.data());
        std::filesystem::permissions(path, std::filesystem::perms::all);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

/// Whether a check holds for somebody who has no special rights: root may read everything.
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

std::string argument(const base::Error& error, const std::string& name) {
    for (const base::Argument& argument : error.arguments) {
        if (argument.name == name) {
            return argument.value;
        }
    }
    return "(none)";
}

} // namespace

TEST_CASE("what is written is read again") {
    const Folder folder;
    const auto file = folder.path / "notes.txt";
    const std::string content = std::string("été\0\r\n", 8) + std::string(100'000, 'x');
    REQUIRE(base::write_file(file, content).ok());
    const auto read = base::read_file(file, 1'000'000);
    REQUIRE(read.ok());
    CHECK(read.value() == content);
}

TEST_CASE("writing again replaces the whole file, keeps its rights and leaves nothing else behind") {
    const Folder folder;
    const auto file = folder.path / "notes.txt";
    REQUIRE(base::write_file(file, "a long first text").ok());
    REQUIRE(chmod(file.c_str(), 0640) == 0);
    REQUIRE(base::write_file(file, "short").ok());
    CHECK(base::read_file(file, 100).value() == "short");
    CHECK(std::filesystem::status(file).permissions() == static_cast<std::filesystem::perms>(0640));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("an empty file is read as nothing") {
    const Folder folder;
    REQUIRE(base::write_file(folder.path / "empty", "").ok());
    CHECK(base::read_file(folder.path / "empty", 0).value().empty());
}

TEST_CASE("a file that is not there is missing") {
    const Folder folder;
    const auto read = base::read_file(folder.path / "none", 10);
    REQUIRE(!read.ok());
    CHECK(read.error().id == "file.missing");
    CHECK(read.error().place.file == (folder.path / "none").string());
    CHECK(argument(read.error(), "file") == (folder.path / "none").string());
}

TEST_CASE("a folder is not read as a file") {
    const Folder folder;
    CHECK(base::read_file(folder.path, 10).error().id == "file.is-folder");
}

TEST_CASE("a pipe is refused at once, without waiting for a writer") {
    const Folder folder;
    REQUIRE(mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
    CHECK(base::read_file(folder.path / "pipe", 10).error().id == "file.not-regular");
    CHECK(base::read_file("/dev/zero", 10).error().id == "file.not-regular");
}

TEST_CASE("a file of one byte too many is refused, one of the greatest size is read") {
    const Folder folder;
    REQUIRE(base::write_file(folder.path / "four", "1234").ok());
    CHECK(base::read_file(folder.path / "four", 4).ok());
    const auto read = base::read_file(folder.path / "four", 3);
    REQUIRE(!read.ok());
    CHECK(read.error().id == "file.too-large");
    CHECK(argument(read.error(), "size") == "4");
    CHECK(argument(read.error(), "most") == "3");
}

TEST_CASE("a file that hides its size is still limited") {
    // The kernel says that this file has no bytes.
    CHECK(base::read_file("/proc/self/maps", 10).error().id == "file.too-large");
    CHECK(base::read_file("/proc/self/maps", 10'000'000).ok());
}

TEST_CASE("a file that may not be read says why") {
    const Folder folder;
    const auto file = folder.path / "secret";
    REQUIRE(base::write_file(file, "x").ok());
    REQUIRE(chmod(file.c_str(), 0) == 0);
    CHECK(holds_without_rights([&] {
        const auto read = base::read_file(file, 10);
        return !read.ok() && read.error().id == "file.unreadable" && argument(read.error(), "reason") == "EACCES";
    }));
}

TEST_CASE("a file that may not be written says why, and the old one stays") {
    const Folder folder;
    const auto locked = folder.path / "locked";
    std::filesystem::create_directory(locked);
    REQUIRE(base::write_file(locked / "file", "old").ok());
    REQUIRE(chmod(locked.c_str(), 0555) == 0);
    CHECK(holds_without_rights([&] {
        const auto written = base::write_file(locked / "file", "new");
        return !written.ok() && written.error().id == "file.unwritable" &&
               argument(written.error(), "reason") == "EACCES";
    }));
    CHECK(base::read_file(locked / "file", 10).value() == "old");
    CHECK(base::write_file(folder.path / "no" / "such" / "folder", "x").error().id == "file.unwritable");
}

TEST_CASE("writing over a folder fails and leaves no temporary file") {
    const Folder folder;
    std::filesystem::create_directory(folder.path / "here");
    CHECK(base::write_file(folder.path / "here", "x").error().id == "file.unwritable");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("a folder is listed in order of name, without what is hidden") {
    const Folder folder;
    for (const char* name : {"b", "a", ".hidden", "c.txt"}) {
        REQUIRE(base::write_file(folder.path / name, "").ok());
    }
    const auto listed = base::list_folder(folder.path);
    REQUIRE(listed.ok());
    CHECK(listed.value() ==
          std::vector<std::filesystem::path>{folder.path / "a", folder.path / "b", folder.path / "c.txt"});
}

TEST_CASE("a folder that is not there, is a file or may not be read is told") {
    const Folder folder;
    REQUIRE(base::write_file(folder.path / "file", "").ok());
    CHECK(base::list_folder(folder.path / "none").error().id == "folder.missing");
    CHECK(base::list_folder(folder.path / "file").error().id == "folder.is-file");
    REQUIRE(chmod(folder.path.c_str(), 0) == 0);
    CHECK(holds_without_rights([&] {
        const auto listed = base::list_folder(folder.path);
        return !listed.ok() && listed.error().id == "folder.unreadable" &&
               argument(listed.error(), "reason") == "EACCES";
    }));
    REQUIRE(chmod(folder.path.c_str(), 0755) == 0);
}
