// What is kept of a learner, where, how long, who sees it; to take along and to erase.
#pragma once

#include "screen/pages/intent.h"
#include "screen/pages/record.h"
#include "screen/scroll.h"
#include "screen/ui.h"

#include <string>

namespace screen {

struct YourDataView {
    std::string folder;       ///< where it is kept
    int months = 12;          ///< for how long after the last visit
    bool is_somebody = false; ///< a learner is here, of whom something is kept
    bool is_guest = false;
    Told told; ///< how taking along or erasing turned out
};

struct YourDataPage {
    bool from_record = false; ///< was opened from there, and leads back there
    bool asks = false;        ///< whether to erase everything
    Scrolled scrolled{};
};

void show(Ui& ui, YourDataPage& page, const YourDataView& view, Intents& intents);

} // namespace screen
