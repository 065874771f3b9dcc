// The player: at the left the tutor (one instruction, help, the way out), at the right the practice computer.
#pragma once

#include "screen/pages/intent.h"
#include "screen/scroll.h"
#include "screen/stage/stage.h"
#include "screen/ui.h"
#include "tutor/demonstration.h"
#include "tutor/run.h"

#include <optional>
#include <string>

namespace screen {

struct PlayerView {
    const tutor::Run& run;
    std::int64_t now = 0; ///< ms since the run began
    bool kept = true;     ///< whether what is done is kept for the learner
};

/// The page's own state. A new one for each lesson.
struct PlayerPage {
    bool asks_to_leave = false;
    std::optional<tutor::Demonstration> demonstration;
    world::Point shown_from;             ///< where its pointer set out for the next target, stage units
    world::Point shown_at;               ///< and where it is now
    std::size_t shown_next = 0;          ///< the action that it set out for
    std::int64_t shown_until = 0;        ///< ms of the run up to which the demonstration has been advanced
    bool demonstration_was_seen = false; ///< in this step
    std::int64_t done_since = -1;        ///< ms of the run; -1 while the step is not done
    std::optional<world::Action> next;   ///< what the planner would do next, when it was last asked
    std::int64_t next_asked_at = -1;     ///< ms of the run
    std::size_t next_asked_after = 0;    ///< events of the step at that time
    std::int64_t last_input = 0;         ///< ms of the run, when the learner last did anything
    Scrolled words;        ///< the instruction and the tutor's word, where they are too long for the panel
    std::string last_word; ///< what the tutor said in the pass before
    DeskMemory desk;       ///< what the practice computer's desktop remembers from picture to picture
};

void show(Ui& ui, PlayerPage& page, const PlayerView& view, Intents& intents);

} // namespace screen
