// Text is UTF-8 everywhere. What the standard library does not know about it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// The position of the first byte that is not UTF-8 (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF), or
/// nothing where all of it is.
std::optional<std::size_t> first_bad_byte(std::string_view text);

/// The code points of a text. Each byte that is not UTF-8 becomes U+FFFD.
std::u32string decode(std::string_view text);

/// Code points as UTF-8. One that does not exist becomes U+FFFD.
std::string encode(std::u32string_view characters);
std::string encode(char32_t character);

/// The characters (code points) of a text, each as UTF-8.
std::vector<std::string> split_characters(std::string_view text);

/// How many characters (code points) a text has.
std::size_t length(std::string_view text);

/// In small letters: all of Latin-1 and Latin Extended-A (U+0041–U+017F) and capital sharp s, which covers French and
/// the other languages of western and central Europe. Other scripts stay as they are.
char32_t lower(char32_t character);
std::string lower(std::string_view text);

/// What texts are compared by where only what was meant counts: in small letters (see lower()) without accents, with a
/// keyboard's own signs for those of typography (`'` for `’`, `"` for `«`, a blank for a no-break space, `...` for
/// `…`).
std::string plain(std::string_view text);

/// Without the blanks at both ends: all of Unicode's White_Space, no-break spaces too.
std::string_view trim(std::string_view text);

/// How many characters have to be put in, left out, replaced or swapped with their neighbour to make one text of the
/// other (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word that was most likely meant, or nothing where none is near: at most one edit in three characters, and
/// at most three in all. Of two equally near ones the earlier.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> known);

/// The texts with `between` between them.
std::string join(std::span<const std::string_view> texts, std::string_view between);

} // namespace base
