// Searching: from any state, some action brings the end nearer.
#include "base/random.h"
#include "pointer_play.h"

#include <cmath>

namespace {

/// Takes, step by step, the action after which the least remains. Gives the number of steps to the end, or -1 where no
/// action lowered it or `most` were not enough.
int descend(world::PointerPractice& practice, int most) {
    for (int steps = 0; steps <= most; ++steps) {
        const double now = world::remaining(practice);
        if (now == 0) {
            return steps;
        }
        world::PointerPractice best = practice;
        double least = now;
        for (const world::Action& action : world::actions(practice, practice.now)) {
            world::PointerPractice next = practice;
            world::apply(next, action);
            if (const double left = world::remaining(next); left < least - 1e-9) {
                least = left;
                best = std::move(next);
            }
        }
        if (least == now) {
            return -1;
        }
        practice = std::move(best);
    }
    return -1;
}

std::string thing(const std::string& rest) {
    return "[[thing]]\nname = 'a'\npicture = 'star'\n" + rest + "\n";
}

const std::string home = "[[thing]]\nname = 'b'\npicture = 'basket'\ntask = 'home'\n";

std::vector<std::string> all_tasks() {
    std::vector<std::string> starts;
    for (const std::string moves : {"", "moves = 'slow'\n", "moves = 'fast'\n"}) {
        for (const std::string size : {"size = 'tiny'\n", "size = 'huge'\n"}) {
            for (const std::string task : {"reach", "stay", "click", "double", "right"}) {
                starts.push_back(thing("task = '" + task + "'\n" + moves + size));
                starts.push_back("tall = 3\n" + thing("task = '" + task + "'\nplace = 'end'\n" + moves + size));
            }
            const std::string drag = thing("task = 'drag'\nto = 'b'\n" + moves + size) + home + moves;
            starts.push_back(drag);
            starts.push_back("tall = 6\n" + drag + "place = 'end'\n");
            starts.push_back(thing("task = 'menu'\nmenu = ['x', 'y', 'z']\nchoose = 2\n" + moves + size));
            starts.push_back("tall = 6\n" + thing("task = 'see'\nplace = 'end'\n" + moves + size));
            starts.push_back("tall = 2\n" + thing("task = 'see'\nplace = 'top'\n" + moves + size));
        }
    }
    for (const std::string path : {"line", "wave", "zigzag", "circle"}) {
        for (const std::string width : {"wide", "medium", "narrow"}) {
            starts.push_back(thing("task = 'trace'\npath = '" + path + "'\npath_width = '" + width + "'\n"));
        }
    }
    return starts;
}

} // namespace

TEST_CASE("a short chain of actions, each lowering what remains, finishes every kind of task") {
    for (const std::string& start : all_tasks()) {
        for (const world::Tolerance tolerance : {world::widest_tolerance, world::system_tolerance}) {
            for (std::uint64_t seed = 1; seed <= 10; ++seed) {
                CAPTURE(start);
                CAPTURE(seed);
                world::PointerPractice practice = play::practice_of(start, seed, tolerance);
                CHECK(descend(practice, 60) > 0);
            }
        }
    }
}

TEST_CASE("several things together and one by one are finished by descent") {
    const std::string things =
        "[[thing]]\nname = 'lamp'\npicture = 'lamp'\nsize = 'small'\ncount = 3\n"
        "[[thing]]\nname = 'cat'\npicture = 'cat'\ntask = 'stay'\nmoves = 'slow'\n"
        "[[thing]]\nname = 'sock'\npicture = 'sock'\nsize = 'small'\ntask = 'drag'\nto = 'bin'\n"
        "count = 2\n"
        "[[thing]]\nname = 'bin'\npicture = 'bin'\ntask = 'home'\n"
        "[[thing]]\nname = 'plant'\npicture = 'plant'\ntask = 'menu'\nmenu = ['x', 'y']\nchoose = 1\n"
        "[[thing]]\nname = 'bell'\npicture = 'bell'\ntask = 'double'\n";
    for (const char* page : {"", "order = 'one-by-one'\n", "tall = 3\n", "tall = 3\norder = 'one-by-one'\n"}) {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            CAPTURE(page);
            CAPTURE(seed);
            world::PointerPractice practice = play::practice_of(page + things, seed);
            CHECK(descend(practice, 200) > 0);
        }
    }
}

TEST_CASE("from wherever a learner has wandered, descent still finishes") {
    const std::string things =
        "tall = 2\n"
        "[[thing]]\nname = 'lamp'\npicture = 'lamp'\nsize = 'small'\ncount = 2\n"
        "[[thing]]\nname = 'sock'\npicture = 'sock'\nsize = 'small'\ntask = 'drag'\nto = 'bin'\n"
        "[[thing]]\nname = 'bin'\npicture = 'bin'\ntask = 'home'\n"
        "[[thing]]\nname = 'plant'\npicture = 'plant'\ntask = 'menu'\nmenu = ['x', 'y']\nchoose = 1\n"
        "[[thing]]\nname = 'boat'\npicture = 'boat'\ntask = 'trace'\npath = 'wave'\n"
        "[[thing]]\nname = 'bell'\npicture = 'bell'\ntask = 'double'\n";
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        world::PointerPractice practice = play::practice_of(things, seed);
        base::Random random{seed};
        for (int i = 0; i < 30; ++i) {
            const auto choices = world::actions(practice, practice.now);
            world::apply(practice, choices.at(random.below(choices.size())));
        }
        CAPTURE(seed);
        CHECK(descend(practice, 200) >= 0);
    }
}

TEST_CASE("what can be done comes after now, in the page's reach, and changes nothing by being asked") {
    play::Play play(thing("task = 'menu'\nmenu = ['x', 'y', 'z']\nchoose = 2"));
    play.move_to("a");
    const world::PointerPractice before = play.practice;
    for (const world::Action& action : world::actions(play.practice, 5000)) {
        CHECK(action.at > 5000);
        if (const auto* move = std::get_if<world::Move>(&action.deed)) {
            CHECK(move->x >= 0);
            CHECK(move->x <= world::stage_width);
        }
    }
    CHECK(play.practice == before);
}
