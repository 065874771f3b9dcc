// What chance draws: the same for the same seed, other things for others, everywhere in the lesson.
#include "lesson/catalogue.h"
#include "lesson/fault.h"
#include "lesson/varied.h"
#include "lesson/varied_names.h"
#include "own_messages.h"
#include "practice.h"
#include "temporary_folder.h"

#include <algorithm>
#include <set>

#include <doctest/doctest.h>

namespace {

constexpr std::string_view people = R"(codes = ["mail"]
[[item]]
name = "Marie"
mail = "marie@exemple.fr"
[[item]]
name = "Karim"
mail = "karim@exemple.fr"
[[item]]
name = "Awa"
mail = "awa@exemple.fr"
age = 30
)";
constexpr std::string_view towns = "[[item]]\ntext = \"Clairval\"\n[[item]]\ntext = \"Rivebelle\"\n";
constexpr std::string_view lamps = R"([[item]]
name = "red"
label = "Rouge"
[[item]]
name = "green"
label = "Vert"
[[item]]
name = "blue"
label = "Bleu"
)";

constexpr std::string_view lesson_text = R"(id = "a.lamp"
title = "Allumer"
can_do = "Je sais."
[vary]
friend = "people"
other = "people"
town = "towns"
[start.lamp]
label = "%friend.name% de %town%"
thing = [{ name = "own", label = "%other.name%" }, { pick = "lamps", count = 2, to = "own", shuffle = true }]
[[step]]
name = "on"
say = "%friend.name% et %other.name%, à 50 %."
hint = "%friend.mail%"
praise = "%town%"
goal = { any = [{ lamp.switched = { name = "not %friend.mail%" } }, { never = { lamp.state = { label = ["%town%", "x"] } } }] }
[[mistake]]
when = { lamp.switched = { name = { contains_any = ["%other.name%", "b"] } } }
say = "Voyez %other.name%."
)";

/// A folder with lists and one lesson.
struct Folder {
    TemporaryFolder folder;

    explicit Folder(std::string_view lesson = lesson_text) {
        folder.write("variety/people.toml", people);
        folder.write("variety/towns.toml", towns);
        folder.write("variety/lamps.toml", lamps);
        folder.write("a/module.toml", "id = \"a\"\ntitle = \"Lampes\"\n");
        folder.write("a/lamp.toml", lesson);
    }

    lesson::Catalogue read() const { return lesson::read_catalogue(folder.path, practice::vocabulary); }

    lesson::Lesson read_lesson() const {
        lesson::Catalogue catalogue = read();
        for (const base::Error& fault : catalogue.faults) {
            MESSAGE(lesson_messages().line(fault));
        }
        REQUIRE(catalogue.faults.empty());
        return catalogue.lessons.at(0);
    }
};

lesson::Lesson drawn(const lesson::Lesson& lesson, std::uint64_t seed) {
    return lesson::varied(lesson, *lesson.variety, seed);
}

const lesson::Table& lamp_of(const lesson::Lesson& lesson) {
    return lesson::table_of(lesson.start.at(0).value);
}

/// The only fault of a lesson in which a piece is replaced, as `line:column id`.
std::string fault_with(std::string_view piece, std::string_view other) {
    std::string text(lesson_text);
    REQUIRE(text.find(piece) != std::string::npos);
    text.replace(text.find(piece), piece.size(), other);
    const Folder folder(text);
    const lesson::Catalogue catalogue = folder.read();
    REQUIRE(!catalogue.faults.empty());
    const auto found = std::ranges::find_if(catalogue.faults,
                                            [](const base::Error& fault) { return fault.id.starts_with("variety."); });
    REQUIRE(found != catalogue.faults.end());
    const base::Error& fault = *found;
    const std::string line = lesson_messages().line(fault);
    CAPTURE(line);
    CHECK(line.find(".what") == std::string::npos);
    CHECK(line.find("{word}") == std::string::npos);
    CHECK(line.find("{list}") == std::string::npos);
    return std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " " + fault.id;
}

} // namespace

TEST_CASE("names between two signs are found, and percentages are none") {
    const auto name = lesson::find_name("à %friend.name%.");
    REQUIRE(name.has_value());
    CHECK(name->name == "friend");
    CHECK(name->key == "name");
    CHECK(name->begin == 3);
    CHECK(name->end == 16);
    CHECK(lesson::find_name("%town%")->key == "text");
    for (const char* none :
         {"", "%", "50 % et 60 %", "%20%", "%Friend%", "% friend%", "%friend. %", "%friend", "100%"}) {
        CHECK_MESSAGE(!lesson::find_name(none).has_value(), none);
    }
    CHECK(lesson::find_name("50 % à %town%")->name == "town");
}

TEST_CASE("names are filled into texts, start tables and goals alike") {
    const lesson::Lesson lesson = drawn(Folder().read_lesson(), 7);
    const auto label = lesson::text_or(lamp_of(lesson), "label", "");
    const std::string friend_name = label.substr(0, label.find(" de "));
    const std::string town = label.substr(label.find(" de ") + 4);
    const auto things = lesson::items_of(lamp_of(lesson), "thing");
    const auto own = std::ranges::find_if(things, [](const lesson::Value& thing) {
        return lesson::text_or(lesson::table_of(thing), "name", "") == "own";
    });
    REQUIRE(own != things.end());
    const std::string other = lesson::text_or(lesson::table_of(*own), "label", "");
    CHECK(friend_name != other);
    CHECK(std::set<std::string>{"Marie", "Karim", "Awa"}.contains(friend_name));
    CHECK(lesson.steps[0].say == friend_name + " et " + other + ", à 50 %.");
    CHECK(lesson.steps[0].hint.ends_with("@exemple.fr"));
    CHECK(lesson.steps[0].praise == town);
    CHECK(lesson.mistakes[0].say == "Voyez " + other + ".");
    std::vector<std::string> operands;
    lesson::Goal goal = lesson.steps[0].goal;
    lesson::each_operand(goal, [&](std::string& text) { operands.push_back(text); });
    CHECK(operands == std::vector<std::string>{lesson.steps[0].hint, town, "x"});
    goal = lesson.mistakes[0].when;
    operands.clear();
    lesson::each_operand(goal, [&](std::string& text) { operands.push_back(text); });
    CHECK(operands == std::vector<std::string>{other, "b"});
    CHECK(lesson.title == "Allumer");
}

TEST_CASE("a pick is replaced by entries of its list, each once, with its own keys laid over") {
    const lesson::Lesson lesson = drawn(Folder().read_lesson(), 3);
    const auto& things = lesson::items_of(lamp_of(lesson), "thing");
    REQUIRE(things.size() == 3);
    std::set<std::string> names;
    for (const lesson::Value& thing : things) {
        const lesson::Table& table = lesson::table_of(thing);
        names.insert(lesson::text_or(table, "name", ""));
        CHECK(lesson::find(table, "pick") == nullptr);
        CHECK(lesson::find(table, "shuffle") == nullptr);
        CHECK(lesson::text_or(table, "to", "own") == "own");
    }
    CHECK(names.size() == 3);
    CHECK(names.contains("own"));
}

TEST_CASE("the same seed draws the same, and seeds differ in people, picks and order") {
    const lesson::Lesson lesson = Folder().read_lesson();
    std::set<std::string> says;
    std::set<std::size_t> places_of_own;
    std::set<std::string> picked;
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        const lesson::Lesson one = drawn(lesson, seed);
        CHECK(one.steps[0].say == drawn(lesson, seed).steps[0].say);
        says.insert(one.steps[0].say);
        const auto& things = lesson::items_of(lamp_of(one), "thing");
        const lesson::Lesson same = drawn(lesson, seed);
        const auto& again = lesson::items_of(lamp_of(same), "thing");
        for (std::size_t i = 0; i < things.size(); ++i) {
            const std::string name = lesson::text_or(lesson::table_of(things[i]), "name", "");
            CHECK(name == lesson::text_or(lesson::table_of(again[i]), "name", ""));
            picked.insert(name);
            if (name == "own") {
                places_of_own.insert(i);
            }
        }
    }
    CHECK(says.size() == 6);
    CHECK(places_of_own.size() == 3);
    CHECK(picked.size() == 4);
}

TEST_CASE("a further list changes nothing about what the others draw") {
    const Folder folder;
    const lesson::Lesson before = drawn(folder.read_lesson(), 11);
    folder.folder.write("variety/animals.toml", "[[item]]\ntext = \"Chat\"\n");
    CHECK(drawn(folder.read_lesson(), 11).steps[0].say == before.steps[0].say);
}

TEST_CASE("what chance cannot give is told at its place") {
    CHECK(fault_with("friend = \"people\"", "friend = \"peaple\"") == "5:10 variety.misspelt-list");
    CHECK(fault_with("friend = \"people\"", "friend = \"zoo animals\"") == "5:10 variety.unknown-list");
    CHECK(fault_with("friend = \"people\"", "friend = 3") == "5:10 variety.pick");
    CHECK(fault_with("other = ", "Other = ") == "6:1 variety.name");
    CHECK(fault_with("%other.name%, à", "%othre.name%, à") == "13:7 variety.misspelt-name");
    CHECK(fault_with("%other.name%, à", "%nobody%, à") == "13:7 variety.unknown-name");
    CHECK(fault_with("\"%friend.mail%\"", "\"%friend.mial%\"") == "14:8 variety.misspelt-value");
    CHECK(fault_with("\"%friend.mail%\"", "\"%friend.age%\"") == "14:8 variety.unknown-value");
    CHECK(fault_with("\"%friend.mail%\"", "\"%friend%\"") == "14:8 variety.unknown-value");
    CHECK(fault_with("[\"%town%\", \"x\"]", "[\"%twon%\", \"x\"]") == "16:105 variety.misspelt-name");
    CHECK(fault_with("title = \"Allumer\"", "title = \"Avec %friend.name%\"") == "2:9 variety.not-here");
    CHECK(fault_with("count = 2", "count = 4") == "10:78 variety.count");
    CHECK(fault_with("count = 2", "count = 0") == "10:78 variety.count");
    CHECK(fault_with("pick = \"lamps\", count = 2", "pick = \"people\", count = 2") == "10:79 variety.count");
    CHECK(fault_with("pick = \"lamps\"", "pick = \"lampes\"") == "10:61 variety.misspelt-list");
    CHECK(fault_with("shuffle = true", "shuffle = 1") == "10:103 variety.shuffle");
    CHECK(fault_with("town = \"towns\"", "town = \"towns\"\nb = \"towns\"\nc = \"towns\"") == "9:5 variety.used-up");
}

TEST_CASE("what was picked is checked as if it had been written") {
    const Folder folder;
    folder.folder.write("variety/lamps.toml",
                        "[[item]]\nname = \"red\"\ncolor = 1\n[[item]]\nname = \"blue\"\ncolor = 1\n");
    const lesson::Catalogue catalogue = folder.read();
    REQUIRE(catalogue.faults.size() == 2);
    CHECK(catalogue.faults[0].id == "schema.unknown-key");
    CHECK(catalogue.faults[0].place.file.ends_with("variety/lamps.toml"));
    CHECK(catalogue.faults[0].place.line == 3);
}

TEST_CASE("a list with a fault is told and left out") {
    const Folder folder;
    folder.folder.write("variety/towns.toml", "item = []\n");
    const lesson::Catalogue catalogue = folder.read();
    REQUIRE(catalogue.faults.size() == 2);
    CHECK(catalogue.faults[0].id == "variety.unknown-list");
    CHECK(catalogue.faults[1].id == "schema.too-few");
    CHECK(catalogue.lessons.empty());
}

TEST_CASE("lists of another folder are there for lessons, and a folder's own come first") {
    const Folder shipped;
    const TemporaryFolder own;
    own.write("a/module.toml", "id = \"a\"\ntitle = \"Lampes\"\n");
    own.write("a/lamp.toml", lesson_text);
    own.write("variety/towns.toml", "[[item]]\ntext = \"Granval\"\n");
    const lesson::Catalogue catalogue =
        lesson::read_catalogue(own.path, practice::vocabulary, shipped.folder.path / "variety");
    CHECK(catalogue.faults.empty());
    REQUIRE(catalogue.lessons.size() == 1);
    CHECK(drawn(catalogue.lessons[0], 1).steps[0].praise == "Granval");
    CHECK(lesson::read_catalogue(own.path, practice::vocabulary).lessons.empty());
}
