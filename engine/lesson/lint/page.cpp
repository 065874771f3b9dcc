// Pages read by gumbo, as browsers read them.
#include "lesson/lint/page.h"

#include "base/text.h"
#include "lesson/html.h"

#include <gumbo.h>
#include <memory>

namespace lesson::lint {

namespace {

/// Fills the list.
class Reader {
public:
    std::vector<Element> elements;

    void read(const GumboNode& node, std::size_t parent, int level) {
        constexpr int most_levels = 8 * most_page_levels;
        if (node.type == GUMBO_NODE_TEXT && parent != Element::none) {
            elements[parent].text += node.v.text.text;
        }
        if (node.type != GUMBO_NODE_ELEMENT || level > most_levels) {
            return;
        }
        const GumboElement& element = node.v.element;
        const std::size_t own = elements.size();
        elements.push_back(
            {base::lower(gumbo_normalized_tagname(element.tag)), {}, parent, element.start_pos.offset, {}});
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
            elements[own].attributes.emplace(attribute->name, attribute->value);
        }
        for (unsigned i = 0; i < element.children.length; ++i) {
            read(*static_cast<const GumboNode*>(element.children.data[i]), own, level + 1);
        }
    }
};

} // namespace

std::string_view Element::attribute(std::string_view name) const {
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

bool Element::has_class(std::string_view name) const {
    const std::string padded = " " + std::string(attribute("class")) + " ";
    return padded.find(" " + std::string(name) + " ") != std::string::npos;
}

std::vector<Element> elements_of(std::string_view html) {
    const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> page(
        gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()), destroy);
    Reader reader;
    reader.read(*page->root, Element::none, 0);
    return std::move(reader.elements);
}

} // namespace lesson::lint
