// Pictures of a session that is shown again (see pages_test.cpp).
#include "compare.h"
#include "tutor/recording.h"

#include <fstream>

namespace {

/// A folder with a recording in it.
Seat seat_with(const TemporaryFolder& folder, const tutor::RecordingHead& head,
               const std::vector<tutor::Input>& inputs) {
    std::filesystem::create_directories(folder.path);
    Seat seat{folder.path / "data"};
    seat.replay = folder.path / "recording";
    std::ofstream out(seat.replay);
    out << tutor::to_line(head) << '\n';
    for (const tutor::Input& input : inputs) {
        out << tutor::to_line(input) << '\n';
    }
    return seat;
}

} // namespace

TEST_CASE("a typing lesson shown again: keys, the pause before, help") {
    const TemporaryFolder folder;
    Person person(seat_with(folder, {"keyboard.find", "fr", 1, "azerty-fr", {}, {}, 2},
                            {{500, tutor::AskHelp{}},
                             {45'000, world::Deed{world::KeyDown{"KeyA"}}},
                             {45'100, world::Deed{world::KeyUp{"KeyA"}}}}));
    person.pass_time(1'500);
    person.click("play");
    compare(person, "replay-pause");
    person.click("one-more");
    compare(person, "replay-keys");
}

TEST_CASE("the practice computer shown again: the pointer carries a file; a step is done; text is large") {
    const TemporaryFolder folder;
    Person person(seat_with(folder, {"desktop.open", "fr", 2, "azerty-fr", {}, {}, 2},
                            {{4'000, world::Deed{world::Click{"desktop/icon/files", world::Button::left, 2}}},
                             {6'000, tutor::GoOn{}},
                             {9'000, world::Deed{world::Click{"files/close"}}}}));
    person.pass_time(500);
    for (int i = 0; i < 60; ++i) {
        person.pass_time(20);
    }
    person.click("play");
    compare(person, "replay-desk");
    use_large_high_contrast(person);
    person.click("chapter/close");
    compare(person, "replay-contrast");
    person.pass_time(1'000);
    person.click("play");
    person.pass_time(20'000);
    compare(person, "replay-over");
}
