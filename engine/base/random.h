// Reproducible chance: the same seed gives the same numbers on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace base {

/// A small generator (SplitMix64, Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195). A value: a copy goes on
/// with the same numbers. Not for secrets.
struct Random {
    std::uint64_t state = 0;

    Random() = default;
    explicit Random(std::uint64_t seed) : state(seed) {}

    std::uint64_t next() {
        state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    /// A whole number from 0 to `count` - 1; 0 where `count` is 0.
    std::size_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(next() % count); }

    /// A number from `least` up to, but not including, `most`.
    double between(double least, double most) {
        return least + (most - least) * (static_cast<double>(next() >> 11U) * 0x1.0p-53);
    }

    bool operator==(const Random&) const = default;
};

/// Puts the items into an order drawn from `random`.
template <typename T>
void shuffle(std::vector<T>& items, Random& random) {
    for (std::size_t i = items.size(); i > 1; --i) {
        std::swap(items[i - 1], items[random.below(i)]);
    }
}

} // namespace base
