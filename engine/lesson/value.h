// A file of settings as it was read: values that remember where they were written.
//
// Lessons, modules, keyboard layouts and messages are TOML files. They are read into this tree once (read_toml), and
// everything above works on the tree, so that a fault found late can still be blamed on a line and column.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lesson {

struct Value;
struct Entry;
using List = std::vector<Value>;
using Table = std::vector<Entry>;

/// One value and its place in the file.
struct Value {
    base::Place place;
    std::variant<bool, std::int64_t, double, std::string, List, Table> data;
};

/// One `key = value` of a table; `place` is the key's.
struct Entry {
    std::string key;
    base::Place place;
    Value value;
};

/// The value of a key in a table, or nullptr.
const Value* find(const Table& table, std::string_view key);

/// The entries of a value that is a table; an empty table for any other value.
const Table& table_of(const Value& value);

/// The items of a value that is a list; an empty list for any other value.
const List& list_of(const Value& value);

/// The items of a key's list; an empty list where the key is absent or is no list.
const List& items_of(const Table& table, std::string_view key);

// The value of a key that has been checked against its schema, or what to take where the key is absent.
std::string text_or(const Table& table, std::string_view key, std::string_view otherwise);
std::int64_t whole_or(const Table& table, std::string_view key, std::int64_t otherwise);
double number_or(const Table& table, std::string_view key, double otherwise);
bool yes_or(const Table& table, std::string_view key, bool otherwise);
std::vector<std::string> texts_of(const Table& table, std::string_view key);

/// Reads TOML. `file` is the name used in places. Errors: not UTF-8 (`file.not-utf8`), not TOML (`toml.syntax`), each
/// with line and column.
base::Result<Value> read_toml(std::string_view text, const std::string& file);

/// Reads a whole TOML file of at most `most_bytes`. Errors also: missing, unreadable, too large (`file.*`).
base::Result<Value> read_toml_file(const std::string& path, std::size_t most_bytes = 1'000'000);

} // namespace lesson
