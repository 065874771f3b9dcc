// Ways to files that lie elsewhere: moved, copied, deleted, and brought back.
#include "world/desk_parts.h"
#include "world/ways/files_ways.h"

#include <algorithm>

namespace world::files_ways {

namespace {

/// A place to drop something onto, that stands for a folder.
std::vector<std::string> places_for(const Advice& advice, int folder) {
    const Disk& disk = disk_of(advice);
    const std::string prefix = prefix_of_front(advice);
    std::vector<std::string> places{item_of(advice, folder)};
    if (const Node& node = *find_node(disk, folder); node.place != StandardPlace::none) {
        places.push_back(prefix + "side/" + std::string(code_of(node.place)));
        if (node.place == StandardPlace::desktop) {
            places.emplace_back("desktop/ground");
        }
    }
    places.push_back(icon_of_node(advice, folder));
    return places;
}

void offer_drags(Advice& advice, int node, int folder, bool copies) {
    const std::string item = item_of(advice, node);
    const std::string icon = icon_of_node(advice, node);
    for (const std::string& place : places_for(advice, folder)) {
        offer_drag(advice, item, place, copies);
        offer_drag(advice, icon, place, copies);
    }
}

bool is_carried(const Advice& advice, int node, bool copies) {
    const Carried& clipboard = advice.desk.clipboard;
    return clipboard.files == std::vector{node} && clipboard.is_cut != copies;
}

/// Whether the file has to stay where it is for the goal's sake, so that only a copy may go elsewhere.
bool has_to_stay(const Advice& advice, int node) {
    const Disk& disk = disk_of(advice);
    const Node& found = *find_node(disk, node);
    const Fact there{"file.exists",
                     {{"name", found.name},
                      {"folder", code_of(disk, found.parent)},
                      {"kind", std::string(code_of(found.kind))},
                      {"text", found.text}}};
    return std::ranges::any_of(advice.wish.beside, [&](const lesson::FactPattern* pattern) {
        return pattern != advice.wish.fact && fits(*pattern, there);
    });
}

} // namespace

void offer_to_carry(Advice& advice, int node, int folder, bool copies) {
    const std::string prefix = prefix_of_front(advice);
    if (is_carried(advice, node, copies)) {
        const Files* files = front_files(advice);
        if (files != nullptr && is_selected_alone(advice, folder)) {
            offer_click(advice, "menu/paste-into");
        }
        if (in_folder(advice, folder)) {
            offer_click(advice, prefix + "toolbar/paste");
        }
        return;
    }
    const Disk& disk = disk_of(advice);
    const int stick = folder_at(disk, StandardPlace::stick);
    const bool crosses = stick != 0 && lies_in(disk, node, stick) != lies_in(disk, folder, stick);
    if (copies || !crosses) {
        offer_drags(advice, node, folder, copies && !crosses);
    }
    if (in_selection(advice, node)) {
        if (copies && folder == stick) {
            offer_click(advice, "menu/copy-to-stick");
        }
        offer_click(advice, prefix + "toolbar/" + (copies ? "copy" : "cut"));
    }
}

void offer_to_delete(Advice& advice, int node) {
    const std::string icon = icon_of_node(advice, node);
    if (advice.desk.menu && advice.desk.menu->target == icon) {
        offer_click(advice, "menu/delete");
    }
    if (is_selected_alone(advice, node)) {
        offer_click(advice, prefix_of_front(advice) + "toolbar/delete");
        offer_keys(advice, "Delete");
    }
    offer_right_click(advice, icon);
    in_selection(advice, node);
    offer_drags(advice, node, folder_at(disk_of(advice), StandardPlace::bin), false);
}

void offer_to_erase(Advice& advice, int node) {
    offer_click(advice, "dialog/erase");
    if (!is_in_bin(disk_of(advice), node)) {
        offer_to_delete(advice, node);
    } else if (in_selection(advice, node)) {
        offer_click(advice, prefix_of_front(advice) + "toolbar/delete");
    }
}

void offer_to_empty_bin(Advice& advice) {
    const int bin = folder_at(disk_of(advice), StandardPlace::bin);
    const std::string icon = icon_of_node(advice, bin);
    offer_click(advice, "dialog/empty-bin");
    if (advice.desk.menu) {
        offer_click(advice, "menu/empty-bin");
    }
    if (in_folder(advice, bin)) {
        offer_click(advice, prefix_of_front(advice) + "toolbar/empty-bin");
    }
    offer_right_click(advice, icon);
}

void offer_to_restore(Advice& advice, int node) {
    if (in_selection(advice, node)) {
        offer_click(advice, prefix_of_front(advice) + "toolbar/restore");
    }
    if (advice.desk.menu) {
        offer_click(advice, "menu/restore");
    }
}

void offer_to_bring(Advice& advice, int node, int folder) {
    const Disk& disk = disk_of(advice);
    if (folder == folder_at(disk, StandardPlace::bin)) {
        offer_to_delete(advice, node);
        return;
    }
    if (is_in_bin(disk, node)) {
        offer_to_restore(advice, node);
        return;
    }
    const bool copies = has_to_stay(advice, node);
    offer_to_carry(advice, node, folder, copies);
    if (!copies && !advice.desk.menu) {
        const int detour = advice.detour;
        advice.detour = detour + 1;
        offer_to_carry(advice, node, folder, true);
    }
}

/// Something that happened to files: their names and where they are then.
void wish_moved(Advice& advice, bool copies) {
    const int folder = wished_folder(advice, "folder");
    for (const int node : nodes_for(advice, false)) {
        const Node& found = *find_node(disk_of(advice), node);
        const bool comes_from_there = allows(advice.fact(), "from", code_of(disk_of(advice), found.parent));
        if (folder != 0 && comes_from_there && found.parent != folder) {
            offer_to_carry(advice, node, folder, copies);
        } else if (folder == 0) {
            offer_to_carry(advice, node, folder_at(disk_of(advice), StandardPlace::desktop), copies);
            offer_to_carry(advice, node, folder_at(disk_of(advice), StandardPlace::documents), copies);
        }
    }
}

} // namespace world::files_ways
