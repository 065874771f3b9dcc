// What is done in a window of the file manager: the same commands, whether a menu, the toolbar or a shortcut gives
// them.
#include "world/files.h"

#include "base/text.h"
#include "world/desk.h"
#include "world/files_question.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace world {

namespace {

constexpr std::size_t most_remembered = 50;    // folders to go back to
constexpr std::int64_t minute_length = 60'000; // ms

std::int64_t minutes_now(const Context& context) {
    return context.desk.clock + context.at / minute_length;
}

const Disk& disk_of(const Context& context) {
    return context.desk.disk.now();
}

bool shows_bin(const Files& files, const Disk& disk) {
    return shown_folder(files, disk) == folder_at(disk, StandardPlace::bin);
}

// --- Dialogs
// ----------------------------------------------------------------------------------------------------------

void show(Context& context, Dialog dialog) {
    context.requests.emplace_back(ShowDialog{std::move(dialog)});
}

void focus(Context& context, std::string target) {
    context.requests.emplace_back(SetFocus{std::move(target)});
}

// --- Renaming in place
// --------------------------------------------------------------------------------------------------

void stop_renaming(Files& files) {
    files.renaming = 0;
    files.new_name = field_of("");
    files.name_fault = {};
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

/// As on every desktop: something else is done, and the new name counts; where it cannot be, the old one stays.
void settle_new_name(Files& files, Context& context) {
    if (files.renaming != 0 && !take_new_name(files, context)) {
        stop_renaming(files);
    }
}

// --- Going from folder to folder
// ------------------------------------------------------------------------------------------

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

void open_node(Files& files, Context& context, int id) {
    const Disk& disk = disk_of(context);
    const Node* node = find_node(disk, id);
    if (node == nullptr) {
        return;
    }
    if (node->kind == FileKind::folder) {
        go_to(files, disk, id);
        context.tell({"files.went", {{"folder", code_of(disk, id)}}});
        return;
    }
    std::vector<Field> fields = fields_of(disk, id);
    fields.push_back({"kind", std::string(code_of(node->kind))});
    context.tell({"file.opened", std::move(fields)});
    context.requests.emplace_back(OpenFile{id});
}

// --- Commands
// ----------------------------------------------------------------------------------------------------------

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
    for (const Shown& one : shown_files(files, disk)) {
        if (one.target == wanted.about) {
            open_node(files, context, one.node);
            return;
        }
    }
    if (const std::vector<int> selected = selected_files(files, disk); selected.size() == 1) {
        open_node(files, context, selected.front());
    }
}

void ask_new_folder(Files& files, Context& context, const Command& /*wanted*/) {
    if (shows_bin(files, disk_of(context))) {
        return;
    }
    Dialog dialog = question("files.new-folder", {}, "file-folder", {"cancel", "create"});
    dialog.has_field = true;
    show(context, std::move(dialog));
}

void create_folder(Files& files, Context& context, const Command& answer) {
    Disk disk = disk_of(context);
    const int folder = shown_folder(files, disk);
    if (const std::string fault = fault_of_name(disk, folder, answer.text); !fault.empty()) {
        Dialog again = question("files.new-folder", {}, "file-folder", {"cancel", "create"});
        again.has_field = true;
        again.field = field_of(answer.text);
        again.fault = message(fault);
        show(context, std::move(again));
        return;
    }
    Node node;
    node.name = base::trim(answer.text);
    node.changed = minutes_now(context);
    const int id = add(disk, folder, std::move(node));
    if (id == 0) {
        show(context, question("files.full", {}, "file-folder", {"ok"}));
        return;
    }
    files.selected = {id};
    files.anchor = id;
    std::vector<Field> fields = fields_of(disk, id);
    fields.push_back({"kind", std::string(code_of(FileKind::folder))});
    context.tell({"file.created", std::move(fields)});
    context.desk.disk.change(std::move(disk));
}

std::vector<int> own_selected(const Files& files, const Disk& disk) {
    std::vector<int> selected = selected_files(files, disk);
    std::erase_if(selected, [&](int id) { return find_node(disk, id)->place != StandardPlace::none; });
    return selected;
}

void take_along(Files& files, Context& context, bool is_cut) {
    const std::vector<int> selected = own_selected(files, disk_of(context));
    if (!selected.empty()) {
        context.desk.clipboard = Carried{selected, {}, {}, is_cut};
    }
}

void copy(Files& files, Context& context, const Command& /*wanted*/) {
    take_along(files, context, false);
}

void cut(Files& files, Context& context, const Command& /*wanted*/) {
    take_along(files, context, true);
}

void paste_into(Files& files, Context& context, int folder) {
    const Carried what = context.desk.clipboard;
    if (what.files.empty() || folder == folder_at(disk_of(context), StandardPlace::bin)) {
        return;
    }
    const std::vector<int> carried = carry_into(context, what.files, folder, !what.is_cut);
    const Disk& disk = disk_of(context);
    const bool is_into_itself =
        std::ranges::any_of(what.files, [&](int id) { return find_node(disk, id) && lies_in(disk, folder, id); });
    const bool was_there = what.is_cut && std::ranges::all_of(what.files, [&](int id) {
                               const Node* node = find_node(disk, id);
                               return node == nullptr || node->parent == folder;
                           });
    if (carried.empty() && !was_there) {
        show(context, question(is_into_itself ? "files.into-itself" : "files.full", {}, "file-folder", {"ok"}));
        return;
    }
    if (what.is_cut) {
        context.desk.clipboard = {};
    }
    if (folder == shown_folder(files, disk)) {
        files.selected = carried;
    }
}

void paste(Files& files, Context& context, const Command& /*wanted*/) {
    paste_into(files, context, shown_folder(files, disk_of(context)));
}

void paste_into_selected(Files& files, Context& context, const Command& /*wanted*/) {
    const std::vector<int> selected = selected_files(files, disk_of(context));
    if (selected.size() == 1 && find_node(disk_of(context), selected.front())->kind == FileKind::folder) {
        paste_into(files, context, selected.front());
    }
}

void copy_to_stick(Files& files, Context& context, const Command& /*wanted*/) {
    const int stick = folder_at(disk_of(context), StandardPlace::stick);
    const std::vector<int> selected = own_selected(files, disk_of(context));
    if (stick != 0 && !selected.empty() && carry_into(context, selected, stick, true).empty()) {
        show(context, question("files.full", {}, "place-stick", {"ok"}));
    }
}

void send_by_mail(Files& files, Context& context, const Command& /*wanted*/) {
    std::vector<int> selected = own_selected(files, disk_of(context));
    std::erase_if(selected, [&](int id) { return find_node(disk_of(context), id)->kind == FileKind::folder; });
    if (!selected.empty()) {
        context.requests.emplace_back(WriteMail{{}, std::move(selected)});
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

void ask_erase(Files& files, Context& context, const Command& /*wanted*/) {
    const std::vector<int> selected = own_selected(files, disk_of(context));
    if (selected.empty()) {
        return;
    }
    const Node& first = *find_node(disk_of(context), selected.front());
    show(context, selected.size() == 1
                      ? question("files.erase", {{"name", first.name}}, icon_of(first), {"cancel", "erase"})
                      : question("files.erase-several", {{"count", std::to_string(selected.size())}}, "place-bin-full",
                                 {"cancel", "erase"}));
}

void erase_selected(Files& files, Context& context, const Command& /*wanted*/) {
    Disk disk = disk_of(context);
    bool changed = false;
    for (const int id : own_selected(files, disk)) {
        const std::vector<Field> fields = fields_of(disk, id);
        if (delete_for_good(disk, id)) {
            context.tell({"file.erased", fields});
            changed = true;
        }
    }
    if (changed) {
        context.desk.disk.change(std::move(disk));
    }
}

void put_selected_in_bin(Files& files, Context& context, const Command& wanted) {
    const Disk& disk = disk_of(context);
    if (shows_bin(files, disk)) {
        ask_erase(files, context, wanted);
    } else {
        carry_into(context, own_selected(files, disk), folder_at(disk, StandardPlace::bin), false);
    }
}

void restore_selected(Files& files, Context& context, const Command& /*wanted*/) {
    Disk disk = disk_of(context);
    bool changed = false;
    for (const int id : selected_files(files, disk)) {
        if (restore(disk, id)) {
            context.tell({"file.restored", fields_of(disk, id)});
            changed = true;
        }
    }
    if (changed) {
        context.desk.disk.change(std::move(disk));
    }
}

void ask_empty_bin(Files& /*files*/, Context& context, const Command& /*wanted*/) {
    const Disk& disk = disk_of(context);
    const std::size_t count = children(disk, folder_at(disk, StandardPlace::bin)).size();
    if (count > 0) {
        show(context, question(count == 1 ? "files.empty-bin" : "files.empty-bin-several",
                               {{"count", std::to_string(count)}}, "place-bin-full", {"cancel", "empty-bin"}));
    }
}

void empty_whole_bin(Files& /*files*/, Context& context, const Command& /*wanted*/) {
    Disk disk = disk_of(context);
    for (const int id : children(disk, folder_at(disk, StandardPlace::bin))) {
        context.tell({"file.erased", fields_of(disk, id)});
    }
    if (empty_bin(disk)) {
        context.tell({"files.bin_emptied", {}});
        context.desk.disk.change(std::move(disk));
    }
}

void undo(Files& files, Context& context, const Command& /*wanted*/) {
    if (undo_disk(context.desk)) {
        stop_renaming(files);
        context.tell({"file.undone", {}});
    }
}

void eject(Files& /*files*/, Context& context, const Command& /*wanted*/) {
    Disk disk = disk_of(context);
    if (eject_stick(disk)) {
        context.desk.disk.amend(std::move(disk));
        context.tell({"stick.ejected", {}});
        show(context, question("files.ejected", {}, "place-stick", {"ok"}));
    }
}

void pull_out_now(Files& /*files*/, Context& context, const Command& /*wanted*/) {
    Disk disk = disk_of(context);
    if (eject_stick(disk)) {
        context.desk.disk.amend(std::move(disk));
        context.tell({"stick.pulled_out", {}});
        context.tell({"safety.fell", {{"for", std::string("stick")}}});
        show(context, question("files.pulled-out", {}, "place-stick", {"ok"}));
    }
}

/// Taking the stick out without a word follows the safety dial: impossible, asked about, or done.
void pull_out(Files& files, Context& context, const Command& wanted) {
    const int safety = context.desk.setup->safety;
    if (safety >= 3) {
        pull_out_now(files, context, wanted);
    } else if (safety == 2 && disk_of(context).stick_is_in) {
        show(context, question("files.pull-out", {}, "place-stick", {"cancel", "pull-out", "eject"}));
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

void tell_found(const Files& files, Context& context, int id) {
    if (!searched(files).empty()) {
        context.tell({"file.found", fields_of(disk_of(context), id)});
    }
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

using Act = void (*)(Files&, Context&, const Command&);

struct Known {
    std::string_view name;
    Act act;
};

constexpr std::array<Known, 33> commands{{
    {"back", back},
    {"forward", forward},
    {"up", up},
    {"open", open_selected},
    {"new-folder", ask_new_folder},
    {"copy", copy},
    {"cut", cut},
    {"paste", paste},
    {"paste-into", paste_into_selected},
    {"copy-to-stick", copy_to_stick},
    {"send-by-mail", send_by_mail},
    {"rename", start_renaming},
    {"finish-renaming", finish_renaming},
    {"cancel", cancel},
    {"delete", put_selected_in_bin},
    {"erase", ask_erase},
    {"restore", restore_selected},
    {"empty-bin", ask_empty_bin},
    {"undo", undo},
    {"eject", eject},
    {"pull-out", pull_out},
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

/// What a dialog's answer leads to, by the dialog's kind and the answer.
struct Answer {
    std::string_view dialog;
    std::string_view name;
    Act act;
};

constexpr std::array<Answer, 7> answers{{
    {"files.new-folder", "create", create_folder},
    {"files.erase", "erase", erase_selected},
    {"files.erase-several", "erase", erase_selected},
    {"files.empty-bin", "empty-bin", empty_whole_bin},
    {"files.empty-bin-several", "empty-bin", empty_whole_bin},
    {"files.pull-out", "pull-out", pull_out_now},
    {"files.pull-out", "eject", eject},
}};

// --- Touching
// ----------------------------------------------------------------------------------------------------------

void select_range(Files& files, const std::vector<Shown>& shown, int node) {
    const auto place_of = [&](int id) { return std::ranges::find(shown, id, &Shown::node); };
    auto first = place_of(files.anchor);
    auto last = place_of(node);
    if (first == shown.end()) {
        first = shown.begin();
    }
    if (first > last) {
        std::swap(first, last);
    }
    files.selected.clear();
    for (auto one = first; one <= last; ++one) {
        files.selected.push_back(one->node);
    }
}

void touch_item(Files& files, Context& context, const std::vector<Shown>& shown, int node, const Touch& touch) {
    const bool is_selected = std::ranges::find(files.selected, node) != files.selected.end();
    if (touch.gesture == right_clickable) {
        if (!is_selected) {
            files.selected = {node};
            files.anchor = node;
        }
        return;
    }
    if (touch.shift) {
        select_range(files, shown, node);
        return;
    }
    files.anchor = node;
    if (touch.control) {
        if (is_selected) {
            std::erase(files.selected, node);
        } else {
            files.selected.push_back(node);
        }
        return;
    }
    files.selected = {node};
    tell_found(files, context, node);
    if (touch.gesture == double_clickable || context.desk.look == DeskLook::overview) {
        open_node(files, context, node);
    }
}

void touch_path(Files& files, Context& context, std::string_view number) {
    const Disk& disk = disk_of(context);
    int counted = 0;
    for (const int folder : path_to(disk, shown_folder(files, disk))) {
        if (std::to_string(++counted) == number) {
            go_to(files, disk, folder);
        }
    }
}

} // namespace

std::string_view code_of(FilesOrder order) {
    constexpr std::array<std::string_view, 5> codes{"name", "changed", "kind", "size", "folder"};
    return codes.at(static_cast<std::size_t>(order));
}

void touch(Files& files, Context& context, const Touch& touch) {
    const std::string_view target = touch.target;
    const auto after = [&](std::string_view before) { return std::string(target.substr(before.size())); };
    const std::vector<Shown> shown = shown_files(files, disk_of(context));
    const auto item = std::ranges::find(shown, target, &Shown::target);
    if (target != "field/rename") {
        settle_new_name(files, context);
    }
    if (item != shown.end()) {
        touch_item(files, context, shown, item->node, touch);
    } else if (target == "ground") {
        files.selected.clear();
    } else if (target == "side/eject") {
        command(files, context, {"eject", {}, {}, {}});
    } else if (touch.gesture == right_clickable) {
        return;
    } else if (target.starts_with("toolbar/")) {
        command(files, context, {after("toolbar/"), {}, {}, {}});
    } else if (target.starts_with("heading/")) {
        command(files, context, {"sort-" + after("heading/"), {}, {}, {}});
    } else if (target.starts_with("side/")) {
        command(files, context, {"open", touch.target, {}, {}});
    } else if (target.starts_with("path/")) {
        touch_path(files, context, after("path/"));
    }
}

void command(Files& files, Context& context, const Command& wanted) {
    if (!wanted.dialog.empty()) {
        for (const Answer& answer : answers) {
            if (answer.dialog == wanted.dialog && answer.name == wanted.name) {
                answer.act(files, context, wanted);
            }
        }
        return;
    }
    const auto found = std::ranges::find(commands, wanted.name, &Known::name);
    if (found == commands.end()) {
        return;
    }
    if (wanted.name != "finish-renaming" && wanted.name != "cancel") {
        settle_new_name(files, context);
    }
    found->act(files, context, wanted);
}

TextField* field(Files& files, std::string_view target) {
    if (target == "field/search") {
        return &files.search;
    }
    return target == "field/rename" && files.renaming != 0 ? &files.new_name : nullptr;
}

void open(Files& files, Context& context, int folder) {
    if (files.folder == 0) {
        show_folder(files, folder);
    } else {
        go_to(files, disk_of(context), folder);
    }
}

} // namespace world
