// Levels as folds over events: never down, never from one day alone, and blind to what cannot be read.
#include "progress/bodies.h"
#include "progress/skills.h"
#include "sandbox.h"
#include "tutor/levels.h"

#include <algorithm>
#include <map>
#include <random>

#include <doctest/doctest.h>

namespace {

using namespace progress;

constexpr std::int64_t day_length = 86'400'000; // ms
constexpr std::int64_t first_day = 20'000;

/// Events of one learner, played on days that the test names.
class Log {
public:
    explicit Log(std::string origin = "a") : origin_(std::move(origin)) {}

    Log& on(std::int64_t day) {
        at_ = std::max(at_, (first_day + day) * day_length);
        return *this;
    }
    /// A lesson played to its end; `help`: the highest rung in each of its steps.
    Log& play(const std::string& lesson, int level, std::uint64_t seed, const std::string& look,
              const std::vector<int>& help = {0, 0, 0, 0, 0, 0}) {
        add(kind::lesson_started, body_of(LessonStarted{lesson, seed, "fr", false, level, look, {}}));
        for (const int rung : help) {
            const std::string outcome(rung == 0 ? outcome::alone : rung < 4 ? outcome::hints : outcome::shown);
            add(kind::step_done, body_of(StepDone{lesson, "step", outcome, rung, 0, 10, {}}));
        }
        return add(kind::lesson_done, body_of(LessonDone{lesson, "alone"}));
    }
    Log& add(std::string_view kind, const std::string& body) {
        events.push_back({origin_, static_cast<std::int64_t>(events.size()) + 1, "l", at_++, std::string(kind), body});
        return *this;
    }
    std::vector<Event> events;

private:
    std::string origin_;
    std::int64_t at_ = first_day * day_length;
};

SkillState only(const std::vector<Event>& events, std::int64_t day) {
    const auto found = skills(events, (first_day + day) * day_length);
    REQUIRE(found.size() == 1);
    return found[0];
}

} // namespace

TEST_CASE("who has done nothing has no skills, and a skill is the module of its lessons") {
    CHECK(skills({}, 0).empty());
    Log log;
    log.play("mail.read", 1, 1, "bar").play("keyboard.find", 1, 1, "");
    const auto found = skills(log.events, first_day * day_length);
    REQUIRE(found.size() == 2);
    CHECK(found[0].skill == "keyboard");
    CHECK(found[1].skill == "mail");
    CHECK(find(found, "mail") == &found[1]);
    CHECK(find(found, "files") == nullptr);
}

TEST_CASE("no level comes from one day in one look, however much is done without help") {
    Log log;
    for (std::uint64_t i = 0; i < 30; ++i) {
        log.play("mail.read", 1, i, "bar").play("mail.write", 2, i, "bar");
    }
    const SkillState mail = only(log.events, 0);
    CHECK(mail.level == 0);
    CHECK(mail.why.id == "levels.why.once");
    CHECK(mail.next == base::Message{"levels.next.day-or-look", {{"level", "1"}}});
    CHECK(mail.tasks == 60);
    CHECK(mail.tasks_alone == 60);
}

TEST_CASE("a second day without help makes the level, and its reason says so") {
    Log log;
    log.play("pointer.click", 1, 1, "").play("pointer.double", 1, 2, "");
    CHECK(only(log.events, 0).level == 0);
    log.on(1).play("pointer.drag", 1, 3, "");
    const SkillState pointer = only(log.events, 1);
    CHECK(pointer.level == 1);
    CHECK(pointer.why == base::Message{"levels.why.days", {{"level", "1"}, {"days", "2"}}});
    CHECK(pointer.next == base::Message{"levels.next.harder", {{"level", "2"}}});
    CHECK(for_trainer(pointer.why).id == "levels.trainer.why.days");
}

TEST_CASE("a second look on the same day makes the level too") {
    Log log;
    log.play("mail.read", 1, 1, "bar").play("mail.read", 1, 2, "overview").play("mail.read", 1, 3, "bar");
    const SkillState mail = only(log.events, 0);
    CHECK(mail.level == 1);
    CHECK(mail.why == base::Message{"levels.why.looks", {{"level", "1"}}});
}

TEST_CASE("help weighs: the more of it, the lower the estimate, and no level comes of it") {
    std::vector<double> abilities;
    for (int rung = 0; rung <= 4; ++rung) {
        Log log;
        for (int day = 0; day < 10; ++day) {
            log.on(day).play("mail.read", 1, static_cast<std::uint64_t>(day), day % 2 == 0 ? "bar" : "overview",
                             {rung, rung, rung});
        }
        const SkillState mail = only(log.events, 9);
        CHECK((mail.level > 0) == (rung == 0));
        CHECK(mail.tasks_alone == (rung == 0 ? 10 : 0));
        abilities.push_back(mail.ability);
    }
    CHECK(std::is_sorted(abilities.rbegin(), abilities.rend()));
    CHECK(std::adjacent_find(abilities.begin(), abilities.end()) == abilities.end());
}

TEST_CASE("a new look says more than a new seed, and that more than the same seed") {
    const auto gain = [](std::uint64_t seed, const std::string& look) {
        Log log;
        log.play("mail.read", 1, 1, "bar");
        const double before = only(log.events, 0).ability;
        log.play("mail.read", 1, seed, look);
        return only(log.events, 0).ability - before;
    };
    CHECK(gain(2, "overview") > gain(2, "bar"));
    CHECK(gain(2, "bar") > gain(1, "bar"));
    CHECK(gain(1, "bar") > 0);
}

TEST_CASE("what is shown never goes down, whatever follows") {
    std::mt19937 chance(7);
    for (int learner = 0; learner < 50; ++learner) {
        Log log;
        int shown = 0;
        std::int64_t day = 0;
        for (int task = 0; task < 40; ++task) {
            day += chance() % 12;
            // Good at first, then helpless.
            const int rung = task < 20 ? static_cast<int>(chance() % 5) / 4 : 4;
            log.on(day).play(task % 3 == 0 ? "mail.web" : "mail.read", task % 3 == 0 ? 3 : 1, chance() % 5,
                             chance() % 2 == 0 ? "bar" : "overview", {rung, 0, rung});
            const int level = only(log.events, day).level;
            CHECK(level >= shown);
            shown = level;
        }
    }
}

TEST_CASE("a level that was told stays, even where events that come in later would have held it back") {
    Log log;
    log.play("mail.read", 1, 1, "bar", {4, 4, 4});
    log.add(kind::level_reached, body_of(LevelReached{"mail", 2}));
    const SkillState mail = only(log.events, 0);
    CHECK(mail.level == 2);
    CHECK(mail.why == base::Message{"levels.why.kept", {{"level", "2"}}});
}

TEST_CASE("days without practice make a skill due for refreshing, and spaced success makes it last longer") {
    Log log;
    log.play("mail.read", 1, 1, "bar").on(1).play("mail.read", 1, 2, "bar").play("mail.sort", 2, 2, "bar");
    CHECK(only(log.events, 1).level == 1);
    CHECK(!only(log.events, 1).is_to_refresh);
    const double before = only(log.events, 1).ability;
    CHECK(only(log.events, 4).is_to_refresh);
    CHECK(only(log.events, 4).refresh == base::Message{"levels.refreshing.why", {{"days", "3"}}});
    CHECK(only(log.events, 4).ability < before);
    CHECK(only(log.events, 4).level == 1);
    log.on(4).play("mail.read", 1, 3, "bar");
    CHECK(!only(log.events, 4).is_to_refresh);
    CHECK(!only(log.events, 9).is_to_refresh);
    CHECK(only(log.events, 10).is_to_refresh);
}

TEST_CASE("level 4 is reached in any skill that has a lesson of level 2, by still being able to later") {
    Log log;
    std::int64_t day = 0;
    for (std::uint64_t task = 0; task < 10; ++task, ++day) {
        log.on(day).play("pointer.small", 2, task, "");
    }
    CHECK(only(log.events, day).level == 2);
    for (std::uint64_t task = 10; task < 17; ++task) {
        log.on(day += 60).play("pointer.small", 2, task, "");
    }
    const SkillState pointer = only(log.events, day);
    CHECK(pointer.level == 4);
    CHECK(pointer.next.id.empty());
}

TEST_CASE("unknown kinds, damaged bodies and unknown outcomes change nothing") {
    Log log;
    log.play("mail.read", 1, 1, "bar").on(1).play("mail.write", 2, 1, "overview");
    const auto before = skills(log.events, (first_day + 2) * day_length);
    std::vector<Event> with_more;
    for (const Event& event : log.events) {
        for (const std::string_view kind : {kind::lesson_started, kind::step_done, kind::lesson_done,
                                            kind::level_reached, std::string_view("mail.future")}) {
            with_more.push_back({"a", 1, "l", event.at, std::string(kind), R"({"lesson":)"});
            with_more.push_back({"a", 1, "l", event.at, std::string(kind), R"({"lesson":7,"skill":[],"level":9})"});
        }
        with_more.push_back({"a", 1, "l", event.at, std::string(kind::step_done),
                             body_of(StepDone{"mail.read", "step", "guessed", 0, 0, 10, {}})});
        with_more.push_back(event);
    }
    CHECK(skills(with_more, (first_day + 2) * day_length) == before);
}

TEST_CASE("a step without its beginning counts least, and never makes a level of its own day") {
    Log log;
    for (int i = 0; i < 50; ++i) {
        log.add(kind::step_done, body_of(StepDone{"mail.read", "step", "alone", 0, 0, 10, {}}));
    }
    CHECK(only(log.events, 0).level == 0);
}

TEST_CASE("two computers that were used in turns do not mix up their sittings") {
    Log here("a");
    Log there("b");
    here.play("mail.read", 1, 1, "bar");
    there.play("files.open", 1, 1, "overview");
    std::vector<Event> mixed;
    for (std::size_t i = 0; i < here.events.size(); ++i) {
        mixed.push_back(here.events[i]);
        mixed.push_back(there.events[i]);
    }
    std::vector<Event> one_after_other = here.events;
    one_after_other.insert(one_after_other.end(), there.events.begin(), there.events.end());
    CHECK(skills(mixed, first_day * day_length) == skills(one_after_other, first_day * day_length));
}
