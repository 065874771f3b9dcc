// All that the rules look at: one folder of lessons, read once.
#pragma once

#include "lesson/catalogue.h"
#include "lesson/lint/words.h"
#include "lesson/site.h"
#include "lesson/translation.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace lesson::lint {

enum class FileKind { lesson, module, list, site, page, style, picture, other };

/// A file of the folder.
struct SourceFile {
    std::string path; ///< as places name it
    FileKind kind = FileKind::other;
    std::string text;           ///< empty for pictures that are no drawings
    std::optional<Value> value; ///< of TOML that can be read
    bool is_in_language = true; ///< its module's texts seem to be in the language of the word list

    std::string folder() const { return std::filesystem::path(path).parent_path().filename().string(); }
    std::string name() const { return std::filesystem::path(path).filename().string(); }
};

/// Who says a text.
enum class Role {
    voice, ///< Coucou itself, to the learner
    shown, ///< something on the screen of the practice
    typed, ///< the learner's own fingers
};

/// A text of a lesson or module.
struct LessonText {
    std::string owner; ///< the lesson's or module's id
    std::string key;
    Role role = Role::voice;
    std::string text;
    base::Place place;
    std::size_t file = 0; ///< its index among the material's
};

/// A translation of the folder.
struct Language {
    std::string code;
    std::string path;
    Translations translations;
};

/// One folder of lessons, and what is shipped with the program that it may use.
struct Material {
    Vocabulary vocabulary;
    Catalogue catalogue;
    Sites sites;
    std::vector<Site> shipped_sites; ///< empty where the folder is the shipped one
    std::vector<SourceFile> files;   ///< in order of path
    std::vector<LessonText> texts;   ///< in order of file and place
    std::vector<Language> languages;
    std::set<std::string, std::less<>> art; ///< names of drawings, without their ending
    WordList words;
    std::vector<JargonWord> jargon;
    base::Faults faults; ///< files beside lessons and sites that cannot be read

    /// The file of that path, or nullptr.
    const SourceFile* find(std::string_view path) const;
};

/// Where the program's own things are.
struct Shipped {
    std::filesystem::path lessons;
    std::filesystem::path art;
};

/// Reads a folder of lessons, written in `language`. Nothing that is wrong with its files is an error: it is what the
/// rules tell.
Material read_material(const std::filesystem::path& folder, const Shipped& shipped, Vocabulary vocabulary,
                       std::string_view language = "fr");

} // namespace lesson::lint
