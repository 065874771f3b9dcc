// Ways to what goals ask of texts in the editor, and of what the viewer shows.
#include "lesson/matches.h"
#include "world/desk_parts.h"
#include "world/ways/files_ways.h"

#include <algorithm>

namespace world::files_ways {

namespace {

const Editor* front_editor(const Advice& advice) {
    const Window* front = active_window(advice.desk);
    return front == nullptr ? nullptr : std::get_if<Editor>(&front->program);
}

std::string name_of_text(const Advice& advice, const Editor& editor) {
    const Node* node = find_node(disk_of(advice), editor.file);
    return node == nullptr ? std::string() : node->name;
}

/// The editor's window that keeps its text in that file, or nullptr.
const Window* editor_of(const Advice& advice, int file) {
    const auto found = std::ranges::find_if(advice.desk.windows, [&](const Window& window) {
        const auto* editor = std::get_if<Editor>(&window.program);
        return editor != nullptr && editor->file == file;
    });
    return found == advice.desk.windows.end() ? nullptr : &*found;
}

bool in_front_with(Advice& advice, int file) {
    const Editor* editor = front_editor(advice);
    if (editor != nullptr && editor->file == file) {
        return true;
    }
    if (const Window* window = editor_of(advice, file)) {
        offer_raise(advice, *window);
    } else {
        offer_to_open_node(advice, file);
    }
    return false;
}

void offer_to_leave_save_as(Advice& advice) {
    offer_click(advice, prefix_of_front(advice) + "save-as/cancel");
}

/// A name for a text that may have any: its first word.
std::string name_after(const Editor& editor) {
    const std::string& text = editor.body.edit.text;
    const std::string word = text.substr(0, text.find_first_of(" \n.,"));
    return fault_of_name(empty_disk(), 0, word).empty() ? word : "1";
}

/// Answers where and under which name a text is kept. Only standard places are asked for; into another folder it is
/// brought later.
void offer_to_fill_save_as(Advice& advice, const Editor& editor, int folder) {
    const std::string prefix = prefix_of_front(advice);
    const lesson::Matcher* name = asked(advice.fact(), "name");
    const Node* place = find_node(disk_of(advice), folder);
    const bool is_asked_for = place != nullptr && place->place != StandardPlace::none;
    if (name != nullptr && offer_matching(advice, prefix + "save-as/name", *name)) {
        return;
    }
    if (editor.save_as->name.edit.text.empty()) {
        offer_text(advice, prefix + "save-as/name", name_after(editor));
    } else if (is_asked_for && place->place != editor.save_as->place) {
        offer_click(advice, prefix + "save-as/" + std::string(code_of(place->place)));
    } else {
        offer_click(advice, prefix + "save-as/confirm");
    }
}

} // namespace

void offer_to_save_text(Advice& advice, int folder) {
    offer_click(advice, "dialog/save");
    if (!in_front(advice, "editor")) {
        return;
    }
    const Editor& editor = *front_editor(advice);
    const std::string prefix = prefix_of_front(advice);
    if (editor.save_as) {
        offer_to_fill_save_as(advice, editor, folder);
        return;
    }
    if (const lesson::Matcher* text = asked(advice.fact(), "text")) {
        if (offer_matching(advice, prefix + "body", *text)) {
            return;
        }
    }
    const bool has_name = editor.file != 0 && allows(advice.fact(), "name", name_of_text(advice, editor));
    if (editor.file == 0 || has_name) {
        offer_click(advice, prefix + "toolbar/save");
    }
    offer_click(advice, prefix + "toolbar/save-as");
}

void offer_to_change_text(Advice& advice, int node) {
    const lesson::Matcher* text = asked(advice.fact(), "text");
    if (text == nullptr || !in_front_with(advice, node)) {
        return;
    }
    const std::string prefix = prefix_of_front(advice);
    if (front_editor(advice)->save_as) {
        offer_to_leave_save_as(advice);
    } else if (!offer_matching(advice, prefix + "body", *text)) {
        offer_click(advice, prefix + "toolbar/save");
        offer_shortcut(advice, 's');
    }
}

void wish_editor_text(Advice& advice) {
    if (advice.wish.gone) {
        if (const Window* front = active_window(advice.desk); front_editor(advice) != nullptr) {
            offer_close(advice, *front);
        }
        return;
    }
    const lesson::Matcher* name = asked(advice.fact(), "name");
    const bool is_any_name = name == nullptr || lesson::matches(*name, std::string());
    bool is_there = is_any_name && in_front(advice, "editor");
    if (!is_any_name) {
        for (const int node : nodes_for(advice, false)) {
            is_there = in_front_with(advice, node) || is_there;
        }
        if (nodes_for(advice, false).empty()) {
            offer_to_save_text(advice, 0);
        }
    }
    if (!is_there) {
        return;
    }
    const Editor& editor = *front_editor(advice);
    const std::string prefix = prefix_of_front(advice);
    const lesson::Matcher* text = asked(advice.fact(), "text");
    if (editor.save_as && allows(advice.fact(), "saved", false)) {
        offer_to_leave_save_as(advice);
    } else if (text == nullptr || !offer_matching(advice, prefix + "body", *text)) {
        offer_to_save_text(advice, 0);
    }
}

void wish_viewer(Advice& advice) {
    const Window* front = active_window(advice.desk);
    const auto* viewer = front == nullptr ? nullptr : std::get_if<Viewer>(&front->program);
    if (advice.wish.gone) {
        if (viewer != nullptr) {
            offer_close(advice, *front);
        }
        return;
    }
    for (const int node : nodes_for(advice, true)) {
        if (viewer == nullptr || viewer->file != node) {
            for (const Window& window : advice.desk.windows) {
                const auto* other = std::get_if<Viewer>(&window.program);
                if (other != nullptr && other->file == node) {
                    offer_raise(advice, window);
                }
            }
            offer_to_open_node(advice, node);
            continue;
        }
        const std::string prefix = prefix_of_front(advice);
        const bool wants_larger = wants_more(advice, "zoom", viewer->zoom);
        offer_click(advice, prefix + "warning/go-on");
        offer_click(advice, prefix + (wants_larger ? "toolbar/zoom-in" : "toolbar/zoom-out"));
    }
    if (nodes_for(advice, true).empty()) {
        offer_to_save_attachment(advice);
        offer_to_download(advice);
    }
}

void wish_discarded(Advice& advice) {
    offer_click(advice, "dialog/dont-save");
    if (!in_front(advice, "editor")) {
        return;
    }
    const Editor& editor = *front_editor(advice);
    if (is_unsaved(editor)) {
        offer_close(advice, *active_window(advice.desk));
    } else {
        offer_text(advice, prefix_of_front(advice) + "body", "a", false);
    }
}

} // namespace world::files_ways
