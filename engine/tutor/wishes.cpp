// Takes a goal apart into what is not so yet.
#include "tutor/wishes.h"

#include "tutor/goals.h"

#include <algorithm>

namespace tutor {

namespace {

using Facts = std::span<const world::Fact>;
using Events = std::span<const world::Event>;

void gather_wanted(const lesson::Goal& goal, std::vector<const lesson::FactPattern*>& wanted) {
    if (const auto* pattern = std::get_if<lesson::FactPattern>(&goal.rule)) {
        wanted.push_back(pattern);
    } else if (!std::holds_alternative<lesson::Never>(goal.rule)) {
        for (const lesson::Goal& part : lesson::parts_of(goal)) {
            gather_wanted(part, wanted);
        }
    }
}

void gather_together(const lesson::Goal& goal, std::vector<const lesson::FactPattern*>& together) {
    if (const auto* pattern = std::get_if<lesson::FactPattern>(&goal.rule)) {
        together.push_back(pattern);
    } else if (std::holds_alternative<lesson::AllOf>(goal.rule)) {
        for (const lesson::Goal& part : lesson::parts_of(goal)) {
            gather_together(part, together);
        }
    }
}

/// The first fact of a goal that was broken.
const lesson::FactPattern* first_fact(const lesson::Goal& goal) {
    const auto* pattern = std::get_if<lesson::FactPattern>(&goal.rule);
    return pattern != nullptr ? pattern : first_fact(lesson::parts_of(goal).front());
}

/// A goal without its `never`.
struct Rest {
    bool holds = false;
    const lesson::FactPattern* broken = nullptr; ///< by what the `never` was broken
};

Rest rest_of(const lesson::Goal& goal, Facts now, Events happened) {
    const auto& parts = lesson::parts_of(goal);
    if (std::holds_alternative<lesson::Never>(goal.rule)) {
        return {true, holds(goal, now, happened) ? nullptr : first_fact(parts.front())};
    }
    const bool is_any = std::holds_alternative<lesson::AnyOf>(goal.rule);
    if (!is_any && !std::holds_alternative<lesson::AllOf>(goal.rule)) {
        return {holds(goal, now, happened), nullptr};
    }
    Rest all{!is_any, nullptr};
    for (const lesson::Goal& part : parts) {
        const Rest rest = rest_of(part, now, happened);
        all.holds = is_any ? all.holds || rest.holds : all.holds && rest.holds;
        all.broken = all.broken == nullptr && (rest.holds || !is_any) ? rest.broken : all.broken;
    }
    return all;
}

/// Gathers wishes; what is the same for all parts stands here.
class Gathering {
public:
    Gathering(Facts now, std::string_view said, std::span<const lesson::FactPattern* const> beside)
        : now_(now), said_(said), beside_(beside) {}

    void part(const lesson::Goal& goal, Events happened) {
        if (const auto* pattern = std::get_if<lesson::FactPattern>(&goal.rule)) {
            if (!holds(goal, now_, happened)) {
                wish(*pattern, false);
            }
        } else if (std::holds_alternative<lesson::Never>(goal.rule)) {
            never(lesson::parts_of(goal).front(), happened);
        } else if (std::holds_alternative<lesson::InOrder>(goal.rule)) {
            in_order(lesson::parts_of(goal), happened);
        } else if (std::holds_alternative<lesson::AllOf>(goal.rule) || !holds(goal, now_, happened)) {
            for (const lesson::Goal& one : lesson::parts_of(goal)) {
                part(one, happened);
            }
        }
    }

    Wishes gathered;

private:
    void wish(const lesson::FactPattern& pattern, bool gone) {
        gathered.wishes.push_back({&pattern, gone, said_, beside_});
    }

    bool is_so(const lesson::FactPattern& pattern) const {
        return std::ranges::any_of(now_, [&](const world::Fact& fact) { return matches(pattern, fact); });
    }

    /// Of what should never be, a state can be ended again; what happened has happened.
    void never(const lesson::Goal& goal, Events happened) {
        if (!holds(goal, now_, happened)) {
            return;
        }
        if (const auto* pattern = std::get_if<lesson::FactPattern>(&goal.rule)) {
            is_so(*pattern) ? wish(*pattern, true) : static_cast<void>(gathered.is_lost = true);
            return;
        }
        for (const lesson::Goal& part : lesson::parts_of(goal)) {
            never(part, happened);
        }
    }

    void in_order(const std::vector<lesson::Goal>& parts, Events happened) {
        const std::size_t reached = reached_in_order(parts, happened);
        if (reached < parts.size()) {
            part(parts[reached], {});
        }
    }

    Facts now_;
    std::string_view said_;
    std::span<const lesson::FactPattern* const> beside_;
};

} // namespace

std::vector<const lesson::FactPattern*> wanted_facts(const lesson::Goal& goal) {
    std::vector<const lesson::FactPattern*> wanted;
    gather_wanted(goal, wanted);
    return wanted;
}

std::vector<const lesson::FactPattern*> facts_together(const lesson::Goal& goal) {
    std::vector<const lesson::FactPattern*> together;
    gather_together(goal, together);
    return together;
}

const lesson::FactPattern* broken_rule(const lesson::Goal& goal, std::span<const world::Fact> now,
                                       std::span<const world::Event> happened) {
    const Rest rest = rest_of(goal, now, happened);
    return rest.holds ? rest.broken : nullptr;
}

Wishes wishes_of(const lesson::Goal& goal, std::span<const world::Fact> now, std::span<const world::Event> happened,
                 std::string_view said, std::span<const lesson::FactPattern* const> beside) {
    Gathering gathering(now, said, beside);
    gathering.part(goal, happened);
    if (gathering.gathered.is_lost) {
        gathering.gathered.wishes.clear();
    }
    return std::move(gathering.gathered);
}

} // namespace tutor
