// Tables and statements of what was done.
#include "progress/bodies.h"
#include "progress/report.h"
#include "progress/uuid.h"

#include <set>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace {

using namespace progress;
using nlohmann::json;

constexpr std::int64_t morning = 1'796'115'600'000; // 2026-12-01 09:00 UTC
const std::string origin(32, 'a');

Event event(std::int64_t sequence, std::string_view kind, const std::string& body) {
    return {origin, sequence, "", morning + sequence * 1000, std::string(kind), body};
}

/// A lesson begun, left after its first step, gone on with, and done with help.
std::vector<Event> a_lesson() {
    return {event(1, kind::lesson_started, body_of(LessonStarted{"mail.reply", 7, "fr", false, 2, "bar", ""})),
            event(2, kind::step_done, body_of(StepDone{"mail.reply", "open", "alone", 0, 1, 12'340, {{"words", 2.5}}})),
            event(3, kind::lesson_left, body_of(LessonLeft{"mail.reply", "answer"})),
            event(4, kind::lesson_started, body_of(LessonStarted{"mail.reply", 8, "fr", false, 2, "bar", ""})),
            event(5, kind::step_done, body_of(StepDone{"mail.reply", "answer", "hints", 2, 0, 60'000, {}})),
            event(6, kind::lesson_done, body_of(LessonDone{"mail.reply", "hints"}))};
}

const lesson::Catalogue& catalogue() {
    static const lesson::Catalogue made = [] {
        lesson::Catalogue catalogue;
        lesson::Lesson lesson;
        lesson.id = "mail.reply";
        lesson.title = "Répondre, puis \"envoyer\"";
        lesson.can_do = "Je sais répondre.";
        lesson.skills = {"DigComp 2.1", "Pix 2.1"};
        catalogue.lessons = {lesson};
        return catalogue;
    }();
    return made;
}

ReportWords words(bool names) {
    static const lesson::Messages messages = [] {
        auto read = lesson::Messages::read(COUCOU_SOURCE_DIR "/assets/messages");
        REQUIRE(read.ok());
        return std::move(read).value();
    }();
    return {catalogue(), messages, "fr", names};
}

const ReportedLearner ines{std::string(32, 'b'), "=Inès", "Mardi"};

std::vector<json> statements(bool names = false) {
    const std::string lines = xapi_lines(ines, a_lesson(), words(names));
    std::vector<json> read;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = lines.find('\n', at);
        read.push_back(json::parse(lines.substr(at, end - at)));
        at = end + 1;
    }
    return read;
}

} // namespace

TEST_CASE("SHA-1 gives the digests of its standard") {
    const auto hex = [](const std::string& text) {
        std::string digits;
        for (const std::uint8_t byte : sha1(text)) {
            constexpr std::string_view all = "0123456789abcdef";
            digits += {all[byte >> 4U], all[byte & 15U]};
        }
        return digits;
    };
    CHECK(hex("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(hex("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    CHECK(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    CHECK(hex(std::string(1'000'000, 'a')) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

TEST_CASE("a name's UUID is that of version 5 in our own namespace") {
    // uuid5(uuid5(NAMESPACE_URL, "urn:coucou"), "statement/x/1") of Python's module uuid.
    CHECK(name_uuid("statement/x/1") == "ec8cc2a1-e25c-50f9-a8a2-3941c23f89f4");
}

TEST_CASE("a table has a line for each step and lesson done, without names unless they are asked for") {
    const std::string lines = csv_lines(ines, a_lesson(), words(false));
    CHECK(lines ==
          ines.id +
              ",Mardi,2026-12-01T09:00:02.000Z,étape,mail.reply,\"Répondre, puis \"\"envoyer\"\"\",open,sans "
              "aide,0,1,12.3,words=2.5," +
              origin + "/2\r\n" + ines.id +
              ",Mardi,2026-12-01T09:00:05.000Z,étape,mail.reply,\"Répondre, puis \"\"envoyer\"\"\",answer,avec "
              "des indices,2,0,60.0,," +
              origin + "/5\r\n" + ines.id +
              ",Mardi,2026-12-01T09:00:06.000Z,leçon,mail.reply,\"Répondre, puis \"\"envoyer\"\"\",,avec des "
              "indices,,,,," +
              origin + "/6\r\n");
    const std::string head = csv_head(words(false));
    CHECK(head.starts_with("\xEF\xBB\xBF"));
    CHECK(std::count(head.begin(), head.end(), ',') == 12);
    CHECK(head.find(words(false).messages.text("report.column.name")) == std::string::npos);
}

TEST_CASE("with names, a name that looks like a formula is no formula") {
    const std::string lines = csv_lines(ines, a_lesson(), words(true));
    CHECK(lines.starts_with(ines.id + ",'=Inès,Mardi,"));
    const std::string head = csv_head(words(true));
    CHECK(std::count(head.begin(), head.end(), ',') == 13);
}

TEST_CASE("cells are quoted where they have to be, and formulas are guarded") {
    CHECK(csv_cell("plain") == "plain");
    CHECK(csv_cell("") == "");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("a\"b") == "\"a\"\"b\"");
    CHECK(csv_cell("a\nb") == "\"a\nb\"");
    for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"}) {
        CHECK(csv_cell(formula).find('\'') != std::string::npos);
    }
    CHECK(csv_cell("=HYPERLINK(\"x\",1)") == "\"'=HYPERLINK(\"\"x\"\",1)\"");
}

TEST_CASE("moments and durations are written as ISO 8601 has them") {
    CHECK(iso_time(morning) == "2026-12-01T09:00:00.000Z");
    CHECK(iso_time(0) == "1970-01-01T00:00:00.000Z");
    CHECK(iso_time(951'782'400'007) == "2000-02-29T00:00:00.007Z");
    CHECK(iso_time(-5) == "1970-01-01T00:00:00.000Z");
    CHECK(iso_time(INT64_MAX) == "9999-12-31T23:59:59.999Z");
    CHECK(iso_duration(83'500) == "PT83.50S");
    CHECK(iso_duration(9) == "PT0.00S");
    CHECK(iso_duration(-9) == "PT0.00S");
}

TEST_CASE("statements say what happened, in ADL's verbs") {
    std::vector<std::string> verbs;
    for (const json& statement : statements()) {
        verbs.push_back(statement["verb"]["display"]["en"]);
        CHECK(statement["verb"]["id"] == "http://adlnet.gov/expapi/verbs/" + verbs.back());
    }
    CHECK(verbs ==
          std::vector<std::string>{"initialized", "completed", "suspended", "resumed", "completed", "completed"});
}

TEST_CASE("a step's statement has its help, its time and its lesson; a lesson's the mean of its steps") {
    const auto all = statements();
    const json& step = all[4];
    CHECK(step["object"]["id"] == "urn:coucou:lesson:mail.reply:step:answer");
    CHECK(step["result"]["score"]["scaled"] == 0.6);
    CHECK(step["result"]["success"] == false);
    CHECK(step["result"]["completion"] == true);
    CHECK(step["result"]["duration"] == "PT60.00S");
    CHECK(step["result"]["extensions"]["urn:coucou:help"] == 2);
    CHECK(step["context"]["contextActivities"]["parent"][0]["id"] == "urn:coucou:lesson:mail.reply");
    CHECK(all[1]["result"]["extensions"]["urn:coucou:measure:words"] == 2.5);
    const json& lesson = all[5];
    CHECK(lesson["object"]["id"] == "urn:coucou:lesson:mail.reply");
    CHECK(lesson["result"]["score"]["scaled"] == 0.8);
    CHECK(lesson["result"]["duration"] == "PT72.34S");
    CHECK(lesson["timestamp"] == "2026-12-01T09:00:06.000Z");
    CHECK(lesson["context"]["contextActivities"]["category"][0]["id"] == "urn:coucou:competence:DigComp:2.1");
}

TEST_CASE("an attempt keeps its registration until it is done; a new one gets another") {
    std::set<std::string> registrations;
    for (const json& statement : statements()) {
        registrations.insert(statement["context"]["registration"].get<std::string>());
    }
    CHECK(registrations.size() == 1);
    std::vector<Event> twice = a_lesson();
    twice.push_back(event(7, kind::lesson_started, body_of(LessonStarted{"mail.reply", 9, "fr", false, 2, "", ""})));
    const std::string lines = xapi_lines(ines, twice, words(false));
    const json last = json::parse(lines.substr(lines.rfind('\n', lines.size() - 2) + 1));
    CHECK(last["verb"]["display"]["en"] == "initialized");
    CHECK_FALSE(registrations.contains(last["context"]["registration"].get<std::string>()));
}

TEST_CASE("an event's statement has the same id each time, and no other event's") {
    std::set<std::string> ids;
    for (const json& statement : statements()) {
        ids.insert(statement["id"].get<std::string>());
        CHECK(statement["id"].get<std::string>()[14] == '5');
    }
    CHECK(ids.size() == 6);
    CHECK(statements() == statements());
}

TEST_CASE("who did it is a random id, and a name only where names are asked for") {
    for (const json& statement : statements()) {
        CHECK(statement["actor"]["account"]["name"] == ines.id);
        CHECK(statement.dump().find("Inès") == std::string::npos);
    }
    CHECK(statements(true)[0]["actor"]["name"] == "=Inès");
}

TEST_CASE("odd ids and bytes of a foreign event make no broken statement") {
    const std::vector<Event> odd{event(
        1, kind::step_done, R"({"lesson":"a b/<é>","step":"x y","outcome":"alone","help":0,"slips":0,"time":1})")};
    const std::string lines = xapi_lines({std::string("\xFF"), "", ""}, odd, words(false));
    const json statement = json::parse(lines);
    CHECK(statement["object"]["id"] == "urn:coucou:lesson:a%20b%2F%3C%C3%A9%3E:step:x%20y");
}
