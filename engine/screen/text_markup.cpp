// Reading markup: `*bold*`, `[key]`, `{icon}` and backslash.
#include "screen/text_markup.h"

#include <algorithm>
#include <optional>

namespace screen::text {

namespace {

// No text of a page is longer; a hostile one must not take all memory.
constexpr std::size_t longest = std::size_t{64} * 1024;
constexpr char32_t no_break_space = 0x00A0;

struct Decoded {
    char32_t character = 0xFFFD;
    std::size_t bytes = 1;
};

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

Decoded decode(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
        return {lead, 1};
    }
    std::size_t bytes = 0;
    char32_t least = 0;
    char32_t character = 0;
    if (lead >= 0xC2 && lead < 0xE0) {
        bytes = 2;
        least = 0x80;
        character = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead < 0xF0) {
        bytes = 3;
        least = 0x800;
        character = lead & 0x0FU;
    } else if (lead >= 0xF0 && lead < 0xF5) {
        bytes = 4;
        least = 0x10000;
        character = lead & 0x07U;
    }
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!continues(text, at + i)) {
            return {};
        }
        character = (character << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    const bool sound =
        bytes > 0 && character >= least && character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
    return sound ? Decoded{character, bytes} : Decoded{};
}

bool is_mark(char c) {
    return c == '*' || c == '[' || c == ']' || c == '{' || c == '}' || c == '\\';
}

bool is_icon_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

class Reader {
public:
    explicit Reader(std::string_view source) : source_(source.substr(0, longest)) {}

    Marked read_marks() && {
        while (at_ < source_.size()) {
            step();
        }
        keep_keys_together();
        return std::move(result_);
    }

    Marked read_characters() && {
        while (at_ < source_.size()) {
            take_character();
        }
        return std::move(result_);
    }

private:
    void step() {
        switch (source_[at_]) {
        case '\\':
            at_ += at_ + 1 < source_.size() && is_mark(source_[at_ + 1]) ? 1 : 0;
            take_character();
            return;
        case '\n':
            bold_ = false;
            take_character();
            return;
        case '*':
            if (bold_ || opens_bold()) {
                bold_ = !bold_;
                ++at_;
                return;
            }
            break;
        case '[':
            if (const auto end = end_of_thing(']')) {
                take_thing(std::string(source_.substr(at_ + 1, *end - at_ - 1)), true, *end + 1);
                return;
            }
            break;
        case '{':
            if (const auto end = end_of_thing('}'); end && is_icon_name(source_.substr(at_ + 1, *end - at_ - 1))) {
                take_thing(std::string(source_.substr(at_ + 1, *end - at_ - 1)), false, *end + 1);
                return;
            }
            break;
        default:
            break;
        }
        take_character();
    }

    // Keys that are pressed together stay on one line: the blanks in "[Ctrl] + [C]" cannot be broken at.
    void keep_keys_together() {
        std::vector<Letter>& letters = result_.letters;
        const auto is_key = [&](std::size_t i) {
            return letters[i].thing >= 0 && result_.things[static_cast<std::size_t>(letters[i].thing)].key;
        };
        for (std::size_t i = 2; i + 2 < letters.size(); ++i) {
            if (letters[i].character == '+' && letters[i - 1].character == ' ' && letters[i + 1].character == ' ' &&
                is_key(i - 2) && is_key(i + 2)) {
                letters[i - 1].character = no_break_space;
                letters[i + 1].character = no_break_space;
            }
        }
    }

    // A star opens bold before a word, when another on the same line closes it.
    bool opens_bold() const {
        if (at_ + 1 >= source_.size() || source_[at_ + 1] == ' ') {
            return false;
        }
        for (std::size_t i = at_ + 1; i < source_.size() && source_[i] != '\n'; ++i) {
            if (source_[i] == '*') {
                return i > at_ + 1;
            }
            i += source_[i] == '\\' ? 1 : 0;
        }
        return false;
    }

    // Where a key or an icon ends, on the same line. It has one character at least, which may be the mark itself:
    // `[]]` is a key, and so is `[\]`.
    std::optional<std::size_t> end_of_thing(char mark) const {
        const std::size_t end = at_ + 2 < source_.size() ? source_.find(mark, at_ + 2) : std::string_view::npos;
        return end == std::string_view::npos || source_.substr(at_, end - at_).find('\n') != std::string_view::npos
                   ? std::nullopt
                   : std::optional(end);
    }

    void take_character() {
        Decoded decoded = decode(source_, at_);
        const std::size_t from = result_.shown.size();
        result_.shown += source_.substr(at_, decoded.bytes);
        at_ += decoded.bytes;
        if ((decoded.character < 0x20 && decoded.character != '\n') || decoded.character == 0x7F) {
            decoded.character = ' ';
        }
        result_.letters.push_back({decoded.character, from, result_.shown.size(), bold_, -1, 0, 0});
    }

    void take_thing(std::string name, bool key, std::size_t next) {
        const std::size_t from = result_.shown.size();
        if (key) {
            result_.shown += name;
        } else {
            append_utf8(result_.shown, object_character);
        }
        const int index = static_cast<int>(result_.things.size());
        result_.letters.push_back({object_character, from, result_.shown.size(), bold_, index, 0, 0});
        result_.things.push_back({std::move(name), key});
        at_ = next;
    }

    std::string_view source_;
    std::size_t at_ = 0;
    bool bold_ = false;
    Marked result_;
};

} // namespace

Marked read_markup(std::string_view markup) {
    return Reader(markup).read_marks();
}

Marked read_plain(std::string_view text) {
    return Reader(text).read_characters();
}

void append_utf8(std::string& text, char32_t character) {
    const auto tail = [&](unsigned shift) {
        text += static_cast<char>(0x80U | ((static_cast<std::uint32_t>(character) >> shift) & 0x3FU));
    };
    if (character < 0x80) {
        text += static_cast<char>(character);
    } else if (character < 0x800) {
        text += static_cast<char>(0xC0U | (character >> 6U));
        tail(0);
    } else if (character < 0x10000) {
        text += static_cast<char>(0xE0U | (character >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (character >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string utf8(const std::vector<Letter>& letters, std::size_t first, std::size_t end) {
    std::string text;
    for (std::size_t i = first; i < end; ++i) {
        append_utf8(text, letters[i].character);
    }
    return text;
}

} // namespace screen::text
