// Numbers and blocks of fixed size in files: little-endian, without gaps.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace progress {

/// Adds the lowest `size` bytes of the number, 1 to 8, the lowest first.
inline void put_number(std::string& bytes, std::uint64_t number, int size) {
    for (int i = 0; i < size; ++i) {
        bytes += static_cast<char>((number >> (8 * i)) & 0xFFU);
    }
}

template <std::size_t size>
void put_bytes(std::string& bytes, const std::array<unsigned char, size>& block) {
    bytes.append(block.begin(), block.end());
}

/// Takes numbers and blocks from the beginning of bytes. What is missing at the end is read as zeros, and is_short()
/// says so afterwards.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number(int size) {
        std::uint64_t number = 0;
        for (int i = 0; i < size; ++i) {
            number |= std::uint64_t{next()} << (8 * i);
        }
        return number;
    }

    template <std::size_t size>
    void fill(std::array<unsigned char, size>& block) {
        std::generate(block.begin(), block.end(), [this] { return next(); });
    }

    /// The next bytes as they are; fewer where there are no more.
    std::string_view take(std::size_t size) {
        is_short_ = is_short_ || size > bytes_.size();
        const std::string_view taken = bytes_.substr(0, size);
        bytes_.remove_prefix(taken.size());
        return taken;
    }

    bool is_short() const { return is_short_; }
    std::string_view rest() const { return bytes_; }

private:
    unsigned char next() {
        if (bytes_.empty()) {
            is_short_ = true;
            return 0;
        }
        const auto byte = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        return byte;
    }

    std::string_view bytes_;
    bool is_short_ = false;
};

} // namespace progress
