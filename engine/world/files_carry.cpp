// Files that are moved and copied: by a drag, or through the clipboard.
#include "world/files_commands.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

/// What happens to one file. Gives the id of what lies in the folder then, or 0.
int carry_one(Context& context, Disk& disk, int node, int folder, bool copies) {
    const Node* found = find_node(disk, node);
    if (found == nullptr) {
        return 0;
    }
    const std::string name = found->name;
    const std::string from = code_of(disk, found->parent);
    const bool was_in_bin = found->parent == folder_at(disk, StandardPlace::bin);
    const std::string to = code_of(disk, folder);
    if (folder == folder_at(disk, StandardPlace::bin)) {
        if (!put_in_bin(disk, node)) {
            return 0;
        }
        context.tell({"file.deleted", {{"name", name}, {"folder", from}}});
        return node;
    }
    if (copies) {
        const int copy = copy_to(disk, node, folder);
        if (copy != 0) {
            context.tell({"file.copied", {{"name", find_node(disk, copy)->name}, {"folder", to}, {"from", from}}});
        }
        return copy;
    }
    if (!move_to(disk, node, folder)) {
        return 0;
    }
    if (was_in_bin) {
        context.tell({"file.restored", {{"name", name}, {"folder", to}}});
    }
    context.tell({"file.moved", {{"name", find_node(disk, node)->name}, {"folder", to}, {"from", from}}});
    return node;
}

bool lies_on_stick(const Disk& disk, int node) {
    const int stick = folder_at(disk, StandardPlace::stick);
    return stick != 0 && lies_in(disk, node, stick);
}

/// The folder that something is dropped into; 0 where it is none.
int folder_of_drop(const Files& files, const Disk& disk, std::string_view onto) {
    constexpr std::string_view side = "side/";
    constexpr std::string_view path = "path/";
    const int shown = shown_folder(files, disk);
    if (onto.empty() || onto == "ground") {
        return shown;
    }
    if (onto.starts_with(side)) {
        return folder_named(disk, onto.substr(side.size()));
    }
    if (onto.starts_with(path)) {
        int number = 0;
        for (const int folder : path_to(disk, shown)) {
            if (std::to_string(++number) == onto.substr(path.size())) {
                return folder;
            }
        }
        return 0;
    }
    const Node* item = find_node(disk, files_commands::file_of_target(files, disk, onto));
    return item != nullptr && item->kind == FileKind::folder ? item->id : 0;
}

} // namespace

std::vector<int> carry_into(Context& context, const std::vector<int>& nodes, int folder, bool copies) {
    Disk disk = context.desk.disk.now();
    std::vector<int> carried;
    for (const int node : nodes) {
        if (const int id = carry_one(context, disk, node, folder, copies); id != 0) {
            carried.push_back(id);
        }
    }
    if (!carried.empty()) {
        context.desk.disk.change(std::move(disk));
    }
    return carried;
}

std::vector<int> drop_into(Context& context, const std::vector<int>& nodes, int folder, bool copies) {
    const Disk& disk = context.desk.disk.now();
    const bool crosses = !nodes.empty() && lies_on_stick(disk, nodes.front()) != lies_on_stick(disk, folder);
    return carry_into(context, nodes, folder, copies || crosses);
}

bool undo_disk(DeskState& desk) {
    const bool stick_is_in = desk.disk->stick_is_in;
    const KeptList<Node> before = desk.disk->nodes;
    // A stick that was put in or taken out since stays so: that is done with a hand.
    while (desk.disk.undo()) {
        if (desk.disk->nodes == before) {
            continue;
        }
        if (desk.disk->stick_is_in != stick_is_in) {
            Disk disk = desk.disk.now();
            disk.stick_is_in = stick_is_in;
            desk.disk.amend(std::move(disk));
        }
        return true;
    }
    if (desk.disk->stick_is_in != stick_is_in) {
        Disk disk = desk.disk.now();
        disk.stick_is_in = stick_is_in;
        desk.disk.amend(std::move(disk));
    }
    return false;
}

std::vector<Field> fields_of(const Disk& disk, int node) {
    const Node* found = find_node(disk, node);
    return found == nullptr ? std::vector<Field>{}
                            : std::vector<Field>{{"name", found->name}, {"folder", code_of(disk, found->parent)}};
}

Carried carried(const Files& files, const View& view, std::string_view target) {
    const Disk& disk = view.desk.disk.now();
    const Node* item = find_node(disk, files_commands::file_of_target(files, disk, target));
    if (item == nullptr || item->place != StandardPlace::none) {
        return {};
    }
    std::vector<int> selected = selected_files(files, disk);
    const bool is_selected = std::ranges::find(selected, item->id) != selected.end();
    return Carried{is_selected ? std::move(selected) : std::vector<int>{item->id}, {}, {}, false};
}

void drop(Files& files, Context& context, const Carried& what, std::string_view onto, bool copies) {
    const Disk& disk = context.desk.disk.now();
    const int folder = folder_of_drop(files, disk, onto);
    if (folder == 0 || what.files.empty()) {
        return;
    }
    const std::vector<int> carried = drop_into(context, what.files, folder, copies);
    files.selected = folder == shown_folder(files, context.desk.disk.now()) ? carried : std::vector<int>{};
}

} // namespace world
