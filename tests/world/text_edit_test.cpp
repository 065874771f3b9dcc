// Text fields.
#include "base/random.h"
#include "world/text_edit.h"

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <utf8proc.h>

using world::KeyEffect;
using world::Motion;
using world::TextEdit;

namespace {

/// The text with `|` at the caret, and `[` at the other end of a selection.
std::string shown(const TextEdit& edit) {
    std::string text = edit.text;
    if (edit.anchor != edit.caret) {
        text.insert(std::max(edit.caret, edit.anchor), edit.caret > edit.anchor ? "|" : "[");
        text.insert(std::min(edit.caret, edit.anchor), edit.caret > edit.anchor ? "[" : "|");
    } else {
        text.insert(edit.caret, "|");
    }
    return text;
}

TextEdit with_caret(std::string text, bool many_lines = false) {
    const std::size_t caret = text.find('|');
    TextEdit edit = world::edit_of(text.erase(caret, 1), many_lines);
    world::place_caret(edit, caret);
    return edit;
}

} // namespace

TEST_CASE("text is put in at the caret") {
    TextEdit edit = with_caret("bon|ur");
    CHECK(world::insert(edit, "jo"));
    CHECK(shown(edit) == "bonjo|ur");
}

TEST_CASE("a letter and a separate accent become one character, and go as one") {
    TextEdit edit = world::edit_of("");
    world::insert(edit, "e");
    world::insert(edit, "\u0302");
    CHECK(edit.text == "ê");
    CHECK(edit.caret == edit.text.size());
    CHECK(world::erase(edit, Motion::character_left));
    CHECK(edit.text.empty());
}

TEST_CASE("the caret never stands inside a character of several code points") {
    TextEdit edit = world::edit_of("a👩‍👩‍👧b");
    world::move(edit, Motion::character_left);
    world::move(edit, Motion::character_left);
    CHECK(edit.caret == 1);
    world::place_caret(edit, 5);
    CHECK(edit.caret == 1);
    world::place_caret(edit, 18);
    CHECK(edit.caret == edit.text.size() - 1);
}

TEST_CASE("what is selected is replaced by what is put in") {
    TextEdit edit = with_caret("une |rose");
    world::move(edit, Motion::word_right, true);
    CHECK(world::selected(edit) == "rose");
    world::insert(edit, "tulipe");
    CHECK(shown(edit) == "une tulipe|");
}

TEST_CASE("leaving a selection to one side goes to its end there") {
    TextEdit edit = with_caret("ab|cdef");
    world::move(edit, Motion::character_right, true);
    world::move(edit, Motion::character_right, true);
    CHECK(shown(edit) == "ab[cd|ef");
    TextEdit other = edit;
    CHECK(world::move(edit, Motion::character_left));
    CHECK(shown(edit) == "ab|cdef");
    CHECK(world::move(other, Motion::character_right));
    CHECK(shown(other) == "abcd|ef");
}

TEST_CASE("words are runs of letters and digits") {
    TextEdit edit = with_caret("|l'été 2024, enfin");
    const std::array ends{"l|'été 2024, enfin", "l'été| 2024, enfin", "l'été 2024|, enfin", "l'été 2024, enfin|"};
    for (const char* end : ends) {
        world::move(edit, Motion::word_right);
        CHECK(shown(edit) == end);
    }
    CHECK_FALSE(world::move(edit, Motion::word_right));
    world::move(edit, Motion::word_left);
    CHECK(shown(edit) == "l'été 2024, |enfin");
    world::move(edit, Motion::word_left);
    CHECK(shown(edit) == "l'été |2024, enfin");
}

TEST_CASE("up and down keep to the column, as far as the line goes") {
    TextEdit edit = with_caret("été indien\nà\nhiver|", true);
    CHECK(world::move(edit, Motion::line_up));
    CHECK(shown(edit) == "été indien\nà|\nhiver");
    world::move(edit, Motion::line_up);
    CHECK(shown(edit) == "é|té indien\nà\nhiver");
    CHECK_FALSE(world::move(edit, Motion::line_up));
    world::move(edit, Motion::line_end);
    world::move(edit, Motion::line_down);
    CHECK(shown(edit) == "été indien\nà|\nhiver");
    world::move(edit, Motion::line_start);
    CHECK(shown(edit) == "été indien\n|à\nhiver");
}

TEST_CASE("a field of one line takes a line break as a blank, one of many lines keeps it") {
    CHECK(world::edit_of("a\r\nb").text == "a b");
    CHECK(world::edit_of("a\r\nb\rc", true).text == "a\nb\nc");
}

TEST_CASE("broken UTF-8 and control characters are left out") {
    TextEdit edit;
    CHECK(world::insert(edit, "a\xFF\x01"
                              "b\xC3"));
    CHECK(edit.text == "ab");
    CHECK_FALSE(world::insert(edit, "\x7F"));
}

TEST_CASE("a field takes no more than it may hold, and no half character") {
    TextEdit edit;
    edit.most = 4;
    world::insert(edit, "abcé");
    CHECK(edit.text == "abc");
    world::insert(edit, "d");
    CHECK_FALSE(world::insert(edit, "e"));
    world::select_all(edit);
    CHECK(world::insert(edit, "éé"));
    CHECK(edit.text == "éé");
}

TEST_CASE("erasing at the ends does nothing") {
    TextEdit edit = with_caret("|a");
    CHECK_FALSE(world::erase(edit, Motion::character_left));
    CHECK(world::erase(edit, Motion::character_right));
    CHECK_FALSE(world::erase(edit, Motion::character_right));
}

TEST_CASE("a line break that is erased lets an accent join the letter before it") {
    TextEdit edit = world::edit_of("e\n\u0301x", true);
    world::place_caret(edit, 2);
    CHECK(world::erase(edit, Motion::character_left));
    CHECK(edit.text == "éx");
    CHECK(edit.caret == 2);
}

TEST_CASE("the editing keys do what they do everywhere") {
    TextEdit edit = with_caret("un deux| trois");
    CHECK(world::press_key(edit, "Home", false, false) == KeyEffect::moved);
    CHECK(world::press_key(edit, "Home", false, false) == KeyEffect::none);
    CHECK(world::press_key(edit, "Delete", false, true) == KeyEffect::erased);
    CHECK(shown(edit) == "| deux trois");
    CHECK(world::press_key(edit, "End", true, false) == KeyEffect::moved);
    CHECK(world::press_key(edit, "Backspace", false, false) == KeyEffect::erased);
    CHECK(edit.text.empty());
    CHECK(world::press_key(edit, "Enter", false, false) == KeyEffect::none);
    CHECK(world::press_key(edit, "KeyQ", false, false) == KeyEffect::none);
    TextEdit letter = world::edit_of("a", true);
    CHECK(world::press_key(letter, "Enter", false, false) == KeyEffect::inserted);
    CHECK(letter.text == "a\n");
    CHECK(world::press_key(letter, "KeyA", false, true) == KeyEffect::moved);
    CHECK(world::selected(letter) == "a\n");
}

TEST_CASE("a double click selects the word there") {
    TextEdit edit = world::edit_of("bonjour à tous");
    world::select_word(edit, 3);
    CHECK(world::selected(edit) == "bonjour");
    world::select_word(edit, edit.text.size());
    CHECK(world::selected(edit) == "tous");
    world::select_word(edit, 8);
    CHECK(world::selected(edit) == "à");
}

TEST_CASE("whatever is done to a field, its text stays composed and its caret between characters") {
    const std::array pieces{"e", "\u0302", "🇫", "🇷", "\n", "une", "\u200D", " ", "ß", "\xC3", "é\u0323"};
    const std::array motions{Motion::character_left, Motion::character_right, Motion::word_left,  Motion::word_right,
                             Motion::line_up,        Motion::line_down,       Motion::line_start, Motion::line_end,
                             Motion::text_start,     Motion::text_end};
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        base::Random random{seed};
        TextEdit edit = world::edit_of("", true);
        edit.most = 60;
        for (int i = 0; i < 5000; ++i) {
            const Motion motion = motions[random.below(motions.size())];
            switch (random.below(4)) {
            case 0:
                world::insert(edit, pieces[random.below(pieces.size())]);
                break;
            case 1:
                world::erase(edit, motion);
                break;
            case 2:
                world::place_caret(edit, random.below(80), random.below(2) == 0);
                break;
            default:
                world::move(edit, motion, random.below(2) == 0);
            }
            REQUIRE(edit.text == world::composed(edit.text));
            REQUIRE(edit.caret <= edit.text.size());
            const std::string before = edit.text.substr(0, edit.caret);
            REQUIRE(world::characters_of(before).size() == world::characters_before(edit.text, edit.caret));
            TextEdit again = edit;
            world::place_caret(again, edit.caret);
            REQUIRE(again.caret == edit.caret);
            world::place_caret(again, edit.anchor);
            REQUIRE(again.caret == edit.anchor);
        }
    }
}

namespace {

/// A text of letters, separate accents, jamo of Hangul, flags, joined pictures and what else meets its neighbours.
std::string any_text(base::Random& random, std::uint64_t most) {
    static constexpr std::array<const char*, 24> parts{"a",      "e",      " ",      "\n",     ".",      "é",
                                                       "ç",      "\u0301", "\u0327", "\u0323", "\u1100", "\u1161",
                                                       "\u11A8", "\u212B", "\u0958", "\u0600", "\u093F", "\u2126",
                                                       "👩",      "\u200D", "👧",      "🇫",      "🇷",      "中"};
    std::string text;
    for (std::uint64_t count = random.below(most); count > 0; --count) {
        text += parts.at(random.below(parts.size()));
    }
    return text;
}

/// The places between characters, by the rules from the text's beginning on.
std::vector<std::string> characters_by_the_rules(const std::string& text) {
    std::vector<std::string> characters;
    utf8proc_int32_t state = 0;
    utf8proc_int32_t before = -1;
    for (std::size_t offset = 0; offset < text.size();) {
        utf8proc_int32_t point = -1;
        const auto bytes =
            static_cast<std::size_t>(utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset,
                                                      static_cast<utf8proc_ssize_t>(text.size() - offset), &point));
        if (before < 0 || utf8proc_grapheme_break_stateful(before, point, &state) != 0) {
            characters.emplace_back();
        }
        characters.back() += text.substr(offset, bytes);
        before = point;
        offset += bytes;
    }
    return characters;
}

} // namespace

TEST_CASE("what is put in anywhere gives the text that composing the whole of it would give") {
    base::Random random(11);
    for (int round = 0; round < 3000; ++round) {
        TextEdit edit = world::edit_of(any_text(random, 30), true);
        world::place_caret(edit, random.below(edit.text.size() + 1));
        world::place_caret(edit, random.below(edit.text.size() + 1), random.below(2) == 0);
        const std::string piece = any_text(random, 4);
        const std::string before = edit.text.substr(0, world::selection_start(edit));
        const std::string after = edit.text.substr(world::selection_end(edit));
        const std::string head = world::composed(before + world::composed(piece));
        if (piece.empty()) {
            continue;
        }
        world::insert(edit, piece);
        REQUIRE(edit.text == world::composed(head + after));
        std::size_t place = 0;
        for (const std::string& character : characters_by_the_rules(edit.text)) {
            place += place < head.size() ? character.size() : 0;
        }
        REQUIRE(edit.caret == place);
    }
}

TEST_CASE("the caret goes from character to character in any text, to the right and to the left") {
    base::Random random(12);
    for (int round = 0; round < 1000; ++round) {
        TextEdit edit = world::edit_of(any_text(random, 40), true);
        const std::vector<std::string> characters = characters_by_the_rules(edit.text);
        REQUIRE(world::characters_of(edit.text) == characters);
        std::size_t place = edit.text.size();
        for (auto character = characters.rbegin(); character != characters.rend(); ++character) {
            place -= character->size();
            world::move(edit, Motion::character_left);
            REQUIRE(edit.caret == place);
        }
        for (const std::string& character : characters) {
            place += character.size();
            world::move(edit, Motion::character_right);
            REQUIRE(edit.caret == place);
        }
    }
}

TEST_CASE("letters fold the same alone, among others, and beside a sign that is folded by the rules") {
    const std::string rare = "\u0416"; // no letter of those known by heart
    for (int first = 1; first < 0x180; ++first) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto length = static_cast<std::size_t>(utf8proc_encode_char(first, bytes.data()));
        const std::string letter(reinterpret_cast<const char*>(bytes.data()), length);
        CAPTURE(letter);
        REQUIRE(world::folded(letter + "é" + letter) + world::folded(rare) ==
                world::folded(letter + "é" + letter + rare));
    }
}
