// The trainer's passphrase: what opens, what does not, and what wrong tries cost.
#include "progress/trainer_key.h"
#include "sandbox.h"

#include <algorithm>

#include <doctest/doctest.h>

using namespace progress;

namespace {

constexpr const char* passphrase = "cheval agrafe nuage lampe";

bool are_same(const TrainerKey& a, const TrainerKey& b) {
    return std::equal(a.secret.data(), a.secret.data() + Secret::size, b.secret.data());
}

std::string id_of(const base::Result<TrainerKey>& result) {
    return result ? "" : result.error().id;
}

} // namespace

TEST_CASE("the passphrase that was set gives the same key again") {
    const test::Sandbox folder;
    CHECK_FALSE(has_passphrase(folder.path()));
    CHECK(id_of(unlock(folder.path(), passphrase, 0)) == "trainer.not-set");
    const auto set = set_passphrase(folder.path(), passphrase);
    REQUIRE(set);
    CHECK(has_passphrase(folder.path()));
    const auto unlocked = unlock(folder.path(), passphrase, 0);
    REQUIRE(unlocked);
    CHECK(are_same(set.value(), unlocked.value()));
    CHECK(id_of(unlock(folder.path(), "cheval agrafe nuage Lampe", 0)) == "trainer.wrong");
    CHECK(id_of(set_passphrase(folder.path(), "another one that is long")) == "trainer.already-set");
}

TEST_CASE("two computers with the same passphrase have different keys, and neither is in the file") {
    const test::Sandbox one;
    const test::Sandbox other;
    const auto first = set_passphrase(one.path(), passphrase);
    const auto second = set_passphrase(other.path(), passphrase);
    REQUIRE((first && second));
    CHECK_FALSE(are_same(first.value(), second.value()));
    const std::string bytes = test::read_file(one / "trainer.lock");
    const std::string key(first.value().secret.data(), first.value().secret.data() + Secret::size);
    CHECK(bytes.find(key) == std::string::npos);
    CHECK(bytes.find("cheval") == std::string::npos);
}

TEST_CASE("a passphrase of fewer than twelve characters is kindly refused, counted in letters and not in bytes") {
    const test::Sandbox folder;
    const auto refused = set_passphrase(folder.path(), "éééééééé   ");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().id == "trainer.short");
    CHECK_FALSE(has_passphrase(folder.path()));
    CHECK(set_passphrase(folder.path(), "douze lettres"));
}

TEST_CASE("from the fourth wrong try on one waits, longer each time, and looking is refused meanwhile") {
    const test::Sandbox folder;
    REQUIRE(set_passphrase(folder.path(), passphrase));
    std::int64_t now = 1'700'000'000'000;
    for (int i = 0; i < 3; ++i) {
        CHECK(id_of(unlock(folder.path(), "not this one", now)) == "trainer.wrong");
    }
    // Nothing is kept in the process: this is as after a restart.
    const auto refused = unlock(folder.path(), passphrase, now + 1000);
    REQUIRE_FALSE(refused);
    CHECK(refused.error() == base::Error{"trainer.wait", {{"seconds", "4"}}, {}});
    CHECK(seconds_to_wait(folder.path(), now + 1000) == 4);

    now += 5'000;
    CHECK(id_of(unlock(folder.path(), "not this one", now)) == "trainer.wrong");
    CHECK(seconds_to_wait(folder.path(), now) == 10);

    SUBCASE("a clock set back makes the wait longer, never endless") {
        const std::int64_t earlier = now - 1'000'000'000;
        CHECK(id_of(unlock(folder.path(), passphrase, earlier)) == "trainer.wait");
        CHECK(seconds_to_wait(folder.path(), earlier) == 10);
        CHECK(unlock(folder.path(), passphrase, earlier + 10'000));
    }
    SUBCASE("the right one takes the tries back") {
        CHECK(unlock(folder.path(), passphrase, now + 10'000));
        CHECK(id_of(unlock(folder.path(), "not this one", now + 10'000)) == "trainer.wrong");
        CHECK(seconds_to_wait(folder.path(), now + 10'000) == 0);
    }
}

TEST_CASE("another passphrase keeps the key, and the old one opens no more") {
    const test::Sandbox folder;
    const auto set = set_passphrase(folder.path(), passphrase);
    REQUIRE(set);
    CHECK(id_of(change_passphrase(folder.path(), "not this one", "une autre phrase", 0)) == "trainer.wrong");
    CHECK(id_of(change_passphrase(folder.path(), passphrase, "court", 0)) == "trainer.short");
    const auto changed = change_passphrase(folder.path(), passphrase, "une autre phrase", 0);
    REQUIRE(changed);
    CHECK(are_same(set.value(), changed.value()));
    CHECK(id_of(unlock(folder.path(), passphrase, 0)) == "trainer.wrong");
    CHECK(unlock(folder.path(), "une autre phrase", 0));
    // What was wrapped before is still opened by the passphrase of then.
    CHECK(unwrap(set.value().wrapped, passphrase));
}

TEST_CASE("a wrapped key goes to a computer that has none, and to no other") {
    const test::Sandbox one;
    const test::Sandbox other;
    const auto set = set_passphrase(one.path(), passphrase);
    REQUIRE(set);
    const auto read = read_wrapped_key(bytes_of(set.value().wrapped));
    REQUIRE(read);
    CHECK(read.value() == set.value().wrapped);
    const auto opened = unwrap(read.value(), passphrase);
    REQUIRE(opened);
    CHECK(adopt(other.path(), opened.value()));
    const auto unlocked = unlock(other.path(), passphrase, 0);
    REQUIRE(unlocked);
    CHECK(are_same(unlocked.value(), set.value()));
    CHECK_FALSE(adopt(other.path(), opened.value()));
}

TEST_CASE("a lock with any byte changed is said to be damaged, and is never taken for a wrong passphrase") {
    const test::Sandbox folder;
    REQUIRE(set_passphrase(folder.path(), passphrase));
    const std::string bytes = test::read_file(folder / "trainer.lock");
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 0x10);
        test::write_file(folder / "trainer.lock", changed);
        CHECK(id_of(unlock(folder.path(), passphrase, 0)) == "trainer.damaged");
        test::write_file(folder / "trainer.lock", bytes.substr(0, i));
        CHECK(id_of(unlock(folder.path(), passphrase, 0)) == "trainer.damaged");
    }
}

TEST_CASE("a wrapped key that asks for more memory than any of ours is refused before it gets any") {
    const test::Sandbox folder;
    const auto set = set_passphrase(folder.path(), passphrase);
    REQUIRE(set);
    WrappedKey greedy = set.value().wrapped;
    greedy.memory = 0xFFFFFFFF;
    CHECK_FALSE(read_wrapped_key(bytes_of(greedy)));
    WrappedKey endless = set.value().wrapped;
    endless.passes = 1'000'000;
    CHECK_FALSE(read_wrapped_key(bytes_of(endless)));
}

TEST_CASE("a passphrase that is wiped is gone") {
    std::string text = passphrase;
    wipe(text);
    CHECK(text.empty());
}
