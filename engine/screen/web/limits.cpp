// The text is looked at before it is parsed, since some pages are too much for the parser itself; then its tree is.
#include "screen/web/limits.h"

#include <algorithm>
#include <array>
#include <gumbo.h>
#include <string>
#include <utility>
#include <vector>

namespace screen {

namespace {

base::Error beyond(std::string id, std::size_t most) {
    return {std::move(id), {{"most", std::to_string(most)}}, {}};
}

// Elements that the parser opens again in each later block until they are closed.
constexpr std::array<std::string_view, 14> marks{"a",    "b", "big",   "code",   "em",     "font", "i",
                                                 "nobr", "s", "small", "strike", "strong", "tt",   "u"};
constexpr std::array<std::string_view, 26> unclosed{
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link",   "meta",     "param", "source", "track",
    "wbr",  "p",    "li", "dt",  "dd",    "td", "th",  "tr",    "option", "optgroup", "tbody", "thead",  "tfoot"};

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string tag_name(std::string_view html, std::size_t from) {
    std::string name;
    while (from < html.size() && name.size() < 16 &&
           (is_letter(html[from]) || (html[from] >= '0' && html[from] <= '9'))) {
        name += static_cast<char>(html[from] | ' ');
        ++from;
    }
    return name;
}

// Counts tags as they are written: what is open at a time is what the parser has to keep and, for marks, to repeat.
base::Result<base::Done> check_tags(std::string_view html) {
    int tags = 0;
    int depth = 0;
    int open_marks = 0;
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        const bool closes = at + 1 < html.size() && html[at + 1] == '/';
        const std::string name = tag_name(html, at + (closes ? 2 : 1));
        if (name.empty()) {
            continue;
        }
        tags += closes ? 0 : 1;
        if (is_one_of(name, marks)) {
            open_marks = std::max(open_marks + (closes ? -1 : 1), 0);
        } else if (!is_one_of(name, unclosed)) {
            depth = std::max(depth + (closes ? -1 : 1), 0);
        }
        if (tags > most_elements) {
            return beyond("web.too-many", most_elements);
        }
        if (open_marks > most_open_marks) {
            return beyond("web.not-closed", most_open_marks);
        }
        if (depth > most_depth * 2) {
            return beyond("web.too-deep", most_depth);
        }
    }
    return base::Done{};
}

class Tree {
public:
    explicit Tree(std::string_view html)
        : output_(gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size())) {}
    ~Tree() { gumbo_destroy_output(&kGumboDefaultOptions, output_); }
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;
    Tree(Tree&&) = delete;
    Tree& operator=(Tree&&) = delete;
    const GumboNode* root() const { return output_->root; }

private:
    GumboOutput* output_;
};

base::Result<base::Done> check_tree(const GumboNode* root) {
    std::vector<std::pair<const GumboNode*, int>> waiting{{root, 1}};
    int elements = 0;
    while (!waiting.empty()) {
        const auto [node, depth] = waiting.back();
        waiting.pop_back();
        if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) {
            continue;
        }
        if (++elements > most_elements) {
            return beyond("web.too-many", most_elements);
        }
        if (depth > most_depth) {
            return beyond("web.too-deep", most_depth);
        }
        const GumboVector& children = node->v.element.children;
        for (unsigned i = 0; i < children.length; ++i) {
            waiting.emplace_back(static_cast<const GumboNode*>(children.data[i]), depth + 1);
        }
    }
    return base::Done{};
}

} // namespace

base::Result<base::Done> check_page(std::string_view html) {
    if (html.size() > most_page_bytes) {
        base::Error error = beyond("web.too-large", most_page_bytes);
        error.arguments.push_back({"size", std::to_string(html.size())});
        return error;
    }
    COUCOU_TRY([[maybe_unused]] auto tags, check_tags(html));
    return check_tree(Tree(html).root());
}

} // namespace screen
