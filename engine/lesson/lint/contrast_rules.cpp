// Whether the texts of practice sites stand out from what is behind them.
#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/lint/css.h"
#include "lesson/lint/find.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

namespace lesson::lint {

namespace {

/// WCAG 2.2, success criterion 1.4.3 (level AA), for texts of any size.
constexpr double least_contrast = 4.5;

constexpr Colour black{0, 0, 0};
constexpr Colour white{255, 255, 255};
/// What browsers show links and buttons in where a page says nothing.
constexpr Colour link_blue{0, 0, 238};
constexpr Colour button_grey{239, 239, 239};

/// An element's colours, and where they were written.
struct Look {
    Colour text = black;
    Colour background = white;
    const ColourRule* text_rule = nullptr;
    const ColourRule* background_rule = nullptr;
};

/// The rule that wins for an element: the weightiest, and of those the last.
const ColourRule* winner(const std::vector<ColourRule>& rules, bool is_background, const std::vector<Element>& page,
                         std::size_t element) {
    const ColourRule* best = nullptr;
    for (const ColourRule& rule : rules) {
        if (rule.is_background == is_background && (best == nullptr || rule.weight >= best->weight) &&
            fits(rule.selector, page, element)) {
            best = &rule;
        }
    }
    return best;
}

bool is_button(const Element& element) {
    const std::string_view type = element.attribute("type");
    return element.tag == "button" || (element.tag == "input" && (type == "submit" || type == "button"));
}

bool is_field(const Element& element) {
    return element.tag == "input" || element.tag == "select" || element.tag == "textarea";
}

bool shows_text(const Element& element) {
    const bool is_hidden = element.tag == "style" || element.tag == "script" || element.tag == "title" ||
                           element.attribute("type") == "hidden";
    return !is_hidden && (!base::trim(element.text).empty() || is_button(element) || is_field(element));
}

/// How an element looks, knowing how its parent looks.
Look look_of(const std::vector<Element>& page, std::size_t index, Look look, const std::vector<ColourRule>& rules) {
    const Element& element = page[index];
    if (is_button(element) || is_field(element)) {
        look = {black, is_button(element) ? button_grey : white, nullptr, nullptr};
    } else if (element.tag == "a" && element.has("href")) {
        look.text = link_blue;
        look.text_rule = nullptr;
    }
    if (const ColourRule* rule = winner(rules, false, page, index)) {
        look.text = *rule->colour;
        look.text_rule = rule;
    }
    const ColourRule* behind = winner(rules, true, page, index);
    if (behind != nullptr && behind->colour) {
        look.background = *behind->colour;
        look.background_rule = behind;
    }
    return look;
}

/// Looks at all pages of one site.
class SiteLooks {
public:
    SiteLooks(const Site& site, const Material& material, Findings& findings)
        : site_(site), material_(material), findings_(findings),
          folder_(std::filesystem::path(site.place.file).parent_path()) {
        for (const auto& [name, css] : site.styles) {
            sheets_[name] = colour_rules(css, (folder_ / name).string());
        }
    }

    void examine() {
        for (const SitePage& page : site_.pages) {
            examine_page(page);
        }
    }

private:
    void examine_page(const SitePage& page) {
        const std::vector<Element> elements = elements_of(page.html);
        std::vector<ColourRule> rules;
        for (const Element& element : elements) {
            if (element.tag == "link" && element.attribute("rel") == "stylesheet") {
                const auto sheet = sheets_.find(element.attribute("href"));
                if (sheet != sheets_.end()) {
                    rules.insert(rules.end(), sheet->second.begin(), sheet->second.end());
                }
            }
        }
        std::vector<Look> looks;
        for (std::size_t i = 0; i < elements.size(); ++i) {
            const Look above = elements[i].parent == Element::none ? Look{} : looks[elements[i].parent];
            looks.push_back(look_of(elements, i, above, rules));
            if (shows_text(elements[i])) {
                examine_look(looks.back(), page, elements[i]);
            }
        }
    }

    /// Each pair of colours is told once for each place that makes it.
    void examine_look(const Look& look, const SitePage& page, const Element& element) {
        const double found = contrast(look.text, look.background);
        if (found >= least_contrast) {
            return;
        }
        const ColourRule* rule = look.text_rule != nullptr ? look.text_rule : look.background_rule;
        base::Place place = place_at(page.html, element.position, (folder_ / page.file).string());
        if (rule != nullptr) {
            const SourceFile* sheet = material_.find(rule->file);
            place = place_at(sheet == nullptr ? std::string_view() : sheet->text, rule->position, rule->file);
        }
        const std::string key =
            fmt::format("{}{}{}", lesson::written(place), written(look.text), written(look.background));
        if (told_.insert(key).second) {
            findings_.add(place, {{"text", written(look.text)},
                                  {"background", written(look.background)},
                                  {"contrast", fmt::format("{:.1f}", found)},
                                  {"least", fmt::format("{:.1f}", least_contrast)},
                                  {"page", page.file}});
        }
    }

    const Site& site_;
    const Material& material_;
    Findings& findings_;
    std::filesystem::path folder_;
    std::map<std::string, std::vector<ColourRule>, std::less<>> sheets_;
    std::set<std::string> told_;
};

} // namespace

void find_low_contrast(const Material& material, Findings& findings) {
    for (const Site& site : material.sites.sites) {
        SiteLooks(site, material, findings).examine();
    }
}

} // namespace lesson::lint
