// The planner is asked beside the drawing, and only the newest question counts.
#include "screen/pages/advisor.h"
#include "stage_of.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace {

using screen::Advisor;

tutor::Run lamp(const std::string& place) {
    const auto value = lesson::read_toml(
        "id = \"test.lesson\"\ntitle = \"Essai\"\ncan_do = \"Je sais.\"\n[[step]]\nname = \"one\"\nsay = "
        "\"Cliquez.\"\ngoal = { pointer.things = { left = 0 } }\n[[step.start.pointer.thing]]\nname = "
        "\"lamp\"\npicture = \"lamp\"\nlabel = \"la lampe\"\nplace = \"" +
            place + "\"\n",
        "lesson.toml");
    REQUIRE(value.ok());
    base::Faults faults;
    lesson::Lesson read = lesson::read_lesson(value.value(), world::vocabulary(), faults);
    REQUIRE(faults.empty());
    return tutor::begin(std::make_shared<const lesson::Lesson>(std::move(read)), world::Setup{}).run;
}

/// Counts how often a thread said that there is an answer, and waits for it.
class Bell {
public:
    void ring() {
        const std::lock_guard lock(mutex_);
        ++rung_;
        changed_.notify_all();
    }
    bool wait_for(int times) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(20), [&] { return rung_ >= times; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int rung_ = 0;
};

} // namespace

TEST_CASE("without a window the answer is there at once") {
    Advisor advisor;
    const Advisor::Ticket ticket = advisor.ask(lamp("left"), false);
    const std::optional<screen::Advice> advice = advisor.take(ticket);
    REQUIRE(advice.has_value());
    CHECK_FALSE(advice->next.empty());
    CHECK(advice->said.id == "move-to");
    CHECK_FALSE(advice->demonstration.has_value());
    CHECK_FALSE(advisor.take(ticket).has_value()); // given once
}

TEST_CASE("a thread answers as the planner does, and says when it has") {
    Bell bell;
    Advisor advisor([&] { bell.ring(); });
    const tutor::Run run = lamp("right");
    const Advisor::Ticket ticket = advisor.ask(run, true);
    REQUIRE(bell.wait_for(1));
    const std::optional<screen::Advice> advice = advisor.take(ticket);
    REQUIRE(advice.has_value());
    tutor::Guide guide;
    CHECK(advice->next == screen::advise(guide, run, false).next);
    REQUIRE(advice->demonstration.has_value());
    CHECK(advice->demonstration->run == run);
}

TEST_CASE("an answer to an older question is dropped") {
    Bell bell;
    Advisor advisor([&] { bell.ring(); });
    const Advisor::Ticket old = advisor.ask(lamp("left"), false);
    REQUIRE(bell.wait_for(1));
    const tutor::Run run = lamp("right");
    const Advisor::Ticket newer = advisor.ask(run, false);
    CHECK_FALSE(advisor.take(old).has_value());
    REQUIRE(bell.wait_for(2));
    CHECK_FALSE(advisor.take(old).has_value());
    const std::optional<screen::Advice> advice = advisor.take(newer);
    REQUIRE(advice.has_value());
    tutor::Guide guide;
    CHECK(advice->next == screen::advise(guide, run, false).next);
}
