// Style sheets as far as colours go: which rules there are, and which elements each is about.
#pragma once

#include "lesson/lint/page.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lesson::lint {

/// A colour, each part from 0 to 255.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Colour&) const = default;
};

/// A colour as CSS writes it: `#abc`, `#aabbcc`, `rgb(1, 2, 3)`, or one of the common names. Nothing for what is none.
std::optional<Colour> colour_of(std::string_view text);

/// `#rrggbb`.
std::string written(const Colour& colour);

/// The contrast of two colours, from 1 to 21: WCAG 2.2, "contrast ratio" and "relative luminance".
double contrast(const Colour& a, const Colour& b);

/// One part of a selector, such as `nav`, `.button.plain` or `input[type=radio]`.
struct Compound {
    std::string tag; ///< empty for any
    std::string id;
    std::vector<std::string> classes;
    std::vector<std::array<std::string, 2>> attributes; ///< name and value; an empty value asks for the name only
    bool is_child = false;                              ///< `>` stands before it
};

/// `color` or `background` of one rule, for one of its selectors.
struct ColourRule {
    std::vector<Compound> selector;
    int weight = 0; ///< specificity: ids, classes and tags in one number
    bool is_background = false;
    std::optional<Colour> colour; ///< nothing where the background is taken away again
    std::string file;
    std::size_t position = 0; ///< of the declaration, in bytes
};

/// The colour rules of a style sheet in its order. Selectors that ask for a state (`:hover`) or a neighbour (`+`, `~`),
/// and what stands in `@` rules, are left out: they are not what a page looks like at first.
std::vector<ColourRule> colour_rules(std::string_view css, const std::string& file);

/// Whether a selector is about an element.
bool fits(const std::vector<Compound>& selector, const std::vector<Element>& page, std::size_t element);

} // namespace lesson::lint
