// Fifty stores that exchange what they hold in every order, with forks, copies, wrong clocks and erasures: at the end
// all hold the same, and nobody who was erased is anywhere.
#include "../amount.h"
#include "base/random.h"
#include "progress/bodies.h"
#include "progress/identity.h"
#include "progress/learners.h"
#include "progress/path.h"
#include "progress/sealed.h"
#include "progress/store.h"
#include "sandbox.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <set>

#include <doctest/doctest.h>

using namespace progress;

namespace {

constexpr std::size_t devices = 50;

/// A world of stores. What happens in it follows from the seed alone, but for the ids that the stores draw.
class World {
public:
    World(std::uint64_t seed, std::size_t count) : random_{seed} {
        for (std::size_t i = 0; i < count; ++i) {
            stores_.push_back(fresh());
        }
        for (int i = 0; i < 12; ++i) {
            learners_.push_back(new_id().value());
        }
    }

    /// Some device does something: mostly somebody works, sometimes somebody is erased or a device is copied.
    void happen() {
        Store& store = any();
        const std::string& learner = learners_[random_.below(learners_.size())];
        const std::uint64_t what = random_.below(100);
        if (what < 3) {
            REQUIRE(store.erase(learner, clock()));
            erased_.insert(learner);
        } else if (what < 6) {
            copy(store);
        } else if (what < 30) {
            add(store, learner, kind::learner_joined, body_of(LearnerJoined{"N" + std::to_string(what), "cat", "fr"}));
        } else if (what < 34) {
            add(store, learner, "a.later.kind", R"({"x":)" + std::to_string(random_.below(1000)) + "}");
        } else if (what < 60) {
            add(store, learner, kind::lesson_started,
                body_of(LessonStarted{"pointer.click", what, "fr", false, 1, {}, {}}));
        } else {
            StepDone done;
            done.lesson = "pointer.click";
            done.step = "s" + std::to_string(what % 5);
            add(store, learner, kind::step_done, body_of(done));
        }
    }

    /// A stick goes from one device to another: all, or a part, or one learner's; sometimes twice, sometimes lost.
    void exchange() {
        const std::size_t from = random_.below(stores_.size());
        const std::size_t to = random_.below(stores_.size());
        const std::uint64_t how = random_.below(10);
        auto taken =
            how < 2 ? stores_[from].events_of(learners_[random_.below(learners_.size())]) : stores_[from].all();
        REQUIRE(taken);
        std::vector<Event> events = stores_[from].to_carry(std::move(taken).value()).value();
        base::shuffle(events, random_);
        if (how == 2) {
            events.resize(random_.below(events.size() + 1));
        }
        if (how == 3) {
            return; // lost on the way
        }
        give(to, events);
        if (how == 4) {
            give(to, events);
        }
        if (how == 5 && !old_sticks_.empty()) {
            give(to, old_sticks_[random_.below(old_sticks_.size())]);
        }
        if (how == 6) {
            old_sticks_.push_back(std::move(events));
        }
    }

    /// Everyone hears from everyone, in a random order, old sticks included.
    void settle() {
        for (const auto& stick : old_sticks_) {
            give(random_.below(stores_.size()), stick);
        }
        std::vector<std::size_t> order(stores_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        base::shuffle(order, random_);
        // Along a chain to its end, and back to its beginning.
        for (std::size_t i = 0; i + 1 < order.size(); ++i) {
            give(order[i + 1], carried(stores_[order[i]]));
        }
        for (std::size_t i = order.size() - 1; i > 0; --i) {
            give(order[i - 1], carried(stores_[order[i]]));
        }
    }

    void check() {
        const auto expected = stores_.front().all().value();
        for (const Store& store : stores_) {
            CHECK(store.all().value() == expected);
        }
        for (const std::string& learner : learners_) {
            const auto events = stores_.front().events_of(learner).value();
            for (const Event& event : events) {
                CHECK((!erased_.contains(learner) || event.kind == kind::learner_erased));
            }
        }
        // Nothing that was ever done by those who stay is lost, and nothing is there twice.
        std::multiset<std::string> kept;
        for (const Event& event : expected) {
            if (!erased_.contains(event.learner)) {
                kept.insert(event.learner + event.kind + std::to_string(event.at) + event.body);
            }
        }
        std::multiset<std::string> done;
        for (const Event& event : done_) {
            if (!erased_.contains(event.learner)) {
                done.insert(event.learner + event.kind + std::to_string(event.at) + event.body);
            }
        }
        CHECK(kept == done);
        for (const std::string& learner : learners_) {
            const auto first = stores_.front().events_of(learner).value();
            const auto last = stores_.back().events_of(learner).value();
            CHECK(path(first) == path(last));
            CHECK(learners(first) == learners(last));
        }
    }

    /// What all devices would export, and the sticks that still lie about.
    std::vector<std::vector<Event>> exports() const {
        std::vector<std::vector<Event>> exports = old_sticks_;
        for (const Store& store : stores_) {
            exports.push_back(carried(store));
        }
        return exports;
    }

    std::vector<Event> all() const { return stores_.front().all().value(); }

    std::size_t forks() const { return forks_; }
    std::size_t erased() const { return erased_.size(); }

private:
    static Store fresh() {
        auto store = Store::in_memory();
        REQUIRE(store);
        return std::move(store).value();
    }

    static std::vector<Event> carried(const Store& store) { return store.to_carry(store.all().value()).value(); }

    Store& any() { return stores_[random_.below(stores_.size())]; }

    /// Mostly some day of 2026, sometimes an empty battery's 1970, sometimes 2099.
    std::int64_t clock() {
        now_ += static_cast<std::int64_t>(random_.below(100'000));
        const std::uint64_t what = random_.below(20);
        const std::int64_t base = what == 0 ? 0 : what == 1 ? 4'070'908'800'000 : 1'790'000'000'000;
        return base + now_;
    }

    void add(Store& store, const std::string& learner, std::string_view kind, const std::string& body) {
        const auto event = store.append(learner, kind, body, clock());
        REQUIRE(event);
        if (event.value().sequence > 0) {
            done_.push_back(event.value());
        }
    }

    /// A device is set up from a copy of another, and both write under the same origin until they notice.
    void copy(const Store& store) {
        // The copy writes what the next events of the original will be numbered as.
        const std::string origin = store.origin();
        std::int64_t last = 0;
        const auto events = store.all();
        for (const Event& event : events.value()) {
            last = event.origin == origin ? std::max(last, event.sequence) : last;
        }
        std::vector<Event> written;
        for (int i = 0; i < 3; ++i) {
            const std::string& learner = learners_[random_.below(learners_.size())];
            written.push_back({origin, ++last, learner, clock(), std::string(kind::help_used),
                               R"({"copy":)" + std::to_string(random_.below(1'000'000'000)) + "}"});
        }
        done_.insert(done_.end(), written.begin(), written.end());
        old_sticks_.push_back(std::move(written));
    }

    void give(std::size_t to, const std::vector<Event>& events) {
        const auto result = stores_[to].merge(events);
        REQUIRE_MESSAGE(result, result.error().id);
        CHECK(result.value().refused == 0);
        forks_ += result.value().moved;
    }

    base::Random random_;
    std::vector<Store> stores_;
    std::vector<std::string> learners_;
    std::set<std::string> erased_;
    std::vector<Event> done_;
    std::vector<std::vector<Event>> old_sticks_;
    std::int64_t now_ = 0;
    std::size_t forks_ = 0;
};

} // namespace

TEST_CASE("fifty devices hold the same after exchanging in any order, with forks, wrong clocks and erasures") {
    World world(1, devices);
    for (int i = 0; i < 1500; ++i) {
        world.happen();
        if (i % 4 == 0) {
            world.exchange();
        }
    }
    world.settle();
    world.check();
    MESSAGE("forks: ", world.forks(), ", erased: ", world.erased());
    CHECK(world.forks() > 20);
    CHECK(world.erased() > 3);
}

TEST_CASE("the exports of fifty devices, in two thousand orders with repeats and losses, give the same store") {
    const int orders = asked_times("COUCOU_EXCHANGE_ORDERS", times(2000, 40));
    World world(2, devices);
    for (int i = 0; i < 150; ++i) {
        world.happen();
        if (i % 10 == 0) {
            world.exchange();
        }
    }
    std::vector<std::vector<Event>> exports = world.exports();
    const test::Sandbox folder;
    const auto key = set_passphrase(folder.path(), "cheval agrafe nuage lampe");
    REQUIRE(key);
    for (std::vector<Event>& events : exports) {
        const auto bytes = seal(events, key.value());
        REQUIRE(bytes);
        const auto opened = open_sealed(bytes.value(), key.value());
        REQUIRE(opened);
        REQUIRE(opened.value() == events);
        events = opened.value();
    }
    base::Random random{3};
    std::vector<Event> expected;
    std::size_t moved = 0;
    for (int order = 0; order < orders; ++order) {
        CAPTURE(order);
        std::vector<std::size_t> sticks(exports.size());
        std::iota(sticks.begin(), sticks.end(), std::size_t{0});
        base::shuffle(sticks, random);
        // Some are lost at first and come at the end, some come twice.
        std::vector<std::size_t> late;
        auto store = Store::in_memory();
        REQUIRE(store);
        const auto give = [&](std::size_t stick) {
            const auto result = store.value().merge(exports[stick]);
            REQUIRE(result);
            moved += result.value().moved;
        };
        for (const std::size_t stick : sticks) {
            const std::size_t fate = random.below(10);
            if (fate == 0) {
                late.push_back(stick);
                continue;
            }
            give(stick);
            if (fate == 1) {
                give(sticks[random.below(sticks.size())]);
            }
        }
        std::for_each(late.begin(), late.end(), give);
        const auto events = store.value().all();
        REQUIRE(events);
        expected = order == 0 ? events.value() : expected;
        REQUIRE(events.value() == expected);
    }
    MESSAGE("events: ", expected.size(), ", moved: ", moved);
    CHECK(expected.size() > 100);
    CHECK(moved > static_cast<std::size_t>(orders));
    world.settle();
    world.check();
    CHECK(world.all() == expected);
}

TEST_CASE("few devices that exchange all the time end the same, three hundred times") {
    std::size_t forks = 0;
    std::size_t erased = 0;
    const auto worlds = static_cast<std::size_t>(times(300, 15));
    for (std::uint64_t seed = 0; seed < worlds; ++seed) {
        CAPTURE(seed);
        World world(1000 + seed, 2 + static_cast<std::size_t>(seed) % 5);
        for (int i = 0; i < 40; ++i) {
            world.happen();
            if (i % 2 == 0) {
                world.exchange();
            }
        }
        world.settle();
        world.check();
        forks += world.forks();
        erased += world.erased();
    }
    MESSAGE("forks: ", forks, ", erased: ", erased);
    CHECK(forks > worlds);
    CHECK(erased > worlds / 3);
}
