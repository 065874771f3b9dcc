// What a person would tell of, out of all that was done.
#include "tutor/deeds.h"

#include <doctest/doctest.h>

namespace {

std::vector<world::Deed> told(const std::vector<world::Deed>& done) {
    std::vector<world::Action> actions;
    for (const world::Deed& deed : done) {
        actions.push_back({static_cast<std::int64_t>(actions.size()) * 100, deed});
    }
    std::vector<world::Deed> deeds;
    for (const tutor::Told& one : tutor::telling_deeds(actions)) {
        CHECK(one.action.at == static_cast<std::int64_t>(one.index) * 100);
        deeds.push_back(one.action.deed);
    }
    return deeds;
}

} // namespace

TEST_CASE("of a click its press is told, of moves and waits nothing") {
    CHECK(told({world::Move{1, 1}, world::Press{}, world::Move{2, 1}, world::Release{}, world::Wait{}}) ==
          std::vector<world::Deed>{world::Press{}});
    CHECK(told({world::Click{"a"}, world::Drag{"b", "c"}, world::Undo{}}) ==
          std::vector<world::Deed>{world::Click{"a"}, world::Drag{"b", "c"}, world::Undo{}});
}

TEST_CASE("a word is one deed, whether keys were recorded with it or not") {
    CHECK(told({world::KeyDown{"KeyO"}, world::Type{"o"}, world::KeyUp{"KeyO"}, world::KeyDown{"ShiftLeft"},
                world::KeyDown{"KeyU"}, world::Type{"U"}}) == std::vector<world::Deed>{world::Type{"oU"}});
    CHECK(told({world::Type{"o"}, world::Type{"u"}, world::Click{"a"}, world::Type{"i"}}) ==
          std::vector<world::Deed>{world::Type{"ou"}, world::Click{"a"}, world::Type{"i"}});
}

TEST_CASE("a shortcut is one deed, and a key that writes nothing is told; while it repeats it is told once") {
    CHECK(told({world::KeyDown{"ControlLeft"}, world::KeyDown{"KeyC"}, world::KeyUp{"KeyC"},
                world::KeyUp{"ControlLeft"}, world::KeyDown{"Enter"}}) ==
          std::vector<world::Deed>{world::KeyDown{"KeyC"}, world::KeyDown{"Enter"}});
    CHECK(told({world::KeyDown{"Backspace"}, world::KeyDown{"Backspace", false, true}}) ==
          std::vector<world::Deed>{world::KeyDown{"Backspace"}});
}

TEST_CASE("the wheel is told once, however many notches it turns") {
    CHECK(told({world::Scroll{1}, world::Scroll{1}, world::Move{1, 1}, world::Scroll{2}}) ==
          std::vector<world::Deed>{world::Scroll{1}});
}
