// Random ids from the operating system.
#include "progress/identity.h"

#include "base/file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sodium.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <fmt/format.h>

namespace progress {

base::Result<std::string> new_id() {
    std::array<unsigned char, 16> bytes{};
    ssize_t got = 0;
    do {
        got = getrandom(bytes.data(), bytes.size(), 0);
    } while (got < 0 && errno == EINTR);
    // Up to 256 bytes are never given in part (getrandom(2)).
    if (got != static_cast<ssize_t>(bytes.size())) {
        return base::Error{"store.no-randomness", {}, {}};
    }
    std::string id;
    for (const unsigned char byte : bytes) {
        id += fmt::format("{:02x}", byte);
    }
    return id;
}

std::string place_of(const std::filesystem::path& file, const std::filesystem::path& machine_id) {
    struct statx status {};
    if (::statx(AT_FDCWD, file.c_str(), 0, STATX_INO | STATX_BTIME, &status) != 0) {
        status = {};
    }
    const auto machine = base::read_file(machine_id, 4096);
    const std::string place = fmt::format("{}\n{}\n{}.{}", machine ? machine.value() : "", status.stx_ino,
                                          status.stx_btime.tv_sec, status.stx_btime.tv_nsec);
    std::array<unsigned char, 16> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(place.data()), place.size(),
                       nullptr, 0);
    return fmt::format("{:02x}", fmt::join(hash, ""));
}

bool is_id(std::string_view text) {
    return text.size() == 32 && std::all_of(text.begin(), text.end(),
                                            [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace progress
