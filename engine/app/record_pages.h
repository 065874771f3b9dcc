// What the session keeps for the pages about a learner's record and data, and what they show.
#pragma once

#include "app/beside.h"
#include "app/resources.h"
#include "progress/event.h"
#include "progress/record.h"
#include "screen/pages/record.h"
#include "screen/pages/your_data.h"

#include <filesystem>
#include <variant>
#include <vector>

namespace app {

/// One of the pages about record and data.
struct RecordPlace {
    std::variant<screen::RecordPage, screen::YourDataPage> page;
};

/// What is kept while these pages are shown.
struct Recorded {
    screen::RecordView view;
    screen::Told told;                                   ///< on the data page
    Beside<base::Result<std::filesystem::path>> drawing; ///< the booklet
    bool draws_on_stick = false;
    std::vector<std::filesystem::path> on_sticks; ///< files made on sticks since the program began
};

/// What the record page shows of a record: lines, competences and the way on.
screen::RecordView record_view(const Words& words, const progress::Record& record);

} // namespace app
