// Sentences and words.
#include "lesson/lint/text.h"

#include "base/text.h"

#include <algorithm>

namespace lesson::lint {

namespace {

bool is_blank(char32_t c) {
    return c == U' ' || c == U'\n' || c == U'\t' || c == 0xA0 || c == 0x202F;
}

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == 0x2019;
}

bool ends_sentence(char32_t c) {
    return c == U'.' || c == U'!' || c == U'?' || c == 0x2026;
}

/// A text's characters and where each begins.
struct Characters {
    explicit Characters(std::string_view text) {
        for (const std::string& character : base::split_characters(text)) {
            codes.push_back(base::decode(character).front());
            positions.push_back(end);
            end += character.size();
        }
    }

    char32_t at(std::size_t i) const { return i < codes.size() ? codes[i] : U'\0'; }
    std::size_t position(std::size_t i) const { return i < positions.size() ? positions[i] : end; }

    std::u32string codes;
    std::vector<std::size_t> positions;
    std::size_t end = 0;
};

bool is_capital(char32_t c) {
    return base::lower(c) != c;
}

/// The index behind a mark that begins here and is no word: `[key cap]`, `{picture}`, `%name%`, `« quoted »`, `*Name*`.
std::size_t behind_mark(const Characters& text, std::size_t i) {
    const auto behind = [&](char32_t close, std::size_t from) {
        const std::size_t found = text.codes.find(close, from);
        return found == std::u32string::npos ? i : found + 1;
    };
    switch (text.at(i)) {
    case U'[':
        return behind(U']', i + 2);
    case U'{':
        return behind(U'}', i + 1);
    case 0xAB:
        return behind(0xBB, i + 1);
    case U'*':
        return is_capital(text.at(i + 1)) ? behind(U'*', i + 1) : i;
    case U'%': {
        const std::size_t end = behind(U'%', i + 1);
        return std::any_of(text.codes.begin() + static_cast<std::ptrdiff_t>(i),
                           text.codes.begin() + static_cast<std::ptrdiff_t>(end), is_blank)
                   ? i
                   : end;
    }
    default:
        return i;
    }
}

/// The index behind an address that begins here: no blank in it, and a sign of addresses between two letters.
std::size_t behind_address(const Characters& text, std::size_t i) {
    std::size_t end = i;
    bool is_address = false;
    while (end < text.codes.size() && !is_blank(text.at(end)) && text.at(end) != U'*') {
        const char32_t c = text.at(end);
        const bool inside = end > i && is_letter(text.at(end + 1));
        is_address = is_address || (inside && (c == U'.' || c == U'@' || c == U'/' || c == U':')) || c == U'@' ||
                     (end == i && c == U'.');
        ++end;
    }
    return is_address ? end : i;
}

/// Whether the sentence ends behind the character at `i`.
bool sentence_ends(const Characters& text, std::size_t i) {
    if (text.at(i) == U'\n') {
        return true;
    }
    std::size_t next = i + 1;
    while (text.at(next) == 0xBB || text.at(next) == U'*' || text.at(next) == U')' || ends_sentence(text.at(next))) {
        ++next;
    }
    const bool initial = text.at(i) == U'.' && i > 0 && is_letter(text.at(i - 1)) && is_capital(text.at(i - 1)) &&
                         (i == 1 || is_blank(text.at(i - 2)));
    return ends_sentence(text.at(i)) && !initial && (next >= text.codes.size() || is_blank(text.at(next)));
}

/// What people count: pieces between blanks that hold a letter or a digit, or a key cap.
int count_words(std::string_view sentence) {
    const Characters text(sentence);
    int count = 0;
    bool in_word = false;
    for (std::size_t i = 0; i < text.codes.size(); ++i) {
        const char32_t c = text.at(i);
        if (c == U'{') {
            i = std::max(behind_mark(text, i), i + 1) - 1;
        } else if (c == U'[') {
            count += in_word ? 0 : 1;
            in_word = true;
            i = std::max(behind_mark(text, i), i + 1) - 1;
        } else if (is_blank(c)) {
            in_word = false;
        } else if (!in_word && (is_letter(c) || (c >= U'0' && c <= U'9'))) {
            ++count;
            in_word = true;
        }
    }
    return count;
}

} // namespace

bool is_letter(char32_t c) {
    if (c < 0x80) {
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    }
    const bool is_sign = c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2C00) || c >= 0x1F000;
    return !is_sign;
}

std::vector<Sentence> sentences_of(std::string_view text) {
    const Characters characters(text);
    std::vector<Sentence> sentences;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
        std::string_view sentence = text.substr(begin, end - begin);
        const std::string_view trimmed = base::trim(sentence);
        if (!trimmed.empty()) {
            sentences.push_back(
                {trimmed, static_cast<std::size_t>(trimmed.data() - text.data()), count_words(trimmed)});
        }
        begin = end;
    };
    for (std::size_t i = 0; i < characters.codes.size(); ++i) {
        const char32_t c = characters.at(i);
        if (const std::size_t behind = behind_mark(characters, i); behind > i && c != 0xAB && c != U'*') {
            i = behind - 1;
        } else if (sentence_ends(characters, i)) {
            add(characters.position(i + 1));
        }
    }
    add(text.size());
    return sentences;
}

std::vector<Word> words_of(std::string_view text) {
    const Characters characters(text);
    std::vector<Word> words;
    bool begins = true;
    for (std::size_t i = 0; i < characters.codes.size();) {
        std::size_t behind = behind_mark(characters, i);
        if (behind == i && (i == 0 || !is_letter(characters.at(i - 1)))) {
            const bool is_ending = characters.at(i) == U'.' && is_letter(characters.at(i + 1));
            behind = is_letter(characters.at(i)) || is_ending ? behind_address(characters, i) : i;
        }
        if (behind > i) {
            begins = false;
            i = behind;
            continue;
        }
        if (!is_letter(characters.at(i))) {
            begins = begins || sentence_ends(characters, i) || characters.at(i) == U':';
            ++i;
            continue;
        }
        std::size_t end = i;
        while (is_letter(characters.at(end))) {
            ++end;
        }
        const std::size_t position = characters.position(i);
        words.push_back({std::string(text.substr(position, characters.position(end) - position)), position, begins,
                         is_apostrophe(characters.at(end))});
        begins = false;
        i = end;
    }
    return words;
}

std::string only_chosen(std::string_view text) {
    std::string chosen(text.size(), ' ');
    std::size_t before = 0;
    for (const Word& word : words_of(text)) {
        // What lies between two words of one text is kept where it is a blank, an apostrophe or a hyphen.
        const std::string_view between = text.substr(before, word.position - before);
        if (base::length(between) == 1) {
            chosen.replace(before, between.size(), between);
        }
        chosen.replace(word.position, word.text.size(), word.text);
        before = word.position + word.text.size();
    }
    return chosen;
}

base::Place place_in(std::string_view file, const base::Place& value, std::string_view text, std::size_t position) {
    std::size_t start = 0;
    for (int line = 1; line < value.line && start != std::string_view::npos; ++line) {
        start = file.find('\n', start);
        start = start == std::string_view::npos ? start : start + 1;
    }
    if (start == std::string_view::npos || value.line == 0) {
        return value;
    }
    const std::string_view line = file.substr(start, file.find('\n', start) - start);
    const std::vector<std::string> characters = base::split_characters(line);
    std::size_t column = 0;
    for (std::size_t i = 0; i + 1 < static_cast<std::size_t>(std::max(value.column, 1)) && i < characters.size(); ++i) {
        column += characters[i].size();
    }
    const std::size_t quote = column < line.size() && (line[column] == '"' || line[column] == '\'') ? 1 : 0;
    if (line.substr(std::min(column + quote, line.size())).starts_with(text)) {
        return {value.file, value.line,
                value.column + static_cast<int>(quote + base::length(text.substr(0, position)))};
    }
    return value;
}

} // namespace lesson::lint
