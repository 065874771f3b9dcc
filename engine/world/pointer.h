// Pointer practice: things on a stage, to be pointed at, clicked, dragged, scrolled to and traced.
//
// A pure state machine. All of its state is public, for the painter and the planner to read; only apply() changes it.
// Places on the page are in page units, which are stage units from the page's top left: a tall page is scrolled, and
// what is on the stage is on_stage(practice, place).
#pragma once

#include "lesson/vocabulary.h"
#include "world/action.h"
#include "world/fact.h"
#include "world/pointer_measure.h"
#include "world/setup.h"
#include "world/stage.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// What is to be done with a thing. `home` receives dragged things and `none` is scenery: both have no task of their
/// own.
enum class Task { reach, stay, click, double_click, right_click, drag, menu, see, trace, home, none };

/// The word for a task in lesson files (`double` for double_click).
std::string_view name_of(Task task);

/// How a thing is being carried: with the button held down, or picked up by one click and put down by the next.
enum class Held { no, by_button, by_clicks };

/// The place of a thing in PointerPractice::things, and the value that means none of them.
using ThingIndex = std::size_t;
inline constexpr ThingIndex no_thing = std::numeric_limits<ThingIndex>::max();

/// One thing on the page.
struct Thing {
    std::string name;
    std::string kind;    ///< the name in the lesson file, which things made by `count` have in common
    std::string picture; ///< assets/art/<picture>.svg; once done <picture>-done.svg, where there is one
    std::string label;   ///< words below it; may be empty
    Task task = Task::click;
    double diameter = 140;

    bool done = false;
    bool hidden = false; ///< still to come, in a practice that shows its things one by one

    Point centre;             ///< where it rests; the left end of the track of a moving thing. See place_of()
    double track = 0;         ///< how far it glides to and fro, units; 0 for a thing that stands still
    double speed = 0;         ///< units per second
    std::int64_t lag = 0;     ///< ms by which its glide is behind the clock
    std::int64_t paused = -1; ///< since when its glide has been paused (ms), because it is pressed or done; or -1
    std::int64_t rested = 0;  ///< stay: ms that the pointer has rested on it so far. See rest_progress()

    Held held = Held::no;
    Point taken_from;    ///< drag: where it was when it was last picked up
    Point grip;          ///< while held: from the pointer to its centre
    std::string to;      ///< drag: the name or kind of its home
    std::string lies_in; ///< drag: the name of the home that it was put into; or empty

    std::vector<std::string> items; ///< menu: the words of its menu
    std::size_t choice = 0;         ///< menu: which item is to be chosen, from 0

    std::vector<Point> path; ///< trace: the line to follow, in page units, from its start to its end
    double path_width = 0;   ///< trace: how wide the path is, units
    double path_length = 0;  ///< trace: units
    double path_done = 0;    ///< trace: how far along the path the thing is, units. See path_progress()

    bool operator==(const Thing&) const = default;
};

/// What one button of the mouse is doing.
struct ButtonState {
    bool down = false;
    bool spent = false;          ///< its press has had its effect, and its release has none
    bool second = false;         ///< the press was in time and in place to make a double-click
    ThingIndex thing = no_thing; ///< what it was pressed on
    std::size_t item = no_thing; ///< the item of the open menu that it was pressed on
    std::int64_t at = 0;         ///< when it was pressed, ms
    Point point;                 ///< where it was pressed, stage units
    double drift = 0;            ///< how far the pointer has been from there, units
    double interval = 0;         ///< ms since the press of the click before; only where `second`
    double between = 0;          ///< units from the press of the click before; only where `second`
    bool operator==(const ButtonState&) const = default;
};

/// The menu that is open.
struct PointerMenu {
    ThingIndex thing = no_thing; ///< whose menu; no_thing while none is open
    Rectangle frame;             ///< stage units
    bool operator==(const PointerMenu&) const = default;
};

/// The click before, which the next may make a double-click with.
struct LastClick {
    ThingIndex thing = no_thing;
    Button button = Button::left;
    std::int64_t at = 0; ///< when it was pressed, ms
    Point point;         ///< where, stage units
    int count = 0;       ///< clicks in a row: 1, 2 …
    bool operator==(const LastClick&) const = default;
};

/// Presses on one thing in quick succession.
struct Streak {
    ThingIndex thing = no_thing;
    std::int64_t at = 0;
    int count = 0;
    bool operator==(const Streak&) const = default;
};

/// The whole of a pointer practice, as a value.
struct PointerPractice {
    std::vector<Thing> things; ///< in the order in which they are to be done
    bool one_by_one = false;
    std::string demo;  ///< which picture story the stage may play; may be empty
    int tall = 1;      ///< the page's height, in stage heights
    double scroll = 0; ///< how far the page is scrolled, units; 0 shows its top
    Tolerance tolerance;

    std::int64_t now = 0;                             ///< when the last action was done, ms
    bool pointer_known = false;                       ///< false until the pointer first moves
    Point pointer{stage_width / 2, stage_height / 2}; ///< stage units
    ThingIndex under_pointer = no_thing;
    std::array<ButtonState, 3> buttons; ///< by Button
    PointerMenu menu;

    LastClick last_click;
    Streak streak;
    ThingIndex last_reached = no_thing; ///< what the pointer last moved onto and has not left since
    Attempt attempt;                    ///< the task under way, for measuring
    std::vector<Trial> trials;          ///< the pointing tasks that are done, for effective_throughput()

    bool operator==(const PointerPractice&) const = default;
};

inline constexpr double edge_margin = 24;         ///< units that things keep from the page's edges
inline constexpr double smallest_target = 44;     ///< diameter within which even a tiny thing is hit, units
inline constexpr double notch_height = 60;        ///< units that one notch of the wheel scrolls
inline constexpr std::int64_t rest_needed = 1200; ///< ms that the pointer has to rest on a `stay` thing
inline constexpr double menu_width = 320;         ///< units, whatever its words
inline constexpr double menu_item_height = 52;    ///< units
inline constexpr double menu_edge = 8;            ///< units above the first item and below the last
inline constexpr double label_gap = 8;            ///< units between a thing and its label
inline constexpr double label_width = 200;        ///< units kept free for a label, whatever its words
inline constexpr double label_height = 60;        ///< two lines of text

// What the painter, hints and tests ask.

/// The centre of a thing at a time (ms), in page units. While it is held it goes with the pointer.
Point place_of(const Thing& thing, std::int64_t at);

/// From page to stage units and back, at the present scroll.
Point on_stage(const PointerPractice& practice, Point on_page);
Point on_page(const PointerPractice& practice, Point on_stage);

/// The page's height, and the greatest scroll, in units.
double page_height(const PointerPractice& practice);
double scroll_end(const PointerPractice& practice);

/// The place kept free for a thing: its whole disc (of at least smallest_target), track or path, and its label. Page
/// units. No two of them overlap when a practice starts.
Rectangle footprint(const Thing& thing);

/// The place for a thing's label at a time, in page units: below the thing; for a trace below its path.
Rectangle label_box(const Thing& thing, std::int64_t at);

/// The rectangle of an item of the open menu (from 0), in stage units.
Rectangle menu_item(const PointerPractice& practice, std::size_t item);

/// The item of the open menu under the pointer, or no_thing.
std::size_t menu_item_under_pointer(const PointerPractice& practice);

/// How much of its rest a `stay` thing has had, and how much of its path a `trace` thing has gone: 0–1.
double rest_progress(const Thing& thing);
double path_progress(const Thing& thing);

/// The thing of that name, or nullptr.
const Thing* thing_named(const PointerPractice& practice, std::string_view name);

/// The thing to be dealt with next, which a hint points to: the one being carried or whose menu is open, otherwise the
/// first unfinished one; nullptr when all is done.
const Thing* current_thing(const PointerPractice& practice);

/// The home into which a thing is to be dragged: the nearest of its name or kind; nullptr where it has none.
const Thing* home_of(const PointerPractice& practice, const Thing& thing);

// What every app of the practice computer offers (see computer.h).

/// The app as lesson files know it: its name, start keys, facts and checks.
lesson::AppKind pointer_kind();

/// Lays out a practice from a start table that has been checked. What stood there `before`, if anything, hands on its
/// pointer and buttons.
PointerPractice start_pointer(const lesson::Table& start, const Setup& setup, std::int64_t at,
                              const PointerPractice* before = nullptr);

std::vector<Event> apply(PointerPractice& practice, const Action& action);
std::vector<Fact> facts(const PointerPractice& practice);
std::vector<Action> actions(const PointerPractice& practice, std::int64_t now);
double remaining(const PointerPractice& practice);

} // namespace world
