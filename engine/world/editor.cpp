// Writes plain texts, and keeps them in files.
#include "world/editor.h"

#include "base/text.h"
#include "world/desk.h"
#include "world/files_question.h"

#include <algorithm>
#include <array>
#include <utility>

namespace world {

namespace {

constexpr std::size_t longest_text = 40'000;   // bytes
constexpr std::int64_t minute_length = 60'000; // ms

constexpr std::array<StandardPlace, 4> places_to_save{StandardPlace::documents, StandardPlace::desktop,
                                                      StandardPlace::downloads, StandardPlace::stick};

const Node* file_of(const Editor& editor, const Disk& disk) {
    const Node* node = find_node(disk, editor.file);
    return node != nullptr && can_reach(disk, editor.file) ? node : nullptr;
}

void start_body(Editor& editor, std::string_view text) {
    editor.body = field_of(text, true);
    editor.body.edit.most = longest_text;
    place_caret(editor.body.edit, 0);
    editor.saved = editor.body.edit.text;
}

void focus(Context& context, std::string target) {
    context.requests.emplace_back(SetFocus{std::move(target)});
}

void tell_saved(const Editor& editor, Context& context) {
    const Disk& disk = context.desk.disk.now();
    if (const Node* node = find_node(disk, editor.file)) {
        context.tell(
            {"file.saved", {{"name", node->name}, {"folder", code_of(disk, node->parent)}, {"text", node->text}}});
    }
}

void ask_where(Editor& editor, Context& context, bool then_closes) {
    SaveAs save;
    save.then_closes = then_closes;
    const Disk& disk = context.desk.disk.now();
    if (const Node* node = file_of(editor, disk)) {
        save.name = field_of(node->name);
        const Node* folder = find_node(disk, node->parent);
        if (std::ranges::find(places_to_save, folder->place) != places_to_save.end()) {
            save.place = folder->place;
        }
    }
    select_all(save.name.edit);
    editor.save_as = std::move(save);
    focus(context, "save-as/name");
}

/// Keeps the text in its file; asks where, while it has none. True once it is kept.
bool save(Editor& editor, Context& context, bool then_closes) {
    Disk disk = context.desk.disk.now();
    if (file_of(editor, disk) == nullptr) {
        ask_where(editor, context, then_closes);
        return false;
    }
    if (write_text(disk, editor.file, editor.body.edit.text, context.desk.clock + context.at / minute_length)) {
        context.desk.disk.change(std::move(disk));
    }
    editor.saved = editor.body.edit.text;
    tell_saved(editor, context);
    return true;
}

/// The name as the file will have it: a plain text ends in `.txt`, where no other ending is written.
std::string full_name(std::string_view name) {
    const std::string_view trimmed = base::trim(name);
    const bool has_ending = trimmed.find('.') != std::string_view::npos;
    return std::string(trimmed) + (has_ending || trimmed.empty() ? "" : ".txt");
}

/// What is done where the name is that of another file: nothing before it was asked.
enum class WhereTaken { asks, replaces, keeps_both };

/// Asks whether to write over a file; false where that cannot be, as over a folder.
bool ask_to_replace(Context& context, const Node& there) {
    if (there.kind != FileKind::text) {
        return false;
    }
    context.requests.emplace_back(ShowDialog{
        question("files.replace", {{"name", there.name}}, icon_of(there), {"cancel", "replace", "keep-both"})});
    return true;
}

void save_there(Editor& editor, Context& context, WhereTaken where_taken) {
    Disk disk = context.desk.disk.now();
    const int folder = folder_at(disk, editor.save_as->place);
    const std::string name = full_name(editor.save_as->name.edit.text);
    const Node* there = find_in(disk, folder, name);
    const bool is_other = there != nullptr && there->id != editor.file;
    if (is_other && where_taken == WhereTaken::asks && ask_to_replace(context, *there)) {
        return;
    }
    std::string fault = fault_of_name(disk, folder, name, editor.file);
    if (fault.empty() || (is_other && where_taken != WhereTaken::asks)) {
        const bool is_written_over = there != nullptr && where_taken != WhereTaken::keeps_both;
        Node node;
        node.name = name;
        node.kind = kind_of(name);
        const int id = is_written_over ? there->id : add(disk, folder, std::move(node));
        if (id != 0) {
            editor.file = id;
            context.desk.disk.change(std::move(disk));
            const bool then_closes = std::exchange(editor.save_as, std::nullopt)->then_closes;
            save(editor, context, then_closes);
            focus(context, "body");
            if (then_closes) {
                context.requests.emplace_back(CloseWindow{});
            }
            return;
        }
        fault = "desk.files.full.text";
    }
    editor.save_as->fault = message(fault);
}

void ask_to_save(const Editor& editor, Context& context, std::string_view about) {
    const Node* node = file_of(editor, context.desk.disk.now());
    std::vector<base::Argument> arguments;
    if (node != nullptr) {
        arguments.push_back({"name", node->name});
    }
    Dialog dialog = question(node != nullptr ? "editor.save-changes" : "editor.save-new", std::move(arguments),
                             "file-text", {"cancel", "dont-save", "save"});
    dialog.about = about;
    context.requests.emplace_back(ShowDialog{std::move(dialog)});
}

void start_new(Editor& editor, Context& context) {
    editor = Editor{};
    start_body(editor, "");
    focus(context, "body");
}

void take_answer_of_name(Editor& editor, Context& context, const Command& answer) {
    if (editor.save_as && (answer.name == "replace" || answer.name == "keep-both")) {
        save_there(editor, context, answer.name == "replace" ? WhereTaken::replaces : WhereTaken::keeps_both);
    } else {
        focus(context, editor.save_as ? "save-as/name" : "body");
    }
}

void take_answer(Editor& editor, Context& context, const Command& answer) {
    const bool closes = answer.about == "close";
    if (answer.name == "save") {
        if (save(editor, context, closes) && closes) {
            context.requests.emplace_back(CloseWindow{});
        } else if (!editor.save_as) {
            start_new(editor, context);
        }
    } else if (answer.name == "dont-save") {
        context.tell({"editor.discarded", {}});
        if (closes) {
            editor.saved = editor.body.edit.text;
            context.requests.emplace_back(CloseWindow{});
        } else {
            start_new(editor, context);
        }
    } else {
        focus(context, "body");
    }
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

std::string icon_of_tool(std::string_view command) {
    return command == "new" ? "desk-new-file" : command == "save-as" ? "desk-save" : "desk-" + std::string(command);
}

void list_save_as(const SaveAs& save, const Disk& disk, std::vector<Target>& targets) {
    constexpr unsigned written = clickable | double_clickable | writable;
    targets.push_back(target("save-as/name", Role::field, "save-as", message("desk.editor.name"), {}, written));
    if (save.fault != Words{}) {
        targets.back().details.push_back(save.fault);
    }
    for (const StandardPlace place : places_to_save) {
        if (const Node* node = find_node(disk, folder_at(disk, place))) {
            targets.push_back(target("save-as/" + std::string(code_of(place)), Role::radio, "save-as-places",
                                     words_of(*node), icon_of(*node), clickable));
            targets.back().on = save.place == place;
        }
    }
    for (const std::string_view answer : {"cancel", "save"}) {
        const std::string name(answer);
        targets.push_back(target("save-as/" + (name == "save" ? "confirm" : name), Role::button, "save-as-buttons",
                                 message("desk.answer." + name), {}, clickable));
    }
    targets.back().strong = true;
}

} // namespace

bool is_unsaved(const Editor& editor) {
    return editor.body.edit.text != editor.saved;
}

void list_targets(const Editor& editor, const View& view, std::vector<Target>& targets) {
    const Disk& disk = view.desk.disk.now();
    const bool is_free = !editor.save_as;
    const auto tool = [&](std::string_view command, bool enabled) {
        targets.push_back(target("toolbar/" + std::string(command), Role::button, "toolbar",
                                 message("desk.editor.command." + std::string(command)), icon_of_tool(command),
                                 clickable));
        targets.back().enabled = enabled && is_free;
    };
    tool("new", true);
    tool("save", is_unsaved(editor) || file_of(editor, disk) == nullptr);
    tool("save-as", true);
    tool("undo", !editor.body.before.empty());
    tool("redo", !editor.body.after.empty());
    targets.push_back(
        target("body", Role::area, "body", {}, {}, is_free ? clickable | double_clickable | writable : no_gesture));
    if (editor.save_as) {
        list_save_as(*editor.save_as, disk, targets);
    }
}

Words title(const Editor& editor, const View& view) {
    const Node* node = file_of(editor, view.desk.disk.now());
    const std::string changed = is_unsaved(editor) ? "-changed" : "";
    return node == nullptr ? message("desk.editor.untitled" + changed)
                           : message("desk.editor.titled" + changed, {{"name", node->name}});
}

void add_facts(const Editor& editor, const View& view, std::vector<Fact>& facts) {
    const Node* node = file_of(editor, view.desk.disk.now());
    facts.push_back({"editor.text",
                     {{"name", node != nullptr ? node->name : std::string()},
                      {"text", editor.body.edit.text},
                      {"saved", node != nullptr && !is_unsaved(editor)}}});
}

void touch(Editor& editor, Context& context, const Touch& touch) {
    constexpr std::string_view toolbar = "toolbar/";
    constexpr std::string_view save_as = "save-as/";
    const std::string_view name = touch.target;
    if (name.starts_with(toolbar)) {
        command(editor, context, {std::string(name.substr(toolbar.size())), {}, {}, {}});
    } else if (editor.save_as && (name == "save-as/confirm" || name == "save-as/cancel")) {
        command(editor, context, {std::string(name.substr(save_as.size())), {}, {}, {}});
    } else if (editor.save_as && name.starts_with(save_as)) {
        for (const StandardPlace place : places_to_save) {
            if (name.substr(save_as.size()) == code_of(place)) {
                editor.save_as->place = place;
                editor.save_as->fault = {};
            }
        }
    }
}

void command(Editor& editor, Context& context, const Command& wanted) {
    std::string clipboard;
    if (!wanted.dialog.empty()) {
        const bool is_of_name = wanted.dialog == "files.replace";
        is_of_name ? take_answer_of_name(editor, context, wanted) : take_answer(editor, context, wanted);
    } else if (editor.save_as) {
        if (wanted.name == "confirm") {
            save_there(editor, context, WhereTaken::asks);
        } else if (wanted.name == "cancel") {
            editor.save_as.reset();
            focus(context, "body");
        }
    } else if (wanted.name == "new") {
        is_unsaved(editor) ? ask_to_save(editor, context, "new") : start_new(editor, context);
    } else if (wanted.name == "save") {
        if (save(editor, context, false)) {
            focus(context, "body");
        }
    } else if (wanted.name == "save-as") {
        ask_where(editor, context, false);
    } else if (wanted.name == "undo" || wanted.name == "redo") {
        do_in(editor.body, wanted.name == "undo" ? FieldCommand::undo : FieldCommand::redo, clipboard);
        focus(context, "body");
    }
}

std::string shortcut(const Editor& editor, const View& /*view*/, std::string_view keys) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> free_keys{{
        {"Control+S", "save"},
        {"Control+Shift+S", "save-as"},
        {"Control+N", "new"},
        {"Control+Z", "undo"},
        {"Control+Y", "redo"},
        {"Control+Shift+Z", "redo"},
    }};
    if (editor.save_as) {
        return keys == "Escape" ? "cancel" : keys == "Enter" ? "confirm" : "";
    }
    const auto* const found = std::ranges::find(free_keys, keys, &decltype(free_keys)::value_type::first);
    return found == free_keys.end() ? std::string() : std::string(found->second);
}

TextField* field(Editor& editor, std::string_view target) {
    if (editor.save_as) {
        return target == "save-as/name" ? &editor.save_as->name : nullptr;
    }
    return target == "body" ? &editor.body : nullptr;
}

bool may_close(Editor& editor, Context& context) {
    if (!is_unsaved(editor)) {
        return true;
    }
    editor.save_as.reset();
    ask_to_save(editor, context, "close");
    return false;
}

void open(Editor& editor, Context& context, int file) {
    if (const Node* node = find_node(context.desk.disk.now(), file)) {
        editor = Editor{};
        editor.file = file;
        start_body(editor, node->text);
        focus(context, "body");
    }
}

void open(Editor& editor, Context& context, const OpenProgram& /*wish*/) {
    editor.body.edit.most = longest_text;
    focus(context, "body");
}

} // namespace world
