// A session without a window: frames go in, and what is kept can be looked at.
#include "base/file.h"
#include "person.h"
#include "tutor/recording.h"

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

TEST_CASE("a second program on the same store is told so, and can go on without keeping anything") {
    const TemporaryFolder folder;
    const Person first(folder.path);
    Person second(folder.path);
    CHECK(second.session().page_name() == "trouble");
    second.click("trouble.again");
    CHECK(second.session().page_name() == "trouble");
    second.click("trouble.go-on");
    CHECK(second.session().page_name() == "path");
    second.click("go-on");
    CHECK(second.session().page_name() == "player");
}

TEST_CASE("what a learner chose about the look and the language is there again next time") {
    const TemporaryFolder folder;
    {
        Person person(folder.path);
        join(person, "Lin");
        person.click("settings");
        person.click("settings.size.largest");
        person.click("settings.contrast");
        person.click("settings/en");
        person.click("settings/close");
        CHECK(person.session().look().text_size == screen::TextSize::largest);
    }
    Person person(folder.path);
    CHECK(person.session().look() == screen::Look{});
    CHECK(person.session().language() == "fr");
    person.click(person.only_learner());
    CHECK(person.session().look().text_size == screen::TextSize::largest);
    CHECK(person.session().look().high_contrast);
    CHECK_FALSE(person.session().look().reduced_motion);
    CHECK(person.session().language() == "en");
}

TEST_CASE("welcome, path and a typing lesson can be used with the keyboard alone") {
    const TemporaryFolder folder;
    Person person(folder.path);
    const auto tab_to = [&](const std::string& id) {
        for (int tabs = 0; tabs < 60 && !person.has_focus(id); ++tabs) {
            person.key("Tab");
        }
        REQUIRE(person.has_focus(id));
    };
    tab_to("guest");
    person.key("Enter");
    CHECK(person.session().page_name() == "path");
    tab_to("lesson/keyboard.find");
    person.key("Enter");
    REQUIRE(person.session().page_name() == "player");
    person.frame();
    CHECK(person.has_focus("stage"));
    person.play_step();
    tab_to("next");
    person.key("Enter");
    CHECK(person.session().step_name() != std::get<app::Playing>(person.session().page()).run.lesson->steps[0].name);
    person.key("Escape");
    CHECK(person.sees("leaving/stay"));
    person.key("Escape");
    CHECK_FALSE(person.sees("leaving/stay"));
}

TEST_CASE("a step that is done goes on by itself after a while") {
    const TemporaryFolder folder;
    Person person(folder.path);
    person.click("guest");
    person.click("lesson/pointer.click");
    const std::string first = person.session().step_name();
    person.play_step();
    CHECK(person.session().step_name() == first);
    person.pass_time(7'000);
    CHECK(person.session().step_name() != first);
}

TEST_CASE("double-clicks that succeed narrow what is forgiven the next time") {
    const TemporaryFolder folder;
    Person person(folder.path);
    join(person, "Fatou");
    person.click("lesson/pointer.double");
    CHECK(std::get<app::Playing>(person.session().page()).run.setup.tolerance == world::widest_tolerance);
    play_to_the_end(person);
    person.click("path");
    person.click("lesson/pointer.double");
    const world::Tolerance narrower = std::get<app::Playing>(person.session().page()).run.setup.tolerance;
    CHECK(narrower.drift < world::widest_tolerance.drift);
    CHECK(narrower.interval < world::widest_tolerance.interval);
    CHECK(narrower.interval >= world::system_tolerance.interval);
}

TEST_CASE("whoever types on after pressing help writes on the stage, and does not press help again") {
    const TemporaryFolder folder;
    Person person(folder.path);
    person.click("guest");
    person.open("keyboard.accents");
    person.click("help");
    const auto& playing = std::get<app::Playing>(person.session().page());
    CHECK(playing.run.help == tutor::Help::nudge);
    person.frame();
    person.frame(screen::KeyPressed{"KeyZ"});
    person.frame(screen::TextEntered{"z"});
    person.frame(screen::KeyPressed{"Space"});
    person.frame(screen::TextEntered{" "});
    CHECK(playing.run.help == tutor::Help::nudge);
    const auto& practice = std::get<world::KeyboardPractice>(playing.run.computer.apps.at(0));
    CHECK(practice.written.text == "z ");
}

TEST_CASE(
    "a lesson that the command line names begins at once, at its own time zero, and its recording replays alike") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path / "recording";
    {
        Person person(Seat{.data = folder.path, .lesson = "pointer.click", .record = file});
        REQUIRE(person.session().page_name() == "player");
        play_to_the_end(person);
    }
    const auto text = base::read_file(file, 10'000'000);
    REQUIRE(text.ok());
    const auto recording = tutor::read_recording(text.value(), file.string());
    REQUIRE(recording.ok());
    REQUIRE_FALSE(recording.value().inputs.empty());
    CHECK(recording.value().inputs.front().at < 5'000);
    auto resources = app::read_messages();
    REQUIRE(resources.ok());
    REQUIRE(app::read_lessons_and_layouts(resources.value(), {}).ok());
    const lesson::Lesson* found = resources.value().catalogue.find("pointer.click");
    REQUIRE(found != nullptr);
    tutor::Run run = tutor::begin(std::make_shared<const lesson::Lesson>(*found),
                                  world::Setup{7, world::widest_tolerance, resources.value().layouts.front()})
                         .run;
    for (const tutor::Input& input : recording.value().inputs) {
        tutor::apply(run, input);
    }
    CHECK(run.is_finished);
}
