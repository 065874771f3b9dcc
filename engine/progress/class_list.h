// A class list: first names and groups, from a file that a spreadsheet program wrote.
//
// Commas, semicolons or tabs part the fields, whichever the first line has most of. Fields may be quoted (RFC 4180).
// The text is UTF-8, with or without a byte order mark, or else Windows-1252, which holds Latin-1. The first line may
// name the columns. Anything but first names and groups is refused, so that nothing personal comes in with a list.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace progress {

/// Longest first name or group, bytes; most people in one list; largest file, bytes.
inline constexpr std::size_t longest_class_field = 60;
inline constexpr std::size_t most_in_class_list = 2'000;
inline constexpr std::size_t largest_class_list = 1'000'000;

/// Somebody in a class.
struct ClassMember {
    std::string name;  ///< a first name, never empty
    std::string group; ///< may be empty
    auto operator<=>(const ClassMember&) const = default;
};

/// What a file gave: people, or all that is wrong with it; never both.
struct ClassList {
    std::vector<ClassMember> members; ///< in the file's order
    base::Faults faults;              ///< in the file's order, each with its line
};

/// Reads a list. `file` is the name used in places. Faults: `class.empty`, `class.not-text`, `class.too-large`,
/// `class.too-many`, `class.quote` (a quote that is not closed), `class.private` {column} (a heading that asks for more
/// than first names and groups), `class.no-name-column`, `class.columns` {count}, `class.no-name`, `class.long` {most},
/// `class.not-a-name` {name} (an address, a number), `class.family-name` {name}, `class.date` {value}, `class.twice`
/// {name, first}.
ClassList read_class_list(std::string_view bytes, const std::string& file);

/// Those of the list who are not yet present: the same name in the same group, however it is written (see
/// base::plain()).
std::vector<ClassMember> newcomers(const std::vector<ClassMember>& list, const std::vector<ClassMember>& present);

} // namespace progress
