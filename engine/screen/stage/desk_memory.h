// What the practice computer's screen remembers between two passes: how far things are scrolled, what is pressed and
// dragged, and where everything was drawn. Nothing of it is part of the practice computer's state.
#pragma once

#include "screen/picture.h"
#include "screen/text.h"
#include "world/action.h"
#include "world/stage.h"
#include "world/target.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace screen {

/// A target, and where it was drawn. One without a name hides what lies behind it.
struct Spot {
    world::Target target; ///< with its full name
    Rect rect;            ///< all of it, px
    Rect seen;            ///< what of it is not cut off by the part it lies in, px; empty where it is scrolled away
    std::string scroll;   ///< the innermost scrolling part that it lies in; empty for none
    std::string tip;      ///< words that show when the pointer rests on it; empty for none
    bool is_live = false; ///< can be touched now; otherwise it is only drawn
};

/// How far a part is scrolled.
struct DeskScroll {
    float offset = 0; ///< px
    float most = 0;   ///< px
    Rect room;        ///< where the part is seen, px
    Rect track;       ///< of its scroll bar; empty where all fits
    Rect thumb;
    std::string outer;         ///< the scrolling part that it lies in; empty for none
    std::string layer;         ///< the window (or such) it lies in
    std::string followed;      ///< the selected things that it was last scrolled to
    std::int64_t picture = -1; ///< the number of the picture that it was last in
};

/// Where a field's text was drawn, to tell which letter was clicked.
struct DeskText {
    TextBlock block;
    Point at;                       ///< of the block's corner, px
    std::vector<std::size_t> bytes; ///< for dots: where each letter begins in the real text; empty for plain text
    float scrolled = 0;             ///< how far a single line is shifted to show its caret, px
    std::size_t caret = 0;
};

/// What the mouse does at present.
struct DeskPress {
    enum class Kind { click, drag, place, mark, scroll_bar };
    Kind kind = Kind::click;
    world::Button button = world::Button::left;
    world::Target target; ///< with its full name
    Rect rect;            ///< where it lay, px
    Point at;             ///< where the button went down, px
    bool moved = false;   ///< far enough to be a drag
    std::size_t from = 0; ///< the byte where marking began
    std::size_t to = 0;   ///< and where it is now
    bool focuses = false; ///< the field got the keyboard by this press
    std::string scroll;   ///< whose bar is dragged
    float offset = 0;     ///< how far that was scrolled, px
};

/// A window, a menu or such, and where it lay.
struct DeskLayer {
    std::string name;
    Rect rect; ///< px
    bool operator==(const DeskLayer&) const = default;
};

class WebDocuments;

struct DeskMemory {
    std::vector<Spot> spots;                   ///< of the last picture, from the back to the front
    std::vector<DeskLayer> layers;             ///< of the last picture, from the back to the front
    std::vector<DeskLayer> next_layers;        ///< of the one being drawn
    std::map<std::string, world::Target> live; ///< what can be touched in the last picture, by full names
    std::map<std::string, DeskScroll> scrolls; ///< by their full names
    std::map<std::string, DeskText> texts;     ///< by the full names of fields
    std::optional<DeskPress> press;
    std::string clicked;               ///< the target of the last click, for double-clicks; empty after a double-click
    std::int64_t clicked_at = 0;       ///< ms
    Point clicked_place;               ///< px
    std::string menu_of;               ///< the target of the last right-click
    Point menu_at;                     ///< and where it was, px
    std::string hovered;               ///< the target under the pointer
    std::int64_t hovered_since = 0;    ///< ms
    std::string focus;                 ///< what had the keyboard's focus in the last picture
    std::string pointed_out;           ///< what help pointed out in the last picture
    std::string pointing_at;           ///< and what it points out in this one
    std::int64_t typed_at = 0;         ///< ms, when the keyboard was last used: the caret shows then
    std::int64_t pictures = 0;         ///< how many were drawn
    bool had_keyboard = false;         ///< keys and text were the stage's in the last picture
    std::shared_ptr<WebDocuments> web; ///< the browsers' pages, laid out; made when the first is drawn
};

/// The topmost spot under a point that can be touched by one of those gestures; what hides others stops the search.
/// Nothing where there is none.
const Spot* spot_at(const DeskMemory& memory, Point at, std::uint8_t gestures);

/// The name of the topmost layer under a point; empty where there is none.
std::string layer_at(const DeskMemory& memory, Point at);

/// Where a target can be touched, stage units: near the middle of what can be seen of it. Nothing where it cannot be
/// seen.
std::optional<world::Point> place_of(const DeskMemory& memory, const Rect& stage, std::string_view target);

} // namespace screen
