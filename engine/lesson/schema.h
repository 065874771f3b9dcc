// Tables of the keys that files may hold. One table serves three uses: the reader checks a file against it, messages
// name the known keys from it, and the authors' reference is printed from it.
#pragma once

#include "lesson/value.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace lesson {

/// What may stand behind a key.
enum class Kind {
    yes_no, ///< true or false
    whole,  ///< a whole number
    number, ///< any number
    text,   ///< words for learners, translated
    texts,  ///< a list of words for learners, each translated
    code,   ///< a name or path, the same in every language
    codes,  ///< a list of names
    choice, ///< one of `choices`
    table,  ///< one table, checked against `inside`; without it, its keys are the author's own
    tables, ///< a list of tables, each checked against `inside`
    goal,   ///< a goal (see lesson.h), checked by the lesson's reader
    ask,    ///< how a field is asked for (see goal.h), checked by its own reader
    start,  ///< a table of apps' start states, checked against each app's schema
};

struct Schema;

/// One key of a table. Its help text is the message `reference.<schema>.<key>`.
struct Key {
    std::string_view name;
    Kind kind = Kind::text;
    bool required = false;
    std::span<const std::string_view> choices{};
    const Schema* inside = nullptr;
    std::int64_t least = std::numeric_limits<std::int64_t>::min(); ///< smallest number, or fewest items
    std::int64_t most = std::numeric_limits<std::int64_t>::max();  ///< greatest number, or most items
};

/// The keys of one kind of table.
struct Schema {
    std::string_view name;
    std::span<const Key> keys;
};

/// Adds a fault for each unknown key (naming the nearest known one), missing key, wrong type, unknown choice and number
/// out of range, in the table and in all tables inside it. Keys of kind `goal`, `ask` and `start` are left to their
/// readers.
void check(const Value& value, const Schema& schema, base::Faults& faults);

} // namespace lesson
