// Keyboard layouts: reading them, writing with them, telling which one the computer has.
#include "base/text.h"
#include "keyboard_play.h"
#include "lesson/messages.h"
#include "world/keyboard_keys.h"

#include <set>

using keyboard_play::all_layouts;
using keyboard_play::layout;
using world::Stroke;

namespace {

constexpr auto small_geometry = "id = 'small'\n"
                                "key = [\n"
                                "  { code = 'KeyQ', x = 0, y = 1, finger = 'left-little' },\n"
                                "  { code = 'Enter', x = 1, y = 1, finger = 'right-little', label = 'Enter' },\n"
                                "]\n";

std::vector<std::string> faults_of(const std::string& toml) {
    base::Faults faults;
    world::read_layout(keyboard_play::start_table(toml), keyboard_play::start_table(small_geometry), faults);
    std::vector<std::string> ids;
    static const auto messages = lesson::Messages::read(std::string(COUCOU_SOURCE_DIR) + "/assets/messages");
    for (const base::Error& fault : faults) {
        CHECK(messages.value().has(fault.id + ".what"));
        CHECK(messages.value().has(fault.id + ".do"));
        ids.push_back(fault.id + ":" + std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column));
    }
    return ids;
}

std::string head() {
    return "id = 'small'\nname = 'Small'\ngeometry = 'iso'\n[keys]\n";
}

} // namespace

TEST_CASE("a layout file without faults gives its keys with their places and texts") {
    base::Faults faults;
    const world::Layout small = world::read_layout(keyboard_play::start_table(head() + "KeyQ = ['a', 'A', 'dead ^']\n"),
                                                   keyboard_play::start_table(small_geometry), faults);
    CHECK(faults.empty());
    CHECK(small.name == "Small");
    const world::LayoutKey* key = world::find_key(small, "KeyQ");
    REQUIRE(key != nullptr);
    CHECK(key->y == 1);
    CHECK(key->finger == world::Finger::left_little);
    CHECK(world::text_of(*key, true, false) == "A");
    CHECK(world::text_of(*key, false, true) == "^");
    CHECK(world::is_dead(*key, false, true));
    CHECK(world::find_key(small, "Enter")->label == "key.Enter");
}

TEST_CASE("each fault of a layout file is told with its place") {
    using Ids = std::vector<std::string>;
    CHECK(faults_of(head() + "KeyQ = ['a']\nKeyX = ['b']\n") == Ids{"layout.misspelt-key:6:1"});
    CHECK(faults_of(head() + "KeyQ = ['a']\nNothingLikeIt = ['b']\n") == Ids{"layout.unknown-key:6:1"});
    CHECK(faults_of(head() + "KeyQ = ['a']\nEnter = ['b']\n") == Ids{"layout.key-writes-nothing:6:1"});
    CHECK(faults_of(head() + "KeyQ = 'a'\n") == Ids{"layout.levels:5:8"});
    CHECK(faults_of(head() + "KeyQ = ['a', 'b', 'c', 'd', 'e']\n") == Ids{"layout.levels:5:8"});
    CHECK(faults_of(head() + "KeyQ = ['a', 'bc']\n") == Ids{"layout.not-one-character:5:14"});
    CHECK(faults_of(head() + "KeyQ = ['a', 'dead ']\n") == Ids{"layout.not-one-character:5:14"});
    CHECK(faults_of(head() + "KeyQ = ['a', 3]\n") == Ids{"layout.not-a-text:5:14"});
    CHECK(faults_of(head()) == Ids{"layout.missing-key:4:1"});
    CHECK(faults_of("id = 'small'\nname = 'Small'\ngeometry = 'iso'\n") == Ids{"schema.missing-key:1:1"});
}

TEST_CASE("the shipped layouts have every key a lesson may ask for, each with a finger, without overlaps") {
    for (const world::Layout& each : all_layouts()) {
        CAPTURE(each.id);
        std::set<std::string> codes;
        for (const world::LayoutKey& key : each.keys) {
            CHECK(codes.insert(key.code).second);
            CHECK((key.label.empty() != key.plain.empty() || key.code == "Space"));
            for (const world::LayoutKey& other : each.keys) {
                const bool same_row = key.y == other.y;
                const bool apart = key.x + key.width <= other.x + 1e-9 || other.x + other.width <= key.x + 1e-9;
                CHECK((&key == &other || !same_row || apart));
            }
        }
        for (const std::string_view code : world::known_codes()) {
            const bool only_european = code == "IntlBackslash" && each.id == "qwerty-us";
            CHECK((codes.contains(std::string(code)) || only_european));
        }
        CHECK(codes.size() == world::known_codes().size() - (each.id == "qwerty-us" ? 1 : 0));
    }
}

TEST_CASE("a dead key and a letter write what no key has") {
    using Strokes = std::vector<Stroke>;
    const world::Layout& azerty = layout("azerty-fr");
    CHECK(world::strokes_for(azerty, "ê") == Strokes{{"BracketLeft"}, {"KeyE"}});
    CHECK(world::strokes_for(azerty, "ë") == Strokes{{"BracketLeft", true}, {"KeyE"}});
    CHECK(world::strokes_for(azerty, "Ê") == Strokes{{"BracketLeft"}, {"KeyE", true}});
    CHECK(world::strokes_for(azerty, "é") == Strokes{{"Digit2"}});
    CHECK(world::strokes_for(azerty, "A") == Strokes{{"KeyQ", true}});
    CHECK(world::strokes_for(azerty, "@") == Strokes{{"Digit0", false, true}});
    CHECK(world::strokes_for(azerty, "\n") == Strokes{{"Enter"}});
    CHECK(world::strokes_for(azerty, " ") == Strokes{{"Space"}});
    CHECK(world::strokes_for(azerty, "я").empty());
    CHECK(world::strokes_for(azerty, "").empty());
    CHECK(world::strokes_for(layout("bepo"), "ê") == Strokes{{"IntlBackslash"}});
    CHECK(world::strokes_for(layout("qwertz-ch-fr"), "^") == Strokes{{"Equal"}, {"Space"}});
    CHECK(world::strokes_for(layout("qwertz-ch-fr"), "ê") == Strokes{{"Equal"}, {"KeyE"}});
    CHECK(world::strokes_for(layout("qwerty-us"), "é").empty());
}

TEST_CASE("a plain capital counts where no key writes the accented one") {
    const world::Layout& azerty = layout("azerty-fr");
    CHECK(world::accepts(azerty, "É", "É"));
    CHECK(world::accepts(azerty, "É", "E"));
    CHECK(world::accepts(azerty, "É", "é"));
    CHECK_FALSE(world::accepts(azerty, "É", "e"));
    CHECK_FALSE(world::accepts(azerty, "é", "e"));
    CHECK_FALSE(world::accepts(azerty, "Ê", "E"));
    CHECK(world::ways_to_write(azerty, "É").front() == "E");
    CHECK_FALSE(world::accepts(layout("bepo"), "É", "E"));
    CHECK(world::accepts(layout("qwerty-us"), "é", "e"));
    CHECK(world::accepts(layout("qwerty-us"), "é", "é"));
    CHECK_FALSE(world::accepts(azerty, "e", "E"));
    CHECK_FALSE(world::accepts(azerty, "a", "b"));
}

TEST_CASE("plain signs count as the finer ones of print, and the other way round") {
    for (const world::Layout& each : all_layouts()) {
        CAPTURE(each.id);
        CHECK(world::accepts(each, "’", "'"));
        CHECK(world::accepts(each, "'", "’"));
        CHECK(world::accepts(each, "«", "\""));
        CHECK(world::accepts(each, "»", "\""));
        CHECK(world::accepts(each, "\u00A0", " "));
        CHECK(world::accepts(each, "\u202F", " "));
        CHECK(world::accepts(each, " ", "\u00A0"));
        CHECK(world::accepts(each, "…", "..."));
        CHECK(world::accepts(each, "–", "-"));
        CHECK(world::accepts(each, "œ", "oe"));
        CHECK(world::accepts(each, "œ", "œ"));
        CHECK(world::accepts(each, "Œ", "Oe"));
        CHECK(world::accepts(each, "ê", "e\u0302"));
        CHECK_FALSE(world::accepts(each, "œ", "o"));
        CHECK_FALSE(world::accepts(each, "\"", "'"));
    }
}

TEST_CASE("every character of French texts can be written on every layout, or is met half-way") {
    const std::string all = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                            "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ"
                            ".,;:!?'’\"«»()-–—…/@€%&+=*_#°²\u00A0\u202F ";
    for (const world::Layout& each : all_layouts()) {
        for (const std::string& character : world::characters_of(all)) {
            CAPTURE(each.id);
            CAPTURE(character);
            const std::vector<std::string> ways = world::ways_to_write(each, character);
            REQUIRE_FALSE(ways.empty());
            for (const std::string& typed : world::characters_of(ways.front())) {
                CHECK_FALSE(world::strokes_for(each, typed).empty());
            }
            CHECK(world::accepts(each, character, character));
            CHECK(world::accepts(each, character, ways.front()));
        }
    }
}

TEST_CASE("the strokes for a character write that character") {
    for (const world::Layout& each : all_layouts()) {
        for (const world::LayoutKey& key : each.keys) {
            for (const bool altgr : {false, true}) {
                for (const bool shift : {false, true}) {
                    const std::string text{world::text_of(key, shift, altgr)};
                    if (text.empty() || world::is_dead(key, shift, altgr)) {
                        continue;
                    }
                    CAPTURE(each.id);
                    CAPTURE(text);
                    const std::vector<Stroke> strokes = world::strokes_for(each, text);
                    REQUIRE(strokes.size() == 1);
                    const world::LayoutKey* found = world::find_key(each, strokes.front().code);
                    REQUIRE(found != nullptr);
                    CHECK(world::text_of(*found, strokes.front().shift, strokes.front().altgr) == text);
                }
            }
        }
    }
}

TEST_CASE("an accent goes on the letters that can bear it") {
    CHECK(world::with_accent("^", "e") == "ê");
    CHECK(world::with_accent("^", "E") == "Ê");
    CHECK(world::with_accent("¨", "i") == "ï");
    CHECK(world::with_accent("^", " ") == "^");
    CHECK(world::with_accent("^", "^") == "^");
    CHECK(world::with_accent("^", "ê") == "ê");
    CHECK(world::with_accent("^", "q").empty());
    CHECK(world::with_accent("x", "e").empty());
    CHECK(world::with_accent("◌̣", "a") == "ạ");
    CHECK(world::with_accent("◌̣", " ").empty());
}

TEST_CASE("the layout is told from what the keys write") {
    const std::vector<world::Layout> layouts = all_layouts();
    for (const world::Layout& each : layouts) {
        std::vector<std::pair<std::string, std::string>> observed;
        std::vector<std::pair<std::string, std::string>> digits_and_capitals;
        for (const world::LayoutKey& key : each.keys) {
            if (key.label.empty()) {
                observed.emplace_back(key.code, key.plain);
                const bool is_digit = key.code.starts_with("Digit") && each.id.starts_with("azerty");
                const bool has_capital = base::lower(key.shift) == key.plain;
                digits_and_capitals.emplace_back(key.code, is_digit || has_capital ? key.shift : key.plain);
            }
        }
        CHECK(world::nearest_layout(layouts, observed)->id == each.id);
        CHECK(world::nearest_layout(layouts, digits_and_capitals)->id == each.id);
    }
    CHECK(world::nearest_layout(layouts, {}) == nullptr);
    const std::vector<std::pair<std::string, std::string>> foreign{{"KeyQ", "й"}, {"NoSuchKey", "a"}};
    CHECK(world::nearest_layout(layouts, foreign) == nullptr);
}
