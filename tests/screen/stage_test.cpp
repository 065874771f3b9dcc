// Where the stage lies, and what input does on it.
#include "stage_of.h"

#include <array>
#include <cmath>

namespace {

using screen::InputEvent;
using screen::Rect;
using world::Deed;

const std::string two_lamps = R"([pointer]
thing = [{ name = "lamp", place = "left" }, { name = "bell", place = "right" }])";

const std::string home_row = R"([keyboard]
task = "press"
keys = ["Tab", "Enter"])";

template <typename Kind>
const Kind* only(const std::vector<Deed>& deeds) {
    return deeds.size() == 1 ? std::get_if<Kind>(&deeds.front()) : nullptr;
}

/// The input that a person's hand would give for a deed.
InputEvent input_for(const Deed& deed, const Rect& stage) {
    const auto button = [](world::Button b) { return static_cast<screen::PointerButton>(static_cast<int>(b)); };
    if (const auto* to = std::get_if<world::Move>(&deed)) {
        return screen::PointerMoved{screen::from_stage(stage, {to->x, to->y})};
    }
    if (const auto* press = std::get_if<world::Press>(&deed)) {
        return screen::PointerPressed{button(press->button)};
    }
    if (const auto* release = std::get_if<world::Release>(&deed)) {
        return screen::PointerReleased{button(release->button)};
    }
    if (const auto* scroll = std::get_if<world::Scroll>(&deed)) {
        return screen::Wheel{static_cast<float>(scroll->notches)};
    }
    if (const auto* down = std::get_if<world::KeyDown>(&deed)) {
        return screen::KeyPressed{down->code, false, false, false, down->caps_lock, down->repeated};
    }
    if (const auto* up = std::get_if<world::KeyUp>(&deed)) {
        return screen::KeyReleased{up->code};
    }
    if (const auto* type = std::get_if<world::Type>(&deed)) {
        return screen::TextEntered{type->text};
    }
    return screen::Nothing{};
}

bool agree(const Deed& wanted, const std::vector<Deed>& given) {
    if (std::holds_alternative<world::Wait>(wanted)) {
        return given.empty();
    }
    if (const auto* to = std::get_if<world::Move>(&wanted)) {
        const auto* moved = only<world::Move>(given);
        return moved != nullptr && std::hypot(moved->x - to->x, moved->y - to->y) < 0.02;
    }
    return given.size() == 1 && given.front() == wanted;
}

/// Goes on by the first action that brings the practice nearer to its end, checking every action on offer.
void play_by_hand(const std::string& start, int steps) {
    world::Computer computer = computer_of(start);
    StagePass pass;
    std::int64_t now = 0;
    for (int step = 0; step < steps; ++step) {
        const std::vector<world::Action> offered = world::actions(computer, now);
        std::optional<world::Action> best;
        double least = world::remaining(computer);
        for (const world::Action& action : offered) {
            StagePass other; // what one input leaves behind in a pass must not help the next
            if (const auto* app = std::get_if<world::PointerPractice>(&computer.apps.front())) {
                other.deeds(computer, screen::PointerMoved{screen::from_stage(other.stage, app->pointer)});
            }
            INFO("start " << start << " step " << step << " deed " << action.deed.index());
            CHECK(agree(action.deed, other.deeds(computer, input_for(action.deed, other.stage))));
            world::Computer after = computer;
            world::apply(after, action);
            if (world::remaining(after) < least) {
                least = world::remaining(after);
                best = action;
            }
        }
        if (!best) {
            return;
        }
        world::apply(computer, *best);
        now = best->at;
    }
}

} // namespace

TEST_CASE("the stage is as large as its room allows, in its own proportions and in the middle") {
    CHECK(screen::stage_rect({0, 0, 960, 720}) == Rect{0, 0, 960, 720});
    CHECK(screen::stage_rect({10, 20, 1160, 720}) == Rect{110, 20, 960, 720});
    CHECK(screen::stage_rect({0, 0, 960, 1000}) == Rect{0, 140, 960, 720});
    CHECK(screen::stage_rect({0, 0, 0, 0}).w == 0);
}

TEST_CASE("from window px to stage units and back gives the same place") {
    for (const Rect stage : {Rect{380, 24, 960, 720}, Rect{334, 180, 690, 517}, Rect{1400, 60, 2400, 1800}}) {
        for (const double x : {0.0, 0.01, 123.45, 480.0, 959.99}) {
            for (const double y : {0.0, 7.77, 360.5, 719.99}) {
                const world::Point back = screen::to_stage(stage, screen::from_stage(stage, {x, y}));
                CHECK(std::abs(back.x - x) < 0.011);
                CHECK(std::abs(back.y - y) < 0.011);
            }
        }
    }
    const world::Point third = screen::to_stage({0, 0, 690, 517}, {100, 100});
    CHECK(third.x == 139.13); // rounded to hundredths, as recordings keep it
    CHECK(screen::to_stage({0, 0, 0, 0}, {5, 5}) == world::Point{});
}

TEST_CASE("the pointer and its buttons reach the practice computer") {
    StagePass pass;
    world::Computer computer = computer_of(two_lamps);
    const std::vector<Deed> moved = pass.deeds(computer, screen::PointerMoved{{480, 224}});
    REQUIRE(only<world::Move>(moved) != nullptr);
    CHECK(*only<world::Move>(moved) == world::Move{100, 200});
    world::apply(computer, {10, moved.front()});
    CHECK(pass.deeds(computer, screen::PointerMoved{{480, 224}}).empty()); // it is there already

    const std::vector<Deed> pressed = pass.deeds(computer, screen::PointerPressed{screen::PointerButton::right});
    REQUIRE(only<world::Press>(pressed) != nullptr);
    CHECK(only<world::Press>(pressed)->button == world::Button::right);
    CHECK(pass.deeds(computer, screen::PointerReleased{screen::PointerButton::right}).empty()); // not down there
    world::apply(computer, {20, pressed.front()});
    const std::vector<Deed> released = pass.deeds(computer, screen::PointerReleased{screen::PointerButton::right});
    CHECK(only<world::Release>(released) != nullptr);

    const std::vector<Deed> turned = pass.deeds(computer, screen::Wheel{0.333F});
    REQUIRE(only<world::Scroll>(turned) != nullptr);
    CHECK(only<world::Scroll>(turned)->notches == 0.33);
}

TEST_CASE("a press brings the pointer along where no movement was seen before") {
    StagePass pass;
    const world::Computer computer = computer_of(two_lamps);
    const world::Computer other = computer_of(home_row);
    CHECK(pass.deeds(other, screen::PointerMoved{{480, 224}}).empty()); // nothing to be pointed at there
    const std::vector<Deed> deeds = pass.deeds(computer, screen::PointerPressed{});
    REQUIRE(deeds.size() == 2);
    CHECK(deeds[0] == Deed{world::Move{100, 200}});
    CHECK(deeds[1] == Deed{world::Press{}});
}

TEST_CASE("what is done beside the stage does nothing on it, but letting go") {
    StagePass pass;
    world::Computer computer = computer_of(two_lamps);
    world::apply(computer, {1, world::Move{100, 200}});
    const std::vector<Deed> leaves = pass.deeds(computer, screen::PointerMoved{{200, 300}});
    REQUIRE(only<world::Move>(leaves) != nullptr);
    CHECK(only<world::Move>(leaves)->x == 0); // no further than the edge
    world::apply(computer, {2, leaves.front()});
    CHECK(pass.deeds(computer, screen::PointerMoved{{100, 100}}).empty());
    CHECK(pass.deeds(computer, screen::PointerPressed{}).empty());
    CHECK(pass.deeds(computer, screen::Wheel{1}).empty());

    world::apply(computer, {3, world::Move{100, 200}});
    world::apply(computer, {4, world::Press{}});
    const std::vector<Deed> drags = pass.deeds(computer, screen::PointerMoved{{100, 300}});
    CHECK(only<world::Move>(drags) != nullptr);
    const std::vector<Deed> lets_go = pass.deeds(computer, screen::PointerReleased{});
    REQUIRE(!lets_go.empty());
    CHECK(lets_go.back() == Deed{world::Release{}});
}

TEST_CASE("keys and text go to a keyboard practice that has the keyboard") {
    StagePass pass;
    world::Computer computer = computer_of("[keyboard]\ntext = \"le chat\"");
    CHECK(screen::wants_keyboard(computer));
    const std::vector<Deed> down = pass.deeds(computer, screen::KeyPressed{"KeyL", false, false, false, true, true});
    REQUIRE(only<world::KeyDown>(down) != nullptr);
    CHECK(*only<world::KeyDown>(down) == world::KeyDown{"KeyL", true, true});
    CHECK(pass.deeds(computer, screen::KeyPressed{"KeyL", false, false, false, false, false}, false).empty());
    CHECK(pass.deeds(computer, screen::KeyReleased{"KeyL"}).empty());
    world::apply(computer, {1, world::KeyDown{"KeyL"}});
    CHECK(only<world::KeyUp>(pass.deeds(computer, screen::KeyReleased{"KeyL"}, false)) != nullptr);
    const std::vector<Deed> typed = pass.deeds(computer, screen::TextEntered{"ê"});
    REQUIRE(only<world::Type>(typed) != nullptr);
    CHECK(only<world::Type>(typed)->text == "ê");
    CHECK(pass.deeds(computer, screen::TextEntered{"ê"}, false).empty());
    CHECK_FALSE(screen::wants_keyboard(computer_of(two_lamps)));
}

TEST_CASE("Escape, F1 and Tab are the page's, but for a Tab that is to be pressed") {
    StagePass pass;
    world::Computer computer = computer_of(home_row);
    CHECK(pass.deeds(computer, screen::KeyPressed{"Escape"}).empty());
    CHECK(pass.deeds(computer, screen::KeyPressed{"F1"}).empty());
    CHECK(screen::wants_tab(computer, {}));
    CHECK(only<world::KeyDown>(pass.deeds(computer, screen::KeyPressed{"Tab"})) != nullptr);
    world::apply(computer, {1, world::KeyDown{"Tab"}});
    world::apply(computer, {2, world::KeyUp{"Tab"}});
    CHECK_FALSE(screen::wants_tab(computer, {}));
    CHECK(pass.deeds(computer, screen::KeyPressed{"Tab"}).empty());
}

TEST_CASE("when the window is left, all that is down is let go") {
    StagePass pass;
    world::Computer pointer = computer_of(two_lamps);
    world::apply(pointer, {1, world::Move{100, 200}});
    world::apply(pointer, {2, world::Press{world::Button::left}});
    world::apply(pointer, {3, world::Press{world::Button::right}});
    const std::vector<Deed> buttons = pass.deeds(pointer, screen::LetGo{});
    CHECK(buttons == std::vector<Deed>{world::Release{world::Button::left}, world::Release{world::Button::right}});
    world::Computer keys = computer_of("[keyboard]\ntext = \"A\"");
    world::apply(keys, {1, world::KeyDown{"ShiftLeft"}});
    CHECK(pass.deeds(keys, screen::LetGo{}) == std::vector<Deed>{world::KeyUp{"ShiftLeft"}});
    CHECK(pass.deeds(keys, screen::Nothing{}).empty());
}

TEST_CASE("everything that can be done on the practice computer, a person can do on the stage") {
    play_by_hand(two_lamps, 8);
    play_by_hand("[pointer]\nthing = [{ name = \"gift\", task = \"double\" }, { name = \"plant\", task = \"menu\", "
                 "choose = 2, menu = [\"Offrir\", \"Arroser\"] }]",
                 14);
    play_by_hand("[pointer]\nthing = [{ name = \"apple\", task = \"drag\", to = \"basket\" }, "
                 "{ name = \"basket\", task = \"home\" }]",
                 6);
    play_by_hand("[pointer]\ntall = 3\nthing = [{ name = \"stamp\", task = \"see\", place = \"end\" }]", 8);
    play_by_hand("[pointer]\nthing = [{ name = \"boat\", task = \"trace\", path = \"wave\" }]", 10);
    play_by_hand("[keyboard]\ntext = \"Fête\"", 24);
    play_by_hand(home_row, 6);
}
