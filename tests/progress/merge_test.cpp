// Events of other stores joined with those that are here.
#include "progress/bodies.h"
#include "progress/identity.h"
#include "progress/store.h"
#include "sandbox.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace progress;

namespace {

const std::string marie(32, 'a');
const std::string paul(32, 'b');
const std::string elsewhere(32, '1');

Store in_memory() {
    auto store = Store::in_memory();
    REQUIRE(store);
    return std::move(store).value();
}

Event event_of(const std::string& origin, std::int64_t sequence, const std::string& learner, std::int64_t at,
               std::string_view kind = kind::learner_joined, const std::string& body = R"({"name":"M"})") {
    return {origin, sequence, learner, at, std::string(kind), body};
}

MergeResult merged(Store& store, const std::vector<Event>& events) {
    const auto result = store.merge(events);
    REQUIRE_MESSAGE(result, result.error().id);
    return result.value();
}

std::vector<Event> all(const Store& store) {
    const auto events = store.all();
    REQUIRE(events);
    return events.value();
}

} // namespace

TEST_CASE("what is new is added, what is known changes nothing, and holes do not matter") {
    Store store = in_memory();
    const std::vector<Event> events{event_of(elsewhere, 7, marie, 10), event_of(elsewhere, 2, marie, 5)};
    MergeResult result = merged(store, events);
    CHECK(result.added == 2);
    CHECK(result.known == 0);
    result = merged(store, events);
    CHECK(result.added == 0);
    CHECK(result.known == 2);
    CHECK(all(store) == std::vector<Event>{events[1], events[0]});
}

TEST_CASE("kinds that only a later version knows are kept as they are") {
    Store store = in_memory();
    const Event unknown = event_of(elsewhere, 1, marie, 1, "learner.flew", R"({"height": 12, "to":["moon"]})");
    CHECK(merged(store, {unknown}).added == 1);
    CHECK(all(store) == std::vector<Event>{unknown});
}

TEST_CASE("what no store could have written is refused, and the rest is taken") {
    Store store = in_memory();
    Event bad_origin = event_of("XYZ", 1, marie, 1);
    Event bad_number = event_of(elsewhere, 0, marie, 1);
    Event bad_learner = event_of(elsewhere, 1, "Marie Dupont", 1);
    Event no_kind = event_of(elsewhere, 2, marie, 1, "");
    Event bad_body = event_of(elsewhere, 3, marie, 1, kind::step_done, "[1]");
    Event long_body =
        event_of(elsewhere, 4, marie, 1, kind::step_done, R"({"a":")" + std::string(longest_body, 'x') + R"("})");
    const MergeResult result = merged(
        store, {bad_origin, bad_number, bad_learner, no_kind, bad_body, long_body, event_of(elsewhere, 9, marie, 1)});
    CHECK(result.refused == 6);
    CHECK(result.added == 1);
}

TEST_CASE("two events under one key are both kept, and in the same way whichever came first") {
    const Event one = event_of(elsewhere, 3, marie, 10, kind::step_done, R"({"n":1})");
    const Event two = event_of(elsewhere, 3, paul, 20, kind::step_done, R"({"n":2})");
    const Event three = event_of(elsewhere, 3, marie, 30, kind::step_done, R"({"n":3})");
    std::vector<Event> order{one, two, three};
    std::sort(order.begin(), order.end(), [](const Event& a, const Event& b) { return a.body < b.body; });
    std::vector<Event> expected;
    do {
        Store store = in_memory();
        for (const Event& event : order) {
            merged(store, {event});
        }
        // And a second time, as from another copy.
        for (const Event& event : order) {
            CHECK(merged(store, {event}).added == 0);
        }
        const std::vector<Event> events = all(store);
        CHECK(events.size() == 3);
        expected = expected.empty() ? events : expected;
        CHECK(events == expected);
    } while (std::next_permutation(order.begin(), order.end(),
                                   [](const Event& a, const Event& b) { return a.body < b.body; }));
    const auto keep_the_key =
        std::count_if(expected.begin(), expected.end(), [](const Event& event) { return event.sequence == 3; });
    CHECK(keep_the_key == 1);
}

TEST_CASE("an event that stands elsewhere goes to others under the key that it was written with") {
    const Event one = event_of(elsewhere, 3, marie, 10, kind::step_done, R"({"n":1})");
    const Event two = event_of(elsewhere, 3, paul, 20, kind::step_done, R"({"n":2})");
    Store both = in_memory();
    merged(both, {one, two});
    for (const auto& [learner, original] : {std::pair{marie, one}, std::pair{paul, two}}) {
        const auto carried = both.to_carry(both.events_of(learner).value());
        REQUIRE(carried);
        CHECK(carried.value() == std::vector<Event>{original});
    }
    // What stands elsewhere here could not have been written so.
    CHECK(merged(both, all(both)).refused == 1);
}

TEST_CASE("a key that becomes free because a learner is erased goes to the event that had lost it") {
    const Event one = event_of(elsewhere, 3, marie, 10, kind::step_done, R"({"n":1})");
    const Event two = event_of(elsewhere, 3, paul, 20, kind::step_done, R"({"n":2})");
    for (const auto& [gone, stays] : {std::pair{one, two}, std::pair{two, one}}) {
        Store store = in_memory();
        merged(store, {one, two});
        SUBCASE("here") {
            REQUIRE(store.erase(gone.learner, 30));
        }
        SUBCASE("elsewhere") {
            merged(store, {event_of(std::string(32, '7'), 1, gone.learner, 30, kind::learner_erased, "{}")});
        }
        CHECK(store.events_of(stays.learner).value() == std::vector<Event>{stays});
    }
}

TEST_CASE("who was erased elsewhere is erased here, and never comes back") {
    Store store = in_memory();
    const auto add = [&](const std::string& learner) {
        REQUIRE(store.append(learner, kind::learner_joined, R"({"name":"M"})", 1));
    };
    add(marie);
    add(paul);
    add(marie);
    const Event tombstone = event_of(elsewhere, 5, marie, 1, kind::learner_erased, "{}");
    const std::vector<Event> late{event_of(elsewhere, 1, marie, 1), event_of(elsewhere, 9, marie, far_future + 5)};
    SUBCASE("before what they had done arrives") {
        CHECK(merged(store, {tombstone}).erased == 1);
        CHECK(merged(store, late).dropped == 2);
    }
    SUBCASE("after it") {
        CHECK(merged(store, late).added == 2);
        CHECK(merged(store, {tombstone}).erased == 1);
    }
    SUBCASE("in the same file, behind it") {
        CHECK(merged(store, {late[0], late[1], tombstone}).dropped == 2);
    }
    CHECK(store.events_of(marie).value() == std::vector<Event>{tombstone});
    CHECK(store.events_of(paul).value().size() == 1);
    CHECK(merged(store, {tombstone}).known == 1);
    // What they would still do here is not kept either.
    const auto appended = store.append(marie, kind::help_used, "{}", 2);
    REQUIRE(appended);
    CHECK(appended.value().sequence == 0);
    CHECK(store.events_of(marie).value().size() == 1);
    // Erasing here as well adds that it was done here, too.
    REQUIRE(store.erase(marie, 3));
    CHECK(store.events_of(marie).value().size() == 2);
}

TEST_CASE("an import that erases somebody leaves no byte of them in the files") {
    const test::Sandbox sandbox;
    auto opening = Store::open(sandbox.path());
    REQUIRE(opening);
    Store& store = opening.value().store;
    const std::string secret = "Sidonie-Gabrielle";
    for (int i = 0; i < 200; ++i) {
        const std::string body = body_of(LearnerJoined{secret, std::string((i * 37) % 900, 'x'), "fr"});
        REQUIRE(store.append(marie, kind::learner_joined, body, i));
        REQUIRE(store.append(paul, kind::learner_joined, body_of(LearnerJoined{"Paul", "", "fr"}), i));
        if (i % 10 == 0) {
            CHECK(store.cards({}, i).value().size() == 2);
        }
    }
    merged(store, {event_of(elsewhere, 5, marie, 1, kind::learner_erased, "{}")});
    CHECK(store.cards({}, 1000).value().size() == 1);
    for (const auto& entry : std::filesystem::directory_iterator(sandbox.path())) {
        const std::string bytes = test::read_file(entry.path());
        CHECK_MESSAGE(bytes.find(secret) == std::string::npos, entry.path().string());
        CHECK_MESSAGE(bytes.find("sidonie-gabrielle") == std::string::npos, entry.path().string());
    }
}

TEST_CASE("no number is used again after the last events were erased by an import") {
    const test::Sandbox sandbox;
    {
        auto opening = Store::open(sandbox.path());
        REQUIRE(opening);
        REQUIRE(opening.value().store.append(paul, kind::help_used, "{}", 1));
        REQUIRE(opening.value().store.append(marie, kind::help_used, "{}", 1));
        merged(opening.value().store, {event_of(elsewhere, 5, marie, 1, kind::learner_erased, "{}")});
    }
    auto opening = Store::open(sandbox.path());
    REQUIRE(opening);
    CHECK(opening.value().store.append(paul, kind::help_used, "{}", 1).value().sequence == 3);
}

TEST_CASE("a time from the far future does not push what its store wrote later to the end") {
    Store store = in_memory();
    const std::string other(32, '2');
    merged(store, {event_of(elsewhere, 1, marie, 100), event_of(elsewhere, 2, marie, far_future * 2),
                   event_of(elsewhere, 3, marie, 200), event_of(other, 1, marie, 150), event_of(other, 2, marie, 300),
                   event_of(std::string(32, '3'), 1, marie, std::numeric_limits<std::int64_t>::max()),
                   event_of(std::string(32, '4'), 1, marie, std::numeric_limits<std::int64_t>::min())});
    std::vector<std::string> order;
    for (const Event& event : all(store)) {
        order.push_back(event.origin.substr(0, 1) + std::to_string(event.sequence));
    }
    CHECK(order == std::vector<std::string>{"31", "41", "11", "12", "21", "13", "22"});
}

TEST_CASE("a store that meets a copy of itself goes on under another origin, and nothing is lost") {
    Store store = in_memory();
    const std::string before = store.origin();
    REQUIRE(store.append(marie, kind::help_used, R"({"n":1})", 1));
    REQUIRE(store.append(marie, kind::help_used, R"({"n":2})", 2));
    const std::vector<Event> own = all(store);
    CHECK_FALSE(merged(store, own).met_own_copy);
    CHECK(store.origin() == before);
    SUBCASE("the copy has gone on") {
        CHECK(merged(store, {event_of(before, 3, paul, 3)}).met_own_copy);
        CHECK(all(store).size() == 3);
    }
    SUBCASE("the copy has something else under the same number") {
        CHECK(merged(store, {event_of(before, 2, paul, 3)}).met_own_copy);
        CHECK(all(store).size() == 3);
    }
    CHECK(store.origin() != before);
    const auto next = store.append(marie, kind::help_used, R"({"n":3})", 4);
    REQUIRE(next);
    CHECK(next.value().sequence == 1);
    CHECK(next.value().origin == store.origin());
    CHECK(all(store).size() == 4);
}

TEST_CASE("a folder that was copied, or came to another computer, goes on under another origin") {
    const test::Sandbox sandbox;
    const std::filesystem::path here = sandbox / "machine";
    test::write_file(here, "0123456789abcdef\n");
    const StoreOptions options{0, 32 << 20, here};
    const auto origin_of = [&](const std::string& folder) {
        auto opening = Store::open(sandbox / folder, options);
        REQUIRE(opening);
        CHECK(opening.value().notices.empty());
        REQUIRE(opening.value().store.append(marie, kind::help_used, "{}", 1));
        return opening.value().store.origin();
    };
    const std::string first = origin_of("one");
    CHECK(origin_of("one") == first);
    SUBCASE("a copy on the same computer") {
        std::filesystem::copy(sandbox / "one", sandbox / "two");
        const std::string second = origin_of("two");
        CHECK(second != first);
        CHECK(origin_of("two") == second);
        CHECK(origin_of("one") == first);
    }
    SUBCASE("put back from a copy") {
        std::filesystem::copy(sandbox / "one", sandbox / "two");
        std::filesystem::remove_all(sandbox / "one");
        std::filesystem::rename(sandbox / "two", sandbox / "one");
        CHECK(origin_of("one") != first);
    }
    SUBCASE("the disk in another computer") {
        test::write_file(here, "fedcba9876543210\n");
        const std::string second = origin_of("one");
        CHECK(second != first);
        CHECK(origin_of("one") == second);
        auto opening = Store::open(sandbox / "one", options);
        REQUIRE(opening);
        CHECK(all(opening.value().store).size() == 4);
    }
}

TEST_CASE("where nothing can be kept, nothing is imported, and that is said") {
    const test::Sandbox sandbox;
    test::write_file(sandbox / "file", "no folder");
    auto opening = Store::open(sandbox / "file");
    REQUIRE(opening);
    const auto result = opening.value().store.merge({event_of(elsewhere, 1, marie, 1)});
    REQUIRE_FALSE(result);
    CHECK(result.error().id == "store.not-merged");
}
