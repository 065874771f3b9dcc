// What has to hold for a step to be done, or for a mistake to have been made: facts, asked for by pattern.
#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace lesson {

/// The value of a fact's field.
using FieldValue = std::variant<std::string, double, bool>;

/// How a field's value is asked for. In a file: `"oui"` (is), `"not oui"`, `"contains oui"`, `"any"`, `["a", "b"]`
/// (one of), `{ at_least = 3 }`, `{ at_most = 3 }`, and for texts `{ contains = ["a", "b"] }` (all of them),
/// `{ contains_any = ["a", "b"] }`, `{ contains_not = "a" }`, `{ not = ["a", "b"] }`. Text is compared without regard
/// to capitals, accents and outer blanks.
struct Matcher {
    enum class Test { is, is_not, contains, contains_any, contains_not, any, one_of, at_least, at_most };
    Test test = Test::is;
    std::vector<FieldValue> operands;
};

/// One field of a pattern.
struct FieldPattern {
    std::string field;
    Matcher matcher;
    base::Place place;
};

/// A fact with certain fields, that happened at least `times` times during the step (or holds now).
struct FactPattern {
    std::string fact;
    std::vector<FieldPattern> fields;
    int times = 1;
    base::Place place;
};

struct Goal;

/// All of these hold. In a file: several facts in one table, or `all = [ … ]`.
struct AllOf {
    std::vector<Goal> goals;
};

/// One of these holds. In a file: `any = [ … ]`.
struct AnyOf {
    std::vector<Goal> goals;
};

/// This has not happened during the step. In a file: `never = { … }`.
struct Never {
    std::vector<Goal> goals; ///< always one
};

/// These happened during the step, each after the one before. In a file: `order = [ … ]`. Only events, no states.
struct InOrder {
    std::vector<Goal> goals;
};

/// What has to hold.
struct Goal {
    std::variant<FactPattern, AllOf, AnyOf, Never, InOrder> rule;
    base::Place place;
};

/// The goals that a goal is made of; none for a pattern.
const std::vector<Goal>& parts_of(const Goal& goal);

/// A pattern as it is written in a lesson: `mail.sent = { to = "marie@exemple.fr" }`.
std::string written(const FactPattern& pattern);

/// Calls `visit` for each text that a goal compares with, which may change it.
void each_operand(Goal& goal, const std::function<void(std::string&)>& visit);

} // namespace lesson
