// Files that are moved and copied: by a drag, or through the clipboard.
#include "world/files_carry.h"

#include "world/desk.h"
#include "world/files.h"
#include "world/files_commands.h"
#include "world/files_question.h"

#include <algorithm>
#include <iterator>
#include <sstream>
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

/// The file of the folder whose name the one that comes has; 0 for none. A folder takes no other's place: with it would
/// go what nobody has looked at.
int namesake_of(const Disk& disk, int node, int folder) {
    const Node* comes = find_node(disk, node);
    const bool is_bin = folder == folder_at(disk, StandardPlace::bin);
    if (comes == nullptr || comes->kind == FileKind::folder || comes->parent == folder || is_bin) {
        return 0;
    }
    const Node* there = find_in(disk, folder, comes->name);
    return there != nullptr && there->kind != FileKind::folder ? there->id : 0;
}

/// What is carried, in a dialog's `about`: the folder, whether it is copied, and the files' ids.
std::string words_of_load(const std::vector<int>& nodes, int folder, bool copies) {
    std::string words = std::to_string(folder) + (copies ? " 1" : " 0");
    for (const int node : nodes) {
        words += " " + std::to_string(node);
    }
    return words;
}

/// What comes takes the place of its namesake. Gives as carry_one().
int carry_over(Context& context, Disk& disk, int node, int namesake, bool copies) {
    Disk without = disk;
    const int folder = find_node(disk, namesake)->parent;
    delete_for_good(without, namesake);
    const int carried = carry_one(context, without, node, folder, copies);
    if (carried != 0) {
        context.tell({"file.erased", fields_of(disk, namesake)});
        disk = std::move(without);
    }
    return carried;
}

std::vector<int> carry_all(Context& context, const std::vector<int>& nodes, int folder, bool copies, bool replaces) {
    Disk disk = context.desk.disk.now();
    std::vector<int> carried;
    for (const int node : nodes) {
        const int namesake = replaces ? namesake_of(disk, node, folder) : 0;
        // Of two that come with one name, the second does not take the first one's place.
        const bool is_free = namesake == 0 || std::ranges::find(carried, namesake) != carried.end();
        const int id = is_free ? carry_one(context, disk, node, folder, copies)
                               : carry_over(context, disk, node, namesake, copies);
        if (id != 0) {
            carried.push_back(id);
        }
    }
    if (!carried.empty()) {
        context.desk.disk.change(std::move(disk));
    }
    return carried;
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
    return carry_all(context, nodes, folder, copies, false);
}

std::vector<int> drop_into(Context& context, const std::vector<int>& nodes, int folder, bool copies) {
    const Disk& disk = context.desk.disk.now();
    const bool crosses = !nodes.empty() && lies_on_stick(disk, nodes.front()) != lies_on_stick(disk, folder);
    if (ask_of_names(context, nodes, folder, copies || crosses)) {
        return {};
    }
    return carry_into(context, nodes, folder, copies || crosses);
}

bool ask_of_names(Context& context, const std::vector<int>& nodes, int folder, bool copies) {
    const Disk& disk = context.desk.disk.now();
    std::vector<int> taken;
    std::ranges::copy_if(nodes, std::back_inserter(taken), [&](int node) { return namesake_of(disk, node, folder); });
    if (taken.empty()) {
        return false;
    }
    const Node& first = *find_node(disk, taken.front());
    const bool is_one = taken.size() == 1;
    Dialog dialog =
        question(is_one ? "files.replace" : "files.replace-several",
                 {is_one ? base::Argument{"name", first.name} : base::Argument{"count", std::to_string(taken.size())}},
                 icon_of(first), {"cancel", "replace", "keep-both"});
    dialog.about = words_of_load(nodes, folder, copies);
    context.requests.emplace_back(ShowDialog{std::move(dialog)});
    return true;
}

bool asks_of_names(std::string_view dialog) {
    return dialog == "files.replace" || dialog == "files.replace-several";
}

std::vector<int> carry_as_answered(Context& context, const Command& answer) {
    if (answer.name != "replace" && answer.name != "keep-both") {
        return {};
    }
    std::istringstream load(answer.about);
    int folder = 0;
    bool copies = false;
    load >> folder >> copies;
    std::vector<int> nodes;
    for (int node = 0; load >> node;) {
        nodes.push_back(node);
    }
    Carried& clipboard = context.desk.clipboard;
    if (!copies && clipboard.is_cut && clipboard.files == nodes) {
        clipboard = {}; // what was cut is pasted now
    }
    return carry_all(context, nodes, folder, copies, answer.name == "replace");
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
