// A session without a window: frames go in, and what is kept can be looked at.
#include "app/resources.h"
#include "app/session.h"
#include "tutor/planner.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <unistd.h>

#include <doctest/doctest.h>

namespace {

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

/// A person at the program: touches widgets by name, and plays by the planner's actions.
class Person {
public:
    explicit Person(const std::filesystem::path& data)
        : fonts_(open_fonts()), art_(COUCOU_SOURCE_DIR "/assets/art"), ui_(fonts_, art_) {
        screen::use_icons_of(fonts_, art_);
        auto resources = app::read_messages();
        REQUIRE(resources.ok());
        REQUIRE(app::read_lessons_and_layouts(resources.value(), {}).ok());
        auto words = app::in_language(resources.value(), "fr");
        REQUIRE(words.ok());
        app::WindowChoices choices;
        choices.data = data;
        choices.seed = 7;
        ui_.keep_places(true);
        session_ = std::make_unique<app::Session>(std::move(resources).value(), std::move(words).value(), ui_, choices,
                                                  "azerty-fr");
        frame();
    }

    app::Session& session() { return *session_; }

    void frame(const screen::InputEvent& input = {}) {
        now_ += 20;
        session_->pass({1366, 768, now_, input});
        session_->pass({1366, 768, ++now_, {}});
    }

    bool sees(const std::string& id) {
        return std::ranges::any_of(ui_.places(), [&](const auto& place) { return place.first == id; });
    }

    void click(const std::string& id) {
        const auto place = std::ranges::find_if(ui_.places(), [&](const auto& one) { return one.first == id; });
        CAPTURE(id);
        REQUIRE(place != ui_.places().end());
        frame(screen::PointerMoved{place->second.centre()});
        frame(screen::PointerPressed{});
        frame(screen::PointerReleased{});
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
            frame(event_of(action.deed, stage));
        }
    }

private:
    static screen::Fonts open_fonts() {
        auto fonts = screen::Fonts::open();
        REQUIRE(fonts.ok());
        return std::move(fonts).value();
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

    screen::Fonts fonts_;
    screen::Art art_;
    screen::Ui ui_;
    std::unique_ptr<app::Session> session_;
    std::int64_t now_ = 0;
};

void join(Person& person, const std::string& name) {
    person.click("new");
    person.click("avatar-owl");
    person.click("name");
    person.frame(screen::TextEntered{name});
    person.click("start");
    REQUIRE(person.session().page_name() == "path");
}

/// Plays the lesson that is open to its end, step by step.
void play_to_the_end(Person& person) {
    for (int steps = 0; steps < 40 && person.session().page_name() == "player"; ++steps) {
        person.play_step();
        person.click("next");
    }
    REQUIRE(person.session().page_name() == "summary");
}

} // namespace

TEST_CASE("a new learner is made, plays a lesson to its end, and it is there the next day") {
    const TemporaryFolder folder;
    {
        Person person(folder.path);
        CHECK(person.session().page_name() == "welcome");
        join(person, "Awa");
        person.click("lesson/pointer.click");
        play_to_the_end(person);
        person.click("path");
        CHECK(person.session().page_name() == "path");
    }
    Person person(folder.path);
    CHECK(person.session().page_name() == "welcome");
    person.click(person.only_learner());
    CHECK(person.session().page_name() == "path");
    CHECK(person.state_of("pointer.click") == screen::LessonState::done);
    CHECK(person.state_of("pointer.double") == screen::LessonState::to_do);
}

TEST_CASE("a lesson that was left half-way goes on at its step") {
    const TemporaryFolder folder;
    std::string step;
    {
        Person person(folder.path);
        join(person, "Karim");
        person.click("lesson/pointer.click");
        person.play_step();
        person.click("next");
        step = person.session().step_name();
        person.key("Escape");
        CHECK(person.sees("leaving/leave"));
        person.click("leaving/leave");
        CHECK(person.session().page_name() == "path");
    }
    Person person(folder.path);
    person.click(person.only_learner());
    CHECK(person.state_of("pointer.click") == screen::LessonState::under_way);
    person.click("go-on");
    CHECK(person.session().page_name() == "player");
    CHECK(person.session().step_name() == step);
}

TEST_CASE("a guest leaves nothing behind") {
    const TemporaryFolder folder;
    const auto events_on_disk = [&] {
        auto opening = progress::Store::open(folder.path);
        REQUIRE(opening.ok());
        auto events = opening.value().store.all();
        REQUIRE(events.ok());
        return events.value().size();
    };
    {
        Person person(folder.path);
        person.click("guest");
        person.click("lesson/pointer.click");
        play_to_the_end(person);
    }
    CHECK(events_on_disk() == 0);
}
