// The trainer in a session without a window.
#include "app/class_files.h"
#include "app/recordings.h"
#include "base/file.h"
#include "trainer_person.h"

#include <set>

namespace {

const screen::SignInPage& door_of(Person& person) {
    return std::get<screen::SignInPage>(std::get<app::TrainerPlace>(person.session().page()).page);
}

/// The learners whom the board shows, from above.
std::vector<std::string> rows_of(Person& person) {
    std::vector<std::pair<float, std::string>> found;
    for (const auto& [id, rect] : person.places()) {
        if (id.starts_with("learner/")) {
            found.emplace_back(rect.y, id.substr(id.size() - 2));
        }
    }
    std::ranges::sort(found);
    std::vector<std::string> ids;
    for (const auto& [y, id] : found) {
        ids.push_back(id);
    }
    return ids;
}

progress::Store open_store(const std::filesystem::path& folder) {
    auto opening = progress::Store::open(folder);
    REQUIRE(opening.ok());
    REQUIRE(opening.value().notices.empty());
    return std::move(opening.value().store);
}

std::size_t count_learners(const std::filesystem::path& folder) {
    const auto count = open_store(folder).count_cards();
    REQUIRE(count.ok());
    return static_cast<std::size_t>(count.value());
}

void write_file(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::create_directories(file.parent_path());
    REQUIRE(base::write_file(file, text).ok());
}

} // namespace

TEST_CASE("a first passphrase is written twice and is long enough; afterwards it is asked for") {
    const TemporaryFolder folder;
    Person person(trainers_seat(folder));
    open_door(person);
    enter(person, "short");
    enter(person, "short");
    CHECK(person.sees("word"));
    CHECK(door_of(person).own_word == "sign-in.first.short");
    CHECK(person.has_focus("passphrase"));
    enter(person, passphrase);
    enter(person, "another one that is long");
    CHECK(door_of(person).own_word == "sign-in.first.differ");
    CHECK_FALSE(progress::has_passphrase(folder.path));
    person.key("Escape");
    CHECK(person.session().page_name() == "welcome");

    sign_in_first(person);
    CHECK(progress::has_passphrase(folder.path));
    person.click("leave");
    CHECK(person.session().page_name() == "welcome");
    open_door(person);
    CHECK_FALSE(person.sees("passphrase-again"));
    enter(person, "not what was chosen");
    CHECK(person.session().page_name() == "sign-in");
    CHECK(person.sees("word"));
    person.key("Backspace"); // what was wrong is selected
    enter(person, passphrase);
    CHECK(person.session().page_name() == "board");
}

TEST_CASE("after several wrong passphrases one has to wait, even where the program was closed meanwhile") {
    const TemporaryFolder folder;
    {
        Person person(trainers_seat(folder));
        sign_in_first(person);
        person.click("leave");
        open_door(person);
        for (int tries = 0; tries < 3; ++tries) {
            person.key("Backspace");
            enter(person, "not what was chosen");
        }
    }
    Person person(trainers_seat(folder));
    open_door(person);
    CHECK(person.sees("waits"));
    enter(person, passphrase);
    CHECK(person.session().page_name() == "sign-in"); // not even the right one is looked at
    CHECK(door_of(person).passphrase.text == passphrase);
    person.pass_time(60'000);
    CHECK_FALSE(person.sees("waits"));
    CHECK(person.sees("word")); // that one may try again
}

TEST_CASE("the board shows first who needs help first, by group and by name") {
    const TemporaryFolder folder;
    class_of::fill(folder.path);
    Person person(trainers_seat(folder));
    sign_in_first(person);
    person.frame();
    const std::vector<std::string> all = rows_of(person);
    REQUIRE(all.size() >= 8);
    CHECK(std::vector(all.begin(), all.begin() + 4) == std::vector<std::string>{"02", "03", "04", "05"});
    person.click("group/Jeudi");
    person.frame();
    CHECK(rows_of(person).front() == "04");
    person.click("group/");
    person.click("search");
    person.write("the");
    person.frame();
    CHECK(rows_of(person) == std::vector<std::string>{"0c"}); // Thérèse, whatever the accents
}

TEST_CASE("one learner's page opens from the board and leads back to it, by keyboard too") {
    const TemporaryFolder folder;
    class_of::fill(folder.path);
    Person person(trainers_seat(folder));
    sign_in_first(person);
    person.frame();
    person.click("group/Lundi matin");
    person.frame();
    open_learner(person, 2);
    CHECK(person.sees("skill/pointer"));
    person.click("learner.tab.measures");
    for (const char* plot : {"plot/keyboard", "plot/pointer", "plot/alone", "plot/visits", "plot/help"}) {
        CHECK(person.sees(plot));
    }
    person.key("Escape");
    CHECK(person.session().page_name() == "board");
    person.frame();
    CHECK(rows_of(person).front() == "02");
    const auto& page = std::get<screen::BoardPage>(std::get<app::TrainerPlace>(person.session().page()).page);
    CHECK(page.group == "Lundi matin"); // as it was left
    person.key("Tab");
    for (int tabs = 0; tabs < 40 && !person.has_focus(fmt::format("learner/{:032x}", 3)); ++tabs) {
        person.key("Tab");
    }
    person.key("Enter");
    CHECK(person.session().page_name() == "learner");
}

TEST_CASE("the keyboard reaches every learner of a board that is longer than the window") {
    const TemporaryFolder folder;
    class_of::fill(folder.path);
    Person person(trainers_seat(folder));
    sign_in_first(person);
    person.frame();
    std::set<std::string> reached;
    for (int tabs = 0; tabs < 60; ++tabs) {
        person.key("Tab");
        for (int number = 1; number <= 14; ++number) {
            const std::string id = fmt::format("learner/{:032x}", number);
            if (person.has_focus(id)) {
                reached.insert(id);
            }
        }
    }
    CHECK(reached.size() == 14);
}

TEST_CASE("after ten minutes without input the trainer is signed out") {
    const TemporaryFolder folder;
    Person person(trainers_seat(folder));
    sign_in_first(person);
    person.pass_time(app::trainer_stays - 1'000);
    CHECK(person.session().page_name() == "board");
    person.key("Tab");
    person.pass_time(app::trainer_stays - 1'000);
    CHECK(person.session().page_name() == "board");
    person.pass_time(2'000);
    CHECK(person.session().page_name() == "welcome");
    open_door(person); // and the passphrase is asked for again
}

TEST_CASE("what a known learner plays can be seen again from their page; what a guest plays cannot") {
    const TemporaryFolder folder;
    Person person(trainers_seat(folder));
    person.click("guest");
    person.click("lesson/pointer.click");
    person.play_step();
    person.key("Escape");
    person.click("leaving/leave");
    person.click("change");
    person.frame();
    CHECK_FALSE(std::filesystem::exists(folder.path / "recordings"));

    join(person, "Awa");
    person.click("lesson/pointer.click");
    play_to_the_end(person);
    person.click("path");
    person.click("change");
    person.frame();
    const std::string learner = person.only_learner();
    sign_in_first(person);
    person.frame();
    person.click(learner);
    person.click("learner.tab.sessions");
    const auto session =
        std::ranges::find_if(person.places(), [](const auto& place) { return place.first.starts_with("session/"); });
    REQUIRE(session != person.places().end());
    person.click(session->first);
    CHECK(person.session().page_name() == "replay");
    const auto& replay = std::get<screen::ReplayPage>(person.session().page());
    CHECK(replay.replay.score->agreement == tutor::Agreement::same);
    CHECK(replay.replay.score->recording.head.lesson == "pointer.click");
    person.key("Escape");
    CHECK(person.session().page_name() == "learner");
    CHECK_FALSE(person.session().wants_to_quit());
}

TEST_CASE("a recording that no longer fits the lessons says so") {
    const TemporaryFolder folder;
    class_of::fill(folder.path);
    const std::string learner = fmt::format("{:032x}", 1);
    const auto file = app::new_recording(folder.path, learner, "pointer.gone", class_of::now());
    REQUIRE(file.ok());
    tutor::RecordingHead head;
    head.lesson = "pointer.gone";
    write_file(file.value(), tutor::to_line(head) + "\n");
    Person person(trainers_seat(folder));
    sign_in_first(person);
    person.click("search");
    person.write("Awa");
    person.frame();
    open_learner(person, 1);
    person.click("learner.tab.sessions");
    person.click("session/" + file.value().filename().string());
    CHECK(person.session().page_name() == "learner");
    CHECK(person.sees("said"));
}

TEST_CASE("of each learner twenty recordings are kept, thirty days, and none after they are removed") {
    const TemporaryFolder folder;
    const std::string one = fmt::format("{:032x}", 1);
    const std::string other = fmt::format("{:032x}", 2);
    const std::int64_t now = class_of::now();
    for (int i = 0; i < 25; ++i) {
        const auto file = app::new_recording(folder.path, one, "pointer.click", now + i);
        REQUIRE(file.ok());
        write_file(file.value(), "x");
    }
    const auto old = app::new_recording(folder.path, other, "mail.read", now - 31 * class_of::day);
    write_file(old.value(), "x");
    const auto kept = app::recordings_of(folder.path, one);
    REQUIRE(kept.size() == app::most_recordings);
    CHECK(kept.front().at == now + 24);
    CHECK(kept.front().lesson == "pointer.click");
    app::remove_old_recordings(folder.path, now);
    CHECK(app::recordings_of(folder.path, other).empty());
    CHECK(app::recordings_of(folder.path, one).size() == app::most_recordings);
    app::remove_recordings(folder.path, one);
    CHECK(app::recordings_of(folder.path, one).empty());
    CHECK_FALSE(app::new_recording(folder.path, "../elsewhere", "mail.read", now).ok());
}

TEST_CASE("a class list is read from the board once and for all, and one with a fault adds nobody") {
    const TemporaryFolder folder;
    write_file(folder.path / "classes" / "lundi.csv", "Prénom;Groupe\nAwa;Lundi\nÉmile;Lundi\nAwa;Jeudi\n");
    write_file(folder.path / "classes" / "noms.csv", "Paul;Lundi\nRosa PETIT;Lundi\n");
    {
        Person person(trainers_seat(folder));
        sign_in_first(person);
        person.frame();
        person.click("class-lists");
        person.frame();
        person.click("class/noms.csv");
        person.frame();
        person.click("class/lundi.csv");
        person.frame();
        person.click("class/lundi.csv");
        person.key("Escape");
        person.frame();
        CHECK(rows_of(person).size() == 3);
        CHECK(person.sees("group/Jeudi"));
    }
    CHECK(count_learners(folder.path) == 3);
}

TEST_CASE("who has not come for longer than learners are kept is noted first, and erased a week later") {
    const TemporaryFolder folder;
    class_of::fill(folder.path);
    Seat seat = trainers_seat(folder);
    const std::string fatoumata = fmt::format("{:032x}", 5); // was here 40 days before
    const auto recording = app::new_recording(folder.path, fatoumata, "pointer.click", class_of::now());
    write_file(recording.value(), "x");
    {
        Person person(seat);
        sign_in_first(person);
        person.click("more");
        person.frame();
        person.click("retention");
        person.frame();
        person.click("months/3");
    }
    seat.clock = "2027-01-23 09:00"; // 92 days after
    { const Person person(seat); }
    CHECK(count_learners(folder.path) == 14);
    seat.clock = "2027-01-25 09:00";
    { const Person person(seat); }
    CHECK(count_learners(folder.path) == 14);
    seat.clock = "2027-01-30 10:00";
    { const Person person(seat); }
    CHECK(count_learners(folder.path) == 13);
    CHECK_FALSE(std::filesystem::exists(recording.value()));
}

TEST_CASE("progress goes out to a stick, and comes in at another computer with the passphrase that sealed it") {
    const TemporaryFolder folder;
    const std::filesystem::path stick = folder.path / "stick";
    std::filesystem::create_directories(stick);
    class_of::fill(folder.path / "one");
    Seat seat = trainers_seat(folder);
    seat.more = [&](app::WindowChoices& choices) { choices.stick = stick; };
    const auto open_tool = [](Person& person, const std::string& tool) {
        person.click("more");
        person.frame();
        person.click(tool);
        person.frame();
    };
    {
        seat.data = folder.path / "one";
        Person person(seat);
        sign_in_first(person);
        person.frame();
        open_tool(person, "carry-out");
        person.click("stick/stick");
        person.key("Escape");
        open_tool(person, "report");
        person.click("report/table");
    }
    const auto listed = base::list_folder(stick);
    REQUIRE(listed.ok());
    CHECK(std::ranges::count(listed.value(), ".coucou", [](const auto& file) { return file.extension(); }) == 1);
    CHECK(std::ranges::count(listed.value(), ".csv", [](const auto& file) { return file.extension(); }) == 1);
    {
        seat.data = folder.path / "two";
        Person person(seat);
        open_door(person);
        enter(person, "a passphrase of another trainer");
        enter(person, "a passphrase of another trainer");
        REQUIRE(person.session().page_name() == "board");
        person.frame();
        CHECK(rows_of(person).empty());
        person.click("class-lists"); // nobody is there, so the board offers a list
        person.key("Escape");
        person.frame();
        person.key("Tab");
        open_tool(person, "carry-in");
        person.click("stick/stick");
        person.frame();
        CHECK(person.sees("foreign"));
        person.click("foreign");
        enter(person, passphrase);
        CHECK_FALSE(person.sees("foreign"));
        person.key("Escape");
        person.frame();
        CHECK(rows_of(person).front() == "02");
    }
    CHECK(count_learners(folder.path / "two") == 14);
}

TEST_CASE("a guided exercise begins from the board and leads back to it") {
    const TemporaryFolder folder;
    class_of::fill(folder.path);
    Person person(trainers_seat(folder));
    sign_in_first(person);
    person.frame();
    person.click("guided");
    CHECK(person.session().page_name() == "compose");
    person.frame();
    person.key("Escape");
    CHECK(person.session().page_name() == "board");
}
