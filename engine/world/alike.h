// Whether names that are nearly always different really are, told quickly.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace world {

/// True where no two of the names are the same. False where some are, or (hardly ever) may be.
template <typename Items, typename Name>
bool surely_differ(const Items& items, Name name) {
    std::vector<std::size_t> hashes(items.size());
    std::ranges::transform(items, hashes.begin(), std::hash<std::string_view>(), name);
    std::ranges::sort(hashes);
    return std::ranges::adjacent_find(hashes) == hashes.end();
}

} // namespace world
