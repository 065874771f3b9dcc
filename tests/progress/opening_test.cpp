// What is found where the store should be, and what becomes of it.
#include "failing_disk.h"
#include "progress/schema.h"
#include "progress/store.h"
#include "sandbox.h"

#include <algorithm>
#include <sys/stat.h>

#include <doctest/doctest.h>

namespace {

using namespace progress;
namespace fs = std::filesystem;

const std::string marie(32, 'a');

bool add(Store& store, int how_many = 1) {
    for (int i = 0; i < how_many; ++i) {
        if (!store.append(marie, kind::help_used, "{}", i)) {
            return false;
        }
    }
    return true;
}

void make_store(const fs::path& folder, int events) {
    auto opening = Store::open(folder);
    REQUIRE(opening.ok());
    REQUIRE(add(opening.value().store, events));
}

/// Whether opening gives a store in memory for that one reason, holding `events`, and practice goes on in it.
bool opens_in_memory(const fs::path& folder, const std::string& reason, std::size_t events) {
    auto opening = Store::open(folder);
    if (!opening || opening.value().notices.size() != 1 || opening.value().notices[0].id != reason) {
        return false;
    }
    const auto& arguments = opening.value().notices[0].arguments;
    const bool names_folder = std::any_of(arguments.begin(), arguments.end(), [&](const base::Argument& argument) {
        return argument.name == "folder" && argument.value == folder.string();
    });
    Store& store = opening.value().store;
    const auto before = store.all();
    return names_folder && store.keeping() == Keeping::in_memory && before && before.value().size() == events &&
           add(store, 3) && store.all().value().size() == events + 3;
}

} // namespace

TEST_CASE("a folder that may not be written gives a store in memory that shows what it holds") {
    const test::Sandbox sandbox;
    const fs::path folder = sandbox / "data";
    make_store(folder, 5);
    fs::permissions(folder / "coucou.db", fs::perms(0644));
    fs::permissions(folder, fs::perms(0555));
    CHECK(test::in_child([&] {
        return test::become_nobody() && opens_in_memory(folder, "store.no-permission", 5) &&
               // Again: the first time has left nothing behind.
               opens_in_memory(folder, "store.no-permission", 5);
    }));
}

TEST_CASE("a learner in a store that may not be written is not said to be erased") {
    const test::Sandbox sandbox;
    const fs::path folder = sandbox / "data";
    make_store(folder, 5);
    fs::permissions(folder / "coucou.db", fs::perms(0644));
    fs::permissions(folder, fs::perms(0555));
    CHECK(test::in_child([&] {
        auto opening = test::become_nobody() ? Store::open(folder) : base::Error{};
        if (!opening) {
            return false;
        }
        Store& store = opening.value().store;
        const auto refused = store.erase(marie, 9);
        const std::string newcomer(32, 'c');
        return !refused.ok() && refused.error().id == "store.not-erased" &&
               store.events_of(marie).value().size() == 5 && store.append(newcomer, kind::help_used, "{}", 1).ok() &&
               store.erase(newcomer, 2).ok() && store.events_of(newcomer).value().size() == 1;
    }));
}

TEST_CASE("a folder in which nothing can be made gives a store in memory") {
    const test::Sandbox sandbox;
    fs::create_directory(sandbox / "closed");
    fs::permissions(sandbox / "closed", fs::perms(0555));
    CHECK(test::in_child(
        [&] { return test::become_nobody() && opens_in_memory(sandbox / "closed/data", "store.no-permission", 0); }));
}

TEST_CASE("a store file or log of somebody else gives a store in memory, and stays as it is") {
    for (const char* foreign : {"coucou.db", "coucou.db-wal"}) {
        const test::Sandbox sandbox;
        const fs::path folder = sandbox / "data";
        make_store(folder, 5);
        test::write_file(folder / "coucou.db-wal", "");
        fs::permissions(folder, fs::perms(0777));
        fs::permissions(folder / foreign, fs::perms(0444));
        const std::string before = test::read_file(folder / "coucou.db");
        CHECK(
            test::in_child([&] { return test::become_nobody() && opens_in_memory(folder, "store.no-permission", 5); }));
        CHECK(test::read_file(folder / "coucou.db") == before);
        CHECK(test::count_files(folder, "coucou-damaged") == 0);
    }
}

TEST_CASE("a disk mounted read-only gives a store in memory that shows what it holds") {
    if (!test::can_mount()) {
        MESSAGE("no right to mount here; not tested");
        return;
    }
    const test::Sandbox sandbox;
    const fs::path folder = sandbox / "disk";
    fs::create_directory(folder);
    CHECK(test::in_child([&] {
        if (!test::mount_small_disk(folder, "8m")) {
            return false;
        }
        {
            auto opening = Store::open(folder);
            if (!opening || !add(opening.value().store, 5)) {
                return false;
            }
        }
        return mount("tmpfs", folder.c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0 &&
               opens_in_memory(folder, "store.read-only", 5) && opens_in_memory(folder / "new", "store.read-only", 0);
    }));
}

TEST_CASE("what is no folder gives a store in memory") {
    const test::Sandbox sandbox;
    test::write_file(sandbox / "file", "text");
    CHECK(opens_in_memory(sandbox / "file", "store.not-a-folder", 0));
    CHECK(opens_in_memory(sandbox / "file/below", "store.not-a-folder", 0));
    CHECK(opens_in_memory("", "store.not-a-folder", 0));
    CHECK(opens_in_memory(sandbox / std::string(300, 'n'), "store.not-a-folder", 0));
    fs::create_symlink("nowhere", sandbox / "link");
    CHECK(opens_in_memory(sandbox / "link", "store.not-a-folder", 0));
    CHECK(test::read_file(sandbox / "file") == "text");
}

TEST_CASE("a store of a later version is left untouched, and practice goes on in memory") {
    const test::Sandbox sandbox;
    make_store(sandbox.path(), 5);
    {
        const auto database = Database::open(sandbox / "coucou.db");
        REQUIRE(database.ok());
        REQUIRE(database.value().run("CREATE TABLE future(x); PRAGMA user_version = 7").ok());
    }
    const std::string before = test::read_file(sandbox / "coucou.db");
    auto opening = Store::open(sandbox.path());
    REQUIRE(opening.ok());
    REQUIRE(opening.value().notices.size() == 1);
    CHECK(opening.value().notices[0].id == "store.newer");
    CHECK(opening.value().notices[0].arguments[0] == base::Argument{"version", "7"});
    CHECK(opening.value().store.keeping() == Keeping::in_memory);
    CHECK(add(opening.value().store));
    CHECK(test::read_file(sandbox / "coucou.db") == before);
    CHECK(test::count_files(sandbox.path(), "coucou-damaged") == 0);
}

TEST_CASE("a database of another program is set aside, not touched") {
    const test::Sandbox sandbox;
    {
        const auto database = Database::open(sandbox / "coucou.db");
        REQUIRE(database.ok());
        REQUIRE(database.value().run("CREATE TABLE recipe(name); INSERT INTO recipe VALUES ('soup')").ok());
    }
    const std::string before = test::read_file(sandbox / "coucou.db");
    auto opening = Store::open(sandbox.path());
    REQUIRE(opening.ok());
    REQUIRE(opening.value().notices.size() == 1);
    CHECK(opening.value().notices[0].id == "store.set-aside");
    CHECK(opening.value().store.keeping() == Keeping::on_disk);
    CHECK(test::read_file(sandbox / opening.value().notices[0].arguments[0].value) == before);
}

TEST_CASE("a folder or a pipe in the file's place is set aside, and nothing hangs") {
    const test::Sandbox sandbox;
    fs::create_directories(sandbox / "one/coucou.db/inside");
    fs::create_directory(sandbox / "two");
    REQUIRE(mkfifo((sandbox / "two/coucou.db").c_str(), 0600) == 0);
    for (const char* name : {"one", "two"}) {
        auto opening = Store::open(sandbox / name);
        REQUIRE(opening.ok());
        REQUIRE(opening.value().notices.size() == 1);
        CHECK(opening.value().notices[0].id == "store.set-aside");
        CHECK(opening.value().store.keeping() == Keeping::on_disk);
        CHECK(add(opening.value().store));
    }
}

TEST_CASE("a damaged file that cannot be set aside gives a store in memory") {
    const test::Sandbox sandbox;
    const fs::path folder = sandbox / "data";
    fs::create_directory(folder);
    test::write_file(folder / "coucou.db", std::string(5000, 'g'));
    if (geteuid() != 0) {
        MESSAGE("only root can make a file that its folder's owner cannot rename; not tested");
        return;
    }
    // In a folder with the sticky bit, only a file's owner may rename it.
    fs::permissions(folder / "coucou.db", fs::perms(0666));
    fs::permissions(folder, fs::perms(01777));
    CHECK(test::in_child([&] { return test::become_nobody() && opens_in_memory(folder, "store.stays-damaged", 0); }));
    CHECK(test::read_file(folder / "coucou.db") == std::string(5000, 'g'));
}
