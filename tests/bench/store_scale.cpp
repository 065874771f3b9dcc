// usage: store_scale FOLDER LEARNERS EVENTS_OF_EACH
// Makes a store of that size in FOLDER, where there is none yet, and times what the first page, the board and a visit
// do with it. Compare LEARNERS 10 with 100000; with 100 events each the latter takes 5 GB and some minutes.
#include "progress/bodies.h"
#include "progress/identity.h"
#include "progress/rows.h"
#include "progress/schema.h"
#include "progress/store.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <iostream>

#include <fmt/format.h>

namespace {

using namespace progress;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t now = 1'790'000'000'000;
constexpr std::int64_t day = 86'400'000;
constexpr std::array names{"Élodie", "Marie", "Ahmed", "Nicolas", "Fatou", "Zoé", "Jean", "Inès", "Paul", "Denise"};

double ms_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Ends the program where something failed: figures of a failure are none.
template <typename T>
T need(base::Result<T> result) {
    if (!result) {
        std::cerr << result.error().id << '\n';
        std::exit(1);
    }
    return std::move(result).value();
}

/// Does it several times; the first and the median of the others, in ms.
void time(const char* what, int times, const std::function<void()>& work) {
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        const auto begin = Clock::now();
        work();
        taken.push_back(ms_since(begin));
    }
    const double first = taken.front();
    std::sort(taken.begin() + 1, taken.end());
    std::cout << fmt::format("{:<44} {:>10.2f} {:>10.2f}\n", what, first,
                             taken.size() > 1 ? taken[1 + (taken.size() - 1) / 2] : first);
}

/// Ids in ascending order, so that the indexes grow at their ends.
std::string id_of(int learner) {
    return fmt::format("{:08x}{:024x}", learner * 16, learner);
}

std::vector<Event> events_for(const std::string& origin, int learner, int count, std::int64_t& sequence) {
    const std::string id = id_of(learner);
    std::vector<Event> events;
    const std::int64_t joined = now - 300 * day + learner % 1000 * 60'000LL;
    const auto add = [&](std::string_view kind, const std::string& body) {
        const auto i = static_cast<std::int64_t>(events.size());
        events.push_back(
            {origin, ++sequence, id, joined + i / 20 * 7 * day + i % 20 * 60'000, std::string(kind), body});
    };
    const std::string name = fmt::format("{} {}", names.at(static_cast<std::size_t>(learner) % names.size()), learner);
    add(kind::learner_joined, body_of(LearnerJoined{name, "avatar-cat", "fr"}));
    add(kind::learner_group, body_of(LearnerGroup{fmt::format("groupe {}", learner % 1000)}));
    StepDone step{
        "pointer.click", "one", std::string(outcome::alone), 0, 0, 12'000, {{"double_click.interval", 420.5}}};
    while (static_cast<int>(events.size()) < count) {
        const int i = static_cast<int>(events.size());
        step.lesson = i / 20 % 2 == 0 ? "pointer.click" : "mail.read";
        step.step = fmt::format("step-{}", i % 8);
        step.outcome = std::string((i + learner) % 7 == 0 ? outcome::shown : outcome::alone);
        i % 10 == 2 ? add(kind::lesson_started, body_of(LessonStarted{step.lesson, 1, "fr", false, 1, "bar", ""}))
                    : add(kind::step_done, body_of(step));
    }
    return events;
}

/// Straight into the tables, and not safe from a power cut, since nothing is lost with it.
void make(const std::filesystem::path& folder, int learners, int each) {
    std::string origin;
    {
        Opening opening = need(Store::open(folder));
        origin = opening.store.origin();
    }
    const Database database = need(Database::open(store_file(folder)));
    need(lock(database));
    need(configure(database));
    need(database.run("PRAGMA synchronous = OFF; PRAGMA cache_size = -500000"));
    std::int64_t sequence = 0;
    constexpr int at_once = 1000;
    for (int first = 0; first < learners; first += at_once) {
        need(database.in_transaction([&]() -> base::Result<base::Done> {
            for (int learner = first; learner < std::min(learners, first + at_once); ++learner) {
                COUCOU_TRY([[maybe_unused]] auto put, insert(database, events_for(origin, learner, each, sequence)));
            }
            return base::Done{};
        }));
    }
    accept(database);
}

void measure(const std::filesystem::path& folder, int learners) {
    std::cout << fmt::format("{:<44} {:>10} {:>10}\n", "ms", "first", "then");
    time("open the store", 5, [&] { need(Store::open(folder)); });
    Opening opening = need(Store::open(folder));
    Store& store = opening.store;
    const auto list = [&](const CardQuery& query) { need(store.cards(query, now)); };
    CardQuery recent;
    recent.limit = 12;
    time("first page: who was here last", 21, [&] { list(recent); });
    CardQuery named;
    named.name_begins = "zo";
    named.limit = 12;
    time("first page: names that begin with zo", 21, [&] { list(named); });
    CardQuery board;
    board.limit = 20;
    for (const auto& [what, order] :
         {std::pair{"board: all, who needs help", CardOrder::need}, std::pair{"board: all, by name", CardOrder::name},
          std::pair{"board: all, by last visit", CardOrder::last_visit}}) {
        board.order = order;
        time(what, 21, [&] { list(board); });
    }
    board.group = "groupe 7";
    board.order = CardOrder::need;
    time("board: a class, who needs help", 21, [&] { list(board); });
    board.group.reset();
    board.offset = learners / 2;
    time("board: all, from the middle on", 21, [&] { list(board); });
    time("board: how many, and how many in need", 21, [&] {
        need(store.count_cards());
        need(store.count_in_need(std::nullopt, now));
    });
    time("board: the classes", 21, [&] { need(store.groups()); });
    const std::string someone = id_of(learners / 2);
    time("sign in: the events of one learner", 21, [&] { need(store.events_of(someone)); });
    std::int64_t at = now;
    time("append an event, durably", 21,
         [&] { need(store.append(someone, kind::help_used, R"({"lesson":"mail.read","rung":1,"step":"a"})", ++at)); });
    time("first page after a visit", 11, [&] {
        need(store.append(someone, kind::help_used, R"({"lesson":"mail.read","rung":1,"step":"a"})", ++at));
        list(recent);
    });
    const std::string another = id_of(learners / 2 + 1);
    time("erase a learner, to the last byte", 1, [&] { need(store.erase(another, ++at)); });
}

} // namespace

int main(int argument_count, char** arguments) {
    if (argument_count != 4) {
        std::cerr << "usage: store_scale FOLDER LEARNERS EVENTS_OF_EACH\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    const int learners = std::atoi(arguments[2]);
    if (!std::filesystem::exists(store_file(folder))) {
        const auto begin = Clock::now();
        make(folder, learners, std::atoi(arguments[3]));
        std::cout << fmt::format("made in {:.0f} s\n", ms_since(begin) / 1000);
        Opening opening = need(Store::open(folder));
        const auto folding = Clock::now();
        need(opening.store.freshen_cards(now));
        std::cout << fmt::format("cards folded in {:.0f} s\n", ms_since(folding) / 1000);
    }
    measure(folder, learners);
    return 0;
}
