// The layout files against the layouts of the X Keyboard Extension, from which systems take theirs.
#include "keyboard_play.h"

#include <memory>
#include <xkbcommon/xkbcommon.h>

namespace {

struct XkbSource {
    const char* id;
    const char* model;
    const char* layout;
    const char* variant;
};

constexpr std::array<XkbSource, 5> sources{{
    {"azerty-fr", "pc105", "fr", ""},
    {"azerty-be", "pc105", "be", ""},
    {"bepo", "pc105", "fr", "bepo"},
    {"qwerty-us", "pc104", "us", ""},
    {"qwertz-ch-fr", "pc105", "ch", "fr"},
}};

/// The names of XKB's keys, by W3C code.
const std::map<std::string, std::string>& xkb_names() {
    static const std::map<std::string, std::string> names = [] {
        std::map<std::string, std::string> all{
            {"Backquote", "TLDE"}, {"Backslash", "BKSL"}, {"IntlBackslash", "LSGT"}, {"Space", "SPCE"}};
        const std::array<std::vector<std::string>, 4> rows{{
            {"Digit1", "Digit2", "Digit3", "Digit4", "Digit5", "Digit6", "Digit7", "Digit8", "Digit9", "Digit0",
             "Minus", "Equal"},
            {"KeyQ", "KeyW", "KeyE", "KeyR", "KeyT", "KeyY", "KeyU", "KeyI", "KeyO", "KeyP", "BracketLeft",
             "BracketRight"},
            {"KeyA", "KeyS", "KeyD", "KeyF", "KeyG", "KeyH", "KeyJ", "KeyK", "KeyL", "Semicolon", "Quote"},
            {"KeyZ", "KeyX", "KeyC", "KeyV", "KeyB", "KeyN", "KeyM", "Comma", "Period", "Slash"},
        }};
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (std::size_t i = 0; i < rows[row].size(); ++i) {
                const std::string number = (i < 9 ? "0" : "") + std::to_string(i + 1);
                all[rows[row][i]] = std::string("A") + "EDCB"[row] + number;
            }
        }
        return all;
    }();
    return names;
}

const std::map<std::string, std::string>& dead_accents() {
    static const std::map<std::string, std::string> accents{
        {"dead_circumflex", "^"}, {"dead_diaeresis", "¨"}, {"dead_grave", "`"},       {"dead_acute", "´"},
        {"dead_tilde", "~"},      {"dead_caron", "ˇ"},     {"dead_breve", "˘"},       {"dead_macron", "¯"},
        {"dead_abovedot", "˙"},   {"dead_abovering", "˚"}, {"dead_doubleacute", "˝"}, {"dead_cedilla", "¸"},
        {"dead_ogonek", "˛"},     {"dead_belowdot", "◌̣"},  {"dead_hook", "◌̉"},        {"dead_horn", "◌̛"},
        {"dead_belowcomma", "◌̦"}, {"dead_stroke", "/"},    {"dead_greek", "µ"},       {"dead_currency", "¤"},
    };
    return accents;
}

struct Written {
    std::string text;
    bool dead = false;
    bool operator==(const Written&) const = default;
};

/// What a key writes at a level; a key of one level writes the same with Shift.
Written written_by(xkb_keymap* keymap, xkb_keycode_t key, xkb_level_index_t level) {
    const xkb_level_index_t levels = xkb_keymap_num_levels_for_key(keymap, key, 0);
    const xkb_level_index_t at = level == 1 && levels == 1 ? 0 : level;
    const xkb_keysym_t* symbols = nullptr;
    if (at >= levels || xkb_keymap_key_get_syms_by_level(keymap, key, 0, at, &symbols) != 1) {
        return {};
    }
    std::array<char, 64> name{};
    xkb_keysym_get_name(symbols[0], name.data(), name.size());
    if (std::string_view(name.data()).starts_with("dead_")) {
        const auto accent = dead_accents().find(name.data());
        REQUIRE(accent != dead_accents().end());
        return {accent->second, true};
    }
    std::array<char, 16> text{};
    xkb_keysym_to_utf8(symbols[0], text.data(), text.size());
    return {text.data(), false};
}

} // namespace

TEST_CASE("each key of each layout writes what XKB says, at all four levels") {
    const std::unique_ptr<xkb_context, decltype(&xkb_context_unref)> context(xkb_context_new(XKB_CONTEXT_NO_FLAGS),
                                                                             xkb_context_unref);
    REQUIRE(context != nullptr);
    for (const XkbSource& source : sources) {
        CAPTURE(source.id);
        const xkb_rule_names names{"evdev", source.model, source.layout, source.variant, ""};
        const std::unique_ptr<xkb_keymap, decltype(&xkb_keymap_unref)> keymap(
            xkb_keymap_new_from_names(context.get(), &names, XKB_KEYMAP_COMPILE_NO_FLAGS), xkb_keymap_unref);
        REQUIRE(keymap != nullptr);
        int compared = 0;
        for (const auto& entry : xkb_names()) {
            const auto& code = entry.first;
            const auto& name = entry.second;
            const world::LayoutKey* key = world::find_key(keyboard_play::layout(source.id), code);
            if (key == nullptr) {
                CHECK((code == "IntlBackslash" && std::string_view(source.id) == "qwerty-us"));
                continue;
            }
            const xkb_keycode_t keycode = xkb_keymap_key_by_name(keymap.get(), name.c_str());
            REQUIRE(keycode != XKB_KEYCODE_INVALID);
            for (xkb_level_index_t level = 0; level < 4; ++level) {
                CAPTURE(code);
                CAPTURE(level);
                const bool shift = level % 2 == 1;
                const bool altgr = level >= 2;
                const Written ours{std::string(world::text_of(*key, shift, altgr)), world::is_dead(*key, shift, altgr)};
                const Written theirs = written_by(keymap.get(), keycode, level);
                CHECK(ours.text == theirs.text);
                CHECK(ours.dead == theirs.dead);
                ++compared;
            }
        }
        CHECK(compared >= 48 * 4);
    }
}
