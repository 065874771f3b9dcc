// French typography in what learners read: apostrophes that curve, and no line that begins with a question mark.
#include "base/text.h"
#include "lesson/lint/find.h"
#include "lesson/lint/text.h"

namespace lesson::lint {

namespace {

constexpr char32_t no_break = 0xA0;
constexpr char32_t narrow_no_break = 0x202F;
constexpr char32_t open_quote = 0xAB;
constexpr char32_t close_quote = 0xBB;

bool is_no_break(char32_t c) {
    return c == no_break || c == narrow_no_break;
}

bool is_double_sign(char32_t c) {
    return c == U':' || c == U';' || c == U'!' || c == U'?' || c == close_quote;
}

/// Calls `visit(text, characters)` for what learners read: not for what they type, as a keyboard writes it.
template <typename Visit>
void each_read_text(const Material& material, Visit visit) {
    for (const LessonText& text : material.texts) {
        if (text.role == Role::voice) {
            visit(text, base::decode(text.text));
        }
    }
}

base::Place place_of(const Material& material, const LessonText& text, std::u32string_view characters,
                     std::size_t index) {
    return place_in(material.files[text.file].text, text.place, text.text,
                    base::encode(characters.substr(0, index)).size());
}

/// The index behind a key cap or picture, in which every character stands for itself.
std::size_t behind_mark(std::u32string_view text, std::size_t i) {
    const char32_t close = text[i] == U'[' ? U']' : U'}';
    const std::size_t end = text[i] == U'[' || text[i] == U'{' ? text.find(close, i + 2) : std::u32string_view::npos;
    return end == std::u32string_view::npos ? i : end + 1;
}

/// Whether a sign stands where a sentence has it: with a blank, the end or other signs behind it. `https://` has none.
bool stands_in_sentence(std::u32string_view text, std::size_t i) {
    const char32_t next = i + 1 < text.size() ? text[i + 1] : U' ';
    return next == U' ' || next == U'\n' || next == U'*' || next == U'"' || is_no_break(next) || is_double_sign(next);
}

} // namespace

void find_straight_apostrophes(const Material& material, Findings& findings) {
    each_read_text(material, [&](const LessonText& text, std::u32string_view characters) {
        for (std::size_t i = 0; i < characters.size(); ++i) {
            if (const std::size_t behind = behind_mark(characters, i); behind > i) {
                i = behind - 1;
            } else if (characters[i] == U'\'' && i > 0 && is_letter(characters[i - 1])) {
                findings.add(place_of(material, text, characters, i));
            }
        }
    });
}

void find_missing_no_break_spaces(const Material& material, Findings& findings) {
    each_read_text(material, [&](const LessonText& text, std::u32string_view characters) {
        for (std::size_t i = 0; i < characters.size(); ++i) {
            if (const std::size_t behind = behind_mark(characters, i); behind > i) {
                i = behind - 1;
                continue;
            }
            const char32_t c = characters[i];
            const char32_t before = i > 0 ? characters[i - 1] : no_break;
            // A sign alone in bold is what the text speaks of.
            const bool is_named = before == U'*' && i + 1 < characters.size() && characters[i + 1] == U'*';
            const bool lacks_before = is_double_sign(c) && !is_named && !is_no_break(before) &&
                                      !is_double_sign(before) &&
                                      (c == close_quote || stands_in_sentence(characters, i));
            const bool lacks_behind = c == open_quote && i + 1 < characters.size() && !is_no_break(characters[i + 1]);
            if (lacks_before || lacks_behind) {
                findings.add(place_of(material, text, characters, i), {{"sign", base::encode(c)}},
                             lacks_behind ? "behind" : "");
            }
        }
    });
}

} // namespace lesson::lint
