// The practice computer's desktop: its windows, menus and dialogs, and all that its programs share. A pure state
// machine: what can be done is what targets() lists, and every change can be taken back.
#pragma once

#include "lesson/vocabulary.h"
#include "world/action.h"
#include "world/disk.h"
#include "world/fact.h"
#include "world/mailbox.h"
#include "world/programs.h"
#include "world/setup.h"
#include "world/stage.h"
#include "world/timeline.h"
#include "world/web.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// One window.
struct Window {
    std::string name; ///< unique: `files`, `files-2`; its targets begin with it
    Program program;
    Rectangle place; ///< stage units, when neither maximised nor minimised
    bool maximised = false;
    bool minimised = false;
    std::vector<Dialog> dialogs; ///< the last is in front; while there is one, only it can be touched
    std::string focus;           ///< what had the keyboard when the window was last in front, by its full name
    bool operator==(const Window&) const = default;
};

/// A menu that is open.
struct OpenMenu {
    std::string window; ///< whose it is; empty for the desktop's own
    std::string target; ///< near which it opens, by its full name
    std::vector<MenuItem> items;
    bool operator==(const OpenMenu&) const = default;
};

/// All of the practice computer at one moment.
struct DeskState {
    DeskLook look = DeskLook::bar;
    std::shared_ptr<const Setup> setup = std::make_shared<const Setup>();
    Timeline<Disk> disk{empty_disk()};
    Timeline<Mailbox> mailbox;
    Timeline<Web> web;
    Carried clipboard;
    std::vector<Window> windows;    ///< from the back to the front
    std::vector<std::string> icons; ///< programs and places on the desktop (or in the dock), in their order
    std::string selected;           ///< the desktop icon that is selected; empty for none
    bool start_is_open = false;     ///< the start menu, or the overview
    std::optional<OpenMenu> menu;
    std::string focus;             ///< the target that the keyboard works on, by its full name; empty for none
    std::string typing;            ///< the field that is being typed into without a break: one change of the timeline
    std::vector<std::string> held; ///< codes of modifier keys that are down
    std::vector<std::string> switched; ///< while Alt is held after Alt+Tab: the windows in turn, the one shown last
    std::vector<Dialog> dialogs;       ///< the desktop's own
    int next_window = 1;
    std::int64_t clock = 0; ///< minutes since 1 January 2026 when the run began
    bool operator==(const DeskState&) const = default;
};

/// The practice computer as an app of a lesson.
struct Desk {
    Timeline<DeskState> timeline;
    bool operator==(const Desk&) const = default;
};

/// The window in front that is not minimised, or nullptr.
const Window* active_window(const DeskState& desk);
const Window* find_window(const DeskState& desk, std::string_view name);
/// Where a window is seen: its place, or all of the room that the bar leaves.
Rectangle seen_at(const DeskState& desk, const Window& window);
/// The room that the bar leaves.
Rectangle work_area(const DeskState& desk);

/// All that can be touched now, with full names. Where a menu is open, only it (and the ground that closes it); where a
/// dialog is, nothing else of its window; of windows that lie behind others, only themselves.
std::vector<Target> targets(const DeskState& desk);
/// The same without their words, for those who only look for what is there.
std::vector<Target> wordless_targets(const DeskState& desk);
/// The targets of one window by local names, whether it is in front or not: what a painter draws.
std::vector<Target> targets_of(const DeskState& desk, const Window& window);
/// What is drawn but can perhaps not be touched now: desktop icons, bar, start menu, by full names.
std::vector<Target> desktop_targets(const DeskState& desk);

/// Where a desktop icon lies (its number among desktop_targets() of part `desktop`), stage units.
Rectangle icon_at(const DeskState& desk, std::size_t number);
/// The dialog that can be touched now, or nullptr.
const Dialog* front_dialog(const DeskState& desk);

/// Opens a window in front of the others, where the next one goes; gives it.
Window& open_window(DeskState& desk, Program program);

/// The text field of a target, by its full name, or nullptr.
const TextField* field_of_target(const DeskState& desk, std::string_view target);

// What every app of the practice computer offers (see computer.h).
std::vector<Event> apply(Desk& desk, const Action& action);
std::vector<Fact> facts(const Desk& desk);
std::vector<Action> actions(const Desk& desk, std::int64_t now);
double remaining(const Desk& desk);
bool lives(const Desk& desk);

/// The desktop itself as lesson files know it.
lesson::AppKind desktop_kind();

/// Whether start tables of that name are the desk's.
bool is_desks(std::string_view app);

/// Sets up a desk from all start tables of a lesson that are the desk's (`desktop`, `files`, `browser`, `mail`); what
/// they do not name stays as it stands.
Desk start_desk(const lesson::Table& start, const Setup& setup, std::int64_t at, const Desk* standing);

} // namespace world
