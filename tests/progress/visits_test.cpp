// Visits: events that lie near each other in time.
#include "progress/visits.h"

#include <doctest/doctest.h>

namespace {

constexpr std::int64_t minute = 60'000;

progress::Event event(std::string_view kind, std::int64_t at) {
    return {"", 0, "", at, std::string(kind), "{}"};
}

} // namespace

TEST_CASE("half an hour without an event ends a visit") {
    using namespace progress::kind;
    const auto found = progress::visits({event(lesson_started, 0), event(step_done, 10 * minute),
                                         event(lesson_done, 40 * minute), event(lesson_started, 71 * minute)});
    REQUIRE(found.size() == 2);
    CHECK(found[0] == progress::Visit{0, 40 * minute});
    CHECK(found[1] == progress::Visit{71 * minute, 71 * minute});
    CHECK(progress::time_spent(found) == 40 * minute);
}

TEST_CASE("being put on a list is no visit, and a clock that was put back makes no time negative") {
    using namespace progress::kind;
    CHECK(progress::visits({event(learner_joined, 0), event(learner_group, 0), event(learner_leaving, 9)}).empty());
    const auto found = progress::visits(
        {event(step_done, 100 * minute), event(step_done, 20 * minute), event(step_done, 25 * minute)});
    CHECK(found.size() == 2);
    CHECK(progress::time_spent(found) == 5 * minute);
}
