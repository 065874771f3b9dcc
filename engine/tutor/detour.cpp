// Compares what was done with what would have done.
#include "tutor/detour.h"

#include "tutor/deeds.h"

#include <algorithm>

namespace tutor {

namespace {

constexpr std::size_t fewest_pictures = 2;
constexpr std::size_t most_pictures = 5;

bool is_detour(std::size_t taken, std::size_t needed) {
    return taken >= needed + 2 && 2 * taken >= 3 * needed;
}

} // namespace

std::size_t deeds_of(const StepTaken& taken) {
    return telling_deeds(taken.inputs).size();
}

bool may_be_a_detour(const StepTaken& taken) {
    return is_detour(deeds_of(taken), fewest_pictures);
}

std::optional<ShortWay> short_way(const StepTaken& taken, std::span<const world::Action> route) {
    const std::vector<Told> needed = telling_deeds(route);
    ShortWay way{taken.beginning.step, deeds_of(taken), {}};
    const bool can_be_shown = needed.size() >= fewest_pictures && needed.size() <= most_pictures;
    if (!can_be_shown || !is_detour(way.taken, needed.size())) {
        return std::nullopt;
    }
    Run ahead = taken.beginning;
    auto next = needed.begin();
    for (std::size_t i = 0; i < route.size(); ++i) {
        if (next != needed.end() && next->index == i) {
            way.pictures.push_back({ahead.computer, next->action});
            ++next;
        }
        apply(ahead, Input{route[i].at, route[i].deed});
    }
    // What does not lead there is no way to show.
    return ahead.step_is_done ? std::optional(std::move(way)) : std::nullopt;
}

std::optional<ShortWay> longest_detour(std::vector<ShortWay> ways) {
    const auto detour = [](const ShortWay& way) { return way.taken - way.pictures.size(); };
    const auto longest = std::ranges::max_element(ways, {}, detour);
    return longest == ways.end() ? std::nullopt : std::optional(std::move(*longest));
}

} // namespace tutor
