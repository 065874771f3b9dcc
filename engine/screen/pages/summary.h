// The end of a lesson: what the learner can say now, the way on, and after a detour the short way.
#pragma once

#include "screen/pages/intent.h"
#include "screen/pages/short_way.h"
#include "screen/scroll.h"
#include "screen/ui.h"

#include <span>
#include <string>

namespace screen {

struct SummaryView {
    std::string lesson; ///< id
    std::string can_do; ///< in the first person
    std::string next;   ///< id of the lesson to go on with; empty when all are done
    std::string next_title;
    bool kept = true;                           ///< whether the result is on disk
    const tutor::ShortWay* short_way = nullptr; ///< where there is one to show
    std::span<const std::string> news{};        ///< levels that were reached, with markup
};

/// The page's own state.
struct SummaryPage {
    Scrolled scrolled;
    WayStrip strip;
};

void show(Ui& ui, SummaryPage& page, const SummaryView& view, Intents& intents);

} // namespace screen
