// Class lists: what spreadsheet programs write is read, and nothing personal comes in.
#include "base/random.h"
#include "base/text.h"
#include "progress/class_list.h"

#include <doctest/doctest.h>

using progress::ClassMember;
using progress::read_class_list;

namespace {

std::vector<ClassMember> members(std::string_view text) {
    const progress::ClassList list = read_class_list(text, "list.csv");
    for (const base::Error& fault : list.faults) {
        MESSAGE(fault.id << " line " << fault.place.line);
    }
    CHECK(list.faults.empty());
    return list.members;
}

/// The one fault of a text.
base::Error fault(std::string_view text) {
    const progress::ClassList list = read_class_list(text, "list.csv");
    CHECK(list.members.empty());
    REQUIRE(list.faults.size() == 1);
    CHECK(list.faults.front().place.file == "list.csv");
    return list.faults.front();
}

void check_fault(std::string_view text, std::string_view id, int line) {
    const base::Error found = fault(text);
    CHECK(found.id == id);
    CHECK(found.place.line == line);
}

const std::vector<ClassMember> two{{"Awa", "Lundi"}, {"Émile", "Jeudi"}};

} // namespace

TEST_CASE("commas, semicolons and tabs part the fields, with headings or without") {
    CHECK(members("Awa,Lundi\nÉmile,Jeudi\n") == two);
    CHECK(members("Awa;Lundi\r\nÉmile;Jeudi\r\n") == two);
    CHECK(members("Awa\tLundi\nÉmile\tJeudi") == two);
    CHECK(members("Prénom;Groupe\nAwa;Lundi\nÉmile;Jeudi\n") == two);
    CHECK(members("groupe,PRENOM\nLundi,Awa\nJeudi,Émile\n") == two);
    CHECK(members("Awa\nÉmile\n") == std::vector<ClassMember>{{"Awa", ""}, {"Émile", ""}});
    CHECK(members("Prénom\nAwa\n") == std::vector<ClassMember>{{"Awa", ""}});
}

TEST_CASE("UTF-8 with or without a mark and Windows-1252 are read") {
    CHECK(members("\xEF\xBB\xBF"
                  "Awa;Lundi\nÉmile;Jeudi\n") == two);
    CHECK(members("Pr\xE9nom;Groupe\nAwa;Lundi\n\xC9mile;Jeudi\n") == two);
    CHECK(members("Ma\xEBlle;Caf\xE9 \x96 soir\nC\x9Cur;A\n") ==
          std::vector<ClassMember>{{"Maëlle", "Café – soir"}, {"Cœur", "A"}});
}

TEST_CASE("quoted fields may hold separators and quotes, and blanks around fields do not count") {
    CHECK(members("\"Awa\" ; \"Lundi; le matin\"\n  Émile ;\"dit \"\"le sage\"\"\"\n") ==
          std::vector<ClassMember>{{"Awa", "Lundi; le matin"}, {"Émile", "dit \"le sage\""}});
}

TEST_CASE("blank lines, and columns without anything in them, are no fault") {
    CHECK(members("\n;;\nAwa;Lundi;;\n\n   \nÉmile;Jeudi;;\n") == two);
}

TEST_CASE("columns beyond first names and groups are refused, and why is told once") {
    const base::Error heading = fault("Nom;Prénom;Groupe\nDiop;Awa;Lundi\nPetit;Émile;Jeudi\n");
    CHECK(heading.id == "class.private");
    CHECK(heading.arguments.front().value == "Nom");
    CHECK(heading.place.line == 1);
    check_fault("Prénom;Date de naissance\nAwa;12/03/1960\n", "class.private", 1);
    check_fault("Groupe\nLundi\n", "class.no-name-column", 1);
    check_fault("Awa;Lundi\nÉmile;Jeudi;06 12 34 56 78\n", "class.columns", 2);
}

TEST_CASE("family names, dates, addresses and numbers are refused with their lines") {
    check_fault("Awa;Lundi\nÉmile PETIT;Lundi\n", "class.family-name", 2);
    check_fault("DIOP Awa;Lundi\n", "class.family-name", 1);
    check_fault("Awa;12/03/1960\n", "class.date", 1);
    check_fault("Awa;1960-03-12\n", "class.date", 1);
    check_fault("awa@exemple.fr;Lundi\n", "class.not-a-name", 1);
    check_fault("\n\nAwa 2;Lundi\n", "class.not-a-name", 3);
    check_fault("Awa;Lundi\n;Jeudi\n", "class.no-name", 2);
    check_fault("\"A\nwa\";Lundi\n", "class.not-a-name", 1);
    check_fault(std::string(61, 'a') + ";Lundi\n", "class.long", 1);
}

TEST_CASE("first names in capitals, of two words, or with a letter behind them are first names") {
    CHECK(members("AWA;L\nJean Pierre;L\nMarie B;L\nMARIE ROSE;L\nJean-Paul;L\nN’Golo;L\n").size() == 6);
}

TEST_CASE("all faults of a list are told together, and nobody of it is taken") {
    const progress::ClassList list = read_class_list("Awa;Lundi\nawa;lundi\nÉmile;12/03/1960\n;Jeudi\n", "list.csv");
    CHECK(list.members.empty());
    REQUIRE(list.faults.size() == 3);
    CHECK(list.faults[0].id == "class.twice");
    CHECK(list.faults[0].arguments[1].value == "1");
    CHECK(list.faults[1].id == "class.date");
    CHECK(list.faults[2].place.line == 4);
}

TEST_CASE("what is no list is refused as a whole") {
    check_fault("", "class.empty", 0);
    check_fault("\n\n", "class.empty", 0);
    check_fault("Prénom;Groupe\n", "class.empty", 0);
    check_fault("Awa;\"Lundi\nÉmile;Jeudi\n", "class.quote", 1);
    check_fault(std::string_view("PK\x03\x04", 4), "class.not-text", 0);
    check_fault(std::string_view("A\0w\0a\0", 6), "class.not-text", 0);
    check_fault("Awa \x81;Lundi\n", "class.not-text", 0);
    check_fault(std::string(progress::largest_class_list + 1, 'a'), "class.too-large", 0);
    std::string many;
    for (std::size_t i = 0; i <= progress::most_in_class_list; ++i) {
        many += "Awa;" + std::string(1 + i % 50, static_cast<char>('a' + i / 50 % 26)) +
                static_cast<char>('a' + i / 1300) + "\n";
    }
    check_fault(many, "class.too-many", 0);
}

TEST_CASE("who is there already, however the name is written, is not added again") {
    const std::vector<ClassMember> list{{"Awa", "Lundi"}, {"Émile", "Jeudi"}, {"Awa", "Jeudi"}};
    CHECK(progress::newcomers(list, {{"AWA", "lundi"}, {"Emile", "Jeudi"}}) ==
          std::vector<ClassMember>{{"Awa", "Jeudi"}});
    CHECK(progress::newcomers(list, list).empty());
}

TEST_CASE("whatever is written, a list that is read gives it back, in each form of file") {
    base::Random random(11);
    const std::vector<std::string> letters{"a", "é", "œ", "ñ", "-", "’", " ", "b", "ç"};
    for (int round = 0; round < 2'000; ++round) {
        std::vector<ClassMember> expected;
        const char separator = ";,\t"[random.below(3)];
        const std::string line_end = random.below(2) == 0 ? "\n" : "\r\n";
        std::string text = random.below(2) == 0 ? "\xEF\xBB\xBF" : "";
        text += random.below(2) == 0 ? std::string("Prénom") + separator + "Groupe" + line_end : "";
        for (std::size_t i = 0; i <= random.below(5); ++i) {
            const auto word = [&](std::size_t most) {
                std::string written;
                for (std::size_t length = random.below(most); length > 0; --length) {
                    written += letters[random.below(letters.size())];
                }
                return std::string(base::trim(written));
            };
            const ClassMember member{"x" + word(8) + std::string(1, static_cast<char>('a' + i)), word(6)};
            const bool quoted = random.below(2) == 0;
            text += (quoted ? '"' + member.name + '"' : member.name) + separator + member.group + line_end;
            expected.push_back(member);
        }
        CAPTURE(text);
        CHECK(read_class_list(text, "list.csv").members == expected);
    }
}

TEST_CASE("any bytes give people or faults, never both, and never a name that the rules refuse") {
    base::Random random(12);
    const std::string_view pieces[] = {"Awa",  ";",        ",",    "\t",           "\n",     "\r",  "\"",   "\"\"",
                                       "\xE9", "\xC3\xA9", "é",    "Prénom",       "Groupe", "Nom", "1960", "/",
                                       "@",    " ",        "DIOP", "\xEF\xBB\xBF", "\x81",   "\x01"};
    std::size_t read = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::size_t length = random.below(24); length > 0; --length) {
            text += pieces[random.below(std::size(pieces))];
        }
        const progress::ClassList list = read_class_list(text, "list.csv");
        CAPTURE(text);
        REQUIRE(list.members.empty() != list.faults.empty());
        for (const ClassMember& member : list.members) {
            REQUIRE_FALSE(member.name.empty());
            REQUIRE(member.name.find_first_of("0123456789@\n\r\t") == std::string::npos);
            REQUIRE_FALSE(base::first_bad_byte(member.name + member.group).has_value());
        }
        // A second import of the same list finds everybody there.
        REQUIRE(progress::newcomers(list.members, list.members).empty());
        read += list.members.empty() ? 0 : 1;
    }
    CHECK(read > 1'000); // otherwise little was tried
}
