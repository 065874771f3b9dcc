// Values against matchers.
#include "lesson/matches.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace lesson {

namespace {

/// Numbers that a learner reaches by measuring are never equal to the last bit.
constexpr double same_number = 1e-9;

bool same(const FieldValue& wanted, const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&wanted)) {
        const auto* other = std::get_if<std::string>(&value);
        return other != nullptr && base::plain(base::trim(*text)) == base::plain(base::trim(*other));
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
           base::plain(*whole).find(base::plain(base::trim(*part))) != std::string::npos;
}

/// A number, or a text that is one as people type it: `12,50`.
std::optional<double> number_of(const FieldValue& value) {
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) {
        return std::nullopt;
    }
    std::string written(base::trim(*text));
    std::ranges::replace(written, ',', '.');
    double number = 0;
    const char* const end = written.data() + written.size();
    const auto read = std::from_chars(written.data(), end, number, std::chars_format::fixed);
    return read.ec == std::errc() && read.ptr == end && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool is_within(const Matcher& matcher, const FieldValue& value) {
    const auto number = number_of(value);
    const auto bound = matcher.operands.empty() ? std::nullopt : number_of(matcher.operands.front());
    if (!number || !bound) {
        return false;
    }
    return matcher.test == Matcher::Test::at_least ? *number >= *bound : *number <= *bound;
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
    case Test::contains_any:
        return std::ranges::any_of(matcher.operands, has_one);
    case Test::contains_not:
        return std::ranges::none_of(matcher.operands, has_one);
    case Test::at_least:
    case Test::at_most:
        return is_within(matcher, value);
    }
    return false;
}

} // namespace lesson
