// What the files of the desk share: windows by name, focus, asking programs.
#pragma once

#include "world/desk.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// A name on the screen, parted: the window that it belongs to (nullptr for the desktop's own) and the local rest.
struct Parted {
    const Window* window = nullptr;
    std::string_view local;
};
Parted parted(const DeskState& desk, std::string_view target);

/// The target of a full name that can be touched now, without its words; found without listing all the others.
std::optional<Target> target_named(const DeskState& desk, std::string_view name);

std::string full_name(const Window& window, std::string_view local);
Window* window_named(DeskState& desk, std::string_view name);

/// A desk while a deed is being done to it.
struct Doing {
    DeskState& desk;
    std::int64_t at = 0;
    std::vector<Event>& events;
    void tell(std::string fact, std::vector<Field> fields = {}) {
        events.push_back({at, Fact{std::move(fact), std::move(fields)}});
    }
};

// Windows (desk_windows.cpp)
void bring_to_front(Doing& doing, const std::string& window);
void close_window(Doing& doing, const std::string& window);
void minimise(Doing& doing, const std::string& window);
void toggle_maximised(Doing& doing, const std::string& window);
void place_window(Doing& doing, const Place& place);
void start_program(Doing& doing, std::string_view name);
void set_focus(DeskState& desk, std::string target);
/// The front window's focus becomes the desk's, or none.
void take_focus_of_front(DeskState& desk);

// What programs ask for (desk_requests.cpp)
void fulfil(Doing& doing, const std::string& window, std::vector<Request> requests);
void give_command(Doing& doing, const std::string& window, const Command& command);

// Touching (desk_touch.cpp)
void click(Doing& doing, const Click& click);
/// The same on a target that was just listed.
void click_on(Doing& doing, const Target& target, const Click& click);
void drag(Doing& doing, const Drag& drag);
void mark(Doing& doing, const Mark& mark);
void choose_from_menu(Doing& doing, std::string_view command);
void answer(Doing& doing, std::string_view command);
void close_what_is_open(Doing& doing);
/// The open dialog's field, or the program's of that full name.
TextField* writable_field(DeskState& desk, std::string_view target);

// Keys (desk_keys.cpp)
void key_down(Doing& doing, const KeyDown& key);
void key_up(Doing& doing, const KeyUp& key);
void type(Doing& doing, const Type& typed);
/// How often Tab has to be pressed until the target has the keyboard; below 0: with Shift. Nothing where it never has.
std::optional<int> tabs_to(const DeskState& desk, std::string_view target);

// The desktop's own commands (desk_desktop.cpp)
std::vector<MenuItem> desktop_menu(const DeskState& desk, std::string_view target);
void desktop_command(Doing& doing, std::string_view command, std::string_view about);
/// One of the desktop's own dialogs was answered.
void desktop_answer(Doing& doing, const Dialog& dialog, std::string_view command);
void open_icon(Doing& doing, std::string_view icon);
Carried carried_from_desktop(const DeskState& desk, std::string_view target);
void drop_on_desktop(Doing& doing, const Carried& what, std::string_view onto, bool copies);
/// The node that a desktop icon stands for, or 0.
int node_of_icon(const DeskState& desk, std::string_view icon);

// Room (desk_room.cpp)
/// What of an area lies in a room; its size is not above 0 where nothing does.
Rectangle within(const Rectangle& area, const Rectangle& room);
/// Whether enough of a rectangle is seen beside the windows that lie above it.
bool can_be_seen(const Rectangle& area, const std::vector<Rectangle>& above, double least);

} // namespace world
