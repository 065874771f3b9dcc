// The stage: draws the practice computer and turns what the person does into actions. Nothing else: no goals, no
// progress. One painter an app of world/; a new one is one file here and one line in stage.cpp.
#pragma once

#include "screen/stage/desk_memory.h"
#include "screen/widgets.h"
#include "world/computer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace screen {

/// What the player shows on the stage beside the state itself.
struct StageCues {
    std::int64_t now = 0;                      ///< ms since the run began
    std::int64_t step_began = 0;               ///< when the present step did, ms since the run began
    std::int64_t last_input = 0;               ///< when the learner last did anything, ms since the run began
    bool has_keyboard = true;                  ///< keys and text go to the stage: a field shows its caret
    bool light_area = false;                   ///< light the part that `next` lies in (help, second rung)
    bool point_out = false;                    ///< ring what `next` is done to (help, third rung and higher)
    std::optional<world::Action> next;         ///< what the planner would do next, for pointing out
    bool demonstrates = false;                 ///< a demonstration plays: it is not the learner's own state
    std::optional<world::Point> ghost;         ///< where its pointer is, stage units
    bool ghost_presses = false;                ///< and whether it holds a button down
    std::optional<world::Button> ghost_button; ///< which
    int ghost_wheel = 0;                       ///< and how it turns the wheel: 1 down the page, -1 up, 0 not at all
    std::optional<world::Action> shown;        ///< what the demonstration is about to do
    bool ghost_carries = false;                ///< it drags the target of that
    std::vector<std::string> caps;             ///< what stands on the keys that are to be pressed, or are being pressed
    bool done = false;                         ///< the step is done: things rest, a soft sign of success
};

/// Where the stage lies in a rectangle of the window: as large as fits, in the stage's own proportions.
Rect stage_rect(const Rect& room);

/// From window px to stage units and back. Stage units are rounded to a hundredth, as recordings keep them.
world::Point to_stage(const Rect& stage, Point at);
Point from_stage(const Rect& stage, world::Point at);

/// Draws the practice computer's present state.
void draw_stage(Ui& ui, const world::Computer& computer, const Rect& stage, const StageCues& cues, DeskMemory& memory);

/// What the person did to the practice computer in this pass. `has_keyboard`: keys and text are for the stage.
std::vector<world::Deed> stage_deeds(Ui& ui, const world::Computer& computer, const Rect& stage, bool has_keyboard,
                                     DeskMemory& memory);

/// Whether the computer's apps want the keyboard (a typing practice does, a mouse practice does not).
bool wants_keyboard(const world::Computer& computer);

/// Whether the Tab key is what is to be pressed on the stage now, or moves the focus there. Otherwise it belongs to the
/// page, as F1 always does.
bool wants_tab(const world::Computer& computer, const DeskMemory& memory);

/// Whether Escape is the practice computer's: something is open there that it closes, or a field is being written.
bool wants_escape(const world::Computer& computer);

/// Whether things on the practice computer are touched by their names (a desktop), not by where the pointer is.
bool has_targets(const world::Computer& computer);

/// What a deed is done to that the practice computer knows by its name, and where that lies (stage units): for the
/// pointer of a demonstration. Nothing where it is not aimed at a target, or this cannot be seen.
std::optional<world::Point> place_of(const world::Computer& computer, const world::Action& action,
                                     const DeskMemory& memory, const Rect& stage);

/// Whether time alone changes the computer's state (something glides, the pointer rests on a thing): it wants to hear
/// of the time that passes, as world::Wait. What is only drawn, such as a picture story, does not count.
bool lives(const world::Computer& computer);

/// In how many ms the stage looks different though nobody does anything (a gliding thing, a rest that fills up, a
/// picture story, a caret); nothing where only input changes it.
std::optional<int> next_change(const world::Computer& computer, const StageCues& cues, const Look& look);

/// Asks the Ui for the next pass when something on the stage moves by itself. What glides (a check mark that appears)
/// asks while it is drawn.
void keep_moving(Ui& ui, const world::Computer& computer, const StageCues& cues);

} // namespace screen
