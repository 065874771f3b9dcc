// Bidirectional order and line breaking.
#include "screen/text_lines.h"

#include <algorithm>

#include <fribidi/fribidi.h>

namespace screen::text {

namespace {

constexpr char32_t first_right_to_left = 0x0590;
constexpr char32_t zero_width_space = 0x200B;
constexpr char32_t zero_width_joiner = 0x200D;

bool can_break_at_hyphen(const std::vector<Letter>& letters, Stretch word, std::size_t hyphen) {
    if (letters[hyphen].character != '-' || hyphen == word.first || hyphen + 1 >= word.end) {
        return false;
    }
    // Addresses are to be read, and typed, as they stand.
    return std::none_of(letters.begin() + static_cast<std::ptrdiff_t>(word.first),
                        letters.begin() + static_cast<std::ptrdiff_t>(word.end), [](const Letter& l) {
                            return l.character == '@' || l.character == '/' ||
                                   (l.character >= '0' && l.character <= '9');
                        });
}

// The words of a paragraph, each with where the next one begins.
std::vector<Break> words_of(const std::vector<Letter>& letters, Stretch paragraph) {
    std::vector<Break> words;
    std::size_t at = paragraph.first;
    while (at < paragraph.end) {
        std::size_t end = at;
        while (end < paragraph.end && !is_blank(letters[end])) {
            ++end;
        }
        std::size_t start = at;
        for (std::size_t i = at; i < end; ++i) {
            if (can_break_at_hyphen(letters, {at, end}, i)) {
                words.push_back({{start, i + 1}, i + 1});
                start = i + 1;
            }
        }
        std::size_t next = end;
        while (next < paragraph.end && is_blank(letters[next])) {
            ++next;
        }
        words.push_back({{start, end}, next});
        at = next;
    }
    return words;
}

// How much of a word that is too long fits: at least one character.
std::size_t fitting_end(const std::vector<Letter>& letters, Stretch word, int most, const Width& width) {
    std::size_t fits = word.first;
    std::size_t beyond = word.end;
    while (beyond - fits > 1) {
        const std::size_t middle = fits + (beyond - fits) / 2;
        (width({word.first, middle}) <= most ? fits : beyond) = middle;
    }
    while (fits > word.first && joins_before(letters[fits])) {
        --fits;
    }
    if (fits > word.first) {
        return fits;
    }
    ++fits;
    while (fits < word.end && joins_before(letters[fits])) {
        ++fits;
    }
    return fits;
}

} // namespace

bool is_blank(const Letter& letter) {
    return letter.character == ' ' || letter.character == zero_width_space ||
           (letter.character >= 0x2000 && letter.character <= 0x200A && letter.character != 0x2007);
}

bool joins_before(const Letter& letter) {
    return letter.character == zero_width_joiner ||
           fribidi_get_bidi_type(static_cast<FriBidiChar>(letter.character)) == FRIBIDI_TYPE_NSM;
}

bool prepare(Fonts& fonts, Family family, std::vector<Letter>& letters, Stretch paragraph) {
    std::size_t font = Fonts::main_font(family);
    bool simple = true;
    for (std::size_t i = paragraph.first; i < paragraph.end; ++i) {
        Letter& letter = letters[i];
        if (letter.thing < 0) {
            font = fonts.font_for(letter.character, family, font);
        }
        letter.font = font;
        simple = simple && (letter.character < first_right_to_left || letter.thing >= 0);
    }
    if (simple) {
        return false;
    }
    const std::size_t count = paragraph.end - paragraph.first;
    std::vector<FriBidiChar> characters;
    characters.reserve(count);
    for (std::size_t i = paragraph.first; i < paragraph.end; ++i) {
        characters.push_back(static_cast<FriBidiChar>(letters[i].character));
    }
    const auto length = static_cast<FriBidiStrIndex>(count);
    std::vector<FriBidiCharType> types(count);
    std::vector<FriBidiBracketType> brackets(count);
    std::vector<FriBidiLevel> levels(count);
    fribidi_get_bidi_types(characters.data(), length, types.data());
    fribidi_get_bracket_types(characters.data(), length, types.data(), brackets.data());
    FriBidiParType direction = FRIBIDI_PAR_ON;
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &direction, levels.data()) == 0) {
        return false;
    }
    for (std::size_t i = 0; i < count; ++i) {
        letters[paragraph.first + i].level = static_cast<std::uint8_t>(std::max<FriBidiLevel>(levels[i], 0));
    }
    return FRIBIDI_IS_RTL(direction) != 0;
}

std::vector<Stretch> visual_order(const std::vector<Letter>& letters, Stretch line) {
    std::vector<Stretch> order;
    std::uint8_t highest = 0;
    for (std::size_t i = line.first; i < line.end; ++i) {
        const Letter& letter = letters[i];
        highest = std::max(highest, letter.level);
        const bool goes_on = i > line.first && letter.thing < 0 && letters[i - 1].thing < 0 &&
                             letter.level == letters[i - 1].level && letter.font == letters[i - 1].font &&
                             letter.bold == letters[i - 1].bold;
        if (goes_on) {
            order.back().end = i + 1;
        } else {
            order.push_back({i, i + 1});
        }
    }
    // Rule L2: from the highest level down, turn round every sequence at that level or above.
    const auto level = [&](const Stretch& s) { return letters[s.first].level; };
    for (std::uint8_t at = highest; at >= 1; --at) {
        for (auto first = order.begin(); first != order.end();) {
            first = std::find_if(first, order.end(), [&](const Stretch& s) { return level(s) >= at; });
            const auto end = std::find_if(first, order.end(), [&](const Stretch& s) { return level(s) < at; });
            std::reverse(first, end);
            first = end;
        }
    }
    return order;
}

std::vector<Break> break_lines(const std::vector<Letter>& letters, Stretch paragraph, int most, const Width& measure) {
    // More letters than pixels are too wide without being measured, which would take long for a hostile text.
    const Width width = [&](Stretch s) {
        return s.end - s.first > static_cast<std::size_t>(std::max(most, 1)) ? most + 1 : measure(s);
    };
    const std::vector<Break> words = words_of(letters, paragraph);
    std::vector<Break> lines;
    std::size_t word = 0;
    std::size_t start = paragraph.first;
    while (word < words.size()) {
        // First by the widths of the words, which are known from other texts, then by the line as it is shaped.
        int used = 0;
        std::size_t last = word;
        for (std::size_t i = word; i < words.size(); ++i) {
            const std::size_t from = i == word ? start : words[i].line.first;
            if (i > word && used + width({from, words[i].line.end}) > most) {
                break;
            }
            used += width({from, words[i].next});
            last = i;
        }
        while (last > word && width({start, words[last].line.end}) > most) {
            --last;
        }
        if (last == word && width({start, words[word].line.end}) > most && words[word].line.end - start > 1) {
            const std::size_t end = fitting_end(letters, {start, words[word].line.end}, most, width);
            if (end < words[word].line.end) {
                lines.push_back({{start, end}, end});
                start = end;
                continue;
            }
        }
        lines.push_back({{start, words[last].line.end}, words[last].next});
        start = words[last].next;
        word = last + 1;
    }
    if (lines.empty()) {
        lines.push_back({paragraph, paragraph.end});
    }
    return lines;
}

} // namespace screen::text
