// Who needs help first.
#include "progress/bodies.h"
#include "progress/need.h"

#include <doctest/doctest.h>

namespace {

constexpr std::int64_t day = 86'400'000;

/// One learner's events.
class Events {
public:
    Events& add(std::string_view kind, const std::string& body) {
        all_.push_back({"", ++sequence_, "", at_, std::string(kind), body});
        return *this;
    }
    Events& start(const std::string& lesson, bool again = false) {
        progress::LessonStarted started;
        started.lesson = lesson;
        started.again = again;
        return add(progress::kind::lesson_started, progress::body_of(started));
    }
    Events& leave(const std::string& lesson) {
        return add(progress::kind::lesson_left, progress::body_of(progress::LessonLeft{lesson, "a"}));
    }
    Events& finish(const std::string& lesson) {
        return add(progress::kind::lesson_done, progress::body_of(progress::LessonDone{lesson}));
    }
    Events& steps(int count, std::string_view outcome) {
        for (int i = 0; i < count; ++i) {
            progress::StepDone done;
            done.lesson = "pointer.click";
            done.step = "a";
            done.outcome = outcome;
            add(progress::kind::step_done, progress::body_of(done));
        }
        return *this;
    }
    Events& ask_to_be_shown(const std::string& lesson, int times) {
        for (int i = 0; i < times; ++i) {
            add(progress::kind::help_used, progress::body_of(progress::HelpUsed{lesson, "a", 4}));
        }
        return *this;
    }
    Events& wait(int days) {
        at_ += days * day;
        return *this;
    }
    progress::Need need() const { return progress::need_of(all_, at_); }

private:
    std::vector<progress::Event> all_;
    std::int64_t at_ = 1000 * day;
    std::int64_t sequence_ = 0;
};

using progress::NeedKind;
using progress::outcome::alone;
using progress::outcome::shown;

} // namespace

TEST_CASE("leaving a lesson twice is being stuck in it, until it is done or begun anew") {
    CHECK(Events().start("mail.read").leave("mail.read").need().kind == NeedKind::none);
    const progress::Need stuck = Events().leave("mail.read").leave("mail.read").need();
    CHECK(stuck.kind == NeedKind::stuck);
    CHECK(stuck.lesson == "mail.read");
    CHECK(Events().leave("mail.read").leave("mail.read").finish("mail.read").need().kind == NeedKind::none);
    CHECK(Events().leave("mail.read").leave("mail.read").start("mail.read", true).need().kind == NeedKind::none);
    CHECK(Events().leave("mail.read").leave("mail.send").need().kind == NeedKind::none);
}

TEST_CASE("asking three times for the demonstration is being stuck, too") {
    CHECK(Events().ask_to_be_shown("files.copy", 2).need().kind == NeedKind::none);
    CHECK(Events().ask_to_be_shown("files.copy", 3).need().lesson == "files.copy");
}

TEST_CASE("a third of the last twenty steps shown needs help, six steps at least") {
    CHECK(Events().steps(5, shown).need().kind == NeedKind::none);
    CHECK(Events().steps(5, alone).steps(2, shown).need().kind == NeedKind::none);
    const progress::Need need = Events().steps(4, alone).steps(2, shown).need();
    CHECK(need.kind == NeedKind::shown);
    CHECK(need.steps == 2);
    CHECK(need.of == 6);
    CHECK(Events().steps(20, shown).steps(14, alone).need().of == 0);
    CHECK(Events().steps(20, shown).steps(13, alone).need().steps == 7);
}

TEST_CASE("three weeks without a visit need a word; a name on a list does not") {
    CHECK(Events().steps(1, alone).wait(20).need().kind == NeedKind::none);
    CHECK(Events().steps(1, alone).wait(21).need().days == 21);
    CHECK(Events()
              .add(progress::kind::learner_joined, progress::body_of(progress::LearnerJoined{"Awa", "", "fr"}))
              .wait(90)
              .need()
              .kind == NeedKind::none);
}

TEST_CASE("being stuck comes before being shown much, that before being away, and the plainest case first") {
    const progress::Need stuck = Events().leave("a.b").leave("a.b").need();
    const progress::Need more_stuck = Events().leave("a.b").leave("a.b").leave("a.b").need();
    const progress::Need much_shown = Events().steps(8, shown).need();
    const progress::Need away = Events().steps(1, alone).wait(50).need();
    CHECK(progress::is_before(more_stuck, stuck));
    CHECK(progress::is_before(stuck, much_shown));
    CHECK(progress::is_before(much_shown, away));
    CHECK(progress::is_before(away, progress::Need{}));
    CHECK_FALSE(progress::is_before(stuck, stuck));
}
