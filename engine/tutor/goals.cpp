// Goals against facts and events.
#include "tutor/goals.h"

#include <algorithm>

namespace tutor {

namespace {

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
