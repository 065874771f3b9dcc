// What is so, and what has happened, on the practice computer: the words that goals are written in.
#pragma once

#include "lesson/goal.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace world {

/// One field of a fact.
struct Field {
    std::string name;
    lesson::FieldValue value;
    bool operator==(const Field&) const = default;
};

/// A named fact with fields, such as `pointer.clicked { thing = "lamp", button = "left" }`.
struct Fact {
    std::string name;
    std::vector<Field> fields;
    bool operator==(const Fact&) const = default;
};

/// A fact that happened at a time.
struct Event {
    std::int64_t at = 0; ///< ms since the run began
    Fact fact;
    bool operator==(const Event&) const = default;
};

/// A fact of fields that are moved into it, where a braced list would copy them: for those that there are many of.
template <typename... Fields>
Fact fact_of(std::string name, Fields... fields) {
    Fact fact;
    fact.name = std::move(name);
    fact.fields.reserve(sizeof...(fields));
    (fact.fields.push_back(std::move(fields)), ...);
    return fact;
}

/// The value of a fact's field, or nullptr.
const lesson::FieldValue* find_field(const Fact& fact, std::string_view name);

} // namespace world
