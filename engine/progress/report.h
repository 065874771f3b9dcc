// What learners did, for other programs: tables (CSV) and statements for a learning record store (xAPI).
//
// CSV: RFC 4180 with commas, in UTF-8 with a byte order mark, so that LibreOffice and Excel read the accents. A cell
// that a table program could take for a formula begins with an apostrophe (OWASP, "CSV Injection").
//
// xAPI: statements as the Experience API 1.0.3 has them (ADL, 2016), one JSON object a line. Their ids follow from the
// events, so that a store which is given them twice keeps them once. Verbs are ADL's: `initialized` and `resumed` for a
// lesson begun and gone on with, `completed` for a step or lesson done, `suspended` for one left half-way. Nothing is
// `passed` here, since a lesson is practice and never an exam: `success` says that it was done without help, and the
// score of a step is 1 less a fifth for each rung of help (1 to 5); that of a lesson is the mean of its steps.
#pragma once

#include "lesson/catalogue.h"
#include "lesson/messages.h"
#include "progress/event.h"

#include <cstdint>
#include <string>
#include <vector>

namespace progress {

/// A learner as reports name them.
struct ReportedLearner {
    std::string id;
    std::string name;  ///< only written where names are asked for; may be empty
    std::string group; ///< may be empty
};

/// What reports need besides the events.
struct ReportWords {
    const lesson::Catalogue& catalogue;
    const lesson::Messages& messages; ///< `report.column.…` are read
    std::string language;             ///< of the catalogue, such as `fr`
    bool names = false;               ///< first names are written, too
};

/// The table's first line, and a line for each step done and each lesson done; lines end with CR LF.
std::string csv_head(const ReportWords& words);
std::string csv_lines(const ReportedLearner& learner, const std::vector<Event>& events_of_learner,
                      const ReportWords& words);

/// A statement for each lesson begun, gone on with, left or done and each step done; lines end with LF.
std::string xapi_lines(const ReportedLearner& learner, const std::vector<Event>& events_of_learner,
                       const ReportWords& words);

/// A cell of a table, quoted and guarded where it has to be.
std::string csv_cell(std::string text);

/// A moment as ISO 8601 has it, in UTC: `2026-12-01T09:00:00.000Z`. Moments beyond the years 1970 to 9999 are held to
/// them.
std::string iso_time(std::int64_t at);

/// So many ms as an ISO 8601 duration: `PT83.5S`.
std::string iso_duration(std::int64_t ms);

} // namespace progress
