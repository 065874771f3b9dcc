// A web page as a list of elements, for rules that look at how a page is made.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lesson::lint {

/// An element, in the order of the page: parents come before what they hold.
struct Element {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::string tag; ///< in small letters
    std::map<std::string, std::string, std::less<>> attributes;
    std::size_t parent = none;
    std::size_t position = 0; ///< in bytes
    std::string text;         ///< what stands directly in it, blanks kept

    std::string_view attribute(std::string_view name) const;
    bool has(std::string_view name) const { return attributes.contains(name); }
    bool has_class(std::string_view name) const;
};

/// The elements of a page that its site's reader has found fit to be shown.
std::vector<Element> elements_of(std::string_view html);

} // namespace lesson::lint
