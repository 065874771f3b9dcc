// Goals against facts and events.
#include "tutor/goals.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace tutor {

namespace {

/// Numbers that a learner reaches by measuring are never equal to the last bit.
constexpr double same_number = 1e-9;

bool same(const lesson::FieldValue& wanted, const lesson::FieldValue& value) {
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

bool contains(const lesson::FieldValue& wanted, const lesson::FieldValue& value) {
    const auto* part = std::get_if<std::string>(&wanted);
    const auto* whole = std::get_if<std::string>(&value);
    return part != nullptr && whole != nullptr &&
           base::lower(*whole).find(base::lower(base::trim(*part))) != std::string::npos;
}

/// Compares as `-1`, `0`, `1`; nothing where the two are not both numbers.
const double* number_of(const lesson::FieldValue& value) {
    return std::get_if<double>(&value);
}

bool count_reached(const lesson::FactPattern& pattern, std::span<const world::Fact> now,
                   std::span<const world::Event> happened) {
    if (std::ranges::any_of(now, [&](const world::Fact& fact) { return matches(pattern, fact); })) {
        return true;
    }
    const auto count =
        std::ranges::count_if(happened, [&](const world::Event& event) { return matches(pattern, event.fact); });
    return count >= pattern.times;
}

} // namespace

bool matches(const lesson::Matcher& matcher, const lesson::FieldValue& value) {
    using Test = lesson::Matcher::Test;
    const auto is_one = [&](const lesson::FieldValue& wanted) { return same(wanted, value); };
    const auto has_one = [&](const lesson::FieldValue& wanted) { return contains(wanted, value); };
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

bool matches(const lesson::FactPattern& pattern, const world::Fact& fact) {
    if (pattern.fact != fact.name) {
        return false;
    }
    return std::ranges::all_of(pattern.fields, [&](const lesson::FieldPattern& wanted) {
        const lesson::FieldValue* value = world::find_field(fact, wanted.field);
        return value != nullptr && matches(wanted.matcher, *value);
    });
}

bool holds(const lesson::Goal& goal, std::span<const world::Fact> now, std::span<const world::Event> happened) {
    const auto part_holds = [&](const lesson::Goal& part) { return holds(part, now, happened); };
    if (const auto* pattern = std::get_if<lesson::FactPattern>(&goal.rule)) {
        return count_reached(*pattern, now, happened);
    }
    if (const auto* all = std::get_if<lesson::AllOf>(&goal.rule)) {
        return std::ranges::all_of(all->goals, part_holds);
    }
    if (const auto* any = std::get_if<lesson::AnyOf>(&goal.rule)) {
        return std::ranges::any_of(any->goals, part_holds);
    }
    return std::ranges::none_of(std::get<lesson::Never>(goal.rule).goals, part_holds);
}

} // namespace tutor
