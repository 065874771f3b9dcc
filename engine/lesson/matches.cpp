// Values against matchers.
#include "lesson/matches.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace lesson {

namespace {

/// Numbers that a learner reaches by measuring are never equal to the last bit.
constexpr double same_number = 1e-9;

bool same(const FieldValue& wanted, const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&wanted)) {
        const auto* other = std::get_if<std::string>(&value);
        return other != nullptr && base::lower(base::trim(*text)) == base::lower(base::trim(*other));
    }
    if (const auto* number = std::get_if<double>(&wanted)) {
        const auto* other = std::get_if<double>(&value);
        return other != nullptr && std::abs(*number - *other) < same_number;
    }
    return wanted == value;
}

bool contains(const FieldValue& wanted, const FieldValue& value) {
    const auto* part = std::get_if<std::string>(&wanted);
    const auto* whole = std::get_if<std::string>(&value);
    return part != nullptr && whole != nullptr &&
           base::lower(*whole).find(base::lower(base::trim(*part))) != std::string::npos;
}

/// Compares as `-1`, `0`, `1`; nothing where the two are not both numbers.
const double* number_of(const FieldValue& value) {
    return std::get_if<double>(&value);
}

} // namespace

bool matches(const Matcher& matcher, const FieldValue& value) {
    using Test = Matcher::Test;
    const auto is_one = [&](const FieldValue& wanted) { return same(wanted, value); };
    const auto has_one = [&](const FieldValue& wanted) { return contains(wanted, value); };
    switch (matcher.test) {
    case Test::any:
        return true;
    case Test::is:
    case Test::one_of:
        return std::ranges::any_of(matcher.operands, is_one);
    case Test::is_not:
        return std::ranges::none_of(matcher.operands, is_one);
    case Test::contains:
        return std::ranges::all_of(matcher.operands, has_one);
    case Test::at_least:
    case Test::at_most: {
        const double* number = number_of(value);
        const double* bound = matcher.operands.empty() ? nullptr : number_of(matcher.operands.front());
        if (number == nullptr || bound == nullptr) {
            return false;
        }
        return matcher.test == Test::at_least ? *number >= *bound : *number <= *bound;
    }
    }
    return false;
}

} // namespace lesson
