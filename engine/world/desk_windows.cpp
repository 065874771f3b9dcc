// Windows: opening, closing, bringing to the front, moving, resizing.
#include "world/desk_parts.h"
#include "world/program_calls.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace world {

namespace {

constexpr std::size_t most_windows = 8;
constexpr double title_height = 40; // stage units, as all here
constexpr double always_seen = 80;  // of a title bar, so that every window can be fetched back

/// How small a program's window can be made: all of its buttons still have room.
Rectangle least_size(std::string_view program) {
    const bool has_panes = program == "browser" || program == "mail";
    return has_panes ? Rectangle{0, 0, 640, 520} : Rectangle{0, 0, 560, 400};
}

/// How large a program's window opens.
Rectangle first_size(std::string_view program, const Rectangle& room) {
    if (program == "browser" || program == "mail") {
        return {0, 0, room.width - 60, room.height - 40};
    }
    const double width = program == "files" ? 820 : 720;
    const double height = program == "files" ? 560 : 500;
    return {0, 0, std::min(width, room.width - 80), std::min(height, room.height - 60)};
}

Rectangle first_place(const DeskState& desk, std::string_view program) {
    constexpr double step = 32;
    const Rectangle room = work_area(desk);
    Rectangle place = first_size(program, room);
    const auto number = static_cast<double>(desk.windows.size() % 4);
    // Beside the desktop's icons, as far as there is room.
    place.x = room.x + std::min(124.0, (room.width - place.width) * 0.9) + number * step;
    place.y = room.y + 16 + number * step;
    place.x = std::min(place.x, room.x + room.width - place.width);
    place.y = std::min(place.y, room.y + room.height - place.height);
    return place;
}

bool is_taken(const DeskState& desk, std::string_view name) {
    return find_window(desk, name) != nullptr;
}

std::string free_name(const DeskState& desk, std::string_view program) {
    std::string name(program);
    for (int number = 2; is_taken(desk, name); ++number) {
        name = std::string(program) + "-" + std::to_string(number);
    }
    return name;
}

Field program_field(const Window& window) {
    return {"program", std::string(name_of(window.program))};
}

} // namespace

const Window* active_window(const DeskState& desk) {
    const auto found = std::ranges::find_if(desk.windows.rbegin(), desk.windows.rend(),
                                            [](const Window& window) { return !window.minimised; });
    return found == desk.windows.rend() ? nullptr : &*found;
}

const Window* find_window(const DeskState& desk, std::string_view name) {
    const auto found = std::ranges::find(desk.windows, name, &Window::name);
    return found == desk.windows.end() ? nullptr : &*found;
}

Window* window_named(DeskState& desk, std::string_view name) {
    const auto found = std::ranges::find(desk.windows, name, &Window::name);
    return found == desk.windows.end() ? nullptr : &*found;
}

Window& open_window(DeskState& desk, Program program) {
    if (desk.windows.size() >= most_windows) {
        desk.windows.erase(desk.windows.begin());
    }
    const std::string_view kind = name_of(program);
    Window window;
    window.name = free_name(desk, kind);
    window.place = first_place(desk, kind);
    window.program = std::move(program);
    if (Window* front = desk.windows.empty() ? nullptr : &desk.windows.back()) {
        front->focus = desk.focus;
    }
    desk.focus.clear();
    desk.windows.push_back(std::move(window));
    return desk.windows.back();
}

void set_focus(DeskState& desk, std::string target) {
    desk.focus = std::move(target);
    desk.typing.clear();
}

void take_focus_of_front(DeskState& desk) {
    const Window* front = active_window(desk);
    set_focus(desk, front != nullptr ? front->focus : std::string());
}

void bring_to_front(Doing& doing, const std::string& name) {
    DeskState& desk = doing.desk;
    const auto found = std::ranges::find(desk.windows, name, &Window::name);
    if (found == desk.windows.end()) {
        return;
    }
    const Window* before = active_window(desk);
    const bool was_minimised = std::exchange(found->minimised, false);
    const bool was_behind = before == nullptr || before->name != name;
    if (before != nullptr && was_behind) {
        window_named(desk, before->name)->focus = desk.focus;
    }
    std::rotate(found, found + 1, desk.windows.end());
    const Window& window = desk.windows.back();
    if (was_minimised) {
        doing.tell("desktop.restored", {program_field(window)});
    }
    if (was_behind) {
        take_focus_of_front(desk);
        doing.tell("desktop.switched", {program_field(window)});
    }
}

void close_window(Doing& doing, const std::string& name) {
    Window* window = window_named(doing.desk, name);
    if (window == nullptr) {
        return;
    }
    Context context{doing.desk, name, doing.at, doing.events};
    const bool may = call::may_close(window->program, context);
    if (may) {
        doing.tell("desktop.closed", {program_field(*window)});
        std::erase_if(doing.desk.windows, [&](const Window& one) { return one.name == name; });
        take_focus_of_front(doing.desk);
    }
    fulfil(doing, name, std::move(context.requests));
}

void minimise(Doing& doing, const std::string& name) {
    if (Window* window = window_named(doing.desk, name)) {
        window->minimised = true;
        window->focus = doing.desk.focus;
        doing.tell("desktop.minimised", {program_field(*window)});
        take_focus_of_front(doing.desk);
    }
}

void toggle_maximised(Doing& doing, const std::string& name) {
    if (Window* window = window_named(doing.desk, name)) {
        window->maximised = !window->maximised;
        doing.tell(window->maximised ? "desktop.maximised" : "desktop.unmaximised", {program_field(*window)});
    }
}

void place_window(Doing& doing, const Place& place) {
    const Parted parts = parted(doing.desk, place.target);
    if (parts.window == nullptr || !std::isfinite(place.x) || !std::isfinite(place.y)) {
        return;
    }
    Window& window = *window_named(doing.desk, parts.window->name);
    const Rectangle room = work_area(doing.desk);
    const Rectangle before = window.place;
    if (parts.local == "title") {
        window.maximised = false;
        window.place.x =
            std::clamp(place.x, room.x + always_seen - window.place.width, room.x + room.width - always_seen);
        window.place.y = std::clamp(place.y, room.y, room.y + room.height - title_height);
    } else if (parts.local == "grip" && !window.maximised) {
        const double right = room.x + room.width;
        const double bottom = room.y + room.height;
        const Rectangle least = least_size(name_of(window.program));
        window.place.width =
            std::clamp(place.x - window.place.x, least.width, std::max(least.width, right - window.place.x));
        window.place.height =
            std::clamp(place.y - window.place.y, least.height, std::max(least.height, bottom - window.place.y));
    }
    if (window.place != before) {
        doing.tell(parts.local == "title" ? "desktop.moved" : "desktop.resized", {program_field(window)});
    }
}

void start_program(Doing& doing, std::string_view name) {
    const auto standing = std::ranges::find_if(doing.desk.windows.rbegin(), doing.desk.windows.rend(),
                                               [&](const Window& window) { return name_of(window.program) == name; });
    // A second window of the file manager is useful; a second mail program is only confusing.
    if (standing != doing.desk.windows.rend() && name != "files") {
        bring_to_front(doing, std::string(standing->name));
        return;
    }
    if (std::optional<Program> program = program_named(name)) {
        const std::string window = open_window(doing.desk, std::move(*program)).name;
        doing.tell("desktop.opened", {{"program", std::string(name)}});
        Context context{doing.desk, window, doing.at, doing.events};
        call::open(window_named(doing.desk, window)->program, context, OpenProgram{std::string(name), {}});
        fulfil(doing, window, std::move(context.requests));
    }
}

} // namespace world
