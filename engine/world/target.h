// What can be touched on the practice computer's screen. Programs list their targets; the stage draws them, and tells
// which was touched. So a person and a search can do the same things, by construction.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace world {

/// Words on the practice computer's screen: a text as it is (a file's name), or one of the program's messages.
struct Words {
    std::string text;      ///< shown as it is, where not empty
    base::Message message; ///< otherwise this one
    bool operator==(const Words&) const = default;
};

Words as_it_is(std::string text);
Words message(std::string id, std::vector<base::Argument> arguments = {});

/// What a target is, which decides how it looks.
enum class Role {
    window,    ///< a window's inside, where nothing else lies: a click brings it to the front
    title,     ///< a window's title bar
    grip,      ///< the lower right corner, to resize by
    button,    ///< does something
    tab,       ///< one of several; `on` is the one that is shown
    item,      ///< a file, a message, a search result: can be selected (`on`), opened, dragged
    place,     ///< a folder or such in a side bar; `on` is the one that is shown
    heading,   ///< a column's head: sorts by it
    field,     ///< one line of text
    area,      ///< many lines of text
    tick,      ///< a box to tick; `on` when ticked
    radio,     ///< one of a group; `on` when chosen
    choice,    ///< opens a list to choose one from
    link,      ///< leads to a page
    menu_item, ///< an entry of a menu that is open
    ground,    ///< empty room that takes a right-click or a drop
    label,     ///< only words: nothing can be done with it, unless it can be pointed at to see more
};

/// What can be done with a target; several are joined with `|`.
enum Gesture : std::uint8_t {
    no_gesture = 0,
    clickable = 1,
    double_clickable = 2,
    right_clickable = 4,
    draggable = 8,
    takes_drop = 16, ///< what is dragged can be dropped here
    writable = 32,   ///< takes the keyboard's text, and marking with the pointer
    placeable = 64,  ///< a window's title or grip
};

/// One thing on the screen.
struct Target {
    std::string name; ///< unique on the screen, stable and readable: `files/item/Photo.jpg`
    Role role = Role::button;
    std::string part; ///< where in its window it belongs: `toolbar`, `side`, `main`, …; painters lay parts out
    Words words;
    std::string picture; ///< name of its icon (assets/art), where it has one
    std::uint8_t gestures = clickable;
    bool enabled = true;        ///< otherwise it is drawn greyed, and nothing can be done with it
    bool on = false;            ///< selected, ticked, shown
    bool strong = false;        ///< the main button of a dialog; an unread message
    std::vector<Words> details; ///< further columns: size and date of a file, subject of a message
    bool operator==(const Target&) const = default;
};

/// Whether that can be done with it now.
bool can(const Target& target, Gesture gesture);

/// The target of that name, or nullptr.
const Target* find_target(const std::vector<Target>& targets, std::string_view name);

} // namespace world
