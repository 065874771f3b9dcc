// Programs by name.
#include "world/programs.h"

#include <algorithm>

namespace world {

std::string_view name_of(const Program& program) {
    return program_names.at(program.index());
}

std::optional<Program> program_named(std::string_view name) {
    const auto found = std::ranges::find(program_names, name);
    if (found == program_names.end()) {
        return std::nullopt;
    }
    std::optional<Program> made;
    const auto make = [&]<std::size_t... index>(std::index_sequence<index...>) {
        const auto wanted = static_cast<std::size_t>(found - program_names.begin());
        ((index == wanted ? void(made.emplace(std::in_place_index<index>)) : void()), ...);
    };
    make(std::make_index_sequence<std::variant_size_v<Program>>());
    return made;
}

} // namespace world
