// The planner's route from each step's beginning, in a thread of its own.
#include "app/short_ways.h"

#include "tutor/planner.h"

#include <algorithm>
#include <chrono>

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_steps = 3;            ///< that a route is looked for, those with the most deeds
constexpr auto shortest_notice = 250ms;          ///< no wait that anybody notices
constexpr tutor::SearchLimits limits{2'000, 40}; ///< a way of a few pictures is found with these or not at all

/// Only on a desk is there more than one way: the exercises of mouse and keyboard are the way.
bool has_ways(const tutor::StepTaken& taken) {
    return std::ranges::any_of(taken.beginning.computer.apps,
                               [](const world::App& app) { return std::holds_alternative<world::Desk>(app); });
}

std::vector<tutor::StepTaken> worth_a_look(const std::vector<tutor::StepTaken>& taken) {
    std::vector<tutor::StepTaken> steps;
    std::ranges::copy_if(taken, std::back_inserter(steps),
                         [](const tutor::StepTaken& step) { return has_ways(step) && tutor::may_be_a_detour(step); });
    std::ranges::sort(steps, std::ranges::greater{}, tutor::deeds_of);
    steps.resize(std::min(steps.size(), most_steps));
    return steps;
}

std::optional<tutor::ShortWay> search(const std::vector<tutor::StepTaken>& steps, const std::atomic<bool>& is_wanted) {
    std::vector<tutor::ShortWay> ways;
    for (const tutor::StepTaken& step : steps) {
        const auto route = is_wanted ? tutor::route(step.beginning, limits) : std::nullopt;
        if (auto way = route ? tutor::short_way(step, *route) : std::nullopt) {
            ways.push_back(std::move(*way));
        }
    }
    return tutor::longest_detour(std::move(ways));
}

} // namespace

ShortWays::~ShortWays() {
    give_up();
}

void ShortWays::give_up() {
    if (is_wanted_) {
        *is_wanted_ = false;
    }
    std::erase_if(given_up_, [](Search& search) { return search.wait_for(0s) == std::future_status::ready; });
    if (search_.valid()) {
        given_up_.push_back(std::move(search_));
    }
}

void ShortWays::look_for(const std::vector<tutor::StepTaken>& taken) {
    give_up();
    std::vector<tutor::StepTaken> steps = worth_a_look(taken);
    if (steps.empty()) {
        return;
    }
    is_wanted_ = std::make_shared<std::atomic<bool>>(true);
    search_ = std::async(std::launch::async,
                         [steps = std::move(steps), wanted = is_wanted_] { return search(steps, *wanted); });
}

bool ShortWays::is_over() const {
    return !search_.valid() || search_.wait_for(0s) == std::future_status::ready;
}

std::optional<tutor::ShortWay> ShortWays::found() {
    if (!search_.valid() || search_.wait_for(shortest_notice) != std::future_status::ready) {
        give_up();
        return std::nullopt;
    }
    return search_.get();
}

} // namespace app
