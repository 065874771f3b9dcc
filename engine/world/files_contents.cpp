// The file manager's commands about files: folders are made, files copied, deleted, restored, the stick ejected.
#include "base/text.h"
#include "world/files_carry.h"
#include "world/files_commands.h"
#include "world/files_question.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world::files_commands {

namespace {

constexpr std::int64_t minute_length = 60'000; // ms

std::int64_t minutes_now(const Context& context) {
    return context.desk.clock + context.at / minute_length;
}

void show(Context& context, Dialog dialog) {
    context.requests.emplace_back(ShowDialog{std::move(dialog)});
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
    if (ask_of_names(context, what.files, folder, !what.is_cut)) {
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

void carry_answered(Files& files, Context& context, const Command& answer) {
    files.selected = carry_as_answered(context, answer);
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
    if (stick == 0 || selected.empty() || ask_of_names(context, selected, stick, true)) {
        return;
    }
    if (carry_into(context, selected, stick, true).empty()) {
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

constexpr std::array<Known, 14> commands{{
    {"new-folder", ask_new_folder},
    {"copy", copy},
    {"cut", cut},
    {"paste", paste},
    {"paste-into", paste_into_selected},
    {"copy-to-stick", copy_to_stick},
    {"send-by-mail", send_by_mail},
    {"delete", put_selected_in_bin},
    {"erase", ask_erase},
    {"restore", restore_selected},
    {"empty-bin", ask_empty_bin},
    {"undo", undo},
    {"eject", eject},
    {"pull-out", pull_out},
}};

constexpr std::array<Answer, 11> known_answers{{
    {"files.new-folder", "create", create_folder},
    {"files.erase", "erase", erase_selected},
    {"files.erase-several", "erase", erase_selected},
    {"files.empty-bin", "empty-bin", empty_whole_bin},
    {"files.empty-bin-several", "empty-bin", empty_whole_bin},
    {"files.replace", "replace", carry_answered},
    {"files.replace", "keep-both", carry_answered},
    {"files.replace-several", "replace", carry_answered},
    {"files.replace-several", "keep-both", carry_answered},
    {"files.pull-out", "pull-out", pull_out_now},
    {"files.pull-out", "eject", eject},
}};

} // namespace

std::span<const Known> about_contents() {
    return commands;
}

std::span<const Answer> answers() {
    return known_answers;
}

} // namespace world::files_commands
