// Targets by name.
#include "world/target.h"

#include <algorithm>
#include <utility>

namespace world {

Words as_it_is(std::string text) {
    return Words{std::move(text), {}};
}

Words message(std::string id, std::vector<base::Argument> arguments) {
    return Words{{}, base::Message{std::move(id), std::move(arguments)}};
}

bool can(const Target& target, Gesture gesture) {
    return target.enabled && (target.gestures & gesture) != 0;
}

const Target* find_target(const std::vector<Target>& targets, std::string_view name) {
    const auto found = std::ranges::find(targets, name, &Target::name);
    return found == targets.end() ? nullptr : &*found;
}

} // namespace world
