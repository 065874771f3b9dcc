// The learner's record: what they can do, since when, what comes next, and what frameworks call it.
#pragma once

#include "screen/pages/intent.h"
#include "screen/scroll.h"
#include "screen/ui.h"

#include <cstddef>
#include <string>
#include <vector>

namespace screen {

/// A can-do sentence that was reached.
struct RecordLine {
    std::string text;
    std::string picture;
    std::string note; ///< when, and how
};

/// Those of one module.
struct RecordGroup {
    std::string title;
    std::vector<RecordLine> lines;
};

struct RecordCompetence {
    std::string number; ///< such as `1.3`
    std::string name;
    std::size_t lines = 0;
};

/// The competences of one framework.
struct RecordFramework {
    std::string title;
    std::vector<RecordCompetence> competences;
};

/// How a wish turned out, in words; an empty text for nothing to say.
struct Told {
    std::string text;
    bool is_good = true;
};

struct RecordView {
    std::string picture; ///< the learner's; empty for a guest
    bool is_guest = false;
    std::vector<RecordGroup> groups;
    std::size_t count = 0; ///< lines in all groups
    std::vector<RecordFramework> frameworks;
    std::string next; ///< id of the lesson to go on with; empty when all are done
    std::string next_title;
    std::string next_picture;
    bool is_making = false; ///< the booklet is being drawn
    Told told;
};

struct RecordPage {
    Scrolled scrolled;
};

void show(Ui& ui, RecordPage& page, const RecordView& view, Intents& intents);

} // namespace screen
