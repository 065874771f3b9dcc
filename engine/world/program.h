// What every program of the practice computer offers, and what it may reach.
//
// A program is a value: its window's own state (which folder is shown, what is selected). Files, mail and the web are
// the desk's, and shared by all programs. A program P offers, as free functions:
//
//     void list_targets(const P&, const View&, std::vector<Target>&);    what can be touched, by local names
//     (what is so whether a window shows it or not, files and messages, is told once for the whole desk by
//     void add_facts(const Disk&, std::vector<Fact>&), and the same for Mailbox and Web)
//     void touch(P&, Context&, const Touch&);                            a click, double-click or right-click
//     Words title(const P&, const View&);                                what the window's title bar says
//     void add_facts(const P&, const View&, std::vector<Fact>&);         what is so, for goals
//
// and, where it has such things:
//
//     void command(P&, Context&, const Command&);                        a menu's entry, a dialog's button, a shortcut
//     std::vector<MenuItem> menu_for(const P&, const View&, std::string_view target);   a right-click's menu
//     std::string shortcut(const P&, const View&, std::string_view keys);  `Control+C` to a command; empty for none
//     TextField* field(P&, std::string_view target);                         the text field of that name, or nullptr
//     Carried carried(const P&, const View&, std::string_view target);   what a drag from there carries
//     void drop(P&, Context&, const Carried&, std::string_view onto, bool copies);
//     bool may_close(P&, Context&);                                      false where it asks something first
//     void pass_time(P&, Context&);   bool lives(const P&);              time alone changes it (a page that loads)
//
// `shortcut` is asked for every key that is not text, `Enter` and `Escape` too; `view.desk.focus` is the full name of
// the target that has the keyboard (local_focus() gives the local one). Where it gives nothing, a field takes the key,
// Tab moves the focus, Enter clicks what has it, arrows go from item to item. Control+A, C, X, V, Z and Y are the
// field's where one has the keyboard. What is asked for by a request is given to a new or standing window by
//
//     void open(Files&, Context&, int folder);             void open(Editor&, Context&, int file);
//     void open(Viewer&, Context&, int file);              void open(Browser&, Context&, const OpenAddress&);
//     void open(Mail&, Context&, const WriteMail&);
//
// A new program is one file here, one painter in screen/stage/, and one line in programs.h.
#pragma once

#include "world/fact.h"
#include "world/target.h"
#include "world/text_field.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace world {

struct DeskState;
struct Window;

/// What a list of targets is asked for. A program may leave out the rest, where that saves it work.
struct Asked {
    std::string_view name{}; ///< the local name of the only target that matters; empty: all do
    bool words = true;       ///< what they say and show: `words`, `picture` and `details`
    bool wants(std::string_view target) const { return name.empty() || name == target; }
};

/// What a program sees while it lists what can be done.
struct View {
    const DeskState& desk;
    const Window& window;
    Asked asked{};
};

/// An entry of a menu. Its target is `menu/<command>`.
struct MenuItem {
    std::string command;
    Words words;
    std::string picture;
    bool enabled = true;
    std::string keys; ///< the shortcut that does the same, as `Control+C`; empty for none
    bool operator==(const MenuItem&) const = default;
};

/// A question or word in front of a window; nothing else of that window can be touched meanwhile. Its buttons' targets
/// are `dialog/<command>`, and its field's is `dialog/field`.
struct Dialog {
    std::string kind; ///< tells the program which question is answered
    Words title;
    Words text;
    std::string picture;
    std::vector<MenuItem> buttons; ///< the last is the main one; Enter presses it, Escape the first
    bool has_field = false;
    TextField field;
    Words fault;       ///< what is wrong with what stands in the field
    std::string about; ///< what the program needs to know when it is answered
    bool operator==(const Dialog&) const = default;
};

/// A menu's entry, a dialog's answer or a shortcut.
struct Command {
    std::string name;
    std::string about;  ///< the target of the right-click, or the dialog's `about`
    std::string dialog; ///< the dialog's kind, where one was answered
    std::string text;   ///< what stood in the dialog's field
};

/// A click on a target of the program.
struct Touch {
    std::string target;
    Gesture gesture = clickable; ///< clickable, double_clickable or right_clickable
    bool shift = false;
    bool control = false;
};

/// What is dragged, or cut, or copied.
struct Carried {
    std::vector<int> files;    ///< ids of nodes
    std::vector<int> messages; ///< ids of mails
    std::string text;
    bool is_cut = false; ///< in the clipboard: moves when it is pasted
    bool operator==(const Carried&) const = default;
};

// What a program asks of the desk; done once its own doing is over.
struct OpenFile {
    int file = 0;
};
struct OpenAddress {
    std::string address;
    bool in_new_tab = false;
};
struct WriteMail {
    std::string to;
    std::vector<int> attachments; ///< ids of files
};
struct OpenProgram {
    std::string name;  ///< `files`, `browser`, `mail`, `editor`, `viewer`
    std::string about; ///< `files`: code of the folder to show
};
struct ShowMenu {
    std::string target; ///< near which it opens
    std::vector<MenuItem> items;
};
struct ShowDialog {
    Dialog dialog;
};
struct CloseWindow {};
struct SetFocus {
    std::string target; ///< local name
};

using Request =
    std::variant<OpenFile, OpenAddress, WriteMail, OpenProgram, ShowMenu, ShowDialog, CloseWindow, SetFocus>;

/// The local name of the target of that window that has the keyboard; empty where another window's has.
std::string_view local_focus(const View& view);

/// What a program reaches while it does something.
struct Context {
    DeskState& desk;
    std::string window;  ///< its own window's name
    std::int64_t at = 0; ///< ms since the run began
    std::vector<Event>& events;
    std::vector<Request> requests{};

    View view() const;

    /// Something happened that goals may ask for.
    void tell(Fact fact) { events.push_back({at, std::move(fact)}); }
};

} // namespace world
