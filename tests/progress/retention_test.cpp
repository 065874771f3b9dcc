// How long learners are kept.
#include "progress/bodies.h"
#include "progress/retention.h"

#include <doctest/doctest.h>

namespace {

constexpr std::int64_t day = 86'400'000;
constexpr std::int64_t january_31 = 1'769'856'000'000; // 2026-01-31 10:40 UTC

progress::Event setting(int months) {
    return {"",
            1,
            "",
            0,
            std::string(progress::kind::trainer_settings),
            progress::body_of(progress::TrainerSettings{months})};
}

} // namespace

TEST_CASE("twelve months hold until the trainer chooses, and the newest choice counts") {
    CHECK(progress::retention_of({}) == 12);
    CHECK(progress::retention_of({setting(3), setting(24)}) == 24);
    CHECK(progress::retention_of({setting(3), {"", 2, "", 0, std::string(progress::kind::trainer_settings), "{}"}}) ==
          3);
}

TEST_CASE("months are those of the calendar; a day that a month has not is its last") {
    CHECK(progress::kept_until(january_31, 12) == january_31 + 365 * day);
    CHECK(progress::kept_until(january_31, 1) == january_31 + 28 * day);
    CHECK(progress::kept_until(january_31, 2) == january_31 + 59 * day);
}

TEST_CASE("nobody is erased but a week after it was noted that the time is over") {
    using progress::Leaving;
    const std::int64_t until = progress::kept_until(january_31, 12);
    CHECK(progress::leaving_of(january_31, 0, 12, until - 1) == Leaving::stays);
    CHECK(progress::leaving_of(january_31, 0, 12, until) == Leaving::is_to_be_noted);
    CHECK(progress::leaving_of(january_31, until, 12, until + 7 * day - 1) == Leaving::waits);
    CHECK(progress::leaving_of(january_31, until, 12, until + 7 * day) == Leaving::is_to_be_erased);
    // Even where nobody opened the program for years, the note comes first.
    CHECK(progress::leaving_of(january_31, 0, 12, until + 900 * day) == Leaving::is_to_be_noted);
}

TEST_CASE("whoever comes back stays, and an old note does not count for a new absence") {
    using progress::Leaving;
    const std::int64_t noted = progress::kept_until(january_31, 12);
    const std::int64_t back = noted + 2 * day;
    CHECK(progress::leaving_of(back, noted, 12, back + 30 * day) == Leaving::stays);
    CHECK(progress::leaving_of(back, noted, 12, progress::kept_until(back, 12)) == Leaving::is_to_be_noted);
}
