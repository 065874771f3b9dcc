// Who learns here.
#include "progress/bodies.h"
#include "progress/learners.h"

#include <doctest/doctest.h>

namespace {

using namespace progress;

const std::string marie(32, 'a');
const std::string paul(32, 'b');

class Log {
public:
    Log& add(const std::string& learner, std::int64_t at, std::string_view kind, const std::string& body) {
        events.push_back({"", static_cast<std::int64_t>(events.size()) + 1, learner, at, std::string(kind), body});
        return *this;
    }
    Log& joined(const std::string& learner, std::int64_t at, const std::string& name) {
        return add(learner, at, kind::learner_joined, body_of(LearnerJoined{name, "oiseau", "fr"}));
    }
    std::vector<Event> events;
};

std::vector<std::string> names(const std::vector<Learner>& learners) {
    std::vector<std::string> found;
    found.reserve(learners.size());
    for (const Learner& learner : learners) {
        found.push_back(learner.name);
    }
    return found;
}

} // namespace

TEST_CASE("a learner who joined is known by name, picture and language") {
    Log log;
    log.joined(marie, 1000, "Marie");
    const auto found = learners(log.events);
    REQUIRE(found.size() == 1);
    CHECK(found[0] == Learner{marie, "Marie", "oiseau", {0, false, false, false, "", "fr"}, 1000});
}

TEST_CASE("those who came last come first, even if the clock was set back") {
    Log log;
    log.joined(marie, 1000, "Marie").joined(paul, 2000, "Paul");
    CHECK(names(learners(log.events)) == std::vector<std::string>{"Paul", "Marie"});
    log.add(marie, 50, kind::lesson_started, body_of(LessonStarted{"mouse.click", 1, "fr", false, 1, {}, {}}));
    const auto found = learners(log.events);
    CHECK(names(found) == std::vector<std::string>{"Marie", "Paul"});
    CHECK(found[0].last_visit == 50);
}

TEST_CASE("settings change one by one, and the last word counts") {
    Log log;
    log.joined(marie, 1, "Marie");
    log.add(marie, 2, kind::learner_settings, R"({"text_size":2,"contrast":"high"})");
    log.add(marie, 3, kind::learner_settings,
            R"({"layout":"fr-bepo","language":"en","reduced_motion":true,"dyslexic_font":true})");
    log.add(marie, 4, kind::learner_settings, R"({"text_size":1})");
    log.add(marie, 5, kind::learner_settings, R"({"text_size":9,"contrast":"normal"})"); // malformed: nothing of it
    CHECK(learners(log.events)[0].settings == Settings{1, true, true, true, "fr-bepo", "en"});
}

TEST_CASE("joining again changes name and picture, and keeps the settings") {
    Log log;
    log.joined(marie, 1, "Mari");
    log.add(marie, 2, kind::learner_settings, R"({"text_size":2})");
    log.add(marie, 3, kind::learner_joined, body_of(LearnerJoined{"Marie", "chat", "fr"}));
    const auto found = learners(log.events);
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "Marie");
    CHECK(found[0].picture == "chat");
    CHECK(found[0].settings.text_size == 2);
}

TEST_CASE("erased learners are gone, whatever comes after, and so are those who never joined") {
    Log log;
    log.joined(marie, 1, "Marie").joined(paul, 2, "Paul");
    log.add(marie, 3, kind::learner_erased, "{}").joined(marie, 4, "Marie");
    log.add(std::string(32, 'c'), 5, kind::help_used, "{}");
    log.add(std::string(32, 'd'), 6, kind::learner_joined, "{\"name\":5}");
    CHECK(names(learners(log.events)) == std::vector<std::string>{"Paul"});
    CHECK(learners({}).empty());
}

TEST_CASE("the learners of a store are those of its events") {
    auto memory = Store::in_memory();
    REQUIRE(memory.ok());
    Store store = std::move(memory).value();
    REQUIRE(store.append(marie, kind::learner_joined, body_of(LearnerJoined{"Marie", "", "fr"}), 1).ok());
    REQUIRE(store.append(paul, kind::learner_joined, body_of(LearnerJoined{"Paul", "", "fr"}), 2).ok());
    REQUIRE(store.append(marie, kind::lesson_left, body_of(LessonLeft{"mouse.click", "first"}), 3).ok());
    auto found = read_learners(store);
    REQUIRE(found.ok());
    CHECK(names(found.value()) == std::vector<std::string>{"Marie", "Paul"});
    REQUIRE(store.erase(marie, 4).ok());
    found = read_learners(store);
    REQUIRE(found.ok());
    CHECK(names(found.value()) == std::vector<std::string>{"Paul"});
}
