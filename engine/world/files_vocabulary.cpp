// What lesson files may say about files: what lies on the disk at the start, and the facts that goals ask for.
#include "base/text.h"
#include "lesson/fault.h"
#include "world/desk.h"
#include "world/files.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace world {

namespace {

using lesson::FactField;
using lesson::FactKind;
using lesson::FactOrigin;
using lesson::FieldKind;
using lesson::Kind;

constexpr std::int64_t minutes_a_day = 24 * 60;
constexpr std::int64_t most_files = 200;
constexpr std::int64_t most_folders = 40;
constexpr std::size_t longest_text = 20'000; // characters

constexpr std::array<std::string_view, 7> kinds{"text", "picture", "document", "sheet", "sound", "archive", "program"};
constexpr std::array<FileKind, 7> kinds_by_name{FileKind::text,  FileKind::picture, FileKind::document, FileKind::sheet,
                                                FileKind::sound, FileKind::archive, FileKind::program};

constexpr std::array<lesson::Key, 8> file_keys{{
    {.name = "name", .kind = Kind::text, .required = true},
    {.name = "in", .kind = Kind::code},
    {.name = "text", .kind = Kind::text},
    {.name = "picture", .kind = Kind::code},
    {.name = "kind", .kind = Kind::choice, .choices = kinds},
    {.name = "kilobytes", .kind = Kind::whole, .least = 1, .most = 100'000'000},
    {.name = "days", .kind = Kind::whole, .least = 0, .most = 5000},
    {.name = "risky", .kind = Kind::yes_no},
}};
constexpr lesson::Schema file_schema{"files-file", file_keys};

constexpr std::array<lesson::Key, 4> folder_keys{{
    {.name = "name", .kind = Kind::text, .required = true},
    {.name = "code", .kind = Kind::code},
    {.name = "in", .kind = Kind::code},
    {.name = "days", .kind = Kind::whole, .least = 0, .most = 5000},
}};
constexpr lesson::Schema folder_schema{"files-folder", folder_keys};

constexpr std::array<lesson::Key, 4> start_keys{{
    {.name = "stick", .kind = Kind::yes_no},
    {.name = "keep", .kind = Kind::yes_no},
    {.name = "folder", .kind = Kind::tables, .inside = &folder_schema, .least = 1, .most = most_folders},
    {.name = "file", .kind = Kind::tables, .inside = &file_schema, .least = 1, .most = most_files},
}};
constexpr lesson::Schema start_schema{"start.files", start_keys};

constexpr FactField name_field{"name", FieldKind::text};
constexpr FactField folder_field{"folder", FieldKind::text};
constexpr FactField from_field{"from", FieldKind::text};
constexpr FactField kind_field{"kind", FieldKind::text};
constexpr FactField text_field{"text", FieldKind::text};

constexpr std::array exists_fields{name_field, folder_field, kind_field, text_field};
constexpr std::array file_fields{name_field, folder_field};
constexpr std::array kind_fields{name_field, folder_field, kind_field};
constexpr std::array from_fields{name_field, folder_field, from_field};
constexpr std::array saved_fields{name_field, folder_field, text_field};
constexpr std::array clipboard_fields{name_field, folder_field, FactField{"cut", FieldKind::yes_no}};
constexpr std::array shown_fields{folder_field, FactField{"view", FieldKind::text}, FactField{"sort", FieldKind::text},
                                  FactField{"reversed", FieldKind::yes_no}, FactField{"search", FieldKind::text}};
constexpr std::array stick_fields{FactField{"inserted", FieldKind::yes_no}};
constexpr std::array editor_fields{name_field, text_field, FactField{"saved", FieldKind::yes_no}};
constexpr std::array fell_fields{FactField{"for", FieldKind::text}, FactField{"site", FieldKind::text}};
constexpr std::array viewer_fields{name_field, folder_field, FactField{"zoom", FieldKind::number}};

constexpr std::array<FactKind, 23> fact_kinds{{
    {"file.exists", FactOrigin::state, exists_fields},
    {"file.selected", FactOrigin::state, file_fields},
    {"file.in_clipboard", FactOrigin::state, clipboard_fields},
    {"files.shown", FactOrigin::state, shown_fields},
    {"stick.state", FactOrigin::state, stick_fields},
    {"editor.text", FactOrigin::state, editor_fields},
    {"viewer.shown", FactOrigin::state, viewer_fields},
    {"file.opened", FactOrigin::event, kind_fields},
    {"file.created", FactOrigin::event, kind_fields},
    {"file.renamed", FactOrigin::event, from_fields},
    {"file.moved", FactOrigin::event, from_fields},
    {"file.copied", FactOrigin::event, from_fields},
    {"file.deleted", FactOrigin::event, file_fields},
    {"file.restored", FactOrigin::event, file_fields},
    {"file.erased", FactOrigin::event, file_fields},
    {"file.found", FactOrigin::event, file_fields},
    {"file.saved", FactOrigin::event, saved_fields},
    {"file.undone", FactOrigin::event, {}},
    {"files.bin_emptied", FactOrigin::event, {}},
    {"stick.ejected", FactOrigin::event, {}},
    {"stick.pulled_out", FactOrigin::event, {}},
    {"editor.discarded", FactOrigin::event, {}},
    {"safety.fell", FactOrigin::event, fell_fields}, // told by mail and web too
}};

/// What lies in no folder that is named lies here.
constexpr std::string_view usual_folder = "documents";

base::Place place_of_key(const lesson::Value& item, std::string_view key) {
    const lesson::Value* value = lesson::find(lesson::table_of(item), key);
    return value == nullptr ? item.place : value->place;
}

std::string folder_of(const lesson::Value& item) {
    return lesson::text_or(lesson::table_of(item), "in", usual_folder);
}

/// Codes that `in` may name: standard places, and the start's own folders that have one.
std::vector<std::string> known_folders(const lesson::Table& start) {
    std::vector<std::string> known{"home", "desktop", "documents", "pictures", "music", "downloads", "bin", "stick"};
    for (const lesson::Value& folder : lesson::items_of(start, "folder")) {
        if (std::string code = lesson::text_or(lesson::table_of(folder), "code", ""); !code.empty()) {
            known.push_back(std::move(code));
        }
    }
    return known;
}

void check_codes(const lesson::Table& start, base::Faults& faults) {
    std::vector<std::string> known = known_folders({});
    for (const lesson::Value& folder : lesson::items_of(start, "folder")) {
        const std::string code = lesson::text_or(lesson::table_of(folder), "code", "");
        if (!code.empty() && std::ranges::find(known, code) != known.end()) {
            lesson::add_fault(faults, "files.same-code", place_of_key(folder, "code"), {{"code", code}});
        }
        known.push_back(code);
    }
}

/// Its folder is there, and not itself or, through others, in itself.
void check_folder(const lesson::Table& start, const lesson::Value& item, base::Faults& faults) {
    const std::vector<std::string> known = known_folders(start);
    const std::string folder = folder_of(item);
    if (std::ranges::find(known, folder) == known.end()) {
        const std::vector<std::string_view> words(known.begin(), known.end());
        lesson::add_unknown(faults, {"files.misspelt-folder", "files.unknown-folder"}, place_of_key(item, "in"), folder,
                            words);
        return;
    }
    std::string outer = folder;
    for (std::size_t depth = 0; depth <= known.size(); ++depth) {
        const lesson::List& folders = lesson::items_of(start, "folder");
        const auto found = std::ranges::find_if(folders, [&](const lesson::Value& one) {
            return lesson::text_or(lesson::table_of(one), "code", "") == outer;
        });
        if (found == folders.end()) {
            return;
        }
        outer = folder_of(*found);
    }
    lesson::add_fault(faults, "files.folder-in-itself", place_of_key(item, "in"), {{"folder", folder}});
}

void check_name(const lesson::Value& item, std::map<std::string, bool>& names, base::Faults& faults) {
    const std::string name = lesson::text_or(lesson::table_of(item), "name", "x");
    if (const std::string fault = fault_of_name(empty_disk(), 0, name); !fault.empty()) {
        lesson::add_fault(faults, "files.bad-name", place_of_key(item, "name"), {{"name", name}});
    } else if (!names.emplace(folder_of(item) + "/" + base::lower(name), true).second) {
        lesson::add_fault(faults, "files.same-name", place_of_key(item, "name"),
                          {{"name", name}, {"folder", folder_of(item)}});
    }
}

void check_start(const lesson::Table& start, base::Faults& faults) {
    std::map<std::string, bool> names;
    check_codes(start, faults);
    for (const std::string_view key : {"folder", "file"}) {
        for (const lesson::Value& item : lesson::items_of(start, key)) {
            check_folder(start, item, faults);
            check_name(item, names, faults);
            if (base::length(lesson::text_or(lesson::table_of(item), "text", "")) > longest_text) {
                lesson::add_fault(faults, "files.long-text", place_of_key(item, "text"),
                                  {{"most", std::to_string(longest_text)}});
            }
        }
    }
}

/// How large a file of that kind usually is, in bytes; never twice the same.
std::int64_t usual_size(const Node& node) {
    std::int64_t spread = 7;
    for (const char letter : node.name) {
        spread = (spread * 31 + static_cast<unsigned char>(letter)) % 1000;
    }
    const auto text = static_cast<std::int64_t>(node.text.size());
    switch (node.kind) {
    case FileKind::picture:
        return 900'000 + spread * 2'100;
    case FileKind::document:
    case FileKind::sheet:
        return 24'000 + spread * 90 + text;
    case FileKind::sound:
        return 3'100'000 + spread * 2'400;
    case FileKind::archive:
    case FileKind::program:
        return 1'800'000 + spread * 9'000;
    default:
        return text;
    }
}

/// A time of a day so many days ago, the same for the same name: files of one day have different hours.
std::int64_t some_time_ago(const DeskState& desk, std::string_view name, std::int64_t days) {
    std::int64_t minutes = 0;
    for (const char letter : name) {
        minutes = (minutes * 37 + static_cast<unsigned char>(letter)) % (8 * 60);
    }
    const std::int64_t midnight = desk.clock - desk.clock % minutes_a_day;
    const std::int64_t morning = midnight + 8 * 60 + minutes;
    return days == 0 ? std::min(morning, desk.clock) : morning - days * minutes_a_day;
}

Node read_file(const DeskState& desk, const lesson::Table& table) {
    Node node;
    node.name = base::trim(lesson::text_or(table, "name", ""));
    node.kind = kind_of(node.name);
    if (const auto named = std::ranges::find(kinds, lesson::text_or(table, "kind", "")); named != kinds.end()) {
        node.kind = kinds_by_name.at(static_cast<std::size_t>(named - kinds.begin()));
    }
    node.text = lesson::text_or(table, "text", "");
    node.picture = lesson::text_or(table, "picture", "");
    node.risky = lesson::yes_or(table, "risky", false);
    node.changed = some_time_ago(desk, node.name, lesson::whole_or(table, "days", 3));
    const std::int64_t kilobytes = lesson::whole_or(table, "kilobytes", 0);
    node.size = kilobytes > 0 ? kilobytes * 1000 : usual_size(node);
    return node;
}

Node read_folder(const DeskState& desk, const lesson::Table& table) {
    Node node;
    node.name = base::trim(lesson::text_or(table, "name", ""));
    node.code = lesson::text_or(table, "code", "");
    node.changed = some_time_ago(desk, node.name, lesson::whole_or(table, "days", 3));
    return node;
}

/// Into the folder of that code; what lies in the bin came from the documents.
void put_at_start(Disk& disk, std::string_view code, Node node) {
    if (code == "bin") {
        if (const int id = add(disk, folder_at(disk, StandardPlace::documents), std::move(node)); id != 0) {
            put_in_bin(disk, id);
        }
    } else {
        add(disk, folder_named(disk, code), std::move(node));
    }
}

/// Folders may be written in any order: each waits until the one that it lies in is there.
void add_folders(const DeskState& desk, const lesson::Table& start, Disk& disk) {
    std::vector<const lesson::Value*> waiting;
    for (const lesson::Value& item : lesson::items_of(start, "folder")) {
        waiting.push_back(&item);
    }
    for (bool goes_on = true; goes_on;) {
        const std::size_t before = waiting.size();
        std::erase_if(waiting, [&](const lesson::Value* item) {
            const std::string in = folder_of(*item);
            if (folder_named(disk, in) == 0) {
                return false;
            }
            put_at_start(disk, in, read_folder(desk, lesson::table_of(*item)));
            return true;
        });
        goes_on = waiting.size() < before;
    }
}

} // namespace

void lay_out_files(DeskState& desk, const lesson::Table& start) {
    Disk disk = lesson::yes_or(start, "keep", false) ? desk.disk.now() : empty_disk();
    const bool has_stick = lesson::yes_or(start, "stick", disk.stick_is_in);
    disk.stick_is_in = true; // so that its files can be laid out, whether it is in or not
    add_folders(desk, start, disk);
    for (const lesson::Value& item : lesson::items_of(start, "file")) {
        put_at_start(disk, folder_of(item), read_file(desk, lesson::table_of(item)));
    }
    disk.stick_is_in = has_stick;
    desk.disk = Timeline<Disk>(std::move(disk));
    desk.clipboard = {};
}

lesson::AppKind files_kind() {
    return {"files", &start_schema, fact_kinds, check_start};
}

} // namespace world
