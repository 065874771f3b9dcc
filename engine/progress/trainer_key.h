// The trainer's passphrase, and the key that it guards. The key seals the files that carry progress to other computers;
// the passphrase itself is kept nowhere.
//
// `trainer.lock` in the data folder holds the key wrapped under the passphrase: a random key of 256 bits, encrypted and
// authenticated (XSalsa20-Poly1305) under what Argon2id makes of passphrase and salt, with 128 MiB and 3 passes. It
// also counts wrong tries: from the fourth on one has to wait, 5 s, then twice as long each time, 15 minutes at most.
// The try is counted on disk before it is looked at, so that ending the program takes none back.
#pragma once

#include "base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace progress {

/// A passphrase has at least so many characters.
inline constexpr std::size_t shortest_passphrase = 12;

/// A key of 256 bits. Wiped from memory when it is gone; never copied.
class Secret {
public:
    static constexpr std::size_t size = 32;

    Secret() = default;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    unsigned char* data() { return bytes_.data(); }
    const unsigned char* data() const { return bytes_.data(); }

private:
    std::array<unsigned char, size> bytes_{};
};

/// A key as it may be written anywhere: nothing can be done with it without its passphrase.
struct WrappedKey {
    /// How many bytes bytes_of() gives.
    static constexpr std::size_t size = 136;

    std::uint32_t passes = 0;                ///< of Argon2id
    std::uint32_t memory = 0;                ///< of Argon2id, in KiB
    std::array<unsigned char, 16> salt{};    ///< of Argon2id
    std::array<unsigned char, 24> nonce{};   ///< of the encryption
    std::array<unsigned char, 48> content{}; ///< the encrypted key, with its authentication
    std::array<unsigned char, 16> name{};    ///< which key this is: a one-way hash of it
    bool operator==(const WrappedKey&) const = default;
};

/// The bytes of a wrapped key, with a checksum; and back. Error: `trainer.damaged`, also where it asks for more memory
/// or passes than any Coucou does, so that reading a foreign one neither fills the memory nor takes for ever.
std::string bytes_of(const WrappedKey& wrapped);
base::Result<WrappedKey> read_wrapped_key(std::string_view bytes);

/// The trainer's key, unlocked: what seals and opens files (sealed.h).
struct TrainerKey {
    Secret secret;
    WrappedKey wrapped; ///< goes along in each sealed file
};

/// Whether a passphrase was set in this data folder.
bool has_passphrase(const std::filesystem::path& folder);

/// Sets the first passphrase and draws the key. Errors: `trainer.short` {least}; `trainer.already-set`;
/// `trainer.no-memory`; `file.unwritable`.
base::Result<TrainerKey> set_passphrase(const std::filesystem::path& folder, std::string_view passphrase);

/// The key, if the passphrase is right. `now` is the computer's clock in ms since 1970; where it was set back, the wait
/// begins anew. Errors: `trainer.wait` {seconds}: too many wrong tries, nothing was looked at; `trainer.wrong`;
/// `trainer.not-set`; `trainer.damaged`; `trainer.no-memory`; `file.unreadable`.
base::Result<TrainerKey> unlock(const std::filesystem::path& folder, std::string_view passphrase, std::int64_t now);

/// Another passphrase for the same key: what was sealed before can still be opened. Errors: as unlock() for the old
/// passphrase, as set_passphrase() for the new one.
base::Result<TrainerKey> change_passphrase(const std::filesystem::path& folder, std::string_view old_passphrase,
                                           std::string_view new_passphrase, std::int64_t now);

/// How many seconds to wait before the next try; 0: it can be made now. Where there is no readable lock, 0.
std::int64_t seconds_to_wait(const std::filesystem::path& folder, std::int64_t now);

/// The key in a wrapped one that came from elsewhere. Not counted. Errors: `trainer.wrong`, `trainer.no-memory`.
base::Result<TrainerKey> unwrap(const WrappedKey& wrapped, std::string_view passphrase);

/// Makes an unlocked key that came from elsewhere the key of this folder, which has none. Errors:
/// `trainer.already-set`, `file.unwritable`.
base::Result<base::Done> adopt(const std::filesystem::path& folder, const TrainerKey& key);

/// The same key once more.
TrainerKey copy_of(const TrainerKey& key);

/// Overwrites a passphrase that is no longer needed, and empties it.
void wipe(std::string& passphrase);

} // namespace progress
