// The marks in texts for learners: `*bold*`, `[key cap]`, `{icon}`.
#pragma once

#include <optional>
#include <string_view>

namespace lesson {

/// The mark that is opened and never closed, or closed and never opened; nothing where all marks match. Inside a key
/// cap every character stands for itself, so `[*]`, `[[]` and `[]]` draw the keys of those characters.
/// Elsewhere a backslash before a mark shows it as it is.
std::optional<char> unmatched_mark(std::string_view text);

} // namespace lesson
