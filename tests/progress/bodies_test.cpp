// Events' bodies: what is written is read back, and what is malformed is left out, never guessed.
#include "progress/bodies.h"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

using namespace progress;

TEST_CASE("every body is read back as it was written") {
    const LearnerJoined joined{"Zoé \"l’aînée\"\n", "oiseau", "fr"};
    CHECK(read_learner_joined(body_of(joined)) == joined);

    SettingsChange change;
    change.text_size = 2;
    CHECK(read_settings_change(body_of(change)) == change);
    change = SettingsChange{1, true, false, true, "fr-azerty", "en"};
    CHECK(read_settings_change(body_of(change)) == change);
    CHECK(body_of(SettingsChange{}) == "{}");

    const LessonStarted started{"mouse.click", std::numeric_limits<std::uint64_t>::max(), "en", true, 3, "bar",
                                "review"};
    CHECK(read_lesson_started(body_of(started)) == started);

    const StepDone done{"mouse.click", "first", "hints", 2, 3, 65000, {{"double_click.interval", 512.25}, {"wpm", 8}}};
    CHECK(read_step_done(body_of(done)) == done);

    const LessonDone finished{"mouse.click", "shown"};
    CHECK(read_lesson_done(body_of(finished)) == finished);
    const LessonLeft left{"mouse.click", "second"};
    CHECK(read_lesson_left(body_of(left)) == left);
    const HelpUsed used{"mouse.click", "second", 2};
    CHECK(read_help_used(body_of(used)) == used);
    const LevelReached reached{"mouse", 3};
    CHECK(read_level_reached(body_of(reached)) == reached);
    const PlacementDone placed{{{"keyboard", 1}, {"mouse", 2}}, {"mouse.click", "mouse.move"}};
    CHECK(read_placement_done(body_of(placed)) == placed);
    CHECK(read_placement_done(body_of(PlacementDone{})) == PlacementDone{});
}

TEST_CASE("malformed levels and placements are not read") {
    for (const char* bad : {"{}", R"({"skill":"mouse"})", R"({"skill":"mouse","level":0})", R"({"skill":"","level":1})",
                            R"({"skill":"mouse","level":5})", R"({"skill":7,"level":1})"}) {
        CAPTURE(bad);
        CHECK_FALSE(read_level_reached(bad).has_value());
    }
    for (const char* bad : {"{}", R"({"starts":{}})", R"({"known":[]})", R"({"starts":{"mouse":0},"known":[]})",
                            R"({"starts":{"mouse":"one"},"known":[]})", R"({"starts":[],"known":[]})",
                            R"({"starts":{"mouse":1},"known":[1]})", R"({"starts":{"mouse":1},"known":{}})"}) {
        CAPTURE(bad);
        CHECK_FALSE(read_placement_done(bad).has_value());
    }
}

TEST_CASE("the body of a step looks as it is documented") {
    const StepDone done{"mouse.click", "first", "alone", 0, 1, 2500, {{"double_click.drift", 3.5}}};
    CHECK(body_of(done) == R"({"help":0,"lesson":"mouse.click","measures":{"double_click.drift":3.5},)"
                           R"("of":5,"outcome":"alone","slips":1,"step":"first","time":2500})");
}

TEST_CASE("of the three rungs of before, the third was the demonstration, which is the fourth of five") {
    const auto rung = [](const std::string& body) { return read_help_used(body).value().rung; };
    CHECK(rung(R"({"lesson":"l","rung":2,"step":"s"})") == 2);
    CHECK(rung(R"({"lesson":"l","rung":3,"step":"s"})") == 4);
    CHECK(rung(R"({"lesson":"l","of":5,"rung":3,"step":"s"})") == 3);
    const auto help = [](const std::string& more) {
        return read_step_done(R"({"lesson":"l","step":"s","outcome":"shown","slips":0,"time":5,"help":3)" + more + "}")
            .value()
            .help;
    };
    CHECK(help("") == 4);
    CHECK(help(R"(,"of":5)") == 3);
}

TEST_CASE("what JSON cannot say is made sayable") {
    CHECK(read_learner_joined(body_of(LearnerJoined{"a\xff", "", ""}))->name == "a\xEF\xBF\xBD");
    StepDone done{"l", "s", "alone", -1, -2, -3, {{"nan", std::nan("")}, {"far", INFINITY}, {"good", 1}}};
    const auto read = read_step_done(body_of(done));
    REQUIRE(read.has_value());
    CHECK(read->help == 0);
    CHECK(read->slips == 0);
    CHECK(read->time == 0);
    CHECK(read->measures == std::map<std::string, double>{{"good", 1}});
}

TEST_CASE("malformed bodies of steps are not read") {
    const std::string good = R"({"lesson":"l","step":"s","outcome":"alone","help":0,"slips":0,"time":5,"measures":{}})";
    CHECK(read_step_done(good).has_value());
    CHECK(read_step_done(R"({"lesson":"l","step":"s","outcome":"alone","help":0,"slips":0,"time":5,"new key":[1]})"));
    for (const char* bad : {
             "",
             "null",
             "[]",
             "\"lesson\"",
             "{",
             "{}",
             R"({"lesson":"l"})",
             R"({"lesson":1,"step":"s","outcome":"alone","help":0,"slips":0,"time":5})",
             R"({"lesson":"","step":"s","outcome":"alone","help":0,"slips":0,"time":5})",
             R"({"lesson":"l","outcome":"alone","help":0,"slips":0,"time":5})",
             R"({"lesson":"l","step":"s","outcome":"alone","help":-1,"slips":0,"time":5})",
             R"({"lesson":"l","step":"s","outcome":"alone","help":0.5,"slips":0,"time":5})",
             R"({"lesson":"l","step":"s","outcome":"alone","help":99999999999,"slips":0,"time":5})",
             R"({"lesson":"l","step":"s","outcome":"alone","help":0,"slips":0,"time":1e300})",
             R"({"lesson":"l","step":"s","outcome":"alone","help":0,"slips":0,"time":99999999999999999999999})",
             R"({"lesson":"l","step":"s","outcome":"alone","help":0,"slips":"many","time":5})",
             R"({"lesson":"l","step":"s","outcome":"alone","help":0,"slips":0,"time":5,"measures":[1]})",
             R"({"lesson":"l","step":"s","outcome":"alone","help":0,"slips":0,"time":5,"measures":{"a":"b"}})",
             R"({"lesson":"l","step":"s","outcome":"alone","help":0,"slips":0,"time":5,"measures":{"a":1e999}})",
         }) {
        CAPTURE(bad);
        CHECK_FALSE(read_step_done(bad).has_value());
    }
    CHECK_FALSE(read_step_done(std::string(100000, '[')).has_value());
}

TEST_CASE("settings out of range are not read") {
    for (const char* bad :
         {R"({"text_size":3})", R"({"text_size":-1})", R"({"text_size":"large"})", R"({"contrast":"low"})",
          R"({"contrast":true})", R"({"reduced_motion":1})", R"({"layout":5})", R"({"language":null})"}) {
        CAPTURE(bad);
        CHECK_FALSE(read_settings_change(bad).has_value());
    }
}

TEST_CASE("malformed bodies are counted, and those of unknown kinds are not") {
    const auto event = [](std::string_view kind, const std::string& body) {
        return Event{"", 1, "", 0, std::string(kind), body};
    };
    std::vector<Event> events;
    for (const std::string_view kind : {kind::learner_joined, kind::learner_settings, kind::lesson_started,
                                        kind::step_done, kind::lesson_done, kind::lesson_left, kind::help_used}) {
        events.push_back(event(kind, "broken"));
    }
    events.push_back(event(kind::learner_erased, "{}"));
    events.push_back(event("from.the-future", "{}"));
    events.push_back(event(kind::help_used, body_of(HelpUsed{"l", "s", 1})));
    CHECK(count_unreadable(events) == 7);
}
