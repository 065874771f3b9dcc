// What a learner can do, since when, and what frameworks call it.
#include "progress/bodies.h"
#include "progress/record.h"

#include <doctest/doctest.h>

namespace {

using namespace progress;

lesson::Lesson make_lesson(const std::string& id, std::vector<std::string> skills) {
    lesson::Lesson made;
    made.id = id;
    made.skills = std::move(skills);
    return made;
}

lesson::Catalogue make_catalogue() {
    lesson::Catalogue catalogue;
    catalogue.lessons = {make_lesson("files.copy", {"DigComp 1.3", "Pix 1.2"}),
                         make_lesson("mouse.click", {"DigComp 5.2", "Pix 5.2"}),
                         make_lesson("mouse.move", {"DigComp 5.2", "Pix 5.2"})};
    catalogue.modules.resize(2);
    catalogue.modules[0].lessons = {"mouse.move", "mouse.click"};
    catalogue.modules[1].lessons = {"files.copy"};
    return catalogue;
}

Event done(const std::string& lesson, std::int64_t at, std::string_view outcome) {
    return {"", at, "", at, std::string(kind::lesson_done), body_of(LessonDone{lesson, std::string(outcome)})};
}

} // namespace

TEST_CASE("lines come in the order of the path, with the day they were reached first") {
    const Record found =
        record(make_catalogue(), {done("files.copy", 10, outcome::hints), done("mouse.move", 20, outcome::alone),
                                  done("files.copy", 30, outcome::shown)});
    CHECK(found.reached == std::vector<CanDo>{{"mouse.move", 20, true}, {"files.copy", 10, false}});
    CHECK(found.next == "mouse.click");
}

TEST_CASE("a lesson done with help and later without counts as done alone, since the first day") {
    const Record found =
        record(make_catalogue(), {done("mouse.move", 10, outcome::shown), done("mouse.move", 20, outcome::alone),
                                  done("mouse.move", 30, outcome::hints)});
    CHECK(found.reached == std::vector<CanDo>{{"mouse.move", 10, true}});
}

TEST_CASE("competences are those of what was reached, DigComp's first, each with its lines") {
    const Record found =
        record(make_catalogue(), {done("files.copy", 10, outcome::alone), done("mouse.move", 20, outcome::alone),
                                  done("mouse.click", 30, outcome::alone)});
    CHECK(found.competences ==
          std::vector<ReachedCompetence>{
              {"DigComp 1.3", {2}}, {"DigComp 5.2", {0, 1}}, {"Pix 1.2", {2}}, {"Pix 5.2", {0, 1}}});
    CHECK(found.next.empty());
}

TEST_CASE("lessons that are no longer there, and events that cannot be read, are left out") {
    const Record found = record(make_catalogue(), {done("gone.away", 10, outcome::alone),
                                                   {"", 2, "", 20, std::string(kind::lesson_done), R"({"lesson":7})"}});
    CHECK(found.reached.empty());
    CHECK(found.competences.empty());
    CHECK(found.next == "mouse.move");
}
