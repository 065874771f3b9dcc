// When lessons come back: after 1, 3, 7, 21 and 60 days; again from one after help.
#include "progress/bodies.h"
#include "progress/path.h"
#include "progress/review.h"

#include <doctest/doctest.h>

namespace {

using namespace progress;

constexpr std::int64_t day_length = 86'400'000; // ms
constexpr std::int64_t first_day = 20'000;

std::int64_t on_day(std::int64_t day) {
    return (first_day + day) * day_length;
}

class Log {
public:
    Log& play(std::int64_t day, const std::string& lesson, const std::string& help = "alone",
              const std::string& purpose = "", bool to_the_end = true) {
        at_ = std::max(at_, on_day(day));
        add(kind::lesson_started, body_of(LessonStarted{lesson, static_cast<std::uint64_t>(day), "fr", false, 1,
                                                        day % 2 == 0 ? "bar" : "overview", purpose}));
        for (int i = 0; i < 2; ++i) {
            add(kind::step_done,
                body_of(StepDone{lesson, "s" + std::to_string(i), help, help == "alone" ? 0 : 4, 0, 9, {}}));
        }
        return to_the_end ? add(kind::lesson_done, body_of(LessonDone{lesson, help})) : *this;
    }
    Log& add(std::string_view kind, const std::string& body) {
        events.push_back({"a", static_cast<std::int64_t>(events.size()) + 1, "l", at_++, std::string(kind), body});
        return *this;
    }
    std::vector<Event> events;

private:
    std::int64_t at_ = 0;
};

lesson::Catalogue make_catalogue() {
    lesson::Catalogue catalogue;
    catalogue.modules.resize(1);
    for (const std::string id : {"mail.read", "mail.write"}) {
        catalogue.lessons.emplace_back().id = id;
        catalogue.modules[0].lessons.push_back(id);
    }
    return catalogue;
}

/// The day on which the lesson comes back first, after the last event.
std::int64_t next_day(const Log& log, std::int64_t from) {
    for (std::int64_t day = from; day < from + 100; ++day) {
        if (review_due(make_catalogue(), log.events, on_day(day))) {
            return day;
        }
    }
    return -1;
}

} // namespace

TEST_CASE("a lesson that was done comes back the next day, not the same day") {
    Log log;
    CHECK_FALSE(review_due(make_catalogue(), log.events, on_day(0)).has_value());
    log.play(0, "mail.read");
    CHECK(next_day(log, 0) == 1);
    const auto due = review_due(make_catalogue(), log.events, on_day(1));
    REQUIRE(due.has_value());
    CHECK(*due == ReviewState{"mail.read", 0, first_day, 0, "bar"});
}

TEST_CASE("each review alone makes the pause longer: 1, 3, 7, 21, 60 days and 60 again") {
    Log log;
    log.play(0, "mail.read");
    std::int64_t day = 0;
    for (const int pause : {1, 3, 7, 21, 60, 60}) {
        CHECK(next_day(log, day) == day + pause);
        day += pause;
        log.play(day, "mail.read", "alone", "review", false);
    }
}

TEST_CASE("help makes the pause short again") {
    Log log;
    log.play(0, "mail.read").play(1, "mail.read", "alone", "review", false);
    log.play(4, "mail.read", "alone", "review", false).play(11, "mail.read", "shown", "review", false);
    CHECK(next_day(log, 11) == 12);
}

TEST_CASE("practice before the time does not make the pause longer") {
    Log log;
    log.play(0, "mail.read").play(0, "mail.read").play(0, "mail.read");
    CHECK(next_day(log, 0) == 1);
}

TEST_CASE("only what was done to its end comes back, and what placement or review played of a lesson is not that") {
    Log log;
    log.play(0, "mail.read", "alone", "", false).play(0, "mail.write", "alone", "placement", false);
    CHECK(next_day(log, 0) == -1);
}

TEST_CASE("one review a day; of two the one that waits longer in proportion") {
    Log log;
    log.play(0, "mail.read").play(1, "mail.read", "alone", "review", false).play(3, "mail.write");
    const auto due = review_due(make_catalogue(), log.events, on_day(5));
    REQUIRE(due.has_value());
    CHECK(due->lesson == "mail.write"); // 2 days of 1, against 4 of 3
    log.play(5, "mail.write", "alone", "review", false);
    CHECK_FALSE(review_due(make_catalogue(), log.events, on_day(5)).has_value());
    CHECK(review_due(make_catalogue(), log.events, on_day(6))->lesson == "mail.read");
}

TEST_CASE("lessons that are no longer there, and damaged events, are left out") {
    Log log;
    log.play(0, "mail.gone").add(kind::lesson_done, "{").add(kind::step_done, R"({"lesson":1})");
    CHECK(next_day(log, 0) == -1);
    CHECK(reviews(log.events).size() == 1);
}

TEST_CASE("a review leaves the path as it was: a lesson that is done stays done, and is not under way") {
    Log log;
    log.play(0, "mail.read");
    const auto before = path(log.events);
    log.play(1, "mail.read", "hints", "review", false).add(kind::lesson_left, body_of(LessonLeft{"mail.read", "s1"}));
    CHECK(path(log.events) == before);
    log.play(2, "mail.read");
    CHECK(path(log.events).front().times_done == 2);
}

TEST_CASE("what placement found is known: the path goes on behind it, and it is not under way") {
    Log log;
    log.play(0, "mail.read", "alone", "placement", false);
    CHECK(path(log.events).empty());
    CHECK(recommended(make_catalogue(), path(log.events)) == "mail.read");
    log.add(kind::placement_done, body_of(PlacementDone{{{"mail", 2}}, {"mail.read"}}));
    const auto placed = path(log.events);
    REQUIRE(placed.size() == 1);
    CHECK(placed.front().is_known);
    CHECK_FALSE(placed.front().under_way);
    CHECK(placed.front().times_done == 0);
    CHECK(recommended(make_catalogue(), placed) == "mail.write");
}
