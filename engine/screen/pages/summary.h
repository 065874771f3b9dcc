// The end of a lesson: what the learner can say now, and the way on.
#pragma once

#include "screen/pages/intent.h"
#include "screen/ui.h"

#include <string>

namespace screen {

struct SummaryView {
    std::string lesson; ///< id
    std::string can_do; ///< in the first person
    std::string next;   ///< id of the lesson to go on with; empty when all are done
    std::string next_title;
    bool kept = true; ///< whether the result is on disk
};

void show_summary(Ui& ui, const SummaryView& view, Intents& intents);

} // namespace screen
