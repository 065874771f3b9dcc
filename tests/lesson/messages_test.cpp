// The program's texts: read, filled in, translated; and that no error of this layer is without words.
#include "lesson/messages.h"
#include "own_messages.h"
#include "temporary_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include <doctest/doctest.h>

namespace {

lesson::Messages read(std::string_view text) {
    const TemporaryFolder folder;
    folder.write("a.toml", text);
    auto messages = lesson::Messages::read(folder.path);
    REQUIRE(messages.ok());
    return std::move(messages).value();
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Every quoted word of the layer's sources and of base that has the form of an error's id.
std::set<std::string> ids_in_sources() {
    const std::regex id(
        R"re("((?:file|folder|toml|schema|text|goal|start|lesson|module|message|po|site|variety|plan)\.[a-z0-9-]+)")re");
    std::set<std::string> ids;
    for (const char* layer : {"base", "lesson"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::string(COUCOU_SOURCE_DIR "/engine/") + layer)) {
            if (!entry.is_regular_file()) {
                continue;
            }
            const std::string source = content_of(entry.path());
            for (std::sregex_iterator match(source.begin(), source.end(), id), end; match != end; ++match) {
                ids.insert((*match)[1]);
            }
        }
    }
    ids.erase("module.toml");
    ids.erase("site.toml");
    ids.erase("plan.toml");
    return ids;
}

} // namespace

TEST_CASE("tables nest, and files of a folder are put together") {
    const TemporaryFolder folder;
    folder.write("b.toml", "[welcome]\ntitle = \"Bonjour\"\n[welcome.who]\nask = \"Qui ?\"\n");
    folder.write("a.toml", "short = \"Oui\"\n[welcome]\nmore = \"Plus\"\n\"dotted.key\" = \"Point\"\n");
    folder.write("notes.txt", "not = messages");
    const auto messages = lesson::Messages::read(folder.path);
    REQUIRE(messages.ok());
    CHECK(messages.value().all().size() == 5);
    CHECK(messages.value().text("welcome.title") == "Bonjour");
    CHECK(messages.value().text("welcome.who.ask") == "Qui ?");
    CHECK(messages.value().text("welcome.dotted.key") == "Point");
    CHECK(messages.value().has("short"));
    CHECK(!messages.value().has("welcome"));
    CHECK(messages.value().place("welcome.who.ask").line == 4);
    CHECK(messages.value().place("none") == base::Place{});
}

TEST_CASE("arguments are put in once, and icons and unknown names stay") {
    const lesson::Messages messages =
        read("a = \"{name} et {name}, {mouse-left}, {other\"\nb = \"{x}{y}\"\nc = \"{ {x} }\"");
    CHECK(messages.text({"a", {{"name", "Zoé"}}}) == "Zoé et Zoé, {mouse-left}, {other");
    CHECK(messages.text({"b", {{"x", "{y}"}, {"y", "2"}}}) == "{y}2");
    CHECK(messages.text({"c", {{"x", "1"}}}) == "{ 1 }");
}

TEST_CASE("a message without a text gives its id and arguments") {
    const lesson::Messages messages = read("a = \"A\"\n");
    CHECK(messages.text("none.such") == "none.such");
    CHECK(messages.text({"none", {{"file", "x"}, {"line", "3"}}}) == "none (file=x, line=3)");
}

TEST_CASE("an error is one line: its place, what is wrong, what to do") {
    const lesson::Messages messages = read("[e]\nwhat = \"« {word} » est faux.\"\ndo = \"Écrivez autre chose.\"\n");
    CHECK(messages.line({"e", {{"word", "a\nb"}}, {"f.toml", 3, 5}}) ==
          "f.toml:3:5: « a b » est faux. Écrivez autre chose.");
    CHECK(messages.line({"e", {{"word", "a"}}, {"f.toml", 3, 0}}) == "f.toml:3: « a » est faux. Écrivez autre chose.");
    CHECK(messages.line({"e", {{"word", "a"}}, {"f.toml", 0, 0}}) == "f.toml: « a » est faux. Écrivez autre chose.");
    CHECK(messages.line({"e", {{"word", "a"}}, {}}) == "« a » est faux. Écrivez autre chose.");
    CHECK(messages.line({"unknown", {{"word", "a"}}, {"f", 1, 2}}) == "f:1:2: unknown.what (word=a)");
}

TEST_CASE("message files that are wrong are told with their place") {
    const TemporaryFolder folder;
    CHECK(lesson::Messages::read(folder.path).error().id == "message.none");
    CHECK(lesson::Messages::read(folder.path / "none").error().id == "folder.missing");
    folder.write("a.toml", "[x]\ny = \"A\"\nz = 3\n");
    const auto number = lesson::Messages::read(folder.path);
    REQUIRE(!number.ok());
    CHECK(number.error().id == "message.not-text");
    CHECK(number.error().place.line == 3);
    folder.write("a.toml", "[x]\ny = \"A\"\n");
    folder.write("b.toml", "x.y = \"B\"\n");
    const auto twice = lesson::Messages::read(folder.path);
    REQUIRE(!twice.ok());
    CHECK(twice.error().id == "message.twice");
    CHECK(twice.error().place.file == (folder.path / "b.toml").string());
    CHECK(twice.error().arguments.at(1).value == (folder.path / "a.toml").string() + ":2:1");
    folder.write("b.toml", "x = \n");
    CHECK(lesson::Messages::read(folder.path).error().id == "toml.value");
}

TEST_CASE("every error of this layer and of base says what is wrong and what to do") {
    const lesson::Messages messages = lesson_messages();
    const std::set<std::string> ids = ids_in_sources();
    CHECK(ids.size() > 80);
    for (const std::string& id : ids) {
        CHECK_MESSAGE(messages.has(id + ".what"), id);
        CHECK_MESSAGE(messages.has(id + ".do"), id);
    }
}

TEST_CASE("no text of this layer has lost its error") {
    const std::set<std::string> ids = ids_in_sources();
    const lesson::Messages messages = lesson_messages();
    for (const auto& entry : messages.all()) {
        const std::string& id = entry.first;
        if (id.ends_with(".what")) {
            CHECK_MESSAGE(ids.contains(id.substr(0, id.size() - 5)), id);
        }
    }
}

TEST_CASE("French texts have a no-break space before tall punctuation and inside guillemets") {
    const lesson::Messages messages = lesson_messages();
    for (const auto& entry : messages.all()) {
        const std::string& id = entry.first;
        CAPTURE(id);
        for (const char* wrong : {" ;", " !", " ?", " : ", "« ", " »"}) {
            CHECK(entry.second.find(wrong) == std::string::npos);
        }
    }
}
