// Sessions of a class: a trainer leads, learners follow by code or stick, and plans are composed.
#include "app/recorded.h"
#include "app/stick.h"
#include "base/file.h"
#include "lesson/spoken_code.h"
#include "person.h"
#include "progress/bodies.h"
#include "tutor/state.h"

#include <fstream>
#include <set>

namespace {

const std::filesystem::path shipped_plans = COUCOU_SOURCE_DIR "/lessons/plans";
const std::string code_place = "guided/code/";

/// A trainer who leads a plan from a file.
Seat leader(const TemporaryFolder& folder, const std::filesystem::path& plan) {
    Seat seat{.data = folder.path / "trainer"};
    seat.more = [plan](app::WindowChoices& choices) {
        choices.plan = plan;
        choices.guided = true;
    };
    return seat;
}

const app::Playing& playing(Person& person) {
    REQUIRE(person.session().page_name() == "player");
    return std::get<app::Playing>(person.session().page());
}

/// The code that the trainer's screen shows, digits only.
std::string shown_code(Person& trainer) {
    std::string code = trainer.place_beginning(code_place).substr(code_place.size());
    std::erase(code, ' ');
    REQUIRE(code.size() >= 9);
    return code;
}

/// Types digits on a French keyboard without Shift.
void type_digits(Person& person, const std::string& digits) {
    constexpr std::array<std::string_view, 10> written{"à", "&", "é", "\"", "'", "(", "-", "è", "_", "ç"};
    for (const char digit : digits) {
        const std::string code = std::string("Digit") + digit;
        person.frame(screen::KeyPressed{code});
        person.frame(screen::TextEntered{std::string(written.at(static_cast<std::size_t>(digit - '0')))});
        person.frame(screen::KeyReleased{code});
    }
}

std::vector<progress::Event> kept_events(const std::filesystem::path& data) {
    auto opening = progress::Store::open(data);
    REQUIRE(opening.ok());
    auto events = opening.value().store.all();
    REQUIRE(events.ok());
    return events.value();
}

/// A recording replayed: its last state must be the recorded one.
void check_recording(const std::filesystem::path& file) {
    CAPTURE(file.string());
    const auto recording = app::read_recorded(file);
    REQUIRE(recording.ok());
    auto resources = app::read_messages();
    REQUIRE(resources.ok());
    REQUIRE(app::read_lessons_and_layouts(resources.value(), {}).ok());
    auto begun = app::begin_recorded(resources.value(), recording.value().head);
    REQUIRE(begun.ok());
    tutor::Run run = begun.value().run;
    for (const tutor::Input& input : recording.value().inputs) {
        tutor::apply(run, input);
    }
    REQUIRE_FALSE(recording.value().state.empty());
    CHECK(tutor::fingerprint(run) == recording.value().state);
}

std::set<std::string> files_below(const std::filesystem::path& folder) {
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        files.insert(entry.path().string() + " " + std::to_string(entry.last_write_time().time_since_epoch().count()));
    }
    return files;
}

} // namespace

TEST_CASE("on the projected screen a step goes on at the trainer's key alone, done or not") {
    const TemporaryFolder folder;
    Seat seat{.data = folder.path, .lesson = "pointer.click"};
    seat.more = [](app::WindowChoices& choices) { choices.guided = true; };
    Person trainer(seat);
    REQUIRE(trainer.session().page_name() == "guided");
    trainer.key("PageDown");
    const std::string first = playing(trainer).run.current().name;
    trainer.play_step();
    CHECK(playing(trainer).run.step_is_done);
    trainer.pass_time(60'000);
    CHECK(playing(trainer).run.current().name == first);
    CHECK(playing(trainer).run.step_is_done);
    trainer.key("PageDown");
    const std::string second = playing(trainer).run.current().name;
    CHECK(second != first);
    trainer.key("PageDown");
    CHECK(playing(trainer).run.current().name != second);
    CHECK(playing(trainer).run.step == 2);
}

TEST_CASE("a trainer's key that is held goes on once") {
    const TemporaryFolder folder;
    Person trainer(leader(folder, shipped_plans / "premiere-heure.toml"));
    trainer.key("PageDown");
    for (int i = 0; i < 20; ++i) {
        trainer.frame(screen::KeyPressed{"PageDown", false, false, false, false, i > 0});
    }
    CHECK(playing(trainer).run.step == 1);
}

TEST_CASE("a whole plan is led by the trainer's key, every run is a true one, and nothing is kept") {
    const TemporaryFolder folder;
    for (const char* name : {"premiere-heure", "le-courrier", "ranger-ses-fichiers"}) {
        CAPTURE(name);
        const std::filesystem::path record = folder.path / name;
        std::size_t lessons = 0;
        {
            Seat seat = leader(folder, shipped_plans / (std::string(name) + ".toml"));
            seat.record = record;
            Person trainer(seat);
            for (int keys = 0; keys < 200 && trainer.sees("guided/on") + trainer.sees("on") > 0; ++keys) {
                lessons += trainer.sees("guided/on") ? 1 : 0;
                trainer.key("PageDown");
                if (trainer.session().page_name() == "welcome") {
                    break;
                }
            }
            CHECK(trainer.session().page_name() == "welcome"); // the last key ended the session
        }
        REQUIRE(lessons >= 4); // the plan's page was shown before each lesson, and at the end
        check_recording(record);
        for (std::size_t i = 2; i < lessons; ++i) {
            check_recording(record.string() + "." + std::to_string(i));
        }
    }
    CHECK(kept_events(folder.path / "trainer").empty());
}

TEST_CASE("the trainer goes back to where the step began, then to the step before, and the recording stays true") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path);
    const std::filesystem::path record = folder.path / "recording";
    {
        Seat seat = leader(folder, shipped_plans / "premiere-heure.toml");
        seat.record = record;
        Person trainer(seat);
        trainer.key("PageDown");
        trainer.key("PageDown");
        const tutor::Run beginning = playing(trainer).run;
        CHECK(beginning.step == 1);
        trainer.play_step();
        CHECK(playing(trainer).run.step_is_done);
        trainer.key("PageUp");
        CHECK(playing(trainer).run.computer == beginning.computer);
        CHECK(playing(trainer).run.step == 1);
        CHECK_FALSE(playing(trainer).run.step_is_done);
        trainer.key("PageUp");
        CHECK(playing(trainer).run.step == 0);
        trainer.key("PageDown");
        trainer.key("PageDown");
        CHECK(playing(trainer).run.step == 2);
    }
    check_recording(record);
    check_recording(record.string() + ".2");
    check_recording(record.string() + ".3");
}

TEST_CASE("one press shows the demonstration, and the run stays as it is") {
    const TemporaryFolder folder;
    Person trainer(leader(folder, shipped_plans / "ranger-ses-fichiers.toml"));
    trainer.key("PageDown");
    const world::Computer before = playing(trainer).run.computer;
    trainer.key("F1");
    trainer.frame();
    CHECK(playing(trainer).page.help.playback.has_value());
    CHECK(playing(trainer).run.help == tutor::Help::show);
    trainer.pass_time(800);
    CHECK(playing(trainer).run.computer == before);
    trainer.key("PageDown"); // the trainer need not wait for its end
    CHECK(playing(trainer).run.step == 1);
    CHECK_FALSE(playing(trainer).page.help.playback.has_value());
}

TEST_CASE("the plan and its code can be seen at any time, and the practice computer gets no key meanwhile") {
    const TemporaryFolder folder;
    Person trainer(leader(folder, shipped_plans / "premiere-heure.toml"));
    const std::string code = trainer.place_beginning(code_place);
    trainer.key("PageDown");
    trainer.click("plan");
    CHECK(trainer.sees("plan/close"));
    CHECK(trainer.place_beginning("guided/code/") == code);
    trainer.key("PageDown");
    CHECK(playing(trainer).run.step == 0);
    trainer.key("Escape");
    CHECK_FALSE(trainer.sees("plan/close"));
    trainer.key("Escape");
    trainer.click("leaving/leave");
    CHECK(trainer.session().page_name() == "guided");
}

TEST_CASE("whoever types the code that the trainer shows gets the same exercise") {
    const TemporaryFolder folder;
    for (const char* name : {"le-courrier", "ranger-ses-fichiers", "premiere-heure"}) {
        CAPTURE(name);
        Person trainer(leader(folder, shipped_plans / (std::string(name) + ".toml")));
        const std::string code = shown_code(trainer);
        trainer.key("PageDown");
        Person learner(Seat{.data = folder.path / "learner", .seed = 999});
        learner.click("code");
        type_digits(learner, code);
        learner.key("Enter");
        REQUIRE(learner.session().page_name() == "welcome");
        CHECK(learner.sees("drop-plan"));
        learner.frame();
        learner.click("guest");
        const tutor::Run& led = playing(trainer).run;
        const tutor::Run& followed = playing(learner).run;
        CHECK(followed.lesson->id == led.lesson->id);
        CHECK(followed.setup.seed == led.setup.seed);
        CHECK(followed.setup.look == led.setup.look);
        CHECK(followed.setup.safety == led.setup.safety);
        CHECK(followed.setup.layout == led.setup.layout);
        CHECK(tutor::fingerprint(followed) == tutor::fingerprint(led));
        CHECK(followed.current().say == led.current().say);
    }
}

TEST_CASE("the pad writes the code too, and what does not fit is told without leaving the page") {
    const TemporaryFolder folder;
    Person trainer(leader(folder, shipped_plans / "le-courrier.toml"));
    const std::string code = shown_code(trainer);
    Person learner(folder.path / "learner");
    learner.click("code");
    CHECK_FALSE(learner.sees("code/said"));
    for (const char digit : code.substr(0, 4)) {
        learner.click(std::string("digit/") + digit);
    }
    learner.click("code/done");
    CHECK(learner.sees("code/said")); // digits are missing
    learner.click("erase");
    CHECK_FALSE(learner.sees("code/said"));
    type_digits(learner, code.substr(3));
    learner.key("Backspace");
    const char wrong = code.back() == '9' ? '0' : static_cast<char>(code.back() + 1);
    learner.frame(screen::KeyPressed{"Unidentified"}); // a number pad's key counts by what it writes
    learner.frame(screen::TextEntered{std::string(1, wrong)});
    learner.key("Enter");
    CHECK(learner.session().page_name() == "code");
    CHECK(learner.sees("code/said"));
    learner.key("Backspace");
    type_digits(learner, code.substr(code.size() - 1));
    learner.key("Enter");
    CHECK(learner.session().page_name() == "welcome");
    CHECK(learner.sees("drop-plan"));
    learner.frame();
    learner.click("drop-plan");
    CHECK(learner.sees("code"));
}

TEST_CASE("digits count once, with Shift as without") {
    const TemporaryFolder folder;
    Person learner(folder.path);
    learner.click("code");
    learner.frame(screen::KeyPressed{"Digit4", true});
    learner.frame(screen::TextEntered{"4"});
    learner.frame(screen::KeyReleased{"Digit4"});
    CHECK(std::get<screen::CodePage>(learner.session().page()).digits == "4");
}

TEST_CASE("a learner's lessons follow each other by the plan, and are kept as guided") {
    const TemporaryFolder folder;
    const std::filesystem::path plan = folder.path / "plan.toml";
    REQUIRE(lesson::write_plan(plan, {"", {"pointer.double", "pointer.hold"}, "", "", 1, "", 5}).ok());
    {
        Seat seat{.data = folder.path / "learner"};
        seat.more = [&](app::WindowChoices& choices) { choices.plan = plan; };
        Person learner(seat);
        REQUIRE(learner.session().page_name() == "welcome");
        learner.frame();
        learner.click("new");
        learner.frame();
        learner.click("start");
        CHECK(playing(learner).run.lesson->id == "pointer.double");
        CHECK(playing(learner).run.setup.seed == 5);
        CHECK(playing(learner).run.setup.safety == 1);
        play_to_the_end(learner);
        learner.click("next");
        CHECK(playing(learner).run.lesson->id == "pointer.hold");
        play_to_the_end(learner);
        learner.click("path");
        learner.open("pointer.click");
        CHECK(playing(learner).run.setup.seed == 7);
    }
    std::vector<std::pair<std::string, std::string>> started;
    for (const progress::Event& event : kept_events(folder.path / "learner")) {
        if (const auto body = progress::read_lesson_started(event.body);
            body && event.kind == progress::kind::lesson_started) {
            started.emplace_back(body->lesson, body->purpose);
        }
    }
    CHECK(started == std::vector<std::pair<std::string, std::string>>{
                         {"pointer.double", "guided"}, {"pointer.hold", "guided"}, {"pointer.click", ""}});
}

TEST_CASE("a lesson that was left half-way at home begins at its beginning in class") {
    const TemporaryFolder folder;
    {
        Person learner(folder.path / "learner");
        join(learner, "Karim");
        learner.click("lesson/pointer.click");
        learner.play_step();
        learner.click("next");
        learner.key("Escape");
        learner.click("leaving/leave");
    }
    const std::filesystem::path plan = folder.path / "plan.toml";
    REQUIRE(lesson::write_plan(plan, {"", {"pointer.click"}, "", "", {}, "", 9}).ok());
    Seat seat{.data = folder.path / "learner"};
    seat.more = [&](app::WindowChoices& choices) { choices.plan = plan; };
    Person learner(seat);
    learner.click(learner.only_learner());
    CHECK(playing(learner).run.step == 0);
    CHECK(playing(learner).run.setup.seed == 9);
}

TEST_CASE("a stick offers its plan, and nothing is written onto it") {
    const TemporaryFolder folder;
    const std::filesystem::path stick = folder.path / "stick";
    std::filesystem::create_directories(stick / "COUCOU");
    std::filesystem::copy_file(shipped_plans / "le-courrier.toml", stick / "COUCOU" / "plan.toml");
    const std::set<std::string> before = files_below(stick);
    Seat seat{.data = folder.path / "learner"};
    seat.more = [&](app::WindowChoices& choices) { choices.stick = stick; };
    Person learner(seat);
    REQUIRE(learner.sees("stick"));
    learner.click("stick");
    learner.frame();
    learner.click("guest");
    CHECK(playing(learner).run.lesson->id == "mail.read");
    CHECK(playing(learner).run.setup.seed == 27);
    CHECK(playing(learner).run.setup.look == world::DeskLook::bar);
    CHECK(files_below(stick) == before);
}

TEST_CASE("a plan on a stick that cannot be used is told, and not offered") {
    const TemporaryFolder folder;
    const std::filesystem::path stick = folder.path / "stick";
    std::filesystem::create_directories(stick);
    std::ofstream(stick / "classe.plan.toml") << "lessons = [\"no.lesson\"]\n";
    Seat seat{.data = folder.path / "learner"};
    seat.more = [&](app::WindowChoices& choices) { choices.stick = stick; };
    Person learner(seat);
    CHECK(learner.session().page_name() == "welcome");
    CHECK_FALSE(learner.sees("stick"));
    const auto found = app::find_plan({stick}, {{"mail.read"}, {"fr"}, {}});
    REQUIRE(found.has_value());
    CHECK_FALSE(found->plan.has_value());
    CHECK(found->faults.size() == 1);
}

TEST_CASE("a plan is composed, kept, copied onto the stick, and led") {
    const TemporaryFolder folder;
    const std::filesystem::path stick = folder.path / "stick";
    std::filesystem::create_directories(stick);
    Seat seat{.data = folder.path / "trainer"};
    seat.more = [&](app::WindowChoices& choices) {
        choices.compose = true;
        choices.stick = stick;
    };
    Person trainer(seat);
    REQUIRE(trainer.session().page_name() == "compose");
    CHECK_FALSE(trainer.sees("up/pointer.hold"));
    trainer.click("pick/pointer.hold");
    trainer.click("pick/pointer.lift");
    trainer.click("down/pointer.hold");
    trainer.click("compose/title");
    trainer.frame(screen::TextEntered{"Ma séance"});
    const std::int64_t seed = std::get<screen::ComposePage>(trainer.session().page()).plan.seed;
    trainer.click("compose/draw");
    const lesson::Plan plan = std::get<screen::ComposePage>(trainer.session().page()).plan;
    CHECK(plan.lessons == std::vector<std::string>{"pointer.lift", "pointer.hold"});
    CHECK(plan.title == "Ma séance");
    CHECK(plan.seed != seed);
    trainer.click("compose/keep");
    trainer.click("compose/copy");
    lesson::PlanNames names{{"pointer.hold", "pointer.lift"}, {"fr", "en"}, {}};
    for (const std::filesystem::path& file :
         {folder.path / "trainer" / "plans" / "ma-seance.toml", stick / "COUCOU" / "plan.toml"}) {
        base::Faults faults;
        const auto read = lesson::read_plan_file(file, names, faults);
        REQUIRE(read.has_value());
        CHECK(*read == plan);
    }
    CHECK(files_below(stick).size() == 2); // the folder and the plan
    trainer.click("compose/start");
    CHECK(trainer.session().page_name() == "guided");
    trainer.key("PageDown");
    CHECK(playing(trainer).run.lesson->id == "pointer.lift");
}

TEST_CASE("the keyboard alone picks and orders lessons") {
    const TemporaryFolder folder;
    Seat seat{.data = folder.path};
    seat.more = [&](app::WindowChoices& choices) { choices.compose = true; };
    Person trainer(seat);
    const auto go_to = [&](const std::string& widget) {
        for (int tabs = 0; tabs < 120 && !trainer.has_focus(widget); ++tabs) {
            trainer.key("Tab");
        }
        REQUIRE(trainer.has_focus(widget));
    };
    go_to("pick/pointer.hold");
    trainer.key("Space");
    trainer.key("Tab");
    trainer.key("Space");
    go_to("down/pointer.hold");
    trainer.key("Enter");
    const auto& page = std::get<screen::ComposePage>(trainer.session().page());
    CHECK(page.plan.lessons == std::vector<std::string>{"pointer.lift", "pointer.hold"});
}

TEST_CASE("a plan file that is wrong is told with its place instead of being played") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path);
    const std::filesystem::path plan = folder.path / "plan.toml";
    std::ofstream(plan) << "lessons = [\"mail.raed\"]\n";
    Person trainer(leader(folder, plan));
    REQUIRE(trainer.session().page_name() == "trouble");
    const base::Error& error = std::get<app::Trouble>(trainer.session().page()).error;
    CHECK(error.id == "plan.misspelt-lesson");
    CHECK(error.place.line == 1);
    CHECK(error.place.column == 12);
}

TEST_CASE("the code of the command line is as good as the one that is typed") {
    const TemporaryFolder folder;
    Person trainer(leader(folder, shipped_plans / "le-courrier.toml"));
    const std::string code = shown_code(trainer);
    Seat seat{.data = folder.path / "learner"};
    seat.more = [&](app::WindowChoices& choices) { choices.code = code; };
    Person learner(seat);
    CHECK(learner.session().page_name() == "welcome");
    CHECK(learner.sees("drop-plan"));
    Seat other{.data = folder.path / "other"};
    other.more = [](app::WindowChoices& choices) { choices.code = "123 456 789"; };
    Person stranger(other);
    CHECK(stranger.session().page_name() == "code");
    CHECK(stranger.sees("code/said"));
}

TEST_CASE("who comes next on the same computer is offered the plan from its beginning") {
    const TemporaryFolder folder;
    Seat seat{.data = folder.path};
    seat.more = [](app::WindowChoices& choices) { choices.plan = shipped_plans / "premiere-heure.toml"; };
    Person learner(seat);
    learner.click("guest");
    play_to_the_end(learner);
    learner.click("path");
    learner.click("change");
    REQUIRE(learner.session().page_name() == "welcome");
    CHECK(learner.sees("drop-plan"));
    learner.frame();
    learner.click("guest");
    CHECK(playing(learner).run.lesson->id == "pointer.hold");
}

TEST_CASE("mounted sticks are found among all that is mounted") {
    CHECK(app::sticks_in("/dev/sda1 / ext4 rw 0 0\n"
                         "/dev/sdb1 /media/ana/MA\\040CLE vfat rw 0 0\n"
                         "tmpfs /run/user/1000 tmpfs rw 0 0\n"
                         "tmpfs /mnt/memory tmpfs rw 0 0\n"
                         "/dev/sdc1 /run/media/ana/USB vfat rw 0 0\n"
                         "/dev/sdd1 /mnt/stick vfat rw 0 0\n"
                         "/dev/sde1 /mntelse vfat rw 0 0\n") ==
          std::vector<std::filesystem::path>{"/media/ana/MA CLE", "/run/media/ana/USB", "/mnt/stick"});
    CHECK(app::sticks_in("").empty());
}

TEST_CASE("the shipped plans are good, and their titles are those that the program translates") {
    auto resources = app::read_messages();
    REQUIRE(resources.ok());
    REQUIRE(app::read_lessons_and_layouts(resources.value(), {}).ok());
    const auto words = app::in_language(resources.value(), "fr");
    REQUIRE(words.ok());
    base::Faults faults;
    const auto plans = lesson::read_plans(shipped_plans, app::plan_names(resources.value()), faults);
    CHECK(faults.empty());
    CHECK(plans.size() >= 3);
    for (const lesson::PlanFile& file : plans) {
        CHECK(lesson::file_name_of(file.plan.title) == file.file.filename().string());
        const std::string id = "plan.shipped." + file.file.stem().string();
        CHECK(words.value().messages.has(id));
        CHECK(words.value().messages.text(id) == file.plan.title);
    }
}
