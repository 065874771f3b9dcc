// TOML text into values, with the place of each.
#include "lesson/value.h"
#include "temporary_folder.h"

#include <doctest/doctest.h>

namespace {

lesson::Table read(std::string_view text) {
    auto value = lesson::read_toml(text, "x.toml");
    REQUIRE(value.ok());
    return lesson::table_of(value.value());
}

base::Error failure(std::string_view text) {
    const auto value = lesson::read_toml(text, "x.toml");
    REQUIRE(!value.ok());
    CHECK(value.error().place.file == "x.toml");
    return value.error();
}

std::string repeated(std::string_view piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += piece;
    }
    return text;
}

} // namespace

TEST_CASE("all kinds of values are read") {
    const lesson::Table table =
        read("text = \"été\"\nwhole = -3\nnumber = 2.5\nyes = true\nlist = [\"a\", \"b\"]\nmany = '''\na\nb'''\n");
    CHECK(lesson::text_or(table, "text", "") == "été");
    CHECK(lesson::whole_or(table, "whole", 0) == -3);
    CHECK(lesson::number_or(table, "number", 0) == doctest::Approx(2.5));
    CHECK(lesson::number_or(table, "whole", 0) == doctest::Approx(-3));
    CHECK(lesson::yes_or(table, "yes", false));
    CHECK(lesson::texts_of(table, "list") == std::vector<std::string>{"a", "b"});
    CHECK(lesson::items_of(table, "list").size() == 2);
    CHECK(lesson::text_or(table, "many", "") == "a\nb");
}

TEST_CASE("a key that is absent or of another kind gives what was asked for otherwise") {
    const lesson::Table table = read("text = \"a\"\nlist = [1, \"b\"]\n");
    CHECK(lesson::text_or(table, "none", "otherwise") == "otherwise");
    CHECK(lesson::whole_or(table, "text", 7) == 7);
    CHECK(lesson::yes_or(table, "text", true));
    CHECK(lesson::number_or(table, "text", 1.5) == doctest::Approx(1.5));
    CHECK(lesson::texts_of(table, "text").empty());
    CHECK(lesson::texts_of(table, "list") == std::vector<std::string>{"b"});
    CHECK(lesson::find(table, "none") == nullptr);
    CHECK(lesson::items_of(table, "text").empty());
    CHECK(lesson::table_of(*lesson::find(table, "text")).empty());
    CHECK(lesson::list_of(*lesson::find(table, "text")).empty());
}

TEST_CASE("keys and values know their line and column, counted in characters") {
    const lesson::Table table = read("a = 1\n\"clé\" = \"é\" # à\n  b = [\"é\", { c.d = 2 }]\n");
    CHECK(table[1].key == "clé");
    CHECK(table[1].place == base::Place{"x.toml", 2, 1});
    CHECK(table[1].value.place == base::Place{"x.toml", 2, 9});
    CHECK(table[2].place == base::Place{"x.toml", 3, 3});
    const lesson::Value& second = lesson::list_of(table[2].value)[1];
    CHECK(second.place == base::Place{"x.toml", 3, 13});
    const lesson::Entry& c = lesson::table_of(second)[0];
    CHECK(c.place == base::Place{"x.toml", 3, 15});
    CHECK(lesson::table_of(c.value)[0].place == base::Place{"x.toml", 3, 17});
    CHECK(lesson::table_of(c.value)[0].value.place == base::Place{"x.toml", 3, 21});
}

TEST_CASE("keys keep the order of the file") {
    const lesson::Table table = read("z = 1\na = 2\n[m]\nx = 1\n[[k]]\n[[k]]\n[b]\n");
    std::string order;
    for (const lesson::Entry& entry : table) {
        order += entry.key;
    }
    CHECK(order == "zamkb");
    CHECK(lesson::items_of(table, "k").size() == 2);
    CHECK(lesson::items_of(table, "k")[1].place.line == 6);
}

TEST_CASE("a byte order mark and lines ending in CR LF change nothing") {
    const lesson::Table table = read("\xEF\xBB\xBF"
                                     "a = 1\r\nb = 2\r\n");
    CHECK(table[0].place == base::Place{"x.toml", 1, 1});
    CHECK(table[1].place == base::Place{"x.toml", 2, 1});
}

TEST_CASE("an empty file is an empty table at its start") {
    const auto value = lesson::read_toml("", "x.toml");
    REQUIRE(value.ok());
    CHECK(value.value().place == base::Place{"x.toml", 1, 1});
    CHECK(lesson::table_of(value.value()).empty());
}

TEST_CASE("a byte that is not UTF-8 is told by its line and its column in characters") {
    const base::Error error = failure("a = 1\nb = \"é\xE9\"\n");
    CHECK(error.id == "file.not-utf8");
    CHECK(error.place == base::Place{"x.toml", 2, 7});
}

TEST_CASE("a syntax error that has no name of its own keeps the library's description") {
    const base::Error error = failure("a = 1__0\n");
    CHECK(error.id == "toml.syntax");
    CHECK(error.arguments.at(0).name == "detail");
    CHECK(!error.arguments.at(0).value.empty());
    CHECK(error.place.line == 1);
}

TEST_CASE("no depth of nesting brings the program down") {
    CHECK(failure("a = " + repeated("[", 100'000)).id == "toml.too-deep");
    CHECK(failure("a = " + repeated("{a=", 100'000)).id == "toml.too-deep");
    CHECK(failure("[" + repeated("a.", 400'000) + "a]\n").id == "toml.too-deep");
    CHECK(failure(repeated("a.", 400'000) + "a = 1\n").id == "toml.too-deep");
    CHECK(failure(repeated("\"é\" . ", 100'000) + "a = 1\n").id == "toml.too-deep");
    CHECK(failure("[[" + repeated("a.", 400'000) + "a]]\n").id == "toml.too-deep");
    CHECK(failure("a = " + repeated("{a.a.a.a.a.a.a.a = ", 20) + "1" + repeated("}", 20)).id == "toml.too-deep");
}

TEST_CASE("a deep key is found behind every kind of string and comment") {
    const std::string deep = repeated("a.", 400'000) + "a = 1";
    for (const char* before : {"s = \"x\\\"\"\n", "s = 'x\"'\n", "s = \"\"\"\n x \" '''\n\"\"\"\n", "s = '''x\n\"'''\n",
                               "# \" ' \"\"\"\n", "s = \"\"\"a\"\"\"\"\n", "s = \"\"\"a\"\"\"\"\"\n",
                               "s = \"\"\"a\\\"\"\"\"\n", "s = ''''a''''\n", "s = \"\"\n", "s = ''\n"}) {
        CAPTURE(std::string(before));
        CHECK(failure(before + deep).id == "toml.too-deep");
    }
    CHECK(failure("t = { s = \"\"\"a\"\"\"\", " + deep + " }").id == "toml.too-deep");
}

TEST_CASE("points in texts, comments and numbers are not taken for deep keys") {
    const std::string points = repeated(".", 500);
    CHECK(read("s = \"" + points + "\"\n# " + points + "\nl = '''\n" + points + "'''\n").size() == 2);
    CHECK(lesson::items_of(read("n = [" + repeated("1.5, ", 500) + "2.5]\n"), "n").size() == 501);
}

TEST_CASE("a file is read with its path as the name in places") {
    const TemporaryFolder folder;
    const std::string file = folder.write("a.toml", "a = \n").string();
    const auto value = lesson::read_toml_file(file);
    REQUIRE(!value.ok());
    CHECK(value.error().place.file == file);
    CHECK(value.error().place.line == 1);
    CHECK(lesson::read_toml_file((folder.path / "none.toml").string()).error().id == "file.missing");
    CHECK(lesson::read_toml_file(file, 2).error().id == "file.too-large");
}

TEST_CASE("what the library asserts instead of telling is told") {
    for (const char* text : {"[.a]",
                             "[[.a]]",
                             "[=]",
                             "[,a]",
                             "[[[a]]]",
                             "[\n",
                             "[#a]",
                             "[{a}]",
                             "[ [a]]",
                             "[]",
                             "[[]]",
                             "[",
                             "[[",
                             "[[a]",
                             "  [.a]",
                             "a = [\n[1]]\n[.a]",
                             "\xEF\xBB\xBF[.a]",
                             "a = [}]",
                             "a = [{}, }]",
                             "a = ]",
                             "a = ,",
                             "a = }",
                             "a = {b = }",
                             "a = {b = ,}",
                             "a = #",
                             "a = {b = ]}",
                             "a = [1, }"}) {
        CAPTURE(std::string(text));
        CHECK(failure(text).place.line >= 1);
        CHECK(failure(text).place.column >= 1);
        CHECK(failure(text).id.starts_with("toml."));
    }
}

TEST_CASE("letters beyond ASCII are only read in texts and comments") {
    for (const char* text : {"é = 1", "a.é = 1", "[é]", "[a.é]", "a = { é = 1 }", "a = é", "a = 1é", "a = 0xé",
                             "a = [1, é]", "a = \"x\"é", "a = 1979-05-27é"}) {
        CAPTURE(std::string(text));
        CHECK(failure(text).id == "toml.outside-text");
    }
    CHECK(failure("a =\u00A01").id == "toml.blank");
    CHECK(failure("a = 1\n\u202Fb = 1").place == base::Place{"x.toml", 2, 1});
    CHECK(read("'é' = \"à\" # ù\n\"\"  = '''\nê'''\n").size() == 2);
}
