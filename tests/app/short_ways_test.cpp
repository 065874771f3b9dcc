// The short way is looked for beside the drawing, and only where there may have been a detour.
#include "app/recorded.h"
#include "app/short_ways.h"
#include "person.h"

#include <thread>

namespace {

/// The last step of `desktop.open`, in which two windows are closed, with so many clicks beside them.
tutor::StepTaken closing(int clicks) {
    auto resources = app::read_messages();
    REQUIRE(resources.ok());
    REQUIRE(app::read_lessons_and_layouts(resources.value(), {}).ok());
    auto begun = app::begin_recorded(resources.value(), {"desktop.open", "fr", 2, "azerty-fr", {}, {}, 2});
    REQUIRE(begun.ok());
    tutor::Run& run = begun.value().run;
    while (run.current().name != "close-all") {
        const auto route = tutor::route(run);
        REQUIRE(route.has_value());
        for (const world::Action& action : *route) {
            tutor::apply(run, {action.at, action.deed});
        }
        tutor::apply(run, {run.now, tutor::GoOn{}});
    }
    tutor::StepTaken taken{run, {}};
    for (int i = 0; i < clicks; ++i) {
        taken.inputs.push_back({run.now, world::Deed{world::Click{"bar/clock"}}});
    }
    return taken;
}

std::optional<tutor::ShortWay> found_at_last(app::ShortWays& ways) {
    while (!ways.is_over()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return ways.found();
}

} // namespace

TEST_CASE("after a detour the short way is found; after none, or in an exercise of the mouse, nothing is looked for") {
    app::ShortWays ways;
    CHECK_FALSE(ways.found().has_value());
    ways.look_for({closing(9)});
    const auto way = found_at_last(ways);
    REQUIRE(way.has_value());
    CHECK(way->step == 4);
    CHECK(way->pictures.size() == 2);
    ways.look_for({closing(2)});
    CHECK(ways.is_over());
    CHECK_FALSE(ways.found().has_value());
}

TEST_CASE("what was looked for before is never given for another lesson") {
    app::ShortWays ways;
    ways.look_for({closing(9)});
    ways.look_for({closing(2)});
    CHECK_FALSE(found_at_last(ways).has_value());
}
