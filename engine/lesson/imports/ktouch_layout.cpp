// KTouch's keyboard layouts: drawn keys become the keys of Coucou's layouts by their rows and their order.
#include "base/text.h"
#include "lesson/imports/draft.h"
#include "lesson/imports/importers.h"
#include "lesson/imports/ktouch_keys.h"
#include "lesson/imports/xml.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <string_view>

#include <fmt/format.h>

namespace lesson::imports {

namespace {

using Codes = std::span<const std::string_view>;

constexpr std::array<std::string_view, 13> digits{"Backquote", "Digit1", "Digit2", "Digit3", "Digit4",
                                                  "Digit5",    "Digit6", "Digit7", "Digit8", "Digit9",
                                                  "Digit0",    "Minus",  "Equal"};
constexpr std::array<std::string_view, 13> upper{"KeyQ",        "KeyW",         "KeyE",     "KeyR", "KeyT",
                                                 "KeyY",        "KeyU",         "KeyI",     "KeyO", "KeyP",
                                                 "BracketLeft", "BracketRight", "Backslash"};
constexpr std::array<std::string_view, 12> home{"KeyA", "KeyS", "KeyD", "KeyF",      "KeyG",  "KeyH",
                                                "KeyJ", "KeyK", "KeyL", "Semicolon", "Quote", "Backslash"};
constexpr std::array<std::string_view, 11> lower{"IntlBackslash", "KeyZ", "KeyX",  "KeyC",   "KeyV", "KeyB",
                                                 "KeyN",          "KeyM", "Comma", "Period", "Slash"};

constexpr std::size_t most_keys = 200;
constexpr double row_height = 100; // KTouch's units
constexpr double left_of_z = 200;  // a key of the lower row that begins before is the one beside the left Shift

enum class Level { plain, shift, altgr, shift_altgr };

/// The level that a modifier's name means; nothing for a name that is none.
std::optional<Level> level_of_modifier(std::string_view modifier) {
    if (modifier == "left_shift" || modifier == "right_shift") {
        return Level::shift;
    }
    return modifier == "altgr" ? std::optional(Level::altgr) : std::nullopt;
}

/// Where no modifier is named, the place on the cap tells the level.
Level level_of_place(std::string_view position, const KtouchKey& key) {
    if (key.levels[0].empty()) {
        return Level::plain;
    }
    return position == "topLeft" ? Level::shift : position == "topRight" ? Level::shift_altgr : Level::altgr;
}

void add_character(const pugi::xml_node& node, KtouchKey& key, const Source& source, Imported& imported) {
    const std::string text(base::trim(node.text().get()));
    const std::string modifier = node.attribute("modifier").value();
    const std::string position = node.attribute("position").value();
    const int line = line_of(source, node);
    if (base::length(text) != 1) {
        leave_out(imported, "ktouch.not-one-character", source, line, {{"text", text}});
        return;
    }
    const std::optional<Level> named = modifier.empty() ? level_of_place(position, key) : level_of_modifier(modifier);
    if (!named) {
        leave_out(imported, "ktouch.unknown-modifier", source, line, {{"text", text}, {"modifier", modifier}});
        return;
    }
    if (modifier.empty() && *named != Level::plain) {
        leave_out(imported, "ktouch.level-guessed", source, line, {{"text", text}});
    }
    std::string& written = key.levels.at(static_cast<std::size_t>(*named));
    if (!written.empty()) {
        leave_out(imported, "ktouch.level-twice", source, line, {{"text", text}, {"other", written}});
        return;
    }
    written = text;
}

std::vector<KtouchKey> row_of(const KtouchLayout& layout, int row) {
    std::vector<KtouchKey> keys;
    for (const KtouchKey& key : layout.keys) {
        if (std::lround(key.top / row_height) == row) {
            keys.push_back(key);
        }
    }
    std::ranges::stable_sort(keys, {}, &KtouchKey::left);
    return keys;
}

/// The keys of one row by their codes.
void name_row(const std::vector<KtouchKey>& keys, Codes codes, std::map<std::string, KtouchKey>& named,
              const Source& source, Imported& imported) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i < codes.size()) {
            named.emplace(codes[i], keys[i]);
        } else {
            leave_out(imported, "ktouch.extra-key", source, keys[i].line, {{"text", keys[i].levels[0]}});
        }
    }
}

std::string line_of(std::string_view code, const std::array<std::string, 4>& levels) {
    std::size_t count = levels.size();
    while (count > 1 && levels.at(count - 1).empty()) {
        --count;
    }
    std::string line = fmt::format("{} = [", code);
    for (std::size_t i = 0; i < count; ++i) {
        // A combining accent alone is a key that waits for its letter.
        const std::u32string letters = base::decode(levels.at(i));
        const bool is_combining = letters.size() == 1 && letters.front() >= U'\u0300' && letters.front() <= U'\u036F';
        line += (i == 0 ? "" : ", ") + toml_text((is_combining ? "dead \u25CC" : "") + levels.at(i));
    }
    return line + "]\n";
}

std::string file_of(const KtouchLayout& layout, const std::string& id, bool is_ansi,
                    const std::map<std::string, KtouchKey>& named) {
    std::string text = fmt::format("id = {}\nname = {}\ngeometry = \"{}\"\n\n[keys]\n", toml_text(id),
                                   toml_text(layout.title), is_ansi ? "ansi" : "iso");
    const auto add = [&](Codes codes, std::string_view left_out) {
        for (const std::string_view code : codes) {
            if (code == left_out) {
                continue;
            }
            const auto key = named.find(std::string(code));
            text += line_of(code, key == named.end() ? std::array<std::string, 4>{} : key->second.levels);
        }
    };
    add(digits, "");
    add(upper, is_ansi ? "" : "Backslash");
    add(home, is_ansi ? "Backslash" : "");
    add(lower, is_ansi ? "IntlBackslash" : "");
    return text + "Space = [\" \"]\n";
}

constexpr std::string_view accents = "^¨´`~ˇ˘¸˛˙˝°΄";

} // namespace

base::Result<KtouchLayout> read_ktouch_layout(const Source& source, Imported& imported) {
    pugi::xml_document document;
    COUCOU_TRY([[maybe_unused]] const auto done, read_xml(source, document));
    const pugi::xml_node root = document.child("keyboardLayout");
    KtouchLayout layout;
    layout.name = base::trim(root.child_value("name"));
    layout.title = base::trim(root.child_value("title"));
    for (const pugi::xml_node& node : root.child("keys").children("key")) {
        KtouchKey key;
        key.left = node.attribute("left").as_double();
        key.top = node.attribute("top").as_double();
        key.line = line_of(source, node);
        std::vector<pugi::xml_node> unnamed;
        for (const pugi::xml_node& character : node.children("char")) {
            const std::string_view position = character.attribute("position").value();
            const bool is_sure = character.attribute("modifier") || position == "hidden" || position == "bottomLeft";
            if (is_sure) {
                add_character(character, key, source, imported);
            } else {
                unnamed.push_back(character);
            }
        }
        for (const pugi::xml_node& character : unnamed) {
            add_character(character, key, source, imported);
        }
        layout.keys.push_back(std::move(key));
        if (layout.keys.size() == most_keys) {
            break; // no keyboard has more
        }
    }
    if (layout.keys.empty()) {
        return nothing_in(source);
    }
    return layout;
}

Writable::Writable(const KtouchLayout& layout) : characters_{" ", "\n"} {
    for (const KtouchKey& key : layout.keys) {
        for (const std::string& text : key.levels) {
            characters_.insert(text);
            has_accents_ = has_accents_ || (!text.empty() && accents.find(text) != std::string_view::npos);
        }
        // Small letters are seldom drawn beside their capitals.
        characters_.insert(base::lower(key.levels[1]));
    }
}

bool Writable::has(const std::string& character) const {
    if (characters_.contains(character)) {
        return true;
    }
    const std::string letter = base::plain(character);
    return has_accents_ && base::lower(character) != letter && base::length(letter) == 1 &&
           characters_.contains(letter);
}

base::Result<Imported> import_ktouch_layout(const Source& source, const Wanted& wanted) {
    Imported imported;
    COUCOU_TRY(const KtouchLayout layout, read_ktouch_layout(source, imported));
    const std::vector<KtouchKey> low = row_of(layout, 3);
    const std::vector<KtouchKey> middle = row_of(layout, 2);
    const bool has_key_beside_shift = !low.empty() && low.front().left < left_of_z;
    const bool is_ansi = !has_key_beside_shift && middle.size() < home.size();
    std::map<std::string, KtouchKey> named;
    name_row(row_of(layout, 0), digits, named, source, imported);
    name_row(row_of(layout, 1), Codes(upper).first(is_ansi ? 13 : 12), named, source, imported);
    name_row(middle, Codes(home).first(is_ansi ? 11 : 12), named, source, imported);
    name_row(low, Codes(lower).subspan(has_key_beside_shift ? 0 : 1), named, source, imported);
    for (const KtouchKey& key : layout.keys) {
        if (std::lround(key.top / row_height) > 3 || key.top < 0) {
            leave_out(imported, "ktouch.extra-key", source, key.line, {{"text", key.levels[0]}});
        }
    }
    imported.keys = named.size();
    const std::string id = slug_of(layout.name, wanted.module);
    imported.files.push_back({"keyboards/" + id + ".toml", file_of(layout, id, is_ansi, named)});
    return imported;
}

} // namespace lesson::imports
