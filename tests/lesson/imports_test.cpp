// What importers read, and what they leave out.
#include "base/file.h"
#include "lesson/imports/gift_parts.h"
#include "lesson/imports/imported.h"
#include "lesson/imports/typing_draft.h"
#include "lesson/value.h"

#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>

namespace {

namespace imports = lesson::imports;
using imports::Format;
using imports::Imported;
using imports::Source;

imports::Wanted wanted(std::vector<Source> beside = {}) {
    return {"own", [](const base::Message& message) { return message.id; }, std::move(beside)};
}

Imported imported(const std::string& name, const std::string& text, std::vector<Source> beside = {}) {
    const Source source{name, text};
    const auto format = imports::format_of(source);
    REQUIRE(format);
    auto result = imports::import(*format, source, wanted(std::move(beside)));
    REQUIRE(result.ok());
    return std::move(result).value();
}

std::string error_of(const std::string& name, const std::string& text) {
    const Source source{name, text};
    const auto format = imports::format_of(source);
    if (!format) {
        return "no format";
    }
    const auto result = imports::import(*format, source, wanted());
    return result ? "" : result.error().id;
}

/// The questions of all lessons, in order.
std::vector<lesson::Value> questions_of(const Imported& made) {
    std::vector<lesson::Value> all;
    for (const imports::WrittenFile& file : made.files) {
        const auto value = lesson::read_toml(file.content, file.path);
        REQUIRE(value.ok());
        for (const lesson::Value& step : lesson::items_of(lesson::table_of(value.value()), "step")) {
            const lesson::Value* start = lesson::find(lesson::table_of(step), "start");
            const lesson::Value* quiz = lesson::find(lesson::table_of(*start), "quiz");
            for (const lesson::Value& question : lesson::items_of(lesson::table_of(*quiz), "question")) {
                all.push_back(question);
            }
        }
    }
    return all;
}

std::string text_at(const lesson::Value& value, std::string_view key) {
    return lesson::text_or(lesson::table_of(value), key, "");
}

const lesson::Value& answer_at(const lesson::Value& question, std::size_t index) {
    return lesson::items_of(lesson::table_of(question), "answer").at(index);
}

std::string only_question_kind(const std::string& gift) {
    const std::vector<lesson::Value> questions = questions_of(imported("one.gift", gift));
    REQUIRE(questions.size() == 1);
    return text_at(questions.front(), "kind");
}

bool tells(const Imported& made, std::string_view id) {
    return std::ranges::any_of(made.left_out, [&](const base::Error& one) { return one.id == id; });
}

std::string every_kind() {
    auto text =
        base::read_file(std::filesystem::path(COUCOU_SOURCE_DIR) / "tests/lesson/imports/every-kind.gift", 100'000);
    REQUIRE(text.ok());
    return text.value();
}

} // namespace

TEST_CASE("a format is told by what stands in the file") {
    const auto format = [](const std::string& name, const std::string& text) {
        return imports::format_of({name, text});
    };
    CHECK(format("a", "<?xml version=\"1.0\"?><course></course>") == Format::ktouch_course);
    CHECK(format("a", "<?xml version=\"1.0\"?>\n<keyboardLayout>") == Format::ktouch_layout);
    CHECK_FALSE(format("a.xml", "<html></html>"));
    CHECK(format("a", "Lesson 01\n00000000000000\n00010010000000\n") == Format::klavaro_lessons);
    CHECK(format("a.txt", "Q {=a ~b}") == Format::gift);
    CHECK(format("a.txt", "Quoi ?\nA. un\nB. deux\nANSWER: B\n") == Format::aiken);
    CHECK(format("a.txt", "question;réponse;autres\nQuoi ?;un;deux\n") == Format::csv);
    CHECK(format("a.txt", "mot\nlait\n") == Format::csv);
    CHECK(format("a.txt", "lait\nsel\n") == Format::words);
    CHECK(format("a.txt", "Un texte à écrire.\n") == Format::paragraphs);
    CHECK_FALSE(format("a.txt", " \n"));
}

TEST_CASE("GIFT: every kind of question is brought over") {
    const Imported made = imported("every-kind.gift", every_kind());
    const std::vector<lesson::Value> questions = questions_of(made);
    std::vector<std::string> kinds;
    std::ranges::transform(questions, std::back_inserter(kinds),
                           [](const lesson::Value& one) { return text_at(one, "kind"); });
    CHECK(kinds == std::vector<std::string>{"one", "several", "true-false", "true-false", "text", "match", "one",
                                            "number", "number", "number", "number", "free", "card", "one"});
    CHECK(made.questions == 14);
    CHECK(made.left_out.size() == 3);
    CHECK(tells(made, "gift.part-of-points"));
}

TEST_CASE("GIFT: titles, categories, comments and general feedback go where they belong") {
    const std::vector<lesson::Value> questions = questions_of(imported("every-kind.gift", every_kind()));
    CHECK(text_at(questions[0], "ask") == "Quel fruit est rouge ?");
    CHECK(text_at(questions[0], "say") == "On la mange en été.");
    CHECK(text_at(answer_at(questions[0], 1), "say") == "Elle est jaune.");
    CHECK(text_at(questions[2], "ask") == "La Terre est *ronde*.");
    CHECK(text_at(questions[2], "if_false") == "Regardez un globe.");
    CHECK(text_at(questions[2], "if_true") == "En effet.");
    CHECK(text_at(questions[5], "ask") == "Reliez chaque pays à sa *capitale*.");
    CHECK(text_at(answer_at(questions[5], 3), "with") == "Berlin");
    CHECK(text_at(questions[6], "ask") == "La mer est _____ par beau temps.");
    CHECK(text_at(questions[13], "ask") == "Que vaut 2 \\\\+ 2 = ? Écrivez \\{ et \\}.");
    CHECK(text_at(answer_at(questions[13], 0), "text") == "4 = quatre");
    CHECK(text_at(answer_at(questions[13], 2), "text") == "5 # cinq");
    const Imported made = imported("every-kind.gift", every_kind());
    CHECK(made.files.at(1).content.find("title = \"Cuisine\"") != std::string::npos);
}

TEST_CASE("GIFT: numbers have a tolerance or a range") {
    const std::vector<lesson::Value> questions = questions_of(imported("every-kind.gift", every_kind()));
    const auto number = [&](std::size_t question, std::string_view key) {
        return lesson::number_or(lesson::table_of(answer_at(questions[question], 0)), key, 0);
    };
    CHECK(number(7, "value") == 7);
    CHECK(number(8, "value") == doctest::Approx(3.1415));
    CHECK(number(8, "tolerance") == doctest::Approx(0.0005));
    CHECK(number(9, "value") == 3);
    CHECK(number(9, "tolerance") == 2);
    CHECK(text_at(answer_at(questions[10], 1), "say") == "À deux ans près.");
    CHECK_FALSE(lesson::yes_or(lesson::table_of(answer_at(questions[10], 1)), "right", false));
}

TEST_CASE("GIFT: what stands in the braces tells the kind") {
    CHECK(only_question_kind("Q {T}") == "true-false");
    CHECK(only_question_kind("Q {FALSE#a#b}") == "true-false");
    CHECK(only_question_kind("Q {}") == "free");
    CHECK(only_question_kind("Q {\n=a\n\n~b\n}") == "one"); // an empty line in braces parts nothing
    CHECK(only_question_kind("Q {=a =b}") == "text");
    CHECK(only_question_kind("Q {~%100%a ~b}") == "several");
    CHECK(only_question_kind("Q {=a =b ~c}") == "several");
    CHECK(only_question_kind("Q {=a->b =c->d}") == "match");
    CHECK(only_question_kind("Q {#=2:1 =%0%9}") == "number");
    CHECK(only_question_kind("Q") == "card");
}

TEST_CASE("GIFT: what cannot be brought over is told, with its line, and the rest is") {
    const Imported made =
        imported("odd.gift", "Ouvert {=a ~b\n\n"
                             "fin }\n\nSeul {~a ~b}\n\nLettres {#abc}\n\nJumeaux {=a ~a}\n\n"
                             "[html]Image <img src=x> {=a ~b}\n\nNeuf {=1 ~2 ~3 ~4 ~5 ~6 ~7 ~8 ~9}\n\n"
                             "Jamais {=a ~b");
    const auto line_of = [&](std::string_view id) {
        const auto found = std::ranges::find(made.left_out, id, &base::Error::id);
        return found == made.left_out.end() ? 0 : found->place.line;
    };
    CHECK(made.questions == 2);
    CHECK(line_of("convert.no-right-answer") == 5);
    CHECK(line_of("gift.not-a-number") == 7);
    CHECK(line_of("convert.same-answers") == 9);
    CHECK(line_of("gift.no-pictures") == 11);
    CHECK(line_of("convert.many-answers") == 13);
    CHECK(line_of("gift.open-brace") == 15);
}

TEST_CASE("Aiken: answers and the key; a question without one is left out") {
    const Imported made = imported(
        "a.txt",
        "Quoi ?\r\nA. un\r\nB) deux\r\nANSWER: B\r\n\r\nQui ?\nA. moi\nB. vous\n\nOù ?\nA. ici\nB. là\nANSWER: A\n");
    const std::vector<lesson::Value> questions = questions_of(made);
    REQUIRE(questions.size() == 2);
    CHECK(lesson::yes_or(lesson::table_of(answer_at(questions[0], 1)), "right", false));
    CHECK(made.left_out.size() == 1);
    CHECK(made.left_out.front().id == "aiken.no-key");
    CHECK(made.left_out.front().place.line == 6);
}

TEST_CASE("tables: headings in French or English, cells in quotation marks, each kind of question") {
    const Imported made =
        imported("t.csv", "\xEF\xBB\xBFQuestion;Réponse;Autres;Retour;Type;Couleur\n"
                          "\"Un; deux\n?\";a|b;c;Oui.;;\n"
                          "Vrai ?;vrai;;;;\nMot ?;été;;;;\nNombre ?;3,5;;;number;\n"
                          "Paires ?;chat=miaule|chien=aboie;;;match;\nLisez.;;;;;\nAvis ?;;;;free;\n");
    const std::vector<lesson::Value> questions = questions_of(made);
    std::vector<std::string> kinds;
    std::ranges::transform(questions, std::back_inserter(kinds),
                           [](const lesson::Value& one) { return text_at(one, "kind"); });
    CHECK(kinds == std::vector<std::string>{"several", "true-false", "text", "number", "match", "card", "free"});
    CHECK(text_at(questions[0], "ask") == "Un; deux\n?");
    CHECK(made.left_out.size() == 1);
    CHECK(made.left_out.front().id == "csv.unknown-column");
    CHECK(imported("w.csv", "mot,genre\nlait,m\nsel,m\nsel,m\n").words == 2);
    CHECK(error_of("x.csv", "a;b\n1;2\n") == "csv.no-headings");
}

TEST_CASE("words are sorted by length; those that are there twice count once") {
    const Imported made = imported("mots.txt", "lait\nsel\nsel\nchocolat\nmaison\n" + std::string(101, 'x') + "\n");
    CHECK(made.words == 4);
    CHECK(made.lessons == 3);
    CHECK(tells(made, "convert.words-twice"));
    CHECK(tells(made, "convert.long-word"));
}

TEST_CASE("long lines are parted at blanks, and nothing of them is lost") {
    std::string line;
    for (int i = 0; i < 100; ++i) {
        line += (i == 0 ? "" : " ") + std::string("mot") + std::to_string(i);
    }
    std::string again;
    for (const std::string& piece : imports::pieces_of(line)) {
        CHECK(piece.size() <= 120);
        again += (again.empty() ? "" : " ") + piece;
    }
    CHECK(again == line);
    CHECK(imports::typed_line("  a\t b \x01 ") == "a b");
}

TEST_CASE("Klavaro: the keys that a lesson practises are what the layout writes there") {
    const Source layout{"fr.kbd", " &é\"'(-è_çà)= \nazertyuiop^$  \nqsdfghjklmù*  \n<wxcvbn,;:!   \n 1234567890°+ \n"
                                  "AZERTYUIOP¨£  \nQSDFGHJKLM%µ  \n>WXCVBN?./§   \n"};
    const Imported made = imported("basic.txt",
                                   "Lesson 01\n00000000000000\n00000000000000\n00010010000000\n00000000000000\n\n"
                                   "00000000000000\n00000000000000\n00000000000000\n00000000000000\n\n"
                                   "Lesson 02\n00000000000001\n",
                                   {layout});
    CHECK(made.lessons == 1);
    CHECK(made.files.at(1).content.find("fff fjf jffj jjj jfj fjjf") != std::string::npos);
    CHECK(tells(made, "klavaro.no-keys"));
    CHECK(error_of("basic.txt", "Lesson 01\n00000000000000\n") == "klavaro.no-layout");
    CHECK(imported("fr.kbd", layout.text).keys == 47);
}

TEST_CASE("KTouch: what cannot be typed, is not taught or is never practised is told") {
    const std::string layout = "<keyboardLayout><name>xx</name><title>X</title><keys><key left='180' top='200'>"
                               "<char position='hidden'>f</char></key><key left='780' top='200'>"
                               "<char position='hidden'>j</char></key></keys></keyboardLayout>";
    const Imported made =
        imported("c.xml",
                 "<course><title>C*</title><keyboardLayout>xx</keyboardLayout><lessons>"
                 "<lesson><title>un</title><newCharacters>fj</newCharacters><text>ff  jj\nfjé </text></lesson>"
                 "<lesson><title>deux</title><newCharacters>k</newCharacters><text>ff</text></lesson>"
                 "<lesson><title>vide</title><text> </text></lesson></lessons></course>",
                 {{"xx.xml", layout}});
    std::vector<std::string> ids;
    std::ranges::transform(made.left_out, std::back_inserter(ids), &base::Error::id);
    CHECK(ids == std::vector<std::string>{"ktouch.blanks", "ktouch.not-taught", "ktouch.not-on-layout",
                                          "ktouch.not-practised", "ktouch.empty-lesson"});
    CHECK(made.lessons == 2);
    CHECK(error_of("c.xml", "<course><lessons>") == "convert.not-xml");
    CHECK(error_of("c.xml", "<course></course>") == "convert.nothing");
}

TEST_CASE("what is not UTF-8 is refused") {
    CHECK(error_of("a.txt", "caf\xE9 noir\n") == "file.not-utf8");
}
