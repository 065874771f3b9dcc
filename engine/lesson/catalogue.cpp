// A folder of lessons: every file read by itself, then all of them compared.
#include "lesson/catalogue.h"

#include "base/file.h"
#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/needs.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <system_error>

namespace lesson {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".toml";
constexpr std::string_view module_file = "module.toml";

/// Folders beside the modules: practice web pages, translations, lists, words, session plans, keyboards.
bool is_other_folder(const fs::path& path) {
    constexpr std::array<std::string_view, 6> names{"sites", "po", "variety", "words", "plans", "keyboards"};
    return std::ranges::find(names, path.filename().string()) != names.end();
}

/// The lists of a folder, and those of another that the first has not.
std::shared_ptr<const Variety> read_lists(const fs::path& folder, const fs::path& more, base::Faults& faults) {
    auto variety = std::make_shared<Variety>(read_variety(folder, faults));
    if (!more.empty() && more != folder) {
        for (VarietyList& list : read_variety(more, faults).lists) {
            if (variety->find(list.name) == nullptr) {
                variety->lists.push_back(std::move(list));
            }
        }
        std::ranges::sort(variety->lists, {}, &VarietyList::name);
    }
    return variety;
}

base::Place whole(const fs::path& path) {
    return {path.string(), 0, 0};
}

/// What can be listed of a folder.
std::vector<fs::path> entries_of(const fs::path& folder, base::Faults& faults) {
    auto entries = base::list_folder(folder);
    if (!entries) {
        faults.push_back(entries.error());
        return {};
    }
    return std::move(entries).value();
}

/// Reads all files of a folder and keeps what the comparison of files needs.
class CatalogueReader {
public:
    CatalogueReader(const fs::path& folder, Vocabulary vocabulary) : folder_(folder), vocabulary_(vocabulary) {
        std::error_code error;
        root_ = fs::canonical(folder, error);
    }

    Catalogue read(const fs::path& more_lists) {
        variety_ = read_lists(folder_ / "variety", more_lists, faults_);
        for (const fs::path& entry : entries_of(folder_, faults_)) {
            read_entry(entry);
        }
        compare_ids();
        add_need_faults(needs_, ids_of_files_, faults_);
        return collect();
    }

private:
    /// A link may lead to another lesson of the folder, but not out of it.
    bool stays_inside(const fs::path& path) {
        std::error_code error;
        if (!fs::is_symlink(path, error)) {
            return true;
        }
        const fs::path target = fs::canonical(path, error);
        const bool inside =
            !error && std::mismatch(root_.begin(), root_.end(), target.begin(), target.end()).first == root_.end();
        if (!inside) {
            add_fault(faults_, error ? "file.missing" : "file.outside", whole(path), {{"file", path.string()}});
        }
        return inside;
    }

    void read_entry(const fs::path& path) {
        std::error_code error;
        if (is_other_folder(path)) {
            return;
        }
        if (fs::is_directory(path, error)) {
            if (stays_inside(path)) {
                read_module_folder(path);
            }
        } else if (path.extension() == extension) {
            add_fault(faults_, "lesson.no-module", whole(path), {{"file", path.string()}});
            left_out_.insert(path.string());
        }
    }

    void read_module_folder(const fs::path& folder) {
        std::vector<fs::path> files = entries_of(folder, faults_);
        std::erase_if(files, [](const fs::path& file) { return file.extension() != extension; });
        if (files.empty()) {
            return;
        }
        const std::string name = folder.filename().string();
        modules_[name] = {};
        if (std::ranges::find(files, fs::path(module_file), &fs::path::filename) == files.end()) {
            add_fault(faults_, "module.missing", whole(folder), {{"folder", folder.string()}});
        }
        for (const fs::path& file : files) {
            if (file.filename() == module_file) {
                read_module_file(file, name);
            } else {
                read_lesson_file(file, name);
            }
        }
    }

    std::optional<Value> read_values(const fs::path& file) {
        if (!stays_inside(file)) {
            return std::nullopt;
        }
        auto value = read_toml_file(file.string());
        if (!value) {
            faults_.push_back(value.error());
            return std::nullopt;
        }
        return std::move(value).value();
    }

    void read_module_file(const fs::path& file, const std::string& name) {
        if (auto value = read_values(file)) {
            modules_[name].module = read_module(*value, faults_);
            modules_[name].file = std::move(*value);
        }
    }

    void read_lesson_file(const fs::path& file, const std::string& module) {
        const std::string id = module + "." + file.stem().string();
        ids_of_files_.insert(id);
        const auto value = read_values(file);
        if (!value) {
            left_out_.insert(file.string());
            return;
        }
        const std::size_t before = faults_.size();
        Lesson lesson = read_lesson(*value, vocabulary_, faults_, variety_);
        const Value* written_id = find(table_of(*value), "id");
        if (written_id != nullptr && !lesson.id.empty()) {
            places_of_ids_[lesson.id].push_back(written_id->place);
        }
        add_needs(id, *value);
        if (faults_.size() == before) {
            lessons_.emplace(id, std::move(lesson));
        } else {
            left_out_.insert(file.string());
        }
    }

    void add_needs(const std::string& id, const Value& file) {
        for (const Value& need : items_of(table_of(file), "needs")) {
            if (const auto* text = std::get_if<std::string>(&need.data)) {
                needs_[id].push_back({*text, need.place});
            }
        }
    }

    /// Each place but the first is told, together with the first.
    void compare_ids() {
        for (const auto& [id, places] : places_of_ids_) {
            for (std::size_t i = 1; i < places.size(); ++i) {
                add_fault(faults_, "lesson.id-twice", places[i], {{"id", id}, {"first", written(places.front())}});
            }
        }
    }

    Catalogue collect() {
        Catalogue catalogue;
        for (auto& [name, read] : modules_) {
            catalogue.modules.push_back(complete(name, read));
        }
        std::ranges::stable_sort(catalogue.modules, {}, &Module::order);
        for (const Module& module : catalogue.modules) {
            for (const std::string& id : module.lessons) {
                catalogue.lessons.push_back(std::move(lessons_.at(id)));
            }
        }
        catalogue.variety = variety_;
        sort(faults_);
        catalogue.faults = std::move(faults_);
        catalogue.left_out.assign(left_out_.begin(), left_out_.end());
        return catalogue;
    }

    struct ReadModule {
        Module module;
        Value file;
    };

    /// The module with exactly the lessons that can be played: first those it lists, then the others by name. One whose
    /// own file is wrong goes by the name of its folder.
    Module complete(const std::string& name, const ReadModule& read) {
        Module module = read.module;
        module.id = name;
        if (base::trim(module.title).empty()) {
            module.title = name;
        }
        module.lessons = listed_lessons(name, read.file);
        for (auto lesson = lessons_.lower_bound(name + "."); lesson != lessons_.end(); ++lesson) {
            if (!lesson->first.starts_with(name + ".")) {
                break;
            }
            if (std::ranges::find(module.lessons, lesson->first) == module.lessons.end()) {
                module.lessons.push_back(lesson->first);
            }
        }
        return module;
    }

    std::vector<std::string> listed_lessons(const std::string& module, const Value& file) {
        std::vector<std::string_view> known;
        std::ranges::copy_if(ids_of_files_, std::back_inserter(known),
                             [&](const std::string& id) { return id.starts_with(module + "."); });
        std::vector<std::string> listed;
        std::set<std::string> seen;
        for (const Value& item : items_of(table_of(file), "lessons")) {
            const auto* id = std::get_if<std::string>(&item.data);
            if (id == nullptr) {
                continue;
            }
            if (std::ranges::find(known, *id) == known.end()) {
                add_unknown(faults_, {"module.misspelt-lesson", "module.unknown-lesson"}, item.place, *id, known);
            } else if (!seen.insert(*id).second) {
                add_fault(faults_, "module.lesson-twice", item.place, {{"id", *id}});
            } else if (lessons_.contains(*id)) {
                listed.push_back(*id);
            }
        }
        return listed;
    }

    fs::path folder_;
    fs::path root_;
    Vocabulary vocabulary_;
    std::shared_ptr<const Variety> variety_;
    base::Faults faults_;
    std::map<std::string, ReadModule> modules_; ///< by folder
    std::map<std::string, Lesson> lessons_;     ///< those that can be played, by id
    std::set<std::string> ids_of_files_;        ///< those of lessons that cannot be played, too
    std::set<std::string> left_out_;
    std::map<std::string, std::vector<base::Place>> places_of_ids_;
    Needs needs_;
};

} // namespace

const Lesson* Catalogue::find(std::string_view id) const {
    const auto found = std::ranges::find(lessons, id, &Lesson::id);
    return found == lessons.end() ? nullptr : &*found;
}

Catalogue read_catalogue(const std::filesystem::path& folder, Vocabulary vocabulary,
                         const std::filesystem::path& more_lists) {
    return CatalogueReader(folder, vocabulary).read(more_lists);
}

} // namespace lesson
