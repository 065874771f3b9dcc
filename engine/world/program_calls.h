// Calls what a program offers, where it offers it (see program.h). A missing function means: nothing of the kind.
#pragma once

#include "world/programs.h"

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// `same_as<Program>`: a program turns into a Program by itself, and would be asked for ever about what it lacks.
namespace world::call {

inline void list_targets(const Program& program, const View& view, std::vector<Target>& targets) {
    std::visit([&](const auto& one) { world::list_targets(one, view, targets); }, program);
}

inline Words title(const Program& program, const View& view) {
    return std::visit([&](const auto& one) { return world::title(one, view); }, program);
}

inline void add_facts(const Program& program, const View& view, std::vector<Fact>& facts) {
    std::visit([&](const auto& one) { world::add_facts(one, view, facts); }, program);
}

inline void touch(Program& program, Context& context, const Touch& touched) {
    std::visit([&](auto& one) { world::touch(one, context, touched); }, program);
}

inline void command(Program& program, Context& context, const Command& wanted) {
    std::visit(
        [&](auto& one) {
            if constexpr (requires { command(one, context, wanted); }) {
                command(one, context, wanted);
            }
        },
        program);
}

inline std::vector<MenuItem> menu_for(const std::same_as<Program> auto& program, const View& view,
                                      std::string_view target) {
    return std::visit(
        [&](const auto& one) {
            if constexpr (requires { menu_for(one, view, target); }) {
                return menu_for(one, view, target);
            } else {
                return std::vector<MenuItem>{};
            }
        },
        program);
}

inline std::string shortcut(const std::same_as<Program> auto& program, const View& view, std::string_view keys) {
    return std::visit(
        [&](const auto& one) {
            if constexpr (requires { shortcut(one, view, keys); }) {
                return std::string(shortcut(one, view, keys));
            } else {
                return std::string();
            }
        },
        program);
}

inline TextField* field(Program& program, std::string_view target) {
    return std::visit(
        [&](auto& one) -> TextField* {
            if constexpr (requires { field(one, target); }) {
                return field(one, target);
            } else {
                return nullptr;
            }
        },
        program);
}

inline Carried carried(const std::same_as<Program> auto& program, const View& view, std::string_view target) {
    return std::visit(
        [&](const auto& one) {
            if constexpr (requires { carried(one, view, target); }) {
                return carried(one, view, target);
            } else {
                return Carried{};
            }
        },
        program);
}

/// Whether things can be dropped into the program's window.
inline bool takes_drops(const Program& program) {
    return std::visit(
        [](const auto& one) {
            using One = std::remove_cvref_t<decltype(one)>;
            return requires(One & some, Context & context, const Carried& what) {
                drop(some, context, what, std::string_view(), false);
            };
        },
        program);
}

inline void drop(Program& program, Context& context, const Carried& what, std::string_view onto, bool copies) {
    std::visit(
        [&](auto& one) {
            if constexpr (requires { drop(one, context, what, onto, copies); }) {
                drop(one, context, what, onto, copies);
            }
        },
        program);
}

inline bool may_close(Program& program, Context& context) {
    return std::visit(
        [&](auto& one) {
            if constexpr (requires { may_close(one, context); }) {
                return bool(may_close(one, context));
            } else {
                return true;
            }
        },
        program);
}

inline void pass_time(Program& program, Context& context) {
    std::visit(
        [&](auto& one) {
            if constexpr (requires { pass_time(one, context); }) {
                pass_time(one, context);
            }
        },
        program);
}

inline bool lives(const std::same_as<Program> auto& program) {
    return std::visit(
        [](const auto& one) {
            if constexpr (requires { lives(one); }) {
                return bool(lives(one));
            } else {
                return false;
            }
        },
        program);
}

/// Gives a program what it was asked to open; false where it cannot open such things.
template <typename What>
bool open(Program& program, Context& context, const What& what) {
    return std::visit(
        [&](auto& one) {
            if constexpr (requires { open(one, context, what); }) {
                open(one, context, what);
                return true;
            } else {
                return false;
            }
        },
        program);
}

} // namespace world::call
