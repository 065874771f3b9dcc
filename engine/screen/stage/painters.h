// What the painters of the practice computer share: the stage they draw on, and one entry for each app.
#pragma once

#include "screen/stage/stage.h"
#include "world/desk.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace screen {

/// Where painters draw. They think in stage units; the stage knows what these are in px.
struct Stage {
    Ui& ui;
    Rect rect;
    DeskMemory& desk; ///< what the practice computer's desktop remembers from picture to picture
    float unit = 1;   ///< px of one stage unit

    Stage(Ui& pass, const Rect& place, DeskMemory& memory);

    Picture& picture() const { return ui.picture(); }
    const Theme& theme() const { return ui.theme(); }
    float px(double units) const { return static_cast<float>(units) * unit; }
    Point at(world::Point point) const { return from_stage(rect, point); }
    Rect at(const world::Rectangle& area) const;
};

/// A warm colour for what is pointed out; 3:1 or more with the stage (WCAG 2.2, success criterion 1.4.11).
Colour warm(const Theme& theme);

/// The style of a text whose letters are so many units high, and never smaller than the page's own text of
/// `text_small` where that is asked for by `readable`.
TextStyle text_style(const Stage& stage, double units, Colour colour, bool bold = false, Align align = Align::start);
TextStyle readable(const Stage& stage, TextStyle style);

/// A text with markup, in smaller letters where it would not fit into the room (px).
TextBlock fitted(const Stage& stage, std::string_view markup, TextStyle style, float width, float height);

/// A picture in a square of so many px around a point. Its size does not change with its place.
void picture_at(const Stage& stage, std::string_view name, Point centre, float size, float opacity = 1);

/// A round green badge with a check mark; `share` (0 to 1) is how far it has appeared.
void check_badge(const Stage& stage, Point centre, float radius, float share);

/// A small card with an icon in it.
void icon_card(const Stage& stage, std::string_view name, const Rect& rect);

/// A warm ring around what is pointed out; `swell` is 0 to 1.
void ring_around(const Stage& stage, const Rect& rect, float swell);

/// The pointer of a demonstration, with what it presses and the keys beside it.
void ghost_arrow(const Stage& stage, const StageCues& cues);

/// Lights a part of the stage: what lies around it, up to `room`, becomes a little darker. `swell` is 0 to 1.
void light(const Stage& stage, const Rect& area, const Rect& room, float swell);

/// The keys that are pressed, as caps on a card beside a rectangle, wherever the stage has room.
void key_caps_beside(const Stage& stage, const std::vector<std::string>& caps, const Rect& rect);

/// The place for a card of that size (px) beside a rectangle: to its right, else left, else below or above.
Rect place_beside(const Stage& stage, const Rect& rect, float width, float height);

/// The colour of help on the practice computer, which stands out from all its own.
Colour help_colour(const Stage& stage);

// Each app's painter.
void paint(const Stage& stage, const world::PointerPractice& practice, const StageCues& cues);
void paint(const Stage& stage, const world::KeyboardPractice& practice, const StageCues& cues);
void paint(const Stage& stage, const world::QuizPractice& quiz, const StageCues& cues);
void paint(const Stage& stage, const world::Desk& desk, const StageCues& cues);

// And when it next looks different by itself.
std::optional<int> next_change(const world::PointerPractice& practice, const StageCues& cues, const Look& look);
std::optional<int> next_change(const world::KeyboardPractice& practice, const StageCues& cues, const Look& look);
std::optional<int> next_change(const world::QuizPractice& quiz, const StageCues& cues, const Look& look);
std::optional<int> next_change(const world::Desk& desk, const StageCues& cues, const Look& look);

/// Whether time alone changes a practice's state.
bool lives(const world::PointerPractice& practice);

inline constexpr int smooth = 16;                ///< ms between two pictures of what the learner aims at
inline constexpr int soft = 40;                  ///< ms between two pictures of what is only looked at
inline constexpr std::int64_t pulse_for = 12000; ///< ms that a ring pulses after the last input; then it is still

/// How far the ring around what is pointed out has swollen, 0 to 1.
float pulse(const Stage& stage, const StageCues& cues);

} // namespace screen
