// Reports learner by learner.
#include "app/reports.h"

#include "base/text.h"
#include "progress/bodies.h"
#include "progress/learners.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <map>
#include <ostream>
#include <set>
#include <unistd.h>

namespace app {

namespace {

constexpr std::size_t shortest_id = 8; // digits
constexpr std::size_t most_told = 12;

/// The group of each learner who is in one.
base::Result<std::map<std::string, std::string>> groups_of(const progress::Store& store) {
    COUCOU_TRY(const auto events, store.events_of_kind(progress::kind::learner_group));
    std::map<std::string, std::string> groups;
    for (const progress::Event& event : events) {
        if (const auto body = progress::read_learner_group(event.body)) {
            groups[event.learner] = body->group;
        }
    }
    return groups;
}

std::string listed(const std::vector<std::string>& words) {
    const std::vector<std::string> first(
        words.begin(), words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), most_told)));
    std::vector<std::string_view> views(first.begin(), first.end());
    return base::join(views, ", ") + (words.size() > most_told ? ", …" : "");
}

/// How a learner is told from others: name and beginning of the id.
std::string told(const progress::ReportedLearner& learner) {
    const std::string id = learner.id.substr(0, shortest_id);
    return learner.name.empty() ? id : learner.name + " (" + id + ")";
}

/// Whether what was written is on the disk now, so that a stick can be pulled out.
bool is_on_disk(const std::filesystem::path& file) {
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = descriptor >= 0 && fsync(descriptor) == 0;
    if (descriptor >= 0) {
        close(descriptor);
    }
    return done;
}

bool is_meant(const progress::ReportedLearner& learner, const std::string& name_or_id) {
    return learner.id == name_or_id || (name_or_id.size() >= shortest_id && learner.id.starts_with(name_or_id)) ||
           (!learner.name.empty() && base::plain(learner.name) == base::plain(name_or_id));
}

} // namespace

std::optional<ReportFormat> report_format(std::string_view name) {
    if (name == "csv") {
        return ReportFormat::csv;
    }
    return name == "xapi" ? std::optional(ReportFormat::xapi) : std::nullopt;
}

std::string_view report_ending(ReportFormat format) {
    return format == ReportFormat::csv ? ".csv" : ".jsonl";
}

base::Result<std::vector<progress::ReportedLearner>> reported_learners(const progress::Store& store) {
    COUCOU_TRY(const auto known, progress::read_learners(store));
    COUCOU_TRY(const auto groups, groups_of(store));
    std::vector<progress::ReportedLearner> learners;
    for (const progress::Learner& learner : known) {
        const auto group = groups.find(learner.id);
        learners.push_back({learner.id, learner.name, group == groups.end() ? "" : group->second});
    }
    std::ranges::sort(learners, {}, &progress::ReportedLearner::id);
    return learners;
}

base::Result<std::string> find_learner(const std::vector<progress::ReportedLearner>& learners,
                                       const std::string& name_or_id) {
    std::vector<std::string> meant;
    std::vector<std::string> all;
    std::string id;
    for (const progress::ReportedLearner& learner : learners) {
        all.push_back(told(learner));
        if (is_meant(learner, name_or_id)) {
            meant.push_back(told(learner));
            id = learner.id;
        }
    }
    if (meant.size() == 1) {
        return id;
    }
    return base::Error{meant.empty() ? "report.no-learner" : "report.many-learners",
                       {{"learner", name_or_id}, {"known", listed(meant.empty() ? all : meant)}},
                       {}};
}

base::Result<std::size_t> write_report(const progress::Store& store, const Words& words, const ReportWish& wish,
                                       std::ostream& out) {
    COUCOU_TRY(const auto learners, reported_learners(store));
    std::set<std::string> groups;
    for (const progress::ReportedLearner& learner : learners) {
        groups.insert(learner.group);
    }
    groups.erase("");
    if (!wish.group.empty() && !groups.contains(wish.group)) {
        return base::Error{
            "report.no-group", {{"group", wish.group}, {"known", listed({groups.begin(), groups.end()})}}, {}};
    }
    const progress::ReportWords report{words.catalogue, words.messages, words.language, wish.names};
    if (wish.format == ReportFormat::csv) {
        out << progress::csv_head(report);
    }
    std::size_t written = 0;
    for (const progress::ReportedLearner& learner : learners) {
        if ((!wish.learner.empty() && learner.id != wish.learner) ||
            (!wish.group.empty() && learner.group != wish.group)) {
            continue;
        }
        COUCOU_TRY(const auto events, store.events_of(learner.id));
        out << (wish.format == ReportFormat::csv ? progress::csv_lines(learner, events, report)
                                                 : progress::xapi_lines(learner, events, report));
        ++written;
    }
    return written;
}

base::Result<std::size_t> write_report(const progress::Store& store, const Words& words, const ReportWish& wish,
                                       const std::filesystem::path& file) {
    const std::filesystem::path part = file.string() + ".part";
    const auto failure = [&] {
        const char* reason = strerrorname_np(errno);
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        return base::Error{
            "file.unwritable", {{"file", file.string()}, {"reason", reason == nullptr ? "" : reason}}, {}};
    };
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    if (!out) {
        return failure();
    }
    const auto written = write_report(store, words, wish, out);
    out.close();
    if (!written) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        return written.error();
    }
    if (!out || !is_on_disk(part) || std::rename(part.c_str(), file.c_str()) != 0) {
        return failure();
    }
    return written.value();
}

} // namespace app
