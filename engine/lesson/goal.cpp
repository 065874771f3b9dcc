// Goals as values: their parts and their texts.
#include "lesson/goal.h"

namespace lesson {

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
