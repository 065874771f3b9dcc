// A shorter way is shown where there is one, and only then.
#include "lesson_of.h"
#include "tutor/detour.h"
#include "tutor/planner.h"

#include <algorithm>

namespace {

using world::Deed;

/// Step `two` of the lamps: a click on each of two things.
tutor::StepTaken clicks(int wrong) {
    tutor::StepTaken taken{tutor::begin(lamps(), world::Setup{}, "two").run, {}};
    std::int64_t at = 0;
    const auto click = [&](double x, double y) {
        taken.inputs.push_back({at += 500, Deed{world::Move{x, y}}});
        taken.inputs.push_back({at += 100, Deed{world::Press{}}});
        taken.inputs.push_back({at += 100, Deed{world::Release{}}});
    };
    for (int i = 0; i < wrong; ++i) {
        click(30, 30);
    }
    click(200, 360);
    click(700, 360);
    return taken;
}

std::vector<world::Action> route_of(const tutor::StepTaken& taken) {
    const auto route = tutor::route(taken.beginning);
    REQUIRE(route.has_value());
    return *route;
}

} // namespace

TEST_CASE("a way about as short as the shortest gives nothing to show") {
    CHECK(tutor::deeds_of(clicks(0)) == 2);
    CHECK_FALSE(tutor::may_be_a_detour(clicks(0)));
    CHECK_FALSE(tutor::may_be_a_detour(clicks(1)));
    CHECK_FALSE(tutor::short_way(clicks(1), route_of(clicks(1))).has_value());
}

TEST_CASE("a detour gives the short way, with the practice computer as it is before each deed") {
    const tutor::StepTaken taken = clicks(4);
    CHECK(tutor::may_be_a_detour(taken));
    const auto way = tutor::short_way(taken, route_of(taken));
    REQUIRE(way.has_value());
    CHECK(way->step == 1);
    CHECK(way->taken == 6);
    REQUIRE(way->pictures.size() == 2);
    const auto done = [](const tutor::WayPicture& picture) {
        const auto& things = std::get<world::PointerPractice>(picture.computer.apps.at(0)).things;
        return std::ranges::count_if(things, &world::Thing::done);
    };
    CHECK(done(way->pictures[0]) == 0);
    CHECK(done(way->pictures[1]) == 1);
    CHECK(way->pictures[0].action.deed == Deed{world::Press{}});
}

TEST_CASE("a route that is too long for pictures, too short, or does not lead there is not shown") {
    const tutor::StepTaken taken = clicks(20);
    const std::vector<world::Action> route = route_of(taken);
    std::vector<world::Action> detour;
    for (int i = 0; i < 5; ++i) {
        detour.push_back({taken.beginning.now, world::Press{world::Button::middle}});
        detour.push_back({taken.beginning.now, world::Release{world::Button::middle}});
    }
    detour.insert(detour.end(), route.begin(), route.end());
    CHECK_FALSE(tutor::short_way(taken, detour).has_value());
    CHECK_FALSE(tutor::short_way(taken, std::span(route).first(3)).has_value());
    CHECK_FALSE(tutor::short_way(taken, {}).has_value());
}

TEST_CASE("of several the longest detour is shown") {
    CHECK_FALSE(tutor::longest_detour({}).has_value());
    const std::vector<tutor::WayPicture> two(2);
    const auto way = tutor::longest_detour({{0, 4, two}, {1, 9, two}, {2, 6, two}});
    REQUIRE(way.has_value());
    CHECK(way->step == 1);
}
