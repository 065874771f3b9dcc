// Makes a page: its elements with their words, its forms, its title and text.
#include "world/page.h"

#include "base/text.h"
#include "lesson/fault.h"
#include "world/page_guard.h"
#include "world/page_tree.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <list>
#include <set>
#include <utility>

namespace world {

namespace {

using Name = std::string_view;

constexpr std::size_t most_words = 60; ///< characters of an element's words that its name keeps
constexpr std::size_t most_style_bytes = 128 * 1024;
constexpr std::array<Name, 8> text_types{"text", "password", "email", "number", "date", "tel", "search", "url"};

constexpr std::string_view kind_name(ElementKind kind) {
    switch (kind) {
    case ElementKind::link:
        return "link";
    case ElementKind::field:
        return "field";
    case ElementKind::area:
        return "area";
    case ElementKind::tick:
        return "tick";
    case ElementKind::radio:
        return "radio";
    case ElementKind::choice:
        return "choice";
    case ElementKind::button:
        return "button";
    case ElementKind::file:
        return "file";
    case ElementKind::hidden:
        return "hidden";
    }
    return {};
}

std::size_t whole_number(const HtmlNode& node, Name name) {
    const std::string text = attribute_or(node, name);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? number : 0;
}

/// Words as a name holds them: no typographic blanks, no star or colon at their end, not too long.
std::string plain(std::string_view words) {
    std::u32string signs = base::decode(words);
    std::ranges::replace_if(
        signs, [](char32_t sign) { return sign == U'\u00a0' || sign == U'\u202f'; }, U' ');
    while (!signs.empty() && (signs.back() == U' ' || signs.back() == U'*' || signs.back() == U':')) {
        signs.pop_back();
    }
    return std::string(base::trim(base::encode(std::u32string_view(signs).substr(0, most_words))));
}

/// Walks over a tree and notes what can be touched.
class Collector {
public:
    explicit Collector(Page& page) : page_(page) {}

    void collect(HtmlNode& root) {
        find_labels(root);
        walk(root, {});
    }

private:
    void find_labels(const HtmlNode& node) {
        if (node.tag == "label") {
            if (const std::string* of = attribute(node, "for")) {
                labels_.emplace(*of, words_of(node));
            }
        }
        for (const HtmlNode& child : node.children) {
            find_labels(child);
        }
    }

    /// What an element lies in.
    struct Around {
        int form = -1;
        std::string label;
        bool advert = false;
    };

    static bool has_class(const HtmlNode& node, std::string_view name) {
        return (' ' + attribute_or(node, "class") + ' ').find(' ' + std::string(name) + ' ') != std::string::npos;
    }

    void walk(HtmlNode& node, Around around) {
        if (attribute(node, "hidden") != nullptr) {
            return;
        }
        if (node.tag == "title" && page_.title.empty()) {
            for (const HtmlNode& child : node.children) {
                page_.title += child.text;
            }
            page_.title = base::trim(page_.title);
            return;
        }
        if (node.tag == "form") {
            around.form = static_cast<int>(page_.forms.size());
            const std::string name = attribute_or(node, "name", attribute_or(node, "id"));
            page_.forms.push_back(
                {name.empty() ? "form" : name, attribute_or(node, "action"), attribute(node, "novalidate") == nullptr});
        }
        around.advert = around.advert || has_class(node, "advert");
        note(node, around);
        if (node.tag == "label") {
            around.label = words_of(node);
        }
        if (node.tag != "select") {
            for (HtmlNode& child : node.children) {
                walk(child, around);
            }
        }
    }

    void note(HtmlNode& node, const Around& around) {
        PageElement element;
        element.form = around.form;
        element.is_advert = around.advert;
        if (node.tag == "a" && attribute(node, "href") != nullptr) {
            element.kind = ElementKind::link;
            element.href = base::trim(attribute_or(node, "href"));
            element.downloads = attribute(node, "download") != nullptr;
            element.in_new_tab = attribute_or(node, "target") == "_blank";
            element.words =
                first_of({words_of(node), attribute_or(node, "aria-label"), attribute_or(node, "title"), element.href});
        } else if (node.tag == "button") {
            element.kind = ElementKind::button;
            element.type = base::lower(attribute_or(node, "type", "submit"));
            element.words = first_of({words_of(node), attribute_or(node, "aria-label"), attribute_or(node, "value")});
        } else if (node.tag == "input") {
            note_input(node, element, around.label);
        } else if (node.tag == "textarea") {
            element.kind = ElementKind::area;
            element.type = "text";
            for (const HtmlNode& child : node.children) {
                element.value += child.text;
            }
        } else if (node.tag == "select") {
            element.kind = ElementKind::choice;
            note_options(node, element);
        } else {
            return;
        }
        note_common(node, element);
        if (element.words.empty() && element.kind != ElementKind::button) {
            element.words = label_of(node, around.label);
        }
        add(node, std::move(element));
    }

    static void note_input(const HtmlNode& node, PageElement& element, const std::string& label) {
        const std::string type = base::lower(attribute_or(node, "type", "text"));
        element.value = attribute_or(node, "value");
        if (type == "checkbox" || type == "radio") {
            element.kind = type == "radio" ? ElementKind::radio : ElementKind::tick;
            element.chosen = attribute(node, "checked") != nullptr;
            element.value = attribute_or(node, "value", "on");
            element.words = label;
        } else if (type == "submit" || type == "reset" || type == "button" || type == "image") {
            element.kind = ElementKind::button;
            element.type = type == "image" ? "submit" : type;
            element.words = first_of({element.value, attribute_or(node, "alt"), attribute_or(node, "aria-label")});
        } else if (type == "file") {
            element.kind = ElementKind::file;
        } else if (type == "hidden") {
            element.kind = ElementKind::hidden;
        } else {
            element.kind = ElementKind::field;
            element.type = std::ranges::find(text_types, type) == text_types.end() ? "text" : type;
        }
    }

    static void note_options(const HtmlNode& node, PageElement& element) {
        for (const HtmlNode& child : node.children) {
            if (child.tag == "optgroup") {
                note_options(child, element);
            } else if (child.tag == "option") {
                const std::string words = words_of(child);
                if (attribute(child, "selected") != nullptr) {
                    element.option = element.options.size();
                }
                element.options.push_back({attribute_or(child, "value", words), words});
            }
        }
    }

    static void note_common(const HtmlNode& node, PageElement& element) {
        element.name = attribute_or(node, "name");
        if (element.kind == ElementKind::button) {
            element.value = attribute_or(node, "value");
        }
        element.placeholder = attribute_or(node, "placeholder");
        element.required = attribute(node, "required") != nullptr;
        element.enabled = attribute(node, "disabled") == nullptr;
        element.read_only = attribute(node, "readonly") != nullptr;
        element.least = attribute_or(node, "min");
        element.most = attribute_or(node, "max");
        element.pattern = attribute_or(node, "pattern");
        element.shortest = whole_number(node, "minlength");
        element.longest = whole_number(node, "maxlength");
    }

    std::string label_of(const HtmlNode& node, const std::string& around) const {
        const auto label = labels_.find(attribute_or(node, "id"));
        return first_of({label == labels_.end() ? std::string() : label->second, around,
                         attribute_or(node, "aria-label"), attribute_or(node, "placeholder"),
                         attribute_or(node, "title"), attribute_or(node, "name")});
    }

    static std::string first_of(std::initializer_list<std::string> choices) {
        const auto found =
            std::ranges::find_if(choices, [](const std::string& one) { return !base::trim(one).empty(); });
        return found == choices.end() ? std::string() : *found;
    }

    void add(HtmlNode& node, PageElement element) {
        if (element.kind != ElementKind::hidden) {
            const std::string words = plain(element.words);
            const std::string wanted = std::string(kind_name(element.kind)) + '/' +
                                       (words.empty() ? first_of({element.type, element.name, "?"}) : words);
            std::string name = wanted;
            for (int number = 2; !names_.insert(name).second; ++number) {
                name = wanted + "#" + std::to_string(number);
            }
            node.target = element.target = name;
        }
        page_.elements.push_back(std::move(element));
    }

    Page& page_;
    std::map<std::string, std::string> labels_;
    std::set<std::string> names_;
};

/// Lines of a text area end with one sign.
void tidy_areas(Page& page) {
    for (PageElement& element : page.elements) {
        if (element.kind == ElementKind::area) {
            std::erase(element.value, '\r');
        }
    }
}

Page make(std::string_view html, const PageData& data, const StyleSheets& styles, const std::string& file) {
    Page page;
    page.faults = guard_page(html, file);
    if (!page.faults.empty()) {
        return page;
    }
    HtmlNode root = read_tree(html, data);
    page.style = style_of(root, styles);
    if (root.tag.empty() || page.style.size() > most_style_bytes) {
        Page refused;
        lesson::add_fault(
            refused.faults, root.tag.empty() ? "page.too-many-elements" : "page.too-much-style", {file, 0, 0},
            {{"elements", std::to_string(most_page_elements)}, {"most", std::to_string(most_style_bytes / 1024)}});
        return refused;
    }
    Collector(page).collect(root);
    tidy_areas(page);
    page.html = html_of(root);
    page.text = words_of(root, '\n');
    return page;
}

/// A page that was made, and from what.
struct Made {
    std::string html;
    PageData data;
    StyleSheets styles;
    std::string file;
    std::shared_ptr<const Page> page;
};

} // namespace

std::shared_ptr<const Page> make_page(std::string_view html, const PageData& data, const StyleSheets& styles,
                                      const std::string& file) {
    // Going back and forth, and every search over the practice computer, asks for the same few pages again and again.
    // The page depends on nothing but what it is looked up by, so that remembering it changes no result.
    constexpr std::size_t most_made = 32;
    thread_local std::list<Made> made;
    const auto known = std::ranges::find_if(made, [&](const Made& one) {
        return one.html == html && one.file == file && one.data == data && one.styles == styles;
    });
    if (known != made.end()) {
        made.splice(made.begin(), made, known);
        return made.front().page;
    }
    auto page = std::make_shared<const Page>(make(html, data, styles, file));
    made.push_front({std::string(html), data, styles, file, page});
    if (made.size() > most_made) {
        made.pop_back();
    }
    return page;
}

base::Faults check_page(std::string_view html, const std::string& file) {
    return make(html, {}, {}, file).faults;
}

const PageElement* find_element(const Page& page, std::string_view target) {
    const auto found = std::ranges::find_if(page.elements, [&](const PageElement& element) {
        return element.kind != ElementKind::hidden && element.target == target;
    });
    return found == page.elements.end() ? nullptr : &*found;
}

} // namespace world
