// Goals against facts and events.
#include "tutor/goals.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace tutor {

namespace {

using Events = std::span<const world::Event>;

bool is_so(const lesson::FactPattern& pattern, std::span<const world::Fact> now) {
    return std::ranges::any_of(now, [&](const world::Fact& fact) { return matches(pattern, fact); });
}

/// How often it happened, counted up to what is asked for.
int times_happened(const lesson::FactPattern& pattern, Events happened) {
    int times = 0;
    for (std::size_t i = 0; i < happened.size() && times < pattern.times; ++i) {
        times += matches(pattern, happened[i].fact) ? 1 : 0;
    }
    return times;
}

/// After how many events something had come about first; nothing where it has not.
using End = std::optional<std::size_t>;

End end_of(const lesson::Goal& goal, Events happened);

End end_of_pattern(const lesson::FactPattern& pattern, Events happened) {
    int times = 0;
    for (std::size_t i = 0; i < happened.size(); ++i) {
        times += matches(pattern, happened[i].fact) ? 1 : 0;
        if (times >= pattern.times) {
            return i + 1;
        }
    }
    return std::nullopt;
}

End end_of_all(const std::vector<lesson::Goal>& goals, Events happened) {
    std::size_t last = 0;
    for (const lesson::Goal& goal : goals) {
        const End end = end_of(goal, happened);
        if (!end) {
            return std::nullopt;
        }
        last = std::max(last, *end);
    }
    return last;
}

End end_of_any(const std::vector<lesson::Goal>& goals, Events happened) {
    End first;
    for (const lesson::Goal& goal : goals) {
        const End end = end_of(goal, happened);
        if (end && (!first || *end < *first)) {
            first = end;
        }
    }
    return first;
}

/// How many goals came about one after the other, each as early as can be, and where the last of them was.
struct Reached {
    std::size_t goals = 0;
    std::size_t end = 0;
};

Reached reach_in_order(const std::vector<lesson::Goal>& goals, Events happened) {
    Reached reached;
    for (const lesson::Goal& goal : goals) {
        const End end = end_of(goal, happened.subspan(reached.end));
        if (!end) {
            break;
        }
        reached = {reached.goals + 1, reached.end + *end};
    }
    return reached;
}

End end_of(const lesson::Goal& goal, Events happened) {
    if (const auto* pattern = std::get_if<lesson::FactPattern>(&goal.rule)) {
        return end_of_pattern(*pattern, happened);
    }
    const auto& parts = lesson::parts_of(goal);
    if (std::holds_alternative<lesson::AllOf>(goal.rule)) {
        return end_of_all(parts, happened);
    }
    if (std::holds_alternative<lesson::AnyOf>(goal.rule)) {
        return end_of_any(parts, happened);
    }
    if (std::holds_alternative<lesson::InOrder>(goal.rule)) {
        const Reached reached = reach_in_order(parts, happened);
        return reached.goals == parts.size() ? End(reached.end) : std::nullopt;
    }
    return holds(goal, {}, happened) ? End(0) : std::nullopt;
}

/// The part of the fields that is not yet as asked for, in the fact that comes nearest; 1 where there is no such fact.
double fields_missing(const lesson::FactPattern& pattern, std::span<const world::Fact> now) {
    double least = 1;
    for (const world::Fact& fact : now) {
        if (fact.name != pattern.fact) {
            continue;
        }
        const auto missing = std::ranges::count_if(pattern.fields, [&](const lesson::FieldPattern& wanted) {
            const lesson::FieldValue* value = world::find_field(fact, wanted.field);
            return value == nullptr || !lesson::matches(wanted.matcher, *value);
        });
        least = std::min(least, static_cast<double>(missing) / static_cast<double>(pattern.fields.size() + 1));
    }
    return least;
}

double distance_to_pattern(const lesson::FactPattern& pattern, std::span<const world::Fact> now, Events happened) {
    const int times = times_happened(pattern, happened);
    if (is_so(pattern, now) || times >= pattern.times) {
        return 0;
    }
    return pattern.times - times - 1 + fields_missing(pattern, now);
}

/// How many facts have to end that never should be; infinite where something happened that never should.
double distance_of_never(const lesson::Goal& part, std::span<const world::Fact> now, Events happened) {
    if (!holds(part, now, happened)) {
        return 0;
    }
    const auto* pattern = std::get_if<lesson::FactPattern>(&part.rule);
    const auto facts = pattern == nullptr ? 1 : std::ranges::count_if(now, [&](const world::Fact& fact) {
        return matches(*pattern, fact);
    });
    const bool has_happened = holds(part, {}, happened);
    return has_happened ? std::numeric_limits<double>::infinity() : static_cast<double>(facts);
}

double distance_in_order(const std::vector<lesson::Goal>& goals, Events happened) {
    const Reached reached = reach_in_order(goals, happened);
    double sum = 0;
    for (std::size_t i = reached.goals; i < goals.size(); ++i) {
        sum += distance(goals[i], {}, i == reached.goals ? happened.subspan(reached.end) : Events{});
    }
    return sum;
}

} // namespace

std::size_t reached_in_order(const std::vector<lesson::Goal>& goals, std::span<const world::Event> happened) {
    return reach_in_order(goals, happened).goals;
}

bool matches(const lesson::FactPattern& pattern, const world::Fact& fact) {
    if (pattern.fact != fact.name) {
        return false;
    }
    return std::ranges::all_of(pattern.fields, [&](const lesson::FieldPattern& wanted) {
        const lesson::FieldValue* value = world::find_field(fact, wanted.field);
        return value != nullptr && lesson::matches(wanted.matcher, *value);
    });
}

bool holds(const lesson::Goal& goal, std::span<const world::Fact> now, std::span<const world::Event> happened) {
    const auto part_holds = [&](const lesson::Goal& part) { return holds(part, now, happened); };
    if (const auto* pattern = std::get_if<lesson::FactPattern>(&goal.rule)) {
        return is_so(*pattern, now) || times_happened(*pattern, happened) >= pattern->times;
    }
    const auto& parts = lesson::parts_of(goal);
    if (std::holds_alternative<lesson::AllOf>(goal.rule)) {
        return std::ranges::all_of(parts, part_holds);
    }
    if (std::holds_alternative<lesson::AnyOf>(goal.rule)) {
        return std::ranges::any_of(parts, part_holds);
    }
    if (std::holds_alternative<lesson::InOrder>(goal.rule)) {
        return reach_in_order(parts, happened).goals == parts.size();
    }
    return std::ranges::none_of(parts, part_holds);
}

double distance(const lesson::Goal& goal, std::span<const world::Fact> now, std::span<const world::Event> happened) {
    constexpr double never = std::numeric_limits<double>::infinity();
    if (const auto* pattern = std::get_if<lesson::FactPattern>(&goal.rule)) {
        return distance_to_pattern(*pattern, now, happened);
    }
    const auto& parts = lesson::parts_of(goal);
    if (std::holds_alternative<lesson::InOrder>(goal.rule)) {
        return distance_in_order(parts, happened);
    }
    if (std::holds_alternative<lesson::Never>(goal.rule)) {
        return distance_of_never(parts.front(), now, happened);
    }
    const bool is_any = std::holds_alternative<lesson::AnyOf>(goal.rule);
    double result = is_any ? never : 0;
    for (const lesson::Goal& part : parts) {
        const double of_part = distance(part, now, happened);
        result = is_any ? std::min(result, of_part) : result + of_part;
    }
    return result;
}

} // namespace tutor
