// SHA-1 and UUIDs of version 5.
#include "progress/uuid.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

namespace progress {

namespace {

using Digest = std::array<std::uint8_t, 20>;
using Uuid = std::array<std::uint8_t, 16>;

/// The namespace of URLs (RFC 9562, section 6.6).
constexpr Uuid urls{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};

/// The text with the padding that makes whole blocks of 64 bytes of it.
std::vector<std::uint8_t> padded(std::string_view text) {
    std::vector<std::uint8_t> bytes(text.begin(), text.end());
    const std::uint64_t bits = std::uint64_t{text.size()} * 8;
    bytes.push_back(0x80);
    bytes.resize((bytes.size() + 8 + 63) / 64 * 64);
    for (std::size_t i = 0; i < 8; ++i) {
        bytes[bytes.size() - 1 - i] = static_cast<std::uint8_t>(bits >> (8 * i));
    }
    return bytes;
}

std::array<std::uint32_t, 80> schedule(const std::uint8_t* block) {
    std::array<std::uint32_t, 80> words{};
    for (std::size_t i = 0; i < 16; ++i) {
        for (std::size_t j = 0; j < 4; ++j) {
            words.at(i) = words.at(i) << 8U | block[4 * i + j];
        }
    }
    for (std::size_t i = 16; i < 80; ++i) {
        words.at(i) = std::rotl(words.at(i - 3) ^ words.at(i - 8) ^ words.at(i - 14) ^ words.at(i - 16), 1);
    }
    return words;
}

/// The function and the constant of a round (FIPS 180-4, sections 4.1.1 and 4.2.1).
std::uint32_t mixed(std::size_t round, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    switch (round / 20) {
    case 0:
        return ((b & c) | (~b & d)) + 0x5a827999U;
    case 1:
        return (b ^ c ^ d) + 0x6ed9eba1U;
    case 2:
        return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdcU;
    default:
        return (b ^ c ^ d) + 0xca62c1d6U;
    }
}

void take_block(std::array<std::uint32_t, 5>& state, const std::uint8_t* block) {
    const std::array<std::uint32_t, 80> words = schedule(block);
    auto [a, b, c, d, e] = state;
    for (std::size_t round = 0; round < 80; ++round) {
        const std::uint32_t next = std::rotl(a, 5) + mixed(round, b, c, d) + e + words.at(round);
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    const std::array<std::uint32_t, 5> added{a, b, c, d, e};
    for (std::size_t i = 0; i < 5; ++i) {
        state.at(i) += added.at(i);
    }
}

Uuid uuid_of(const Uuid& space, std::string_view name) {
    std::string text(space.begin(), space.end());
    const Digest digest = sha1(text.append(name));
    Uuid uuid{};
    std::copy_n(digest.begin(), uuid.size(), uuid.begin());
    uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0fU) | 0x50U); // version 5
    uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3fU) | 0x80U); // variant of RFC 9562
    return uuid;
}

} // namespace

Digest sha1(std::string_view text) {
    std::array<std::uint32_t, 5> state{0x67452301U, 0xefcdab89U, 0x98badcfeU, 0x10325476U, 0xc3d2e1f0U};
    const std::vector<std::uint8_t> bytes = padded(text);
    for (std::size_t i = 0; i < bytes.size(); i += 64) {
        take_block(state, bytes.data() + i);
    }
    Digest digest{};
    for (std::size_t i = 0; i < digest.size(); ++i) {
        digest.at(i) = static_cast<std::uint8_t>(state.at(i / 4) >> (24 - 8 * (i % 4)));
    }
    return digest;
}

std::string name_uuid(std::string_view name) {
    static const Uuid own = uuid_of(urls, "urn:coucou");
    std::string text;
    for (const std::uint8_t byte : uuid_of(own, name)) {
        const bool starts_group = text.size() == 8 || text.size() == 13 || text.size() == 18 || text.size() == 23;
        text += fmt::format("{}{:02x}", starts_group ? "-" : "", byte);
    }
    return text;
}

} // namespace progress
