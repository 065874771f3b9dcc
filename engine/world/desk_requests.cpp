// What programs ask of the desk: other programs, menus, dialogs, and that commands reach them.
#include "world/desk_parts.h"
#include "world/program_calls.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world {

namespace {

/// The program that opens a kind of file; empty where the practice computer has none.
std::string_view program_for(FileKind kind) {
    switch (kind) {
    case FileKind::folder:
        return "files";
    case FileKind::text:
        return "editor";
    case FileKind::picture:
    case FileKind::document:
    case FileKind::sheet:
        return "viewer";
    case FileKind::sound:
    case FileKind::archive:
    case FileKind::program:
        return {};
    }
    return {};
}

/// A window of that program: a new one, or the one that stands.
std::string window_for(Doing& doing, std::string_view program, bool is_new) {
    const auto standing =
        std::ranges::find_if(doing.desk.windows.rbegin(), doing.desk.windows.rend(),
                             [&](const Window& window) { return name_of(window.program) == program; });
    if (standing != doing.desk.windows.rend() && !is_new) {
        const std::string name = standing->name;
        bring_to_front(doing, name);
        return name;
    }
    const std::string name = open_window(doing.desk, program_named(program).value_or(Files{})).name;
    doing.tell("desktop.opened", {{"program", std::string(program)}});
    return name;
}

/// Gives a window's program what it is to open, and does what it asks for then.
template <typename What>
void hand_over(Doing& doing, const std::string& window, const What& what) {
    if (Window* found = window_named(doing.desk, window)) {
        Context context{doing.desk, window, doing.at, doing.events};
        call::open(found->program, context, what);
        fulfil(doing, window, std::move(context.requests));
    }
}

void cannot_open(Doing& doing, const Node& file) {
    Dialog dialog;
    dialog.kind = "cannot-open";
    dialog.title = message("desk.cannot-open.title");
    dialog.text = message("desk.cannot-open.text", {{"file", file.name}});
    dialog.picture = icon_of(file);
    dialog.buttons = {{"close", message("desk.close"), {}, true, {}}};
    doing.desk.dialogs.push_back(std::move(dialog));
}

struct Fulfilling {
    Doing& doing;
    const std::string& window;

    void operator()(const OpenFile& wish) const {
        const Node* file = find_node(doing.desk.disk.now(), wish.file);
        if (file == nullptr) {
            return;
        }
        if (file->kind != FileKind::folder) {
            doing.tell("file.opened", {{"name", file->name},
                                       {"folder", code_of(doing.desk.disk.now(), file->parent)},
                                       {"kind", std::string(code_of(file->kind))}});
        }
        // The viewer meets risky files, whatever their kind: it warns, or tells what to do now.
        const std::string_view program = file->risky ? "viewer" : program_for(file->kind);
        if (program.empty()) {
            cannot_open(doing, *file);
            return;
        }
        hand_over(doing, window_for(doing, program, true), wish.file);
    }
    void operator()(const OpenAddress& wish) const { hand_over(doing, window_for(doing, "browser", false), wish); }
    void operator()(const WriteMail& wish) const { hand_over(doing, window_for(doing, "mail", false), wish); }
    void operator()(const OpenProgram& wish) const {
        const int folder = wish.about.empty() ? 0 : folder_named(doing.desk.disk.now(), wish.about);
        if (folder != 0) {
            hand_over(doing, window_for(doing, "files", true), folder);
        } else {
            start_program(doing, wish.name);
        }
    }
    void operator()(const ShowMenu& wish) const {
        if (const Window* found = find_window(doing.desk, window); found != nullptr && !wish.items.empty()) {
            doing.desk.menu = OpenMenu{window, full_name(*found, wish.target), wish.items};
        }
    }
    void operator()(const ShowDialog& wish) const {
        Window* found = window_named(doing.desk, window);
        if (found != nullptr || window.empty()) {
            std::vector<Dialog>& dialogs = found != nullptr ? found->dialogs : doing.desk.dialogs;
            dialogs.push_back(wish.dialog);
            set_focus(doing.desk, wish.dialog.has_field ? "dialog/field" : "");
        }
    }
    void operator()(const CloseWindow&) const {
        doing.tell("desktop.closed", {{"program", std::string(name_of_window())}});
        std::erase_if(doing.desk.windows, [&](const Window& one) { return one.name == window; });
        take_focus_of_front(doing.desk);
    }
    void operator()(const SetFocus& wish) const {
        const Window* found = find_window(doing.desk, window);
        set_focus(doing.desk, found == nullptr || wish.target.empty() ? "" : full_name(*found, wish.target));
    }

    std::string_view name_of_window() const {
        const Window* found = find_window(doing.desk, window);
        return found == nullptr ? std::string_view() : name_of(found->program);
    }
};

} // namespace

void fulfil(Doing& doing, const std::string& window, std::vector<Request> requests) {
    for (const Request& request : requests) {
        std::visit(Fulfilling{doing, window}, request);
    }
}

void give_command(Doing& doing, const std::string& window, const Command& wanted) {
    if (Window* found = window_named(doing.desk, window)) {
        Context context{doing.desk, window, doing.at, doing.events};
        call::command(found->program, context, wanted);
        fulfil(doing, window, std::move(context.requests));
    }
}

View Context::view() const {
    return {desk, *find_window(desk, window)};
}

std::string_view local_focus(const View& view) {
    const std::string_view focus = view.desk.focus;
    const std::string_view name = view.window.name;
    const bool is_its = focus.size() > name.size() + 1 && focus.starts_with(name) && focus[name.size()] == '/';
    return is_its ? focus.substr(name.size() + 1) : std::string_view();
}

} // namespace world
