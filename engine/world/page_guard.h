// What a page may cost, measured on its text before any parser sees it.
//
// A parser that repairs everything can be made to build a tree far greater than the text (every unclosed <b> is opened
// again in each paragraph that follows). So the text is read once, tag by tag, by the rules of the HTML standard's
// tokenizer, and what would be too much is refused.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace world {

inline constexpr std::size_t most_page_bytes = 128 * 1024;
inline constexpr int most_page_depth = 64;      ///< elements in each other
inline constexpr int most_page_elements = 5000; ///< tags in the text, and elements once lists are repeated
inline constexpr int most_unclosed = 16;        ///< <b>, <i>, <a> and such that are never closed
inline constexpr std::size_t most_tag_bytes = 8 * 1024;

/// What forbids to parse this page: `page.too-large`, `page.not-utf8`, `page.too-deep`, `page.too-many-elements`,
/// `page.unclosed`, `page.long-tag`, `page.tag-not-allowed`, each with its place; the first only. Empty where it can be
/// parsed.
base::Faults guard_page(std::string_view html, const std::string& file);

} // namespace world
