// Placement: few tasks, the easiest first, and never beyond what was shown.
#include "../amount.h"
#include "tutor/placement.h"
#include "world/computer.h"

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <utility>

#include <doctest/doctest.h>

namespace {

using namespace tutor;

lesson::Lesson make_lesson(const std::string& id, int level, const std::vector<std::string>& needs) {
    lesson::Lesson made;
    made.id = id;
    made.level = level;
    made.needs = needs;
    made.steps.resize(4);
    for (lesson::Step& step : made.steps) {
        step.start.emplace_back(); // each step lays out all it needs
    }
    return made;
}

/// Five pointer lessons in a row, then three of files.
lesson::Catalogue make_catalogue() {
    lesson::Catalogue catalogue;
    catalogue.modules.resize(2);
    std::string before;
    for (const std::string name : {"a", "b", "c", "d", "e"}) {
        catalogue.lessons.push_back(
            make_lesson("pointer." + name, name < "d" ? 1 : 2,
                        before.empty() ? std::vector<std::string>{} : std::vector<std::string>{before}));
        before = "pointer." + name;
        catalogue.modules[0].lessons.push_back(before);
    }
    before = "pointer.c";
    for (const std::string name : {"x", "y", "z"}) {
        catalogue.lessons.push_back(make_lesson("files." + name, name == "z" ? 2 : 1, {before}));
        before = "files." + name;
        catalogue.modules[1].lessons.push_back(before);
    }
    return catalogue;
}

/// Plays placement with somebody who can do exactly these lessons; gives the ids of the tasks.
std::vector<std::string> play(Placement& placement, const std::set<std::string>& can, std::int64_t took = 10'000) {
    std::vector<std::string> played;
    while (const auto task = next_task(placement)) {
        played.push_back(placement.lessons[*task].id);
        const bool is_typing = placement.lessons[*task].is_typing;
        end_task(placement, *task, can.contains(played.back()) ? TaskEnd::alone : TaskEnd::helped, took, is_typing);
    }
    return played;
}

} // namespace

TEST_CASE("placement begins in the middle of the first module") {
    const Placement placement = begin_placement(make_catalogue());
    REQUIRE(next_task(placement).has_value());
    CHECK(placement.lessons[*next_task(placement)].id == "pointer.c");
    CHECK(starts_of(placement) == Starts{{{"pointer", 1}, {"files", 1}}, {}});
}

TEST_CASE("success alone settles all that a lesson needs, and goes on with something harder") {
    Placement placement = begin_placement(make_catalogue());
    end_task(placement, 2, TaskEnd::alone, 10'000);
    CHECK(starts_of(placement).known == std::vector<std::string>{"pointer.a", "pointer.b", "pointer.c"});
    CHECK(starts_of(placement).levels.at("pointer") == 2);
    CHECK(*next_task(placement) > 2);
}

TEST_CASE("help settles all that needs a lesson, and goes on with something easier") {
    Placement placement = begin_placement(make_catalogue());
    end_task(placement, 2, TaskEnd::helped, 10'000);
    REQUIRE(next_task(placement).has_value());
    CHECK(*next_task(placement) < 2);
    end_task(placement, *next_task(placement), TaskEnd::out_of_time, 60'000);
    CHECK(placement.is_over); // two in a row are enough
    CHECK(starts_of(placement).known.empty());
}

TEST_CASE("who does nothing starts at the beginning, at once") {
    Placement placement = begin_placement(make_catalogue());
    end_task(placement, *next_task(placement), TaskEnd::idle, idle_time);
    CHECK(placement.is_over);
    CHECK_FALSE(next_task(placement).has_value());
    CHECK(starts_of(placement) == Starts{{{"pointer", 1}, {"files", 1}}, {}});
}

TEST_CASE("no task begins when the time is nearly used up") {
    Placement placement = begin_placement(make_catalogue());
    end_task(placement, *next_task(placement), TaskEnd::alone, placement_time - least_task_time + 1);
    CHECK(placement.is_over);
}

TEST_CASE("who can do everything starts at the hardest there is, after few tasks") {
    Placement placement = begin_placement(make_catalogue());
    const auto played = play(
        placement, {"pointer.a", "pointer.b", "pointer.c", "pointer.d", "pointer.e", "files.x", "files.y", "files.z"});
    CHECK(played.size() <= 5);
    CHECK(starts_of(placement).known.size() == 8);
    CHECK(starts_of(placement).levels == std::map<std::string, int>{{"files", 2}, {"pointer", 2}});
}

TEST_CASE("a first step that does not ask for all of its lesson shows only what the lesson needs") {
    lesson::Catalogue catalogue = make_catalogue();
    catalogue.lessons.back().steps.back().start.clear();
    Placement placement = begin_placement(catalogue);
    CHECK(placement.lessons.back().part == Part{0, 2});
    CHECK(placement.lessons.front().part == Part{3, 1});
    end_task(placement, 7, TaskEnd::alone, 10'000);
    const Starts starts = starts_of(placement);
    CHECK(std::ranges::count(starts.known, "files.z") == 0);
    CHECK(std::ranges::count(starts.known, "files.y") == 1);
}

TEST_CASE(
    "tasks of level 2 done alone in two modules are enough not to be sent back to the mouse or to what is easier") {
    lesson::Catalogue catalogue = make_catalogue();
    catalogue.modules.emplace_back().lessons = {"mail.p", "mail.q", "mail.r"};
    for (const auto& [id, level] : {std::pair{"mail.p", 1}, std::pair{"mail.q", 2}, std::pair{"mail.r", 2}}) {
        catalogue.lessons.push_back(make_lesson(id, level, {"pointer.a"}));
    }
    Placement placement = begin_placement(catalogue);
    end_task(placement, 7, TaskEnd::alone, 10'000); // files.z
    CHECK(std::ranges::count(starts_of(placement).known, "pointer.e") == 0);
    end_task(placement, 9, TaskEnd::alone, 10'000); // mail.q
    const Starts starts = starts_of(placement);
    CHECK(std::ranges::count(starts.known, "pointer.e") == 1);
    CHECK(std::ranges::count(starts.known, "mail.p") == 1);
    CHECK(std::ranges::count(starts.known, "mail.r") == 0);
}

TEST_CASE("who wrote nothing has not shown that they can type") {
    lesson::Catalogue catalogue = make_catalogue();
    catalogue.modules.emplace_back().lessons = {"keyboard.k"};
    catalogue.lessons.push_back(make_lesson("keyboard.k", 1, {"pointer.c"}));
    for (lesson::Step& step : catalogue.lessons.back().steps) {
        step.start.front().key = "keyboard";
    }
    catalogue.lessons[7].needs.push_back("keyboard.k");
    const auto known_after = [&](bool has_typed) {
        Placement placement = begin_placement(catalogue);
        end_task(placement, 7, TaskEnd::alone, 10'000, has_typed);
        return starts_of(placement).known;
    };
    CHECK(std::ranges::count(known_after(true), "keyboard.k") == 1);
    CHECK(std::ranges::count(known_after(false), "keyboard.k") == 0);
    CHECK(std::ranges::count(known_after(false), "files.y") == 1);
}

TEST_CASE("an empty catalogue has nothing to find out") {
    const Placement placement = begin_placement({});
    CHECK(placement.is_over);
    CHECK_FALSE(next_task(placement).has_value());
}

TEST_CASE("the shipped lessons: of what people can do much is found, and hardly anything beyond it") {
    const lesson::Catalogue catalogue =
        lesson::read_catalogue(COUCOU_SOURCE_DIR "/lessons", world::vocabulary(), COUCOU_SOURCE_DIR "/lessons/variety");
    const Placement fresh = begin_placement(catalogue);
    REQUIRE(fresh.lessons.size() > 50);
    CHECK(fresh.lessons[*next_task(fresh)].id.starts_with("pointer."));
    std::mt19937 chance(11);
    std::array<double, 2> found{};
    std::array<double, 2> there{};
    std::size_t most_tasks = 0;
    double wrong = 0;
    constexpr int people = times(200, 20);
    for (int person = 0; person < people; ++person) {
        // They can do a lesson with a likelihood of their own, where they can do all that it needs.
        const double likelihood = 0.5 + 0.5 * static_cast<double>(person) / people;
        std::set<std::string> can;
        for (bool more = true; more;) {
            more = false;
            for (const PlacementLesson& one : fresh.lessons) {
                const bool is_ready = std::ranges::all_of(
                    one.needs, [&](std::size_t need) { return can.contains(fresh.lessons[need].id); });
                // Drawn once a lesson, whatever the order in which they become ready.
                std::mt19937 own(static_cast<unsigned>(person) * 1'000U +
                                 static_cast<unsigned>(&one - fresh.lessons.data()));
                const bool likely = std::uniform_real_distribution(0.0, 1.0)(own) < likelihood;
                more = (is_ready && likely && can.insert(one.id).second) || more;
            }
        }
        Placement placement = fresh;
        most_tasks = std::max(most_tasks, play(placement, can, 20'000).size());
        const Starts starts = starts_of(placement);
        const auto right = std::ranges::count_if(starts.known, [&](const auto& known) { return can.contains(known); });
        wrong += static_cast<double>(starts.known.size()) - static_cast<double>(right);
        if (placement.confirmed == 0) {
            CHECK(right == static_cast<std::ptrdiff_t>(starts.known.size()));
        }
        found.at(likelihood < 0.9 ? 0 : 1) += static_cast<double>(right);
        there.at(likelihood < 0.9 ? 0 : 1) += static_cast<double>(can.size());
    }
    MESSAGE("of what beginners can do, placement found ", found[0] / there[0], "; of what others can do, ",
            found[1] / there[1], "; lessons taken for known that were not: ", wrong / people,
            " each; at 20 s a task, in at most ", most_tasks, " tasks");
    CHECK(most_tasks <= 9);
    CHECK(wrong / people <= 1);
    CHECK(found[0] / there[0] >= 0.4);
    CHECK(found[1] / there[1] >= 0.4);
}
