// The desktop: windows, menus, dialogs, keys, the focus, and that every change can be taken back.
#include "base/random.h"
#include "world/computer.h"
#include "world/desk.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

namespace {

using world::Button;
using world::Click;
using world::Deed;
using world::Desk;
using world::KeyDown;
using world::KeyUp;

/// A desk and a hand at it.
struct Seat {
    Desk desk;
    std::int64_t now = 0;
    std::vector<world::Event> happened;

    explicit Seat(world::DeskLook look = world::DeskLook::bar, std::uint64_t seed = 7) {
        world::Setup setup;
        setup.seed = seed;
        desk = world::start_desk({}, setup, 0, nullptr);
        world::DeskState state = desk.timeline.now();
        state.look = look;
        desk.timeline = world::Timeline<world::DeskState>(std::move(state));
    }

    const world::DeskState& state() const { return desk.timeline.now(); }

    void operator()(Deed deed) {
        now += 500;
        std::vector<world::Event> events = world::apply(desk, {now, std::move(deed)});
        happened.insert(happened.end(), events.begin(), events.end());
    }
    void click(std::string target, Button button = Button::left, int times = 1) {
        (*this)(Click{std::move(target), button, times, false, false});
    }
    void keys(std::initializer_list<const char*> codes) {
        for (const char* code : codes) {
            (*this)(KeyDown{code, false, false});
        }
        for (const char* code : codes) {
            (*this)(KeyUp{code});
        }
    }
    bool heard(std::string_view fact) const {
        return std::ranges::any_of(happened, [&](const world::Event& event) { return event.fact.name == fact; });
    }
    bool has(std::string_view target) const { return world::find_target(world::targets(state()), target) != nullptr; }
    std::string front() const {
        const world::Window* window = world::active_window(state());
        return window != nullptr ? window->name : std::string();
    }
};

} // namespace

TEST_CASE("an icon opens its program by a double-click in one look, by a click in the other") {
    Seat bar(world::DeskLook::bar);
    bar.click("desktop/icon/files");
    CHECK(bar.front().empty());
    bar.click("desktop/icon/files", Button::left, 2);
    CHECK(bar.front() == "files");
    Seat overview(world::DeskLook::overview);
    overview.click("desktop/icon/files");
    CHECK(overview.front() == "files");
}

TEST_CASE("the start menu and the keyboard open programs too") {
    Seat seat;
    seat.click("bar/start");
    CHECK(seat.heard("desktop.start_opened"));
    seat.click("start/editor");
    CHECK(seat.front() == "editor");
    CHECK(!seat.state().start_is_open);
    seat.keys({"MetaLeft"});
    CHECK(seat.state().start_is_open);
    seat.keys({"Escape"});
    CHECK(!seat.state().start_is_open);
}

TEST_CASE("a window is put away and fetched back by its button in the bar, and keeps its place") {
    Seat seat;
    seat.click("bar/start");
    seat.click("start/files");
    const world::Rectangle place = seat.state().windows.front().place;
    seat.click("files/minimise");
    CHECK(seat.front().empty());
    CHECK(!seat.has("files/close"));
    seat.click("bar/task/files");
    CHECK(seat.front() == "files");
    CHECK(seat.state().windows.front().place == place);
    CHECK(seat.heard("desktop.restored"));
}

TEST_CASE("a title bar that is dragged takes its window along, and can always be fetched back") {
    Seat seat;
    seat.click("desktop/icon/files", Button::left, 2);
    seat(world::Place{"files/title", 200, 100});
    CHECK(seat.state().windows.front().place.x == 200);
    seat(world::Place{"files/title", 5000, -300});
    const world::Rectangle place = seat.state().windows.front().place;
    CHECK(place.x <= world::stage_width - 80);
    CHECK(place.y >= 0);
    seat(world::Place{"files/title", 40, 40});
    seat(world::Place{"files/grip", 1, 1});
    CHECK(seat.state().windows.front().place.width >= 300);
    CHECK(seat.heard("desktop.resized"));
}

TEST_CASE("of a window that lies behind, only itself can be touched, and that brings it to the front") {
    Seat seat;
    seat.click("bar/start");
    seat.click("start/files");
    seat.click("bar/start");
    seat.click("start/editor");
    CHECK(seat.has("files"));
    CHECK(!seat.has("files/close"));
    seat.click("files");
    CHECK(seat.front() == "files");
    CHECK(seat.has("files/close"));
    seat.keys({"AltLeft", "Tab"});
    CHECK(seat.front() == "editor");
}

TEST_CASE("what a window covers wholly cannot be touched") {
    Seat seat;
    seat.click("desktop/icon/files", Button::left, 2);
    CHECK(seat.has("desktop/icon/bin"));
    seat.click("files/maximise");
    CHECK(!seat.has("desktop/icon/bin"));
    CHECK(!seat.has("desktop/ground"));
    CHECK(seat.has("bar/start"));
}

TEST_CASE("while a menu is open only its entries can be touched; a click beside it closes it") {
    Seat seat;
    seat.click("desktop/ground", Button::right);
    CHECK(seat.has("menu/new-folder"));
    CHECK(!seat.has("desktop/icon/files"));
    seat.click("menu/close");
    CHECK(!seat.has("menu/new-folder"));
    CHECK(seat.has("desktop/icon/files"));
}

TEST_CASE("a new folder on the desktop asks for its name, says what is wrong with one, and lies there") {
    Seat seat;
    seat.click("desktop/ground", Button::right);
    seat.click("menu/new-folder");
    CHECK(seat.state().focus == "dialog/field");
    seat.keys({"Enter"});
    REQUIRE(world::front_dialog(seat.state()) != nullptr);
    CHECK(!world::front_dialog(seat.state())->fault.message.id.empty());
    seat(world::Type{"Vacances"});
    seat.keys({"Enter"});
    CHECK(world::front_dialog(seat.state()) == nullptr);
    CHECK(seat.has("desktop/icon/Vacances"));
    seat(world::Drag{"desktop/icon/Vacances", "desktop/icon/bin", false});
    CHECK(!seat.has("desktop/icon/Vacances"));
    CHECK(seat.heard("file.deleted"));
}

TEST_CASE("letters typed one after another are taken back at once, and what was before them separately") {
    Seat seat;
    seat.click("desktop/ground", Button::right);
    seat.click("menu/new-folder");
    const auto before = seat.desk.timeline.length();
    for (const char* letter : {"A", "n", "a"}) {
        seat(world::Type{letter});
    }
    CHECK(seat.desk.timeline.length() == before + 1);
    seat(world::Undo{});
    CHECK(world::front_dialog(seat.state())->field.edit.text.empty());
    seat(world::Undo{});
    CHECK(world::front_dialog(seat.state()) == nullptr);
}

TEST_CASE("a deed on what is not there, or cannot be done with it, changes nothing") {
    Seat seat;
    const world::DeskState before = seat.state();
    seat.click("nothing/here");
    seat.click("files/close");
    seat(world::Drag{"bar/start", "desktop/icon/bin", false});
    seat(world::Place{"desktop/icon/bin", 3, 3});
    seat(world::Mark{"dialog/field", 0, 99});
    seat.click("bar/clock");
    CHECK(seat.state() == before);
    CHECK(seat.happened.empty());
}

TEST_CASE("the same seed gives the same desk, and seeds differ in the order of icons") {
    const world::DeskState one = Seat(world::DeskLook::bar, 3).state();
    world::DeskState other = Seat(world::DeskLook::bar, 3).state();
    other.setup = one.setup; // a setup is shared, and told apart by where it lies
    CHECK(one == other);
    bool differs = false;
    for (std::uint64_t seed = 4; seed < 12; ++seed) {
        differs = differs || Seat(world::DeskLook::bar, seed).state().icons != Seat().state().icons;
    }
    CHECK(differs);
}

TEST_CASE("whatever a random hand does, all of it can be taken back to the start") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Seat seat(seed % 2 == 0 ? world::DeskLook::bar : world::DeskLook::overview, seed);
        const world::DeskState start = seat.state();
        base::Random random(seed);
        for (int i = 0; i < 500; ++i) {
            const std::vector<world::Action> can = world::actions(seat.desk, seat.now);
            REQUIRE(!can.empty());
            seat(can.at(random.below(can.size())).deed);
        }
        while (seat.desk.timeline.can_undo()) {
            seat(world::Undo{});
        }
        world::DeskState end = seat.state();
        end.held.clear();
        CHECK(end == start);
    }
}

TEST_CASE("a window of which only what lies off the screen is uncovered cannot be touched") {
    Seat seat;
    seat.click("desktop/icon/files", Button::left, 2);
    seat(world::Place{"files/title", world::stage_width - 100, 100});
    seat.keys({"MetaLeft"});
    seat.click("start/editor");
    REQUIRE(seat.front() == "editor");
    CHECK(seat.has("files"));
    seat(world::Place{"editor/title", world::stage_width - 400, 90});
    seat(world::Place{"editor/grip", world::stage_width, 700});
    REQUIRE(seat.front() == "editor");
    CHECK_FALSE(seat.has("files"));
}
