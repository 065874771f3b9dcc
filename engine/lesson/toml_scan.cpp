// A look at TOML text before the library reads it.
#include "lesson/toml_scan.h"

#include "base/text.h"

#include <algorithm>

namespace lesson {

namespace {

constexpr std::size_t most_dots = 16;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The position after the string that starts at a quotation mark. A string of one line ends with its line at the
/// latest.
std::size_t after_string(std::string_view text, std::size_t start) {
    const char quote = text[start];
    const bool escapes = quote == '"';
    const std::string three(3, quote);
    const bool many_lines = text.substr(start, 3) == three;
    for (std::size_t i = start + (many_lines ? 3 : 1); i < text.size(); ++i) {
        if (escapes && text[i] == '\\') {
            ++i;
        } else if (many_lines && text.substr(i, 3) == three) {
            // Up to two quotation marks may belong to the text, directly before the closing three.
            const std::size_t end = text.find_first_not_of(quote, i);
            return std::min(end == std::string_view::npos ? text.size() : end, i + 5);
        } else if (!many_lines && (text[i] == quote || text[i] == '\n')) {
            return i + 1;
        }
    }
    return text.size();
}

ScanFault outside_text(std::string_view text, std::size_t position) {
    const std::string character = base::encode(base::decode(text.substr(position, 4)).front());
    return {base::trim(character).empty() ? "toml.blank" : "toml.outside-text", position, character};
}

bool starts_key(char c) {
    return c == '\n' || c == '=' || c == ',' || c == '{' || c == '[';
}

} // namespace

std::optional<ScanFault> scan_toml(std::string_view text) {
    std::size_t dots = 0;
    for (std::size_t i = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; i < text.size();) {
        const char c = text[i];
        if (c == '"' || c == '\'') {
            i = after_string(text, i);
            continue;
        }
        if (c == '#') {
            i = std::min(text.find('\n', i), text.size());
            continue;
        }
        if ((static_cast<unsigned char>(c) & 0x80U) != 0) {
            return outside_text(text, i);
        }
        if (c == '.' && ++dots > most_dots) {
            return ScanFault{"toml.too-deep", i, "."};
        }
        if (starts_key(c)) {
            dots = 0;
        }
        ++i;
    }
    return std::nullopt;
}

} // namespace lesson
