// Editing a text, always by whole characters.
#include "world/text_edit.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include <utf8proc.h>

namespace world {

namespace {

/// The code point at a byte offset and how many bytes it takes; value -1 where the bytes are not UTF-8.
struct CodePoint {
    utf8proc_int32_t value = -1;
    std::size_t bytes = 1;
};

CodePoint code_point_at(std::string_view text, std::size_t offset) {
    CodePoint found;
    if (const auto byte = static_cast<unsigned char>(text[offset]); byte < 0x80) {
        found.value = byte;
        return found;
    }
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset;
    const utf8proc_ssize_t read =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - offset), &found.value);
    found.bytes = read > 0 ? static_cast<std::size_t>(read) : 1;
    return found;
}

std::string without_broken_parts(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = code_point_at(text, offset);
        const bool ends_line = point.value == '\n' || point.value == '\r';
        if (ends_line) {
            const bool is_pair = point.value == '\r' && offset + 1 < text.size() && text[offset + 1] == '\n';
            clean += is_pair ? "" : "\n";
        } else if (point.value == '\t') {
            clean += ' ';
        } else if (point.value >= 0 && utf8proc_category(point.value) != UTF8PROC_CATEGORY_CC) {
            clean += text.substr(offset, point.bytes);
        }
        offset += point.bytes;
    }
    return clean;
}

/// NFC of text that is sound UTF-8.
std::string in_composed_form(const std::string& text) {
    utf8proc_uint8_t* raw = nullptr;
    const utf8proc_ssize_t length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &raw, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    if (length < 0) {
        return text;
    }
    std::string form(reinterpret_cast<const char*>(raw), static_cast<std::size_t>(length));
    std::free(raw); // utf8proc_map allocates with malloc
    return form;
}

/// Whether an offset lies between two characters whatever stands around it: between two signs of ASCII.
bool is_sure(std::string_view text, std::size_t offset) {
    const auto is_plain = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
    return offset > 0 && offset < text.size() && is_plain(text[offset - 1]) && is_plain(text[offset]) &&
           text[offset - 1] != '\r';
}

/// The last such place that is not after an offset, or 0: a place in a long text is found without reading all of it.
std::size_t sure_boundary(std::string_view text, std::size_t offset) {
    while (offset > 0 && !is_sure(text, offset)) {
        --offset;
    }
    return offset;
}

/// All places between characters from a sure one to the first at or after `last`; the text's end is one.
std::vector<std::size_t> boundaries_between(std::string_view text, std::size_t first, std::size_t last) {
    std::vector<std::size_t> boundaries{first};
    utf8proc_int32_t state = 0;
    utf8proc_int32_t before = -1;
    for (std::size_t offset = first; offset < text.size() && boundaries.back() < last;) {
        const CodePoint point = code_point_at(text, offset);
        if (is_sure(text, offset) && offset > first) {
            boundaries.push_back(offset);
            state = 0;
        } else if (offset > first && (before < 0 || point.value < 0 ||
                                      utf8proc_grapheme_break_stateful(before, point.value, &state) != 0)) {
            boundaries.push_back(offset);
        }
        before = point.value;
        offset += point.bytes;
    }
    if (boundaries.back() < last) {
        boundaries.push_back(text.size());
    }
    return boundaries;
}

/// All places between characters, from 0 to the text's end.
std::vector<std::size_t> boundaries_of(std::string_view text) {
    return boundaries_between(text, 0, text.size());
}

/// The first place between characters at or after an offset.
std::size_t boundary_from(std::string_view text, std::size_t offset) {
    const std::size_t wanted = std::min(offset, text.size());
    return boundaries_between(text, sure_boundary(text, wanted), wanted).back();
}

/// The last place between characters before an offset; 0 where there is none.
std::size_t boundary_before(std::string_view text, std::size_t offset) {
    if (offset == 0) {
        return 0;
    }
    const std::vector<std::size_t> near = boundaries_between(text, sure_boundary(text, offset - 1), offset);
    return *(std::ranges::lower_bound(near, offset) - 1);
}

bool is_word(std::string_view text, std::size_t offset) {
    const CodePoint point = code_point_at(text, offset);
    const utf8proc_category_t category = utf8proc_category(point.value);
    return point.value >= 0 && category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

std::size_t line_start_of(const TextEdit& edit, std::size_t offset) {
    const std::size_t line_break = offset == 0 ? std::string::npos : edit.text.rfind('\n', offset - 1);
    return line_break == std::string::npos ? 0 : line_break + 1;
}

std::size_t line_end_of(const TextEdit& edit, std::size_t offset) {
    return std::min(edit.text.find('\n', offset), edit.text.size());
}

/// The place at a column (in characters) of the line that begins at `start`, or that line's end.
std::size_t at_column(const TextEdit& edit, std::size_t start, std::size_t column) {
    const std::string_view line = std::string_view(edit.text).substr(start, line_end_of(edit, start) - start);
    const std::vector<std::size_t> boundaries = boundaries_of(line);
    return start + boundaries[std::min(column, boundaries.size() - 1)];
}

std::size_t word_start_before(const std::string& text, std::size_t caret) {
    const std::vector<std::size_t> boundaries = boundaries_of(text);
    auto place = std::ranges::lower_bound(boundaries, caret);
    while (place != boundaries.begin() && !is_word(text, *(place - 1))) {
        --place;
    }
    while (place != boundaries.begin() && is_word(text, *(place - 1))) {
        --place;
    }
    return *place;
}

std::size_t word_end_after(const std::string& text, std::size_t caret) {
    const std::vector<std::size_t> boundaries = boundaries_of(text);
    auto place = std::ranges::lower_bound(boundaries, caret);
    while (*place != text.size() && !is_word(text, *place)) {
        ++place;
    }
    while (*place != text.size() && is_word(text, *place)) {
        ++place;
    }
    return *place;
}

std::size_t place_after(const TextEdit& edit, Motion motion) {
    const std::size_t caret = edit.caret;
    const std::size_t line_start = line_start_of(edit, caret);
    const std::size_t line_end = line_end_of(edit, caret);
    const auto column = [&] {
        return characters_before(std::string_view(edit.text).substr(line_start), caret - line_start);
    };
    switch (motion) {
    case Motion::character_left:
        return boundary_before(edit.text, caret);
    case Motion::character_right:
        return boundary_from(edit.text, std::min(caret + 1, edit.text.size()));
    case Motion::word_left:
        return word_start_before(edit.text, caret);
    case Motion::word_right:
        return word_end_after(edit.text, caret);
    case Motion::line_up:
        return line_start == 0 ? caret : at_column(edit, line_start_of(edit, line_start - 1), column());
    case Motion::line_down:
        return line_end == edit.text.size() ? caret : at_column(edit, line_end + 1, column());
    case Motion::line_start:
        return line_start;
    case Motion::line_end:
        return line_end;
    case Motion::text_start:
        return 0;
    case Motion::text_end:
        return edit.text.size();
    }
    return caret;
}

/// Whether a code point begins here that has nothing to do with what stands before it when texts are composed: all
/// before the first combining mark, U+0300.
bool stands_alone(char byte) {
    const auto first = static_cast<unsigned char>(byte);
    return first < 0x80 || (first >= 0xC2 && first < 0xCC);
}

/// Replaces a part of the text and puts the caret behind what was put in, not inside a character that arose there.
/// Only what stands nearest to it is composed anew: the rest is in composed form, and stays.
void replace(TextEdit& edit, std::size_t from, std::size_t to, const std::string& with) {
    const std::string& text = edit.text;
    std::size_t first = from == 0 ? 0 : from - 1;
    while (first > 0 && !stands_alone(text[first])) {
        --first;
    }
    const auto rest = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(to), text.end(), stands_alone);
    const auto last = static_cast<std::size_t>(rest - text.begin());
    const std::string before = in_composed_form(text.substr(first, from - first) + with);
    const std::string middle = in_composed_form(before + text.substr(to, last - to));
    edit.text.replace(first, last - first, middle);
    edit.caret = boundary_from(edit.text, first + before.size());
    edit.anchor = edit.caret;
}

std::string folded_by_the_rules(std::string_view text) {
    utf8proc_uint8_t* raw = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                        UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
    const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                 static_cast<utf8proc_ssize_t>(text.size()), &raw, options);
    if (length < 0) {
        return base::lower(text);
    }
    std::string form(reinterpret_cast<const char*>(raw), static_cast<std::size_t>(length));
    std::free(raw); // utf8proc_map allocates with malloc
    return form;
}

constexpr std::size_t known_letters = 0x180; // ASCII, Latin-1 and Latin Extended-A: no combining marks among them

std::array<std::string, known_letters> folded_letters() {
    std::array<std::string, known_letters> letters;
    for (std::size_t i = 0; i < known_letters; ++i) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const utf8proc_ssize_t length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(i), bytes.data());
        letters.at(i) = folded_by_the_rules(
            std::string_view(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length)));
    }
    return letters;
}

std::optional<Motion> motion_of(std::string_view code, bool control) {
    if (code == "ArrowLeft" || code == "Backspace") {
        return control ? Motion::word_left : Motion::character_left;
    }
    if (code == "ArrowRight" || code == "Delete") {
        return control ? Motion::word_right : Motion::character_right;
    }
    if (code == "ArrowUp") {
        return Motion::line_up;
    }
    if (code == "ArrowDown") {
        return Motion::line_down;
    }
    if (code == "Home") {
        return control ? Motion::text_start : Motion::line_start;
    }
    if (code == "End") {
        return control ? Motion::text_end : Motion::line_end;
    }
    return std::nullopt;
}

} // namespace

TextEdit edit_of(std::string_view text, bool many_lines) {
    TextEdit edit;
    edit.many_lines = many_lines;
    insert(edit, text);
    return edit;
}

bool insert(TextEdit& edit, std::string_view text) {
    std::string clean = composed(text);
    if (!edit.many_lines) {
        std::ranges::replace(clean, '\n', ' ');
    }
    const std::size_t kept = edit.text.size() - selected(edit).size();
    const std::size_t room = edit.most - std::min(edit.most, kept);
    if (clean.size() > room) {
        const std::vector<std::size_t> boundaries = boundaries_of(clean);
        clean.resize(*(std::ranges::upper_bound(boundaries, room) - 1));
    }
    if (clean.empty()) {
        return false;
    }
    const std::string before = edit.text;
    replace(edit, selection_start(edit), selection_end(edit), clean);
    return edit.text != before;
}

bool erase(TextEdit& edit, Motion motion) {
    const bool nothing_selected = edit.caret == edit.anchor;
    const std::size_t other = nothing_selected ? place_after(edit, motion) : edit.anchor;
    if (other == edit.caret) {
        return false;
    }
    replace(edit, std::min(other, edit.caret), std::max(other, edit.caret), "");
    return true;
}

bool move(TextEdit& edit, Motion motion, bool selecting) {
    const std::size_t caret = edit.caret;
    const std::size_t anchor = edit.anchor;
    const bool leaves_selection = !selecting && caret != anchor;
    if (leaves_selection && motion == Motion::character_left) {
        edit.caret = selection_start(edit);
    } else if (leaves_selection && motion == Motion::character_right) {
        edit.caret = selection_end(edit);
    } else {
        edit.caret = place_after(edit, motion);
    }
    if (!selecting) {
        edit.anchor = edit.caret;
    }
    return edit.caret != caret || edit.anchor != anchor;
}

void place_caret(TextEdit& edit, std::size_t offset, bool selecting) {
    const std::size_t wanted = std::min(offset, edit.text.size());
    const std::size_t after = boundary_from(edit.text, wanted);
    edit.caret = after;
    if (after != wanted) {
        const std::size_t before = place_after(edit, Motion::character_left);
        edit.caret = wanted - before < after - wanted ? before : after;
    }
    if (!selecting) {
        edit.anchor = edit.caret;
    }
}

void select_all(TextEdit& edit) {
    edit.anchor = 0;
    edit.caret = edit.text.size();
}

void select_word(TextEdit& edit, std::size_t offset) {
    place_caret(edit, offset);
    const std::vector<std::size_t> boundaries = boundaries_of(edit.text);
    const auto place = std::ranges::lower_bound(boundaries, edit.caret);
    auto start = place;
    while (start != boundaries.begin() && is_word(edit.text, *(start - 1))) {
        --start;
    }
    auto end = place;
    while (*end != edit.text.size() && is_word(edit.text, *end)) {
        ++end;
    }
    edit.anchor = *start;
    edit.caret = *end;
}

std::size_t selection_start(const TextEdit& edit) {
    return std::min(edit.caret, edit.anchor);
}

std::size_t selection_end(const TextEdit& edit) {
    return std::max(edit.caret, edit.anchor);
}

std::string_view selected(const TextEdit& edit) {
    return std::string_view(edit.text).substr(selection_start(edit), selection_end(edit) - selection_start(edit));
}

KeyEffect press_key(TextEdit& edit, std::string_view code, bool shift, bool control) {
    const bool is_enter = code == "Enter" || code == "NumpadEnter";
    if (is_enter) {
        return edit.many_lines && !control && insert(edit, "\n") ? KeyEffect::inserted : KeyEffect::none;
    }
    if (control && code == "KeyA") {
        select_all(edit);
        return edit.text.empty() ? KeyEffect::none : KeyEffect::moved;
    }
    const std::optional<Motion> motion = motion_of(code, control);
    if (!motion) {
        return KeyEffect::none;
    }
    if (code == "Backspace" || code == "Delete") {
        return erase(edit, *motion) ? KeyEffect::erased : KeyEffect::none;
    }
    return move(edit, *motion, shift) ? KeyEffect::moved : KeyEffect::none;
}

std::vector<std::string> characters_of(std::string_view text) {
    const std::vector<std::size_t> boundaries = boundaries_of(text);
    std::vector<std::string> characters;
    for (std::size_t i = 1; i < boundaries.size(); ++i) {
        characters.emplace_back(text.substr(boundaries[i - 1], boundaries[i] - boundaries[i - 1]));
    }
    return characters;
}

std::size_t characters_before(std::string_view text, std::size_t offset) {
    const std::vector<std::size_t> boundaries = boundaries_of(text);
    return static_cast<std::size_t>(std::ranges::lower_bound(boundaries, offset) - boundaries.begin());
}

std::string composed(std::string_view text) {
    return in_composed_form(without_broken_parts(text));
}

std::string folded(std::string_view text) {
    if (std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; })) {
        return base::lower(text);
    }
    // Nearly every other name is made of letters that fold one by one, and those are known by heart.
    static const std::array<std::string, known_letters> letters = folded_letters();
    std::string form;
    form.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = code_point_at(text, offset);
        if (point.value < 0 || static_cast<std::size_t>(point.value) >= known_letters) {
            return folded_by_the_rules(text);
        }
        form += letters[static_cast<std::size_t>(point.value)];
        offset += point.bytes;
    }
    return form;
}

} // namespace world
