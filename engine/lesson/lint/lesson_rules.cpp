// What a lesson's texts and pictures need beside them.
#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/lint/find.h"
#include "lesson/lint/page.h"
#include "lesson/lint/text.h"
#include "lesson/site_texts.h"

#include <algorithm>
#include <array>

namespace lesson::lint {

namespace {

constexpr std::array<std::string_view, 2> picture_keys{"picture", "icon"};

/// Whether a letter stands outside of key caps and pictures.
bool has_words(std::string_view text) {
    bool in_mark = false;
    for (const char32_t c : base::decode(text)) {
        in_mark = (in_mark || c == U'{' || c == U'[') && c != U'}' && c != U']';
        if (!in_mark && is_letter(c)) {
            return true;
        }
    }
    return false;
}

/// Calls `visit(name, value)` for each key of that name with a text behind it, wherever it stands.
template <typename Visit>
void each_code(const Value& value, Visit visit) {
    for (const Entry& entry : table_of(value)) {
        const auto* text = std::get_if<std::string>(&entry.value.data);
        if (text != nullptr && std::ranges::find(picture_keys, entry.key) != picture_keys.end()) {
            visit(*text, entry.value.place);
        }
        each_code(entry.value, visit);
    }
    for (const Value& item : list_of(value)) {
        each_code(item, visit);
    }
}

/// The pictures that a text asks for: `{mouse-left}` is the drawing `icon-mouse-left`.
void find_missing_icons(const Material& material, const LessonText& text, Findings& findings) {
    const std::string& words = text.text;
    for (std::size_t open = words.find('{'); open != std::string::npos; open = words.find('{', open + 1)) {
        const std::size_t close = words.find('}', open);
        const std::string name = close == std::string::npos ? "" : words.substr(open + 1, close - open - 1);
        if (!name.empty() && !material.art.contains("icon-" + name)) {
            findings.add(place_in(material.files[text.file].text, text.place, words, open),
                         {{"picture", "icon-" + name}});
        }
    }
}

/// The place of a text in the folder's own files where it can be told better than by what the reader knew.
base::Place better_place(const Material& material, const std::string& text, const base::Place& place) {
    for (const LessonText& own : material.texts) {
        if (own.place.file == place.file && own.text == text && own.place.line >= place.line) {
            return own.place;
        }
    }
    return place;
}

/// The beginning of a text, to know it again.
std::string shortened(const std::string& text) {
    constexpr std::size_t most = 40;
    const std::u32string characters = base::decode(text.substr(0, text.find('\n')));
    return characters.size() <= most ? base::encode(characters) : base::encode(characters.substr(0, most)) + "\u2026";
}

} // namespace

void find_bad_can_do(const Material& material, Findings& findings) {
    const std::vector<std::string>& begins = material.words.can_do();
    for (const LessonText& text : material.texts) {
        const bool is_good =
            std::ranges::any_of(begins, [&](const std::string& begin) { return text.text.starts_with(begin); });
        if (text.key == "can_do" && !begins.empty() && !is_good) {
            findings.add(text.place, {{"begin", begins.front()}});
        }
    }
}

void find_missing_pictures(const Material& material, Findings& findings) {
    if (material.art.empty()) {
        return;
    }
    for (const SourceFile& file : material.files) {
        if (!file.value) {
            continue;
        }
        each_code(*file.value, [&](const std::string& name, const base::Place& place) {
            if (!name.empty() && name.find('%') == std::string::npos && !material.art.contains(name)) {
                findings.add(place, {{"picture", name}});
            }
        });
    }
    for (const LessonText& text : material.texts) {
        if (text.role == Role::voice) {
            find_missing_icons(material, text, findings);
        }
    }
}

void find_missing_translations(const Material& material, Findings& findings) {
    for (const Language& language : material.languages) {
        const VisitPlacedText visit = [&](const std::string& context, std::string& text, const base::Place& place) {
            if (!language.translations.has(context, text)) {
                findings.add(better_place(material, text, place),
                             {{"language", language.code}, {"context", context}, {"text", shortened(text)}});
            }
        };
        for (Module module : material.catalogue.modules) {
            each_placed_text(module, visit);
        }
        for (Lesson lesson : material.catalogue.lessons) {
            each_placed_text(lesson, material.vocabulary, visit);
        }
        for (Site site : material.sites.sites) {
            each_placed_text(site, visit);
        }
        Variety own;
        for (const VarietyList& list : material.catalogue.variety->lists) {
            if (material.find(list.place.file) != nullptr) {
                own.lists.push_back(list);
            }
        }
        each_placed_text(own, visit);
    }
}

void find_pictures_without_text(const Material& material, Findings& findings) {
    for (const LessonText& text : material.texts) {
        if (text.role == Role::voice && text.text.find('{') != std::string::npos && !has_words(text.text)) {
            findings.add(text.place, {}, "alone");
        }
    }
    for (const Site& site : material.sites.sites) {
        const std::filesystem::path folder = std::filesystem::path(site.place.file).parent_path();
        for (const SitePage& page : site.pages) {
            for (const Element& element : elements_of(page.html)) {
                if (element.tag == "img" && !element.has("alt")) {
                    findings.add(place_at(page.html, element.position, (folder / page.file).string()));
                }
            }
        }
    }
}

} // namespace lesson::lint
