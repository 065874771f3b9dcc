// How much unsteadiness of the hand is forgiven.
#include "base/random.h"
#include "progress/tolerance.h"

#include <doctest/doctest.h>

namespace {

using namespace progress;
using world::Tolerance;

StepDone double_click(double interval, double drift, int slips = 0, std::string_view outcome = outcome::alone) {
    StepDone step;
    step.lesson = "mouse.double-click";
    step.step = "open";
    step.outcome = outcome;
    step.slips = slips;
    step.measures = {{std::string(measure::interval), interval}, {std::string(measure::drift), drift}};
    return step;
}

bool is_within(const Tolerance& tolerance) {
    return tolerance.interval >= world::system_tolerance.interval &&
           tolerance.interval <= world::widest_tolerance.interval && tolerance.drift >= world::system_tolerance.drift &&
           tolerance.drift <= world::widest_tolerance.drift;
}

} // namespace

TEST_CASE("tolerance starts widest, and events without a double click leave it so") {
    CHECK(tolerance({}) == world::widest_tolerance);
    StepDone typing;
    typing.slips = 5;
    typing.measures = {{"wpm", 8}};
    CHECK(after(Tolerance{8, 600}, typing) == Tolerance{8, 600});
}

TEST_CASE("eight good double clicks bring the system's own tolerance, no fewer, and it stays there") {
    std::vector<Event> events;
    Tolerance before = world::widest_tolerance;
    for (int i = 1; i <= 10; ++i) {
        events.push_back({"", i, "", i, "step.done", body_of(double_click(250, 1))});
        const Tolerance now = tolerance(events);
        CHECK((now == world::system_tolerance) == (i >= 8));
        CHECK((i > 8 || (now.interval < before.interval && now.drift < before.drift)));
        before = now;
    }
}

TEST_CASE("who just makes it is not hurried") {
    Tolerance now = world::widest_tolerance;
    for (int i = 0; i < 50; ++i) {
        now = after(now, double_click(560, 6));
    }
    CHECK(now.interval == doctest::Approx(700));
    CHECK(now.drift == doctest::Approx(7.5));
    CHECK(after(now, double_click(690, 7.4)) == now);
}

TEST_CASE("repeated slips, or having to be shown, widen a little; one slip does not") {
    const Tolerance narrow = world::system_tolerance;
    const Tolerance wider = after(narrow, double_click(300, 1, 2));
    CHECK(wider.interval == doctest::Approx(431.25));
    CHECK(wider.drift == doctest::Approx(5.4375));
    CHECK(after(narrow, double_click(300, 1, 0, outcome::shown)) == wider);
    CHECK(after(narrow, double_click(300, 1, 1)) == narrow);
    CHECK(after(world::widest_tolerance, double_click(300, 1, 9)) == world::widest_tolerance);
}

TEST_CASE("each bound heeds its own measure only") {
    StepDone step = double_click(200, 1);
    step.measures.erase(std::string(measure::drift));
    const Tolerance now = after(world::widest_tolerance, step);
    CHECK(now.drift == world::widest_tolerance.drift);
    CHECK(now.interval == doctest::Approx(837.5));
}

TEST_CASE("whatever is measured, tolerance keeps within its range, and goes the way it should") {
    base::Random random{7};
    Tolerance now = world::widest_tolerance;
    for (int i = 0; i < 5000; ++i) {
        const int slips = static_cast<int>(random.below(4));
        const StepDone step = double_click(random.between(-100, 2000), random.between(-5, 40), slips);
        const Tolerance next = after(now, step);
        CHECK(is_within(next));
        CHECK((slips >= 2 ? next.interval >= now.interval : next.interval <= now.interval));
        CHECK((slips >= 2 ? next.drift >= now.drift : next.drift <= now.drift));
        // A steadier hand never ends up with the wider tolerance.
        StepDone steadier = step;
        for (auto& [name, value] : steadier.measures) {
            value *= value > 0 ? 0.5 : 2;
        }
        CHECK(after(now, steadier).interval <= next.interval);
        CHECK(after(now, steadier).drift <= next.drift);
        now = next;
    }
}
