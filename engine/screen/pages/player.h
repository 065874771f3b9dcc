// The player: at the left the tutor (one instruction, help, the way out), at the right the practice computer.
#pragma once

#include "screen/pages/guided.h"
#include "screen/pages/helping.h"
#include "screen/pages/intent.h"
#include "screen/scroll.h"
#include "screen/stage/stage.h"
#include "screen/ui.h"
#include "tutor/run.h"

#include <string>

namespace screen {

/// A part of a lesson that is played to see what its learner knows: it is left without a question.
struct PlayedPart {
    std::string line; ///< said above each instruction
    std::size_t first = 0;
    std::size_t count = 1; ///< of steps
};

struct PlayerView {
    const tutor::Run& run;
    Advisor& advisor;
    std::int64_t now = 0;               ///< ms since the run began
    bool kept = true;                   ///< whether what is done is kept for the learner
    const PlayedPart* part = nullptr;   ///< nullptr for a whole lesson
    const GuidedView* guided = nullptr; ///< where a trainer leads: steps go on at the trainer's key alone
};

/// The page's own state. A new one for each lesson.
struct PlayerPage {
    bool asks_to_leave = false;
    Helping help;
    std::int64_t done_since = -1; ///< ms of the run; -1 while the step is not done
    std::int64_t last_input = 0;  ///< ms of the run, when the learner last did anything
    Scrolled words;               ///< the instruction and the tutor's word, where they are too long for the panel
    std::string last_word;        ///< what the tutor said in the pass before
    DeskMemory desk;              ///< what the practice computer's desktop remembers from picture to picture
    PlanDialog plan;              ///< where a trainer leads
};

void show(Ui& ui, PlayerPage& page, const PlayerView& view, Intents& intents);

} // namespace screen
