// Progress carried from one store to another through files, as the trainer's page and the verbs do it.
#include "../progress/sandbox.h"
#include "app/exchange.h"
#include "progress/bodies.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace progress;

namespace {

constexpr const char* passphrase = "cheval agrafe nuage lampe";
constexpr std::int64_t now = 1'790'000'000'000; // 2026-09-21

const TrainerKey& key() {
    static const TrainerKey made = [] {
        const test::Sandbox folder;
        return set_passphrase(folder.path(), passphrase).value();
    }();
    return made;
}

Store in_memory() {
    auto store = Store::in_memory();
    REQUIRE(store);
    return std::move(store).value();
}

std::string id_of(int number) {
    return std::to_string(100'000 + number) + std::string(26, 'c');
}

/// Ten people, the even ones in a class.
Store filled() {
    Store store = in_memory();
    for (int i = 0; i < 10; ++i) {
        REQUIRE(store.append(id_of(i), kind::learner_joined, body_of(LearnerJoined{"N", "", "fr"}), now + i));
        if (i % 2 == 0) {
            REQUIRE(store.append(id_of(i), kind::learner_group, body_of(LearnerGroup{"mardi"}), now + i));
        }
    }
    return store;
}

app::Exported exported(Store& store, const std::filesystem::path& target, const app::ExportChoice& choice = {}) {
    auto result = app::export_events(store, target, key(), choice, now);
    REQUIRE_MESSAGE(result, result.error().id);
    return std::move(result).value();
}

app::Imported imported(Store& store, const std::filesystem::path& source, const app::Opener& opener = {&key(), {}}) {
    auto result = app::import_files(store, {source}, opener, now);
    REQUIRE_MESSAGE(result, result.error().id);
    return std::move(result).value();
}

} // namespace

TEST_CASE("all that a store holds goes into a folder, and from there into another store") {
    const test::Sandbox stick;
    Store from = filled();
    REQUIRE(from.erase(id_of(9), now));
    const app::Exported out = exported(from, stick.path());
    REQUIRE(out.files.size() == 1);
    CHECK(out.events == from.all().value().size());
    const std::string name = out.files.front().filename().string();
    CHECK(name == "coucou-2026-09-21-" + from.origin().substr(0, 6) + ".coucou");
    // Other files on the stick are nobody's business.
    test::write_file(stick / "letter.odt", "x");
    test::write_file(stick / "half.coucou.part", "x");
    Store to = in_memory();
    app::Imported in = imported(to, stick.path());
    CHECK(in.files == 1);
    CHECK(in.failed.empty());
    CHECK(in.merged.added == out.events);
    CHECK(to.all().value() == from.all().value());
    CHECK(to.count_cards().value() == 9);
    in = imported(to, stick.path());
    CHECK(in.merged.added == 0);
    CHECK(in.merged.known == out.events);
}

TEST_CASE("one learner or one class can be exported alone, and whoever was erased goes along") {
    const test::Sandbox stick;
    Store from = filled();
    REQUIRE(from.erase(id_of(9), now));
    app::ExportChoice choice;
    choice.learner = id_of(3);
    exported(from, stick / "one.coucou", choice);
    choice = {};
    choice.group = "mardi";
    exported(from, stick / "class.coucou", choice);
    Store one = in_memory();
    imported(one, stick / "one.coucou");
    CHECK(one.count_cards().value() == 1);
    CHECK(one.events_of(id_of(3)).value().size() == 1);
    CHECK(one.events_of(id_of(9)).value().size() == 1);
    Store group = in_memory();
    imported(group, stick / "class.coucou");
    CHECK(group.count_cards().value() == 5);
    CHECK(group.groups().value() == std::vector<GroupCount>{{"mardi", 5}});
}

TEST_CASE("more than one file can hold goes into several, which may come in any order") {
    const test::Sandbox stick;
    Store from = in_memory();
    std::vector<Event> events;
    for (int i = 1; i <= 120'000; ++i) {
        events.push_back({std::string(32, 'd'), i, id_of(i % 50), i, std::string(kind::help_used), "{}"});
    }
    REQUIRE(from.merge(events));
    const app::Exported out = exported(from, stick / "all.coucou");
    REQUIRE(out.files.size() == 2);
    CHECK(out.events == 120'000);
    Store to = in_memory();
    imported(to, out.files[1]);
    imported(to, out.files[0]);
    CHECK((to.all().value() == from.all().value()));
}

TEST_CASE("a file of another trainer opens with their passphrase, and a wrong one is told apart") {
    const test::Sandbox stick;
    const test::Sandbox other_folder;
    Store from = filled();
    exported(from, stick.path());
    const auto other = set_passphrase(other_folder.path(), "une tout autre phrase");
    REQUIRE(other);
    Store to = in_memory();
    app::Imported in = imported(to, stick.path(), {&other.value(), {}});
    REQUIRE(in.failed.size() == 1);
    CHECK(in.failed[0].id == "sealed.other-trainer");
    in = imported(to, stick.path(), {&other.value(), "pas celle-là non plus"});
    REQUIRE(in.failed.size() == 1);
    CHECK(in.failed[0].id == "sealed.wrong-passphrase");
    CHECK(to.all().value().empty());
    CHECK_FALSE(in.opened);
    in = imported(to, stick.path(), {&other.value(), passphrase});
    CHECK(in.files == 1);
    REQUIRE(in.opened);
    CHECK(in.opened->wrapped.name == key().wrapped.name);
    CHECK(to.all().value() == from.all().value());
}

TEST_CASE("a file that cannot be imported does not keep the others from it") {
    const test::Sandbox stick;
    Store from = filled();
    exported(from, stick / "good.coucou");
    const std::string bytes = test::read_file(stick / "good.coucou");
    test::write_file(stick / "cut.coucou", bytes.substr(0, bytes.size() / 2));
    test::write_file(stick / "alien.coucou", "hello");
    std::filesystem::create_directory(stick / "folder.coucou");
    Store to = in_memory();
    const app::Imported in = imported(to, stick.path());
    CHECK(in.files == 1);
    std::vector<std::string> ids;
    for (const base::Error& error : in.failed) {
        ids.push_back(error.id);
        CHECK(std::ranges::find(error.arguments, "file", &base::Argument::name) != error.arguments.end());
    }
    CHECK(ids == std::vector<std::string>{"sealed.foreign", "sealed.damaged", "file.is-folder"});
    const test::Sandbox empty;
    const auto none = app::import_files(to, {empty.path()}, {&key(), {}}, now);
    REQUIRE_FALSE(none);
    CHECK(none.error().id == "sealed.none");
}
