// What is done in a window of the file manager: what was touched, and commands, whether a menu, the toolbar, a dialog
// or a shortcut gives them.
#include "world/files.h"

#include "world/files_commands.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace world {

using namespace files_commands;

namespace {

void select_range(Files& files, const Disk& disk, int node) {
    const std::vector<Shown> shown = shown_files(files, disk);
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

void touch_item(Files& files, Context& context, int node, const Touch& touch) {
    const bool is_selected = std::ranges::find(files.selected, node) != files.selected.end();
    if (touch.gesture == right_clickable) {
        if (!is_selected) {
            files.selected = {node};
            files.anchor = node;
        }
        return;
    }
    if (touch.shift) {
        select_range(files, disk_of(context), node);
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
    if (touch.gesture == double_clickable) {
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
    const int item = file_of_target(files, disk_of(context), target);
    if (target != "field/rename") {
        settle_new_name(files, context);
    }
    if (item != 0) {
        touch_item(files, context, item, touch);
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
        for (const Answer& answer : answers()) {
            if (answer.dialog == wanted.dialog && answer.name == wanted.name) {
                answer.act(files, context, wanted);
            }
        }
        return;
    }
    if (wanted.name != "finish-renaming" && wanted.name != "cancel") {
        settle_new_name(files, context);
    }
    for (const std::span<const Known> known : {about_window(), about_contents()}) {
        const auto found = std::ranges::find(known, wanted.name, &Known::name);
        if (found != known.end()) {
            found->act(files, context, wanted);
            return;
        }
    }
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
