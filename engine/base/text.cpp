// UTF-8, small letters, blanks and nearness of words.
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace base {

namespace {

constexpr char32_t replacement = U'\uFFFD';

/// One code point read from the start of a text; `bytes` is 0 where the text does not start with a valid one.
struct Decoded {
    char32_t character = replacement;
    std::size_t bytes = 0;
};

std::uint8_t byte_at(std::string_view text, std::size_t position) {
    return static_cast<std::uint8_t>(text[position]);
}

/// The length that a first byte announces, and the smallest code point that may be written so long.
struct Form {
    std::size_t bytes = 0;
    char32_t first_bits = 0;
    char32_t least = 0;
};

Form form_of(std::uint8_t first) {
    if (first < 0x80U) {
        return {1, first, 0};
    }
    if ((first & 0xE0U) == 0xC0U) {
        return {2, first & 0x1FU, 0x80};
    }
    if ((first & 0xF0U) == 0xE0U) {
        return {3, first & 0x0FU, 0x800};
    }
    if ((first & 0xF8U) == 0xF0U) {
        return {4, first & 0x07U, 0x10000};
    }
    return {};
}

bool exists(char32_t character) {
    return character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
}

Decoded decode_first(std::string_view text) {
    const Form form = form_of(byte_at(text, 0));
    if (form.bytes == 0 || form.bytes > text.size()) {
        return {};
    }
    char32_t character = form.first_bits;
    for (std::size_t i = 1; i < form.bytes; ++i) {
        const std::uint8_t next = byte_at(text, i);
        if ((next & 0xC0U) != 0x80U) {
            return {};
        }
        character = (character << 6U) | (next & 0x3FU);
    }
    if (character < form.least || !exists(character)) {
        return {};
    }
    return {character, form.bytes};
}

bool is_blank(char32_t character) {
    constexpr std::array<char32_t, 9> single{0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000};
    return (character >= 0x09 && character <= 0x0D) || (character >= 0x2000 && character <= 0x200A) ||
           std::ranges::find(single, character) != single.end();
}

/// In these ranges of Latin Extended-A a capital stands directly before its small letter: at even places in the first
/// kind, at odd ones in the second.
bool is_even_pair(char32_t c) {
    return (c >= 0x100 && c <= 0x12F) || (c >= 0x132 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
}

bool is_odd_pair(char32_t c) {
    return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
}

/// Small letters with what they are without their accents, and signs of typography with those of a keyboard.
struct Plain {
    std::u32string_view characters;
    std::string_view form;
};
constexpr std::array<Plain, 29> plain_forms{{
    {U"àáâãäåāăą", "a"}, {U"æ", "ae"},        {U"çćĉċč", "c"},
    {U"ðďđ", "d"},       {U"èéêëēĕėęě", "e"}, {U"ĝğġģ", "g"},
    {U"ĥħ", "h"},        {U"ìíîïĩīĭįı", "i"}, {U"ĳ", "ij"},
    {U"ĵ", "j"},         {U"ķĸ", "k"},        {U"ĺļľŀł", "l"},
    {U"ñńņňŉŋ", "n"},    {U"òóôõöøōŏő", "o"}, {U"œ", "oe"},
    {U"ŕŗř", "r"},       {U"śŝşšſ", "s"},     {U"ß", "ss"},
    {U"ţťŧ", "t"},       {U"þ", "th"},        {U"ùúûüũūŭůűų", "u"},
    {U"ŵ", "w"},         {U"ýÿŷ", "y"},       {U"źżž", "z"},
    {U"’‘ʼ", "'"},       {U"“”«»", "\""},     {U"\u00A0\u202F\u2009", " "},
    {U"–—‑", "-"},       {U"…", "..."},
}};

} // namespace

std::optional<std::size_t> first_bad_byte(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const Decoded decoded = decode_first(text.substr(i));
        if (decoded.bytes == 0) {
            return i;
        }
        i += decoded.bytes;
    }
    return std::nullopt;
}

std::u32string decode(std::string_view text) {
    std::u32string characters;
    characters.reserve(text.size());
    while (!text.empty()) {
        const Decoded decoded = decode_first(text);
        characters.push_back(decoded.character);
        text.remove_prefix(std::max<std::size_t>(decoded.bytes, 1));
    }
    return characters;
}

std::string encode(std::u32string_view characters) {
    std::string text;
    text.reserve(characters.size());
    for (char32_t c : characters) {
        if (!exists(c)) {
            c = replacement;
        }
        const auto put = [&text](char32_t bits) { text.push_back(static_cast<char>(bits)); };
        const auto put_tail = [&put, c](unsigned shift) { put(0x80U | ((c >> shift) & 0x3FU)); };
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0U | (c >> 6U));
            put_tail(0);
        } else if (c < 0x10000) {
            put(0xE0U | (c >> 12U));
            put_tail(6);
            put_tail(0);
        } else {
            put(0xF0U | (c >> 18U));
            put_tail(12);
            put_tail(6);
            put_tail(0);
        }
    }
    return text;
}

std::string encode(char32_t character) {
    return encode(std::u32string_view(&character, 1));
}

std::vector<std::string> split_characters(std::string_view text) {
    std::vector<std::string> characters;
    for (const char32_t c : decode(text)) {
        characters.push_back(encode(c));
    }
    return characters;
}

std::size_t length(std::string_view text) {
    return decode(text).size();
}

char32_t lower(char32_t c) {
    if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
        return c + 0x20;
    }
    if (c == 0x130) {
        return U'i';
    }
    if (c == 0x178) {
        return 0xFF;
    }
    if (c == 0x1E9E) {
        return 0xDF;
    }
    if ((is_even_pair(c) && c % 2 == 0) || (is_odd_pair(c) && c % 2 == 1)) {
        return c + 1;
    }
    return c;
}

std::string lower(std::string_view text) {
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        std::string small(text);
        std::ranges::transform(small, small.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; });
        return small;
    }
    std::u32string characters = decode(text);
    std::ranges::transform(characters, characters.begin(), [](char32_t c) { return lower(c); });
    return encode(characters);
}

std::string plain(std::string_view text) {
    const std::string small = lower(text);
    if (std::ranges::all_of(small, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        return small;
    }
    std::string form;
    for (const char32_t character : decode(small)) {
        const auto found = std::ranges::find_if(
            plain_forms, [&](const Plain& one) { return one.characters.find(character) != std::u32string_view::npos; });
        form += found == plain_forms.end() ? encode(character) : std::string(found->form);
    }
    return form;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const Decoded first = decode_first(text);
        if (first.bytes == 0 || !is_blank(first.character)) {
            break;
        }
        text.remove_prefix(first.bytes);
    }
    while (!text.empty()) {
        std::size_t start = text.size() - 1;
        while (start > 0 && (byte_at(text, start) & 0xC0U) == 0x80U) {
            --start;
        }
        const Decoded last = decode_first(text.substr(start));
        if (last.bytes != text.size() - start || !is_blank(last.character)) {
            break;
        }
        text.remove_suffix(last.bytes);
    }
    return text;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::u32string from = decode(a);
    const std::u32string to = decode(b);
    std::vector<std::size_t> before_last(to.size() + 1);
    std::vector<std::size_t> last(to.size() + 1);
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[to.size()];
}

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known) {
    const std::size_t characters = length(word);
    std::size_t most = std::min<std::size_t>(3, std::max<std::size_t>(1, characters / 3));
    std::optional<std::string_view> found;
    for (const std::string_view candidate : known) {
        const std::size_t other = length(candidate);
        // Spares measuring words of very different lengths, which a damaged file may hold.
        if (std::max(characters, other) - std::min(characters, other) > most) {
            continue;
        }
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < most || (distance == most && !found)) {
            found = candidate;
            most = distance;
        }
    }
    return found;
}

std::string join(std::span<const std::string_view> texts, std::string_view between) {
    std::string joined;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        joined += i == 0 ? "" : between;
        joined += texts[i];
    }
    return joined;
}

} // namespace base
