// The learner's pointer in a replay.
#pragma once

#include "screen/pages/replay.h"

namespace screen {

/// What the stage shows beside the recorded state: the pointer where it was, with its button; on a desk on its way to
/// what is done next. Moves the page's pointer on.
StageCues replay_cues(ReplayPage& page, const Rect& stage);

} // namespace screen
