// Imported lessons are lessons: they are read without faults, and played to their end.
#include "../amount.h"
#include "base/file.h"
#include "base/random.h"
#include "lesson/imports/imported.h"
#include "lesson/lesson.h"
#include "tutor/proof.h"
#include "world/apps.h"
#include "world/quiz.h"

#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;
namespace imports = lesson::imports;
using imports::Imported;
using imports::Source;

const fs::path ktouch = "/usr/share/ktouch";

std::string text_of(const fs::path& file) {
    auto text = base::read_file(file, 4'000'000);
    REQUIRE(text.ok());
    return text.value();
}

imports::Wanted wanted(std::vector<Source> beside = {}) {
    return {"own", [](const base::Message& message) { return message.id; }, std::move(beside)};
}

Imported imported(const Source& source, const std::vector<Source>& beside = {}) {
    CAPTURE(source.name);
    const auto format = imports::format_of(source);
    REQUIRE(format);
    auto result = imports::import(*format, source, wanted(beside));
    REQUIRE(result.ok());
    return std::move(result).value();
}

/// The lesson of a written file; the test fails where it has a fault.
std::shared_ptr<const lesson::Lesson> lesson_in(const imports::WrittenFile& file) {
    CAPTURE(file.path);
    const auto value = lesson::read_toml(file.content, file.path);
    REQUIRE(value.ok());
    base::Faults faults;
    lesson::Lesson read = lesson::read_lesson(value.value(), world::vocabulary(), faults);
    for (const base::Error& fault : faults) {
        MESSAGE(fault.id << " at " << fault.place.line << ":" << fault.place.column);
    }
    REQUIRE(faults.empty());
    return std::make_shared<const lesson::Lesson>(std::move(read));
}

world::Layout layout_named(const std::string& id) {
    const fs::path folder = fs::path(COUCOU_SOURCE_DIR) / "assets/keyboards";
    const auto file = lesson::read_toml_file((folder / (id + ".toml")).string());
    REQUIRE(file.ok());
    const std::string shape = lesson::text_or(lesson::table_of(file.value()), "geometry", "iso");
    const auto geometry = lesson::read_toml_file((folder / (shape + ".toml")).string());
    REQUIRE(geometry.ok());
    base::Faults faults;
    return world::read_layout(file.value(), geometry.value(), faults);
}

void check_played(const imports::WrittenFile& file, const std::string& layout) {
    CAPTURE(file.path);
    world::Setup setup;
    setup.layout = layout_named(layout);
    for (const tutor::Access access : {tutor::Access::everything, tutor::Access::keyboard_only}) {
        tutor::SearchLimits limits;
        limits.access = access;
        const tutor::Proof proof = tutor::prove(lesson_in(file), setup, limits);
        CAPTURE(tutor::name_of(access));
        CAPTURE(proof.step);
        CHECK(proof.is_finished);
    }
}

std::vector<Source> all_in(const std::string& folder) {
    std::vector<Source> sources;
    const auto files = base::list_folder(ktouch / folder);
    if (files) {
        for (const fs::path& file : files.value()) {
            sources.push_back({file.string(), text_of(file)});
        }
    }
    return sources;
}

/// Some bytes changed, left out or doubled.
std::string damaged(std::string text, base::Random& random) {
    constexpr std::string_view odd = "{}=~#%\\:<>&\"'|;\n\xFF\x01é->0";
    for (std::size_t i = 0; i < 1 + random.below(6) && !text.empty(); ++i) {
        const std::size_t at = random.below(text.size());
        switch (random.below(4)) {
        case 0:
            text[at] = odd[random.below(odd.size())];
            break;
        case 1:
            text.erase(at, random.below(40));
            break;
        case 2:
            text.insert(at, text.substr(random.below(text.size()), random.below(60)));
            break;
        default:
            text.insert(at, 1, odd[random.below(odd.size())]);
        }
    }
    return text;
}

/// What is made of a damaged file can still be read.
void check_damaged(const Source& source, std::uint64_t seed, int rounds) {
    base::Random random{seed};
    for (int i = 0; i < times(rounds, rounds / 20); ++i) {
        const Source broken{source.name, damaged(source.text, random)};
        const auto format = imports::format_of(broken);
        if (!format) {
            continue;
        }
        const auto made = imports::import(*format, broken, wanted());
        if (!made) {
            continue;
        }
        for (const imports::WrittenFile& file : made.value().files) {
            if (!file.path.starts_with("keyboards/") && !file.path.ends_with("module.toml")) {
                lesson_in(file);
            }
        }
    }
}

Source every_kind() {
    const fs::path file = fs::path(COUCOU_SOURCE_DIR) / "tests/lesson/imports/every-kind.gift";
    return {file.string(), text_of(file)};
}

} // namespace

TEST_CASE("a GIFT file with every kind of question is played to its end") {
    const Imported made = imported(every_kind());
    REQUIRE(made.files.size() == 2);
    check_played(made.files.back(), "azerty-fr");
}

TEST_CASE("all of KTouch's courses are read, and each lesson of them is a lesson") {
    const std::vector<Source> courses = all_in("courses");
    const std::vector<Source> layouts = all_in("keyboardlayouts");
    if (courses.empty()) {
        MESSAGE("ktouch-data is not installed");
        return;
    }
    CHECK(courses.size() == 46);
    std::size_t lessons = 0;
    std::size_t faults = 0;
    std::ptrdiff_t without_layout = 0;
    for (const Source& course : courses) {
        const Imported made = imported(course, layouts);
        lessons += made.lessons;
        faults += made.left_out.size();
        without_layout += std::ranges::count(made.left_out, "ktouch.no-layout", &base::Error::id);
        int read = 0;
        for (const imports::WrittenFile& file : made.files) {
            if (!file.path.ends_with("module.toml") && read++ < times(1000, 5)) {
                lesson_in(file);
            }
        }
    }
    MESSAGE(lessons << " lessons, " << faults << " faults");
    CHECK(lessons > 1226);
    CHECK(without_layout == 2); // ktouch-data has no Greek and no Polish one
}

TEST_CASE("all of KTouch's layouts are read, and become layouts") {
    const std::vector<Source> layouts = all_in("keyboardlayouts");
    if (layouts.empty()) {
        MESSAGE("ktouch-data is not installed");
        return;
    }
    CHECK(layouts.size() == 48);
    std::size_t told = 0;
    for (const Source& source : layouts) {
        CAPTURE(source.name);
        const Imported made = imported(source);
        told += made.left_out.size();
        REQUIRE(made.files.size() == 1);
        const auto value = lesson::read_toml(made.files.front().content, "layout.toml");
        REQUIRE(value.ok());
        const std::string shape = lesson::text_or(lesson::table_of(value.value()), "geometry", "");
        const auto geometry =
            lesson::read_toml_file((fs::path(COUCOU_SOURCE_DIR) / "assets/keyboards" / (shape + ".toml")).string());
        REQUIRE(geometry.ok());
        base::Faults faults;
        const world::Layout layout = world::read_layout(value.value(), geometry.value(), faults);
        for (const base::Error& fault : faults) {
            MESSAGE(fault.id << " at " << fault.place.line);
        }
        CHECK(faults.empty());
        CHECK(made.keys >= 45);
        CHECK(layout.keys.size() > 50);
    }
    MESSAGE(told << " remarks");
}

TEST_CASE("the French layout of KTouch writes what Coucou's own does") {
    if (!fs::exists(ktouch)) {
        return;
    }
    const Imported made = imported({"fr.xml", text_of(ktouch / "keyboardlayouts/fr.xml")});
    const auto value = lesson::read_toml(made.files.front().content, "layout.toml");
    const auto geometry = lesson::read_toml_file((fs::path(COUCOU_SOURCE_DIR) / "assets/keyboards/iso.toml").string());
    base::Faults faults;
    const world::Layout theirs = world::read_layout(value.value(), geometry.value(), faults);
    const world::Layout own = layout_named("azerty-fr");
    int letters = 0;
    for (const world::LayoutKey& key : own.keys) {
        if (key.plain.size() == 1 && key.plain[0] >= 'a' && key.plain[0] <= 'z') {
            CAPTURE(key.code);
            CHECK(world::find_key(theirs, key.code)->plain == key.plain);
            ++letters;
        }
    }
    CHECK(letters == 26);
}

TEST_CASE("a KTouch course is played to its end") {
    if (!fs::exists(ktouch)) {
        return;
    }
    const Imported made = imported({"us.xml", text_of(ktouch / "courses/us.xml")});
    int lessons = 0;
    for (const imports::WrittenFile& file : made.files) {
        if (!file.path.ends_with("module.toml") && lessons++ < times(1000, 3)) {
            world::Setup setup;
            setup.layout = layout_named("qwerty-us");
            CAPTURE(file.path);
            CHECK(tutor::prove(lesson_in(file), setup).is_finished);
        }
    }
}

TEST_CASE("the limits of imported questions are those of the quiz practice") {
    const auto gift = [](std::size_t ask, std::size_t answer, std::size_t answers) {
        std::string text = std::string(ask, 'q') + " {=" + std::string(answer, 'a');
        for (std::size_t i = 1; i < answers; ++i) {
            text += " ~" + std::to_string(i);
        }
        return imported({"limits.gift", text + "}\n\nSuite ?"});
    };
    const std::size_t ask = world::longest_question;
    const std::size_t answer = world::longest_answer;
    const std::size_t answers = world::most_answers;
    const Imported made = gift(ask, answer, answers);
    CHECK(made.questions == 2);
    lesson_in(made.files.back());
    CHECK(gift(ask + 1, answer, answers).questions == 1);
    CHECK(gift(ask, answer + 1, answers).questions == 1);
    CHECK(gift(ask, answer, answers + 1).questions == 1);
}

TEST_CASE("what is made of damaged files has no faults either") {
    check_damaged(every_kind(), 1, 1500);
    check_damaged({"a.txt", "Quoi ?\nA. un\nB. deux\nANSWER: B\n\nQui ?\nA. moi\nB. vous\nANSWER: A\n"}, 2, 1500);
    check_damaged({"a.csv", "question;réponse;autres;type\n\"Un ?\";a|b;c;\nVrai ?;vrai;;\nP ?;a=b|c=d;;match\n"}, 3,
                  1500);
    check_damaged({"a.txt", "lait\nsel\nchocolat\nmaison\n"}, 4, 500);
    check_damaged({"c.xml", "<course><title>C</title><keyboardLayout>xx</keyboardLayout><lessons>"
                            "<lesson><title>un</title><newCharacters>fj</newCharacters><text>ff jj\nfjé</text></lesson>"
                            "<lesson><title>deux</title><newCharacters>k</newCharacters><text>ff k</text></lesson>"
                            "</lessons></course>"},
                  5, 1500);
}
