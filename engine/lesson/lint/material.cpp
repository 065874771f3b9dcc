// Reads a folder of lessons for the rules.
#include "lesson/lint/material.h"

#include "base/file.h"
#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/lint/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <system_error>

namespace lesson::lint {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = 1'000'000;

/// Texts that the keyboard practice has the learner type.
constexpr std::array<std::string_view, 4> typed_keys{"text", "texts", "words", "draft"};

FileKind kind_of(const fs::path& file, std::string_view area) {
    const std::string ending = file.extension().string();
    if (ending == ".toml") {
        return area == "sites"                    ? FileKind::site
               : area == "variety"                ? FileKind::list
               : file.filename() == "module.toml" ? FileKind::module
                                                  : FileKind::lesson;
    }
    if (ending == ".svg" || ending == ".png") {
        return FileKind::picture;
    }
    return ending == ".html" ? FileKind::page : ending == ".css" ? FileKind::style : FileKind::other;
}

/// Gathers the files of a folder.
class FolderReader {
public:
    explicit FolderReader(std::vector<SourceFile>& files) : files_(files) {}

    void read(const fs::path& root) {
        for (const fs::path& entry : entries_of(root)) {
            const std::string area = entry.filename().string();
            if (area == "sites") {
                for (const fs::path& site : entries_of(entry)) {
                    read_files(site, area);
                }
            } else if (area == "variety" || is_module(entry)) {
                read_files(entry, area);
            }
        }
        std::ranges::sort(files_, {}, &SourceFile::path);
    }

private:
    static std::vector<fs::path> entries_of(const fs::path& folder) {
        std::error_code error;
        auto entries = fs::is_directory(folder, error) ? base::list_folder(folder)
                                                       : base::Result<std::vector<fs::path>>(std::vector<fs::path>{});
        return entries ? std::move(entries).value() : std::vector<fs::path>{};
    }

    static bool is_module(const fs::path& folder) {
        std::error_code error;
        return fs::exists(folder / "module.toml", error);
    }

    void read_files(const fs::path& folder, std::string_view area) {
        for (const fs::path& file : entries_of(folder)) {
            std::error_code error;
            if (!fs::is_regular_file(file, error)) {
                continue;
            }
            SourceFile read{file.string(), kind_of(file, area), {}, std::nullopt};
            if (file.extension() != ".png") {
                auto text = base::read_file(file, most_bytes);
                read.text = text && !base::first_bad_byte(text.value()) ? std::move(text).value() : std::string();
            }
            if (file.extension() == ".toml") {
                auto value = read_toml(read.text, read.path);
                read.value = value ? std::optional(std::move(value).value()) : std::nullopt;
            }
            files_.push_back(std::move(read));
        }
    }

    std::vector<SourceFile>& files_;
};

/// Gathers the texts of lessons and modules, each where it is written.
class TextReader {
public:
    TextReader(Vocabulary vocabulary, std::vector<LessonText>& texts) : vocabulary_(vocabulary), texts_(texts) {}

    void read(const SourceFile& file, std::size_t index) {
        if (!file.value) {
            return;
        }
        index_ = index;
        const Table& table = table_of(*file.value);
        owner_ = text_or(table, "id", "");
        const std::size_t first = texts_.size();
        add_voices(table, {"title", "can_do", "about"});
        add_start(table);
        for (const Value& step : items_of(table, "step")) {
            add_voices(table_of(step), {"say", "hint", "praise"});
            add_start(table_of(step));
        }
        for (const Value& mistake : items_of(table, "mistake")) {
            add_voices(table_of(mistake), {"say"});
        }
        std::stable_sort(texts_.begin() + static_cast<std::ptrdiff_t>(first), texts_.end(),
                         [](const LessonText& a, const LessonText& b) {
                             return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
                         });
    }

private:
    void add(std::string_view key, Role role, const Value& value) {
        const auto* text = std::get_if<std::string>(&value.data);
        if (text != nullptr && !text->empty()) {
            texts_.push_back({owner_, std::string(key), role, *text, value.place, index_});
        }
    }

    void add_voices(const Table& table, std::initializer_list<std::string_view> keys) {
        for (const std::string_view key : keys) {
            if (const Value* value = lesson::find(table, key)) {
                add(key, Role::voice, *value);
            }
        }
    }

    void add_start(const Table& owner) {
        const Value* start = lesson::find(owner, "start");
        for (const Entry& entry : start == nullptr ? Table{} : table_of(*start)) {
            const AppKind* app = find_app(vocabulary_, entry.key);
            if (app != nullptr && app->start != nullptr) {
                app_ = entry.key;
                add_inside(entry.value, *app->start);
            }
        }
    }

    void add_inside(const Value& value, const Schema& schema) {
        for (const Entry& entry : table_of(value)) {
            const auto key = std::ranges::find(schema.keys, entry.key, &Key::name);
            if (key == schema.keys.end()) {
                continue;
            }
            if (key->kind == Kind::text) {
                add(key->name, role_of(key->name), entry.value);
            } else if (key->kind == Kind::texts) {
                for (const Value& item : list_of(entry.value)) {
                    add(key->name, role_of(key->name), item);
                }
            } else if (key->inside != nullptr) {
                add_inside(entry.value, *key->inside);
                for (const Value& item : list_of(entry.value)) {
                    add_inside(item, *key->inside);
                }
            }
        }
    }

    Role role_of(std::string_view key) const {
        const bool is_typed = app_ == "keyboard" && std::ranges::find(typed_keys, key) != typed_keys.end();
        return is_typed ? Role::typed : Role::shown;
    }

    Vocabulary vocabulary_;
    std::vector<LessonText>& texts_;
    std::string owner_;
    std::string app_;
    std::size_t index_ = 0;
};

void read_languages(const fs::path& folder, Material& material) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return;
    }
    const auto files = base::list_folder(folder);
    for (const fs::path& file : files ? files.value() : std::vector<fs::path>{}) {
        if (file.extension() != ".po") {
            continue;
        }
        auto translations = Translations::read(file);
        if (translations) {
            material.languages.push_back({file.stem().string(), file.string(), std::move(translations).value()});
        } else {
            material.faults.push_back(translations.error());
        }
    }
}

std::set<std::string, std::less<>> names_of_drawings(const fs::path& folder) {
    std::set<std::string, std::less<>> names;
    const auto files = base::list_folder(folder);
    for (const fs::path& file : files ? files.value() : std::vector<fs::path>{}) {
        if (file.extension() == ".svg") {
            names.insert(file.stem().string());
        }
    }
    return names;
}

/// Finds the modules most of whose words are in the list. A few words alone say nothing.
void find_languages(Material& material) {
    constexpr std::size_t fewest_words = 12;
    struct Count {
        std::size_t words = 0;
        std::size_t known = 0;
    };
    std::map<std::string, Count> modules;
    std::vector<Count*> counts; ///< of each file's module
    counts.reserve(material.files.size());
    for (const SourceFile& file : material.files) {
        counts.push_back(&modules[file.folder()]);
    }
    for (const LessonText& text : material.texts) {
        Count& count = *counts[text.file];
        for (const Word& word : text.role == Role::voice ? words_of(text.text) : std::vector<Word>{}) {
            ++count.words;
            count.known += material.words.knows(base::lower(word.text)) ? 1 : 0;
        }
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        material.files[i].is_in_language = counts[i]->words < fewest_words || 2 * counts[i]->known >= counts[i]->words;
    }
}

} // namespace

const SourceFile* Material::find(std::string_view path) const {
    const auto found = std::ranges::find(files, path, &SourceFile::path);
    return found == files.end() ? nullptr : &*found;
}

Material read_material(const fs::path& folder, const Shipped& shipped, Vocabulary vocabulary,
                       std::string_view language) {
    Material material;
    std::error_code error;
    const bool is_shipped = fs::equivalent(folder, shipped.lessons, error);
    material.vocabulary = vocabulary;
    material.catalogue = read_catalogue(folder, vocabulary, shipped.lessons / "variety");
    material.sites = read_sites(folder / "sites");
    if (!is_shipped) {
        material.shipped_sites = read_sites(shipped.lessons / "sites").sites;
        read_words(folder / "words", language, material.words, material.jargon, material.faults);
    }
    read_words(shipped.lessons / "words", language, material.words, material.jargon, material.faults);
    FolderReader(material.files).read(folder);
    TextReader texts(vocabulary, material.texts);
    for (std::size_t i = 0; i < material.files.size(); ++i) {
        if (material.files[i].kind == FileKind::lesson || material.files[i].kind == FileKind::module) {
            texts.read(material.files[i], i);
        }
    }
    if (material.words.size() > 0) {
        find_languages(material);
    }
    read_languages(folder / "po", material);
    material.art = names_of_drawings(shipped.art);
    return material;
}

} // namespace lesson::lint
