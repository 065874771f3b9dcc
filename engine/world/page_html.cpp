// A page's tree as words, as clean HTML, and its style sheets.
#include "base/text.h"
#include "world/page_tree.h"

#include <algorithm>
#include <array>
#include <span>

namespace world {

namespace {

using Name = std::string_view;

constexpr std::array<Name, 13> void_tags{"area", "base", "br",    "col",    "hr",    "img", "input",
                                         "link", "meta", "param", "source", "track", "wbr"};
constexpr std::array<Name, 8> unshown_tags{"style", "link", "meta", "base", "title", "script", "template", "noscript"};
constexpr std::array<Name, 36> block_tags{
    "address", "article",  "aside",  "blockquote", "br",     "caption", "dd",   "div", "dl",
    "dt",      "fieldset", "figure", "footer",     "form",   "h1",      "h2",   "h3",  "h4",
    "h5",      "h6",       "header", "hr",         "legend", "li",      "main", "nav", "ol",
    "option",  "p",        "pre",    "section",    "table",  "td",      "th",   "tr",  "ul"};
/// What stands in them belongs to the control, not to its label.
constexpr std::array<Name, 2> control_tags{"select", "textarea"};

bool is_one_of(std::span<const Name> names, Name name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_blank(char sign) {
    return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\f' || sign == '\r';
}

/// Words as they come in, with one blank between them.
class Run {
public:
    explicit Run(char between) : between_(between) {}

    void text(std::string_view text) {
        for (const char sign : text) {
            if (is_blank(sign)) {
                blank_ = true;
                continue;
            }
            if (!all_.empty() && (breaks_ || blank_)) {
                all_ += breaks_ ? between_ : ' ';
            }
            breaks_ = blank_ = false;
            all_ += sign;
        }
    }
    void block() { breaks_ = true; }
    std::string take() { return std::move(all_); }

private:
    std::string all_;
    char between_;
    bool blank_ = false;
    bool breaks_ = false;
};

void collect(const HtmlNode& node, Run& words) {
    if (node.tag.empty()) {
        words.text(node.text);
        return;
    }
    if (is_one_of(unshown_tags, node.tag) || attribute(node, "hidden") != nullptr) {
        return;
    }
    const bool is_block = is_one_of(block_tags, node.tag);
    if (is_block) {
        words.block();
    }
    if (node.tag == "img") {
        words.text(attribute_or(node, "alt"));
    }
    for (const HtmlNode& child : node.children) {
        if (!is_one_of(control_tags, child.tag) || is_one_of(control_tags, node.tag)) {
            collect(child, words);
        }
    }
    if (is_block) {
        words.block();
    }
}

void escape(std::string_view text, std::string& into) {
    for (const char sign : text) {
        switch (sign) {
        case '&':
            into += "&amp;";
            break;
        case '<':
            into += "&lt;";
            break;
        case '>':
            into += "&gt;";
            break;
        case '"':
            into += "&quot;";
            break;
        default:
            into += sign;
        }
    }
}

/// Whether gumbo's name of an attribute can be written again: no sign that ends a name.
bool is_name(std::string_view name) {
    return !name.empty() && name.find_first_of(" \t\n\f\r\"'<>/=") == std::string_view::npos;
}

void write(const HtmlNode& node, std::string& html) {
    if (node.tag.empty()) {
        escape(node.text, html);
        return;
    }
    if (is_one_of(unshown_tags, node.tag) || attribute(node, "hidden") != nullptr) {
        return;
    }
    html += '<' + node.tag;
    for (const auto& [name, value] : node.attributes) {
        if (is_name(name)) {
            html += ' ' + name + "=\"";
            escape(name == "style" ? clean_style(value) : value, html);
            html += '"';
        }
    }
    if (!node.target.empty()) {
        html += " data-target=\"";
        escape(node.target, html);
        html += '"';
    }
    html += '>';
    if (is_one_of(void_tags, node.tag)) {
        return;
    }
    for (const HtmlNode& child : node.children) {
        write(child, html);
    }
    html += "</" + node.tag + '>';
}

std::string without_comments(std::string_view css) {
    std::string clean;
    while (true) {
        const std::size_t open = css.find("/*");
        clean += css.substr(0, open);
        const std::size_t close = open == std::string_view::npos ? open : css.find("*/", open + 2);
        if (close == std::string_view::npos) {
            return clean;
        }
        clean += ' '; // what stood before and behind a comment must not become the start of another
        css.remove_prefix(close + 2);
    }
}

void drop_imports(std::string& css) {
    for (std::size_t at = css.find("@import"); at != std::string::npos; at = css.find("@import", at)) {
        css.replace(at, std::min(css.find(';', at), css.size() - 1) + 1 - at, " ");
    }
}

void drop_circles(std::string& css) {
    for (std::size_t at = css.find("--"); at != std::string::npos; at = css.find("--", at + 2)) {
        const bool begins = at == 0 || css[at - 1] == '{' || css[at - 1] == ';' || is_blank(css[at - 1]);
        const std::size_t end = std::min(css.find_first_of(";}", at), css.size());
        if (begins && css.substr(at, end - at).find("var(") != std::string::npos) {
            css.replace(at, end - at, " ");
        }
    }
}

void collect_style(const HtmlNode& node, const StyleSheets& sheets, std::string& css) {
    if (node.tag == "style") {
        for (const HtmlNode& child : node.children) {
            css += clean_style(child.text) + '\n';
        }
    } else if (node.tag == "link" && base::lower(attribute_or(node, "rel")) == "stylesheet") {
        if (const auto sheet = sheets.find(attribute_or(node, "href")); sheet != sheets.end()) {
            css += clean_style(sheet->second) + '\n';
        }
    }
    for (const HtmlNode& child : node.children) {
        collect_style(child, sheets, css);
    }
}

} // namespace

std::string words_of(const HtmlNode& node, char between) {
    Run words(between);
    collect(node, words);
    return words.take();
}

std::string html_of(const HtmlNode& root) {
    std::string html;
    write(root, html);
    return html;
}

std::string clean_style(std::string_view css) {
    std::string clean = without_comments(css);
    drop_imports(clean);
    drop_circles(clean);
    return clean;
}

std::string style_of(const HtmlNode& root, const StyleSheets& sheets) {
    std::string css;
    collect_style(root, sheets, css);
    return css;
}

} // namespace world
