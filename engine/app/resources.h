// All that the program reads at its start: messages, lessons, keyboard layouts, languages.
#pragma once

#include "base/result.h"
#include "lesson/catalogue.h"
#include "lesson/messages.h"
#include "world/layout.h"
#include "world/setup.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace app {

/// The program's own files and the lessons, as read, in French.
struct Resources {
    std::filesystem::path files;   ///< holds assets/ and lessons/
    std::filesystem::path lessons; ///< the folder of lessons that are played
    lesson::Messages messages;
    lesson::Catalogue catalogue;
    std::vector<world::Layout> layouts;
    std::vector<std::string> languages; ///< codes, French first, then those that have a PO file
};

/// The messages and lessons in one language.
struct Words {
    std::string language;
    lesson::Messages messages;
    lesson::Catalogue catalogue;
    std::shared_ptr<const std::vector<lesson::Site>> sites = nullptr; ///< the practice web, once a lesson needed it
};

/// Reads the messages only, which everything else needs to speak at all. Errors: as lesson::Messages::read.
base::Result<Resources> read_messages();

/// Reads the lessons of a folder (the shipped ones where it is empty) and the keyboard layouts. Errors: a missing
/// folder, a layout that is not fit for use. Faults of lessons are not errors: they are in the catalogue.
base::Result<base::Done> read_lessons_and_layouts(Resources& resources, const std::filesystem::path& lessons);

/// Messages and lessons in a language. French is the source; a language without a PO file is an error.
base::Result<Words> in_language(const Resources& resources, const std::string& language);

/// Gives a setup the practice web where the lesson can reach it: that of the lessons' folder, and the shipped sites
/// whose ids or addresses it has not. It is read when it is first needed, into `words`. Errors: as
/// lesson::Translations::read.
base::Result<base::Done> add_sites(world::Setup& setup, const lesson::Lesson& lesson, const Resources& resources,
                                   Words& words);

/// The language that the environment asks for (LC_ALL, LC_MESSAGES, LANG), if there is one of `languages`; else French.
std::string language_of_environment(const std::vector<std::string>& languages);

/// The layout of an id, or nullptr.
const world::Layout* find_layout(const Resources& resources, std::string_view id);

} // namespace app
