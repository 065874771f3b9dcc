// Sealed files: what was put in comes out, and whatever else is in a file is refused whole.
#include "../amount.h"
#include "base/random.h"
#include "progress/bytes.h"
#include "progress/cbor.h"
#include "progress/sealed.h"
#include "sandbox.h"

#include <array>
#include <limits>
#include <sodium.h>
#include <zstd.h>

#include <doctest/doctest.h>

using namespace progress;

namespace {

constexpr const char* passphrase = "cheval agrafe nuage lampe";

/// One key for all tests, since each takes Argon2id's time.
const TrainerKey& key() {
    static const TrainerKey made = [] {
        const test::Sandbox folder;
        return set_passphrase(folder.path(), passphrase).value();
    }();
    return made;
}

std::vector<Event> some_events(int count, std::size_t pad = 0) {
    std::vector<Event> events;
    for (int i = 0; i < count; ++i) {
        events.push_back({std::string(32, 'a'), i + 1, std::string(32, 'b'), 1'790'000'000'000 + i, "step.done",
                          R"({"step":"é)" + std::to_string(i * 7919) + std::string(pad, 'x') + R"("})"});
    }
    return events;
}

std::string sealed(const std::vector<Event>& events) {
    auto bytes = seal(events, key());
    REQUIRE(bytes);
    return std::move(bytes).value();
}

std::string why_not(std::string_view bytes) {
    const auto opened = open_sealed(bytes, key());
    return opened ? "" : opened.error().id;
}

/// A file of ours around any content, as only one who has the key can make.
std::string sealed_around(const std::string& packed) {
    std::string bytes = sealed({});
    constexpr std::size_t head_size = 8 + 4 + 16 + WrappedKey::size + 24;
    bytes.resize(head_size);
    crypto_secretstream_xchacha20poly1305_state state;
    auto* raw = reinterpret_cast<unsigned char*>(bytes.data());
    crypto_secretstream_xchacha20poly1305_init_push(&state, raw + head_size - 24, key().secret.data());
    std::string sum(16, '\0');
    const std::string summed = bytes.substr(0, 12) + bytes.substr(28);
    crypto_generichash(reinterpret_cast<unsigned char*>(sum.data()), 16,
                       reinterpret_cast<const unsigned char*>(summed.data()), summed.size(), nullptr, 0);
    bytes.replace(12, 16, sum);
    const std::string head = bytes;
    for (std::size_t at = 0;; at += 65536) {
        const std::string chunk = packed.substr(at, 65536);
        const bool is_last = at + chunk.size() == packed.size();
        std::string out(chunk.size() + 17, '\0');
        crypto_secretstream_xchacha20poly1305_push(&state, reinterpret_cast<unsigned char*>(out.data()), nullptr,
                                                   reinterpret_cast<const unsigned char*>(chunk.data()), chunk.size(),
                                                   reinterpret_cast<const unsigned char*>(head.data()), head.size(),
                                                   is_last ? 3 : 0);
        bytes += out;
        if (is_last) {
            return bytes;
        }
    }
}

std::string packed(const std::string& plain, int level = 1) {
    std::string bytes(ZSTD_compressBound(plain.size()), '\0');
    bytes.resize(ZSTD_compress(bytes.data(), bytes.size(), plain.data(), plain.size(), level));
    return bytes;
}

} // namespace

TEST_CASE("what is sealed comes out as it was") {
    for (const int count : {0, 1, 2, 1000, 20000}) {
        CAPTURE(count);
        const std::vector<Event> events = some_events(count, count == 1000 ? 500 : 0);
        const auto opened = open_sealed(sealed(events), key());
        REQUIRE(opened);
        CHECK((opened.value() == events));
    }
    Event extreme{std::string(32, 'f'),
                  std::numeric_limits<std::int64_t>::max(),
                  "x",
                  std::numeric_limits<std::int64_t>::min(),
                  "k",
                  "{}"};
    CHECK(open_sealed(sealed({extreme}), key()).value() == std::vector<Event>{extreme});
}

TEST_CASE("a sealed file shows nothing of what is in it, and two of the same events differ") {
    const std::vector<Event> events = some_events(10);
    const std::string one = sealed(events);
    CHECK(one != sealed(events));
    CHECK(one.find("step") == std::string::npos);
    CHECK(one.find("bbbbbbbb") == std::string::npos);
    CHECK(one.find(passphrase) == std::string::npos);
}

TEST_CASE("another computer opens it with the passphrase alone") {
    const std::vector<Event> events = some_events(10);
    const std::string bytes = sealed(events);
    const auto wrapped = key_in(bytes.substr(0, 300));
    REQUIRE(wrapped);
    const auto unwrapped = unwrap(wrapped.value(), passphrase);
    REQUIRE(unwrapped);
    CHECK(open_sealed(bytes, unwrapped.value()).value() == events);
    CHECK(unwrap(wrapped.value(), "not this passphrase").error().id == "trainer.wrong");
}

TEST_CASE("each reason why a file cannot be opened is told apart") {
    const std::string bytes = sealed(some_events(5000));
    CHECK(why_not("") == "sealed.foreign");
    CHECK(why_not("PK\x03\x04 something else that is long enough") == "sealed.foreign");
    CHECK(why_not(bytes.substr(0, 5)) == "sealed.damaged");
    CHECK(why_not(bytes.substr(0, 100)) == "sealed.damaged");
    CHECK(why_not(bytes.substr(0, bytes.size() - 1)) == "sealed.damaged");
    CHECK(why_not(bytes + "x") == "sealed.damaged");
    CHECK(why_not(std::string(most_sealed_bytes + 1, 'x')) == "sealed.too-large");

    std::string newer = bytes;
    newer[8] = 2;
    CHECK(why_not(newer) == "sealed.damaged"); // a bit has turned over
    const std::string summed = newer.substr(0, 12) + newer.substr(28, WrappedKey::size + 24);
    crypto_generichash(reinterpret_cast<unsigned char*>(newer.data()) + 12, 16,
                       reinterpret_cast<const unsigned char*>(summed.data()), summed.size(), nullptr, 0);
    CHECK(why_not(newer) == "sealed.newer");

    const test::Sandbox folder;
    const auto other = set_passphrase(folder.path(), passphrase);
    REQUIRE(other);
    const auto opened = open_sealed(bytes, other.value());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().id == "sealed.other-trainer");
}

TEST_CASE("of 10,000 files that were changed, cut, mixed or made longer each is refused, or is as it was") {
    const std::array files{sealed(some_events(40)), sealed(some_events(3000)), sealed(some_events(41))};
    const std::string large = sealed(some_events(400, 3000)); // several chunks
    base::Random random{7};
    int refused = 0;
    for (int run = 0; run < times(10'000, 500); ++run) {
        const std::string& original = run % 10 == 0 ? large : files.at(random.below(files.size()));
        const std::string& other = files.at(random.below(files.size()));
        std::string bytes = original;
        switch (random.below(6)) {
        case 0: { // a bit
            const std::size_t at = random.below(bytes.size());
            bytes[at] = static_cast<char>(bytes[at] ^ (1U << random.below(8)));
            break;
        }
        case 1: // the end
            bytes.resize(random.below(bytes.size()));
            break;
        case 2: // parts of two files
            bytes = bytes.substr(0, random.below(bytes.size())) + other.substr(random.below(other.size()));
            break;
        case 3: // longer
            bytes += other.substr(random.below(other.size()));
            break;
        case 4: { // a part in the middle is gone, or twice
            const std::size_t from = random.below(bytes.size());
            const std::size_t size = random.below(bytes.size() - from);
            bytes = random.below(2) == 0 ? bytes.erase(from, size) : bytes.insert(from, bytes.substr(from, size));
            break;
        }
        default: // many bytes
            for (int i = 0; i < 20; ++i) {
                bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
            }
        }
        const auto opened = open_sealed(bytes, key());
        // What is whole can only be what is the same, and then it is one of those that were sealed.
        if (opened) {
            CHECK((bytes == original || bytes == other));
        } else {
            ++refused;
        }
    }
    MESSAGE("refused: ", refused);
    CHECK(refused > times(9'900, 490));
}

TEST_CASE("a small file that unpacks to very much is refused before the memory is full") {
    const std::string bomb = packed(std::string(std::size_t{1} << 30, '\0'), 19);
    CHECK(bomb.size() < 200'000);
    CHECK(why_not(sealed_around(bomb)) == "sealed.too-large");
}

TEST_CASE("what somebody with the key packs wrongly is refused whole, however it is wrong") {
    const std::string good = cbor_of(some_events(1)[0]);
    const auto framed = [](const std::string& one) {
        std::string bytes;
        put_number(bytes, one.size(), 4);
        return bytes + one;
    };
    CHECK(why_not(sealed_around(packed(framed(good)))).empty());
    CHECK(why_not(sealed_around("no zstd")) == "sealed.damaged");
    CHECK(why_not(sealed_around(packed(framed(good)).substr(0, 20))) == "sealed.damaged");
    CHECK(why_not(sealed_around(packed(framed(good) + "abc"))) == "sealed.damaged");
    CHECK(why_not(sealed_around(packed(framed(good) + std::string("\xff\xff\xff\xff", 4)))) == "sealed.damaged");
    std::string many;
    for (std::size_t i = 0; i <= most_sealed_events; ++i) {
        many += framed(good);
    }
    CHECK(why_not(sealed_around(packed(many))) == "sealed.too-large");
    base::Random random{9};
    int read = 0;
    for (int run = 0; run < times(20'000, 2000); ++run) {
        std::string bytes = good;
        for (std::size_t i = 0; i <= random.below(4); ++i) {
            bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
        }
        bytes.resize(random.below(3) == 0 ? random.below(bytes.size()) : bytes.size());
        read += event_of_cbor(bytes) ? 1 : 0;
    }
    CHECK(read > times(1000, 100));
    CHECK(read < times(19'000, 1900));
    // An array nested a million times over is no event.
    CHECK_FALSE(event_of_cbor(std::string(1'000'000, '\x81')));
}

TEST_CASE("what a later version adds to an event is left out") {
    const Event event = some_events(1)[0];
    std::string bytes = cbor_of(event) + "\x01";
    bytes[0] = '\x87';
    CHECK(event_of_cbor(bytes) == event);
}

TEST_CASE("a file on a stick is never overwritten, is read back, and leaves no part behind") {
    const test::Sandbox sandbox;
    const std::string bytes = sealed(some_events(10));
    const auto first = write_sealed(sandbox / "a.coucou", bytes);
    const auto second = write_sealed(sandbox / "a.coucou", bytes);
    REQUIRE((first && second));
    CHECK(first.value().filename() == "a.coucou");
    CHECK(second.value().filename() == "a-2.coucou");
    CHECK(read_sealed(second.value()).value() == bytes);
    // A part that was left when the stick was pulled out is written over.
    test::write_file(sandbox / "b.coucou.part", "half");
    REQUIRE(write_sealed(sandbox / "b.coucou", bytes));
    CHECK(test::count_files(sandbox.path(), "b.coucou") == 1);
    const auto nowhere = write_sealed(sandbox / "missing" / "c.coucou", bytes);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().id == "sealed.stick-failed");
}

TEST_CASE("a stick that is full or protected is told apart, and nothing new is on it") {
    const test::Sandbox sandbox;
    const std::string bytes = sealed(some_events(20'000, 100));
    if (!test::can_mount()) {
        MESSAGE("no rights to make a small disk here");
        return;
    }
    CHECK(test::in_child([&] {
        if (!test::mount_small_disk(sandbox.path(), "64k")) {
            return false;
        }
        const auto full = write_sealed(sandbox / "a.coucou", bytes);
        const bool is_told =
            !full && full.error().id == "sealed.stick-full" && test::count_files(sandbox.path(), "a.coucou") == 0;
        mount("tmpfs", sandbox.path().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr);
        const auto guarded = write_sealed(sandbox / "b.coucou", "x");
        return is_told && !guarded && guarded.error().id == "sealed.stick-read-only";
    }));
}
