// Looking things up in the tree of values.
#include "lesson/value.h"

#include <algorithm>

namespace lesson {

namespace {

template <typename T>
const T* find_as(const Table& table, std::string_view key) {
    const Value* value = find(table, key);
    return value == nullptr ? nullptr : std::get_if<T>(&value->data);
}

} // namespace

const Value* find(const Table& table, std::string_view key) {
    const auto found = std::ranges::find(table, key, &Entry::key);
    return found == table.end() ? nullptr : &found->value;
}

const Table& table_of(const Value& value) {
    static const Table none;
    const auto* table = std::get_if<Table>(&value.data);
    return table == nullptr ? none : *table;
}

const List& list_of(const Value& value) {
    static const List none;
    const auto* list = std::get_if<List>(&value.data);
    return list == nullptr ? none : *list;
}

const List& items_of(const Table& table, std::string_view key) {
    static const List none;
    const auto* list = find_as<List>(table, key);
    return list == nullptr ? none : *list;
}

std::string text_or(const Table& table, std::string_view key, std::string_view otherwise) {
    const auto* text = find_as<std::string>(table, key);
    return text == nullptr ? std::string(otherwise) : *text;
}

std::int64_t whole_or(const Table& table, std::string_view key, std::int64_t otherwise) {
    const auto* whole = find_as<std::int64_t>(table, key);
    return whole == nullptr ? otherwise : *whole;
}

double number_or(const Table& table, std::string_view key, double otherwise) {
    if (const auto* whole = find_as<std::int64_t>(table, key)) {
        return static_cast<double>(*whole);
    }
    const auto* number = find_as<double>(table, key);
    return number == nullptr ? otherwise : *number;
}

bool yes_or(const Table& table, std::string_view key, bool otherwise) {
    const auto* yes = find_as<bool>(table, key);
    return yes == nullptr ? otherwise : *yes;
}

std::vector<std::string> texts_of(const Table& table, std::string_view key) {
    std::vector<std::string> texts;
    for (const Value& item : items_of(table, key)) {
        if (const auto* text = std::get_if<std::string>(&item.data)) {
            texts.push_back(*text);
        }
    }
    return texts;
}

} // namespace lesson
