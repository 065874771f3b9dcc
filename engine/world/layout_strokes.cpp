// Which keys write a character on a layout, and what else counts as having written it.
#include "base/text.h"
#include "world/layout.h"
#include "world/text_edit.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <optional>

#include <utf8proc.h>

namespace world {

namespace {

/// The spacing accents that dead keys show, and the combining marks that they put on letters.
struct Accent {
    std::string_view spacing;
    char32_t mark;
};

constexpr std::array<Accent, 17> accents{{
    {"^", 0x302},
    {"¨", 0x308},
    {"`", 0x300},
    {"´", 0x301},
    {"~", 0x303},
    {"ˇ", 0x30C},
    {"˘", 0x306},
    {"¯", 0x304},
    {"˙", 0x307},
    {"˚", 0x30A},
    {"˝", 0x30B},
    {"¸", 0x327},
    {"˛", 0x328},
    {"◌̣", 0x323},
    {"◌̉", 0x309},
    {"◌̛", 0x31B},
    {"◌̦", 0x326},
}};

constexpr std::string_view dotted_circle = "◌";

/// When the plain form of a character counts as the character.
enum class When {
    always,     ///< few people tell the two apart, and programs put in the finer one
    hard,       ///< the layout has it on no key, or only together with AltGr
    impossible, ///< the layout has it on no key
};

struct PlainForm {
    std::string_view character;
    std::string_view plain;
    When when;
};

constexpr std::array<PlainForm, 33> plain_forms{{
    {"’", "'", When::always},       {"‘", "'", When::always},      {"“", "\"", When::always},
    {"”", "\"", When::always},      {"„", "\"", When::always},     {"«", "\"", When::always},
    {"»", "\"", When::always},      {"…", "...", When::always},    {"–", "-", When::always},
    {"—", "-", When::always},       {"−", "-", When::always},      {"\u2010", "-", When::always},
    {"\u2011", "-", When::always},  {"\u00A0", " ", When::always}, {"\u202F", " ", When::always},
    {"\u2009", " ", When::always},  {"×", "x", When::always},      {"œ", "oe", When::hard},
    {"Œ", "OE", When::hard},        {"Œ", "Oe", When::hard},       {"æ", "ae", When::hard},
    {"Æ", "AE", When::hard},        {"Æ", "Ae", When::hard},       {"€", "EUR", When::impossible},
    {"€", "eur", When::impossible}, {"°", "o", When::impossible},  {"²", "2", When::impossible},
    {"³", "3", When::impossible},   {"µ", "u", When::impossible},  {"÷", "/", When::impossible},
    {"·", ".", When::impossible},   {"ß", "ss", When::impossible}, {"•", "-", When::impossible},
}};

std::optional<char32_t> mark_of(std::string_view accent) {
    const auto found = std::ranges::find(accents, accent, &Accent::spacing);
    return found == accents.end() ? std::nullopt : std::optional(found->mark);
}

/// The letter and its marks as separate code points (NFD).
std::u32string taken_apart(std::string_view character) {
    utf8proc_uint8_t* raw = nullptr;
    const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(character.data()),
                                                 static_cast<utf8proc_ssize_t>(character.size()), &raw,
                                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE));
    if (length < 0) {
        return base::decode(character);
    }
    std::u32string apart = base::decode({reinterpret_cast<const char*>(raw), static_cast<std::size_t>(length)});
    std::free(raw); // utf8proc_map allocates with malloc
    return apart;
}

/// What a stroke asks of the hands: Shift as much as another key, AltGr a little more.
int effort(const Stroke& stroke) {
    return 2 + (stroke.shift ? 2 : 0) + (stroke.altgr ? 3 : 0);
}

int effort(const std::vector<Stroke>& strokes) {
    int sum = 0;
    for (const Stroke& stroke : strokes) {
        sum += effort(stroke);
    }
    return sum;
}

/// The easiest stroke that gives a text, as a character or as an accent that waits.
std::optional<Stroke> easiest_stroke(const Layout& layout, std::string_view text, bool dead) {
    std::optional<Stroke> easiest;
    for (const LayoutKey& key : layout.keys) {
        for (const bool altgr : {false, true}) {
            for (const bool shift : {false, true}) {
                Stroke stroke{key.code, shift, altgr};
                const bool fits = text_of(key, shift, altgr) == text && is_dead(key, shift, altgr) == dead;
                if (fits && (!easiest || effort(stroke) < effort(*easiest))) {
                    easiest = std::move(stroke);
                }
            }
        }
    }
    return easiest;
}

std::vector<Stroke> with_dead_key(const Layout& layout, std::string_view accent, std::string_view letter) {
    const std::optional<Stroke> first = easiest_stroke(layout, accent, true);
    const std::optional<Stroke> second = easiest_stroke(layout, letter, false);
    return first && second ? std::vector{*first, *second} : std::vector<Stroke>{};
}

/// The accented letter by a dead key: its last mark on what is left without it.
std::vector<Stroke> strokes_with_mark(const Layout& layout, std::string_view character) {
    const std::u32string apart = taken_apart(character);
    if (apart.size() < 2) {
        return {};
    }
    const auto accent = std::ranges::find(accents, apart.back(), &Accent::mark);
    if (accent == accents.end()) {
        return {};
    }
    const std::string letter = composed(base::encode(apart.substr(0, apart.size() - 1)));
    return with_dead_key(layout, accent->spacing, letter);
}

bool counts(When when, const std::vector<Stroke>& strokes) {
    switch (when) {
    case When::always:
        return true;
    case When::hard:
        return strokes.empty() || std::ranges::any_of(strokes, &Stroke::altgr);
    case When::impossible:
        return strokes.empty();
    }
    return false;
}

/// Ways beside the character itself: without its accents.
void add_letter_without_accents(std::string_view character, const std::vector<Stroke>& strokes,
                                std::vector<std::string>& ways) {
    const std::u32string apart = taken_apart(character);
    const std::string small = base::lower(character);
    const bool is_capital = small != character;
    if (apart.size() < 2 || !counts(is_capital ? When::hard : When::impossible, strokes)) {
        return;
    }
    ways.push_back(base::encode(apart.front()));
    if (is_capital) {
        ways.push_back(small);
    }
}

int effort_of_text(const Layout& layout, std::string_view text) {
    constexpr int unwritable = 1000;
    int sum = 0;
    for (const std::string& character : characters_of(text)) {
        const std::vector<Stroke> strokes = strokes_for(layout, character);
        sum += strokes.empty() ? unwritable : effort(strokes);
    }
    return sum;
}

} // namespace

std::vector<Stroke> strokes_for(const Layout& layout, std::string_view character) {
    if (character == "\n") {
        return find_key(layout, "Enter") == nullptr ? std::vector<Stroke>{} : std::vector<Stroke>{{"Enter"}};
    }
    if (character.empty()) {
        return {};
    }
    if (const std::optional<Stroke> direct = easiest_stroke(layout, character, false)) {
        return {*direct};
    }
    const std::vector<Stroke> strokes = strokes_with_mark(layout, character);
    return strokes.empty() ? with_dead_key(layout, character, " ") : strokes;
}

std::vector<std::string> ways_to_write(const Layout& layout, std::string_view character) {
    const std::vector<Stroke> strokes = strokes_for(layout, character);
    std::vector<std::string> ways;
    for (const PlainForm& form : plain_forms) {
        if (form.character == character && counts(form.when, strokes)) {
            ways.emplace_back(form.plain);
        }
    }
    add_letter_without_accents(character, strokes, ways);
    // Two or three letters for one stay in front, so that the first of them is expected next and never seen as wrong.
    const bool several = !ways.empty() && characters_of(ways.front()).size() > 1;
    const bool own_first =
        ways.empty() || (!several && !strokes.empty() && effort(strokes) <= effort_of_text(layout, ways.front()));
    ways.insert(own_first ? ways.begin() : ways.end(), std::string(character));
    for (const PlainForm& form : plain_forms) {
        if (form.plain == character && form.when == When::always) {
            ways.emplace_back(form.character);
        }
    }
    return ways;
}

bool accepts(const Layout& layout, std::string_view expected, std::string_view typed) {
    const std::vector<std::string> ways = ways_to_write(layout, expected);
    return std::ranges::find(ways, composed(typed)) != ways.end();
}

std::string with_accent(std::string_view accent, std::string_view letter) {
    if (letter == " " || letter == accent) {
        return accent.starts_with(dotted_circle) ? "" : std::string(accent);
    }
    const std::optional<char32_t> mark = mark_of(accent);
    if (!mark || letter.empty()) {
        return "";
    }
    if (taken_apart(letter).find(*mark) != std::u32string::npos) {
        return std::string(letter);
    }
    const std::string both = composed(std::string(letter) + base::encode(*mark));
    return base::length(both) == base::length(letter) ? both : "";
}

} // namespace world
