// Clicks, drags and marks, by the names of what they are done to.
#include "world/desk_parts.h"
#include "world/program_calls.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

constexpr std::string_view icon_prefix = "desktop/icon/";
constexpr std::string_view task_prefix = "bar/task/";

Gesture gesture_of(const Click& click) {
    if (click.button == Button::right) {
        return right_clickable;
    }
    return click.times >= 2 ? double_clickable : clickable;
}

void toggle_start(Doing& doing) {
    doing.desk.start_is_open = !doing.desk.start_is_open;
    set_focus(doing.desk, {});
    if (doing.desk.start_is_open) {
        doing.tell("desktop.start_opened");
    }
}

void show_menu(Doing& doing, const std::string& window, std::string_view target, std::vector<MenuItem> items) {
    if (items.empty()) {
        return;
    }
    doing.desk.menu = OpenMenu{window, std::string(target), std::move(items)};
    set_focus(doing.desk, {});
    doing.tell("desktop.menu_opened");
}

/// A click on a window's button: in a task bar, the front window's own button puts it away; a dock only shows it.
void click_task(Doing& doing, const std::string& window) {
    const Window* front = active_window(doing.desk);
    if (front != nullptr && front->name == window && doing.desk.look == DeskLook::bar) {
        minimise(doing, window);
    } else {
        bring_to_front(doing, window);
    }
}

void eject_from_bar(Doing& doing) {
    Disk disk = doing.desk.disk.now();
    if (eject_stick(disk)) {
        doing.desk.disk.change(std::move(disk));
        doing.tell("stick.ejected");
    }
}

void choose_in_start(Doing& doing, std::string_view chosen) {
    constexpr std::string_view window_prefix = "window/";
    doing.desk.start_is_open = false;
    if (chosen.starts_with(window_prefix)) {
        bring_to_front(doing, std::string(chosen.substr(window_prefix.size())));
    } else if (program_named(chosen)) {
        start_program(doing, chosen);
    } else if (chosen != "close") {
        fulfil(doing, {}, {OpenProgram{"files", std::string(chosen)}});
    }
}

void click_icon(Doing& doing, std::string_view icon, Gesture gesture) {
    doing.desk.selected = icon;
    set_focus(doing.desk, std::string(icon_prefix) + std::string(icon));
    const bool opens = gesture == double_clickable || doing.desk.look == DeskLook::overview;
    if (opens) {
        open_icon(doing, icon);
    }
}

void click_desktop(Doing& doing, std::string_view target, Gesture gesture) {
    if (gesture == right_clickable) {
        if (target.starts_with(icon_prefix)) {
            doing.desk.selected = target.substr(icon_prefix.size());
        }
        show_menu(doing, {}, target, desktop_menu(doing.desk, target));
    } else if (target == "bar/start") {
        toggle_start(doing);
    } else if (target == "bar/stick") {
        eject_from_bar(doing);
    } else if (target.starts_with(task_prefix)) {
        doing.desk.start_is_open = false;
        click_task(doing, std::string(target.substr(task_prefix.size())));
    } else if (target.starts_with("start/")) {
        choose_in_start(doing, target.substr(std::string_view("start/").size()));
    } else if (target.starts_with(icon_prefix)) {
        click_icon(doing, target.substr(icon_prefix.size()), gesture);
    } else if (target == "desktop/ground") {
        doing.desk.selected.clear();
        set_focus(doing.desk, {});
    }
}

std::vector<MenuItem> menu_of_title(const Window& window) {
    return {{"window-move", message("desk.move"), {}, true, {}},
            {"window-resize", message("desk.resize"), {}, !window.maximised, {}},
            {"window-minimise", message("desk.minimise"), {}, true, {}},
            {"window-maximise", message(window.maximised ? "desk.unmaximise" : "desk.maximise"), {}, true, {}},
            {"window-close", message("desk.close"), {}, true, "Alt+F4"}};
}

/// A click on a window's frame; false where it was inside.
bool click_frame(Doing& doing, const std::string& window, std::string_view local, Gesture gesture) {
    if (local == "close") {
        close_window(doing, window);
    } else if (local == "minimise") {
        minimise(doing, window);
    } else if (local == "maximise" || (local == "title" && gesture == double_clickable)) {
        toggle_maximised(doing, window);
    } else if (local == "title" && gesture == right_clickable) {
        show_menu(doing, window, window + "/title", menu_of_title(*find_window(doing.desk, window)));
    } else {
        return local == "title" || local == "grip";
    }
    return true;
}

void click_inside(Doing& doing, const std::string& window, const Target& target, const Click& click) {
    const std::string local(target.name.substr(window.size() + 1));
    const Gesture gesture = gesture_of(click);
    const bool takes_keys = can(target, writable) || target.role == Role::item || target.role == Role::ground;
    set_focus(doing.desk, takes_keys ? target.name : std::string());
    if (can(target, writable) && gesture == double_clickable) {
        if (TextField* field = writable_field(doing.desk, target.name)) {
            select_word(field->edit, field->edit.caret);
        }
        return;
    }
    Window& own = *window_named(doing.desk, window);
    Context context{doing.desk, window, doing.at, doing.events};
    const bool is_other = click.control || click.button == Button::middle;
    call::touch(own.program, context, Touch{local, gesture, click.shift, is_other});
    std::vector<MenuItem> menu;
    if (gesture == right_clickable) {
        menu = call::menu_for(own.program, View{doing.desk, own}, local);
    }
    fulfil(doing, window, std::move(context.requests));
    show_menu(doing, window, target.name, std::move(menu));
}

bool is_possible(const Target& target, const Click& click) {
    switch (gesture_of(click)) {
    case right_clickable:
        return can(target, right_clickable);
    case double_clickable:
        return can(target, double_clickable) || can(target, clickable);
    default:
        return can(target, clickable);
    }
}

Carried lifted(const DeskState& desk, std::string_view target) {
    const Parted parts = parted(desk, target);
    return parts.window == nullptr ? carried_from_desktop(desk, target)
                                   : call::carried(parts.window->program, View{desk, *parts.window}, parts.local);
}

} // namespace

void choose_from_menu(Doing& doing, std::string_view command) {
    if (!doing.desk.menu) {
        return;
    }
    const OpenMenu menu = *std::exchange(doing.desk.menu, std::nullopt);
    take_focus_of_front(doing.desk);
    if (command == "close") {
        return;
    }
    if (menu.window.empty()) {
        desktop_command(doing, command, menu.target);
    } else if (command == "window-move" || command == "window-resize") {
        set_focus(doing.desk, menu.window + (command == "window-move" ? "/title" : "/grip"));
    } else if (command == "window-minimise") {
        minimise(doing, menu.window);
    } else if (command == "window-maximise") {
        toggle_maximised(doing, menu.window);
    } else if (command == "window-close") {
        close_window(doing, menu.window);
    } else {
        const std::string about(parted(doing.desk, menu.target).local);
        give_command(doing, menu.window, Command{std::string(command), about, {}, {}});
    }
}

void answer(Doing& doing, std::string_view command) {
    DeskState& desk = doing.desk;
    if (!desk.dialogs.empty()) {
        const Dialog dialog = std::move(desk.dialogs.back());
        desk.dialogs.pop_back();
        take_focus_of_front(desk);
        desktop_answer(doing, dialog, command);
        return;
    }
    const Window* front = active_window(desk);
    if (front == nullptr || front->dialogs.empty()) {
        return;
    }
    Window& window = *window_named(desk, front->name);
    const std::string name = window.name;
    const Dialog dialog = std::move(window.dialogs.back());
    window.dialogs.pop_back();
    take_focus_of_front(desk);
    give_command(doing, name, Command{std::string(command), dialog.about, dialog.kind, dialog.field.edit.text});
}

void close_what_is_open(Doing& doing) {
    if (doing.desk.menu) {
        choose_from_menu(doing, "close");
    } else if (const Dialog* dialog = front_dialog(doing.desk)) {
        answer(doing, std::string(dialog->buttons.front().command));
    } else if (doing.desk.start_is_open) {
        doing.desk.start_is_open = false;
        take_focus_of_front(doing.desk);
    }
}

void click(Doing& doing, const Click& click) {
    if (const std::optional<Target> target = target_named(doing.desk, click.target)) {
        click_on(doing, *target, click);
    }
}

void click_on(Doing& doing, const Target& target, const Click& click) {
    if (!is_possible(target, click)) {
        return;
    }
    const std::string_view name = target.name;
    if (name.starts_with("menu/")) {
        choose_from_menu(doing, name.substr(5));
    } else if (name == "dialog/field") {
        set_focus(doing.desk, "dialog/field");
    } else if (name.starts_with("dialog/")) {
        answer(doing, name.substr(7));
    } else if (const Parted parts = parted(doing.desk, name); parts.window == nullptr) {
        click_desktop(doing, name, gesture_of(click));
    } else if (parts.local.empty()) {
        bring_to_front(doing, std::string(name));
    } else if (const std::string window = parts.window->name;
               !click_frame(doing, window, parts.local, gesture_of(click))) {
        click_inside(doing, window, target, click);
    }
}

void drag(Doing& doing, const Drag& drag) {
    const std::optional<Target> from = target_named(doing.desk, drag.target);
    const std::optional<Target> onto = target_named(doing.desk, drag.onto);
    if (!from || !onto || drag.target == drag.onto || !can(*from, draggable) || !can(*onto, takes_drop)) {
        return;
    }
    const Carried what = lifted(doing.desk, drag.target);
    if (what == Carried{}) {
        return;
    }
    const Parted parts = parted(doing.desk, drag.onto);
    if (parts.window == nullptr) {
        drop_on_desktop(doing, what, drag.onto, drag.control);
        return;
    }
    const std::string window = parts.window->name;
    const std::string local(parts.local);
    bring_to_front(doing, window);
    Context context{doing.desk, window, doing.at, doing.events};
    call::drop(window_named(doing.desk, window)->program, context, what, local, drag.control);
    fulfil(doing, window, std::move(context.requests));
}

void mark(Doing& doing, const Mark& mark) {
    const std::optional<Target> target = target_named(doing.desk, mark.target);
    if (!target || !can(*target, writable)) {
        return;
    }
    if (TextField* field = writable_field(doing.desk, mark.target)) {
        set_focus(doing.desk, mark.target);
        place_caret(field->edit, mark.from);
        place_caret(field->edit, mark.to, true);
    }
}

} // namespace world
