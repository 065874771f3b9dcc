// The desktop itself: icons, the bar, the start menu, and what is done with them.
#include "world/desk_parts.h"
#include "world/files_carry.h"
#include "world/files_question.h"
#include "world/program_calls.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world {

namespace {

constexpr std::array<std::string_view, 4> started_programs{"browser", "mail", "files", "editor"};

bool is_program(std::string_view icon) {
    return std::ranges::find(program_names, icon) != program_names.end();
}

Target target(std::string name, Role role, std::string part, Words words, std::string picture, unsigned gestures) {
    Target made;
    made.name = std::move(name);
    made.role = role;
    made.part = std::move(part);
    made.words = std::move(words);
    made.picture = std::move(picture);
    made.gestures = static_cast<std::uint8_t>(gestures);
    return made;
}

Target program_target(std::string name, Role role, std::string part, std::string_view program, unsigned gestures) {
    return target(std::move(name), role, std::move(part), message("desk.program." + std::string(program)),
                  "program-" + std::string(program), gestures);
}

Target icon_target(const DeskState& desk, const std::string& icon) {
    const std::string name = "desktop/icon/" + icon;
    constexpr unsigned opens = clickable | double_clickable | right_clickable;
    if (is_program(icon)) {
        return program_target(name, Role::item, "desktop", icon, opens);
    }
    const int id = node_of_icon(desk, icon);
    const Node* node = find_node(desk.disk.now(), id);
    unsigned gestures = opens;
    if (node == nullptr || node->place == StandardPlace::none) {
        gestures |= draggable;
    }
    if (node != nullptr && node->kind == FileKind::folder) {
        gestures |= takes_drop;
    }
    return target(name, Role::item, "desktop", node != nullptr ? words_of(*node) : as_it_is(icon),
                  node != nullptr ? icon_of(desk.disk.now(), *node) : std::string(), gestures);
}

void add_icons(const DeskState& desk, std::vector<Target>& targets) {
    const auto add_icon = [&](const std::string& icon) {
        targets.push_back(icon_target(desk, icon));
        targets.back().on = desk.selected == icon;
    };
    for (const std::string& icon : desk.icons) {
        add_icon(icon);
    }
    const Disk& disk = desk.disk.now();
    for (const int id : children(disk, folder_at(disk, StandardPlace::desktop))) {
        add_icon(find_node(disk, id)->name);
    }
}

void add_bar(const DeskState& desk, std::vector<Target>& targets) {
    const bool is_bar = desk.look == DeskLook::bar;
    targets.push_back(target("bar/start", Role::button, "bar", message(is_bar ? "desk.start" : "desk.overview"),
                             is_bar ? "desk-start" : "desk-overview", clickable));
    targets.back().on = desk.start_is_open;
    const Window* front = active_window(desk);
    std::vector<const Window*> windows;
    for (const Window& window : desk.windows) {
        windows.push_back(&window);
    }
    // Their order in the bar stays, whatever lies in front.
    std::ranges::sort(windows, {}, [](const Window* window) { return window->name; });
    for (const Window* window : windows) {
        targets.push_back(program_target("bar/task/" + window->name, Role::tab, "bar", name_of(window->program),
                                         clickable | right_clickable));
        targets.back().words = call::title(window->program, View{desk, *window});
        targets.back().on = window == front;
    }
    if (desk.disk.now().stick_is_in) {
        targets.push_back(target("bar/stick", Role::button, "tray", message("desk.stick"), "desk-eject", clickable));
    }
    targets.push_back(target("bar/clock", Role::label, "tray", {}, {}, no_gesture));
}

void add_start(const DeskState& desk, std::vector<Target>& targets) {
    targets.push_back(target("start/close", Role::ground, "start-ground", {}, {}, clickable));
    for (const std::string_view program : started_programs) {
        targets.push_back(
            program_target("start/" + std::string(program), Role::menu_item, "start", program, clickable));
    }
    for (const std::string_view place : {"documents", "pictures", "downloads"}) {
        const int folder = folder_named(desk.disk.now(), place);
        if (const Node* node = find_node(desk.disk.now(), folder)) {
            targets.push_back(target("start/" + std::string(place), Role::menu_item, "start-places", words_of(*node),
                                     icon_of(*node), clickable));
        }
    }
    if (desk.look == DeskLook::overview) {
        for (const Window& window : desk.windows) {
            targets.push_back(program_target("start/window/" + window.name, Role::tab, "start-windows",
                                             name_of(window.program), clickable));
            targets.back().words = call::title(window.program, View{desk, window});
        }
    }
}

} // namespace

int node_of_icon(const DeskState& desk, std::string_view icon) {
    const Disk& disk = desk.disk.now();
    if (std::ranges::find(desk.icons, icon) != desk.icons.end()) {
        return folder_named(disk, icon);
    }
    const Node* node = find_in(disk, folder_at(disk, StandardPlace::desktop), icon);
    return node != nullptr ? node->id : 0;
}

std::vector<Target> desktop_targets(const DeskState& desk) {
    std::vector<Target> targets;
    add_icons(desk, targets);
    targets.push_back(
        target("desktop/ground", Role::ground, "ground", {}, {}, clickable | right_clickable | takes_drop));
    add_bar(desk, targets);
    if (desk.start_is_open) {
        add_start(desk, targets);
    }
    return targets;
}

void open_icon(Doing& doing, std::string_view icon) {
    if (is_program(icon)) {
        start_program(doing, icon);
        return;
    }
    const int node = node_of_icon(doing.desk, icon);
    const Node* found = find_node(doing.desk.disk.now(), node);
    if (found != nullptr && found->kind == FileKind::folder) {
        fulfil(doing, {}, {OpenProgram{"files", code_of(doing.desk.disk.now(), node)}});
    } else if (found != nullptr) {
        fulfil(doing, {}, {OpenFile{node}});
    }
}

std::vector<MenuItem> desktop_menu(const DeskState& desk, std::string_view name) {
    constexpr std::string_view icon_prefix = "desktop/icon/";
    constexpr std::string_view task_prefix = "bar/task/";
    const auto item = [](std::string_view command, std::string_view words, bool enabled = true) {
        return MenuItem{std::string(command), message(std::string(words)), {}, enabled, {}};
    };
    if (name.starts_with(icon_prefix)) {
        const std::string_view icon = name.substr(icon_prefix.size());
        const Node* node = find_node(desk.disk.now(), node_of_icon(desk, icon));
        std::vector<MenuItem> items{item("open", "desk.open")};
        if (node != nullptr && node->place == StandardPlace::none) {
            items.push_back(item("delete", "desk.delete"));
        } else if (node != nullptr && node->place == StandardPlace::bin) {
            const bool is_full = !children(desk.disk.now(), node->id).empty();
            items.push_back(item("empty-bin", "desk.empty-bin", is_full));
        }
        return items;
    }
    if (name.starts_with(task_prefix)) {
        return {item("minimise", "desk.minimise"), item("maximise", "desk.maximise"),
                item("close-window", "desk.close")};
    }
    if (name == "desktop/ground") {
        return {item("new-folder", "desk.new-folder.title"), item("paste", "desk.paste", !desk.clipboard.files.empty()),
                item("arrange", "desk.arrange")};
    }
    return {};
}

namespace {

void ask_for_folder(Doing& doing) {
    Dialog dialog;
    dialog.kind = "new-folder";
    dialog.title = message("desk.new-folder.title");
    dialog.text = message("desk.new-folder.text");
    dialog.picture = "file-folder";
    dialog.has_field = true;
    dialog.buttons = {{"cancel", message("desk.cancel"), {}, true, {}},
                      {"create", message("desk.create"), {}, true, {}}};
    doing.desk.dialogs.push_back(std::move(dialog));
    set_focus(doing.desk, "dialog/field");
}

void paste(Doing& doing) {
    const Carried what = doing.desk.clipboard;
    Context context{doing.desk, {}, doing.at, doing.events};
    const int desktop = folder_at(doing.desk.disk.now(), StandardPlace::desktop);
    if (!ask_of_names(context, what.files, desktop, !what.is_cut)) {
        carry_into(context, what.files, desktop, !what.is_cut);
        doing.desk.clipboard = what.is_cut ? Carried{} : what;
    }
    fulfil(doing, {}, std::move(context.requests));
}

void delete_icon(Doing& doing, std::string_view icon) {
    if (const int node = node_of_icon(doing.desk, icon); node != 0) {
        Context context{doing.desk, {}, doing.at, doing.events};
        carry_into(context, {node}, folder_at(doing.desk.disk.now(), StandardPlace::bin), false);
    }
}

void ask_to_empty_bin(Doing& doing) {
    const Disk& disk = doing.desk.disk.now();
    const std::size_t count = children(disk, folder_at(disk, StandardPlace::bin)).size();
    if (count > 0) {
        doing.desk.dialogs.push_back(question(count == 1 ? "files.empty-bin" : "files.empty-bin-several",
                                              {{"count", std::to_string(count)}}, "place-bin-full",
                                              {"cancel", "empty-bin"}));
    }
}

void empty_whole_bin(Doing& doing) {
    Disk disk = doing.desk.disk.now();
    for (const int node : children(disk, folder_at(disk, StandardPlace::bin))) {
        doing.tell("file.erased", fields_of(disk, node));
    }
    if (empty_bin(disk)) {
        doing.tell("files.bin_emptied");
        doing.desk.disk.change(std::move(disk));
    }
}

} // namespace

void desktop_command(Doing& doing, std::string_view command, std::string_view about) {
    const std::string_view name = about.substr(about.rfind('/') + 1);
    if (about.starts_with("bar/task/")) {
        if (command == "minimise") {
            minimise(doing, std::string(name));
        } else if (command == "maximise") {
            toggle_maximised(doing, std::string(name));
        } else if (command == "close-window") {
            close_window(doing, std::string(name));
        }
    } else if (command == "open") {
        open_icon(doing, name);
    } else if (command == "delete") {
        delete_icon(doing, name);
    } else if (command == "empty-bin") {
        ask_to_empty_bin(doing);
    } else if (command == "new-folder") {
        ask_for_folder(doing);
    } else if (command == "paste") {
        paste(doing);
    } else if (command == "arrange") {
        std::ranges::sort(doing.desk.icons);
    }
}

void desktop_answer(Doing& doing, const Dialog& dialog, std::string_view command) {
    if (command == "empty-bin") {
        empty_whole_bin(doing);
    }
    if (asks_of_names(dialog.kind)) {
        Context context{doing.desk, {}, doing.at, doing.events};
        carry_as_answered(context, {std::string(command), dialog.about, dialog.kind, {}});
    }
    if (dialog.kind != "new-folder" || command != "create") {
        return;
    }
    Disk disk = doing.desk.disk.now();
    const int desktop = folder_at(disk, StandardPlace::desktop);
    const std::string& name = dialog.field.edit.text;
    if (const std::string fault = fault_of_name(disk, desktop, name); !fault.empty()) {
        Dialog again = dialog;
        again.fault = message(fault);
        doing.desk.dialogs.push_back(std::move(again));
        set_focus(doing.desk, "dialog/field");
        return;
    }
    Node folder;
    folder.name = name;
    add(disk, desktop, std::move(folder));
    doing.desk.disk.change(std::move(disk));
    doing.desk.selected = name;
    doing.tell("file.created", {{"name", name}, {"folder", std::string("desktop")}});
}

Carried carried_from_desktop(const DeskState& desk, std::string_view name) {
    constexpr std::string_view prefix = "desktop/icon/";
    Carried carried;
    if (name.starts_with(prefix)) {
        if (const int node = node_of_icon(desk, name.substr(prefix.size())); node != 0) {
            carried.files.push_back(node);
        }
    }
    return carried;
}

void drop_on_desktop(Doing& doing, const Carried& what, std::string_view onto, bool copies) {
    constexpr std::string_view prefix = "desktop/icon/";
    const int folder = onto.starts_with(prefix) ? node_of_icon(doing.desk, onto.substr(prefix.size()))
                                                : folder_at(doing.desk.disk.now(), StandardPlace::desktop);
    if (folder != 0) {
        Context context{doing.desk, {}, doing.at, doing.events};
        drop_into(context, what.files, folder, copies);
        fulfil(doing, {}, std::move(context.requests));
    }
}

} // namespace world
