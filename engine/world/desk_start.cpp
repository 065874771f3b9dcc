// How a lesson's start tables become a practice computer.
#include "base/random.h"
#include "world/desk_parts.h"
#include "world/program_calls.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world {

namespace {

constexpr std::int64_t minutes_a_day = 24 * 60;

/// A working morning or afternoon of this spring: when it is, is nothing that anybody should learn by heart.
std::int64_t some_time(base::Random& random) {
    constexpr int first_day = 74; // 16 March 2026, a Monday
    const auto week = static_cast<std::int64_t>(random.below(12));
    const auto day = static_cast<std::int64_t>(random.below(5));
    const auto minute = static_cast<std::int64_t>(9 * 60 + random.below(8 * 60));
    return (first_day + 7 * week + day) * minutes_a_day + minute;
}

DeskLook look_of(std::string_view named, base::Random& random) {
    if (named == "any") {
        return random.below(2) == 0 ? DeskLook::bar : DeskLook::overview;
    }
    return named == "bar" ? DeskLook::bar : DeskLook::overview;
}

DeskState new_desk(const Setup& setup) {
    base::Random random(setup.seed);
    DeskState desk;
    desk.setup = std::make_shared<const Setup>(setup);
    const DeskLook drawn = look_of("any", random);
    desk.look = setup.look.value_or(drawn);
    desk.clock = some_time(random);
    desk.icons = {"browser", "mail", "files", "bin"};
    base::shuffle(desk.icons, random);
    return desk;
}

/// An empty desktop in the look that the lesson asks for.
void clear_desktop(DeskState& desk, const lesson::Table& start) {
    base::Random random(desk.setup->seed);
    desk.windows.clear();
    desk.menu.reset();
    desk.dialogs.clear();
    desk.start_is_open = false;
    desk.focus.clear();
    if (const std::string look = lesson::text_or(start, "look", "any"); look != "any") {
        desk.look = look_of(look, random);
    }
}

void open_programs(Doing& doing, const lesson::Table& start) {
    for (const std::string& program : lesson::texts_of(start, "open")) {
        start_program(doing, program);
    }
}

template <typename LayOut>
void lay_out_named(const lesson::Table& start, std::string_view app, const LayOut& lay_out) {
    if (const lesson::Value* table = lesson::find(start, app)) {
        lay_out(lesson::table_of(*table));
    }
}

} // namespace

bool is_desks(std::string_view app) {
    constexpr std::array<std::string_view, 4> names{"desktop", "files", "browser", "mail"};
    return std::ranges::find(names, app) != names.end();
}

Desk start_desk(const lesson::Table& start, const Setup& setup, std::int64_t at, const Desk* standing) {
    DeskState state = standing != nullptr ? standing->timeline.now() : new_desk(setup);
    std::vector<Event> unheard; // what is there at the start has not happened
    Doing doing{state, at, unheard};
    lay_out_named(start, "desktop", [&](const lesson::Table& table) { clear_desktop(state, table); });
    lay_out_named(start, "files", [&](const lesson::Table& table) { lay_out_files(state, table); });
    lay_out_named(start, "mail", [&](const lesson::Table& table) { lay_out_mail(state, table, at); });
    lay_out_named(start, "browser", [&](const lesson::Table& table) { lay_out_browser(state, table, at); });
    lay_out_named(start, "desktop", [&](const lesson::Table& table) { open_programs(doing, table); });
    // What stood before is not to be brought back: each beginning is a new present.
    return Desk{Timeline<DeskState>(std::move(state))};
}

} // namespace world
