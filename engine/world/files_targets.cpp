// What can be touched in a window of the file manager, and what it says of itself.
#include "world/files_commands.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <utility>

namespace world {

namespace {

constexpr std::array<StandardPlace, 8> side_places{
    StandardPlace::home,  StandardPlace::desktop,   StandardPlace::documents, StandardPlace::pictures,
    StandardPlace::music, StandardPlace::downloads, StandardPlace::bin,       StandardPlace::stick};

constexpr double room_for_kinds = 880; // stage units of a window in whose list the files' kinds have a column

/// Gathers the targets of one window.
class Listing {
public:
    Listing(const Files& files, const View& view, std::vector<Target>& targets)
        : files_(files), desk_(view.desk), asked_(view.asked),
          is_wide_(seen_at(view.desk, view.window).width >= room_for_kinds), disk_(view.desk.disk.now()),
          targets_(targets), folder_(shown_folder(files, disk_)),
          is_bin_(folder_ == folder_at(disk_, StandardPlace::bin)), shown_(wanted_files()),
          selected_(asked_.name.empty() ? selected_among(files, shown_) : selected_files(files, disk_)) {}

    void list() {
        constexpr std::size_t about = 48; // the targets beside the files
        targets_.reserve(targets_.size() + shown_.size() + about);
        navigation();
        path();
        search();
        is_bin_ ? tools_of_bin() : tools();
        side();
        if (!files_.shows_icons) {
            headings();
        }
        items();
        rename_field();
        add("ground", Role::ground, "ground", {}, {}, clickable | right_clickable | takes_drop);
        add("status", Role::label, "status", status(), {}, no_gesture);
    }

private:
    /// The files that are asked for: all, or one, or none.
    std::vector<Shown> wanted_files() const {
        if (asked_.name.empty()) {
            return shown_files(files_, disk_);
        }
        const int file = files_commands::file_of_target(files_, disk_, asked_.name);
        return file == 0 ? std::vector<Shown>{} : std::vector<Shown>{{file, std::string(asked_.name)}};
    }

    Target& add(std::string name, Role role, std::string part, Words words, std::string picture, unsigned gestures) {
        Target target;
        target.name = std::move(name);
        target.role = role;
        target.part = std::move(part);
        target.words = std::move(words);
        target.picture = std::move(picture);
        target.gestures = static_cast<std::uint8_t>(gestures);
        targets_.push_back(std::move(target));
        return targets_.back();
    }

    void tool(std::string_view part, std::string_view command, bool enabled = true) {
        add("toolbar/" + std::string(command), Role::button, std::string(part),
            message("desk.files.command." + std::string(command)), icon_of_command(command), clickable)
            .enabled = enabled;
    }

    void navigation() {
        const auto is_there = [&](int folder) {
            return find_node(disk_, folder) != nullptr && can_reach(disk_, folder);
        };
        const bool is_searching = !searched(files_).empty();
        tool("navigation", "back", is_searching || std::ranges::any_of(files_.back, is_there));
        tool("navigation", "forward", std::ranges::any_of(files_.forward, is_there));
        tool("navigation", "up", find_node(disk_, folder_)->parent != 0);
    }

    void path() {
        const std::vector<int> path = path_to(disk_, folder_);
        int number = 0;
        for (const int folder : path) {
            const Node& node = *find_node(disk_, folder);
            add("path/" + std::to_string(++number), Role::button, "path", words_of(node), icon_of(disk_, node),
                clickable | takes_drop)
                .on = folder == folder_;
        }
    }

    void search() {
        add("field/search", Role::field, "search", message("desk.files.search-hint"), {},
            clickable | double_clickable | writable);
        tool("search", files_.search.edit.text.empty() ? "search" : "clear-search");
    }

    bool all_own() const {
        return !selected_.empty() && std::ranges::all_of(selected_, [&](int id) {
            return find_node(disk_, id)->place == StandardPlace::none;
        });
    }

    void tools() {
        const bool is_own = all_own();
        tool("toolbar", "new-folder");
        tool("toolbar", "cut", is_own);
        tool("toolbar", "copy", is_own);
        tool("toolbar", "paste", !desk_.clipboard.files.empty());
        tool("toolbar", "rename", is_own && selected_.size() == 1);
        tool("toolbar", "delete", is_own);
        common_tools();
    }

    void tools_of_bin() {
        tool("toolbar", "restore", !selected_.empty());
        tool("toolbar", "delete", !selected_.empty());
        tool("toolbar", "empty-bin", !children(disk_, folder_).empty());
        common_tools();
    }

    void common_tools() {
        tool("toolbar", "undo", desk_.disk.can_undo());
        tool("toolbar", "sort");
        Target& view = add("toolbar/view", Role::button, "toolbar", {}, {}, clickable);
        const std::string other = files_.shows_icons ? "list" : "icons";
        view.words = message("desk.files.command.show-" + other);
        view.picture = files_.shows_icons ? "desk-list" : "desk-grid";
    }

    void side() {
        for (const StandardPlace place : side_places) {
            const Node* node = find_node(disk_, folder_at(disk_, place));
            if (node == nullptr) {
                continue;
            }
            add("side/" + std::string(code_of(place)), Role::place, "side", words_of(*node), icon_of(disk_, *node),
                clickable | right_clickable | takes_drop)
                .on = node->id == folder_;
            if (place == StandardPlace::stick) {
                add("side/eject", Role::button, "side", message("desk.files.command.eject"), "desk-eject", clickable);
            }
        }
    }

    void heading(std::string_view code, FilesOrder order) {
        Target& heading = add("heading/" + std::string(code), Role::heading, "headings",
                              message("desk.files.heading." + std::string(code)), {}, clickable);
        heading.on = files_.order == order;
        heading.strong = heading.on && files_.reversed;
    }

    /// Where a search needs a column for folders, a narrow list has no room for sizes.
    bool shows_size() const { return is_wide_ || files_.shows_icons || searched(files_).empty(); }

    void headings() {
        heading("name", FilesOrder::name);
        if (searched(files_).empty()) {
            heading("changed", FilesOrder::changed);
            if (is_wide_) {
                heading("kind", FilesOrder::kind);
            }
        } else {
            heading("folder", FilesOrder::folder);
            heading("changed", FilesOrder::changed);
        }
        if (shows_size()) {
            heading("size", FilesOrder::size);
        }
    }

    void item(Shown& one) {
        const Node& node = *find_node(disk_, one.node);
        const bool is_own = node.place == StandardPlace::none;
        const bool is_folder = node.kind == FileKind::folder;
        unsigned gestures = clickable | right_clickable;
        gestures |= double_clickable;
        gestures |= is_own ? draggable : no_gesture;
        gestures |= is_folder && !is_bin_ ? takes_drop : no_gesture;
        Target& target = add(std::move(one.target), Role::item, "main", {}, {}, gestures);
        target.on = std::ranges::find(selected_, one.node) != selected_.end();
        if (asked_.words) {
            describe(target, node);
        }
    }

    void describe(Target& target, const Node& node) const {
        const bool is_own = node.place == StandardPlace::none;
        const bool has_thumbnail = node.kind == FileKind::picture && !node.picture.empty();
        target.words = words_of(node);
        target.picture = has_thumbnail ? node.picture : icon_of(node);
        target.details.reserve(3); // columns
        // Standard folders were never changed; a date there would only puzzle.
        Words date = is_own ? words_of_change(node.changed, desk_.clock) : Words{};
        if (searched(files_).empty()) {
            target.details.push_back(std::move(date));
            if (is_wide_ || files_.shows_icons) {
                target.details.push_back(words_of_kind(node));
            }
            target.details.push_back(words_of_size(disk_, node));
        } else {
            target.details.push_back(words_of(*find_node(disk_, node.parent)));
            target.details.push_back(std::move(date));
            if (shows_size()) {
                target.details.push_back(words_of_size(disk_, node));
            }
        }
    }

    void items() {
        for (Shown& one : shown_) {
            item(one);
        }
    }

    void rename_field() {
        if (files_.renaming == 0) {
            return;
        }
        Target& target = add("field/rename", Role::field, "rename", message("desk.files.command.rename"), {},
                             clickable | double_clickable | writable);
        if (files_.name_fault != Words{}) {
            target.details.push_back(files_.name_fault);
        }
    }

    Words status() const {
        const std::size_t count = selected_.empty() ? shown_.size() : selected_.size();
        const std::string what = selected_.empty() ? "items" : "selected";
        const std::string number = count == 0 ? "none" : count == 1 ? "one" : "many";
        return message("desk.files.status." + what + "-" + number, {{"count", std::to_string(count)}});
    }

    const Files& files_;
    const DeskState& desk_;
    Asked asked_;
    bool is_wide_;
    const Disk& disk_;
    std::vector<Target>& targets_;
    int folder_;
    bool is_bin_;
    std::vector<Shown> shown_;
    std::vector<int> selected_;
};

} // namespace

void list_targets(const Files& files, const View& view, std::vector<Target>& targets) {
    Listing(files, view, targets).list();
}

Words title(const Files& files, const View& view) {
    const Disk& disk = view.desk.disk.now();
    const Node* node = find_node(disk, shown_folder(files, disk));
    return node != nullptr ? words_of(*node) : message("desk.program.files");
}

void add_facts(const Files& files, const View& view, std::vector<Fact>& facts) {
    const Disk& disk = view.desk.disk.now();
    facts.push_back({"files.shown",
                     {{"folder", code_of(disk, shown_folder(files, disk))},
                      {"view", std::string(files.shows_icons ? "icons" : "list")},
                      {"sort", std::string(code_of(files.order))},
                      {"reversed", files.reversed},
                      {"search", std::string(searched(files))}}});
    for (const int id : selected_files(files, disk)) {
        facts.push_back({"file.selected", fields_of(disk, id)});
    }
    for (const int id : view.desk.clipboard.files) {
        if (std::vector<Field> fields = fields_of(disk, id); !fields.empty()) {
            fields.push_back({"cut", view.desk.clipboard.is_cut});
            facts.push_back({"file.in_clipboard", std::move(fields)});
        }
    }
}

} // namespace world
