// The practice computer as a whole.
#include "pointer_play.h"
#include "world/computer.h"

namespace {

constexpr auto lamp = "[pointer]\n[[pointer.thing]]\nname = 'lamp'\npicture = 'lamp'\nplace = 'centre'\n";

world::Computer computer_of(const char* start) {
    world::Computer computer;
    world::lay_out(computer, lesson::table_of(play::start_table(start)), {}, 0);
    return computer;
}

} // namespace

TEST_CASE("an empty computer has nothing to do") {
    world::Computer computer;
    CHECK(world::remaining(computer) == 0);
    CHECK(world::facts(computer).empty());
    CHECK(world::actions(computer, 0).empty());
    CHECK(world::apply(computer, {0, world::Press{}}).empty());
}

TEST_CASE("the apps that a start names are laid out, and hand their facts and events on") {
    world::Computer computer = computer_of(lamp);
    REQUIRE(computer.apps.size() == 1);
    CHECK(world::remaining(computer) > 0);
    CHECK_FALSE(world::actions(computer, 0).empty());
    world::apply(computer, {100, world::Move{480, 360}});
    world::apply(computer, {200, world::Press{}});
    CHECK(world::apply(computer, {300, world::Release{}}).size() == 3);
    CHECK(world::remaining(computer) == 0);
    CHECK(world::facts(computer).front() == world::Fact{"pointer.things", {{"left", 0.0}, {"done", 1.0}}});
}

TEST_CASE("laying out an app anew replaces it, and leaves the pointer where it is") {
    world::Computer computer = computer_of(lamp);
    world::apply(computer, {100, world::Move{480, 360}});
    const lesson::Value again =
        play::start_table("[pointer]\n[[pointer.thing]]\nname = 'bell'\npicture = 'bell'\nplace = 'top-left'\n");
    world::lay_out(computer, lesson::table_of(again), {}, 100);
    REQUIRE(computer.apps.size() == 1);
    const auto& practice = std::get<world::PointerPractice>(computer.apps.front());
    CHECK(practice.things.front().name == "bell");
    CHECK(practice.pointer == world::Point{480, 360});
}

TEST_CASE("both apps can stand side by side") {
    const std::string start = std::string(lamp) + "[keyboard]\ntext = 'bonjour'\n";
    world::Computer computer = computer_of(start.c_str());
    CHECK(computer.apps.size() == 2);
    CHECK(world::remaining(computer) > 1);
    world::lay_out(computer, lesson::table_of(play::start_table(lamp)), {}, 0);
    CHECK(computer.apps.size() == 2);
}

TEST_CASE("the vocabulary knows the apps and their facts") {
    const lesson::Vocabulary words = world::vocabulary();
    CHECK(lesson::find_app(words, "pointer") != nullptr);
    CHECK(lesson::find_app(words, "keyboard") != nullptr);
    CHECK(lesson::find_fact(words, "pointer.clicked") != nullptr);
    CHECK(lesson::find_fact(words, "pointer.danced") == nullptr);
}
