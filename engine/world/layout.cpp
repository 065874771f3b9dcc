// Reading keyboard layouts, and telling which one the running system has.
#include "world/layout.h"

#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/schema.h"
#include "world/text_edit.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace world {

namespace {

constexpr std::array<std::string_view, 9> finger_names{"left-little",  "left-ring",  "left-middle",
                                                       "left-index",   "thumb",      "right-index",
                                                       "right-middle", "right-ring", "right-little"};

constexpr std::array<std::string_view, 2> geometry_names{"iso", "ansi"};

using lesson::Key;
using lesson::Kind;

constexpr std::array geometry_key_keys{
    Key{"code", Kind::code, true},
    Key{.name = "x", .kind = Kind::number, .required = true, .least = 0, .most = 30},
    Key{.name = "y", .kind = Kind::whole, .required = true, .least = 0, .most = 4},
    Key{.name = "width", .kind = Kind::number, .least = 0, .most = 10},
    Key{.name = "height", .kind = Kind::number, .least = 0, .most = 2},
    Key{.name = "notch", .kind = Kind::number, .least = 0, .most = 1},
    Key{.name = "finger", .kind = Kind::choice, .required = true, .choices = finger_names},
    Key{"label", Kind::code},
};
constexpr lesson::Schema geometry_key_schema{"keyboard-key", geometry_key_keys};

constexpr std::array geometry_keys{
    Key{"id", Kind::code, true},
    Key{.name = "key", .kind = Kind::tables, .required = true, .inside = &geometry_key_schema, .least = 1, .most = 120},
};
constexpr lesson::Schema geometry_schema{"keyboard-geometry", geometry_keys};

// The keys of the table `keys` are the codes of the geometry, and are checked against that.
constexpr std::array layout_keys{
    Key{"id", Kind::code, true},
    Key{"name", Kind::text, true},
    Key{.name = "geometry", .kind = Kind::choice, .required = true, .choices = geometry_names},
    Key{"keys", Kind::table, true},
};
constexpr lesson::Schema layout_schema{"keyboard-layout", layout_keys};

Finger finger_named(std::string_view name) {
    const auto found = std::ranges::find(finger_names, name);
    return found == finger_names.end() ? Finger::thumb : static_cast<Finger>(found - finger_names.begin());
}

LayoutKey place_key(const lesson::Table& table) {
    LayoutKey key;
    key.code = lesson::text_or(table, "code", "");
    key.x = lesson::number_or(table, "x", 0);
    key.y = lesson::number_or(table, "y", 0);
    key.width = lesson::number_or(table, "width", 1);
    key.height = lesson::number_or(table, "height", 1);
    key.notch = lesson::number_or(table, "notch", 0);
    key.finger = finger_named(lesson::text_or(table, "finger", ""));
    const std::string label = lesson::text_or(table, "label", "");
    key.label = label.empty() ? "" : "key." + label;
    return key;
}

/// What one level of a key writes, as a layout file says it: a character, nothing, or `dead` and an accent.
struct Level {
    std::string text;
    bool dead = false;
};

std::optional<Level> read_level(const lesson::Value& value, base::Faults& faults) {
    const auto* written = std::get_if<std::string>(&value.data);
    if (written == nullptr) {
        faults.push_back({"layout.not-a-text", {}, value.place});
        return std::nullopt;
    }
    constexpr std::string_view dead = "dead ";
    Level level;
    level.dead = written->starts_with(dead);
    level.text = level.dead ? written->substr(dead.size()) : *written;
    if (characters_of(level.text).size() > 1 || (level.dead && level.text.empty())) {
        faults.push_back({"layout.not-one-character", {{"text", *written}}, value.place});
        return std::nullopt;
    }
    return level;
}

void read_levels(const lesson::Entry& entry, LayoutKey& key, base::Faults& faults) {
    const lesson::List& levels = lesson::list_of(entry.value);
    if (levels.empty() || levels.size() > 4) {
        faults.push_back({"layout.levels", {{"key", entry.key}}, entry.value.place});
        return;
    }
    const std::array texts{&key.plain, &key.shift, &key.altgr, &key.shift_altgr};
    const std::array dead{&key.plain_dead, &key.shift_dead, &key.altgr_dead, &key.shift_altgr_dead};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (std::optional<Level> level = read_level(levels[i], faults)) {
            *texts[i] = std::move(level->text);
            *dead[i] = level->dead;
        }
    }
}

bool writes(const LayoutKey& key) {
    return key.label.empty() || key.code == "Space";
}

void read_keys(const lesson::Value& keys, Layout& layout, base::Faults& faults) {
    const lesson::Table& table = lesson::table_of(keys);
    std::vector<std::string_view> codes;
    std::ranges::transform(layout.keys, std::back_inserter(codes), &LayoutKey::code);
    for (const lesson::Entry& entry : table) {
        const auto key = std::ranges::find(layout.keys, entry.key, &LayoutKey::code);
        if (key == layout.keys.end()) {
            lesson::add_unknown(faults, {"layout.misspelt-key", "layout.unknown-key"}, entry.place, entry.key, codes);
        } else if (!writes(*key)) {
            faults.push_back({"layout.key-writes-nothing", {{"key", entry.key}}, entry.place});
        } else {
            read_levels(entry, *key, faults);
        }
    }
    for (const LayoutKey& key : layout.keys) {
        if (writes(key) && lesson::find(table, key.code) == nullptr) {
            faults.push_back({"layout.missing-key", {{"key", key.code}}, keys.place});
        }
    }
}

/// 2 where the key alone writes the text, 1 where it does with Shift: some systems report the digits of AZERTY so.
int agreement(const Layout& layout, const std::pair<std::string, std::string>& observed) {
    const LayoutKey* key = find_key(layout, observed.first);
    const std::string text = base::lower(composed(observed.second));
    if (key == nullptr || text.empty()) {
        return 0;
    }
    if (base::lower(key->plain) == text) {
        return 2;
    }
    return base::lower(key->shift) == text ? 1 : 0;
}

} // namespace

Layout read_layout(const lesson::Value& file, const lesson::Value& geometry, base::Faults& faults) {
    Layout layout;
    lesson::check(geometry, geometry_schema, faults);
    if (const lesson::Value* places = lesson::find(lesson::table_of(geometry), "key")) {
        for (const lesson::Value& place : lesson::list_of(*places)) {
            layout.keys.push_back(place_key(lesson::table_of(place)));
        }
    }
    lesson::check(file, layout_schema, faults);
    const lesson::Table& table = lesson::table_of(file);
    layout.id = lesson::text_or(table, "id", "");
    layout.name = lesson::text_or(table, "name", "");
    if (const lesson::Value* keys = lesson::find(table, "keys")) {
        read_keys(*keys, layout, faults);
    }
    return layout;
}

const Layout* nearest_layout(std::span<const Layout> layouts,
                             std::span<const std::pair<std::string, std::string>> observed) {
    const Layout* nearest = nullptr;
    int most = 0;
    for (const Layout& layout : layouts) {
        int sum = 0;
        for (const auto& pair : observed) {
            sum += agreement(layout, pair);
        }
        if (sum > most) {
            most = sum;
            nearest = &layout;
        }
    }
    return nearest;
}

std::string message_of(Finger finger) {
    return "finger." + std::string(finger_names[static_cast<std::size_t>(finger)]);
}

const LayoutKey* find_key(const Layout& layout, std::string_view code) {
    const auto found = std::ranges::find(layout.keys, code, &LayoutKey::code);
    return found == layout.keys.end() ? nullptr : &*found;
}

std::string_view text_of(const LayoutKey& key, bool shift, bool altgr) {
    if (altgr) {
        return shift ? key.shift_altgr : key.altgr;
    }
    return shift ? key.shift : key.plain;
}

bool is_dead(const LayoutKey& key, bool shift, bool altgr) {
    if (altgr) {
        return shift ? key.shift_altgr_dead : key.altgr_dead;
    }
    return shift ? key.shift_dead : key.plain_dead;
}

} // namespace world
