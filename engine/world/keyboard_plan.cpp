// A shortest way through all alignments of text and target, and through the caret's travel between their changes.
//
// Of two kinds of tours one is always shortest: to the leftmost change first and then to the right, changing on the way
// (what is typed then lies behind the caret), or to the rightmost change first and then to the left. In both, the text
// falls into parts by what it costs to keep a character there: before the changes, among them, and after them.
#include "world/keyboard_plan.h"

#include "world/keyboard_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace world {

namespace {

constexpr std::uint32_t never = 1'000'000;

/// What a character costs in one part of a tour: kept at the left or right of the caret, typed, erased.
struct Part {
    std::uint32_t keep_left = 0;
    std::uint32_t keep_right = 0;
    std::uint32_t type = never;
    std::uint32_t erase = never;
};

constexpr std::array<Part, 3> left_first{{{0, 1, never, never}, {2, 1, 1, 1}, {1, 0, never, never}}};

/// What is typed on the way to the left has to be passed again, but for the last that is typed, at the leftmost change.
constexpr std::array<Part, 4> right_first{
    {{0, 1, never, never}, {never, never, 1, never}, {1, 2, 2, 1}, {1, 0, never, never}}};

/// The part of text and target in which all changes lie.
struct Problem {
    std::span<const std::string> written;
    std::span<const Unit> units;
    std::size_t caret = 0;
    std::size_t first_unit = 0;
};

enum class Operation { keep, type, erase };

/// One operation on the way: on the written character (or before it, for type) and on the unit.
struct Step {
    Operation operation = Operation::keep;
    std::size_t written = 0;
    std::size_t unit = 0;
};

/// The costs to the end from every point of a tour.
class Tour {
public:
    Tour(const Problem& problem, std::span<const Part> parts)
        : problem_(problem), parts_(parts), height_(problem.written.size() + 1), width_(problem.units.size() + 1),
          costs_(height_ * width_ * parts.size(), never) {
        for (std::size_t i = height_; i-- > 0;) {
            for (std::size_t j = width_; j-- > 0;) {
                const std::size_t matched = matched_at(i, j);
                for (std::size_t part = parts_.size(); part-- > 0;) {
                    costs_[index(i, j, part)] = least(i, j, part, matched);
                }
            }
        }
    }

    std::uint32_t cost() const { return costs_[0]; }

    std::vector<Step> steps() const {
        std::vector<Step> found;
        std::size_t i = 0;
        std::size_t j = 0;
        std::size_t part = 0;
        while (i + 1 < height_ || j + 1 < width_) {
            const std::uint32_t here = costs_[index(i, j, part)];
            const std::size_t matched = matched_at(i, j);
            if (matched > 0 && here == keep_cost(i, part) + costs_[index(i + 1, j + matched, part)]) {
                found.push_back({Operation::keep, i++, j});
                j += matched;
            } else if (i + 1 < height_ && here == parts_[part].erase + costs_[index(i + 1, j, part)]) {
                found.push_back({Operation::erase, i++, j});
            } else if (j + 1 < width_ && here == parts_[part].type + costs_[index(i, j + 1, part)]) {
                found.push_back({Operation::type, i, j++});
            } else {
                ++part;
            }
        }
        return found;
    }

private:
    std::size_t index(std::size_t i, std::size_t j, std::size_t part) const {
        return (i * width_ + j) * parts_.size() + part;
    }

    std::size_t matched_at(std::size_t i, std::size_t j) const {
        if (i + 1 >= height_ || j + 1 >= width_) {
            return 0;
        }
        const std::size_t matched = match(problem_.units, j, problem_.written[i]);
        return j + matched < width_ ? matched : 0;
    }

    std::uint32_t keep_cost(std::size_t i, std::size_t part) const {
        return i < problem_.caret ? parts_[part].keep_left : parts_[part].keep_right;
    }

    std::uint32_t least(std::size_t i, std::size_t j, std::size_t part, std::size_t matched) const {
        const bool at_end = i + 1 == height_ && j + 1 == width_;
        const bool in_last_part = part + 1 == parts_.size();
        std::uint32_t cost = in_last_part ? (at_end ? 0 : never) : costs_[index(i, j, part + 1)];
        if (matched > 0) {
            cost = std::min(cost, keep_cost(i, part) + costs_[index(i + 1, j + matched, part)]);
        }
        if (i + 1 < height_) {
            cost = std::min(cost, parts_[part].erase + costs_[index(i + 1, j, part)]);
        }
        if (j + 1 < width_) {
            cost = std::min(cost, parts_[part].type + costs_[index(i, j + 1, part)]);
        }
        return std::min(cost, never);
    }

    Problem problem_;
    std::span<const Part> parts_;
    std::size_t height_;
    std::size_t width_;
    std::vector<std::uint32_t> costs_;
};

bool erases(std::span<const Step> steps, std::size_t written) {
    return std::ranges::any_of(
        steps, [written](const Step& step) { return step.operation == Operation::erase && step.written == written; });
}

/// What is to be typed at the caret first.
std::optional<Change> typing_at(std::span<const Step> steps, const Problem& problem) {
    const auto found = std::ranges::find_if(
        steps, [&](const Step& step) { return step.operation == Operation::type && step.written == problem.caret; });
    return found == steps.end() ? std::nullopt
                                : std::optional(Change{Change::Kind::type, problem.first_unit + found->unit});
}

Change change_at_left(std::span<const Step> steps, std::size_t caret) {
    return {erases(steps, caret - 1) ? Change::Kind::erase_left : Change::Kind::left};
}

Change change_at_right(std::span<const Step> steps, std::size_t caret) {
    return {erases(steps, caret) ? Change::Kind::erase_right : Change::Kind::right};
}

/// The first change of the tour that goes to the left before it goes to the right.
Change first_to_the_left(std::span<const Step> steps, const Problem& problem) {
    const bool more_at_left = std::ranges::any_of(
        steps, [&](const Step& step) { return step.operation != Operation::keep && step.written < problem.caret; });
    if (more_at_left) {
        return change_at_left(steps, problem.caret);
    }
    return typing_at(steps, problem).value_or(change_at_right(steps, problem.caret));
}

/// The first change of the tour that goes to the right before it goes to the left.
Change first_to_the_right(std::span<const Step> steps, const Problem& problem) {
    const bool more_at_right = std::ranges::any_of(steps, [&](const Step& step) {
        return (step.operation == Operation::erase && step.written >= problem.caret) ||
               (step.operation == Operation::type && step.written > problem.caret);
    });
    if (more_at_right) {
        return change_at_right(steps, problem.caret);
    }
    // Erasing comes before typing, so that a wrong character goes before the right one takes its place.
    const std::optional<Change> typing = typing_at(steps, problem);
    const bool erases_first = problem.caret > 0 && erases(steps, problem.caret - 1);
    return typing && !erases_first ? *typing : change_at_left(steps, problem.caret);
}

/// Leaves out what is right before and after all changes and the caret.
Problem narrowed(std::span<const std::string> written, std::span<const Unit> units, std::size_t caret) {
    std::size_t start = 0;
    std::size_t first = 0;
    while (start < caret && first < units.size()) {
        const std::size_t matched = match(units, first, written[start]);
        if (matched == 0) {
            break;
        }
        ++start;
        first += matched;
    }
    std::size_t end = written.size();
    std::size_t last = units.size();
    while (end > caret && last > first && !is_in_group(units, last - 1) &&
           match(units, last - 1, written[end - 1]) == 1) {
        --end;
        --last;
    }
    return {written.subspan(start, end - start), units.subspan(first, last - first), caret - start, first};
}

MendingPlan plan_without_selection(std::span<const std::string> written, std::span<const Unit> units,
                                   std::size_t caret) {
    const Problem problem = narrowed(written, units, caret);
    if (problem.written.empty()) {
        const std::size_t missing = problem.units.size();
        return {missing, missing == 0 ? std::nullopt : std::optional(Change{Change::Kind::type, problem.first_unit})};
    }
    const Tour to_the_left(problem, left_first);
    const Tour to_the_right(problem, right_first);
    const std::uint32_t changes = std::min(to_the_left.cost(), to_the_right.cost());
    if (changes == 0) {
        return {};
    }
    return {changes, to_the_left.cost() <= to_the_right.cost() ? first_to_the_left(to_the_left.steps(), problem)
                                                               : first_to_the_right(to_the_right.steps(), problem)};
}

/// Whether Backspace, too, brings the text nearer by one.
bool backspace_is_as_short(std::vector<std::string> written, std::span<const Unit> units, std::size_t caret,
                           std::size_t changes) {
    written.erase(written.begin() + static_cast<std::ptrdiff_t>(caret) - 1);
    return plan_without_selection(written, units, caret - 1).changes < changes;
}

} // namespace

MendingPlan plan_mending(const KeyboardPractice& practice) {
    const TextEdit& edit = practice.written;
    const std::vector<std::string> written = characters_of(edit.text);
    if (edit.caret != edit.anchor) {
        // Leaving the selection costs one change, and may leave the caret nearer to the next at either end.
        const auto at = [&](std::size_t offset) {
            return plan_without_selection(written, *practice.units, characters_before(edit.text, offset)).changes;
        };
        const std::size_t at_start = at(selection_start(edit));
        const std::size_t at_end = at(selection_end(edit));
        const bool is_right = at_end == 0;
        return {is_right ? 0 : std::min(at_start, at_end) + 1,
                is_right ? std::nullopt
                         : std::optional(Change{at_start < at_end ? Change::Kind::left : Change::Kind::right})};
    }
    const std::size_t caret = characters_before(edit.text, edit.caret);
    MendingPlan plan = plan_without_selection(written, *practice.units, caret);
    const bool may_prefer_backspace =
        practice.task == KeyboardTask::copy && caret > 0 && plan.first && plan.first->kind != Change::Kind::type;
    if (may_prefer_backspace && backspace_is_as_short(written, *practice.units, caret, plan.changes)) {
        plan.first = Change{Change::Kind::erase_left};
    }
    return plan;
}

} // namespace world
