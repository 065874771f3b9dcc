// The box from which a file is chosen to go with a message.
#include "world/mail_parts.h"

#include <algorithm>
#include <array>

namespace world {

namespace {

constexpr std::array<StandardPlace, 6> places{StandardPlace::documents, StandardPlace::pictures, StandardPlace::music,
                                              StandardPlace::downloads, StandardPlace::desktop,  StandardPlace::stick};

/// What lies in the folder that is shown: folders first, then files, each by name.
std::vector<const Node*> shown_nodes(const Disk& disk, int folder) {
    std::vector<const Node*> nodes;
    for (const int id : children(disk, folder)) {
        nodes.push_back(find_node(disk, id));
    }
    std::ranges::stable_sort(nodes, [](const Node* a, const Node* b) {
        const bool first = a->kind == FileKind::folder;
        const bool second = b->kind == FileKind::folder;
        return first != second ? first : a->name < b->name;
    });
    return nodes;
}

std::string name_of_item(const Disk& disk, const Node& node) {
    return "chooser/item/" + (node.name.empty() ? code_of(disk, node.id) : node.name);
}

void choose(Mail& mail, Context& context, int id) {
    const Node* node = find_node(context.desk.disk.now(), id);
    if (node == nullptr) {
        return;
    }
    if (node->kind == FileKind::folder) {
        *mail.chooser = {id, 0};
        return;
    }
    mail.chooser.reset();
    attach(mail, context, {id});
    context.requests.emplace_back(SetFocus{"write/body"});
}

void touch_item(Mail& mail, Context& context, std::string_view local, bool twice) {
    const Disk& disk = context.desk.disk.now();
    for (const Node* node : shown_nodes(disk, mail.chooser->folder)) {
        if (name_of_item(disk, *node) != local) {
            continue;
        }
        mail.chooser->selected = node->id;
        if (twice) {
            choose(mail, context, node->id);
        }
        return;
    }
}

} // namespace

void open_chooser(Mail& mail, Context& context) {
    if (mail.writing) {
        mail.writing_is_shown = true;
        mail.chooser = FileChooser{folder_at(context.desk.disk.now(), StandardPlace::documents), 0};
    }
}

void touch_chooser(Mail& mail, Context& context, std::string_view local, bool twice) {
    const Disk& disk = context.desk.disk.now();
    if (local == "chooser/cancel") {
        mail.chooser.reset();
    } else if (local == "chooser/attach") {
        choose(mail, context, mail.chooser->selected);
    } else if (local == "chooser/up") {
        if (const Node* folder = find_node(disk, mail.chooser->folder); folder != nullptr && folder->parent != 0) {
            *mail.chooser = {folder->parent, folder->id};
        }
    } else if (const std::string_view place = after(local, "chooser/place/"); !place.empty()) {
        if (const int folder = folder_named(disk, place); folder != 0) {
            *mail.chooser = {folder, 0};
        }
    } else {
        touch_item(mail, context, local, twice);
    }
}

void list_chooser(const Mail& mail, const View& view, std::vector<Target>& targets) {
    const Disk& disk = view.desk.disk.now();
    for (const StandardPlace place : places) {
        const Node* node = find_node(disk, folder_at(disk, place));
        if (node == nullptr) {
            continue;
        }
        targets.push_back(target_of("chooser/place/" + code_of(disk, node->id), Role::place, "chooser-side",
                                    words_of(*node), icon_of(*node)));
        targets.back().on = node->id == mail.chooser->folder;
    }
    const Node* folder = find_node(disk, mail.chooser->folder);
    targets.push_back(target_of("chooser/up", Role::button, "chooser-up", message("desk.mail.chooser.up"), "desk-up"));
    targets.back().enabled = folder != nullptr && folder->parent != 0;
    for (const Node* node : shown_nodes(disk, mail.chooser->folder)) {
        targets.push_back(target_of(name_of_item(disk, *node), Role::item, "chooser-list", words_of(*node),
                                    icon_of(*node), clickable | double_clickable));
        targets.back().on = node->id == mail.chooser->selected;
    }
    targets.push_back(target_of("chooser/cancel", Role::button, "chooser-buttons", message("desk.mail.cancel")));
    targets.push_back(target_of("chooser/attach", Role::button, "chooser-buttons", message("desk.mail.attach")));
    targets.back().enabled = find_node(disk, mail.chooser->selected) != nullptr;
    targets.back().strong = true;
}

} // namespace world
