// Search along ways: straight on first, then from the most promising state.
#include "tutor/desk_search.h"

#include "tutor/goals.h"
#include "tutor/wishes.h"
#include "world/ways/ways.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <memory>
#include <queue>
#include <unordered_set>
#include <utility>

namespace tutor {

namespace {

using world::Action;
using world::Deed;

constexpr std::size_t most_ways = 120;   // of a route that is followed straight on
constexpr int most_undone = 60;          // changes that are taken back in a row
constexpr int detour_of_anything = 6;    // of what no program advises
constexpr double weight_of_detour = 1.5; // in ways
constexpr double weight_of_goal = 2;     // ways that a wish is thought to take
constexpr double weight_of_mistake = 4;  // in ways

/// One state of the search, and how it was come to.
struct Node {
    world::Computer computer;
    std::vector<world::Event> happened;
    std::int64_t now = 0;
    std::shared_ptr<const Node> before;
    std::vector<Action> actions; ///< from the node before
    double cost = 0;             ///< ways, with their detours and the mistakes made
    std::size_t ways = 0;
};

/// What is seen in a state.
struct Sight {
    std::vector<world::Fact> facts;
    double distance = 0;
    std::size_t key = 0;
};

void mix(std::size_t& key, std::size_t more) {
    key ^= more + 0x9e3779b97f4a7c15ULL + (key << 6) + (key >> 2); // as boost::hash_combine does
}

void mix(std::size_t& key, std::string_view text) {
    mix(key, std::hash<std::string_view>{}(text));
}

/// Two pages that load look alike, and are not.
void mix_loading(std::size_t& key, const world::DeskState& state) {
    for (const world::Window& window : state.windows) {
        const auto* browser = std::get_if<world::Browser>(&window.program);
        if (browser != nullptr && !browser->tabs.empty() && world::shown(*browser).loading) {
            mix(key, world::shown(*browser).loading->address);
        }
    }
}

void mix_desk(std::size_t& key, const world::DeskState& state) {
    for (const world::Target& target : world::wordless_targets(state)) {
        mix(key, target.name);
        mix(key, static_cast<std::size_t>(target.enabled) * 2 + static_cast<std::size_t>(target.on));
    }
    mix(key, state.focus);
    if (const world::TextField* field = world::field_of_target(state, state.focus)) {
        mix(key, field->edit.text);
        mix(key, field->edit.caret);
        mix(key, field->edit.anchor);
    }
    for (const std::string& held : state.held) {
        mix(key, held);
    }
    mix_loading(key, state);
}

class Search {
public:
    Search(const Run& run, const SearchLimits& limits)
        : run_(run), limits_(limits), goal_(run.current().goal), wanted_(wanted_facts(goal_)),
          together_(facts_together(goal_)) {}

    Plan find() {
        const auto start =
            std::make_shared<const Node>(Node{run_.computer, run_.happened, run_.now, nullptr, {}, 0, 0});
        std::shared_ptr<const Node> end = straight_on(start);
        if (end != nullptr && limits_.is_thorough) {
            if (auto shorter = most_promising(start, end->ways, limits_.states)) {
                end = std::move(shorter);
            }
        }
        if (end == nullptr) {
            end = most_promising(start, most_ways, limits_.states / 4);
        }
        if (end == nullptr && limits_.may_undo) {
            end = walked_back(start);
        }
        if (end == nullptr) {
            end = most_promising(start, most_ways, limits_.states);
        }
        Plan plan;
        plan.states = states_;
        plan.is_found = end != nullptr;
        if (end != nullptr) {
            plan.legs = legs_to(*end);
            for (const Leg& leg : plan.legs) {
                plan.actions.insert(plan.actions.end(), leg.actions.begin(), leg.actions.end());
            }
        } else {
            plan.unmet = nearest_unmet_;
            plan.unwritable = unwritable_;
            plan.prevented_by = prevented_by_;
            plan.is_never_together = !nearest_unmet_.empty() && ever_met_.contains(nearest_unmet_.front());
        }
        return plan;
    }

private:
    Sight sight_of(const Node& node) const {
        Sight sight;
        sight.facts = world::facts(node.computer);
        sight.distance = distance(goal_, sight.facts, node.happened);
        sight.key = key_of(node.computer, sight.facts, sight.distance);
        return sight;
    }

    bool is_reached(const Node& node, const Sight& sight) const { return holds(goal_, sight.facts, node.happened); }

    /// What can be done next here, the most direct first.
    std::vector<world::Way> ways_from(const Node& node, const Sight& sight) {
        const Wishes wishes = wishes_of(goal_, sight.facts, node.happened, run_.current().say, wanted_);
        if (wishes.is_lost) {
            note_prevented(node, sight.facts);
            return {};
        }
        note_unmet(wishes, sight);
        const world::Desk& desk = *world::app_of<world::Desk>(node.computer);
        world::Offer offer = world::ways(desk, wishes.wishes);
        if (unwritable_.empty()) {
            unwritable_ = offer.unwritable;
        }
        return std::move(offer.ways);
    }

    void note_prevented(const Node& node, std::span<const world::Fact> facts) {
        if (prevented_by_ == nullptr) {
            prevented_by_ = broken_rule(goal_, facts, node.happened);
        }
    }

    void note_unmet(const Wishes& wishes, const Sight& sight) {
        for (const lesson::FactPattern* fact : together_) {
            if (std::ranges::find(wishes.wishes, fact, &world::Wish::fact) == wishes.wishes.end()) {
                ever_met_.insert(fact);
            }
        }
        if (sight.distance < nearest_ && !wishes.wishes.empty()) {
            nearest_ = sight.distance;
            nearest_unmet_.clear();
            for (const world::Wish& wish : wishes.wishes) {
                nearest_unmet_.push_back(wish.fact);
            }
        }
    }

    /// A way as it can be gone with the access that there is; without deeds where it cannot.
    world::Way possible(const world::Desk& desk, const world::Way& way) const {
        world::Way made = way;
        if (limits_.access == Access::keyboard_only) {
            made.deeds = world::by_keyboard(desk, way);
        }
        const bool goes_back = made.deeds == std::vector<Deed>{world::Undo{}};
        if ((goes_back && !limits_.may_undo) ||
            !std::ranges::all_of(made.deeds, [&](const Deed& deed) { return is_possible(deed, limits_.access); })) {
            made.deeds.clear();
        }
        return made;
    }

    /// All that can be done, for what no program advises on.
    static std::vector<world::Way> anything_from(const Node& node) {
        std::vector<world::Way> ways;
        for (const Action& action : world::actions(node.computer, node.now)) {
            ways.push_back({{action.deed}, detour_of_anything});
        }
        return ways;
    }

    /// The state after a way; nothing where it cannot be gone.
    std::shared_ptr<const Node> after(const std::shared_ptr<const Node>& node, const world::Way& offered) {
        const world::Way way = possible(*world::app_of<world::Desk>(node->computer), offered);
        if (way.deeds.empty()) {
            return nullptr;
        }
        Node next{node->computer, node->happened, node->now, node, {}, node->cost, node->ways + 1};
        for (const Deed& deed : way.deeds) {
            next.now += pace;
            next.actions.push_back({next.now, deed});
            std::vector<world::Event> events = world::apply(next.computer, next.actions.back());
            next.happened.insert(next.happened.end(), std::make_move_iterator(events.begin()),
                                 std::make_move_iterator(events.end()));
        }
        next.cost += 1 + weight_of_detour * way.detour + weight_of_mistake * mistakes_since(*node, next);
        ++states_;
        return std::make_shared<const Node>(std::move(next));
    }

    double mistakes_since(const Node& before, const Node& node) const {
        if (node.happened.size() == before.happened.size()) {
            return 0;
        }
        const auto fresh = std::span(node.happened).subspan(before.happened.size());
        return static_cast<double>(std::ranges::count_if(
            run_.lesson->mistakes, [&](const lesson::Mistake& mistake) { return holds(mistake.when, {}, fresh); }));
    }

    /// Follows the first way that leads to something new, again and again.
    std::shared_ptr<const Node> straight_on(std::shared_ptr<const Node> node) {
        const std::size_t begun = node->ways;
        const std::size_t tried = states_;
        std::unordered_set<std::size_t> seen;
        Sight sight = sight_of(*node);
        while (!is_reached(*node, sight)) {
            seen.insert(sight.key);
            bool went_on = false;
            for (const world::Way& way : ways_from(*node, sight)) {
                std::shared_ptr<const Node> next = after(node, way);
                if (next == nullptr) {
                    continue;
                }
                Sight next_sight = sight_of(*next);
                if (!seen.contains(next_sight.key) || is_reached(*next, next_sight)) {
                    node = std::move(next);
                    sight = std::move(next_sight);
                    went_on = true;
                    break;
                }
            }
            if (!went_on || node->ways > most_ways + begun || states_ > limits_.states + tried) {
                return nullptr;
            }
        }
        return node;
    }

    struct Open {
        double promise = 0; ///< what a route through it is thought to cost
        std::size_t number = 0;
        std::shared_ptr<const Node> node;
        bool is_exhausted = false; ///< its ways were tried; now all that can be done is
        bool operator<(const Open& other) const {
            return promise != other.promise ? promise > other.promise : number > other.number;
        }
    };

    /// Takes one change after the other back, until a way leads straight on from there.
    std::shared_ptr<const Node> walked_back(std::shared_ptr<const Node> node) {
        for (int steps = 0; steps < most_undone && world::app_of<world::Desk>(node->computer)->timeline.can_undo();
             ++steps) {
            node = after(node, {{world::Undo{}}, 0});
            if (std::shared_ptr<const Node> end = straight_on(node)) {
                return end;
            }
        }
        return nullptr;
    }

    /// Best first, over all states seen, of which so many are tried; only routes of fewer ways than `bound`.
    std::shared_ptr<const Node> most_promising(const std::shared_ptr<const Node>& start, std::size_t bound,
                                               std::size_t states) {
        std::unordered_set<std::size_t> seen;
        std::priority_queue<Open> open;
        std::size_t number = 0;
        open.push({0, number++, start, false});
        const std::size_t most_states = states_ + states;
        while (!open.empty() && states_ < most_states) {
            Open best = open.top();
            open.pop();
            const Sight sight = sight_of(*best.node);
            if (is_reached(*best.node, sight)) {
                return best.node;
            }
            if ((!best.is_exhausted && !seen.insert(sight.key).second) || best.node->ways + 1 >= bound) {
                continue;
            }
            const std::vector<world::Way> ways =
                best.is_exhausted ? anything_from(*best.node) : ways_from(*best.node, sight);
            for (const world::Way& way : ways) {
                std::shared_ptr<const Node> next = after(best.node, way);
                if (next == nullptr) {
                    continue;
                }
                const std::vector<world::Fact> facts = world::facts(next->computer);
                const double promise = next->cost + weight_of_goal * distance(goal_, facts, next->happened);
                if (promise < std::numeric_limits<double>::infinity()) {
                    open.push({promise, number++, std::move(next), false});
                } else {
                    note_prevented(*next, facts);
                }
            }
            if (!best.is_exhausted) {
                open.push({best.promise + weight_of_detour * detour_of_anything, number++, best.node, true});
            }
        }
        return nullptr;
    }

    std::vector<Leg> legs_to(const Node& end) const {
        std::vector<Leg> legs;
        for (const Node* node = &end; node->before != nullptr; node = node->before.get()) {
            legs.push_back({sight_of(*node->before).key, node->actions});
        }
        std::ranges::reverse(legs);
        return legs;
    }

    const Run& run_;
    SearchLimits limits_;
    const lesson::Goal& goal_;
    std::vector<const lesson::FactPattern*> wanted_;
    std::vector<const lesson::FactPattern*> together_;
    std::size_t states_ = 0;
    double nearest_ = std::numeric_limits<double>::infinity();
    std::vector<const lesson::FactPattern*> nearest_unmet_;
    std::string unwritable_;
    std::unordered_set<const lesson::FactPattern*> ever_met_; ///< of those that have to be so together
    const lesson::FactPattern* prevented_by_ = nullptr;
};

bool asks_practice(const lesson::Goal& goal) {
    if (const auto* pattern = std::get_if<lesson::FactPattern>(&goal.rule)) {
        return pattern->fact.starts_with("pointer.") || pattern->fact.starts_with("keyboard.") ||
               pattern->fact.starts_with("quiz.");
    }
    return std::ranges::any_of(lesson::parts_of(goal), asks_practice);
}

} // namespace

std::size_t key_of(const world::Computer& computer, std::span<const world::Fact> facts, double distance) {
    std::size_t key = std::hash<double>{}(distance);
    for (const world::Fact& fact : facts) {
        mix(key, fact.name);
        for (const world::Field& field : fact.fields) {
            mix(key, std::hash<lesson::FieldValue>{}(field.value));
        }
    }
    if (const world::Desk* desk = world::app_of<world::Desk>(computer)) {
        mix_desk(key, desk->timeline.now());
    }
    if (const auto* quiz = world::app_of<world::QuizPractice>(computer)) {
        for (const world::Target& target : world::targets(*quiz)) {
            mix(key, target.on ? "on" : "off");
        }
        mix(key, world::current_mark(*quiz).written.text);
    }
    return key;
}

bool is_on_desk(const Run& run) {
    return world::app_of<world::Desk>(run.computer) != nullptr && !asks_practice(run.current().goal);
}

Plan search_desk(const Run& run, const SearchLimits& limits) {
    return Search(run, limits).find();
}

} // namespace tutor
