// The kit that the painters of the practice computer's programs share: it draws targets by their roles, and notes where
// it drew them, so that a click there touches what is seen.
//
// A painter is `void paint_program(Kit& kit, const world::Files& files, const Rect& room)`: it lays the parts of its
// window out in `room` (px) and notes every target of its window exactly once, by put(), note() or one of the whole
// parts (toolbar, side, list, grid, rows, field). What scrolls is drawn and noted wherever it falls, even outside what
// is seen; the kit cuts it off. Targets go by their local names here (`toolbar/back`); the kit adds the window's.
#pragma once

#include "screen/stage/desk_memory.h"
#include "screen/stage/painters.h"
#include "world/desk.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace screen {

/// The colours of the practice computer, by what they are for. Each look has its own; so has high contrast. Text
/// colours have 7:1 or more with the surface they stand on.
struct DeskColours {
    Colour surface;      ///< inside of windows, where things lie
    Colour chrome;       ///< toolbars, tab bars, headings
    Colour side;         ///< side bars
    Colour title;        ///< title bar of the window in front
    Colour title_behind; ///< and of those behind
    Colour ink;          ///< text
    Colour soft_ink;     ///< less important text
    Colour faint_ink;    ///< what cannot be used now
    Colour line;         ///< edges and lines between parts
    Colour field;        ///< where one writes
    Colour field_line;   ///< edge of fields and tick boxes
    Colour hover;        ///< behind what the pointer is over
    Colour pressed;      ///< behind what is pressed
    Colour chosen;       ///< behind what is selected
    Colour chosen_ink;   ///< text on it
    Colour accent;       ///< main buttons, what is on, the focused field's edge
    Colour on_accent;    ///< text on it
    Colour link;         ///< links
    Colour marked;       ///< behind marked text
    Colour danger;       ///< the close button under the pointer; a warning's stripe
    Colour on_danger;    ///< text on it
    Colour warning;      ///< behind a word of warning
    Colour warning_ink;  ///< text on it
    Colour bar;          ///< task bar, top bar
    Colour on_bar;       ///< text on it
    Colour menu;         ///< menus, dialogs
    Colour shadow;
};

const DeskColours& desk_colours(world::DeskLook look, bool high_contrast);

/// How a target is touched at present: for what a painter draws itself.
struct Feel {
    bool hovered = false;
    bool pressed = false;
    bool focused = false; ///< the keyboard works on it, and this should be seen
    bool lit = false;     ///< something is dragged over it and can be dropped
};

/// A column of a list. The first shows the target's words (with its icon), the others its details in turn.
struct Column {
    std::string heading; ///< local name of its heading's target; empty for a column without one
    double width = 0;    ///< units; 0 takes the room that the others leave
    Align align = Align::start;
};

/// How targets are shown in a list.
struct ListStyle {
    double row = 40;        ///< units
    double icon = 26;       ///< units; 0 for no icons
    std::string about;      ///< what the list shows (a folder, a search): another one begins at its top again
    std::string when_empty; ///< id of the message shown where there is nothing
    std::string renamed;    ///< local name of the item whose name is being written: `field/rename` lies in its place
};

/// How the text of a field is set that a painter gave its own frame.
struct FieldText {
    TextStyle letters;
    std::string empty; ///< shown while nothing is written
    Colour empty_ink;
    Colour marked; ///< behind marked text
};

class Kit;

/// A part that can be scrolled, from its making to the end of the scope: what is drawn meanwhile is cut to its room.
class ScrollPart {
public:
    ScrollPart(Kit& kit, std::string_view name, const Rect& rect, float content_height);
    ~ScrollPart();
    ScrollPart(const ScrollPart&) = delete;
    ScrollPart& operator=(const ScrollPart&) = delete;
    ScrollPart(ScrollPart&&) = delete;
    ScrollPart& operator=(ScrollPart&&) = delete;

    float offset() const { return offset_; }        ///< px
    float top() const { return room_.y - offset_; } ///< where the content begins, px
    const Rect& room() const { return room_; }      ///< what the scroll bar leaves of its rectangle, px
    /// Whether anything of the rectangle can be seen: the rest need not be drawn (but must be noted).
    bool shows(const Rect& rect) const { return rect.bottom() > room_.y && rect.y < room_.bottom(); }

private:
    Kit& kit_;
    std::string outer_; ///< the part that this one lies in
    Rect room_;
    float offset_ = 0;
};

/// Draws and notes targets. Made for each window of each picture.
class Kit {
public:
    /// `window` is nullptr for what is the desktop's own; then local names are full names. `layer` names what it all
    /// lies on: the window, `menu`, `bar`, …
    Kit(const Stage& stage, const StageCues& cues, DeskMemory& memory, const world::DeskState& desk,
        const world::Window* window, std::vector<world::Target> targets, std::string layer);

    // --- What is there ----------------------------------------------------------------------------------------------

    const world::DeskState& desk() const { return desk_; }
    const world::Window* window() const { return window_; }
    bool is_bar_look() const { return desk_.look == world::DeskLook::bar; }
    /// All targets of the window, in order; those of one part; and one of them by its local name, or nullptr.
    const std::vector<world::Target>& targets() const { return targets_; }
    std::vector<const world::Target*> part(std::string_view name) const;
    const world::Target* find(std::string_view local) const;

    // --- Tools ------------------------------------------------------------------------------------------------------

    const Stage& stage() const { return stage_; }
    Ui& ui() const { return stage_.ui; }
    Picture& picture() const { return stage_.picture(); }
    const StageCues& cues() const { return cues_; }
    const DeskColours& colours() const { return colours_; }
    DeskMemory& memory() const { return memory_; }
    /// A length in stage units as px.
    float px(double units) const { return stage_.px(units); }
    /// Words as they are shown, without markup.
    std::string words(const world::Words& words) const;
    std::string say(std::string_view message) const;
    /// The style of a text of so many units; 18 is the usual one. Never less than 12 px.
    TextStyle style(double units, Colour colour, bool bold = false, Align align = Align::start) const;
    TextStyle style() const { return style(18, colours_.ink); }

    // --- Drawing ----------------------------------------------------------------------------------------------------

    /// One line of text in the rectangle, in its middle from top to bottom, cut with … where it is too long.
    void line(std::string_view text, const Rect& rect, const TextStyle& style) const;
    /// A text without markup, wrapped; gives its height in px.
    float paragraph(std::string_view text, Point at, float width, const TextStyle& style) const;
    float paragraph_height(std::string_view text, float width, const TextStyle& style) const;
    float text_width(std::string_view text, const TextStyle& style) const;
    /// An icon in one colour, and a picture in its own, in the middle of the rectangle in so many units.
    void icon(std::string_view name, const Rect& rect, double units, Colour colour) const;
    void art(std::string_view name, const Rect& rect, double units, float opacity = 1) const;
    /// The picture of a target: an icon (`desk-…`, `icon-…`) in that colour, anything else in its own colours.
    void symbol(std::string_view name, const Rect& rect, double units, Colour colour, float opacity = 1) const;
    /// A text of at most so many lines, cut with … where it is longer; gives its height in px.
    float short_lines(std::string_view text, const Rect& rect, const TextStyle& style, std::size_t most) const;
    /// A line between two parts, one unit thick.
    void divider(const Rect& rect) const;

    // --- Targets ----------------------------------------------------------------------------------------------------

    /// How it is touched now.
    Feel feel(const world::Target& target, const Rect& rect) const;
    /// Notes where it lies; draws nothing but the ring of the keyboard's focus.
    void note(const world::Target& target, const Rect& rect);
    /// Notes a further piece of it, such as the second line of a link.
    void note_piece(const world::Target& target, const Rect& rect, std::string tip = {});
    /// Draws it as its role looks, and notes it.
    void put(const world::Target& target, const Rect& rect);
    /// A button with its icon and, where `with_words`, its words; without them they show when the pointer rests on it.
    void button(const world::Target& target, const Rect& rect, bool with_words);
    /// The width that a button wants, px.
    float button_width(const world::Target& target, bool with_words) const;
    /// A text field (or area) with its caret and what is marked; `hint` is the id of a message shown while it is empty
    /// (where empty: the target's own words). A field without `frame` is drawn on what lies there.
    void field(const world::Target& target, const Rect& rect, std::string_view hint = {}, bool frame = true);

    /// What stands in a field, with its caret and what is marked, in the rectangle. Draws no frame and notes nothing.
    void field_text(const world::Target& target, const Rect& inside, const FieldText& look);

    // --- Whole parts ------------------------------------------------------------------------------------------------

    /// Buttons from left to right, with words where there is room for them; a `strong` one is filled. Gives the right
    /// edge of the last, px.
    float toolbar(const Rect& rect) { return tools(part("toolbar"), rect); }
    float tools(const std::vector<const world::Target*>& targets, const Rect& rect);
    /// The places of the part `side`, one below the other; a button among them goes to the right of the place before.
    void side(const Rect& rect, std::string_view name = "side");
    /// A part as a list: headings (the targets of the part `headings` that the columns name), then a row each.
    void list(std::string_view name, const Rect& rect, const std::vector<Column>& columns, const ListStyle& style = {});
    /// A part as a grid of large icons with their words below.
    void grid(std::string_view name, const Rect& rect, const ListStyle& style = {});
    /// A part as rows that the painter draws itself; all are noted, and `draw` is called for those that are seen, on a
    /// ground that shows whether they are selected and hovered.
    using DrawRow = std::function<void(const world::Target&, const Rect&, const Feel&)>;
    void rows(std::string_view name, const Rect& rect, const ListStyle& style, const DrawRow& draw);
    /// A part that scrolls: `const ScrollPart page = kit.scroll("page", rect, height);` then draw from page.top() on.
    [[nodiscard]] ScrollPart scroll(std::string_view name, const Rect& rect, float content_height);

    // --- For the desk's own painter ---------------------------------------------------------------------------------

    /// Whether the pointer is over the rectangle, and nothing lies in front of it there.
    bool is_over(const Rect& rect) const;
    /// The full name of a local one.
    std::string full(std::string_view local) const;
    /// Whether the keyboard's focus is on it.
    bool has_focus(const world::Target& target) const;
    /// Whether that should be seen.
    bool shows_focus(const world::Target& target) const;
    /// Nothing behind the rectangle can be touched.
    void cover(const Rect& rect);
    /// Scrolls the parts that it lies in so that the rectangle is seen in the next picture.
    void follow(const Rect& rect);

private:
    friend class ScrollPart;

    void draw_button(const world::Target& target, const Rect& rect, bool with_words);
    void draw_tick(const world::Target& target, const Rect& rect);
    void draw_choice(const world::Target& target, const Rect& rect);
    void draw_place(const world::Target& target, const Rect& rect);
    void draw_row(const world::Target& target, const Rect& rect);
    void draw_cell(const world::Target& target, const Rect& rect, const ListStyle& style);
    void draw_tab(const world::Target& target, const Rect& rect);
    void draw_heading(const world::Target& target, const Rect& rect);
    void draw_link(const world::Target& target, const Rect& rect);
    void draw_menu_item(const world::Target& target, const Rect& rect);
    void draw_columns(const world::Target& target, const Rect& rect, const std::vector<Rect>& columns,
                      const std::vector<Column>& kinds, const ListStyle& style);
    void row_ground(const world::Target& target, const Rect& rect, const Feel& feel);
    void focus_mark(const Rect& rect, float radius);
    void follow_selected(const std::vector<const world::Target*>& items, const std::vector<Rect>& places);
    void empty_word(const Rect& rect, const ListStyle& style);
    bool draws_caret(const world::Target& target);

    const Stage& stage_;
    const StageCues& cues_;
    DeskMemory& memory_;
    const world::DeskState& desk_;
    const world::Window* window_;
    std::vector<world::Target> targets_;
    std::string layer_;
    const DeskColours& colours_;
    std::string scroll_; ///< the innermost scrolling part at present, by its full name
};

// The painters of the programs, each in its own file.
void paint_program(Kit& kit, const world::Files& files, const Rect& room);
void paint_program(Kit& kit, const world::Browser& browser, const Rect& room);
void paint_program(Kit& kit, const world::Mail& mail, const Rect& room);
void paint_program(Kit& kit, const world::Editor& editor, const Rect& room);
void paint_program(Kit& kit, const world::Viewer& viewer, const Rect& room);

} // namespace screen
