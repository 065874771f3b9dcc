// Reading what the program starts from.
#include "app/resources.h"

#include "base/paths.h"
#include "world/apps.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace app {

namespace {

constexpr std::array<std::string_view, 5> layout_ids{"azerty-fr", "azerty-be", "bepo", "qwerty-us", "qwertz-ch-fr"};

std::filesystem::path translation_file(const std::filesystem::path& lessons, const std::string& language) {
    return lessons / "po" / (language + ".po");
}

std::vector<std::string> languages_in(const std::filesystem::path& lessons) {
    std::vector<std::string> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(lessons / "po", error)) {
        if (entry.path().extension() == ".po") {
            found.push_back(entry.path().stem().string());
        }
    }
    std::ranges::sort(found);
    found.insert(found.begin(), "fr");
    return found;
}

base::Result<world::Layout> read_layout(const std::filesystem::path& folder, std::string_view id) {
    COUCOU_TRY(const lesson::Value file, lesson::read_toml_file((folder / (std::string(id) + ".toml")).string()));
    const std::string geometry_name = lesson::text_or(lesson::table_of(file), "geometry", "iso");
    COUCOU_TRY(const lesson::Value geometry, lesson::read_toml_file((folder / (geometry_name + ".toml")).string()));
    base::Faults faults;
    world::Layout layout = world::read_layout(file, geometry, faults);
    if (!faults.empty()) {
        return faults.front();
    }
    return layout;
}

} // namespace

base::Result<Resources> read_messages() {
    Resources resources;
    COUCOU_TRY(resources.files, base::find_program_files());
    COUCOU_TRY(resources.messages, lesson::Messages::read(resources.files / "assets" / "messages"));
    resources.languages = languages_in(resources.files / "lessons");
    return resources;
}

base::Result<base::Done> read_lessons_and_layouts(Resources& resources, const std::filesystem::path& lessons) {
    resources.lessons = lessons.empty() ? resources.files / "lessons" : lessons;
    std::error_code error;
    if (!std::filesystem::is_directory(resources.lessons, error)) {
        return base::Error{"lessons.no-folder", {{"folder", resources.lessons.string()}}, {}};
    }
    resources.catalogue = lesson::read_catalogue(resources.lessons, world::vocabulary());
    for (const std::string_view id : layout_ids) {
        COUCOU_TRY(world::Layout layout, read_layout(resources.files / "assets" / "keyboards", id));
        resources.layouts.push_back(std::move(layout));
    }
    return base::Done{};
}

base::Result<Words> in_language(const Resources& resources, const std::string& language) {
    if (language == "fr") {
        return Words{language, resources.messages, resources.catalogue};
    }
    const std::filesystem::path own_file = translation_file(resources.files / "lessons", language);
    COUCOU_TRY(const lesson::Translations own, lesson::Translations::read(own_file));
    Words words{language, resources.messages.in(own), {}};
    const std::filesystem::path lessons_file = translation_file(resources.lessons, language);
    std::error_code error;
    if (!std::filesystem::exists(lessons_file, error)) {
        words.catalogue = resources.catalogue;
    } else if (std::filesystem::equivalent(lessons_file, own_file, error)) {
        words.catalogue = lesson::translated(resources.catalogue, world::vocabulary(), own);
    } else {
        COUCOU_TRY(const lesson::Translations theirs, lesson::Translations::read(lessons_file));
        words.catalogue = lesson::translated(resources.catalogue, world::vocabulary(), theirs);
    }
    return words;
}

std::string language_of_environment(const std::vector<std::string>& languages) {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') {
            continue;
        }
        const std::string wanted = std::string(value).substr(0, 2);
        return std::ranges::find(languages, wanted) == languages.end() ? "fr" : wanted;
    }
    return "fr";
}

const world::Layout* find_layout(const Resources& resources, std::string_view id) {
    const auto found = std::ranges::find(resources.layouts, id, &world::Layout::id);
    return found == resources.layouts.end() ? nullptr : &*found;
}

} // namespace app
