// Wraps and unwraps the trainer's key, and slows wrong tries down.
#include "progress/trainer_key.h"

#include "base/file.h"
#include "base/text.h"
#include "progress/bytes.h"

#include <algorithm>
#include <sodium.h>
#include <utility>

namespace progress {

namespace {

/// Of a new lock: about 0.4 s on a computer of 2018 and 1 s on one of 2008, and it fits where 1 GiB is all there is.
constexpr std::uint32_t usual_passes = 3;
constexpr std::uint32_t usual_memory = std::uint32_t{128} * 1024;

/// What a lock from elsewhere may ask for.
constexpr std::uint32_t most_passes = 8;
constexpr std::uint32_t most_memory = std::uint32_t{256} * 1024;

constexpr std::string_view wrapped_mark = "CouKey1\n";
constexpr std::size_t checksum_size = 16;
static_assert(crypto_pwhash_SALTBYTES == 16 && crypto_secretbox_NONCEBYTES == 24 &&
              crypto_secretbox_MACBYTES + Secret::size == 48 && crypto_secretbox_KEYBYTES == Secret::size);

/// Tries that cost nothing, the first wait, and the longest, in ms.
constexpr std::uint32_t free_tries = 3;
constexpr std::int64_t first_wait = 5'000;
constexpr std::int64_t longest_wait = 15 * 60'000;

/// The file's content: which key, and the wrong tries since the last right one.
struct Lock {
    WrappedKey wrapped;
    std::uint32_t wrong_tries = 0;
    std::int64_t last_wrong = 0; ///< ms since 1970
};

constexpr std::size_t lock_size = WrappedKey::size + 4 + 8 + checksum_size;

std::filesystem::path lock_file(const std::filesystem::path& folder) {
    return folder / "trainer.lock";
}

base::Error error(const char* id) {
    return {id, {}, {}};
}

bool is_ready() {
    static const bool ready = sodium_init() >= 0;
    return ready;
}

std::string checksum(std::string_view bytes) {
    std::array<unsigned char, checksum_size> sum{};
    crypto_generichash(sum.data(), sum.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       nullptr, 0);
    return {sum.begin(), sum.end()};
}

/// The bytes without their checksum; nothing where it does not fit them.
std::optional<std::string_view> checked(std::string_view bytes) {
    if (bytes.size() < checksum_size) {
        return std::nullopt;
    }
    const std::string_view content = bytes.substr(0, bytes.size() - checksum_size);
    return checksum(content) == bytes.substr(content.size()) ? std::optional(content) : std::nullopt;
}

base::Result<Lock> read_lock(const std::filesystem::path& folder) {
    const auto bytes = base::read_file(lock_file(folder), lock_size);
    if (!bytes) {
        const std::string& id = bytes.error().id;
        return id == "file.missing"      ? error("trainer.not-set")
               : id == "file.unreadable" ? bytes.error()
                                         : error("trainer.damaged");
    }
    const auto content = checked(bytes.value());
    if (bytes.value().size() != lock_size || !content) {
        return error("trainer.damaged");
    }
    Lock lock;
    COUCOU_TRY(lock.wrapped, read_wrapped_key(content->substr(0, WrappedKey::size)));
    ByteReader rest(content->substr(WrappedKey::size));
    lock.wrong_tries = static_cast<std::uint32_t>(rest.number(4));
    lock.last_wrong = static_cast<std::int64_t>(rest.number(8));
    return lock;
}

base::Result<base::Done> write_lock(const std::filesystem::path& folder, const Lock& lock) {
    std::string bytes = bytes_of(lock.wrapped);
    put_number(bytes, lock.wrong_tries, 4);
    put_number(bytes, static_cast<std::uint64_t>(lock.last_wrong), 8);
    bytes += checksum(bytes);
    return base::write_file(lock_file(folder), bytes);
}

std::array<unsigned char, 16> name_of(const Secret& secret) {
    static constexpr std::string_view purpose = "name of a Coucou key";
    std::array<unsigned char, 16> name{};
    crypto_generichash(name.data(), name.size(), reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size(),
                       secret.data(), Secret::size);
    return name;
}

/// What the key is wrapped under.
base::Result<Secret> derive(const WrappedKey& wrapped, std::string_view passphrase) {
    Secret derived;
    if (!is_ready() ||
        crypto_pwhash(derived.data(), Secret::size, passphrase.data(), passphrase.size(), wrapped.salt.data(),
                      wrapped.passes, std::size_t{wrapped.memory} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return error("trainer.no-memory");
    }
    return derived;
}

base::Result<WrappedKey> wrap(const Secret& secret, std::string_view passphrase) {
    WrappedKey wrapped;
    wrapped.passes = usual_passes;
    wrapped.memory = usual_memory;
    wrapped.name = name_of(secret);
    randombytes_buf(wrapped.salt.data(), wrapped.salt.size());
    randombytes_buf(wrapped.nonce.data(), wrapped.nonce.size());
    COUCOU_TRY(const Secret derived, derive(wrapped, passphrase));
    crypto_secretbox_easy(wrapped.content.data(), secret.data(), Secret::size, wrapped.nonce.data(), derived.data());
    return wrapped;
}

base::Result<base::Done> expect_long_enough(std::string_view passphrase) {
    if (base::length(base::trim(passphrase)) < shortest_passphrase) {
        return base::Error{"trainer.short", {{"least", std::to_string(shortest_passphrase)}}, {}};
    }
    return base::Done{};
}

std::int64_t wait_after(std::uint32_t wrong_tries) {
    if (wrong_tries < free_tries) {
        return 0;
    }
    const std::uint32_t doublings = std::min<std::uint32_t>(wrong_tries - free_tries, 20);
    return std::min(first_wait << doublings, longest_wait);
}

/// How long to wait yet, in ms. A clock before the last wrong try was set back: then the whole wait is still to come.
std::int64_t wait_of(const Lock& lock, std::int64_t now) {
    const std::int64_t whole = wait_after(lock.wrong_tries);
    if (now < lock.last_wrong) {
        return whole;
    }
    const std::int64_t passed = now - lock.last_wrong;
    return passed >= whole ? 0 : whole - passed;
}

} // namespace

Secret::Secret(Secret&& other) noexcept : bytes_(other.bytes_) {
    sodium_memzero(other.bytes_.data(), size);
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        bytes_ = other.bytes_;
        sodium_memzero(other.bytes_.data(), size);
    }
    return *this;
}

Secret::~Secret() {
    sodium_memzero(bytes_.data(), size);
}

std::string bytes_of(const WrappedKey& wrapped) {
    std::string bytes(wrapped_mark);
    put_number(bytes, wrapped.passes, 4);
    put_number(bytes, wrapped.memory, 4);
    put_bytes(bytes, wrapped.salt);
    put_bytes(bytes, wrapped.nonce);
    put_bytes(bytes, wrapped.content);
    put_bytes(bytes, wrapped.name);
    return bytes + checksum(bytes);
}

base::Result<WrappedKey> read_wrapped_key(std::string_view bytes) {
    const auto content = checked(bytes);
    if (bytes.size() != WrappedKey::size || !content || !content->starts_with(wrapped_mark)) {
        return error("trainer.damaged");
    }
    ByteReader reader(content->substr(wrapped_mark.size()));
    WrappedKey wrapped;
    wrapped.passes = static_cast<std::uint32_t>(reader.number(4));
    wrapped.memory = static_cast<std::uint32_t>(reader.number(4));
    reader.fill(wrapped.salt);
    reader.fill(wrapped.nonce);
    reader.fill(wrapped.content);
    reader.fill(wrapped.name);
    const bool is_usual = wrapped.passes >= crypto_pwhash_OPSLIMIT_MIN && wrapped.passes <= most_passes &&
                          std::size_t{wrapped.memory} * 1024 >= crypto_pwhash_MEMLIMIT_MIN &&
                          wrapped.memory <= most_memory;
    return is_usual ? base::Result<WrappedKey>(wrapped) : error("trainer.damaged");
}

bool has_passphrase(const std::filesystem::path& folder) {
    std::error_code failed;
    return std::filesystem::exists(std::filesystem::symlink_status(lock_file(folder), failed));
}

base::Result<TrainerKey> set_passphrase(const std::filesystem::path& folder, std::string_view passphrase) {
    COUCOU_TRY([[maybe_unused]] auto long_enough, expect_long_enough(passphrase));
    if (!is_ready()) {
        return error("trainer.no-memory");
    }
    TrainerKey key;
    randombytes_buf(key.secret.data(), Secret::size);
    COUCOU_TRY(key.wrapped, wrap(key.secret, passphrase));
    COUCOU_TRY([[maybe_unused]] auto adopted, adopt(folder, key));
    return key;
}

base::Result<TrainerKey> unlock(const std::filesystem::path& folder, std::string_view passphrase, std::int64_t now) {
    COUCOU_TRY(Lock lock, read_lock(folder));
    if (const std::int64_t wait = wait_of(lock, now); wait > 0) {
        if (now < lock.last_wrong) {
            lock.last_wrong = now;
            (void)write_lock(folder, lock);
        }
        return base::Error{"trainer.wait", {{"seconds", std::to_string((wait + 999) / 1000)}}, {}};
    }
    ++lock.wrong_tries;
    lock.last_wrong = now;
    // Where the disk is full or read-only the trainer is let in all the same; Argon2id alone slows guessing then.
    (void)write_lock(folder, lock);
    COUCOU_TRY(TrainerKey key, unwrap(lock.wrapped, passphrase));
    lock.wrong_tries = 0;
    (void)write_lock(folder, lock);
    return key;
}

base::Result<TrainerKey> change_passphrase(const std::filesystem::path& folder, std::string_view old_passphrase,
                                           std::string_view new_passphrase, std::int64_t now) {
    COUCOU_TRY([[maybe_unused]] auto long_enough, expect_long_enough(new_passphrase));
    COUCOU_TRY(TrainerKey key, unlock(folder, old_passphrase, now));
    COUCOU_TRY(key.wrapped, wrap(key.secret, new_passphrase));
    COUCOU_TRY([[maybe_unused]] auto written, write_lock(folder, Lock{key.wrapped, 0, 0}));
    return key;
}

std::int64_t seconds_to_wait(const std::filesystem::path& folder, std::int64_t now) {
    const auto lock = read_lock(folder);
    return lock ? (wait_of(lock.value(), now) + 999) / 1000 : 0;
}

base::Result<TrainerKey> unwrap(const WrappedKey& wrapped, std::string_view passphrase) {
    COUCOU_TRY(const Secret derived, derive(wrapped, passphrase));
    TrainerKey key;
    key.wrapped = wrapped;
    if (crypto_secretbox_open_easy(key.secret.data(), wrapped.content.data(), wrapped.content.size(),
                                   wrapped.nonce.data(), derived.data()) != 0 ||
        name_of(key.secret) != wrapped.name) {
        return error("trainer.wrong");
    }
    return key;
}

base::Result<base::Done> adopt(const std::filesystem::path& folder, const TrainerKey& key) {
    if (has_passphrase(folder)) {
        return error("trainer.already-set");
    }
    return write_lock(folder, Lock{key.wrapped, 0, 0});
}

TrainerKey copy_of(const TrainerKey& key) {
    TrainerKey copy;
    std::copy_n(key.secret.data(), Secret::size, copy.secret.data());
    copy.wrapped = key.wrapped;
    return copy;
}

void wipe(std::string& passphrase) {
    sodium_memzero(passphrase.data(), passphrase.size());
    passphrase.clear();
}

} // namespace progress
