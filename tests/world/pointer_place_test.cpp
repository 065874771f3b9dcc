// Where things are put, over many seeds.
#include "pointer_play.h"

#include <cmath>

using world::footprint;
using world::Rectangle;

namespace {

bool overlap(const Rectangle& a, const Rectangle& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

bool is_inside(const Rectangle& here, double height) {
    constexpr double edge = world::edge_margin - 1e-6;
    return here.x >= edge && here.y >= edge && here.x + here.width <= world::stage_width - edge &&
           here.y + here.height <= height - edge;
}

/// Whether all things stand inside the page's edges and apart from each other.
bool stands_well(const world::PointerPractice& practice) {
    for (std::size_t i = 0; i < practice.things.size(); ++i) {
        const Rectangle here = footprint(practice.things[i]);
        if (!is_inside(here, page_height(practice))) {
            return false;
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (overlap(here, footprint(practice.things[j]))) {
                return false;
            }
        }
    }
    return true;
}

constexpr auto mixed =
    "[[thing]]\nname = 'apple'\npicture = 'apple'\nlabel = 'la pomme'\ntask = 'drag'\nto = 'basket'\n"
    "size = 'medium'\nplace = 'left'\ncount = 3\n"
    "[[thing]]\nname = 'basket'\npicture = 'basket'\ntask = 'home'\nplace = 'right'\nsize = 'huge'\n"
    "[[thing]]\nname = 'bee'\npicture = 'bee'\nmoves = 'slow'\nsize = 'small'\n"
    "[[thing]]\nname = 'star'\npicture = 'star'\nsize = 'tiny'\ncount = 2\n"
    "[[thing]]\nname = 'lamp'\npicture = 'lamp'\nplace = 'centre'\n";

constexpr auto full = "[[thing]]\nname = 'lamp'\npicture = 'lamp'\nlabel = 'lampe'\ncount = 12\n";

constexpr auto tall = "tall = 4\n[[thing]]\nname = 'boat'\npicture = 'boat'\ntask = 'trace'\npath = 'circle'\n"
                      "[[thing]]\nname = 'train'\npicture = 'train'\ntask = 'see'\nplace = 'end'\n"
                      "[[thing]]\nname = 'lamp'\npicture = 'lamp'\ncount = 10\nlabel = 'lampe'\n"
                      "[[thing]]\nname = 'bee'\npicture = 'bee'\nmoves = 'fast'\ncount = 3\nplace = 'further-down'\n";

constexpr auto corners = "[[thing]]\nname = 'a'\npicture = 'star'\nplace = 'top-left'\nsize = 'huge'\ncount = 2\n"
                         "[[thing]]\nname = 'b'\npicture = 'star'\nplace = 'top-right'\ncount = 2\n"
                         "[[thing]]\nname = 'c'\npicture = 'star'\nplace = 'bottom-left'\n"
                         "[[thing]]\nname = 'd'\npicture = 'star'\nplace = 'bottom-right'\n"
                         "[[thing]]\nname = 'e'\npicture = 'star'\nplace = 'top'\n"
                         "[[thing]]\nname = 'f'\npicture = 'star'\nplace = 'bottom'\n";

} // namespace

TEST_CASE("things never overlap and keep from the edges, whatever the seed") {
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        for (const auto* start : {mixed, full, tall, corners}) {
            CAPTURE(start);
            CAPTURE(seed);
            CHECK(stands_well(play::practice_of(start, seed)));
        }
    }
}

TEST_CASE("the track of a moving thing keeps within its footprint") {
    const world::PointerPractice practice = play::practice_of(tall, 7);
    for (const world::Thing& thing : practice.things) {
        const Rectangle here = footprint(thing);
        for (std::int64_t at = 0; at < 20'000; at += 37) {
            const double x = place_of(thing, at).x;
            CHECK(x - 70 >= here.x - 1e-6);
            CHECK(x + 70 <= here.x + here.width + 1e-6);
        }
    }
}

TEST_CASE("the same seed puts things at the same places, another seed elsewhere") {
    CHECK(play::practice_of(mixed, 5) == play::practice_of(mixed, 5));
    CHECK_FALSE(play::practice_of(mixed, 5) == play::practice_of(mixed, 6));
}

TEST_CASE("words change no places, so that all languages have the same ones") {
    const auto place = [](const char* start) { return play::practice_of(start, 3).things.front().centre; };
    CHECK(place("[[thing]]\nname = 'a'\npicture = 'star'\nlabel = 'non'\n") ==
          place("[[thing]]\nname = 'a'\npicture = 'star'\nlabel = 'une étoile filante'\n"));
}

TEST_CASE("wished places are kept") {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const world::PointerPractice practice = play::practice_of(mixed, seed);
        for (const char* name : {"apple-1", "apple-2", "apple-3"}) {
            CHECK(thing_named(practice, name)->centre.x < 400);
        }
        CHECK(thing_named(practice, "basket")->centre == world::Point{836, 360});
        CHECK(thing_named(practice, "lamp")->centre == world::Point{480, 360});
        const world::PointerPractice page = play::practice_of(tall, seed);
        CHECK(thing_named(page, "train")->centre.y > 3 * world::stage_height);
        CHECK(thing_named(page, "bee-2")->centre.y > world::stage_height);
    }
}

TEST_CASE("a new layout keeps the pointer, and nothing is put under it") {
    const lesson::Value start = play::start_table("[[thing]]\nname = 'cat'\npicture = 'cat'\ntask = 'reach'\n");
    play::Play before("[[thing]]\nname = 'lamp'\npicture = 'lamp'\nplace = 'centre'\n");
    before.move_to("lamp");
    before.press();
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        world::Setup setup;
        setup.seed = seed;
        world::PointerPractice practice = start_pointer(lesson::table_of(start), setup, before.now, &before.practice);
        CHECK(practice.pointer == before.practice.pointer);
        CHECK(practice.under_pointer == world::no_thing);
        CHECK(apply(practice, {before.now + 50, world::Release{}}).empty());
        CHECK_FALSE(practice.buttons.front().down);
    }
}

TEST_CASE("a label's box lies within the footprint") {
    for (const auto* start : {full, "[[thing]]\nname = 'boat'\npicture = 'boat'\nlabel = 'bateau'\ntask = 'trace'\n"}) {
        const world::PointerPractice practice = play::practice_of(start);
        for (const world::Thing& thing : practice.things) {
            const Rectangle here = footprint(thing);
            const Rectangle label = label_box(thing, 0);
            CHECK(label.x >= here.x - 1e-6);
            CHECK(label.x + label.width <= here.x + here.width + 1e-6);
            CHECK(label.y + label.height <= here.y + here.height + 1e-6);
        }
    }
}
