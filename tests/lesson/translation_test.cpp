// Translations: PO files, good and bad, and the texts of lessons that they translate.
#include "lesson/template.h"
#include "lesson/translation.h"
#include "own_messages.h"
#include "practice.h"
#include "temporary_folder.h"

#include <algorithm>
#include <map>
#include <sstream>

#include <doctest/doctest.h>

namespace {

constexpr std::string_view header =
    "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: coucou\\n\"\n"
    "\"PO-Revision-Date: 2024-01-01 00:00+0000\\n\"\n\"Last-Translator: A <a@b.c>\\n\"\n"
    "\"Language-Team: A <a@b.c>\\n\"\n\"Language: en\\n\"\n\"MIME-Version: 1.0\\n\"\n"
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    "\"Content-Transfer-Encoding: 8bit\\n\"\n\n";

std::string entry(const std::string& context, const std::string& source, const std::string& translation) {
    return "msgctxt \"" + context + "\"\nmsgid \"" + source + "\"\nmsgstr \"" + translation + "\"\n\n";
}

base::Result<lesson::Translations> read(const std::string& content) {
    const TemporaryFolder folder;
    return lesson::Translations::read(folder.write("en.po", content));
}

lesson::Translations read_good(const std::string& entries) {
    auto translations = read(std::string(header) + entries);
    REQUIRE(translations.ok());
    return std::move(translations).value();
}

constexpr std::string_view lesson_text = R"(id = "a.lamp"
title = "Allumer"
can_do = "Je sais."
about = "On y voit."
[[step]]
name = "on"
say = "Allumez."
hint = "Ici."
praise = "Bien."
goal = { lamp.state = { lit = 1 } }
[step.start.lamp]
label = "Lampe"
names = ["not-translated"]
words = ["oui", "non"]
shade = { label = "Abat-jour" }
thing = [{ name = "left", label = "Gauche", menu = ["Ouvrir"] }, { name = "right", label = "Droite" }]
[[mistake]]
when = { lamp.missed = {} }
say = "À côté."
)";

/// A catalogue of one module with one lesson that has a text of each kind.
lesson::Catalogue read_catalogue(const TemporaryFolder& folder) {
    folder.write("a/module.toml", "id = \"a\"\ntitle = \"Lampes\"\nabout = \"De la lumière.\"\n");
    folder.write("a/lamp.toml", lesson_text);
    lesson::Catalogue catalogue = lesson::read_catalogue(folder.path, practice::vocabulary);
    REQUIRE(catalogue.faults.empty());
    return catalogue;
}

const std::map<std::string, std::string> lesson_texts{
    {"a.lamp/title", "Allumer"},
    {"a.lamp/can_do", "Je sais."},
    {"a.lamp/about", "On y voit."},
    {"a.lamp/on/say", "Allumez."},
    {"a.lamp/on/hint", "Ici."},
    {"a.lamp/on/praise", "Bien."},
    {"a.lamp/on/start/lamp/label", "Lampe"},
    {"a.lamp/on/start/lamp/words 1", "oui"},
    {"a.lamp/on/start/lamp/words 2", "non"},
    {"a.lamp/on/start/lamp/shade/label", "Abat-jour"},
    {"a.lamp/on/start/lamp/thing left/label", "Gauche"},
    {"a.lamp/on/start/lamp/thing left/menu 1", "Ouvrir"},
    {"a.lamp/on/start/lamp/thing right/label", "Droite"},
    {"a.lamp/mistake 1", "À côté."},
};

} // namespace

TEST_CASE("a sentence is found by its context and its source") {
    const lesson::Translations translations =
        read_good(entry("a/title", "Oui", "Yes") + entry("b/title", "Oui", "Right") + "msgid \"Non\"\nmsgstr \"No\"\n");
    CHECK(translations.find("a/title", "Oui") == "Yes");
    CHECK(translations.find("b/title", "Oui") == "Right");
    CHECK(translations.find("c/title", "Oui") == "Oui");
    CHECK(translations.find("a/title", "Ouï") == "Ouï");
    CHECK(translations.find("", "Non") == "No");
    CHECK(translations.has("a/title", "Oui"));
    CHECK(!translations.has("a/title", "Non"));
}

TEST_CASE("fuzzy, empty, obsolete entries and the header count as not translated") {
    const lesson::Translations translations =
        read_good("#, fuzzy\n" + entry("a", "Oui", "Yes") + entry("b", "Oui", "") +
                  "#~ msgctxt \"c\"\n#~ msgid \"Oui\"\n#~ msgstr \"Yes\"\n");
    CHECK(!translations.has("a", "Oui"));
    CHECK(!translations.has("b", "Oui"));
    CHECK(!translations.has("c", "Oui"));
    CHECK(!translations.has("", ""));
}

TEST_CASE("sentences of several lines and with quotes are read whole") {
    const lesson::Translations translations =
        read_good("msgctxt \"a\"\nmsgid \"\"\n\"un\\n\"\n\"« deux »\"\nmsgstr \"\"\n\"one\\n\"\n\"\\\"two\\\"\"\n");
    CHECK(translations.find("a", "un\n« deux »") == "one\n\"two\"");
}

TEST_CASE("a PO file that is not one is told with its line") {
    const auto text = read(std::string(header) + "msgcontext \"a\"\nmsgid \"x\"\nmsgstr \"y\"\n");
    REQUIRE(!text.ok());
    CHECK(text.error().id == "po.syntax");
    CHECK(text.error().place.line == 12);
    CHECK(text.error().place.file.ends_with("en.po"));
    CHECK(!text.error().arguments.at(0).value.empty());
    CHECK(read(std::string(header) + "msgctxt \"a\"\nmsgid \"x\nmsgstr \"y\"\n").error().id == "po.syntax");
    CHECK(!read("this is no PO file\n").ok());
}

TEST_CASE("a PO file with so many errors that the library gives up does not end the program") {
    std::string many;
    for (int i = 0; i < 200; ++i) {
        many += "nonsense " + std::to_string(i) + "\n";
    }
    for (int i = 0; i < 3; ++i) {
        CHECK(read(many).error().id == "po.syntax");
    }
    CHECK(read_good(entry("a", "Oui", "Yes")).has("a", "Oui"));
}

TEST_CASE("the same entry twice is told") {
    const auto twice = read(std::string(header) + entry("a", "Oui", "Yes") + entry("a", "Oui", "Yeah"));
    REQUIRE(!twice.ok());
    CHECK(twice.error().id == "po.syntax");
}

TEST_CASE("a PO file must be UTF-8 and say so") {
    CHECK(read(std::string(header) + entry("a", "\xC9t\xE9", "x")).error().id == "file.not-utf8");
    CHECK(read(entry("a", "Oui", "Yes")).error().id == "po.charset");
    std::string latin(header);
    latin.replace(latin.find("UTF-8"), 5, "ISO-8859-1");
    CHECK(read(latin + entry("a", "Oui", "Yes")).error().id == "po.charset");
    std::string unset(header);
    unset.replace(unset.find("UTF-8"), 5, "CHARSET");
    CHECK(read(unset + entry("a", "Oui", "Yes")).error().id == "po.charset");
    std::string unknown(header);
    unknown.replace(unknown.find("UTF-8"), 5, "X-NONE");
    CHECK(!read(unknown + entry("a", "\u00e9", "Yes")).ok());
}

TEST_CASE("a missing PO file is told") {
    const TemporaryFolder folder;
    CHECK(lesson::Translations::read(folder.path / "en.po").error().id == "file.missing");
    CHECK(lesson::Translations::read("-").error().id == "file.missing");
}

TEST_CASE("each text of a lesson is visited once, by a context that can be read, and nothing that is no text") {
    const TemporaryFolder folder;
    lesson::Catalogue catalogue = read_catalogue(folder);
    std::map<std::string, std::string> visited;
    lesson::each_text(catalogue.lessons[0], practice::vocabulary, [&](const std::string& context, std::string& text) {
        CHECK(visited.emplace(context, text).second);
    });
    CHECK(visited == lesson_texts);
    visited.clear();
    lesson::each_text(catalogue.modules[0],
                      [&](const std::string& context, std::string& text) { visited.emplace(context, text); });
    CHECK(visited == std::map<std::string, std::string>{{"a/title", "Lampes"}, {"a/about", "De la lumière."}});
}

TEST_CASE("a catalogue is translated sentence by sentence, and the rest stays French") {
    const TemporaryFolder folder;
    const lesson::Catalogue catalogue = read_catalogue(folder);
    const lesson::Translations translations =
        read_good(entry("a/title", "Lampes", "Lamps") + entry("a.lamp/on/say", "Allumez.", "Switch on.") +
                  entry("a.lamp/on/start/lamp/thing left/label", "Gauche", "Left") +
                  entry("a.lamp/mistake 1", "À côté.", "Beside it."));
    const lesson::Catalogue english = lesson::translated(catalogue, practice::vocabulary, translations);
    CHECK(english.modules[0].title == "Lamps");
    CHECK(english.modules[0].about == "De la lumière.");
    CHECK(english.lessons[0].steps[0].say == "Switch on.");
    CHECK(english.lessons[0].steps[0].hint == "Ici.");
    CHECK(english.lessons[0].mistakes[0].say == "Beside it.");
    const lesson::Table& start = lesson::table_of(english.lessons[0].steps[0].start[0].value);
    CHECK(lesson::text_or(lesson::table_of(lesson::items_of(start, "thing")[0]), "label", "") == "Left");
    CHECK(catalogue.lessons[0].steps[0].say == "Allumez.");
}

TEST_CASE("what a goal names in the words of the start tables is named in the new ones") {
    const TemporaryFolder folder;
    std::string text(lesson_text);
    const std::string goal = "goal = { lamp.state = { lit = 1 } }";
    text.replace(text.find(goal), goal.size(), "goal = { lamp.switched = { name = [\"Gauche\", \"other\"] } }");
    folder.write("a/module.toml", "id = \"a\"\ntitle = \"Lampes\"\n");
    folder.write("a/lamp.toml", text);
    const lesson::Catalogue catalogue = lesson::read_catalogue(folder.path, practice::vocabulary);
    REQUIRE(catalogue.faults.empty());
    const lesson::Translations translations = read_good(
        entry("a.lamp/on/start/lamp/thing left/label", "Gauche", "Left") + entry("a.lamp/title", "other", "x"));
    lesson::Catalogue english = lesson::translated(catalogue, practice::vocabulary, translations);
    std::vector<std::string> operands;
    lesson::each_operand(english.lessons[0].steps[0].goal, [&](std::string& operand) { operands.push_back(operand); });
    CHECK(operands == std::vector<std::string>{"Left", "other"});
}

TEST_CASE("lists are translated but for their codes, and lessons draw from the translated ones") {
    const TemporaryFolder folder;
    folder.write("variety/people.toml", "codes = [\"mail\"]\n[[item]]\nname = \"Marie\"\nmail = \"Marie\"\nage = 3\n");
    folder.write("a/module.toml", "id = \"a\"\ntitle = \"Lampes\"\n");
    folder.write("a/lamp.toml", lesson_text);
    const lesson::Catalogue catalogue = lesson::read_catalogue(folder.path, practice::vocabulary);
    REQUIRE(catalogue.faults.empty());
    const lesson::Translations translations =
        read_good(entry("variety people/1/name", "Marie", "Mary") + entry("variety people/1/mail", "Marie", "never"));
    const lesson::Catalogue english = lesson::translated(catalogue, practice::vocabulary, translations);
    const lesson::VarietyList* people = english.lessons[0].variety->find("people");
    REQUIRE(people != nullptr);
    CHECK(lesson::text_or(lesson::table_of(people->items[0]), "name", "") == "Mary");
    CHECK(lesson::text_or(lesson::table_of(people->items[0]), "mail", "") == "Marie");
    const auto missing =
        lesson::untranslated(catalogue, practice::vocabulary, lesson_messages(), read_good(entry("x", "y", "z")));
    CHECK(std::ranges::find(missing, "variety people/1/name") != missing.end());
    CHECK(std::ranges::find(missing, "variety people/1/mail") == missing.end());
}

TEST_CASE("the program's messages are translated by their id") {
    const lesson::Translations translations = read_good(entry("reference.yes", "oui", "yes"));
    const lesson::Messages english = lesson_messages().in(translations);
    CHECK(english.text("reference.yes") == "yes");
    CHECK(english.text("reference.field.text") == "texte");
}

TEST_CASE("what is not translated is listed by context") {
    const TemporaryFolder folder;
    const lesson::Catalogue catalogue = read_catalogue(folder);
    const lesson::Messages messages = lesson_messages();
    const lesson::Translations translations =
        read_good(entry("a/title", "Lampes", "Lamps") + entry("reference.yes", "oui", "yes"));
    const std::vector<std::string> missing =
        lesson::untranslated(catalogue, practice::vocabulary, messages, translations);
    CHECK(missing.size() == lesson_texts.size() + 2 + messages.all().size() - 2);
    CHECK(missing.front() == "a/about");
    CHECK(std::ranges::find(missing, "a.lamp/on/say") != missing.end());
    CHECK(std::ranges::find(missing, "reference.yes") == missing.end());
}
