// A person at the program, for tests without a window: touches widgets by name, and plays by the planner's actions.
#pragma once

#include "app/resources.h"
#include "app/session.h"
#include "tutor/planner.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <unistd.h>

#include <doctest/doctest.h>

/// A folder that is gone at the end.
struct TemporaryFolder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("coucou-session-" + std::to_string(getpid()));
    TemporaryFolder() { std::filesystem::remove_all(path); }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    TemporaryFolder(TemporaryFolder&&) = delete;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
};

/// Where and how a person sits at the program.
struct Seat {
    std::filesystem::path data{};
    int width = 1366;
    int height = 768;
    std::string language = "fr";
    std::string lesson{}; ///< opened at once
    std::filesystem::path record{};
    std::uint64_t seed = 7;
    std::filesystem::path replay{};
    std::string clock{};                             ///< `2026-12-01 09:00`; empty for the computer's own
    std::function<void(app::WindowChoices&)> more{}; ///< what else the command line says
};

/// A person at the program: touches widgets by name, and plays by the planner's actions.
class Person {
public:
    explicit Person(const std::filesystem::path& data) : Person(Seat{data}) {}

    explicit Person(const Seat& seat)
        : seat_(seat), fonts_(open_fonts()), art_(COUCOU_SOURCE_DIR "/assets/art"), ui_(fonts_, art_) {
        screen::use_icons_of(fonts_, art_);
        auto resources = app::read_messages();
        REQUIRE(resources.ok());
        REQUIRE(app::read_lessons_and_layouts(resources.value(), {}).ok());
        auto words = app::in_language(resources.value(), seat.language);
        REQUIRE(words.ok());
        app::WindowChoices choices;
        choices.data = seat.data;
        choices.seed = seat.seed;
        choices.lesson = seat.lesson;
        choices.record = seat.record;
        choices.replay = seat.replay;
        auto clock = app::Clock::starting_at(seat.clock);
        REQUIRE(clock.ok());
        choices.clock = clock.value();
        choices.stick = seat.data / "no stick";
        if (seat.more) {
            seat.more(choices);
        }
        ui_.keep_places(true);
        session_ = std::make_unique<app::Session>(std::move(resources).value(), std::move(words).value(), ui_, choices,
                                                  "azerty-fr");
        frame();
    }

    app::Session& session() { return *session_; }

    void frame(const screen::InputEvent& input = {}) {
        now_ += 20;
        session_->pass({seat_.width, seat_.height, now_, input});
        picture_ = session_->pass({seat_.width, seat_.height, ++now_, {}});
    }

    /// What is on the screen when everything that glides has come to rest.
    const screen::Picture& picture_at_rest() {
        pass_time(2'000);
        pass_time(2'000);
        return picture_;
    }

    /// The widgets that the last frame had, with where they lie.
    const std::vector<std::pair<std::string, screen::Rect>>& places() { return ui_.places(); }

    bool has_focus(const std::string& id) { return ui_.has_focus(id); }

    bool sees(const std::string& id) {
        return std::ranges::any_of(ui_.places(), [&](const auto& place) { return place.first == id; });
    }

    /// The widget whose name begins so; empty where there is none.
    std::string place_beginning(std::string_view with) {
        const auto place =
            std::ranges::find_if(ui_.places(), [&](const auto& one) { return one.first.starts_with(with); });
        return place == ui_.places().end() ? std::string() : place->first;
    }

    void click(const std::string& id) {
        const auto place = std::ranges::find_if(ui_.places(), [&](const auto& one) { return one.first == id; });
        CAPTURE(id);
        REQUIRE(place != ui_.places().end());
        frame(screen::PointerMoved{place->second.centre()});
        frame(screen::PointerPressed{});
        frame(screen::PointerReleased{});
    }

    /// Opens a lesson from the path, wherever the page is scrolled.
    void open(const std::string& lesson) {
        for (int tabs = 0; tabs < 80 && !has_focus("lesson/" + lesson); ++tabs) {
            key("Tab");
        }
        key("Enter");
        REQUIRE(session_->page_name() == "player");
    }

    /// The card of the one learner there is.
    std::string only_learner() {
        const auto place =
            std::ranges::find_if(ui_.places(), [](const auto& one) { return one.first.starts_with("learner/"); });
        REQUIRE(place != ui_.places().end());
        return place->first;
    }

    screen::LessonState state_of(const std::string& id) {
        for (const screen::ModuleView& module : session_->modules()) {
            const auto found = std::ranges::find(module.lessons, id, &screen::LessonView::id);
            if (found != module.lessons.end()) {
                return found->state;
            }
        }
        FAIL("no such lesson");
        return screen::LessonState::to_do;
    }

    void write(const std::string& text) { frame(screen::TextEntered{text}); }

    void key(const std::string& code) {
        frame(screen::KeyPressed{code});
        frame(screen::KeyReleased{code});
    }

    void pass_time(std::int64_t ms) {
        now_ += ms;
        frame();
    }

    /// Finishes the step that is played, by input events.
    void play_step() {
        const auto& playing = std::get<app::Playing>(session_->page());
        const auto actions = tutor::route(playing.run);
        REQUIRE(actions.has_value());
        const auto stage =
            std::ranges::find_if(ui_.places(), [](const auto& one) { return one.first == "stage"; })->second;
        for (const world::Action& action : *actions) {
            const std::int64_t at = playing.began_at + action.at;
            now_ = std::max(now_, at - 20);
            if (const auto* touched = std::get_if<world::Click>(&action.deed)) {
                click_on_target(*touched);
            } else {
                frame(event_of(action.deed, stage));
            }
        }
    }

private:
    static screen::Fonts open_fonts() {
        auto fonts = screen::Fonts::open();
        REQUIRE(fonts.ok());
        return std::move(fonts).value();
    }

    /// Clicks on a target of the practice computer, at its middle.
    void click_on_target(const world::Click& wanted) {
        const std::string id = "stage/" + wanted.target;
        const auto place = std::ranges::find_if(ui_.places(), [&](const auto& one) { return one.first == id; });
        CAPTURE(id);
        REQUIRE(place != ui_.places().end());
        frame(screen::PointerMoved{place->second.centre()});
        for (int i = 0; i < wanted.times; ++i) {
            frame(screen::PointerPressed{static_cast<screen::PointerButton>(wanted.button)});
            frame(screen::PointerReleased{static_cast<screen::PointerButton>(wanted.button)});
        }
    }

    static screen::InputEvent event_of(const world::Deed& deed, const screen::Rect& stage) {
        if (const auto* move = std::get_if<world::Move>(&deed)) {
            return screen::PointerMoved{screen::from_stage(stage, {move->x, move->y})};
        }
        if (const auto* press = std::get_if<world::Press>(&deed)) {
            return screen::PointerPressed{static_cast<screen::PointerButton>(press->button)};
        }
        if (const auto* release = std::get_if<world::Release>(&deed)) {
            return screen::PointerReleased{static_cast<screen::PointerButton>(release->button)};
        }
        if (const auto* key = std::get_if<world::KeyDown>(&deed)) {
            return screen::KeyPressed{key->code};
        }
        if (const auto* key = std::get_if<world::KeyUp>(&deed)) {
            return screen::KeyReleased{key->code};
        }
        if (const auto* type = std::get_if<world::Type>(&deed)) {
            return screen::TextEntered{type->text};
        }
        if (const auto* scroll = std::get_if<world::Scroll>(&deed)) {
            return screen::Wheel{static_cast<float>(scroll->notches)};
        }
        return screen::Nothing{};
    }

    Seat seat_;
    screen::Picture picture_;
    screen::Fonts fonts_;
    screen::Art art_;
    screen::Ui ui_;
    std::unique_ptr<app::Session> session_;
    std::int64_t now_ = 1'000'000; // clocks do not begin when programs do
};

/// Makes a new learner, who is asked where to begin.
inline void become(Person& person, const std::string& name) {
    person.click("new");
    person.click("avatar-owl");
    person.click("name");
    person.frame(screen::TextEntered{name});
    person.click("start");
    REQUIRE(person.session().page_name() == "placement-offer");
}

/// Makes a new learner, who wants to start at the beginning; ends on the path.
inline void join(Person& person, const std::string& name) {
    become(person, name);
    person.click("begin");
    REQUIRE(person.session().page_name() == "path");
}

/// Plays the lesson that is open to its end, step by step.
inline void play_to_the_end(Person& person) {
    for (int steps = 0; steps < 40 && person.session().page_name() == "player"; ++steps) {
        person.play_step();
        person.click("next");
    }
    REQUIRE(person.session().page_name() == "summary");
}
