// A demonstration: the next useful bit of a step, shown at a beginner's pace by a pointer that moves by itself.
//
// It plays on a copy of the run, so that the learner's own state stays untouched. Pure: time comes in by advance().
#pragma once

#include "tutor/run.h"
#include "tutor/sentence.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace tutor {

/// A demonstration and how far it has come. A value; `run.now` is its clock, and `run.computer` is what to draw.
struct Demonstration {
    Run run;                            ///< its own copy
    std::vector<world::Action> actions; ///< what is shown, each at its time (ms of `run.now`)
    std::vector<Sentence> said;         ///< and what is said of each
    std::size_t next = 0;               ///< the first action not yet done
    std::int64_t since = 0;             ///< when the action before it was done (ms)
    world::Point from;                  ///< where its pointer was then, stage units
    std::optional<world::Button> down;  ///< the button that it holds down
};

/// Plans a demonstration from where the learner is: until one more thing is done, for typing the next few characters,
/// on a desk the next few deeds. Nothing where the step is done or no way was found.
std::optional<Demonstration> demonstrate(const Run& run);

/// Lets so many ms pass.
void advance(Demonstration& shown, std::int64_t ms);

/// Whether all was shown, and long enough to be seen.
bool is_over(const Demonstration& shown);

/// Where its pointer is now, stage units, in an even, soft movement; nothing where there is nothing to point at.
std::optional<world::Point> ghost(const Demonstration& shown);

/// The button that it holds down now.
std::optional<world::Button> ghost_button(const Demonstration& shown);

/// How it turns the wheel now: 1 down the page, -1 up, 0 not at all.
int ghost_wheel(const Demonstration& shown);

/// What it does now, in words.
Sentence caption(const Demonstration& shown);

} // namespace tutor
