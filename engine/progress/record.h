// What a learner can do, and since when: a fold over their events.
#pragma once

#include "lesson/catalogue.h"
#include "progress/event.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace progress {

/// A lesson's can-do sentence that was reached: the lesson was done to its end.
struct CanDo {
    std::string lesson;    ///< id
    std::int64_t at = 0;   ///< ms since 1970 UTC, when it was done for the first time
    bool is_alone = false; ///< it was done without help, then or later
    bool operator==(const CanDo&) const = default;
};

/// A competence of a framework (lesson/frameworks.h) that something reached belongs to.
struct ReachedCompetence {
    std::string name;               ///< such as `DigComp 1.3`
    std::vector<std::size_t> lines; ///< places in Record::reached, in order
    bool operator==(const ReachedCompetence&) const = default;
};

/// A learner's record.
struct Record {
    std::vector<CanDo> reached;                 ///< in teaching order
    std::vector<ReachedCompetence> competences; ///< DigComp's, then Pix's, in order
    std::string next;                           ///< id of the lesson to go on with; empty when all are done
    bool operator==(const Record&) const = default;
};

/// The record of one learner. Lessons that are not in the catalogue have no words, and are left out.
Record record(const lesson::Catalogue& catalogue, const std::vector<Event>& events_of_learner);

} // namespace progress
