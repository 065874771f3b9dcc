// Reading what the program starts from.
#include "app/resources.h"

#include "base/paths.h"
#include "lesson/site_texts.h"
#include "world/apps.h"
#include "world/desk.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

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

/// Lists that lessons of any folder may draw from.
std::filesystem::path shipped_lists(const Resources& resources) {
    return resources.files / "lessons" / "variety";
}

bool is_shipped(const std::filesystem::path& lessons, const Resources& resources) {
    std::error_code error;
    return std::filesystem::equivalent(lessons, resources.files / "lessons", error);
}

/// The sites of a folder of lessons, in a language; in French where the folder has no translation.
base::Result<std::vector<lesson::Site>> sites_in(const std::filesystem::path& lessons, const std::string& language) {
    std::vector<lesson::Site> sites = lesson::read_sites(lessons / "sites").sites;
    const std::filesystem::path file = translation_file(lessons, language);
    std::error_code error;
    if (language == "fr" || !std::filesystem::exists(file, error)) {
        return sites;
    }
    COUCOU_TRY(const lesson::Translations translations, lesson::Translations::read(file));
    return lesson::translated(std::move(sites), translations);
}

bool uses_desk(const lesson::Lesson& lesson) {
    const auto names_desk = [](const lesson::Table& start) {
        return std::ranges::any_of(start, [](const lesson::Entry& entry) { return world::is_desks(entry.key); });
    };
    return names_desk(lesson.start) ||
           std::ranges::any_of(lesson.steps, [&](const lesson::Step& step) { return names_desk(step.start); });
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
    resources.catalogue = lesson::read_catalogue(resources.lessons, world::vocabulary(), shipped_lists(resources));
    for (const std::string_view id : layout_ids) {
        COUCOU_TRY(world::Layout layout, read_layout(resources.files / "assets" / "keyboards", id));
        resources.layouts.push_back(std::move(layout));
    }
    return base::Done{};
}

base::Result<Words> in_language(const Resources& resources, const std::string& language) {
    if (language == "fr") {
        return Words{language, resources.messages, resources.catalogue, nullptr};
    }
    const std::filesystem::path own_file = translation_file(resources.files / "lessons", language);
    COUCOU_TRY(const lesson::Translations own, lesson::Translations::read(own_file));
    Words words{language, resources.messages.in(own), {}, nullptr};
    const std::filesystem::path lessons_file = translation_file(resources.lessons, language);
    std::error_code error;
    if (!std::filesystem::exists(lessons_file, error)) {
        words.catalogue = resources.catalogue;
    } else if (std::filesystem::equivalent(lessons_file, own_file, error)) {
        words.catalogue = lesson::translated(resources.catalogue, world::vocabulary(), own);
    } else {
        COUCOU_TRY(const lesson::Translations theirs, lesson::Translations::read(lessons_file));
        words.catalogue = lesson::translated(resources.catalogue, world::vocabulary(), theirs);
        // Lists that the folder has from the program are in the program's translation.
        words.catalogue.variety = lesson::translated(*words.catalogue.variety, own);
        for (lesson::Lesson& lesson : words.catalogue.lessons) {
            lesson.variety = words.catalogue.variety;
        }
    }
    return words;
}

base::Result<base::Done> add_sites(world::Setup& setup, const lesson::Lesson& lesson, const Resources& resources,
                                   Words& words) {
    if (words.sites == nullptr && uses_desk(lesson)) {
        COUCOU_TRY(auto sites, sites_in(resources.lessons, words.language));
        if (!is_shipped(resources.lessons, resources)) {
            COUCOU_TRY(auto shipped, sites_in(resources.files / "lessons", words.language));
            std::ranges::copy_if(shipped, std::back_inserter(sites), [own = sites](const lesson::Site& site) {
                return std::ranges::none_of(own, [&](const lesson::Site& other) {
                    return other.id == site.id || other.address == site.address;
                });
            });
        }
        words.sites = std::make_shared<const std::vector<lesson::Site>>(std::move(sites));
    }
    setup.sites = words.sites;
    return base::Done{};
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
