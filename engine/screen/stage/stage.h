// The stage: draws the practice computer and turns what the person does into actions. Nothing else: no goals, no
// progress. One painter an app of world/; a new one is one file here and one line in stage.cpp.
#pragma once

#include "screen/widgets.h"
#include "world/computer.h"

#include <optional>
#include <vector>

namespace screen {

/// What the player shows on the stage beside the state itself.
struct StageCues {
    std::int64_t now = 0;                     ///< ms since the run began
    bool point_out = false;                   ///< light what is to be dealt with next (help, second rung and higher)
    std::optional<world::Action> next;        ///< what the planner would do next, for pointing out
    std::optional<world::Point> ghost;        ///< a demonstration plays: where its pointer is, stage units
    bool ghost_presses = false;               ///< and whether it holds a button down
    std::optional<world::Button> ghost_button; ///< which
    bool done = false;                        ///< the step is done: things rest, a soft sign of success
};

/// Where the stage lies in a rectangle of the window: as large as fits, in the stage's own proportions.
Rect stage_rect(const Rect& room);

/// From window px to stage units and back. Stage units are rounded to a hundredth, as recordings keep them.
world::Point to_stage(const Rect& stage, Point at);
Point from_stage(const Rect& stage, world::Point at);

/// Draws the practice computer's present state.
void draw_stage(Ui& ui, const world::Computer& computer, const Rect& stage, const StageCues& cues);

/// What the person did to the practice computer in this pass. `has_keyboard`: keys and text are for the stage.
std::vector<world::Deed> stage_deeds(const Ui& ui, const world::Computer& computer, const Rect& stage,
                                     bool has_keyboard);

/// Whether the computer's apps want the keyboard (a typing practice does, a mouse practice does not).
bool wants_keyboard(const world::Computer& computer);

/// Asks the Ui for the next pass when something on the stage moves by itself (a gliding thing, a rest that fills up).
void keep_moving(Ui& ui, const world::Computer& computer, const StageCues& cues);

} // namespace screen
