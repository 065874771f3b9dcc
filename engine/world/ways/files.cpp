// Ways to what goals ask of files and folders, and of the windows that show them.
#include "lesson/matches.h"
#include "world/desk_parts.h"
#include "world/ways/files_ways.h"

#include <algorithm>
#include <array>

namespace world {

using namespace files_ways;

namespace files_ways {

const Disk& disk_of(const Advice& advice) {
    return advice.desk.disk.now();
}

const Files* front_files(const Advice& advice) {
    const Window* front = active_window(advice.desk);
    return front == nullptr ? nullptr : std::get_if<Files>(&front->program);
}

bool is_in_bin(const Disk& disk, int node) {
    return lies_in(disk, node, folder_at(disk, StandardPlace::bin));
}

std::vector<int> nodes_for(const Advice& advice, bool with_folder) {
    const Disk& disk = disk_of(advice);
    std::vector<int> found;
    for (const Node& node : disk.nodes) {
        if (node.place == StandardPlace::none && can_reach(disk, node.id) && allows(advice.fact(), "name", node.name) &&
            allows(advice.fact(), "kind", std::string(code_of(node.kind))) &&
            (!with_folder || allows(advice.fact(), "folder", code_of(disk, node.parent)))) {
            found.push_back(node.id);
        }
    }
    return found;
}

int wished_folder(const Advice& advice, std::string_view field) {
    const Disk& disk = disk_of(advice);
    if (asked(advice.fact(), field) == nullptr) {
        return 0;
    }
    if (const std::optional<std::string> code = text_for(advice, field)) {
        if (const int folder = folder_named(disk, *code); folder != 0) {
            return folder;
        }
    }
    for (const Node& node : disk.nodes) {
        if (node.kind == FileKind::folder && can_reach(disk, node.id) &&
            allows(advice.fact(), field, code_of(disk, node.id))) {
            return node.id;
        }
    }
    return 0;
}

std::string item_of(const Advice& advice, int node) {
    const Files* files = front_files(advice);
    if (files == nullptr) {
        return {};
    }
    const std::vector<Shown> shown = shown_files(*files, disk_of(advice));
    const auto found = std::ranges::find(shown, node, &Shown::node);
    return found == shown.end() ? std::string() : prefix_of_front(advice) + found->target;
}

std::string icon_of_node(const Advice& advice, int node) {
    const Disk& disk = disk_of(advice);
    const Node* found = find_node(disk, node);
    if (found == nullptr) {
        return {};
    }
    const bool is_standard = found->place != StandardPlace::none;
    if (!is_standard && found->parent != folder_at(disk, StandardPlace::desktop)) {
        return {};
    }
    return "desktop/icon/" + (is_standard ? std::string(code_of(found->place)) : found->name);
}

bool is_selected_alone(const Advice& advice, int node) {
    const Files* files = front_files(advice);
    return files != nullptr && selected_files(*files, disk_of(advice)) == std::vector{node};
}

bool in_selection(Advice& advice, int node) {
    if (is_selected_alone(advice, node)) {
        return true;
    }
    if (in_folder(advice, find_node(disk_of(advice), node)->parent)) {
        offer_click(advice, item_of(advice, node));
    }
    return false;
}

bool in_any_folder(Advice& advice) {
    const Window* front = active_window(advice.desk);
    if (front != nullptr && std::holds_alternative<Files>(front->program)) {
        return true;
    }
    in_front(advice, "files");
    return false;
}

} // namespace files_ways

namespace {

/// Where a folder of the file manager can be clicked: in the side bar, in the path, or among what is shown.
void offer_folder_from_window(Advice& advice, int folder) {
    const Disk& disk = disk_of(advice);
    const std::string prefix = prefix_of_front(advice);
    const Node& node = *find_node(disk, folder);
    if (node.place != StandardPlace::none) {
        offer_click(advice, prefix + "side/" + std::string(code_of(node.place)));
    }
    if (const std::string item = item_of(advice, folder); !item.empty()) {
        offer_open(advice, item);
        return;
    }
    const std::vector<int> path = path_to(disk, shown_folder(*front_files(advice), disk));
    if (const auto part = std::ranges::find(path, folder); part != path.end()) {
        offer_click(advice, prefix + "path/" + std::to_string(part - path.begin() + 1));
    } else if (node.parent != 0) {
        offer_folder_from_window(advice, node.parent);
    }
}

/// Where no window of the file manager is in front, a folder's icon or the start menu opens one there.
void offer_folder_from_desktop(Advice& advice, int folder) {
    const Node& node = *find_node(disk_of(advice), folder);
    const std::string icon = icon_of_node(advice, folder);
    if (advice.desk.look == DeskLook::overview) {
        offer_click(advice, icon);
    } else {
        offer_open(advice, icon);
    }
    if (node.place != StandardPlace::none) {
        offer_click(advice, "start/" + std::string(code_of(node.place)));
    }
    in_front(advice, "files");
}

void offer_to_name_folder(Advice& advice, const lesson::Matcher& name) {
    if (!offer_matching(advice, "dialog/field", name)) {
        offer_click(advice, "dialog/create");
    }
}

/// A new folder is made in the window that shows where it shall be, or on the desktop itself.
void offer_to_create(Advice& advice, int folder, const lesson::Matcher* name) {
    const Dialog* dialog = front_dialog(advice.desk);
    if (dialog != nullptr) {
        const bool is_asked = dialog->kind == "new-folder" || dialog->kind == "files.new-folder";
        if (is_asked && name != nullptr) {
            offer_to_name_folder(advice, *name);
        }
        return;
    }
    if (folder == folder_at(disk_of(advice), StandardPlace::desktop)) {
        if (advice.desk.menu && advice.desk.menu->target == "desktop/ground") {
            offer_click(advice, "menu/new-folder");
        }
        offer_right_click(advice, "desktop/ground");
    }
    if (folder == 0 ? in_any_folder(advice) : in_folder(advice, folder)) {
        offer_click(advice, prefix_of_front(advice) + "toolbar/new-folder");
    }
}

/// A file that gets the wished name: one that the instruction names, in the wished folder.
void offer_to_rename(Advice& advice, int folder, bool only_said) {
    const Disk& disk = disk_of(advice);
    const Files* files = front_files(advice);
    const lesson::Matcher* name = asked(advice.fact(), "name");
    const std::string field = prefix_of_front(advice) + "field/rename";
    if (name == nullptr || !text_for(*name, advice.wish.said)) {
        return;
    }
    for (const Node& node : disk.nodes) {
        const std::string stem = node.name.substr(0, node.name.rfind('.'));
        const bool is_said_to_be = is_said(advice, node.name) || is_said(advice, stem);
        const bool can_be = node.place == StandardPlace::none && can_reach(disk, node.id) &&
                            (folder == 0 || node.parent == folder) &&
                            allows(advice.fact(), "kind", std::string(code_of(node.kind)));
        if (!can_be || (only_said && !is_said_to_be)) {
            continue;
        }
        if (files != nullptr && files->renaming == node.id) {
            if (!offer_matching(advice, field, *name)) {
                offer_keys(advice, "Enter");
            }
        } else if (in_selection(advice, node.id)) {
            offer_click(advice, prefix_of_front(advice) + "toolbar/rename");
            offer_keys(advice, "F2");
        }
    }
}

void wish_gone(Advice& advice) {
    const Disk& disk = disk_of(advice);
    const int bin = folder_at(disk, StandardPlace::bin);
    const std::vector<int> there = nodes_for(advice, true);
    if (there.empty()) {
        return;
    }
    const bool all_in_bin = std::ranges::all_of(there, [&](int node) { return is_in_bin(disk, node); });
    if (all_in_bin && there.size() == children(disk, bin).size()) {
        offer_to_empty_bin(advice);
    }
    for (const int node : there) {
        is_in_bin(disk, node) ? offer_to_erase(advice, node) : offer_to_delete(advice, node);
    }
}

void offer_new_file(Advice& advice, int folder) {
    const bool may_be_folder =
        allows(advice.fact(), "kind", std::string("folder")) && asked(advice.fact(), "text") == nullptr;
    const std::optional<std::string> name = text_for(advice, "name");
    const bool is_file = name && name->find('.') != std::string::npos;
    offer_to_rename(advice, folder, true);
    if (allows(advice.fact(), "kind", std::string(code_of(kind_of(name.value_or(".txt")))))) {
        offer_to_save_attachment(advice);
        offer_to_download(advice);
    }
    if (!may_be_folder || is_file || asked(advice.fact(), "kind") == nullptr) {
        offer_to_save_text(advice, folder);
    }
    if (may_be_folder && !is_file) {
        offer_to_create(advice, folder, asked(advice.fact(), "name"));
    }
    offer_to_rename(advice, folder, false);
}

void wish_exists(Advice& advice) {
    if (advice.wish.gone) {
        wish_gone(advice);
        return;
    }
    const std::vector<int> there = nodes_for(advice, true);
    if (!there.empty()) { // all but its text is as it should be
        for (const int node : there) {
            offer_to_change_text(advice, node);
        }
        return;
    }
    const int folder = wished_folder(advice, "folder");
    const std::vector<int> elsewhere = nodes_for(advice, false);
    const lesson::Matcher* missing = folder == 0 ? asked(advice.fact(), "folder") : nullptr;
    if (missing != nullptr && !elsewhere.empty()) { // the folder itself has to be made first, beside the file
        const Node& first = *find_node(disk_of(advice), elsewhere.front());
        const bool is_binned = is_in_bin(disk_of(advice), first.id);
        offer_to_create(advice, is_binned ? folder_at(disk_of(advice), StandardPlace::documents) : first.parent,
                        missing);
        return;
    }
    for (const int node : elsewhere) {
        if (folder != 0 && !lies_in(disk_of(advice), folder, node)) {
            offer_to_bring(advice, node, folder);
        }
    }
    if (elsewhere.empty() || advice.offer.ways.empty()) {
        offer_new_file(advice, folder);
    }
}

void for_each_wished(Advice& advice, void (*offer_it)(Advice&, int), bool in_bin = false) {
    for (const int node : nodes_for(advice, !in_bin)) {
        if (is_in_bin(disk_of(advice), node) == in_bin) {
            offer_it(advice, node);
        }
    }
}

void wish_selected(Advice& advice) {
    if (advice.wish.gone) {
        offer_click(advice, prefix_of_front(advice) + "ground");
        return;
    }
    for_each_wished(advice, [](Advice& one, int node) { in_selection(one, node); });
}

void wish_in_clipboard(Advice& advice) {
    for (const int node : nodes_for(advice, true)) {
        if (in_selection(advice, node)) {
            offer_click(advice, prefix_of_front(advice) +
                                    (allows(advice.fact(), "cut", false) ? "toolbar/copy" : "toolbar/cut"));
        }
    }
}

void wish_sort(Advice& advice, const Files& files) {
    const std::string prefix = prefix_of_front(advice);
    const bool is_sorted = allows(advice.fact(), "sort", std::string(code_of(files.order)));
    if (is_sorted && allows(advice.fact(), "reversed", files.reversed)) {
        return;
    }
    for (const std::string_view order : {"name", "changed", "kind", "size", "folder"}) {
        if (allows(advice.fact(), "sort", std::string(order))) {
            offer_click(advice, prefix + "heading/" + std::string(order));
            offer_click(advice, "menu/sort-" + std::string(order));
        }
    }
    offer_click(advice, prefix + "toolbar/sort");
}

/// The windows that show what shall not be shown.
void offer_to_close_shown(Advice& advice) {
    for (auto window = advice.desk.windows.rbegin(); window != advice.desk.windows.rend(); ++window) {
        const auto* files = std::get_if<Files>(&window->program);
        if (files != nullptr &&
            allows(advice.fact(), "folder", code_of(disk_of(advice), shown_folder(*files, disk_of(advice))))) {
            offer_close(advice, *window);
        }
    }
}

/// A window that shows a folder as wished. All of it has to be so in one window.
void wish_shown(Advice& advice) {
    if (advice.wish.gone) {
        offer_to_close_shown(advice);
        return;
    }
    const int folder = wished_folder(advice, "folder");
    if (folder == 0 && asked(advice.fact(), "folder") != nullptr) {
        return; // it is out of reach, as on a stick that was taken out
    }
    if (!(folder == 0 ? in_any_folder(advice) : in_folder(advice, folder))) {
        return;
    }
    const Files& files = *front_files(advice);
    const std::string prefix = prefix_of_front(advice);
    if (!allows(advice.fact(), "view", std::string(files.shows_icons ? "icons" : "list"))) {
        offer_click(advice, prefix + "toolbar/view");
    }
    wish_sort(advice, files);
    if (const lesson::Matcher* search = asked(advice.fact(), "search")) {
        offer_matching(advice, prefix + "field/search", *search);
    }
}

void wish_stick_out(Advice& advice) {
    offer_click(advice, "bar/stick");
    if (in_any_folder(advice)) {
        offer_click(advice, prefix_of_front(advice) + "side/eject");
    }
}

void wish_stick(Advice& advice) {
    if (allows(advice.fact(), "inserted", false) != advice.wish.gone) {
        wish_stick_out(advice);
    }
}

void wish_pulled_out(Advice& advice) {
    offer_click(advice, "dialog/pull-out");
    offer_click(advice, "menu/pull-out");
    if (in_any_folder(advice)) {
        offer_right_click(advice, prefix_of_front(advice) + "side/stick");
    }
}

void wish_found(Advice& advice) {
    const std::optional<std::string> name = text_for(advice, "name");
    if (!in_any_folder(advice)) {
        return;
    }
    const std::string field = prefix_of_front(advice) + "field/search";
    const Files& files = *front_files(advice);
    for (const int node : nodes_for(advice, true)) {
        if (!searched(files).empty()) {
            offer_click(advice, item_of(advice, node));
        }
        offer_text(advice, field, name.value_or(find_node(disk_of(advice), node)->name));
    }
}

void wish_undone(Advice& advice) {
    if (in_any_folder(advice)) {
        offer_click(advice, prefix_of_front(advice) + "toolbar/undo");
    }
}

constexpr std::array<KnownFact, 22> known{{
    {"file.exists", wish_exists},
    {"file.selected", wish_selected},
    {"file.in_clipboard", wish_in_clipboard},
    {"files.shown", wish_shown},
    {"stick.state", wish_stick},
    {"editor.text", wish_editor_text},
    {"viewer.shown", wish_viewer},
    {"file.opened", [](Advice& one) { for_each_wished(one, offer_to_open_node); }},
    {"file.created",
     [](Advice& one) { offer_to_create(one, wished_folder(one, "folder"), asked(one.fact(), "name")); }},
    {"file.renamed", [](Advice& one) { offer_to_rename(one, wished_folder(one, "folder"), false); }},
    {"file.moved", [](Advice& one) { wish_moved(one, false); }},
    {"file.copied", [](Advice& one) { wish_moved(one, true); }},
    {"file.deleted", [](Advice& one) { for_each_wished(one, offer_to_delete); }},
    {"file.restored", [](Advice& one) { for_each_wished(one, offer_to_restore, true); }},
    {"file.erased",
     [](Advice& one) {
         for_each_wished(one, offer_to_erase, true);
         for_each_wished(one, offer_to_delete);
     }},
    {"file.found", wish_found},
    {"file.saved", [](Advice& one) { offer_to_save_text(one, wished_folder(one, "folder")); }},
    {"file.undone", wish_undone},
    {"files.bin_emptied", offer_to_empty_bin},
    {"stick.ejected", wish_stick_out},
    {"stick.pulled_out", wish_pulled_out},
    {"editor.discarded", wish_discarded},
}};

} // namespace

bool in_folder(Advice& advice, int folder) {
    const Files* files = front_files(advice);
    if (files == nullptr) {
        offer_folder_from_desktop(advice, folder);
        return false;
    }
    if (shown_folder(*files, disk_of(advice)) != folder) {
        offer_folder_from_window(advice, folder);
        return false;
    }
    if (!searched(*files).empty()) {
        offer_click(advice, prefix_of_front(advice) + "toolbar/clear-search");
        return false;
    }
    return true;
}

void offer_to_open_node(Advice& advice, int node) {
    const Node* found = find_node(disk_of(advice), node);
    if (found == nullptr) {
        return;
    }
    const std::string icon = icon_of_node(advice, node);
    if (advice.desk.look == DeskLook::overview) {
        offer_click(advice, icon);
    } else {
        offer_open(advice, icon);
    }
    if (const std::string item = item_of(advice, node); !item.empty()) {
        offer_open(advice, item);
    } else if (in_folder(advice, found->parent)) {
        offer_open(advice, item_of(advice, node));
    }
}

void advise_on_files(Advice& advice) {
    advise_by(known, advice);
}

} // namespace world
