// What can be touched on the practice computer's screen now.
#include "world/desk_parts.h"
#include "world/program_calls.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

constexpr double least_seen = 24; // stage units: less than that of something is not worth aiming at

Target plain(std::string name, Role role, std::string part, Words words, std::string picture, unsigned gestures) {
    Target made;
    made.name = std::move(name);
    made.role = role;
    made.part = std::move(part);
    made.words = std::move(words);
    made.picture = std::move(picture);
    made.gestures = static_cast<std::uint8_t>(gestures);
    return made;
}

void add_menu(const OpenMenu& menu, std::vector<Target>& targets) {
    for (const MenuItem& item : menu.items) {
        targets.push_back(plain("menu/" + item.command, Role::menu_item, "menu", item.words, item.picture, clickable));
        targets.back().enabled = item.enabled;
        if (!item.keys.empty()) {
            targets.back().details.push_back(as_it_is(item.keys));
        }
    }
    targets.push_back(plain("menu/close", Role::ground, "menu-ground", {}, {}, clickable | right_clickable));
}

void add_dialog(const Dialog& dialog, std::vector<Target>& targets) {
    if (dialog.has_field) {
        targets.push_back(
            plain("dialog/field", Role::field, "dialog", {}, {}, clickable | double_clickable | writable));
    }
    for (const MenuItem& button : dialog.buttons) {
        targets.push_back(
            plain("dialog/" + button.command, Role::button, "dialog", button.words, button.picture, clickable));
        targets.back().enabled = button.enabled;
        targets.back().strong = &button == &dialog.buttons.back();
    }
}

/// The frame of a window: title bar, its buttons, the corner to resize by.
void add_frame(const DeskState& desk, const Window& window, std::vector<Target>& targets) {
    const bool has_all = desk.look == DeskLook::bar;
    const bool is_free = window.dialogs.empty();
    targets.push_back(plain("title", Role::title, "frame", call::title(window.program, View{desk, window}), {},
                            placeable | double_clickable | right_clickable));
    if (!is_free) {
        return;
    }
    if (has_all) {
        targets.push_back(
            plain("minimise", Role::button, "frame", message("desk.minimise"), "desk-minimise", clickable));
        targets.push_back(plain("maximise", Role::button, "frame",
                                message(window.maximised ? "desk.unmaximise" : "desk.maximise"),
                                window.maximised ? "desk-unmaximise" : "desk-maximise", clickable));
    }
    targets.push_back(plain("close", Role::button, "frame", message("desk.close"), "desk-close", clickable));
    if (!window.maximised) {
        targets.push_back(plain("grip", Role::grip, "frame", {}, {}, placeable));
    }
}

/// The front window's targets by full names; `asked` by a full name too.
void add_front(const DeskState& desk, const Window& window, Asked asked, std::vector<Target>& targets) {
    const std::string prefix = window.name + "/";
    asked.name.remove_prefix(asked.name.starts_with(prefix) ? prefix.size() : 0);
    const std::size_t first = targets.size();
    add_frame(desk, window, targets);
    if (window.dialogs.empty()) {
        call::list_targets(window.program, View{desk, window, asked}, targets);
    }
    for (std::size_t i = first; i < targets.size(); ++i) {
        targets[i].name.insert(0, prefix);
    }
    if (!window.dialogs.empty()) {
        add_dialog(window.dialogs.back(), targets);
    }
}

Target behind(const DeskState& desk, const Window& window) {
    const unsigned drops = call::takes_drops(window.program) && window.dialogs.empty() ? takes_drop : no_gesture;
    return plain(window.name, Role::window, "behind", call::title(window.program, View{desk, window}), {},
                 clickable | drops);
}

/// What lies on the desktop, as far as windows do not cover it.
void add_desktop(const DeskState& desk, std::vector<Target>& targets) {
    std::vector<Rectangle> above;
    for (const Window& window : desk.windows) {
        if (!window.minimised) {
            above.push_back(seen_at(desk, window));
        }
    }
    std::size_t number = 0;
    for (Target& target : desktop_targets(desk)) {
        const bool is_icon = target.part == "desktop";
        const bool is_ground = target.part == "ground";
        const bool is_covered = (is_icon && !can_be_seen(icon_at(desk, number), above, least_seen)) ||
                                (is_ground && !can_be_seen(work_area(desk), above, least_seen));
        number += is_icon ? 1 : 0;
        if (!is_covered) {
            targets.push_back(std::move(target));
        }
    }
}

void add_windows_behind(const DeskState& desk, std::vector<Target>& targets) {
    const Window* front = active_window(desk);
    for (auto window = desk.windows.begin(); window != desk.windows.end(); ++window) {
        if (window->minimised || &*window == front) {
            continue;
        }
        std::vector<Rectangle> above;
        for (auto higher = window + 1; higher != desk.windows.end(); ++higher) {
            if (!higher->minimised) {
                above.push_back(seen_at(desk, *higher));
            }
        }
        if (can_be_seen(within(seen_at(desk, *window), work_area(desk)), above, least_seen)) {
            targets.push_back(behind(desk, *window));
        }
    }
}

/// What can be touched now, as far as it is asked for by a full name.
std::vector<Target> list(const DeskState& desk, const Asked& asked) {
    std::vector<Target> all;
    if (desk.menu) {
        add_menu(*desk.menu, all);
        return all;
    }
    if (!desk.dialogs.empty()) {
        add_dialog(desk.dialogs.back(), all);
        return all;
    }
    if (desk.start_is_open) {
        for (Target& target : desktop_targets(desk)) {
            if (target.part.starts_with("start") || target.part == "bar" || target.part == "tray") {
                all.push_back(std::move(target));
            }
        }
        return all;
    }
    constexpr std::size_t about = 64; // what lies beside the files or messages of a program, which it makes room for
    all.reserve(about);
    const Window* front = active_window(desk);
    const bool is_in_front = front != nullptr && (parted(desk, asked.name).window == front ||
                                                  (!front->dialogs.empty() && asked.name.starts_with("dialog/")));
    if (!is_in_front) {
        add_desktop(desk, all);
        add_windows_behind(desk, all);
    }
    if (front != nullptr && (is_in_front || asked.name.empty())) {
        add_front(desk, *front, asked, all);
    }
    return all;
}

} // namespace

Parted parted(const DeskState& desk, std::string_view target) {
    const std::size_t slash = target.find('/');
    const Window* window = find_window(desk, target.substr(0, slash));
    if (window == nullptr) {
        return {nullptr, target};
    }
    return {window, slash == std::string_view::npos ? std::string_view() : target.substr(slash + 1)};
}

std::string full_name(const Window& window, std::string_view local) {
    return window.name + "/" + std::string(local);
}

const Dialog* front_dialog(const DeskState& desk) {
    if (!desk.dialogs.empty()) {
        return &desk.dialogs.back();
    }
    const Window* front = active_window(desk);
    return front != nullptr && !front->dialogs.empty() ? &front->dialogs.back() : nullptr;
}

std::vector<Target> targets_of(const DeskState& desk, const Window& window) {
    std::vector<Target> targets;
    add_frame(desk, window, targets);
    call::list_targets(window.program, View{desk, window}, targets);
    return targets;
}

std::vector<Target> targets(const DeskState& desk) {
    return list(desk, {});
}

std::vector<Target> wordless_targets(const DeskState& desk) {
    return list(desk, {{}, false});
}

std::optional<Target> target_named(const DeskState& desk, std::string_view name) {
    if (name.empty()) {
        return std::nullopt;
    }
    std::vector<Target> near = list(desk, {name, false});
    const auto found = std::ranges::find(near, name, &Target::name);
    return found == near.end() ? std::nullopt : std::optional(std::move(*found));
}

TextField* writable_field(DeskState& desk, std::string_view target) {
    if (target == "dialog/field") {
        auto* dialog = const_cast<Dialog*>(front_dialog(desk));
        return dialog != nullptr && dialog->has_field ? &dialog->field : nullptr;
    }
    const Parted parts = parted(desk, target);
    return parts.window == nullptr ? nullptr
                                   : call::field(window_named(desk, parts.window->name)->program, parts.local);
}

const TextField* field_of_target(const DeskState& desk, std::string_view target) {
    // Looking up changes nothing; the functions of programs only come in one form.
    return writable_field(const_cast<DeskState&>(desk), target);
}

} // namespace world
