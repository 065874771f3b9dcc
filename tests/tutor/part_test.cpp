// Which part of a lesson is played where there is no time for all of it.
#include "lesson/catalogue.h"
#include "tutor/part.h"
#include "world/computer.h"

#include <doctest/doctest.h>

namespace {

using namespace tutor;

lesson::Lesson make_lesson(int minutes, std::size_t steps, bool begins_anywhere) {
    lesson::Lesson made;
    made.minutes = minutes;
    made.steps.resize(steps);
    for (lesson::Step& step : made.steps) {
        if (begins_anywhere) {
            step.start.emplace_back();
        }
    }
    return made;
}

} // namespace

TEST_CASE("a part is as much as fits: the end of a lesson that begins anywhere, the beginning of another") {
    CHECK(part_of(make_lesson(5, 6, true), 120) == Part{2, 4});
    CHECK(part_of(make_lesson(6, 4, false), 120) == Part{0, 2});
    CHECK(part_of(make_lesson(2, 4, true), 120) == Part{0, 4});
}

TEST_CASE("a part is one step at least, and never more than there are") {
    CHECK(part_of(make_lesson(10, 3, false), 0) == Part{0, 1});
    CHECK(part_of(make_lesson(10, 3, true), -5) == Part{2, 1});
    CHECK(part_of(make_lesson(0, 3, true), 100'000) == Part{0, 3});
    CHECK(part_of(make_lesson(5, 0, true), 120) == Part{0, 1});
}

TEST_CASE("a lesson with a start of its own, or a step without one, begins at its beginning") {
    lesson::Lesson lesson = make_lesson(5, 6, true);
    CHECK(begins_anywhere(lesson));
    lesson.start.emplace_back();
    CHECK_FALSE(begins_anywhere(lesson));
    lesson.start.clear();
    lesson.steps[3].start.clear();
    CHECK_FALSE(begins_anywhere(lesson));
}

TEST_CASE("every shipped lesson has a part for a review of two minutes") {
    const lesson::Catalogue catalogue =
        lesson::read_catalogue(COUCOU_SOURCE_DIR "/lessons", world::vocabulary(), COUCOU_SOURCE_DIR "/lessons/variety");
    REQUIRE(catalogue.lessons.size() > 50);
    for (const lesson::Lesson& lesson : catalogue.lessons) {
        CAPTURE(lesson.id);
        const Part part = part_of(lesson, 120);
        CHECK(part.count >= 1);
        CHECK(part.end() <= lesson.steps.size());
        CHECK(part.count <= 8);
        // By the author's minutes, halved; a single step may be longer.
        CHECK((part.count == 1 ||
               part.count * static_cast<std::size_t>(lesson.minutes) * 30 <= 120 * lesson.steps.size()));
    }
}
