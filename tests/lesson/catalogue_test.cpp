// Folders of lessons that no repository can hold: other rights, pipes, links, huge and damaged files.
#include "lesson/catalogue.h"
#include "practice.h"
#include "temporary_folder.h"

#include <algorithm>
#include <fstream>
#include <sys/stat.h>

#include <doctest/doctest.h>

namespace {

std::string good_lesson(const std::string& id, const std::string& more = "") {
    return "id = \"" + id + "\"\ntitle = \"Allumer\"\ncan_do = \"Je sais.\"\n" + more +
           "\n[start.lamp]\n[[step]]\nname = \"on\"\nsay = \"Allumez.\"\ngoal = { lamp.state = { lit = 1 } }\n";
}

std::string good_module(const std::string& id, const std::string& more = "") {
    return "id = \"" + id + "\"\ntitle = \"Exercices\"\n" + more;
}

/// A folder with one module and one good lesson.
struct Lessons : TemporaryFolder {
    Lessons() {
        write("a/module.toml", good_module("a"));
        write("a/good.toml", good_lesson("a.good"));
    }

    lesson::Catalogue read() const { return lesson::read_catalogue(path, practice::vocabulary); }
};

/// The only fault, and that the good lesson can be played nevertheless.
base::Error only_fault(const lesson::Catalogue& catalogue) {
    CHECK(catalogue.find("a.good") != nullptr);
    REQUIRE(catalogue.faults.size() == 1);
    return catalogue.faults[0];
}

} // namespace

TEST_CASE("a good folder has no faults") {
    const Lessons folder;
    const lesson::Catalogue catalogue = folder.read();
    CHECK(catalogue.faults.empty());
    CHECK(catalogue.left_out.empty());
    REQUIRE(catalogue.modules.size() == 1);
    CHECK(catalogue.modules[0].lessons == std::vector<std::string>{"a.good"});
    CHECK(catalogue.find("a.good")->place.file == (folder.path / "a" / "good.toml").string());
    CHECK(catalogue.find("a.other") == nullptr);
}

TEST_CASE("lessons come in the order of modules and of their lists, the others after them by name") {
    const Lessons folder;
    for (const char* name : {"a", "b", "c", "d"}) {
        folder.write(std::string("z/") + name + ".toml", good_lesson(std::string("z.") + name));
    }
    folder.write("z/module.toml", good_module("z", "order = 1\nlessons = [\"z.d\", \"z.b\"]\n"));
    folder.write("a/module.toml", good_module("a", "order = 2\n"));
    const lesson::Catalogue catalogue = folder.read();
    CHECK(catalogue.faults.empty());
    CHECK(catalogue.modules[0].lessons == std::vector<std::string>{"z.d", "z.b", "z.a", "z.c"});
    std::string order;
    for (const lesson::Lesson& lesson : catalogue.lessons) {
        order += lesson.id + " ";
    }
    CHECK(order == "z.d z.b z.a z.c a.good ");
}

TEST_CASE("a missing folder and a file in its place are told") {
    const TemporaryFolder folder;
    const lesson::Catalogue missing = lesson::read_catalogue(folder.path / "none", practice::vocabulary);
    REQUIRE(missing.faults.size() == 1);
    CHECK(missing.faults[0].id == "folder.missing");
    const auto file = folder.write("file", "x");
    CHECK(lesson::read_catalogue(file, practice::vocabulary).faults.at(0).id == "folder.is-file");
}

TEST_CASE("a file of 50 MB is refused and the others are read") {
    const Lessons folder;
    const auto file = folder.write("a/huge.toml", "id = \"a.huge\"\n");
    std::filesystem::resize_file(file, 50'000'000);
    const lesson::Catalogue catalogue = folder.read();
    const base::Error fault = only_fault(catalogue);
    CHECK(fault.id == "file.too-large");
    CHECK(fault.place.file == file.string());
    CHECK(catalogue.left_out == std::vector<std::string>{file.string()});
}

TEST_CASE("a file that is not UTF-8 is told with the place of its first bad byte") {
    const Lessons folder;
    folder.write("a/latin.toml", "id = \"a.latin\"\ntitle = \"\xC9teindre\"\n");
    const base::Error fault = only_fault(folder.read());
    CHECK(fault.id == "file.not-utf8");
    CHECK(fault.place.line == 2);
    CHECK(fault.place.column == 10);
}

TEST_CASE("a file full of zeros, as a power cut leaves it, is told") {
    const Lessons folder;
    folder.write("a/zeros.toml", std::string(1000, '\0'));
    const base::Error fault = only_fault(folder.read());
    CHECK(fault.id.starts_with("toml."));
    CHECK(fault.place.line == 1);
}

TEST_CASE("a pipe named like a lesson never makes the reader wait") {
    const Lessons folder;
    REQUIRE(mkfifo((folder.path / "a" / "pipe.toml").c_str(), 0666) == 0);
    CHECK(only_fault(folder.read()).id == "file.not-regular");
}

TEST_CASE("a folder named like a lesson is told") {
    const Lessons folder;
    std::filesystem::create_directory(folder.path / "a" / "folder.toml");
    CHECK(only_fault(folder.read()).id == "file.is-folder");
}

TEST_CASE("links inside the folder are followed, those out of it and into nothing are told") {
    const TemporaryFolder outside;
    outside.write("m/secret.toml", good_lesson("a.secret"));
    {
        const Lessons folder;
        folder.write("a/one/other.text", good_lesson("a.inside"));
        std::filesystem::create_symlink(folder.path / "a" / "one" / "other.text", folder.path / "a" / "inside.toml");
        CHECK(folder.read().faults.empty());
        CHECK(folder.read().find("a.inside") != nullptr);
    }
    {
        const Lessons folder;
        std::filesystem::create_symlink(outside.path / "m" / "secret.toml", folder.path / "a" / "secret.toml");
        CHECK(only_fault(folder.read()).id == "file.outside");
    }
    {
        const Lessons folder;
        std::filesystem::create_directory_symlink(outside.path / "m", folder.path / "m");
        CHECK(only_fault(folder.read()).id == "file.outside");
    }
    {
        const Lessons folder;
        std::filesystem::create_symlink("nothing.toml", folder.path / "a" / "dangling.toml");
        std::filesystem::create_symlink("round.toml", folder.path / "a" / "round.toml");
        const lesson::Catalogue catalogue = folder.read();
        REQUIRE(catalogue.faults.size() == 2);
        CHECK(catalogue.faults[0].id == "file.missing");
        CHECK(catalogue.faults[1].id == "file.missing");
    }
}

TEST_CASE("a file and a folder without permission are told and the others are read") {
    const Lessons folder;
    const auto file = folder.write("a/secret.toml", good_lesson("a.secret"));
    folder.write("closed/lamp.toml", good_lesson("closed.lamp"));
    REQUIRE(chmod(file.c_str(), 0) == 0);
    REQUIRE(chmod((folder.path / "closed").c_str(), 0) == 0);
    CHECK(holds_without_rights([&] {
        const lesson::Catalogue catalogue = folder.read();
        return catalogue.find("a.good") != nullptr && catalogue.faults.size() == 2 &&
               catalogue.faults[0].id == "file.unreadable" && catalogue.faults[0].place.file == file.string() &&
               catalogue.faults[1].id == "folder.unreadable" &&
               catalogue.faults[1].place.file == (folder.path / "closed").string();
    }));
    REQUIRE(chmod((folder.path / "closed").c_str(), 0755) == 0);
}

TEST_CASE("a whole folder of lessons without permission is told") {
    const Lessons folder;
    REQUIRE(chmod(folder.path.c_str(), 0) == 0);
    CHECK(holds_without_rights([&] {
        const lesson::Catalogue catalogue = folder.read();
        return catalogue.faults.size() == 1 && catalogue.faults[0].id == "folder.unreadable";
    }));
    REQUIRE(chmod(folder.path.c_str(), 0755) == 0);
}

TEST_CASE("practice sites, translations, hidden files and other files are no lessons") {
    const Lessons folder;
    for (const char* name : {"sites/shop/index.toml", "po/x.toml", ".git/x.toml", "a/.good.toml.swp", "a/.hidden.toml",
                             "README.md", "a/notes.txt", "a/good.toml~", "pictures/lamp.svg"}) {
        folder.write(name, "not a lesson");
    }
    const lesson::Catalogue catalogue = folder.read();
    CHECK(catalogue.faults.empty());
    CHECK(catalogue.modules.size() == 1);
}

TEST_CASE("two circles of needs are told once each, and one that merely leads into a circle is not") {
    const Lessons folder;
    const auto needing = [&](const std::string& name, const std::string& needs) {
        folder.write("a/" + name + ".toml", good_lesson("a." + name, "needs = [" + needs + "]\n"));
    };
    needing("p", "\"a.q\"");
    needing("q", "\"a.p\"");
    needing("r", R"("a.s", "a.p")");
    needing("s", "\"a.t\"");
    needing("t", "\"a.r\"");
    needing("before", R"("a.p", "a.r")");
    const lesson::Catalogue catalogue = folder.read();
    REQUIRE(catalogue.faults.size() == 2);
    CHECK(catalogue.faults[0].arguments[0].value == "a.p → a.q → a.p");
    CHECK(catalogue.faults[1].arguments[0].value == "a.r → a.s → a.t → a.r");
    CHECK(catalogue.faults[1].place.line == 4);
    CHECK(catalogue.faults[1].place.column == 10);
    CHECK(catalogue.lessons.size() == 7);
}

TEST_CASE("needing a lesson that is there but broken is no fault of the one that needs it") {
    const Lessons folder;
    folder.write("a/broken.toml", "id = \n");
    folder.write("a/needing.toml", good_lesson("a.needing", "needs = [\"a.broken\"]\n"));
    CHECK(only_fault(folder.read()).place.file == (folder.path / "a" / "broken.toml").string());
}

TEST_CASE("the same folder gives the same catalogue") {
    const Lessons folder;
    folder.write("b/x.toml", "id = 1\n");
    folder.write("c/y.toml", good_lesson("c.y"));
    const lesson::Catalogue first = folder.read();
    const lesson::Catalogue second = folder.read();
    CHECK(first.faults == second.faults);
    CHECK(first.left_out == second.left_out);
    CHECK(first.lessons.size() == second.lessons.size());
}
