// Shows a picture, or reads a document out on a page. A risky file is met here first, by the safety dial.
#include "world/viewer.h"

#include "world/desk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace world {

namespace {

constexpr int smallest_zoom = -3;
constexpr int greatest_zoom = 5;

const Node* file_of(const Viewer& viewer, const Disk& disk) {
    const Node* node = find_node(disk, viewer.file);
    return node != nullptr && can_reach(disk, viewer.file) ? node : nullptr;
}

/// The pictures that previous and next go through: those of its folder, in order of their names.
std::vector<int> pictures_beside(const Viewer& viewer, const Disk& disk) {
    const Node* node = file_of(viewer, disk);
    if (node == nullptr || node->kind != FileKind::picture || node->risky) {
        return {};
    }
    std::vector<int> pictures = children(disk, node->parent);
    std::erase_if(pictures, [&](int id) {
        const Node* other = find_node(disk, id);
        return other->kind != FileKind::picture || other->risky;
    });
    std::ranges::sort(pictures, {}, [&](int id) { return find_node(disk, id)->name; });
    return pictures;
}

void go(Viewer& viewer, const Disk& disk, std::ptrdiff_t step) {
    const std::vector<int> pictures = pictures_beside(viewer, disk);
    const auto here = std::ranges::find(pictures, viewer.file);
    if (here == pictures.end()) {
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(pictures.size());
    const std::ptrdiff_t next = (here - pictures.begin() + step + count) % count;
    viewer.file = pictures.at(static_cast<std::size_t>(next));
    viewer.zoom = 0;
}

void go_on(Viewer& viewer, Context& context) {
    viewer.went_on = true;
    context.tell({"safety.fell", {{"for", std::string("file")}}});
}

Target target(std::string name, Role role, std::string part, Words words, std::string picture, unsigned gestures) {
    Target made;
    made.name = std::move(name);
    made.role = role;
    made.part = std::move(part);
    made.words = std::move(words);
    made.picture = std::move(picture);
    made.gestures = static_cast<std::uint8_t>(gestures);
    return made;
}

void list_tools(const Viewer& viewer, const Disk& disk, std::vector<Target>& targets) {
    const auto tool = [&](std::string_view command, bool enabled) {
        targets.push_back(target("toolbar/" + std::string(command), Role::button, "toolbar",
                                 message("desk.viewer.command." + std::string(command)), "desk-" + std::string(command),
                                 clickable));
        targets.back().enabled = enabled;
    };
    if (const std::size_t count = pictures_beside(viewer, disk).size(); count > 0) {
        tool("previous", count > 1);
        tool("next", count > 1);
    }
    tool("zoom-out", viewer.zoom > smallest_zoom);
    tool("zoom-in", viewer.zoom < greatest_zoom);
}

void list_warning(ViewerPage page, std::vector<Target>& targets) {
    targets.push_back(target("warning/back", Role::button, "warning", message("desk.viewer.back"), {}, clickable));
    targets.back().strong = true;
    if (page == ViewerPage::warning) {
        targets.push_back(
            target("warning/go-on", Role::button, "warning", message("desk.viewer.go-on"), {}, clickable));
    }
}

} // namespace

ViewerPage page_of(const Viewer& viewer, const DeskState& desk) {
    const Node* node = file_of(viewer, desk.disk.now());
    if (node == nullptr) {
        return ViewerPage::nothing;
    }
    if (node->risky) {
        return viewer.went_on            ? ViewerPage::fallen
               : desk.setup->safety <= 1 ? ViewerPage::blocked
                                         : ViewerPage::warning;
    }
    return node->kind == FileKind::picture ? ViewerPage::picture : ViewerPage::text;
}

double scale_of(const Viewer& viewer) {
    return std::pow(1.25, viewer.zoom);
}

void list_targets(const Viewer& viewer, const View& view, std::vector<Target>& targets) {
    const Disk& disk = view.desk.disk.now();
    const ViewerPage page = page_of(viewer, view.desk);
    const Node* node = file_of(viewer, disk);
    switch (page) {
    case ViewerPage::nothing:
        break;
    case ViewerPage::picture:
        list_tools(viewer, disk, targets);
        targets.push_back(target("picture", Role::label, "main", as_it_is(node->name), node->picture, no_gesture));
        break;
    case ViewerPage::text:
        list_tools(viewer, disk, targets);
        targets.push_back(target("page", Role::label, "main", as_it_is(node->text), {}, no_gesture));
        break;
    case ViewerPage::blocked:
    case ViewerPage::warning:
    case ViewerPage::fallen:
        list_warning(page, targets);
        break;
    }
}

Words title(const Viewer& viewer, const View& view) {
    const Node* node = file_of(viewer, view.desk.disk.now());
    return node != nullptr ? words_of(*node) : message("desk.program.viewer");
}

void add_facts(const Viewer& viewer, const View& view, std::vector<Fact>& facts) {
    const ViewerPage page = page_of(viewer, view.desk);
    if (page == ViewerPage::picture || page == ViewerPage::text) {
        const Disk& disk = view.desk.disk.now();
        const Node& node = *file_of(viewer, disk);
        facts.push_back({"viewer.shown",
                         {{"name", node.name},
                          {"folder", code_of(disk, node.parent)},
                          {"zoom", static_cast<double>(viewer.zoom)}}});
    }
}

void touch(Viewer& viewer, Context& context, const Touch& touch) {
    const std::size_t slash = touch.target.find('/');
    if (slash != std::string::npos) {
        command(viewer, context, {touch.target.substr(slash + 1), {}, {}, {}});
    }
}

void command(Viewer& viewer, Context& context, const Command& wanted) {
    const ViewerPage page = page_of(viewer, context.desk);
    const bool has_tools = page == ViewerPage::picture || page == ViewerPage::text;
    if (wanted.name == "back") {
        context.requests.emplace_back(CloseWindow{});
    } else if (wanted.name == "go-on" && page == ViewerPage::warning) {
        go_on(viewer, context);
    } else if (!has_tools) {
        return;
    } else if (wanted.name == "previous" || wanted.name == "next") {
        go(viewer, context.desk.disk.now(), wanted.name == "next" ? 1 : -1);
    } else if (wanted.name == "zoom-in" || wanted.name == "zoom-out") {
        viewer.zoom = std::clamp(viewer.zoom + (wanted.name == "zoom-in" ? 1 : -1), smallest_zoom, greatest_zoom);
    }
}

std::string shortcut(const Viewer& viewer, const View& view, std::string_view keys) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> known{{
        {"ArrowLeft", "previous"},
        {"ArrowRight", "next"},
        {"Control++", "zoom-in"},
        {"Control+=", "zoom-in"},
        {"Control+-", "zoom-out"},
    }};
    const ViewerPage page = page_of(viewer, view.desk);
    const bool is_on_button = !local_focus(view).empty();
    const auto* const found = std::ranges::find(known, keys, &decltype(known)::value_type::first);
    const bool is_free = page == ViewerPage::picture && !is_on_button;
    return found == known.end() || (!is_free && keys.starts_with("Arrow")) ? std::string() : std::string(found->second);
}

void open(Viewer& viewer, Context& context, int file) {
    viewer = Viewer{};
    viewer.file = file;
    const Node* node = find_node(context.desk.disk.now(), file);
    if (node != nullptr && node->risky && context.desk.setup->safety >= 3) {
        go_on(viewer, context);
    }
}

} // namespace world
