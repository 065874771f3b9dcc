// Web pages as their authors wrote them. Read by gumbo, as browsers read them, with the place of everything.
#include "lesson/html.h"

#include "base/text.h"
#include "lesson/fault.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <functional>
#include <gumbo.h>
#include <map>
#include <memory>
#include <optional>

namespace lesson {

namespace {

constexpr std::string_view blanks = " \t\n\r\f";

/// Faults are not kept: each would hold a copy of all elements that are open.
const GumboOptions& options() {
    static const GumboOptions quiet = [] {
        GumboOptions made = kGumboDefaultOptions;
        made.max_errors = 0;
        return made;
    }();
    return quiet;
}

struct Destroy {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&options(), output); }
};
using Document = std::unique_ptr<GumboOutput, Destroy>;

Document parse(std::string_view html) {
    return Document(gumbo_parse_with_options(&options(), html.data(), html.size()));
}

std::string_view view_of(const GumboStringPiece& piece) {
    return {piece.data, piece.length};
}

// --- Depth ----------------------------------------------------------------------------------------------------------

/// Elements that hold nothing, or that the next of their kind ends.
constexpr std::array<std::string_view, 30> flat_tags{
    "area",  "base",   "br",    "col",   "embed", "hr",   "img",  "input", "link",   "meta",
    "param", "source", "track", "wbr",   "p",     "li",   "dt",   "dd",    "option", "tr",
    "td",    "th",     "tbody", "thead", "tfoot", "html", "head", "body",  "rt",     "rp",
};

/// Elements of drawings, which alone can be written as `<path/>`: in all others browsers overlook the stroke.
constexpr std::array<std::string_view, 9> shapes{"path", "circle",   "rect", "line",   "polygon",
                                                 "use",  "polyline", "stop", "ellipse"};

/// The position after a comment, or after what stands inside a script or style sheet; nothing elsewhere.
std::optional<std::size_t> after_raw(std::string_view html, std::size_t open, std::string_view tag) {
    std::string_view end;
    if (html.substr(open, 4) == "<!--") {
        end = "-->";
    } else if (tag == "script") {
        end = "</script";
    } else if (tag == "style") {
        end = "</style";
    } else {
        return std::nullopt;
    }
    const std::size_t found = html.find(end, open + 4);
    return found == std::string_view::npos ? html.size() : found + end.size();
}

std::string tag_at(std::string_view html, std::size_t name) {
    std::size_t end = name;
    while (end < html.size() && std::isalnum(static_cast<unsigned char>(html[end])) != 0) {
        ++end;
    }
    return base::lower(html.substr(name, end - name));
}

/// Where elements seem to be nested far too deeply, by tags opened and closed. Comes before the parser, whose time
/// grows with the square of the depth.
std::optional<std::size_t> seems_too_deep(std::string_view html) {
    constexpr int most_open = 4 * most_page_levels;
    int open = 0;
    for (std::size_t i = html.find('<'); i != std::string_view::npos; i = html.find('<', i)) {
        const bool closes = html.substr(i + 1, 1) == "/";
        const std::string tag = tag_at(html, i + (closes ? 2 : 1));
        if (const auto after = after_raw(html, i, tag); after && !closes) {
            i = *after;
            continue;
        }
        if (!tag.empty() && std::ranges::find(flat_tags, tag) == flat_tags.end()) {
            const std::size_t end = std::min(html.find('>', i), html.size());
            const bool is_whole = html[end - 1] == '/' && std::ranges::find(shapes, tag) != shapes.end();
            open = std::max(open + (closes ? -1 : is_whole ? 0 : 1), 0);
        }
        if (open > most_open) {
            return i;
        }
        ++i;
    }
    return std::nullopt;
}

// --- Walking --------------------------------------------------------------------------------------------------------

const GumboVector* children_of(const GumboNode& node) {
    if (node.type == GUMBO_NODE_DOCUMENT) {
        return &node.v.document.children;
    }
    const bool is_element = node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
    return is_element ? &node.v.element.children : nullptr;
}

/// Deeper elements are not looked at: each level takes room on the call stack.
constexpr int most_walked = 8 * most_page_levels;

/// Calls `visit(node, level)` for a node and all inside it, in the order of the page.
void each_node(const GumboNode& node, int level, const std::function<void(const GumboNode&, int)>& visit) {
    visit(node, level);
    const GumboVector* children = level < most_walked ? children_of(node) : nullptr;
    if (children != nullptr) {
        for (unsigned i = 0; i < children->length; ++i) {
            each_node(*static_cast<const GumboNode*>(children->data[i]), level + 1, visit);
        }
    }
}

bool is_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

std::string_view attribute(const GumboNode& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string collapsed(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (blanks.find(c) == std::string_view::npos) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (result.ends_with(' ')) {
        result.pop_back();
    }
    return result;
}

std::string text_inside(const GumboNode& element) {
    std::string text;
    each_node(element, 0, [&](const GumboNode& node, int /*level*/) {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) {
            text += node.v.text.text;
        }
    });
    return collapsed(text);
}

// --- Parts ----------------------------------------------------------------------------------------------------------

/// Gathers what a page has.
class PartsReader {
public:
    PartsReader(std::string_view html, const std::string& file) : html_(html), file_(file) {}

    void visit(const GumboNode& node) {
        if (!is_element(node)) {
            return;
        }
        switch (node.v.element.tag) {
        case GUMBO_TAG_TITLE:
            if (parts.title.empty()) {
                parts.title = text_inside(node);
            }
            break;
        case GUMBO_TAG_A:
        case GUMBO_TAG_AREA:
            refer(PageReference::Kind::link, node, "href");
            break;
        case GUMBO_TAG_IMG:
            refer(PageReference::Kind::picture, node, "src");
            break;
        case GUMBO_TAG_LINK:
            if (base::lower(attribute(node, "rel")) == "stylesheet") {
                refer(PageReference::Kind::style, node, "href");
            }
            break;
        case GUMBO_TAG_FORM:
            read_form(node);
            break;
        default:
            break;
        }
    }

    PageParts parts;

private:
    void refer(PageReference::Kind kind, const GumboNode& node, const char* name) {
        if (const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name)) {
            parts.references.push_back(
                {kind, std::string(base::trim(found->value)), place_at(html_, found->value_start.offset, file_)});
        }
    }

    void read_form(const GumboNode& node) {
        PageForm form{
            std::string(attribute(node, "name")), {}, place_at(html_, node.v.element.start_pos.offset, file_)};
        each_node(node, 0, [&](const GumboNode& inside, int /*level*/) {
            if (!is_element(inside)) {
                return;
            }
            const GumboTag tag = inside.v.element.tag;
            const bool is_field = tag == GUMBO_TAG_INPUT || tag == GUMBO_TAG_SELECT || tag == GUMBO_TAG_TEXTAREA ||
                                  tag == GUMBO_TAG_BUTTON;
            const std::string_view name = attribute(inside, "name");
            if (is_field && !name.empty()) {
                form.fields.emplace_back(name);
            }
        });
        parts.forms.push_back(std::move(form));
    }

    std::string_view html_;
    const std::string& file_;
};

/// The first place at which elements are nested too deeply.
std::optional<std::size_t> too_deep(const GumboOutput& page) {
    std::optional<std::size_t> found;
    each_node(*page.root, 1, [&](const GumboNode& node, int level) {
        if (!found && level > most_page_levels && is_element(node)) {
            found = node.v.element.start_pos.offset;
        }
    });
    return found;
}

// --- Texts ----------------------------------------------------------------------------------------------------------

bool is_letter(char32_t c) {
    if (c < 0x80) {
        return std::isalpha(static_cast<int>(c)) != 0;
    }
    const bool is_sign = c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2C00) || c >= 0x1F000;
    return !is_sign;
}

/// Whether there is a letter outside of `{{…}}`.
bool has_words(std::string_view text) {
    std::string rest;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find("{{"), text.size());
        rest += text.substr(0, open);
        const std::size_t close = text.find("}}", open);
        text = close == std::string_view::npos ? std::string_view() : text.substr(close + 2);
    }
    return std::ranges::any_of(base::decode(rest), is_letter);
}

std::string escaped(std::string_view text, bool in_attribute) {
    std::string result;
    for (const char c : text) {
        if (c == '&') {
            result += "&amp;";
        } else if (c == '<') {
            result += "&lt;";
        } else if (c == '>') {
            result += "&gt;";
        } else if (c == '"' && in_attribute) {
            result += "&quot;";
        } else {
            result += c;
        }
    }
    return result;
}

/// A piece of a page that holds a text.
struct TextPiece {
    std::string_view original; ///< in the page
    std::string text;
    bool is_attribute = false;
};

/// Finds the texts of a page, each once: the parser may make two elements of one tag.
class TextFinder {
public:
    void visit(const GumboNode& node) {
        if (node.type == GUMBO_NODE_TEXT) {
            if (!is_code(node.parent)) {
                add({view_of(node.v.text.original_text), collapsed(node.v.text.text)});
            }
        } else if (is_element(node)) {
            for (const char* name : {"alt", "placeholder", "title", "aria-label", "label"}) {
                add_attribute(node, name);
            }
            if (is_button(node)) {
                add_attribute(node, "value");
            }
            if (node.v.element.tag == GUMBO_TAG_META && base::lower(attribute(node, "name")) == "description") {
                add_attribute(node, "content");
            }
        }
    }

    std::map<const char*, TextPiece> pieces; ///< by where they begin

private:
    static bool is_code(const GumboNode* parent) {
        return parent != nullptr && is_element(*parent) &&
               (parent->v.element.tag == GUMBO_TAG_SCRIPT || parent->v.element.tag == GUMBO_TAG_STYLE);
    }

    static bool is_button(const GumboNode& node) {
        const std::string type = base::lower(attribute(node, "type"));
        return node.v.element.tag == GUMBO_TAG_INPUT && (type == "submit" || type == "button" || type == "reset");
    }

    void add_attribute(const GumboNode& node, const char* name) {
        if (const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name)) {
            add({view_of(found->original_value), collapsed(found->value), true});
        }
    }

    void add(TextPiece piece) {
        if (!piece.original.empty() && has_words(piece.text)) {
            pieces.emplace(piece.original.data(), std::move(piece));
        }
    }
};

/// The piece as it stands in the page with another text, its outer blanks kept.
std::string rewritten(const TextPiece& piece, const std::string& text) {
    if (piece.is_attribute) {
        return '"' + escaped(text, true) + '"';
    }
    const std::size_t first = std::min(piece.original.find_first_not_of(blanks), piece.original.size());
    const std::size_t last = piece.original.find_last_not_of(blanks);
    std::string result(piece.original.substr(0, first));
    result += escaped(text, false);
    return result.append(last == std::string_view::npos ? std::string_view() : piece.original.substr(last + 1));
}

} // namespace

PageParts parts_of(std::string_view html, const std::string& file, base::Faults& faults) {
    const auto add_too_deep = [&](std::size_t position) {
        add_fault(faults, "site.too-deep", place_at(html, position, file),
                  {{"most", std::to_string(most_page_levels)}});
        return PageParts{};
    };
    if (const auto position = seems_too_deep(html)) {
        return add_too_deep(*position);
    }
    const Document page = parse(html);
    if (const auto position = too_deep(*page)) {
        return add_too_deep(*position);
    }
    PartsReader reader(html, file);
    each_node(*page->root, 1, [&](const GumboNode& node, int /*level*/) { reader.visit(node); });
    return std::move(reader.parts);
}

std::string with_texts(std::string_view html, const base::Place& place, const std::string& context,
                       const VisitPlacedText& visit) {
    if (seems_too_deep(html)) {
        return std::string(html);
    }
    const Document page = parse(html);
    TextFinder finder;
    each_node(*page->root, 1, [&](const GumboNode& node, int /*level*/) { finder.visit(node); });
    std::string result;
    const char* copied_to = html.data();
    for (const auto& [begin, piece] : finder.pieces) {
        std::string text = piece.text;
        visit(context, text, place_at(html, static_cast<std::size_t>(begin - html.data()), place.file));
        if (text == piece.text || begin < copied_to) {
            continue;
        }
        result.append(copied_to, begin).append(rewritten(piece, text));
        copied_to = begin + piece.original.size();
    }
    return result.append(copied_to, html.data() + html.size());
}

} // namespace lesson
