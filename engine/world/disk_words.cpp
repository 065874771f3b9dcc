// How files and folders are called: by goals, on the screen, by their endings.
#include "base/text.h"
#include "world/disk.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world {

namespace {

template <typename Key, std::size_t size>
using Names = std::array<std::pair<Key, std::string_view>, size>;

constexpr Names<StandardPlace, 8> place_codes{{
    {StandardPlace::home, "home"},
    {StandardPlace::desktop, "desktop"},
    {StandardPlace::documents, "documents"},
    {StandardPlace::pictures, "pictures"},
    {StandardPlace::music, "music"},
    {StandardPlace::downloads, "downloads"},
    {StandardPlace::bin, "bin"},
    {StandardPlace::stick, "stick"},
}};

constexpr Names<FileKind, 8> kind_codes{{
    {FileKind::folder, "folder"},
    {FileKind::text, "text"},
    {FileKind::picture, "picture"},
    {FileKind::document, "document"},
    {FileKind::sheet, "sheet"},
    {FileKind::sound, "sound"},
    {FileKind::archive, "archive"},
    {FileKind::program, "program"},
}};

constexpr std::array<std::pair<std::string_view, FileKind>, 38> endings{{
    {".txt", FileKind::text},      {".md", FileKind::text},       {".csv", FileKind::sheet},
    {".jpg", FileKind::picture},   {".jpeg", FileKind::picture},  {".png", FileKind::picture},
    {".gif", FileKind::picture},   {".bmp", FileKind::picture},   {".svg", FileKind::picture},
    {".webp", FileKind::picture},  {".heic", FileKind::picture},  {".tif", FileKind::picture},
    {".odt", FileKind::document},  {".doc", FileKind::document},  {".docx", FileKind::document},
    {".pdf", FileKind::document},  {".rtf", FileKind::document},  {".odp", FileKind::document},
    {".pptx", FileKind::document}, {".html", FileKind::document}, {".eml", FileKind::document},
    {".ods", FileKind::sheet},     {".xls", FileKind::sheet},     {".xlsx", FileKind::sheet},
    {".mp3", FileKind::sound},     {".ogg", FileKind::sound},     {".wav", FileKind::sound},
    {".m4a", FileKind::sound},     {".flac", FileKind::sound},    {".zip", FileKind::archive},
    {".7z", FileKind::archive},    {".rar", FileKind::archive},   {".gz", FileKind::archive},
    {".exe", FileKind::program},   {".msi", FileKind::program},   {".deb", FileKind::program},
    {".apk", FileKind::program},   {".dmg", FileKind::program},
}};

template <typename Key, std::size_t size>
std::string_view name_in(const Names<Key, size>& names, Key key) {
    const auto found = std::ranges::find(names, key, &std::pair<Key, std::string_view>::first);
    return found == names.end() ? std::string_view() : found->second;
}

} // namespace

FileKind kind_of(std::string_view name) {
    const std::string small = base::lower(name);
    const auto found = std::ranges::find_if(endings, [&](const auto& ending) { return small.ends_with(ending.first); });
    return found == endings.end() ? FileKind::text : found->second;
}

std::string icon_of(const Node& node) {
    if (node.place != StandardPlace::none) {
        return "place-" + std::string(code_of(node.place));
    }
    const bool is_pdf = node.kind == FileKind::document && base::lower(node.name).ends_with(".pdf");
    return "file-" + std::string(is_pdf ? "pdf" : code_of(node.kind));
}

std::string icon_of(const Disk& disk, const Node& node) {
    const bool is_full = node.place == StandardPlace::bin && !children(disk, node.id).empty();
    return is_full ? "place-bin-full" : icon_of(node);
}

Words words_of(const Node& node) {
    return node.place == StandardPlace::none ? as_it_is(node.name)
                                             : message("desk.place." + std::string(code_of(node.place)));
}

std::string_view code_of(StandardPlace place) {
    return name_in(place_codes, place);
}

std::string_view code_of(FileKind kind) {
    return name_in(kind_codes, kind);
}

std::string code_of(const Disk& disk, int folder) {
    const Node* node = find_node(disk, folder);
    if (node == nullptr) {
        return {};
    }
    return node->place != StandardPlace::none ? std::string(code_of(node->place))
           : node->code.empty()               ? node->name
                                              : node->code;
}

int folder_named(const Disk& disk, std::string_view code) {
    const auto place = std::ranges::find(place_codes, code, &std::pair<StandardPlace, std::string_view>::second);
    if (place != place_codes.end()) {
        return folder_at(disk, place->first);
    }
    const std::string small = base::lower(code);
    const auto is_meant = [&](const Node& node) {
        return node.kind == FileKind::folder && node.place == StandardPlace::none && can_reach(disk, node.id) &&
               (node.code == code || (node.code.empty() && base::lower(node.name) == small));
    };
    const auto found = std::ranges::find_if(disk.nodes, is_meant);
    return found == disk.nodes.end() || code.empty() ? 0 : found->id;
}

void add_facts(const Disk& disk, std::vector<Fact>& facts) {
    for (const Node& node : disk.nodes) {
        if (node.place == StandardPlace::none && can_reach(disk, node.id)) {
            facts.push_back(fact_of("file.exists", Field{"name", node.name},
                                    Field{"folder", code_of(disk, node.parent)},
                                    Field{"kind", std::string(code_of(node.kind))}, Field{"text", node.text}));
        }
    }
    facts.push_back({"stick.state", {{"inserted", disk.stick_is_in}}});
}

} // namespace world
