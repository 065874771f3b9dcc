// The file manager's right-click menus and shortcuts.
#include "world/desk.h"
#include "world/files.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace world {

namespace {

struct Shortcut {
    std::string_view keys;
    std::string_view command;
};

/// Those that a menu shows stand first for their command.
constexpr std::array<Shortcut, 19> shortcuts{{
    {"Control+C", "copy"},
    {"Control+X", "cut"},
    {"Control+V", "paste"},
    {"Control+Z", "undo"},
    {"Control+A", "select-all"},
    {"Control+F", "search"},
    {"F3", "search"},
    {"F2", "rename"},
    {"Delete", "delete"},
    {"Shift+Delete", "erase"},
    {"Control+Shift+N", "new-folder"},
    {"Alt+ArrowLeft", "back"},
    {"Alt+ArrowRight", "forward"},
    {"Alt+ArrowUp", "up"},
    {"Backspace", "back"},
    {"BrowserBack", "back"},
    {"BrowserForward", "forward"},
    {"Enter", "open"},
    {"Escape", "cancel"},
}};

std::string keys_of(std::string_view command) {
    const auto found = std::ranges::find(shortcuts, command, &Shortcut::command);
    return found == shortcuts.end() ? std::string() : std::string(found->keys);
}

MenuItem entry(std::string_view command, bool enabled = true) {
    return {std::string(command), message("desk.files.command." + std::string(command)), icon_of_command(command),
            enabled, keys_of(command)};
}

MenuItem plain_entry(std::string_view command, bool enabled = true) {
    return {std::string(command), message("desk.files.command." + std::string(command)), {}, enabled, keys_of(command)};
}

std::vector<MenuItem> menu_in_bin(bool on_item, bool is_empty) {
    if (on_item) {
        return {entry("restore"), entry("cut"), plain_entry("erase")};
    }
    return {entry("empty-bin", !is_empty), plain_entry("select-all", !is_empty)};
}

std::vector<MenuItem> menu_of_items(const Disk& disk, const std::vector<int>& nodes, bool can_paste) {
    const Node& first = *find_node(disk, nodes.front());
    const bool is_one = nodes.size() == 1;
    const bool is_own =
        std::ranges::all_of(nodes, [&](int id) { return find_node(disk, id)->place == StandardPlace::none; });
    const bool has_folder =
        std::ranges::any_of(nodes, [&](int id) { return find_node(disk, id)->kind == FileKind::folder; });
    std::vector<MenuItem> items;
    if (is_one) {
        items.push_back(entry("open"));
    }
    items.push_back(entry("cut", is_own));
    items.push_back(entry("copy", is_own));
    if (is_one && has_folder) {
        items.push_back(plain_entry("paste-into", can_paste));
    }
    const int stick = folder_at(disk, StandardPlace::stick);
    if (stick != 0 && !lies_in(disk, first.id, stick)) {
        items.push_back(plain_entry("copy-to-stick", is_own));
    }
    if (is_own && !has_folder) {
        items.push_back(plain_entry("send-by-mail"));
    }
    if (is_one) {
        items.push_back(entry("rename", is_own));
    }
    items.push_back(entry("delete", is_own));
    return items;
}

std::vector<MenuItem> menu_of_ground(const Files& files, bool can_paste) {
    return {entry("new-folder"),
            entry("paste", can_paste),
            plain_entry("select-all"),
            {"view",
             message(files.shows_icons ? "desk.files.command.show-list" : "desk.files.command.show-icons"),
             {},
             true,
             {}},
            plain_entry("sort-name"),
            plain_entry("sort-changed"),
            plain_entry("sort-size")};
}

std::vector<MenuItem> menu_of_place(const DeskState& desk, std::string_view code) {
    std::vector<MenuItem> items{entry("open")};
    const Disk& disk = desk.disk.now();
    if (code == "bin") {
        items.push_back(entry("empty-bin", !children(disk, folder_at(disk, StandardPlace::bin)).empty()));
    } else if (code == "stick") {
        items.push_back(entry("eject"));
        items.push_back(plain_entry("pull-out", desk.setup->safety >= 2));
    }
    return items;
}

} // namespace

std::string icon_of_command(std::string_view command) {
    if (command == "open") {
        return {};
    }
    return command == "empty-bin"      ? "place-bin-full"
           : command == "clear-search" ? "desk-close"
                                       : "desk-" + std::string(command);
}

std::vector<MenuItem> menu_for(const Files& files, const View& view, std::string_view target) {
    constexpr std::string_view side = "side/";
    const Disk& disk = view.desk.disk.now();
    const int bin = folder_at(disk, StandardPlace::bin);
    const bool is_bin = shown_folder(files, disk) == bin;
    const bool can_paste = !view.desk.clipboard.files.empty();
    if (target.starts_with("item/")) {
        const std::vector<int> selected = selected_files(files, disk);
        return selected.empty() ? std::vector<MenuItem>{}
               : is_bin         ? menu_in_bin(true, false)
                                : menu_of_items(disk, selected, can_paste);
    }
    if (target == "ground") {
        return is_bin ? menu_in_bin(false, children(disk, bin).empty()) : menu_of_ground(files, can_paste);
    }
    if (target.starts_with(side) && target != "side/eject") {
        return menu_of_place(view.desk, target.substr(side.size()));
    }
    return {};
}

std::string shortcut(const Files& files, const View& view, std::string_view keys) {
    const std::string_view focus = local_focus(view);
    if (focus == "field/rename" && keys == "Enter") {
        return "finish-renaming";
    }
    if (focus == "field/search" && keys == "Enter") {
        return "go-to-found";
    }
    const auto found = std::ranges::find(shortcuts, keys, &Shortcut::keys);
    if (found == shortcuts.end()) {
        return {};
    }
    const bool is_writing = focus.starts_with("field/");
    const bool is_for_keys = found->command == "cancel" || found->command == "search";
    if (is_writing && !is_for_keys) {
        return {};
    }
    // Enter presses a button that has the focus; elsewhere it opens what is selected.
    const bool is_on_files = focus.empty() || focus == "ground" || focus.starts_with("item/");
    if (found->command == "open" && (!is_on_files || selected_files(files, view.desk.disk.now()).empty())) {
        return {};
    }
    return std::string(found->command);
}

} // namespace world
