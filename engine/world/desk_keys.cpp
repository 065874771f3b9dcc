// The keyboard on the practice computer: shortcuts, typing into fields, the focus that Tab moves.
#include "world/desk_parts.h"
#include "world/program_calls.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace world {

namespace {

constexpr std::array<std::string_view, 8> modifiers{"ControlLeft", "ControlRight", "ShiftLeft", "ShiftRight",
                                                    "AltLeft",     "AltRight",     "MetaLeft",  "MetaRight"};

bool is_held(const DeskState& desk, std::string_view left, std::string_view right) {
    return std::ranges::any_of(desk.held, [&](const std::string& code) { return code == left || code == right; });
}

bool control_is_held(const DeskState& desk) {
    return is_held(desk, "ControlLeft", "ControlRight");
}

bool shift_is_held(const DeskState& desk) {
    return is_held(desk, "ShiftLeft", "ShiftRight");
}

bool alt_is_held(const DeskState& desk) {
    return is_held(desk, "AltLeft", "AltLeft"); // AltGr, at the right, writes
}

/// What a key is called in a shortcut: the letter or digit that it writes on this layout, or its own code.
std::string name_of_key(const DeskState& desk, const std::string& code) {
    if (code.starts_with("Digit")) {
        return code.substr(5);
    }
    if (code == "NumpadEnter") {
        return "Enter";
    }
    const LayoutKey* key = find_key(desk.setup->layout, code);
    if (key != nullptr && key->plain.size() == 1 && key->plain != " ") {
        const char letter = key->plain.front();
        return std::string(1, letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter);
    }
    if (code.starts_with("Key") && code.size() == 4) {
        return code.substr(3);
    }
    return code;
}

/// `Control+Shift+T`.
std::string chord(const DeskState& desk, const std::string& code) {
    std::string keys;
    keys += control_is_held(desk) ? "Control+" : "";
    keys += alt_is_held(desk) ? "Alt+" : "";
    keys += shift_is_held(desk) ? "Shift+" : "";
    return keys + name_of_key(desk, code);
}

std::optional<FieldCommand> field_command(std::string_view keys) {
    constexpr std::array<std::pair<std::string_view, FieldCommand>, 7> known{{
        {"Control+A", FieldCommand::select_all},
        {"Control+C", FieldCommand::copy},
        {"Control+X", FieldCommand::cut},
        {"Control+V", FieldCommand::paste},
        {"Control+Z", FieldCommand::undo},
        {"Control+Y", FieldCommand::redo},
        {"Control+Shift+Z", FieldCommand::redo},
    }};
    const auto found = std::ranges::find(known, keys, &std::pair<std::string_view, FieldCommand>::first);
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

/// The front window's targets that Tab and the arrows can reach, or the menu's, dialog's or start menu's.
std::vector<Target> reachable(const DeskState& desk) {
    std::vector<Target> all = wordless_targets(desk);
    const Window* front = active_window(desk);
    const bool is_modal = desk.menu || desk.start_is_open || front_dialog(desk) != nullptr;
    std::erase_if(all, [&](const Target& target) {
        const bool is_its = is_modal || front == nullptr ? !target.name.starts_with("bar/")
                                                         : target.name.starts_with(front->name + "/");
        const bool is_aimed_at = can(target, clickable) && target.role != Role::ground && target.role != Role::window;
        return !is_its || !is_aimed_at || target.part == "frame" || target.part.ends_with("ground");
    });
    return all;
}

/// Brings the focus to the next target, or the one before; round and round. Gives that target.
std::optional<Target> move_focus(DeskState& desk, int direction, bool within_part) {
    std::vector<Target> all = reachable(desk);
    const Target* here = find_target(all, desk.focus);
    if (within_part && here != nullptr) {
        const std::string part = here->part;
        std::erase_if(all, [&](const Target& target) { return target.part != part; });
    }
    if (all.empty()) {
        return std::nullopt;
    }
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const auto found = std::ranges::find(all, desk.focus, &Target::name);
    std::ptrdiff_t next = direction > 0 ? 0 : count - 1;
    if (found != all.end()) {
        next = (found - all.begin() + direction + count) % count;
    }
    Target& reached = all.at(static_cast<std::size_t>(next));
    set_focus(desk, reached.name);
    return std::move(reached);
}

/// The windows from the front one to the back, minimised ones last.
std::vector<std::string> windows_in_turn(const DeskState& desk) {
    std::vector<std::string> names;
    for (const bool minimised : {false, true}) {
        for (auto window = desk.windows.rbegin(); window != desk.windows.rend(); ++window) {
            if (window->minimised == minimised) {
                names.push_back(window->name);
            }
        }
    }
    return names;
}

/// Alt+Tab shows the window that was in front before; each further Tab, while Alt is held, one that lies deeper.
void switch_window(Doing& doing) {
    std::vector<std::string>& turn = doing.desk.switched;
    if (turn.empty()) {
        turn = windows_in_turn(doing.desk);
    }
    if (turn.empty()) {
        return;
    }
    if (active_window(doing.desk) != nullptr) {
        std::rotate(turn.begin(), turn.begin() + 1, turn.end());
    }
    bring_to_front(doing, std::string(turn.front()));
}

/// The front window's title bar or corner, while the keyboard moves or resizes it; empty while it does not.
std::string_view carried_by_keyboard(const DeskState& desk) {
    const Window* front = active_window(desk);
    const bool is_carried =
        front != nullptr && (desk.focus == front->name + "/title" || desk.focus == front->name + "/grip");
    return is_carried ? std::string_view(desk.focus) : std::string_view();
}

/// Arrows move or resize the window whose title bar or corner has the keyboard; Enter and Escape end it.
bool carry_key(Doing& doing, const std::string& code) {
    constexpr double step = 30; // stage units
    const std::string target(carried_by_keyboard(doing.desk));
    if (target.empty()) {
        return false;
    }
    const Rectangle& place = active_window(doing.desk)->place;
    const bool resizes = target.ends_with("/grip");
    Place wanted{target, place.x + (resizes ? place.width : 0), place.y + (resizes ? place.height : 0)};
    if (code == "ArrowLeft" || code == "ArrowRight") {
        wanted.x += code == "ArrowLeft" ? -step : step;
    } else if (code == "ArrowUp" || code == "ArrowDown") {
        wanted.y += code == "ArrowUp" ? -step : step;
    } else {
        set_focus(doing.desk, {});
        return code == "Enter" || code == "Escape";
    }
    place_window(doing, wanted);
    return true;
}

/// The menu of what has the keyboard, or of the front window itself: as a right-click opens it.
void open_menu_by_key(Doing& doing, bool of_window) {
    const Window* front = active_window(doing.desk);
    const std::string target = !of_window ? doing.desk.focus : front != nullptr ? front->name + "/title" : "";
    if (!target.empty()) {
        click(doing, Click{target, Button::right, 1, false, false});
    }
}

/// Keys that mean the same wherever the keyboard is. True where it was one.
bool desk_key(Doing& doing, const std::string& keys, const std::string& code) {
    DeskState& desk = doing.desk;
    if (code == "Escape" && (desk.menu || front_dialog(desk) != nullptr || desk.start_is_open)) {
        close_what_is_open(doing);
    } else if (keys == "Alt+Tab") {
        switch_window(doing);
    } else if (keys == "Alt+Space" || code == "ContextMenu" || keys == "Shift+F10") {
        open_menu_by_key(doing, keys == "Alt+Space");
    } else if (keys == "Alt+F4") {
        if (const Window* front = active_window(desk)) {
            close_window(doing, std::string(front->name));
        }
    } else if (code == "MetaLeft" || keys == "Control+Escape") {
        desk.start_is_open = !desk.start_is_open;
        desk.menu.reset();
        set_focus(desk, {});
        if (desk.start_is_open) {
            doing.tell("desktop.start_opened");
        }
    } else {
        return false;
    }
    return true;
}

bool is_modal(const DeskState& desk) {
    return desk.menu || desk.start_is_open || front_dialog(desk) != nullptr;
}

/// What the front window's program makes of a shortcut. True where it was one.
bool program_key(Doing& doing, const std::string& keys) {
    const Window* front = active_window(doing.desk);
    if (front == nullptr || is_modal(doing.desk)) {
        return false;
    }
    const std::string command = call::shortcut(front->program, View{doing.desk, *front}, keys);
    if (command.empty()) {
        return false;
    }
    const std::string about(local_focus(View{doing.desk, *front}));
    give_command(doing, std::string(front->name), Command{command, about, {}, {}});
    return true;
}

bool field_key(Doing& doing, TextField& field, const std::string& keys, const std::string& code) {
    if (const std::optional<FieldCommand> wanted = field_command(keys)) {
        const std::string before = doing.desk.clipboard.text;
        std::string clipboard = before;
        do_in(field, *wanted, clipboard);
        if (clipboard != before) {
            doing.desk.clipboard = Carried{{}, {}, std::move(clipboard), false};
        }
        return true;
    }
    return !alt_is_held(doing.desk) && press_in(field, code, shift_is_held(doing.desk), control_is_held(doing.desk));
}

void click_focused(Doing& doing, int times) {
    if (!doing.desk.focus.empty()) {
        const std::string target = doing.desk.focus;
        click(doing, Click{target, Button::left, times, false, false});
    }
}

/// Enter answers a dialog with its main button.
void press_enter(Doing& doing) {
    const Dialog* dialog = front_dialog(doing.desk);
    const bool on_button = doing.desk.focus.starts_with("dialog/") && doing.desk.focus != "dialog/field";
    if (dialog != nullptr && !doing.desk.menu && !on_button) {
        answer(doing, std::string(dialog->buttons.back().command));
        return;
    }
    const std::optional<Target> focused = target_named(doing.desk, doing.desk.focus);
    click_focused(doing, focused && can(*focused, double_clickable) && !can(*focused, writable) ? 2 : 1);
}

void move_with_arrow(Doing& doing, const std::string& code) {
    const int direction = code == "ArrowDown" || code == "ArrowRight" ? 1 : -1;
    const std::optional<Target> focused = move_focus(doing.desk, direction, true);
    // Going over files or messages selects them, as on every desktop; where a click would open, it only looks.
    const bool only_selects = focused && can(*focused, double_clickable) &&
                              (focused->role == Role::item && !focused->name.starts_with("desktop/"));
    if (only_selects) {
        click_on(doing, *focused, Click{focused->name, Button::left, 1, false, false});
    }
}

void navigation_key(Doing& doing, const std::string& keys, const std::string& code) {
    if (keys == "Tab" || keys == "Shift+Tab") {
        move_focus(doing.desk, keys == "Tab" ? 1 : -1, false);
    } else if (code == "Enter" || code == "NumpadEnter") {
        press_enter(doing);
    } else if (code == "Space") {
        click_focused(doing, 1);
    } else if (code.starts_with("Arrow")) {
        move_with_arrow(doing, code);
    }
}

} // namespace

void key_down(Doing& doing, const KeyDown& key) {
    DeskState& desk = doing.desk;
    if (std::ranges::find(modifiers, key.code) != modifiers.end()) {
        if (std::ranges::find(desk.held, key.code) == desk.held.end()) {
            desk.held.push_back(key.code);
        }
        if (key.code == "MetaLeft" && !key.repeated) {
            desk_key(doing, key.code, key.code);
        }
        return;
    }
    const std::string keys = chord(desk, key.code);
    if (!is_modal(desk) && carry_key(doing, key.code)) {
        return;
    }
    if (desk_key(doing, keys, key.code)) {
        return;
    }
    TextField* field = writable_field(desk, desk.focus);
    if (field != nullptr && field_command(keys) && field_key(doing, *field, keys, key.code)) {
        return;
    }
    if (program_key(doing, keys)) {
        return;
    }
    if (field != nullptr && field_key(doing, *field, keys, key.code)) {
        return;
    }
    const bool is_written = field != nullptr && key.code == "Space";
    if (!is_written) {
        navigation_key(doing, keys, key.code);
    }
}

std::optional<int> tabs_to(const DeskState& desk, std::string_view target) {
    const std::vector<Target> all = reachable(desk);
    const auto to = std::ranges::find(all, target, &Target::name);
    if (to == all.end()) {
        return std::nullopt;
    }
    const auto from = std::ranges::find(all, desk.focus, &Target::name);
    const auto count = static_cast<int>(all.size());
    const auto there = static_cast<int>(to - all.begin());
    const int here = from == all.end() ? -1 : static_cast<int>(from - all.begin());
    const int forward = here < 0 ? there + 1 : (there - here + count) % count;
    const int backward = here < 0 ? count - there : (here - there + count) % count;
    return forward <= backward ? forward : -backward;
}

void key_up(Doing& doing, const KeyUp& key) {
    std::erase(doing.desk.held, key.code);
    if (!alt_is_held(doing.desk)) {
        doing.desk.switched.clear();
    }
}

void type(Doing& doing, const Type& typed) {
    DeskState& desk = doing.desk;
    if (control_is_held(desk) || alt_is_held(desk)) {
        return;
    }
    if (TextField* field = writable_field(desk, desk.focus)) {
        type_into(*field, typed.text);
        desk.typing = desk.focus;
    }
}

} // namespace world
