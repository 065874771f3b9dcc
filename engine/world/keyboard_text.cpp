// Units of a target, and the alignment of what is written with them.
#include "world/keyboard_text.h"

#include <algorithm>
#include <cstdlib>

namespace world {

namespace {

std::size_t group_size(std::span<const Unit> units, std::size_t first) {
    std::size_t size = 1;
    while (first + size < units.size() && units[first + size].target == units[first].target) {
        ++size;
    }
    return size;
}

bool contains(const std::vector<std::string>& characters, const std::string& character) {
    return std::ranges::find(characters, character) != characters.end();
}

/// Levenshtein's table between two texts whose common start has been left out. `at(i, j)`: the fewest changes between
/// the first i written characters and the first j units.
class DistanceTable {
public:
    DistanceTable(std::span<const std::string> written, std::span<const Unit> units)
        : written_(written), units_(units), width_(units.size() + 1), costs_((written.size() + 1) * width_, unreached) {
        costs_[0] = 0;
        for (std::size_t i = 0; i <= written.size(); ++i) {
            for (std::size_t j = 0; j <= units.size(); ++j) {
                spread(i, j);
            }
        }
    }

    int at(std::size_t i, std::size_t j) const { return costs_[i * width_ + j]; }

    /// How far to go back from (i, j) on the cheapest way, going back through both where that is as cheap.
    struct Step {
        std::size_t written = 0;
        std::size_t units = 0;
        bool right = false;
    };
    Step step_to(std::size_t i, std::size_t j) const {
        if (i > 0 && j > 0) {
            const bool right = match(units_, j - 1, written_[i - 1]) == 1;
            if (at(i, j) == at(i - 1, j - 1) + (right ? 0 : 1)) {
                return {1, 1, right};
            }
        }
        for (std::size_t size = 2; i > 0 && size <= j && units_[j - size].target == units_[j - 1].target; ++size) {
            if (match(units_, j - size, written_[i - 1]) == size && at(i, j) == at(i - 1, j - size)) {
                return {1, size, true};
            }
        }
        const bool is_missing = j > 0 && at(i, j) == at(i, j - 1) + 1;
        return is_missing ? Step{0, 1, false} : Step{1, 0, false};
    }

private:
    static constexpr int unreached = 1'000'000;

    void lower(std::size_t i, std::size_t j, int cost) {
        int& known = costs_[i * width_ + j];
        known = std::min(known, cost);
    }

    void spread(std::size_t i, std::size_t j) {
        const int cost = at(i, j);
        const bool more_written = i < written_.size();
        const bool more_units = j < units_.size();
        if (more_written) {
            lower(i + 1, j, cost + 1);
        }
        if (more_units) {
            lower(i, j + 1, cost + 1);
        }
        if (more_written && more_units) {
            const std::size_t matched = match(units_, j, written_[i]);
            lower(i + 1, j + 1, cost + (matched == 1 ? 0 : 1));
            if (matched > 1) {
                lower(i + 1, j + matched, cost);
            }
        }
    }

    std::span<const std::string> written_;
    std::span<const Unit> units_;
    std::size_t width_;
    std::vector<int> costs_;
};

/// Where the writing has come to: the number of units with the fewest changes; of equally few, the nearest to as many
/// as there are characters.
std::size_t nearest_end(const DistanceTable& table, std::size_t written, std::size_t units) {
    std::size_t best = 0;
    const auto distance = [written](std::size_t j) { return j > written ? j - written : written - j; };
    for (std::size_t j = 1; j <= units; ++j) {
        const int cost = table.at(written, j);
        const int least = table.at(written, best);
        if (cost < least || (cost == least && distance(j) < distance(best))) {
            best = j;
        }
    }
    return best;
}

} // namespace

std::vector<Unit> units_of(const Layout& layout, const std::vector<std::string>& target) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < target.size(); ++i) {
        const std::vector<std::string> ways = ways_to_write(layout, target[i]);
        const std::vector<std::string> typed = characters_of(ways.front());
        const std::size_t first = units.size();
        for (const std::string& character : typed) {
            units.push_back({character, {}, {}, i});
        }
        for (const std::string& way : ways) {
            const std::vector<std::string> characters = characters_of(way);
            if (characters.size() == typed.size()) {
                for (std::size_t k = 0; k < characters.size(); ++k) {
                    units[first + k].accepted.push_back(characters[k]);
                }
            } else if (characters.size() == 1) {
                units[first].whole.push_back(way);
            }
        }
    }
    return units;
}

bool is_in_group(std::span<const Unit> units, std::size_t unit) {
    const bool goes_on = unit > 0 && units[unit - 1].target == units[unit].target;
    return goes_on || group_size(units, unit) > 1;
}

std::size_t match(std::span<const Unit> units, std::size_t unit, const std::string& character) {
    if (contains(units[unit].accepted, character)) {
        return 1;
    }
    return contains(units[unit].whole, character) ? group_size(units, unit) : 0;
}

Alignment align(std::span<const std::string> written, std::span<const Unit> units, bool whole) {
    Alignment alignment;
    alignment.written.resize(written.size());
    std::size_t start = 0;
    std::size_t first = 0;
    while (start < written.size() && first < units.size()) {
        const std::size_t matched = match(units, first, written[start]);
        if (matched == 0) {
            break;
        }
        alignment.written[start++] = {first, matched, true};
        first += matched;
    }
    alignment.reached = first;
    if (start == written.size()) {
        return alignment;
    }
    const std::span<const std::string> rest = written.subspan(start);
    // Three units at most stand for one character, so that an end beyond four times the characters cannot be nearer
    // than one at as many units as characters.
    std::size_t within = whole ? units.size() - first : std::min(units.size() - first, 4 * rest.size());
    while (first + within < units.size() && units[first + within].target == units[first + within - 1].target) {
        ++within;
    }
    const DistanceTable table(rest, units.subspan(first, within));
    std::size_t j = whole ? within : nearest_end(table, rest.size(), within);
    alignment.reached = first + j;
    for (std::size_t i = rest.size(); i > 0 || j > 0;) {
        const DistanceTable::Step step = table.step_to(i, j);
        i -= step.written;
        j -= step.units;
        if (step.written > 0 && step.units > 0) {
            alignment.written[start + i] = {first + j, step.units, step.right};
        }
    }
    return alignment;
}

} // namespace world
