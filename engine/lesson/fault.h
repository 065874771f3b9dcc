// Faults as the readers of this layer make them.
#pragma once

#include "base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lesson {

/// Two ids for a word that is not known: one that proposes the nearest known word (`{near}`), and one that can only
/// list what is known (`{known}`).
struct UnknownWord {
    std::string_view misspelt;
    std::string_view unknown;
};

/// Adds the fault that fits, with `{word}`, `{near}` and `{known}` (the first ones, if there are many) besides the
/// arguments given.
void add_unknown(base::Faults& faults, const UnknownWord& ids, const base::Place& place, std::string_view word,
                 std::span<const std::string_view> known, std::vector<base::Argument> arguments = {});

/// A fault of that id.
void add_fault(base::Faults& faults, std::string_view id, const base::Place& place,
               std::vector<base::Argument> arguments = {});

/// Sorts by file, line, column and id.
void sort(base::Faults& faults);

/// The line and column of a byte of a file's text.
base::Place place_at(std::string_view text, std::size_t position, const std::string& file);

/// A place as people write it: `file:line:column`, without what is not known.
std::string written(const base::Place& place);

} // namespace lesson
