// What a person can do to the practice computer. Actions are the only door into world/: they are recorded, replayed
// and searched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

namespace world {

enum class Button { left, middle, right };

/// The pointer moves to a place on the stage, in stage units (see stage.h).
struct Move {
    double x = 0;
    double y = 0;
    bool operator==(const Move&) const = default;
};

struct Press {
    Button button = Button::left;
    bool operator==(const Press&) const = default;
};

struct Release {
    Button button = Button::left;
    bool operator==(const Release&) const = default;
};

/// The wheel turns by so many notches; positive brings up what is further down the page.
struct Scroll {
    double notches = 0;
    bool operator==(const Scroll&) const = default;
};

/// A key goes down. `code` is the key's place on the keyboard, as the W3C names it (UI Events KeyboardEvent code
/// values: `KeyQ`, `Digit1`, `ShiftLeft`), whatever the layout writes there.
struct KeyDown {
    std::string code;
    bool caps_lock = false; ///< whether Caps Lock is on while it goes down
    bool repeated = false;  ///< the key is being held and repeats
    bool operator==(const KeyDown&) const = default;
};

struct KeyUp {
    std::string code;
    bool operator==(const KeyUp&) const = default;
};

/// Text arrives, as the computer's own keyboard layout composed it. UTF-8.
struct Type {
    std::string text;
    bool operator==(const Type&) const = default;
};

// What is done to something on the practice computer's own screen (its desktop and programs, see desk.h). It is named,
// not pointed at: the stage knows where things lie, and the practice computer knows what can be done with them.

/// A click on a target; `times` is 2 for a double-click.
struct Click {
    std::string target;
    Button button = Button::left;
    int times = 1;
    bool shift = false;
    bool control = false;
    bool operator==(const Click&) const = default;
};

/// Something is dragged and dropped onto something else; with `control` held it is copied.
struct Drag {
    std::string target;
    std::string onto;
    bool control = false;
    bool operator==(const Drag&) const = default;
};

/// A window's title bar (or lower right corner) is dragged, so that it comes to lie at a place, in stage units.
struct Place {
    std::string target;
    double x = 0;
    double y = 0;
    bool operator==(const Place&) const = default;
};

/// The pointer marks text in a field: from one byte offset to another; both alike put the caret there.
struct Mark {
    std::string target;
    std::size_t from = 0;
    std::size_t to = 0;
    bool operator==(const Mark&) const = default;
};

/// The last change of the practice computer is taken back, whatever it was.
struct Undo {
    bool operator==(const Undo&) const = default;
};

/// Nothing is done; time passes.
struct Wait {
    bool operator==(const Wait&) const = default;
};

using Deed = std::variant<Move, Press, Release, Scroll, KeyDown, KeyUp, Type, Wait, Click, Drag, Place, Mark, Undo>;

/// Something done at a time.
struct Action {
    std::int64_t at = 0; ///< ms since the run began; never goes back
    Deed deed;
    bool operator==(const Action&) const = default;
};

} // namespace world
