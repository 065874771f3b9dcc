// Behaviour of widgets: pressing, focus by keyboard, dialogs, gliding.
#include "screen/widgets.h"

#include <functional>

#include <doctest/doctest.h>

namespace {

/// A page of tests: gives input, runs one pass.
class Page {
public:
    Page() : fonts_(open()), art_(COUCOU_SOURCE_DIR "/assets/art"), ui_(fonts_, art_) {}

    void pass(const screen::InputEvent& input, const std::function<void(screen::Ui&)>& draw, std::int64_t ms = 20) {
        now_ += ms;
        ui_.begin({1366, 768, now_, input}, look, messages_);
        draw(ui_);
        picture = ui_.end();
    }

    screen::Ui& ui() { return ui_; }
    screen::Look look;
    screen::Picture picture;

private:
    static screen::Fonts open() {
        auto fonts = screen::Fonts::open();
        REQUIRE(fonts.ok());
        return std::move(fonts).value();
    }
    screen::Fonts fonts_;
    screen::Art art_;
    screen::Ui ui_;
    lesson::Messages messages_;
    std::int64_t now_ = 0;
};

struct TwoButtons {
    int first = 0;
    int second = 0;
    void operator()(screen::Ui& ui) {
        first += screen::button(ui, "first", {100, 100, 200, 60}, {"", "Un"}) ? 1 : 0;
        second += screen::button(ui, "second", {100, 200, 200, 60}, {"", "Deux"}) ? 1 : 0;
    }
};

} // namespace

TEST_CASE("a button is pressed when the pointer presses and releases on it") {
    Page page;
    TwoButtons buttons;
    const auto draw = std::ref(buttons);
    page.pass(screen::PointerMoved{{150, 130}}, draw);
    page.pass(screen::PointerPressed{}, draw);
    CHECK(buttons.first == 0);
    page.pass(screen::PointerReleased{}, draw);
    CHECK(buttons.first == 1);
    page.pass(screen::Nothing{}, draw);
    CHECK(buttons.first == 1);
    CHECK(buttons.second == 0);
}

TEST_CASE("a press that slides off the button before it is released does nothing") {
    Page page;
    TwoButtons buttons;
    const auto draw = std::ref(buttons);
    page.pass(screen::PointerMoved{{150, 130}}, draw);
    page.pass(screen::PointerPressed{}, draw);
    page.pass(screen::PointerMoved{{150, 230}}, draw);
    page.pass(screen::PointerReleased{}, draw);
    CHECK(buttons.first == 0);
    CHECK(buttons.second == 0);
}

TEST_CASE("the other mouse buttons press nothing") {
    Page page;
    TwoButtons buttons;
    const auto draw = std::ref(buttons);
    page.pass(screen::PointerMoved{{150, 130}}, draw);
    page.pass(screen::PointerPressed{screen::PointerButton::right}, draw);
    page.pass(screen::PointerReleased{screen::PointerButton::right}, draw);
    CHECK(buttons.first == 0);
}

TEST_CASE("Tab goes from one to the next and round, Shift+Tab back, Enter and the space bar press") {
    Page page;
    TwoButtons buttons;
    const auto draw = std::ref(buttons);
    page.pass(screen::Nothing{}, draw);
    page.pass(screen::KeyPressed{"Tab"}, draw);
    CHECK(page.ui().has_any_focus());
    page.pass(screen::KeyPressed{"Enter"}, draw);
    CHECK(buttons.first == 1);
    page.pass(screen::KeyPressed{"Tab"}, draw);
    page.pass(screen::KeyPressed{"Space"}, draw);
    CHECK(buttons.second == 1);
    page.pass(screen::KeyPressed{"Tab"}, draw);
    page.pass(screen::KeyPressed{"Enter"}, draw);
    CHECK(buttons.first == 2);
    page.pass(screen::KeyPressed{"Tab", true}, draw);
    page.pass(screen::KeyPressed{"Enter"}, draw);
    CHECK(buttons.second == 2);
}

TEST_CASE("arrow keys go to the nearest widget in their direction") {
    Page page;
    TwoButtons buttons;
    const auto draw = std::ref(buttons);
    page.pass(screen::Nothing{}, draw);
    page.pass(screen::KeyPressed{"ArrowDown"}, draw);
    page.pass(screen::KeyPressed{"ArrowDown"}, draw);
    page.pass(screen::KeyPressed{"Enter"}, draw);
    CHECK(buttons.second == 1);
    page.pass(screen::KeyPressed{"ArrowUp"}, draw);
    page.pass(screen::KeyPressed{"Enter"}, draw);
    CHECK(buttons.first == 1);
}

TEST_CASE("what the keyboard works on has a ring that can be seen; what the mouse touched has not") {
    Page page;
    TwoButtons buttons;
    const auto draw = std::ref(buttons);
    page.pass(screen::Nothing{}, draw);
    page.pass(screen::Nothing{}, draw);
    const screen::Picture plain = page.picture;
    page.pass(screen::KeyPressed{"Tab"}, draw);
    CHECK_FALSE(plain == page.picture);
}

TEST_CASE("focus asked for a widget that comes with the next picture is there when it comes") {
    Page page;
    page.pass(screen::PointerMoved{{150, 130}}, [](screen::Ui& ui) { ui.focus("late"); });
    page.pass(screen::Nothing{}, [](screen::Ui& ui) { screen::button(ui, "late", {100, 100, 200, 60}, {"", "Un"}); });
    CHECK(page.ui().has_focus("late"));
    page.pass(screen::Nothing{}, [](screen::Ui&) {});
    CHECK(!page.ui().has_focus("late"));
}

TEST_CASE("widgets below a dialog can be neither pressed nor focused") {
    Page page;
    int below = 0;
    int above = 0;
    const auto draw = [&](screen::Ui& ui) {
        ui.set_enabled(false);
        below += screen::button(ui, "below", {100, 100, 200, 60}, {"", "Dessous"}) ? 1 : 0;
        ui.set_enabled(true);
        above += screen::button(ui, "above", {100, 300, 200, 60}, {"", "Dessus"}) ? 1 : 0;
    };
    page.pass(screen::PointerMoved{{150, 130}}, draw);
    page.pass(screen::PointerPressed{}, draw);
    page.pass(screen::PointerReleased{}, draw);
    page.pass(screen::KeyPressed{"Tab"}, draw);
    page.pass(screen::KeyPressed{"Enter"}, draw);
    CHECK(below == 0);
    CHECK(above == 1);
}

TEST_CASE("a key is used by one widget only") {
    Page page;
    page.pass(screen::KeyPressed{"Escape"}, [](screen::Ui& ui) {
        CHECK(ui.take_key("Escape"));
        CHECK_FALSE(ui.take_key("Escape"));
    });
}

TEST_CASE("an untouched page asks for no further pass") {
    Page page;
    TwoButtons buttons;
    page.pass(screen::Nothing{}, std::ref(buttons));
    page.pass(screen::Nothing{}, std::ref(buttons), 1000);
    CHECK_FALSE(page.ui().wake().has_value());
}

TEST_CASE("a value glides to its goal, and is there at once where motion is reduced") {
    Page page;
    float value = -1;
    float goal = 0;
    const auto draw = [&](screen::Ui& ui) { value = ui.glide("thing", goal, 100); };
    page.pass(screen::Nothing{}, draw);
    CHECK(value == 0);
    goal = 1;
    page.pass(screen::Nothing{}, draw);
    page.pass(screen::Nothing{}, draw, 50);
    CHECK(value > 0);
    CHECK(value < 1);
    CHECK(page.ui().wake().has_value());
    page.pass(screen::Nothing{}, draw, 100);
    CHECK(value == 1);
    CHECK_FALSE(page.ui().wake().has_value());
    goal = 0;
    page.look.reduced_motion = true;
    page.pass(screen::Nothing{}, draw);
    CHECK(value == 0);
}

TEST_CASE("controls grow with the text size, and the page's own lengths with the window") {
    Page page;
    float normal = 0;
    page.pass(screen::Nothing{}, [&](screen::Ui& ui) { normal = screen::button_height(ui); });
    CHECK(normal >= 48);
    page.look.text_size = screen::TextSize::largest;
    page.pass(screen::Nothing{}, [&](screen::Ui& ui) { CHECK(screen::button_height(ui) > normal * 1.4F); });
}
