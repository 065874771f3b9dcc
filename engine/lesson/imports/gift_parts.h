// How Moodle's GIFT is taken apart. Only for the GIFT importer and its tests.
#pragma once

#include "lesson/imports/imported.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lesson::imports::gift {

/// How a text is written.
enum class Markup { plain, html, markdown };

/// One question as it stands in the file, still with its escapes.
struct Block {
    std::string text;
    std::string category;
    int line = 0; ///< of its beginning
};

/// The questions of a file, without comments; empty lines part them, unless they stand in braces.
std::vector<Block> blocks_of(std::string_view text);

/// The first place at or after `from` of one of the characters that is not escaped, or npos.
std::size_t find_free(std::string_view text, std::string_view characters, std::size_t from = 0);

/// The text without escapes: `\=` is `=`, `\n` a line break.
std::string unescaped(std::string_view text);

/// Takes `[html]` or such from a text's beginning, and says what it means; nothing where there is none.
std::optional<Markup> take_format(std::string_view& text);

/// What a text says, as a plain text; `has_more` becomes true where pictures or such are left out. With `marks`, bold
/// words are marked as in Coucou's texts, and what would be a mark there is escaped.
std::string readable(std::string_view text, Markup markup, bool marks, bool& has_more);

} // namespace lesson::imports::gift
