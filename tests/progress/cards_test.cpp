// Cards of learners: always what their events say, and listed in every order.
#include "base/random.h"
#include "progress/bodies.h"
#include "progress/identity.h"
#include "progress/rows.h"
#include "progress/schema.h"
#include "progress/store.h"
#include "sandbox.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace progress;

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000;
constexpr std::int64_t now = 1'790'000'000'000;

Store in_memory() {
    auto store = Store::in_memory();
    REQUIRE(store);
    return std::move(store).value();
}

std::string id_of(int number) {
    return std::to_string(100'000 + number) + std::string(26, 'c');
}

void add(Store& store, int learner, std::string_view kind, const std::string& body, std::int64_t at) {
    REQUIRE(store.append(id_of(learner), kind, body, at));
}

void join(Store& store, int learner, const std::string& name, const std::string& group = {}, std::int64_t at = now) {
    add(store, learner, kind::learner_joined, body_of(LearnerJoined{name, "cat", "fr"}), at);
    if (!group.empty()) {
        add(store, learner, kind::learner_group, body_of(LearnerGroup{group}), at);
    }
}

void visit(Store& store, int learner, std::int64_t at) {
    add(store, learner, kind::lesson_started, body_of(LessonStarted{"mail.read", 1, "fr", false, 1, {}, {}}), at);
}

std::vector<std::string> names(Store& store, const CardQuery& query, std::int64_t at = now) {
    const auto cards = store.cards(query, at);
    REQUIRE(cards);
    std::vector<std::string> names;
    for (const Card& card : cards.value()) {
        names.push_back(card.name);
    }
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a card says who it is, in which class, when they came and how far they are") {
    Store store = in_memory();
    join(store, 1, "Zoé", "mardi");
    visit(store, 1, now + 1000);
    StepDone done;
    done.lesson = "mail.read";
    done.step = "open";
    add(store, 1, kind::step_done, body_of(done), now + 61'000);
    const auto cards = store.cards({}, now + day);
    REQUIRE(cards);
    REQUIRE(cards.value().size() == 1);
    const Card& card = cards.value()[0];
    CHECK(card.learner == id_of(1));
    CHECK(card.name == "Zoé");
    CHECK(card.picture == "cat");
    CHECK(card.group == "mardi");
    CHECK(card.last_visit == now + 61'000);
    CHECK(card.time_spent == 60'000);
    CHECK(card.seen == 4);
    CHECK(card.levels.contains("mail"));
    CHECK(card.need.kind == NeedKind::none);
}

TEST_CASE("who was last at this computer comes first, even if its clock was set back") {
    Store store = in_memory();
    join(store, 1, "Anne", {}, 5000);
    join(store, 2, "Bruno", {}, 3000);
    join(store, 3, "Chloé", {}, 4000);
    visit(store, 1, 100);
    CHECK(names(store, {}) == Names{"Anne", "Chloé", "Bruno"});
    // What a trainer does is not being here.
    add(store, 2, kind::learner_group, body_of(LearnerGroup{"mardi"}), 6000);
    CHECK(names(store, {}) == Names{"Anne", "Chloé", "Bruno"});
    // Those from other computers come after them, who came last first.
    std::vector<Event> others;
    for (int i = 4; i < 7; ++i) {
        const std::string origin(32, '5');
        others.push_back({origin, i * 2, id_of(i), now, "learner.joined",
                          body_of(LearnerJoined{"D" + std::to_string(i), "", "fr"})});
        others.push_back({origin, i * 2 + 1, id_of(i), now + i, "lesson.started",
                          R"({"lesson":"mail.read","seed":1,"language":"fr","again":false})"});
    }
    REQUIRE(store.merge(others));
    CHECK(names(store, {}) == Names{"Anne", "Chloé", "Bruno", "D6", "D5", "D4"});
    CardQuery two;
    two.limit = 2;
    CHECK(names(store, two) == Names{"Anne", "Chloé"});
    two.offset = 2;
    CHECK(names(store, two) == Names{"Bruno", "D6"});
}

TEST_CASE("names are found by how they begin, whatever the accents and capitals") {
    Store store = in_memory();
    int number = 0;
    for (const char* name : {"Élodie", "elsa", "Eric", "Zoé", "ÉLISE", "Noël", "Jean-Pierre", ""}) {
        join(store, ++number, name);
    }
    CardQuery query;
    query.name_begins = "él";
    CHECK(names(store, query) == Names{"ÉLISE", "Élodie", "elsa"});
    CHECK(store.count_cards(query).value() == 3);
    query.name_begins = " JEAN ";
    CHECK(names(store, query) == Names{"Jean-Pierre"});
    query.name_begins = "q";
    CHECK(names(store, query).empty());
    query.name_begins = "%";
    CHECK(names(store, query).empty());
    CHECK(store.count_cards().value() == 8);
}

TEST_CASE("a class is listed by name, by last visit and by who needs help first") {
    Store store = in_memory();
    join(store, 1, "Anne", "mardi");
    join(store, 2, "Bruno", "mardi");
    join(store, 3, "Chloé", "mardi");
    join(store, 4, "Denis", "jeudi");
    join(store, 5, "Élise", "mardi");
    join(store, 6, "Fred");
    visit(store, 1, now - 30 * day);
    visit(store, 2, now - 2 * day);
    visit(store, 3, now - 5 * day);
    visit(store, 4, now);
    add(store, 2, kind::lesson_left, body_of(LessonLeft{"mail.read", "open"}), now - 2 * day + 1);
    add(store, 2, kind::lesson_left, body_of(LessonLeft{"mail.read", "open"}), now - 2 * day + 2);
    CardQuery query;
    query.group = "mardi";
    query.order = CardOrder::name;
    CHECK(names(store, query) == Names{"Anne", "Bruno", "Chloé", "Élise"});
    query.order = CardOrder::last_visit;
    CHECK(names(store, query) == Names{"Bruno", "Chloé", "Anne", "Élise"});
    query.order = CardOrder::need;
    CHECK(names(store, query) == Names{"Bruno", "Anne", "Chloé", "Élise"});
    CHECK(store.count_cards(query).value() == 4);
    CHECK(store.groups().value() == std::vector<GroupCount>{{"", 1}, {"jeudi", 1}, {"mardi", 4}});
    query.group = std::nullopt;
    query.order = CardOrder::name;
    CHECK(names(store, query) == Names{"Anne", "Bruno", "Chloé", "Denis", "Élise", "Fred"});
    CHECK(store.count_in_need(std::nullopt, now).value() == 2); // Bruno is stuck, Anne is away
    CHECK(store.count_in_need("mardi", now).value() == 2);
    CHECK(store.count_in_need("jeudi", now).value() == 0);
    CHECK(store.count_in_need("jeudi", now + 21 * day - 1).value() == 0);
    CHECK(store.count_in_need("jeudi", now + 21 * day).value() == 1);
    CardQuery silent;
    silent.silent_since = now - 2 * day;
    CHECK(names(store, silent) == Names{"Anne", "Chloé"});
    // What changes from day to day is as of the day that is asked.
    query.group = "mardi";
    query.order = CardOrder::need;
    CHECK(store.cards(query, now).value()[1].need.kind == NeedKind::away);
    CHECK(store.cards(query, now).value()[2].need.kind == NeedKind::none);
    CHECK(store.cards(query, now + 20 * day).value()[2].need.kind == NeedKind::away);
}

TEST_CASE("who changes name or class, or is erased, is so in the next list") {
    Store store = in_memory();
    join(store, 1, "Anne", "mardi");
    CHECK(names(store, {}) == Names{"Anne"});
    join(store, 1, "Annie", "jeudi");
    CHECK(names(store, {}) == Names{"Annie"});
    CHECK(store.groups().value() == std::vector<GroupCount>{{"jeudi", 1}});
    REQUIRE(store.erase(id_of(1), now));
    CHECK(names(store, {}).empty());
    CHECK(store.count_cards().value() == 0);
    // Events that belong to no learner make no card.
    REQUIRE(store.append(nobody, kind::trainer_settings, R"({"retention_months":6})", now));
    CHECK(names(store, {}).empty());
    CHECK(store.count_cards().value() == 0);
}

TEST_CASE("cards kept up to date event by event are those that are made anew from all events") {
    base::Random random{5};
    for (int round = 0; round < 20; ++round) {
        CAPTURE(round);
        Store store = in_memory();
        CardQuery all;
        all.limit = 1000;
        std::int64_t at = now;
        for (int i = 0; i < 200; ++i) {
            const int learner = static_cast<int>(random.below(15));
            at += static_cast<std::int64_t>(random.below(20)) * 60'000;
            switch (random.below(7)) {
            case 0:
                join(store, learner, "N" + std::to_string(random.below(100)), random.below(2) == 0 ? "mardi" : "", at);
                break;
            case 1: {
                std::vector<Event> others;
                for (int j = 0; j < 10; ++j) {
                    others.push_back({std::string(32, static_cast<char>('0' + random.below(10))),
                                      1 + static_cast<std::int64_t>(random.below(50)),
                                      id_of(static_cast<int>(random.below(15))), at, "learner.joined",
                                      R"({"name":"M","picture":"","language":"fr"})"});
                }
                REQUIRE(store.merge(others));
                break;
            }
            case 2:
                if (random.below(6) == 0) {
                    REQUIRE(store.erase(id_of(learner), at));
                }
                break;
            case 3:
                (void)store.cards({}, at);
                break;
            default:
                visit(store, learner, at);
            }
        }
        for (const CardOrder order : {CardOrder::seen, CardOrder::name, CardOrder::last_visit, CardOrder::need}) {
            all.order = order;
            const auto kept = store.cards(all, at);
            REQUIRE(store.rebuild_cards(at));
            const auto rebuilt = store.cards(all, at);
            REQUIRE((kept && rebuilt));
            CHECK(kept.value().size() > 3);
            CHECK((kept.value() == rebuilt.value()));
        }
    }
}

TEST_CASE("a store of before there were cards has them after its first opening") {
    const test::Sandbox sandbox;
    {
        auto database = Database::open(sandbox / "coucou.db");
        REQUIRE(database);
        REQUIRE(configure(database.value()));
        REQUIRE(migrate(database.value(), migrations().first(1)));
        REQUIRE(
            database.value().run("INSERT INTO event VALUES ('" + std::string(32, '1') + "', 1, '" + id_of(1) +
                                 "', 5, 'learner.joined', '{\"name\":\"Old\",\"picture\":\"\",\"language\":\"fr\"}')"));
    }
    auto opening = Store::open(sandbox.path());
    REQUIRE(opening);
    CHECK(opening.value().notices.empty());
    CHECK(names(opening.value().store, {}) == Names{"Old"});
    CHECK(opening.value().store.keeping() == Keeping::on_disk);
}

TEST_CASE("no list goes through all cards: each is read along an index") {
    const test::Sandbox sandbox;
    auto database = Database::open(sandbox / "file");
    REQUIRE(database);
    REQUIRE(migrate(database.value()));
    for (const bool in_class : {false, true}) {
        for (const CardOrder order : {CardOrder::seen, CardOrder::name, CardOrder::last_visit, CardOrder::need}) {
            for (const char* beginning : {"", "an"}) {
                if (in_class && order == CardOrder::seen && *beginning == '\0') {
                    continue; // no page asks who of a class was last here
                }
                CardQuery query;
                query.order = order;
                query.name_begins = beginning;
                if (in_class) {
                    query.group = "mardi";
                }
                auto plan = database.value().prepare("EXPLAIN QUERY PLAN " + sql_of(query));
                REQUIRE(plan);
                std::string steps;
                while (plan.value().step().value()) {
                    steps += plan.value().text(3) + ";";
                }
                CAPTURE(steps);
                CHECK(steps.find("USING COVERING INDEX card_") != std::string::npos);
                CHECK(steps.find("SCAN card;") == std::string::npos);
                // Only the few that are given are sorted once more.
                const std::size_t sorted = steps.find("TEMP B-TREE");
                REQUIRE(sorted != std::string::npos);
                CHECK(steps.find("TEMP B-TREE", sorted + 1) == std::string::npos);
            }
        }
    }
}
