// What the person did on a quiz: mouse and keys become deeds on its targets.
#pragma once

#include "screen/stage/desk_memory.h"
#include "screen/ui.h"
#include "world/quiz.h"

#include <vector>

namespace screen {

/// What the person did in this pass, by where things lay in the last picture.
std::vector<world::Deed> quiz_deeds(Ui& ui, const world::QuizPractice& quiz, const Rect& stage, bool has_keyboard,
                                    DeskMemory& memory);

} // namespace screen
