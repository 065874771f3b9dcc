// Names between two `%` in texts: `%friend.name%`, `%town%`.
#pragma once

#include <optional>
#include <string_view>

namespace lesson {

/// One such name.
struct VariedName {
    std::size_t begin = 0; ///< of the first `%`, in bytes
    std::size_t end = 0;   ///< after the second
    std::string_view name; ///< `friend`
    std::string_view key;  ///< `name`; `text` where there is none
};

/// The first name in a text from a byte on, or nothing. `50 %` and `%20%` are none: a name begins with a small letter.
std::optional<VariedName> find_name(std::string_view text, std::size_t from = 0);

/// Whether a text can be such a name: small letters without accents, digits, hyphens.
bool is_variety_name(std::string_view text);

} // namespace lesson
