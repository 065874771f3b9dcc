// Measures over time.
#include "progress/bodies.h"
#include "progress/trend.h"

#include <doctest/doctest.h>

namespace {

constexpr std::int64_t day = 86'400'000;

progress::Event step(std::int64_t at, const std::string& lesson, std::string_view outcome, double speed = -1) {
    progress::StepDone done;
    done.lesson = lesson;
    done.step = "a";
    done.outcome = outcome;
    if (speed >= 0) {
        done.measures["words_per_minute"] = speed;
    }
    return {"", 1, "", at, std::string(progress::kind::step_done), progress::body_of(done)};
}

progress::Event done(std::int64_t at, const std::string& lesson) {
    return {"", 1, "", at, std::string(progress::kind::lesson_done), progress::body_of(progress::LessonDone{lesson})};
}

progress::Event started(std::int64_t at, const std::string& lesson) {
    progress::LessonStarted body;
    body.lesson = lesson;
    return {"", 1, "", at, std::string(progress::kind::lesson_started), progress::body_of(body)};
}

using progress::outcome::alone;
using progress::outcome::hints;
using progress::outcome::shown;

} // namespace

TEST_CASE("a day has the median of its steps, and what was shown is not measured") {
    const auto days = progress::days_of({step(day, "k.a", alone, 8), step(day + 1, "k.a", alone, 10),
                                         step(day + 2, "k.a", hints, 30), step(day + 3, "k.a", shown, 90),
                                         step(2 * day, "k.a", alone), step(3 * day, "k.a", alone, 12)},
                                        progress::measure::words_per_minute);
    REQUIRE(days.size() == 2);
    CHECK(days[0] == progress::DayValue{day + 2, 10});
    CHECK(days[1] == progress::DayValue{3 * day, 12});
}

TEST_CASE("a change needs two days; with six, single days at the ends do not count for much") {
    CHECK_FALSE(progress::change_of({}).has_value());
    CHECK_FALSE(progress::change_of({{0, 8}}).has_value());
    const auto two = progress::change_of({{0, 8}, {21 * day, 14}});
    REQUIRE(two.has_value());
    CHECK(two->from == 8);
    CHECK(two->to == 14);
    CHECK(two->over == 21 * day);
    CHECK_FALSE(two->is_steady);
    const auto many =
        progress::change_of({{0, 8}, {day, 9}, {2 * day, 30}, {3 * day, 12}, {4 * day, 2}, {5 * day, 14}});
    CHECK(many->from == 9);
    CHECK(many->to == 12);
    CHECK(progress::change_of({{0, 100}, {day, 104}})->is_steady);
    CHECK(progress::change_of({{0, 0}, {day, 0}})->is_steady);
}

TEST_CASE("help is counted in the last attempt at each lesson, the one played last being last") {
    const auto lessons =
        progress::help_per_lesson({started(0, "m.a"), step(1, "m.a", shown), step(2, "m.a", shown), done(3, "m.a"),
                                   started(4, "m.b"), step(5, "m.b", hints), started(6, "m.a"), step(7, "m.a", alone)});
    REQUIRE(lessons.size() == 2);
    CHECK(lessons[0] == progress::LessonHelp{"m.b", 5, 0, 1, 0});
    CHECK(lessons[1] == progress::LessonHelp{"m.a", 7, 1, 0, 0});
}

TEST_CASE("the share of steps done alone is told by day") {
    const auto days = progress::alone_per_day(
        {step(0, "m.a", alone), step(1, "m.a", hints), step(2, "m.a", shown), step(day, "m.a", alone)});
    REQUIRE(days.size() == 2);
    CHECK(days[0].value == 33);
    CHECK(days[1].value == 100);
}
