// Goals as values: their parts and their texts.
#include "lesson/goal.h"

#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace lesson {

namespace {

std::string written(const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return '"' + *text + '"';
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return fmt::format("{}", *number);
    }
    return std::get<bool>(value) ? "true" : "false";
}

std::string list_of(const std::vector<FieldValue>& values) {
    std::string list;
    for (const FieldValue& value : values) {
        list += (list.empty() ? "" : ", ") + written(value);
    }
    return values.size() == 1 ? list : '[' + list + ']';
}

std::string written(const Matcher& matcher) {
    using Test = Matcher::Test;
    constexpr std::array<std::pair<Test, std::string_view>, 6> named{{{Test::is_not, "not"},
                                                                      {Test::contains, "contains"},
                                                                      {Test::contains_any, "contains_any"},
                                                                      {Test::contains_not, "contains_not"},
                                                                      {Test::at_least, "at_least"},
                                                                      {Test::at_most, "at_most"}}};
    for (const auto& [test, name] : named) {
        if (matcher.test == test) {
            return fmt::format("{{ {} = {} }}", name, list_of(matcher.operands));
        }
    }
    return matcher.test == Test::any ? "\"any\"" : list_of(matcher.operands);
}

} // namespace

std::string written(const FactPattern& pattern) {
    std::string fields;
    for (const FieldPattern& field : pattern.fields) {
        fields += (fields.empty() ? "" : ", ") + field.field + " = " + written(field.matcher);
    }
    if (pattern.times > 1) {
        fields += fmt::format("{}times = {}", fields.empty() ? "" : ", ", pattern.times);
    }
    return pattern.fact + " = {" + (fields.empty() ? "" : " " + fields + " ") + "}";
}

const std::vector<Goal>& parts_of(const Goal& goal) {
    static const std::vector<Goal> none;
    return std::visit(
        [](const auto& rule) -> const std::vector<Goal>& {
            if constexpr (requires { rule.goals; }) {
                return rule.goals;
            } else {
                return none;
            }
        },
        goal.rule);
}

void each_operand(Goal& goal, const std::function<void(std::string&)>& visit) {
    std::visit(
        [&](auto& rule) {
            if constexpr (requires { rule.goals; }) {
                for (Goal& part : rule.goals) {
                    each_operand(part, visit);
                }
            } else {
                for (FieldPattern& field : rule.fields) {
                    for (FieldValue& operand : field.matcher.operands) {
                        if (auto* text = std::get_if<std::string>(&operand)) {
                            visit(*text);
                        }
                    }
                }
            }
        },
        goal.rule);
}

} // namespace lesson
