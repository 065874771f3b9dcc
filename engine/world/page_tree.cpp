// Parses a page with gumbo and fills in its templates.
#include "world/page_tree.h"

#include "base/text.h"
#include "world/page_guard.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <gumbo.h>
#include <optional>

namespace world {

namespace {

/// Elements in each other once the parser has put in what the text left out (<tbody>).
constexpr int most_tree_depth = 128;
constexpr int most_span = 50;
constexpr std::size_t most_filled_bytes = 4 * most_page_bytes;

constexpr std::array<std::string_view, 5> template_attributes{"data-each", "data-if", "data-if-not", "data-if-empty",
                                                              "data-if-any"};

/// What a name stands for, from the innermost entry outwards.
struct Scope {
    const PageData& data;
    const PageRow* row = nullptr;
    const Scope* outer = nullptr;
};

std::optional<double> number_in(std::string text) {
    std::ranges::replace(text, ',', '.');
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc() && end == text.data() + text.size() && std::abs(number) < 1e12;
    return is_number ? std::optional(number) : std::nullopt;
}

/// A number as people write it: whole, or with two digits behind the comma.
std::string written(double number) {
    const auto hundredths = static_cast<long long>(std::llround(number * 100));
    std::string text = std::to_string(hundredths / 100);
    if (const long long rest = std::llabs(hundredths % 100); rest != 0) {
        text += ',' + std::string(rest < 10 ? "0" : "") + std::to_string(rest);
    }
    return text;
}

const std::vector<PageRow>* find_list(const Scope& scope, std::string_view name) {
    const auto found = scope.data.lists.find(name);
    return found == scope.data.lists.end() ? nullptr : &found->second;
}

/// `list.count`, `list.sum.field`
std::string sum_of(const Scope& scope, std::string_view name) {
    const std::size_t dot = name.find('.');
    const std::vector<PageRow>* list = dot == std::string_view::npos ? nullptr : find_list(scope, name.substr(0, dot));
    const std::string_view what = dot == std::string_view::npos ? "" : name.substr(dot + 1);
    if (what == "count") {
        return std::to_string(list == nullptr ? 0 : list->size());
    }
    if (!what.starts_with("sum.")) {
        return {};
    }
    double sum = 0;
    for (const PageRow& row : list == nullptr ? std::vector<PageRow>{} : *list) {
        const auto field = row.find(what.substr(4));
        sum += field == row.end() ? 0 : number_in(field->second).value_or(0);
    }
    return written(sum);
}

std::string value_of(const Scope& scope, std::string_view name) {
    for (const Scope* each = &scope; each != nullptr; each = each->outer) {
        if (each->row != nullptr) {
            if (const auto found = each->row->find(name); found != each->row->end()) {
                return found->second;
            }
        }
    }
    const auto found = scope.data.values.find(name);
    return found != scope.data.values.end() ? found->second : sum_of(scope, name);
}

std::string filled(std::string_view text, const Scope& scope) {
    std::string result;
    std::size_t at = 0;
    for (std::size_t open = text.find("{{"); open != std::string_view::npos; open = text.find("{{", at)) {
        const std::size_t close = text.find("}}", open);
        if (close == std::string_view::npos) {
            break;
        }
        result += text.substr(at, open - at);
        result += value_of(scope, base::trim(text.substr(open + 2, close - open - 2)));
        at = close + 2;
    }
    return result += text.substr(at);
}

bool is_yes(std::string_view value) {
    return !value.empty() && value != "0";
}

/// Whether the element is kept, by its data-if attributes.
bool is_kept(const GumboElement& element, const Scope& scope) {
    const auto name = [&](const char* attribute_name) -> const char* {
        const GumboAttribute* found = gumbo_get_attribute(&element.attributes, attribute_name);
        return found == nullptr ? nullptr : found->value;
    };
    const auto is_empty = [&](const char* list) {
        const std::vector<PageRow>* rows = find_list(scope, list);
        return rows == nullptr || rows->empty();
    };
    const char* wanted = name("data-if");
    const char* unwanted = name("data-if-not");
    const char* empty = name("data-if-empty");
    const char* any = name("data-if-any");
    return (wanted == nullptr || is_yes(value_of(scope, wanted))) &&
           (unwanted == nullptr || !is_yes(value_of(scope, unwanted))) && (empty == nullptr || is_empty(empty)) &&
           (any == nullptr || !is_empty(any));
}

/// Copies gumbo's tree, filling in and repeating.
class Copier {
public:
    bool failed() const { return failed_; }

    void copy(const GumboNode& node, const Scope& scope, int depth, std::vector<HtmlNode>& into) {
        switch (node.type) {
        case GUMBO_NODE_ELEMENT:
            copy_element(node.v.element, scope, depth, into);
            break;
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
            into.push_back({{}, account(filled(node.v.text.text, scope)), {}, {}, {}});
            break;
        default:
            break;
        }
    }

private:
    void copy_element(const GumboElement& element, const Scope& scope, int depth, std::vector<HtmlNode>& into) {
        const GumboAttribute* each = gumbo_get_attribute(&element.attributes, "data-each");
        if (each == nullptr) {
            copy_once(element, scope, depth, into);
            return;
        }
        const std::vector<PageRow>* list = find_list(scope, each->value);
        for (std::size_t i = 0; list != nullptr && i < list->size() && !failed_; ++i) {
            PageRow row = (*list)[i];
            row.emplace("number", std::to_string(i + 1));
            copy_once(element, Scope{scope.data, &row, &scope}, depth, into);
        }
    }

    void copy_once(const GumboElement& element, const Scope& scope, int depth, std::vector<HtmlNode>& into) {
        failed_ = failed_ || depth > most_tree_depth;
        if (failed_ || !is_kept(element, scope)) {
            return;
        }
        failed_ = ++elements_ > most_page_elements;
        HtmlNode node;
        // An element that HTML does not know is shown as what stands in it.
        node.tag = element.tag == GUMBO_TAG_UNKNOWN ? "span" : gumbo_normalized_tagname(element.tag);
        const bool is_style = element.tag == GUMBO_TAG_STYLE;
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            copy_attribute(*static_cast<const GumboAttribute*>(element.attributes.data[i]), scope, node);
        }
        for (unsigned i = 0; i < element.children.length && !failed_; ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            if (is_style && child->type == GUMBO_NODE_TEXT) {
                node.children.push_back({{}, child->v.text.text, {}, {}, {}});
            } else {
                copy(*child, scope, depth + 1, node.children);
            }
        }
        into.push_back(std::move(node));
    }

    void copy_attribute(const GumboAttribute& each, const Scope& scope, HtmlNode& node) {
        const std::string name = base::lower(each.name);
        if (std::ranges::find(template_attributes, name) != template_attributes.end() || name.starts_with("on")) {
            return;
        }
        std::string value = account(filled(each.value, scope));
        if (name == "colspan" || name == "rowspan") {
            const double span = number_in(value).value_or(1);
            value = std::to_string(static_cast<int>(std::clamp(span, 1.0, double(most_span))));
        }
        node.attributes.emplace_back(name, std::move(value));
    }

    /// Fails where all texts together become too long.
    std::string account(std::string text) {
        bytes_ += text.size();
        failed_ = failed_ || bytes_ > most_filled_bytes;
        return text;
    }

    bool failed_ = false;
    int elements_ = 0;
    std::size_t bytes_ = 0;
};

} // namespace

const std::string* attribute(const HtmlNode& node, std::string_view name) {
    const auto found = std::ranges::find(node.attributes, name, &std::pair<std::string, std::string>::first);
    return found == node.attributes.end() ? nullptr : &found->second;
}

std::string attribute_or(const HtmlNode& node, std::string_view name, std::string_view otherwise) {
    const std::string* found = attribute(node, name);
    return found == nullptr ? std::string(otherwise) : *found;
}

HtmlNode read_tree(std::string_view html, const PageData& data) {
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
    if (output == nullptr) {
        return {};
    }
    Copier copier;
    std::vector<HtmlNode> roots;
    copier.copy(*output->root, Scope{data}, 0, roots);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return copier.failed() || roots.empty() ? HtmlNode{} : std::move(roots.front());
}

std::string filled_in(std::string_view text, const PageData& data) {
    return filled(text, Scope{data});
}

} // namespace world
