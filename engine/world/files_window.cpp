// The file manager's commands about what its window shows: where it goes, how it sorts, what is searched and selected,
// and the name that is being written in place.
#include "base/text.h"
#include "world/files_commands.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world::files_commands {

namespace {

constexpr std::size_t most_remembered = 50; // folders to go back to

void focus(Context& context, std::string target) {
    context.requests.emplace_back(SetFocus{std::move(target)});
}

/// Gives the new name; false where it cannot be, and why stands beside the field.
bool take_new_name(Files& files, Context& context) {
    Disk disk = disk_of(context);
    const Node* node = find_node(disk, files.renaming);
    const std::string& name = files.new_name.edit.text;
    if (node == nullptr || node->name == base::trim(name)) {
        stop_renaming(files);
        return true;
    }
    if (const std::string fault = fault_of_name(disk, node->parent, name, node->id); !fault.empty()) {
        files.name_fault = message(fault);
        return false;
    }
    const std::string before = node->name;
    if (rename(disk, files.renaming, name)) {
        std::vector<Field> fields = fields_of(disk, files.renaming);
        fields.push_back({"from", before});
        context.tell({"file.renamed", std::move(fields)});
        context.desk.disk.change(std::move(disk));
    }
    stop_renaming(files);
    return true;
}

void go_through(Files& files, const Disk& disk, std::vector<int>& from, std::vector<int>& to) {
    while (!from.empty()) {
        const int folder = from.back();
        from.pop_back();
        if (find_node(disk, folder) != nullptr && can_reach(disk, folder)) {
            to.push_back(shown_folder(files, disk));
            show_folder(files, folder);
            return;
        }
    }
}

} // namespace

bool shows_bin(const Files& files, const Disk& disk) {
    return shown_folder(files, disk) == folder_at(disk, StandardPlace::bin);
}

std::vector<int> own_selected(const Files& files, const Disk& disk) {
    std::vector<int> selected = selected_files(files, disk);
    std::erase_if(selected, [&](int id) { return find_node(disk, id)->place != StandardPlace::none; });
    return selected;
}

void stop_renaming(Files& files) {
    files.renaming = 0;
    files.new_name = field_of("");
    files.name_fault = {};
}

/// As on every desktop: something else is done, and the new name counts; where it cannot be, the old one stays.
void settle_new_name(Files& files, Context& context) {
    if (files.renaming != 0 && !take_new_name(files, context)) {
        stop_renaming(files);
    }
}

void show_folder(Files& files, int folder) {
    files.folder = folder;
    files.selected.clear();
    files.anchor = 0;
    files.search = field_of("");
    if (files.order == FilesOrder::folder) {
        files.order = FilesOrder::name;
    }
}

void go_to(Files& files, const Disk& disk, int folder) {
    const int before = shown_folder(files, disk);
    if (folder != before) {
        files.back.push_back(before);
        files.forward.clear();
        if (files.back.size() > most_remembered) {
            files.back.erase(files.back.begin());
        }
    }
    show_folder(files, folder);
}

void open_node(Files& files, Context& context, int id) {
    const Disk& disk = disk_of(context);
    const Node* node = find_node(disk, id);
    if (node == nullptr) {
        return;
    }
    if (node->kind == FileKind::folder) {
        go_to(files, disk, id);
        return;
    }
    context.requests.emplace_back(OpenFile{id});
}

void tell_found(const Files& files, Context& context, int id) {
    if (!searched(files).empty()) {
        context.tell({"file.found", fields_of(disk_of(context), id)});
    }
}

namespace {

void back(Files& files, Context& context, const Command& /*wanted*/) {
    if (!searched(files).empty()) {
        files.search = field_of("");
        return;
    }
    go_through(files, disk_of(context), files.back, files.forward);
}

void forward(Files& files, Context& context, const Command& /*wanted*/) {
    go_through(files, disk_of(context), files.forward, files.back);
}

void up(Files& files, Context& context, const Command& /*wanted*/) {
    const Disk& disk = disk_of(context);
    if (const int parent = find_node(disk, shown_folder(files, disk))->parent; parent != 0) {
        go_to(files, disk, parent);
    }
}

void open_selected(Files& files, Context& context, const Command& wanted) {
    constexpr std::string_view side = "side/";
    if (wanted.about.starts_with(side)) {
        if (const int folder = folder_named(disk_of(context), std::string_view(wanted.about).substr(side.size()))) {
            go_to(files, disk_of(context), folder);
        }
        return;
    }
    const Disk& disk = disk_of(context);
    if (const int file = file_of_target(files, disk, wanted.about); file != 0) {
        open_node(files, context, file);
        return;
    }
    if (const std::vector<int> selected = selected_files(files, disk); selected.size() == 1) {
        open_node(files, context, selected.front());
    }
}

void start_renaming(Files& files, Context& context, const Command& /*wanted*/) {
    const std::vector<int> selected = own_selected(files, disk_of(context));
    if (selected.size() != 1 || shows_bin(files, disk_of(context))) {
        return;
    }
    const Node& node = *find_node(disk_of(context), selected.front());
    files.renaming = node.id;
    files.name_fault = {};
    files.new_name = field_of(node.name);
    // The ending says what the file is: it is not marked, so that typing keeps it.
    const std::size_t dot = node.kind == FileKind::folder ? std::string::npos : node.name.rfind('.');
    place_caret(files.new_name.edit, 0);
    place_caret(files.new_name.edit, dot == std::string::npos || dot == 0 ? node.name.size() : dot, true);
    focus(context, "field/rename");
}

void finish_renaming(Files& files, Context& context, const Command& /*wanted*/) {
    if (files.renaming != 0 && take_new_name(files, context)) {
        focus(context, "ground");
    }
}

void cancel(Files& files, Context& context, const Command& /*wanted*/) {
    if (files.renaming != 0) {
        stop_renaming(files);
        focus(context, "ground");
    } else if (!files.search.edit.text.empty()) {
        files.search = field_of("");
        focus(context, "ground");
    } else {
        files.selected.clear();
    }
}

void toggle_view(Files& files, Context& /*context*/, const Command& /*wanted*/) {
    files.shows_icons = !files.shows_icons;
}

void set_order(Files& files, FilesOrder order) {
    files.reversed = files.order == order && !files.reversed;
    files.order = order;
}

template <FilesOrder order>
void sort_by(Files& files, Context& /*context*/, const Command& /*wanted*/) {
    set_order(files, order);
}

void reverse(Files& files, Context& /*context*/, const Command& /*wanted*/) {
    files.reversed = !files.reversed;
}

void show_sort_menu(Files& files, Context& context, const Command& /*wanted*/) {
    std::vector<MenuItem> items;
    for (const FilesOrder order : {FilesOrder::name, FilesOrder::changed, FilesOrder::kind, FilesOrder::size}) {
        const std::string code(code_of(order));
        items.push_back({"sort-" + code,
                         message("desk.files.command.sort-" + code),
                         files.order == order ? "icon-check" : "",
                         true,
                         {}});
    }
    items.push_back({"reverse", message("desk.files.command.reverse"), files.reversed ? "icon-check" : "", true, {}});
    context.requests.emplace_back(ShowMenu{"toolbar/sort", std::move(items)});
}

void start_search(Files& /*files*/, Context& context, const Command& /*wanted*/) {
    focus(context, "field/search");
}

void clear_search(Files& files, Context& context, const Command& /*wanted*/) {
    files.search = field_of("");
    focus(context, "field/search");
}

void go_to_found(Files& files, Context& context, const Command& /*wanted*/) {
    const std::vector<Shown> shown = shown_files(files, disk_of(context));
    if (!shown.empty() && !searched(files).empty()) {
        tell_found(files, context, shown.front().node);
        files.selected = {shown.front().node};
        files.anchor = shown.front().node;
        focus(context, shown.front().target);
    }
}

void select_everything(Files& files, Context& context, const Command& /*wanted*/) {
    files.selected.clear();
    for (const Shown& one : shown_files(files, disk_of(context))) {
        files.selected.push_back(one.node);
    }
}

constexpr std::array<Known, 19> commands{{
    {"back", back},
    {"forward", forward},
    {"up", up},
    {"open", open_selected},
    {"rename", start_renaming},
    {"finish-renaming", finish_renaming},
    {"cancel", cancel},
    {"view", toggle_view},
    {"sort", show_sort_menu},
    {"sort-name", sort_by<FilesOrder::name>},
    {"sort-changed", sort_by<FilesOrder::changed>},
    {"sort-kind", sort_by<FilesOrder::kind>},
    {"sort-size", sort_by<FilesOrder::size>},
    {"sort-folder", sort_by<FilesOrder::folder>},
    {"reverse", reverse},
    {"search", start_search},
    {"clear-search", clear_search},
    {"go-to-found", go_to_found},
    {"select-all", select_everything},
}};

} // namespace

std::span<const Known> about_window() {
    return commands;
}

} // namespace world::files_commands
