// A file that carries events to another computer: `….coucou`, for a stick. Whoever finds it learns nothing of anybody.
//
//   "Coucou\r\n"  8 bytes
//   version       2 bytes, little-endian, and 2 bytes of zeros
//   checksum      16 bytes: BLAKE2b of all of the head but itself
//   wrapped key   136 bytes (trainer_key.h): who knows the passphrase can open the file anywhere
//   stream        24 bytes, the head of libsodium's secretstream (XChaCha20-Poly1305)
//   chunks        of 64 KiB + 17 bytes, the last one shorter and marked as the last; the head is authenticated with
//   each
// In the stream, compressed by zstd: events, each the number of its bytes (4, little-endian) and a CBOR array (RFC
// 8949)
//   [origin, sequence, learner, at, kind, body]
// in which later versions may add more. Nothing of it is looked at before the mark of the last chunk was seen.
#pragma once

#include "base/result.h"
#include "progress/event.h"
#include "progress/trainer_key.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace progress {

/// What a file holds at most. More goes into several files.
inline constexpr std::size_t most_sealed_events = 100'000;
inline constexpr std::size_t most_sealed_bytes = std::size_t{32} * 1024 * 1024;   ///< of the file
inline constexpr std::size_t most_unpacked_bytes = std::size_t{64} * 1024 * 1024; ///< of the events in it

/// How such files' names end.
inline constexpr std::string_view sealed_ending = ".coucou";

/// The bytes of a sealed file. Error: `sealed.too-large` for more than a file may hold.
base::Result<std::string> seal(const std::vector<Event>& events, const TrainerKey& key);

/// The wrapped key in the head of a sealed file; `head` are its first bytes, or all. Errors: `sealed.foreign` (not a
/// file of ours), `sealed.newer` (of a later version), `sealed.damaged`.
base::Result<WrappedKey> key_in(std::string_view head);

/// The events of a sealed file, all of them as they were. Errors: as key_in(); `sealed.other-trainer`: sealed with
/// another key, unwrap() it with that trainer's passphrase; `sealed.damaged`: changed or cut short; `sealed.too-large`.
base::Result<std::vector<Event>> open_sealed(std::string_view bytes, const TrainerKey& key);

/// Puts a new file on a stick: written as `….part`, on the disk, then renamed, then read back from the disk and
/// compared. Only then is it done, and the stick may be removed. Where the name is taken, `-2`, `-3` … is added; gives
/// the name that it got. Errors, with {file}: `sealed.stick-full`, `sealed.stick-read-only`, `sealed.stick-failed`,
/// `sealed.stick-lies` (what was read back is not what was written).
base::Result<std::filesystem::path> write_sealed(const std::filesystem::path& file, std::string_view bytes);

/// All bytes of a sealed file. Errors, with {file}: `sealed.too-large`, or as base::read_file().
base::Result<std::string> read_sealed(const std::filesystem::path& file);

} // namespace progress
