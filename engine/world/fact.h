// What is so, and what has happened, on the practice computer: the words that goals are written in.
#pragma once

#include "lesson/goal.h"

#include <cstdint>
#include <string>
#include <string_view>
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

/// The value of a fact's field, or nullptr.
const lesson::FieldValue* find_field(const Fact& fact, std::string_view name);

} // namespace world
