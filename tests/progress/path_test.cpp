// How far a learner is, what comes next, and where an unfinished lesson goes on.
#include "progress/bodies.h"
#include "progress/path.h"

#include <doctest/doctest.h>

namespace {

using namespace progress;

class Log {
public:
    Log& start(const std::string& lesson, bool again = false) {
        return add(kind::lesson_started, body_of(LessonStarted{lesson, 1, "fr", again, 1, {}, {}}));
    }
    Log& step(const std::string& lesson, const std::string& name) {
        return add(kind::step_done, body_of(StepDone{lesson, name, "alone", 0, 0, 10, {}}));
    }
    Log& done(const std::string& lesson, const std::string& outcome = "alone") {
        return add(kind::lesson_done, body_of(LessonDone{lesson, outcome}));
    }
    Log& leave(const std::string& lesson, const std::string& step) {
        return add(kind::lesson_left, body_of(LessonLeft{lesson, step}));
    }
    Log& add(std::string_view kind, const std::string& body) {
        const auto number = static_cast<std::int64_t>(events.size()) + 1;
        events.push_back({"", number, "", number * 1000, std::string(kind), body});
        return *this;
    }
    std::vector<Event> events;
};

using Names = std::vector<std::string>;

lesson::Lesson make_lesson(const std::string& id, const Names& needs, const Names& steps = {"one", "two", "three"}) {
    lesson::Lesson made;
    made.id = id;
    made.needs = needs;
    for (const std::string& name : steps) {
        made.steps.emplace_back().name = name;
    }
    return made;
}

/// mouse.move < mouse.click < keys.find, keys.words (needs a lesson that is not there); the files come in another
/// order.
lesson::Catalogue make_catalogue() {
    lesson::Catalogue catalogue;
    catalogue.lessons = {make_lesson("keys.find", {"mouse.click"}), make_lesson("keys.words", {"keys.gone"}),
                         make_lesson("mouse.click", {"mouse.move"}), make_lesson("mouse.move", {})};
    catalogue.modules.resize(2);
    catalogue.modules[0].id = "mouse";
    catalogue.modules[0].lessons = {"mouse.move", "mouse.click"};
    catalogue.modules[1].id = "keys";
    catalogue.modules[1].lessons = {"keys.find", "keys.words"};
    return catalogue;
}

LessonProgress only(const Log& log) {
    const auto found = path(log.events);
    REQUIRE(found.size() == 1);
    return found[0];
}

} // namespace

TEST_CASE("a lesson played half-way is under way, with its steps in order, each once") {
    Log log;
    log.start("mouse.move").step("mouse.move", "one").step("mouse.move", "two").step("mouse.move", "one");
    log.leave("mouse.move", "three");
    CHECK(only(log) == LessonProgress{"mouse.move", 0, "", {"one", "two"}, true, 5000});
}

TEST_CASE("a lesson done twice keeps its best outcome") {
    Log log;
    log.start("mouse.move").done("mouse.move", "shown");
    CHECK(only(log).best_outcome == "shown");
    log.start("mouse.move").done("mouse.move", "alone").start("mouse.move").done("mouse.move", "hints");
    CHECK(only(log).best_outcome == "alone");
    CHECK(only(log).times_done == 3);
    CHECK_FALSE(only(log).under_way);
    Log odd;
    odd.done("mouse.move", "by magic");
    CHECK(only(odd).best_outcome == "by magic");
    odd.done("mouse.move", "shown");
    CHECK(only(odd).best_outcome == "shown");
}

TEST_CASE("starting goes on with an unfinished attempt, and begins a new one after a finished one or when told so") {
    Log log;
    log.start("mouse.move").step("mouse.move", "one").start("mouse.move");
    CHECK(only(log).steps_done == Names{"one"});
    log.start("mouse.move", true);
    CHECK(only(log).steps_done.empty());
    CHECK(only(log).under_way);
    log.step("mouse.move", "one").done("mouse.move").start("mouse.move");
    CHECK(only(log).steps_done.empty());
    CHECK(only(log).under_way);
    CHECK(only(log).times_done == 1);
}

TEST_CASE("malformed events change nothing") {
    Log log;
    log.start("mouse.move").step("mouse.move", "one");
    const auto before = path(log.events);
    log.add(kind::step_done, "{}").add(kind::lesson_done, "[").add(kind::lesson_started, R"({"lesson":7})");
    log.add(kind::lesson_left, "").add("from.the-future", R"({"lesson":"mouse.move"})");
    CHECK(path(log.events) == before);
}

TEST_CASE("the lesson played last comes first") {
    Log log;
    log.start("mouse.move").start("mouse.click").leave("mouse.click", "one").leave("mouse.move", "one");
    const auto found = path(log.events);
    REQUIRE(found.size() == 2);
    CHECK(found[0].lesson == "mouse.move");
    CHECK(find(found, "mouse.click") == &found[1]);
    CHECK(find(found, "mouse.drag") == nullptr);
}

TEST_CASE("recommended is the first lesson in teaching order that is not done and whose needs are done") {
    const auto catalogue = make_catalogue();
    Log log;
    CHECK(recommended(catalogue, path(log.events)) == "mouse.move");
    log.start("mouse.move").done("mouse.move");
    CHECK(recommended(catalogue, path(log.events)) == "mouse.click");
    // A lesson done out of turn is not offered again, and what is not in the catalogue is no need.
    Log other;
    other.done("mouse.move").done("keys.find");
    CHECK(recommended(catalogue, path(other.events)) == "mouse.click");
    other.done("mouse.click");
    CHECK(recommended(catalogue, path(other.events)) == "keys.words");
    other.done("keys.words");
    CHECK(recommended(catalogue, path(other.events)).empty());
}

TEST_CASE("recommended is before all the lesson under way that was played last and still exists") {
    const auto catalogue = make_catalogue();
    Log log;
    log.start("keys.find").start("mouse.move").start("mouse.gone");
    CHECK(recommended(catalogue, path(log.events)) == "mouse.move");
    log.leave("keys.find", "one");
    CHECK(recommended(catalogue, path(log.events)) == "keys.find");
    log.done("keys.find").done("mouse.move");
    CHECK(recommended(catalogue, path(log.events)) == "mouse.click");
}

TEST_CASE("where no lesson's needs are done, the first not done is recommended all the same") {
    lesson::Catalogue catalogue;
    catalogue.lessons = {make_lesson("a.one", {"a.two"}), make_lesson("a.two", {"a.one"})};
    catalogue.modules.resize(1);
    catalogue.modules[0].lessons = {"a.one", "a.two"};
    CHECK(recommended(catalogue, {}) == "a.one");
}

TEST_CASE("an unfinished lesson goes on at its first step not done, though steps were renamed, removed or added") {
    Log log;
    log.start("mouse.move").step("mouse.move", "one").step("mouse.move", "two");
    const LessonProgress progress = only(log);
    CHECK(resume_step(make_lesson("mouse.move", {}), progress) == "three");
    CHECK(resume_step(make_lesson("mouse.move", {}, {"one", "second", "three"}), progress) == "second");
    CHECK(resume_step(make_lesson("mouse.move", {}, {"one", "three"}), progress) == "three");
    CHECK(resume_step(make_lesson("mouse.move", {}, {"zero", "one", "two", "three"}), progress) == "zero");
    CHECK(resume_step(make_lesson("mouse.move", {}, {"two", "one"}), progress) == std::nullopt);
    log.step("mouse.move", "three");
    CHECK(resume_step(make_lesson("mouse.move", {}), only(log)) == std::nullopt);
    log.done("mouse.move");
    CHECK(resume_step(make_lesson("mouse.move", {}), only(log)) == std::nullopt);
}
