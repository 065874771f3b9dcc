// How a visit begins: placement, review, and levels that are told.
#include "person.h"
#include "progress/bodies.h"
#include "progress/purpose.h"
#include "tutor/placement.h"

#include <set>

namespace {

/// The bodies of a kind of event in the store of a folder that nobody uses now.
std::vector<std::string> bodies(const std::filesystem::path& folder, std::string_view kind) {
    auto opening = progress::Store::open(folder);
    REQUIRE(opening.ok());
    const auto events = opening.value().store.all({kind});
    REQUIRE(events.ok());
    std::vector<std::string> found;
    for (const progress::Event& event : events.value()) {
        found.push_back(event.body);
    }
    return found;
}

const app::Playing& playing(Person& person) {
    REQUIRE(person.session().page_name() == "player");
    return std::get<app::Playing>(person.session().page());
}

/// Plays what is asked for without help, until another page comes or a number of tasks is done; gives the lessons.
std::vector<std::string> play_tasks(Person& person, std::size_t most = 20) {
    std::vector<std::string> lessons;
    for (int steps = 0; steps < 40 && person.session().page_name() == "player"; ++steps) {
        const std::string lesson = playing(person).run.lesson->id;
        if (lessons.empty() || lessons.back() != lesson) {
            if (lessons.size() == most) {
                break;
            }
            lessons.push_back(lesson);
        }
        person.play_step();
        if (person.sees("next")) {
            person.click("next");
        } else { // it took too long, or this person does not know how to do it
            person.pass_time(10'000);
        }
    }
    return lessons;
}

Seat on_day(const std::filesystem::path& data, const std::string& day) {
    Seat seat{data};
    seat.clock = day + " 09:00";
    return seat;
}

/// From the path to the welcome page, and in again.
void come_back(Person& person) {
    person.click("change");
    person.frame();
    person.click(person.only_learner());
}

} // namespace

TEST_CASE("who does nothing at the first task is led gently to the beginning") {
    const TemporaryFolder folder;
    {
        Person person(folder.path);
        become(person, "Awa");
        person.click("discover");
        CHECK(playing(person).run.lesson->id.starts_with("pointer."));
        person.pass_time(tutor::idle_time - 1'000);
        CHECK(person.session().page_name() == "player");
        person.pass_time(2'000);
        CHECK(person.session().page_name() == "placed");
        person.click("go-on");
        CHECK(playing(person).run.lesson->id == "pointer.hold");
    }
    const auto placed = bodies(folder.path, progress::kind::placement_done);
    REQUIRE(placed.size() == 1);
    const auto body = progress::read_placement_done(placed.front());
    REQUIRE(body.has_value());
    CHECK(body->known.empty());
    CHECK(body->starts.at("pointer") == 1);
}

TEST_CASE("placement gives few tasks, keeps to its time, and the path goes on behind what was shown") {
    const TemporaryFolder folder;
    std::vector<std::string> lessons;
    {
        Person person(folder.path);
        become(person, "Awa");
        person.click("discover");
        lessons = play_tasks(person);
        CHECK(person.session().page_name() == "placed");
        CHECK(lessons.size() >= 3);
        CHECK(lessons.size() <= 10);
        CHECK(std::set<std::string>(lessons.begin(), lessons.end()).size() == lessons.size());
        person.click("path");
        CHECK(person.state_of("pointer.hold") == screen::LessonState::known);
        CHECK(person.state_of("safety.parcel") == screen::LessonState::to_do);
        person.click("go-on");
        CHECK(playing(person).run.lesson->id != "pointer.hold");
        CHECK(playing(person).purpose.empty());
    }
    CHECK(bodies(folder.path, progress::kind::lesson_done).empty());
    const auto started = bodies(folder.path, progress::kind::lesson_started);
    REQUIRE(started.size() == lessons.size() + 1);
    CHECK(progress::read_lesson_started(started.front())->purpose == "placement");
}

TEST_CASE("one button stops placement, and what was shown until then counts") {
    const TemporaryFolder folder;
    Person person(folder.path);
    become(person, "Awa");
    person.click("discover");
    CHECK(play_tasks(person, 1) == std::vector<std::string>{"pointer.click"});
    person.click("leave");
    CHECK(person.session().page_name() == "placed");
    person.click("path");
    CHECK(person.state_of("pointer.click") == screen::LessonState::known);
    CHECK(person.state_of("pointer.drag") == screen::LessonState::to_do);
}

TEST_CASE("somebody who is busy without getting on is led to something else, and after the time to the end") {
    const TemporaryFolder folder;
    Person person(folder.path);
    become(person, "Awa");
    person.click("discover");
    const std::string first = playing(person).run.lesson->id;
    std::int64_t passed = 0;
    while (person.session().page_name() == "player" && playing(person).run.lesson->id == first && passed < 200'000) {
        person.frame(screen::PointerMoved{{static_cast<float>(700 + passed % 7), 300}});
        person.pass_time(5'000);
        passed += 5'000;
    }
    CHECK(passed >= tutor::task_time - 10'000);
    CHECK(passed <= tutor::task_time + 10'000);
    CHECK(person.session().page_name() == "player"); // something easier
    while (person.session().page_name() == "player" && passed < 300'000) {
        person.frame(screen::PointerMoved{{static_cast<float>(700 + passed % 7), 300}});
        person.pass_time(5'000);
        passed += 5'000;
    }
    CHECK(person.session().page_name() == "placed");
    CHECK(passed <= tutor::placement_time + 10'000);
}

TEST_CASE("a guest is not asked where to begin, nor is who opens a lesson by name") {
    const TemporaryFolder folder;
    Person guest(folder.path);
    guest.click("guest");
    CHECK(guest.session().page_name() == "path");
    Seat seat{folder.path / "other"};
    seat.lesson = "pointer.click";
    Person person(seat);
    CHECK(person.session().page_name() == "player");
}

TEST_CASE("the next day a review is offered; it can be put off, and nothing comes of that") {
    const TemporaryFolder folder;
    {
        Person person(on_day(folder.path, "2026-12-01"));
        join(person, "Awa");
        person.click("lesson/pointer.click");
        play_to_the_end(person);
        person.click("path");
        come_back(person);
        CHECK(person.session().page_name() == "path"); // not on the same day
    }
    const auto before = bodies(folder.path, progress::kind::step_done).size();
    Person person(on_day(folder.path, "2026-12-02"));
    person.click(person.only_learner());
    REQUIRE(person.session().page_name() == "review-offer");
    person.click("later");
    CHECK(person.session().page_name() == "path");
    CHECK(person.state_of("pointer.click") == screen::LessonState::done);
    come_back(person);
    CHECK(person.session().page_name() == "review-offer");
    person.click("review");
    CHECK(playing(person).run.lesson->id == "pointer.click");
    CHECK(playing(person).run.setup.seed != 7);
    const std::size_t steps = playing(person).part.count;
    CHECK(steps < playing(person).run.lesson->steps.size());
    play_tasks(person);
    CHECK(person.session().page_name() == "reviewed");
    person.click("path");
    CHECK(person.state_of("pointer.click") == screen::LessonState::done);
    come_back(person);
    CHECK(person.session().page_name() == "path"); // once a day
    CHECK(before == 6);
}

TEST_CASE("a review of a desktop lesson comes in the other look") {
    const TemporaryFolder folder;
    world::DeskLook look{};
    const auto look_now = [](Person& person) {
        return world::app_of<world::Desk>(playing(person).run.computer)->timeline.now().look;
    };
    {
        Person person(on_day(folder.path, "2026-12-01"));
        join(person, "Awa");
        person.open("mail.read");
        look = look_now(person);
        play_to_the_end(person);
    }
    Person person(on_day(folder.path, "2026-12-02"));
    person.click(person.only_learner());
    person.click("review");
    CHECK(playing(person).run.lesson->id == "mail.read");
    CHECK(look_now(person) != look);
}

TEST_CASE("a level that was reached is told at the end of the lesson with its reason, and kept") {
    const TemporaryFolder folder;
    {
        Person person(on_day(folder.path, "2026-12-01"));
        join(person, "Awa");
        for (const std::string lesson : {"pointer.click", "pointer.which"}) {
            person.open(lesson);
            play_to_the_end(person);
            CHECK(std::get<app::Finished>(person.session().page()).news.empty());
            person.click("path");
        }
    }
    {
        Person person(on_day(folder.path, "2026-12-02"));
        person.click(person.only_learner());
        person.click("later");
        person.open("pointer.double");
        play_to_the_end(person);
        const auto& news = std::get<app::Finished>(person.session().page()).news;
        REQUIRE(news.size() == 1);
        CHECK(news.front().find("niveau 1") != std::string::npos);
        CHECK(news.front().find("2 jours différents") != std::string::npos);
        person.click("path");
        CHECK(person.sees("level/pointer"));
        CHECK_FALSE(person.sees("level/mail"));
    }
    CHECK(bodies(folder.path, progress::kind::level_reached) ==
          std::vector<std::string>{progress::body_of(progress::LevelReached{"pointer", 1})});
}
