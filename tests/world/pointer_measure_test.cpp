// Measuring: against figures worked out by hand.
#include "pointer_play.h"
#include "world/pointer_measure.h"

#include <array>

using play::Play;

TEST_CASE("the index of difficulty is the binary logarithm of distance by width, plus one") {
    CHECK(world::index_of_difficulty(300, 100) == 2);
    CHECK(world::index_of_difficulty(0, 100) == 0);
    CHECK(world::index_of_difficulty(300, 0) == 0);
}

TEST_CASE("throughput is bits by seconds") {
    CHECK(world::throughput(2, 1000) == 2);
    CHECK(world::throughput(3, 1500) == 2);
    CHECK(world::throughput(3, 0) == 0);
}

TEST_CASE("a click is measured from the end of the task before") {
    Play play("[[thing]]\nname = 'lamp'\npicture = 'lamp'\nsize = 'medium'\nplace = 'left'\n"
              "[[thing]]\nname = 'bell'\npicture = 'bell'\nsize = 'medium'\nplace = 'right'\n");
    play.move_to("lamp");
    play.click();
    CHECK(play.number("pointer.measured", "time") == 200);
    CHECK(play.number("pointer.measured", "distance") == 0);
    play.move_to("bell");
    play.wait(800);
    play.click();
    // lamp at 24 + 48, bell at 960 - 24 - 48: 816 apart, 96 wide: log2(816 / 96 + 1) = log2(9.5) = 3.2479 bit in 1 s
    CHECK(play.number("pointer.measured", "time") == 1000);
    CHECK(play.number("pointer.measured", "distance") == 816);
    CHECK(play.number("pointer.measured", "width") == 96);
    CHECK(play.number("pointer.measured", "throughput") == doctest::Approx(3.2479).epsilon(0.0001));
    CHECK(play.text("pointer.measured", "task") == "click");
    CHECK(play.practice.trials.size() == 2);
}

TEST_CASE("a drag is measured as two acts of pointing") {
    Play play(
        "[[thing]]\nname = 'apple'\npicture = 'apple'\nsize = 'medium'\ntask = 'drag'\nto = 'basket'\nplace = 'left'\n"
        "[[thing]]\nname = 'basket'\npicture = 'basket'\nsize = 'medium'\ntask = 'home'\nplace = 'right'\n");
    play.move_to("apple");
    play.press();
    play.move_to("basket");
    play.release(world::Button::left, 1780);
    // 0 bit to the apple, where the pointer first moved to, and 3.2479 bit to the basket, in 2 s
    CHECK(play.number("pointer.measured", "time") == 2000);
    CHECK(play.number("pointer.measured", "distance") == 816);
    CHECK(play.number("pointer.measured", "throughput") == doctest::Approx(1.62396).epsilon(0.0001));
}

TEST_CASE("resting has no throughput") {
    Play play("[[thing]]\nname = 'cat'\npicture = 'cat'\ntask = 'stay'\n");
    play.move_to("cat");
    play.wait(1300);
    CHECK(play.number("pointer.measured", "throughput") == 0);
    CHECK(play.practice.trials.empty());
}

TEST_CASE("the effective width is 4.133 standard deviations of the ends along the way") {
    // Ends at -10, 0 and +10 along the way of 300: SD = 10, We = 41.33, De = 300.
    // log2(300 / 41.33 + 1) = log2(8.25865) = 3.04591 bit in (900 + 1000 + 1100) / 3 = 1000 ms.
    // What lies across the way (the third one's 25) does not count.
    const std::array<world::Trial, 3> trials{{{{0, 0}, {300, 0}, {290, 0}, 40, 900},
                                              {{0, 0}, {0, 300}, {0, 300}, 40, 1000},
                                              {{300, 0}, {0, 0}, {-10, 25}, 40, 1100}}};
    CHECK(world::effective_throughput(trials) == doctest::Approx(3.04591).epsilon(0.00001));
}

TEST_CASE("one trial, or ends that do not vary, have no effective width") {
    const std::array<world::Trial, 2> trials{
        {{{0, 0}, {300, 0}, {300, 0}, 40, 900}, {{0, 0}, {300, 0}, {300, 0}, 40, 900}}};
    CHECK(world::effective_throughput(std::span(trials).first(1)) == 0);
    CHECK(world::effective_throughput(trials) == 0);
    CHECK(world::effective_throughput({}) == 0);
}
