// A look at TOML text before the library reads it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lesson {

/// Something outside of strings and comments that no TOML file may hold.
struct ScanFault {
    std::string_view id;
    std::size_t position; ///< in bytes
    std::string character;
};

/// The first thing in a text that would bring toml++ 3.3 down instead of giving an error: a character beyond ASCII
/// outside of strings and comments (undefined behaviour), and a key of very many parts (a tree so deep that taking it
/// down runs out of stack). The text has to be UTF-8.
std::optional<ScanFault> scan_toml(std::string_view text);

} // namespace lesson
