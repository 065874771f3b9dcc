// Random ids from the operating system.
#include "progress/identity.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/random.h>

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

bool is_id(std::string_view text) {
    return text.size() == 32 && std::all_of(text.begin(), text.end(),
                                            [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace progress
