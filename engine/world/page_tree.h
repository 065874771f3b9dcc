// A page's tree after its templates were filled in: what elements, texts and clean HTML are made from.
#pragma once

#include "world/page.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace world {

/// An element, or a piece of text (then `tag` is empty).
struct HtmlNode {
    std::string tag; ///< in small letters
    std::string text;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<HtmlNode> children;
    std::string target; ///< of the element that it is
};

/// An attribute's value, or nullptr.
const std::string* attribute(const HtmlNode& node, std::string_view name);
std::string attribute_or(const HtmlNode& node, std::string_view name, std::string_view otherwise = {});

/// Parses HTML that guard_page() let pass and fills in its templates. The root is <html>; an empty node where the
/// filled-in page has too many elements or lies too deep.
HtmlNode read_tree(std::string_view html, const PageData& data);

/// The words of a node and all in it: blanks run together, images by their alternative text, blocks parted by
/// `between`.
std::string words_of(const HtmlNode& node, char between = ' ');

/// As HTML again, without <style>, <link>, comments and what the practice browser does not know.
std::string html_of(const HtmlNode& root);

/// CSS without comments, @import and what could go round in circles (a custom property that is made from others).
std::string clean_style(std::string_view css);

/// The style sheets of a page in their order, cleaned.
std::string style_of(const HtmlNode& root, const StyleSheets& sheets);

} // namespace world
