// The rules for good lessons: each with a folder that breaks it and one that keeps it.
#include "lesson/fault.h"
#include "lesson/lint/css.h"
#include "lesson/lint/rules.h"
#include "lesson/lint/silence.h"
#include "lesson/lint/text.h"
#include "lesson/messages.h"
#include "lint_practice.h"
#include "temporary_folder.h"

#include <algorithm>
#include <fstream>
#include <set>

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;
namespace lint = lesson::lint;

const fs::path source = COUCOU_SOURCE_DIR;
const fs::path examples = source / "tests" / "lesson" / "lint";

/// The program's words and drawings, without its lessons and sites.
lint::Shipped shipped() {
    static const TemporaryFolder folder;
    if (!fs::exists(folder.path / "words")) {
        fs::copy(source / "lessons" / "words", folder.path / "words");
    }
    return {folder.path, source / "assets" / "art"};
}

lint::Report examined(const fs::path& folder) {
    return lint::examine(lint::read_material(folder, shipped(), lint_practice::vocabulary));
}

/// A line for each finding: its place below the examples, its rule, the id of its message.
std::string lines_of(const std::vector<lint::Finding>& findings) {
    std::string lines;
    for (const lint::Finding& finding : findings) {
        lines += lesson::written(finding.fault.place).substr(examples.string().size() + 1) + " " +
                 std::string(finding.rule) + " " + finding.fault.id + "\n";
    }
    return lines;
}

std::string expected_lines(const std::string& rule) {
    std::ifstream table(examples / "expected.txt");
    std::string lines;
    for (std::string line; std::getline(table, line);) {
        if (line.starts_with(rule + "/")) {
            lines += line + "\n";
        }
    }
    return lines;
}

std::vector<int> words_in_sentences(std::string_view text) {
    std::vector<int> counts;
    for (const lint::Sentence& sentence : lint::sentences_of(text)) {
        counts.push_back(sentence.words);
    }
    return counts;
}

std::string joined_words(std::string_view text) {
    std::string words;
    for (const lint::Word& word : lint::words_of(text)) {
        words += (words.empty() ? "" : " ") + word.text;
    }
    return words;
}

lesson::Messages messages_in(const std::string& language) {
    auto messages = lesson::Messages::read(source / "assets" / "messages");
    REQUIRE(messages.ok());
    if (language == "fr") {
        return std::move(messages).value();
    }
    const auto translations = lesson::Translations::read(source / "lessons" / "po" / (language + ".po"));
    REQUIRE(translations.ok());
    return messages.value().in(translations.value());
}

} // namespace

TEST_CASE("each rule finds exactly what is wrong in its bad example, at its line and column") {
    for (const lint::Rule& rule : lint::all_rules()) {
        const std::string id(rule.id);
        CAPTURE(id);
        const std::string found = lines_of(examined(examples / id / "bad").findings);
        CHECK(found.find(" " + id + " ") != std::string::npos);
        CHECK(found == expected_lines(id));
    }
}

TEST_CASE("no rule finds anything in the good examples") {
    for (const lint::Rule& rule : lint::all_rules()) {
        const fs::path folder = examples / rule.id / "good";
        REQUIRE(fs::exists(folder));
        CHECK(lines_of(examined(folder).findings) == "");
    }
}

TEST_CASE("every example belongs to a rule") {
    for (const auto& entry : fs::directory_iterator(examples)) {
        if (entry.is_directory()) {
            CHECK_MESSAGE(lint::find_rule(entry.path().filename().string()) != nullptr, entry.path().string());
        }
    }
}

TEST_CASE("what was silenced is still known, and by which rule") {
    const lint::Report report = examined(examples / "silence" / "good");
    CHECK(report.silenced.size() == 5);
    const auto are_all = [&](std::string_view rule, std::ptrdiff_t count) {
        return std::ranges::count(report.silenced, rule, &lint::Finding::rule) == count;
    };
    CHECK(are_all("long-word", 2));
    CHECK(are_all("rare-word", 2));
    CHECK(are_all("tu", 1));
}

TEST_CASE("every finding is told in words, in French and English, with nothing left to fill in") {
    for (const std::string language : {"fr", "en"}) {
        const lesson::Messages messages = messages_in(language);
        for (const lint::Rule& rule : lint::all_rules()) {
            for (const lint::Finding& finding : examined(examples / rule.id / "bad").findings) {
                const std::string line = messages.line(finding.fault);
                CAPTURE(line);
                CHECK(line.find(".what") == std::string::npos);
                for (const base::Argument& argument : finding.fault.arguments) {
                    CHECK(line.find("{" + argument.name + "}") == std::string::npos);
                }
                CHECK(line.find("{most}") == std::string::npos);
            }
        }
    }
}

TEST_CASE("every rule has its page of help in French and, in other words, in English") {
    const lesson::Messages french = messages_in("fr");
    const lesson::Messages english = messages_in("en");
    for (const lint::Rule& rule : lint::all_rules()) {
        for (const char* part : {".title", ".what", ".do", ".help"}) {
            const std::string id = "lint." + std::string(rule.id) + part;
            CHECK_MESSAGE(french.has(id), id);
            CHECK_MESSAGE(french.text(id) != english.text(id), id);
        }
    }
}

TEST_CASE("the rules stand in order of id, each once") {
    const auto rules = lint::all_rules();
    CHECK(std::ranges::is_sorted(rules, std::ranges::less_equal{}, &lint::Rule::id));
    CHECK(lint::find_rule("tu") != nullptr);
    CHECK(lint::find_rule("nothing") == nullptr);
}

TEST_CASE("texts in another language than French are left to the rules for all languages") {
    const TemporaryFolder folder;
    folder.write("garden/module.toml", "id = \"garden\"\ntitle = \"The garden\"\n");
    folder.write("garden/water.toml", "id = \"garden.water\"\ntitle = \"Water\"\ncan_do = \"I can water the plants.\"\n"
                                      "[[step]]\nname = \"one\"\nsay = \"What's this? Write the word that you see, and "
                                      "then look at it very closely once more.\"\n"
                                      "goal = { keyboard.text = { left = 0 } }\n"
                                      "[step.start.keyboard]\ntext = \"rose\"\nguide = \"keys\"\n");
    const lint::Report report = examined(folder.path);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings.front().rule == "long-sentence");
}

TEST_CASE("words of a sentence are counted as people count them") {
    CHECK(words_in_sentences("L’adresse d’Awa. Tout se suit, sans blanc.") == std::vector<int>{2, 5});
    CHECK(words_in_sentences("Appuyez sur [Retour arrière] {backspace}.") == std::vector<int>{3});
    CHECK(words_in_sentences("M. Petit vient à 10 h. Allez sur www.valbois.fr\u202f!") == std::vector<int>{6, 3});
    CHECK(words_in_sentences("%friend.first% vous a écrit…\nOuvrez.") == std::vector<int>{4, 1});
    CHECK(words_in_sentences("« Déjà\u202f? » Oui\u202f!") == std::vector<int>{1, 1});
    CHECK(words_in_sentences("").empty());
}

TEST_CASE("only the words that an author chose are looked at") {
    CHECK(joined_words("L’*eau* d’*Awa* [Maj] {shift} %a.b% www.valbois.fr x@y.fr « dit » *.pdf* 5 e-mails.") ==
          "L eau d e mails");
    CHECK(lint::only_chosen("Ah, *Ici* [a] l’e-mail") == "Ah            l’e-mail");
    CHECK(lint::words_of("Ici. Là\u00a0: là").at(1).begins_sentence);
    CHECK_FALSE(lint::words_of("Ici, là").at(1).begins_sentence);
}

TEST_CASE("a letter's place is told in characters, and where it cannot be told, its text's") {
    const std::string file = "a = 1\nsay = \"Été là\"\nlong = \"\\\"a\\\" b\"\n";
    CHECK(lint::place_in(file, {"f", 2, 7}, "Été là", std::string_view("Été ").size()) == base::Place{"f", 2, 12});
    CHECK(lint::place_in(file, {"f", 3, 8}, "\"a\" b", 4) == base::Place{"f", 3, 8});
    CHECK(lint::place_in(file, {"f", 9, 1}, "x", 0) == base::Place{"f", 9, 1});
}

TEST_CASE("silences are read from the remarks of all kinds of files") {
    const auto read = lint::silences_of("# lint: ok tu, jargon — pour rire\nsay = \"# lint: ok tu — non\"\n"
                                        "<!-- lint: ok contrast - un vieux site -->\n<p>\n"
                                        "p { } /* lint: ok-file unused-file -- plus tard */\n# lint: ok tu\n",
                                        "f");
    REQUIRE(read.size() == 5);
    CHECK(read[0].rule == "tu");
    CHECK(read[1].rule == "jargon");
    CHECK(read[1].reason == "pour rire");
    CHECK(read[1].line == 2);
    CHECK(read[2].rule == "contrast");
    CHECK(read[2].reason == "un vieux site");
    CHECK(read[2].line == 4);
    CHECK(read[3].for_whole_file);
    CHECK(read[3].place == base::Place{"f", 5, 7});
    CHECK(read[4].reason.empty());
}

TEST_CASE("contrast is WCAG's") {
    const lint::Colour white{255, 255, 255};
    CHECK(lint::contrast({0, 0, 0}, white) == doctest::Approx(21));
    CHECK(lint::contrast(white, white) == doctest::Approx(1));
    CHECK(lint::contrast({0x76, 0x76, 0x76}, white) == doctest::Approx(4.54).epsilon(0.01));
    CHECK(lint::contrast({255, 0, 0}, white) == doctest::Approx(4.0).epsilon(0.01));
}

TEST_CASE("colours are read as CSS writes them") {
    CHECK(lint::colour_of("#0af") == lint::Colour{0, 170, 255});
    CHECK(lint::colour_of("#00AaFf") == lint::Colour{0, 170, 255});
    CHECK(lint::colour_of("rgb(1, 2, 300)") == lint::Colour{1, 2, 255});
    CHECK(lint::colour_of("teal") == lint::Colour{0, 128, 128});
    CHECK_FALSE(lint::colour_of("transparent").has_value());
    CHECK_FALSE(lint::colour_of("#12").has_value());
}

TEST_CASE("the weightier selector wins, wherever it stands; states and at-rules say nothing") {
    const auto rules = lint::colour_rules("@media print { p { color: red } } #a .b > p { color: #111 } /* p { color: "
                                          "#333 } */ p:hover, p { background: url(x) #222 no-repeat; color: #444 }",
                                          "f");
    REQUIRE(rules.size() == 3);
    CHECK(rules[0].weight == 10101);
    CHECK(rules[0].selector.back().is_child);
    CHECK(rules[1].is_background);
    CHECK(rules[1].colour == lint::Colour{34, 34, 34});
    const auto page = lint::elements_of("<body><div id=a><div class='x b'><p>T</p></div></div><p>U</p></body>");
    const auto first = static_cast<std::size_t>(std::ranges::find(page, "p", &lint::Element::tag) - page.begin());
    CHECK(lint::fits(rules[0].selector, page, first));
    CHECK_FALSE(lint::fits(rules[0].selector, page, page.size() - 1));
    CHECK(lint::fits(rules[2].selector, page, page.size() - 1));
}
