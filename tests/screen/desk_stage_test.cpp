// The stage of the practice computer's desktop: touching what is drawn does it, whatever the input.
#include "../amount.h"
#include "base/random.h"
#include "desk_hand.h"
#include "screen/stage/desk_painters.h"

#include <algorithm>
#include <array>
#include <map>

namespace {

constexpr int random_inputs = times(20'000, 600);

/// Any input that a person can give, mostly on what can be touched.
screen::InputEvent random_input(Hand& hand, base::Random& random) {
    constexpr std::array keys{"Enter",     "Escape",  "Tab",         "Delete",    "ArrowDown", "ArrowLeft",
                              "Backspace", "AltLeft", "ControlLeft", "ShiftLeft", "KeyZ",      "F2"};
    constexpr std::array texts{"a", "é", " ", "ß", "mairie"};
    constexpr std::array buttons{screen::PointerButton::left, screen::PointerButton::left, screen::PointerButton::left,
                                 screen::PointerButton::right};
    switch (random.below(10)) {
    case 0:
        return screen::KeyPressed{keys.at(random.below(keys.size()))};
    case 1:
        return screen::KeyReleased{keys.at(random.below(keys.size()))};
    case 2:
        return screen::TextEntered{texts.at(random.below(texts.size()))};
    case 3:
        return screen::Wheel{random.below(2) == 0 ? 1.0F : -1.0F};
    case 4:
        return screen::LetGo{};
    case 5:
    case 6:
        return screen::PointerPressed{buttons.at(random.below(buttons.size()))};
    case 7:
        return screen::PointerReleased{buttons.at(random.below(buttons.size()))};
    default:
        break;
    }
    const std::vector<screen::Spot>& spots = hand.memory().spots;
    if (spots.empty() || random.below(8) == 0) {
        return screen::PointerMoved{
            {static_cast<float>(random.between(0, 1366)), static_cast<float>(random.between(0, 768))}};
    }
    return screen::PointerMoved{spots.at(random.below(spots.size())).seen.centre()};
}

} // namespace

TEST_CASE("random inputs through the stage leave no target that is not listed, and all can be taken back") {
    for (const std::string look : {"bar", "overview"}) {
        Hand hand("[desktop]\nlook = \"" + look + "\"\nopen = [\"editor\", \"mail\", \"browser\", \"files\"]\n");
        base::Random random(look == "bar" ? 21 : 22);
        const world::DeskState first = hand.state();
        for (int i = 0; i < random_inputs / 2; ++i) {
            hand.input(random_input(hand, random));
            const std::map<std::string, unsigned> listed = listed_targets(hand.state());
            REQUIRE_FALSE(listed.empty());
            if (hand.memory().press) {
                continue; // a window that is being dragged is drawn where it will lie
            }
            for (const auto& drawn : drawn_targets(hand.memory())) {
                const auto& name = drawn.first;
                REQUIRE_MESSAGE(listed.contains(name), name, " after input ", i);
            }
        }
        while (desk_of(hand.computer).timeline.can_undo()) {
            world::apply(hand.computer, {0, world::Undo{}});
        }
        CHECK(hand.state().windows.size() == first.windows.size());
        CHECK(hand.state().disk == first.disk);
        CHECK(hand.state().mailbox == first.mailbox);
    }
}

TEST_CASE("what is seen of a target is where it can be touched") {
    Hand hand;
    int touched = 0;
    for (const world::Target& target : world::targets(hand.state())) {
        const auto place = screen::place_of(hand.memory(), hand.rect(), target.name);
        if (!place || target.gestures == world::no_gesture || !target.enabled) {
            continue;
        }
        const screen::Spot* spot =
            screen::spot_at(hand.memory(), screen::from_stage(hand.rect(), *place), target.gestures);
        REQUIRE_MESSAGE(spot != nullptr, target.name);
        CHECK(spot->target.name == target.name);
        ++touched;
    }
    CHECK(touched > 15);
}

TEST_CASE("a click is a click on what is drawn there, and two close together are a double-click") {
    Hand hand;
    const auto first = hand.click("desktop/icon/mail");
    REQUIRE(first.size() == 1);
    CHECK(first.front() == world::Deed{world::Click{"desktop/icon/mail"}});
    const auto second = hand.click("desktop/icon/mail");
    REQUIRE(second.size() == 1);
    CHECK(std::get<world::Click>(second.front()).times == 2);
    CHECK(world::find_window(hand.state(), "mail") != nullptr);
}

TEST_CASE("a press that slides off to elsewhere is no click") {
    Hand hand;
    hand.input(screen::PointerMoved{hand.at("files/close")});
    hand.input(screen::PointerPressed{});
    hand.input(screen::PointerMoved{hand.at("desktop/ground")});
    CHECK(hand.input(screen::PointerReleased{}).empty());
    CHECK(world::find_window(hand.state(), "files") != nullptr);
}

TEST_CASE("a window follows its title bar, and comes to lie where it is let go") {
    Hand hand;
    const world::Rectangle before = world::find_window(hand.state(), "files")->place;
    const screen::Point at = hand.at("files/title");
    hand.input(screen::PointerMoved{at});
    hand.input(screen::PointerPressed{});
    hand.input(screen::PointerMoved{{at.x - 40, at.y + 60}});
    CHECK(world::find_window(hand.state(), "files")->place == before); // only drawn so far
    const auto done = hand.input(screen::PointerReleased{});
    REQUIRE(done.size() == 1);
    CHECK(std::holds_alternative<world::Place>(done.front()));
    const world::Rectangle after = world::find_window(hand.state(), "files")->place;
    CHECK(after.x == doctest::Approx(before.x - 40));
    CHECK(after.y == doctest::Approx(before.y + 60));
}

TEST_CASE("the right button opens a menu at the pointer, and Escape closes it and not the lesson") {
    Hand hand;
    CHECK_FALSE(screen::wants_escape(hand.computer));
    hand.click("desktop/icon/bin", screen::PointerButton::right);
    REQUIRE(hand.state().menu.has_value());
    CHECK(screen::wants_escape(hand.computer));
    hand.input(screen::KeyPressed{"Escape"});
    CHECK_FALSE(hand.state().menu.has_value());
}

TEST_CASE("a click in a field gives it the keyboard, and typing writes there") {
    Hand hand;
    hand.click("files/field/search");
    CHECK(hand.state().focus == "files/field/search");
    hand.input(screen::TextEntered{"plage"});
    const world::TextField* field = world::field_of_target(hand.state(), "files/field/search");
    REQUIRE(field != nullptr);
    CHECK(field->edit.text == "plage");
    hand.click("files/field/search");
    hand.click("files/field/search");
    CHECK(world::selected(world::field_of_target(hand.state(), "files/field/search")->edit) == "plage");
}

TEST_CASE("F1 is the tutor's, everywhere") {
    Hand hand;
    hand.click("files/field/search");
    CHECK(hand.input(screen::KeyPressed{"F1"}).empty());
}

TEST_CASE("a shortcut is told by its keys, the plus among them") {
    StagePass pass;
    pass.picture(computer_of(start), {}); // from then on it has words
    CHECK(screen::words_of_keys(pass.ui(), "Control+C") == "Control+C");
    CHECK(screen::words_of_keys(pass.ui(), "Control++") == "Control++");
    CHECK(screen::words_of_keys(pass.ui(), "F2") == "F2");
}

TEST_CASE("the colours of the desk can be told apart from what they stand on") {
    for (const bool high_contrast : {false, true}) {
        for (const world::DeskLook look : {world::DeskLook::bar, world::DeskLook::overview}) {
            const screen::DeskColours& c = screen::desk_colours(look, high_contrast);
            for (const screen::Colour ground : {c.surface, c.chrome, c.side, c.menu, c.hover}) {
                CHECK(screen::contrast(c.ink, ground) >= 7);
                CHECK(screen::contrast(c.soft_ink, ground) >= 7);
            }
            CHECK(screen::contrast(c.ink, c.title) >= 7);
            CHECK(screen::contrast(c.chosen_ink, c.chosen) >= 7);
            CHECK(screen::contrast(c.on_accent, c.accent) >= 7);
            CHECK(screen::contrast(c.link, c.surface) >= 7);
            CHECK(screen::contrast(c.on_danger, c.danger) >= 7);
            CHECK(screen::contrast(c.warning_ink, c.warning) >= 7);
            CHECK(screen::contrast(c.on_bar, c.bar) >= 7);
            CHECK(screen::contrast(c.field_line, c.surface) >= 3);
        }
    }
}
