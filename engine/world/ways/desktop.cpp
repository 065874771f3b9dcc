// Ways to what goals ask of windows and menus.
#include "lesson/matches.h"
#include "world/desk_parts.h"
#include "world/ways/advice.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world {

namespace {

constexpr double way_to_move = 60; // stage units: enough to be seen

bool is_of_wished_program(const Advice& advice, const Window& window) {
    return allows(advice.fact(), "program", std::string(name_of(window.program)));
}

bool is_as_wished(const Advice& advice, const Window& window) {
    return is_of_wished_program(advice, window) &&
           allows(advice.fact(), "active", &window == active_window(advice.desk)) &&
           allows(advice.fact(), "minimised", window.minimised) && allows(advice.fact(), "maximised", window.maximised);
}

/// The window of the wished program that lies in front of its others, or nullptr.
const Window* wished_window(const Advice& advice) {
    const auto found = std::ranges::find_if(advice.desk.windows.rbegin(), advice.desk.windows.rend(),
                                            [&](const Window& window) { return is_of_wished_program(advice, window); });
    return found == advice.desk.windows.rend() ? nullptr : &*found;
}

/// Programs that the wish names and that can be started.
std::vector<std::string_view> startable(const Advice& advice) {
    std::vector<std::string_view> programs;
    for (const std::string_view program : program_names) {
        if (program != "viewer" && allows(advice.fact(), "program", std::string(program))) {
            programs.push_back(program);
        }
    }
    return programs;
}

void offer_start_of_wished(Advice& advice) {
    for (const std::string_view program : startable(advice)) {
        offer_start(advice, program);
    }
}

bool is_front(const Advice& advice, const Window& window) {
    return &window == active_window(advice.desk);
}

/// An entry of the menu that a window's title bar or its button in the bar has.
void offer_in_window_menu(Advice& advice, const Window& window, std::string_view command) {
    const std::string title = window.name + "/title";
    const std::string task = "bar/task/" + window.name;
    if (advice.desk.menu && advice.desk.menu->target == title) {
        offer_click(advice, "menu/window-" + std::string(command));
    } else if (advice.desk.menu && advice.desk.menu->target == task) {
        offer_click(advice, "menu/" + std::string(command == "close" ? "close-window" : command));
    } else if (!advice.desk.menu) {
        offer_right_click(advice, title);
        if (command != "move" && command != "resize") { // which the bar's menu does not have
            offer_right_click(advice, task);
        }
        if (is_front(advice, window)) {
            offer_keys(advice, "Space", {"Alt"});
        }
    }
}

void offer_minimise(Advice& advice, const Window& window) {
    offer_click(advice, window.name + "/minimise");
    offer_in_window_menu(advice, window, "minimise");
    if (!is_front(advice, window)) {
        offer_raise(advice, window);
    }
}

void offer_maximise(Advice& advice, const Window& window) {
    offer_click(advice, window.name + "/maximise");
    offer_click(advice, window.name + "/title", 2);
    offer_in_window_menu(advice, window, "maximise");
    if (!is_front(advice, window)) {
        offer_raise(advice, window);
    }
}

void offer_place(Advice& advice, const Window& window, bool resizes) {
    const std::string target = window.name + (resizes ? "/grip" : "/title");
    const Rectangle room = work_area(advice.desk);
    const Rectangle& place = window.place;
    if (touchable(advice, target, placeable) != nullptr) {
        const bool has_room = place.x + place.width + way_to_move < room.x + room.width;
        const bool has_height = place.y + place.height + way_to_move < room.y + room.height;
        const double dx = has_room ? way_to_move : -way_to_move;
        const double dy = has_height ? way_to_move : -way_to_move;
        const double x = (resizes ? place.x + place.width : place.x) + dx;
        const double y = (resizes ? place.y + place.height : place.y) + dy;
        offer(advice, {Place{target, x, std::max(y, room.y)}});
    }
    if (advice.desk.focus == target) {
        offer_keys(advice, "ArrowLeft");
        offer_keys(advice, "ArrowRight");
    } else {
        offer_in_window_menu(advice, window, resizes ? "resize" : "move");
    }
    if (resizes && window.maximised) {
        offer_maximise(advice, window);
    }
    if (!is_front(advice, window)) {
        offer_raise(advice, window);
    }
}

void offer_other_window(Advice& advice, const Window& window) {
    for (const Window& other : advice.desk.windows) {
        if (&other != &window) {
            offer_raise(advice, other);
        }
    }
    offer_minimise(advice, window);
}

void wish_window(Advice& advice) {
    if (advice.wish.gone) {
        for (auto window = advice.desk.windows.rbegin(); window != advice.desk.windows.rend(); ++window) {
            if (is_as_wished(advice, *window)) {
                offer_close(advice, *window);
            }
        }
        return;
    }
    const Window* window = wished_window(advice);
    if (window == nullptr) {
        offer_start_of_wished(advice);
        return;
    }
    if (!allows(advice.fact(), "minimised", window->minimised)) {
        window->minimised ? offer_raise(advice, *window) : offer_minimise(advice, *window);
    }
    if (!allows(advice.fact(), "maximised", window->maximised)) {
        offer_maximise(advice, *window);
    }
    if (!allows(advice.fact(), "active", is_front(advice, *window))) {
        is_front(advice, *window) ? offer_other_window(advice, *window) : offer_raise(advice, *window);
    }
}

void wish_windows(Advice& advice) {
    if (asked(advice.fact(), "count") == nullptr) {
        return;
    }
    const Window* front = active_window(advice.desk);
    if (wants_more(advice, "count", static_cast<int>(advice.desk.windows.size()))) {
        offer_start(advice, "files"); // the only one that starts more than once
    } else if (front != nullptr) {
        offer_close(advice, *front);
    } else if (!advice.desk.windows.empty()) {
        offer_raise(advice, advice.desk.windows.back());
    }
}

/// Something that happens to a window that is there; where it is not, it has to be started first.
void with_wished_window(Advice& advice, void (*offer_it)(Advice&, const Window&)) {
    if (const Window* window = wished_window(advice)) {
        offer_it(advice, *window);
    } else {
        offer_start_of_wished(advice);
    }
}

/// What stands open already has to be closed first; only the file manager opens once more.
void wish_opened(Advice& advice) {
    for (const std::string_view program : startable(advice)) {
        const bool stands_open = std::ranges::any_of(
            advice.desk.windows, [&](const Window& window) { return name_of(window.program) == program; });
        if (!stands_open || program == "files") {
            offer_start(advice, program);
        }
    }
    if (const Window* window = wished_window(advice)) {
        offer_close(advice, *window);
    }
}

void wish_restored(Advice& advice) {
    with_wished_window(advice, [](Advice& one, const Window& window) {
        window.minimised ? offer_raise(one, window) : offer_minimise(one, window);
    });
}

void wish_switched(Advice& advice) {
    with_wished_window(advice, [](Advice& one, const Window& window) {
        is_front(one, window) ? offer_other_window(one, window) : offer_raise(one, window);
    });
}

void wish_start_opened(Advice& advice) {
    offer_click(advice, "start/close");
    offer_click(advice, "bar/start");
    offer_keys(advice, "MetaLeft");
}

void wish_menu_opened(Advice& advice) {
    offer_right_click(advice, "desktop/ground");
    offer_right_click(advice, prefix_of_front(advice) + "title");
    if (active_window(advice.desk) != nullptr) {
        offer_keys(advice, "Space", {"Alt"});
    }
}

constexpr std::array<KnownFact, 14> known{{
    {"desktop.window", wish_window},
    {"desktop.windows", wish_windows},
    {"desktop.opened", wish_opened},
    {"desktop.closed", [](Advice& one) { with_wished_window(one, offer_close); }},
    {"desktop.switched", wish_switched},
    {"desktop.minimised", [](Advice& one) { with_wished_window(one, offer_minimise); }},
    {"desktop.restored", wish_restored},
    {"desktop.maximised", [](Advice& one) { with_wished_window(one, offer_maximise); }},
    {"desktop.unmaximised", [](Advice& one) { with_wished_window(one, offer_maximise); }},
    {"desktop.moved",
     [](Advice& one) {
         with_wished_window(one, [](Advice& two, const Window& window) { offer_place(two, window, false); });
     }},
    {"desktop.resized",
     [](Advice& one) {
         with_wished_window(one, [](Advice& two, const Window& window) { offer_place(two, window, true); });
     }},
    {"desktop.start_opened", wish_start_opened},
    {"desktop.menu_opened", wish_menu_opened},
    {"desktop.undone", [](Advice& one) { offer(one, {Undo{}}); }},
}};

} // namespace

void advise_on_desktop(Advice& advice) {
    advise_by(known, advice);
}

} // namespace world
