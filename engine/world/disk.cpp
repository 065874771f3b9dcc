// The practice computer's files: finding them, and what people do with them.
#include "world/disk.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

Node* find_changeable(Disk& disk, int id) {
    const auto found = std::ranges::lower_bound(disk.nodes, id, {}, &Node::id);
    return found == disk.nodes.end() || found->id != id ? nullptr : &disk.nodes.write(found);
}

bool is_folder(const Disk& disk, int id) {
    const Node* node = find_node(disk, id);
    return node != nullptr && node->kind == FileKind::folder;
}

/// Whether it is a person's own, which can be renamed, moved and deleted.
bool is_own(const Disk& disk, int id) {
    const Node* node = find_node(disk, id);
    return node != nullptr && node->place == StandardPlace::none && can_reach(disk, id);
}

/// Where a name's ending begins; its length where it has none.
std::size_t start_of_ending(std::string_view name, FileKind kind) {
    const std::size_t dot = name.rfind('.');
    const bool has_ending = kind != FileKind::folder && dot != std::string_view::npos && dot != 0;
    return has_ending ? dot : name.size();
}

std::string free_name(const Disk& disk, int folder, const Node& node) {
    std::string name = node.name;
    const std::size_t ending = start_of_ending(node.name, node.kind);
    for (int number = 2; find_in(disk, folder, name) != nullptr; ++number) {
        name = node.name.substr(0, ending) + " (" + std::to_string(number) + ")" + node.name.substr(ending);
    }
    return name;
}

/// Everything below a folder, itself first.
std::vector<int> all_in(const Disk& disk, int folder) {
    std::vector<int> all{folder};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::vector<int> inside = children(disk, all[i]);
        all.insert(all.end(), inside.begin(), inside.end());
    }
    return all;
}

void put(Disk& disk, int id, int folder) {
    Node* node = find_changeable(disk, id);
    node->name = free_name(disk, folder, *node);
    node->parent = folder;
}

void erase(Disk& disk, int id) {
    std::vector<int> all = all_in(disk, id);
    std::ranges::sort(all);
    disk.nodes.erase_if([&](const Node& node) { return std::ranges::binary_search(all, node.id); });
}

int add_place(Disk& disk, StandardPlace place, int parent) {
    Node node;
    node.id = disk.next_id++;
    node.parent = parent;
    node.place = place;
    disk.nodes.push_back(node);
    return node.id;
}

} // namespace

Disk empty_disk() {
    Disk disk;
    const int home = add_place(disk, StandardPlace::home, 0);
    for (const StandardPlace place : {StandardPlace::desktop, StandardPlace::documents, StandardPlace::pictures,
                                      StandardPlace::music, StandardPlace::downloads}) {
        add_place(disk, place, home);
    }
    add_place(disk, StandardPlace::bin, 0);
    add_place(disk, StandardPlace::stick, 0);
    return disk;
}

const Node* find_node(const Disk& disk, int id) {
    const auto found = std::ranges::lower_bound(disk.nodes, id, {}, &Node::id);
    return found == disk.nodes.end() || found->id != id ? nullptr : &*found;
}

bool can_reach(const Disk& disk, int node) {
    const Node* found = find_node(disk, node);
    while (found != nullptr && found->parent != 0) {
        found = find_node(disk, found->parent);
    }
    return found != nullptr && (found->place != StandardPlace::stick || disk.stick_is_in);
}

int folder_at(const Disk& disk, StandardPlace place) {
    const bool is_out = place == StandardPlace::stick && !disk.stick_is_in;
    if (place == StandardPlace::none || is_out) {
        return 0;
    }
    const auto found = std::ranges::find(disk.nodes, place, &Node::place);
    return found == disk.nodes.end() ? 0 : found->id;
}

const Node* find_in(const Disk& disk, int folder, std::string_view name) {
    const std::string wanted = base::lower(name);
    const auto found = std::ranges::find_if(disk.nodes, [&](const Node& node) {
        return node.parent == folder && node.name.size() == name.size() && base::lower(node.name) == wanted;
    });
    return found == disk.nodes.end() || folder == 0 ? nullptr : &*found;
}

std::vector<int> children(const Disk& disk, int folder) {
    std::vector<int> ids;
    for (const Node& node : disk.nodes) {
        if (folder != 0 && node.parent == folder) {
            ids.push_back(node.id);
        }
    }
    return ids;
}

bool lies_in(const Disk& disk, int node, int folder) {
    while (node != 0 && node != folder) {
        const Node* found = find_node(disk, node);
        node = found == nullptr ? 0 : found->parent;
    }
    return node != 0;
}

int add(Disk& disk, int folder, Node node) {
    if (!is_folder(disk, folder) || !can_reach(disk, folder) || disk.nodes.size() >= most_nodes) {
        return 0;
    }
    node.name = free_name(disk, folder, node);
    node.parent = folder;
    node.id = disk.next_id++;
    const int id = node.id;
    disk.nodes.push_back(std::move(node));
    return id;
}

bool write_text(Disk& disk, int file, std::string text, std::int64_t changed) {
    Node* node = find_changeable(disk, file);
    if (node == nullptr || node->kind == FileKind::folder || node->text == text || !can_reach(disk, file)) {
        return false;
    }
    node->text = std::move(text);
    node->size = static_cast<std::int64_t>(node->text.size());
    node->changed = changed;
    return true;
}

bool rename(Disk& disk, int node, std::string_view name) {
    Node* found = find_changeable(disk, node);
    const std::string_view trimmed = base::trim(name);
    if (found == nullptr || !is_own(disk, node) || found->name == trimmed ||
        !fault_of_name(disk, found->parent, trimmed, node).empty()) {
        return false;
    }
    found->name = trimmed;
    // A name that lost its ending does not make another file of it.
    if (start_of_ending(trimmed, found->kind) < trimmed.size()) {
        found->kind = kind_of(trimmed);
    }
    return true;
}

bool move_to(Disk& disk, int node, int folder) {
    const Node* found = find_node(disk, node);
    if (!is_own(disk, node) || !is_folder(disk, folder) || !can_reach(disk, folder) || found->parent == folder ||
        lies_in(disk, folder, node)) {
        return false;
    }
    if (folder == folder_at(disk, StandardPlace::bin)) {
        return put_in_bin(disk, node);
    }
    put(disk, node, folder);
    find_changeable(disk, node)->came_from = 0;
    return true;
}

int copy_to(Disk& disk, int node, int folder) {
    const bool is_possible = is_own(disk, node) && is_folder(disk, folder) && can_reach(disk, folder) &&
                             !lies_in(disk, folder, node) && folder != folder_at(disk, StandardPlace::bin);
    const std::vector<int> all = is_possible ? all_in(disk, node) : std::vector<int>{};
    if (all.empty() || disk.nodes.size() + all.size() > most_nodes) {
        return 0;
    }
    // A folder comes before what lies in it, so that each copy finds its own folder's copy.
    std::vector<std::pair<int, int>> copies;
    for (const int id : all) {
        Node copy = *find_node(disk, id);
        const auto parent = std::ranges::find(copies, copy.parent, &std::pair<int, int>::first);
        const int into = parent == copies.end() ? folder : parent->second;
        copy.came_from = 0;
        copy.code.clear();
        copies.emplace_back(id, add(disk, into, std::move(copy)));
    }
    return copies.front().second;
}

bool put_in_bin(Disk& disk, int node) {
    const int bin = folder_at(disk, StandardPlace::bin);
    if (!is_own(disk, node) || find_node(disk, node)->parent == bin) {
        return false;
    }
    // In the bin there may be several of one name: each gets its own back.
    Node* found = find_changeable(disk, node);
    found->came_from = std::exchange(found->parent, bin);
    return true;
}

bool restore(Disk& disk, int node) {
    const Node* found = find_node(disk, node);
    if (found == nullptr || found->parent == 0 || found->parent != folder_at(disk, StandardPlace::bin)) {
        return false;
    }
    const int from = found->came_from;
    const bool is_still_there = is_folder(disk, from) && can_reach(disk, from) && !lies_in(disk, from, node) &&
                                !lies_in(disk, from, found->parent);
    put(disk, node, is_still_there ? from : folder_at(disk, StandardPlace::home));
    find_changeable(disk, node)->came_from = 0;
    return true;
}

bool delete_for_good(Disk& disk, int node) {
    if (!is_own(disk, node)) {
        return false;
    }
    erase(disk, node);
    return true;
}

bool empty_bin(Disk& disk) {
    const std::vector<int> inside = children(disk, folder_at(disk, StandardPlace::bin));
    for (const int id : inside) {
        erase(disk, id);
    }
    return !inside.empty();
}

bool eject_stick(Disk& disk) {
    return std::exchange(disk.stick_is_in, false);
}

bool insert_stick(Disk& disk) {
    return !std::exchange(disk.stick_is_in, true);
}

std::string fault_of_name(const Disk& disk, int folder, std::string_view name, int itself) {
    constexpr std::size_t longest = 100; // characters
    const std::string_view trimmed = base::trim(name);
    if (trimmed.empty()) {
        return "desk.files.name.empty";
    }
    // What Windows forbids, so that a name can be used everywhere.
    if (trimmed.find_first_of("\\/:*?\"<>|") != std::string_view::npos || trimmed == "." || trimmed == "..") {
        return "desk.files.name.sign";
    }
    if (base::length(trimmed) > longest) {
        return "desk.files.name.long";
    }
    const Node* other = find_in(disk, folder, trimmed);
    return other != nullptr && other->id != itself ? "desk.files.name.taken" : "";
}

} // namespace world
