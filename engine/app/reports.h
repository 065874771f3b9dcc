// Reports of one learner, a group or all, as files for other programs (progress/report.h says how they are written).
#pragma once

#include "app/resources.h"
#include "progress/report.h"
#include "progress/store.h"

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

enum class ReportFormat { csv, xapi };

/// Whom a report is about, and how it is written.
struct ReportWish {
    ReportFormat format = ReportFormat::csv;
    std::string learner; ///< id; empty for all
    std::string group;   ///< only those of it; empty for all
    bool names = false;  ///< first names are written, too
};

/// `csv` or `xapi`.
std::optional<ReportFormat> report_format(std::string_view name);
/// The ending of such a file: `.csv`, `.jsonl`.
std::string_view report_ending(ReportFormat format);

/// The learners of a store with their groups, in order of id. Error: as Store::all.
base::Result<std::vector<progress::ReportedLearner>> reported_learners(const progress::Store& store);

/// The id of the one learner who is meant by a first name (compared as base::plain does) or an id, in whole or by its
/// first eight digits or more. Errors: `report.no-learner` {learner, known}, `report.many-learners` {learner, known}.
base::Result<std::string> find_learner(const std::vector<progress::ReportedLearner>& learners,
                                       const std::string& name_or_id);

/// Writes a report; one learner's events are in memory at a time. Gives how many learners it has. Errors: as
/// Store::all, `report.no-group` {group, known}.
base::Result<std::size_t> write_report(const progress::Store& store, const Words& words, const ReportWish& wish,
                                       std::ostream& out);

/// The same into a file, which is replaced as a whole once all of it is on the disk. Errors also: `file.unwritable`
/// {file, reason}.
base::Result<std::size_t> write_report(const progress::Store& store, const Words& words, const ReportWish& wish,
                                       const std::filesystem::path& file);

} // namespace app
