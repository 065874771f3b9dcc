// Klavaro's lessons say which keys are practised, as tables of 0 and 1; its layouts say what these keys write.
#include "base/text.h"
#include "lesson/imports/importers.h"
#include "lesson/imports/typing_draft.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>

namespace lesson::imports {

namespace {

constexpr std::size_t rows = 8; ///< of keys: four alone, four with Shift

/// What the keys of each row write; a blank for those that write nothing.
using Rows = std::array<std::vector<std::string>, rows>;

Rows rows_of(std::string_view text) {
    Rows read;
    const std::vector<std::string> lines = lines_of(text);
    for (std::size_t i = 0; i < std::min(lines.size(), rows); ++i) {
        read.at(i) = base::split_characters(lines[i]);
    }
    return read;
}

bool is_mask(const std::string& line) {
    return line.size() > 5 && line.find_first_not_of("01") == std::string::npos;
}

/// One lesson: its rows of 0 and 1.
struct Masks {
    std::string title;
    std::vector<std::string> rows;
    int line = 0;
};

std::vector<Masks> lessons_of(std::string_view text) {
    std::vector<Masks> lessons;
    int number = 0;
    for (const std::string& line : lines_of(text)) {
        ++number;
        const std::string_view trimmed = base::trim(line);
        if (trimmed.empty()) {
            continue;
        }
        if (!is_mask(std::string(trimmed))) {
            lessons.push_back({std::string(trimmed), {}, number});
        } else if (!lessons.empty()) {
            lessons.back().rows.emplace_back(trimmed);
        }
    }
    return lessons;
}

std::vector<std::string> characters_of(const Masks& masks, const Rows& keys) {
    std::vector<std::string> found;
    for (std::size_t row = 0; row < std::min(masks.rows.size(), rows); ++row) {
        for (std::size_t key = 0; key < masks.rows[row].size(); ++key) {
            const bool is_practised = masks.rows[row][key] == '1' && key < keys.at(row).size();
            if (is_practised && keys.at(row)[key] != " ") {
                found.push_back(keys.at(row)[key]);
            }
        }
    }
    return found;
}

std::string times(const std::string& letter, int count) {
    std::string result;
    for (int i = 0; i < count; ++i) {
        result += letter;
    }
    return result;
}

/// Drills in a fixed order: each character alone, then beside its neighbours, then all in turn.
std::vector<std::string> drills_of(const std::vector<std::string>& letters) {
    constexpr std::size_t groups = 6;
    std::vector<std::string> all;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const std::string& letter = letters[i];
        const std::string& next = letters[(i + 1) % letters.size()];
        all.push_back(times(letter, 3));
        if (letters.size() > 1) {
            all.push_back(letter + next + letter);
            all.push_back(next + letter + letter + next);
        }
    }
    for (std::size_t from = 0; from < letters.size(); from += 4) {
        std::string run;
        for (std::size_t i = from; i < std::min(from + 4, letters.size()); ++i) {
            run += letters[i];
        }
        all.push_back(run + run);
    }
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i % groups == 0) {
            lines.emplace_back();
        }
        lines.back() += (lines.back().empty() ? "" : " ") + all[i];
    }
    return lines;
}

const Source* layout_beside(const Wanted& wanted) {
    const auto found = std::ranges::find_if(
        wanted.beside, [](const Source& source) { return format_of(source) == Format::klavaro_layout; });
    return found == wanted.beside.end() ? nullptr : &*found;
}

using Codes = std::vector<std::string_view>;

/// The places of Klavaro's rows on a European keyboard.
const std::array<Codes, 4>& codes() {
    static const std::array<Codes, 4> known{
        {{"Backquote", "Digit1", "Digit2", "Digit3", "Digit4", "Digit5", "Digit6", "Digit7", "Digit8", "Digit9",
          "Digit0", "Minus", "Equal"},
         {"KeyQ", "KeyW", "KeyE", "KeyR", "KeyT", "KeyY", "KeyU", "KeyI", "KeyO", "KeyP", "BracketLeft",
          "BracketRight"},
         {"KeyA", "KeyS", "KeyD", "KeyF", "KeyG", "KeyH", "KeyJ", "KeyK", "KeyL", "Semicolon", "Quote", "Backslash"},
         {"IntlBackslash", "KeyZ", "KeyX", "KeyC", "KeyV", "KeyB", "KeyN", "KeyM", "Comma", "Period", "Slash"}}};
    return known;
}

std::string written(const Rows& keys, std::size_t row, std::size_t key) {
    const std::string text = key < keys.at(row).size() ? keys.at(row)[key] : std::string(" ");
    return text == " " ? std::string() : text;
}

} // namespace

base::Result<Imported> import_klavaro(const Source& source, const Wanted& wanted) {
    Imported imported;
    const Source* layout = layout_beside(wanted);
    if (layout == nullptr) {
        return base::Error{"klavaro.no-layout", {{"file", source.name}}, {source.name, 0, 0}};
    }
    const Rows keys = rows_of(layout->text);
    DraftModule module;
    module.title = without_marks(std::filesystem::path(source.name).stem().string());
    std::size_t number = 0;
    for (const Masks& masks : lessons_of(source.text)) {
        TypingDraft draft;
        draft.name = fmt::format("l{:02}", ++number);
        draft.title = masks.title;
        draft.line = masks.line;
        draft.fresh = characters_of(masks, keys);
        if (draft.fresh.empty()) {
            leave_out(imported, "klavaro.no-keys", source, masks.line, {{"title", masks.title}});
            continue;
        }
        draft.lines = drills_of(draft.fresh);
        add_typing(draft, wanted, module, imported);
    }
    if (module.lessons.empty()) {
        return nothing_in(source);
    }
    write_module(module, wanted, source, imported);
    return imported;
}

base::Result<Imported> import_klavaro_layout(const Source& source, const Wanted& wanted) {
    Imported imported;
    const Rows keys = rows_of(source.text);
    const std::string title = std::filesystem::path(source.name).stem().string();
    const std::string id = slug_of(title, wanted.module);
    std::string text =
        fmt::format("id = {}\nname = {}\ngeometry = \"iso\"\n\n[keys]\n", toml_text(id), toml_text(title));
    for (std::size_t row = 0; row < codes().size(); ++row) {
        const Codes& places = codes().at(row);
        for (std::size_t key = 0; key < places.size(); ++key) {
            const std::string plain = written(keys, row, key);
            const std::string shift = written(keys, row + 4, key);
            imported.keys += plain.empty() && shift.empty() ? 0 : 1;
            text += fmt::format("{} = [{}, {}]\n", places[key], toml_text(plain), toml_text(shift));
        }
        for (std::size_t key = places.size(); key < keys.at(row).size(); ++key) {
            if (const std::string extra = written(keys, row, key); !extra.empty()) {
                leave_out(imported, "ktouch.extra-key", source, static_cast<int>(row) + 1, {{"text", extra}});
            }
        }
    }
    if (imported.keys == 0) {
        return nothing_in(source);
    }
    leave_out(imported, "klavaro.no-altgr", source, 0);
    imported.files.push_back({"keyboards/" + id + ".toml", text + "Space = [\" \"]\n"});
    return imported;
}

} // namespace lesson::imports
