// The trainer's tools: class lists, progress out and in by stick, reports, and how long learners are kept.
#include "app/class_files.h"
#include "app/exchange.h"
#include "app/forgetting.h"
#include "app/recordings.h"
#include "app/reports.h"
#include "app/session.h"
#include "app/stick.h"
#include "app/takeaway.h"
#include "app/telling.h"
#include "progress/bodies.h"

#include <algorithm>
#include <optional>

namespace app {

namespace {

constexpr std::size_t most_faults_told = 5;

} // namespace

void Session::look_for_sticks() {
    trainer_.class_lists.clear();
    trainer_.sticks.clear();
    trainer_.is_foreign = false;
    const std::vector<std::filesystem::path> sticks = find_sticks(choices_.stick);
    for (const std::filesystem::path& stick : sticks) {
        trainer_.sticks.push_back({stick, stick.filename().string()});
    }
    for (const std::filesystem::path& file : find_class_lists(sticks, data_folder())) {
        trainer_.class_lists.push_back({file, file.filename().string()});
    }
}

void Session::tell_trainer(const base::Error& error) {
    trainer_.told.push_back(words_.messages.text({error.id + ".what", error.arguments}) + " " +
                            words_.messages.text({error.id + ".do", error.arguments}));
}

void Session::carry_out(const screen::CarryOut& wish) {
    trainer_.told.clear();
    const ExportChoice choice{std::nullopt, wish.group.empty() ? std::nullopt : std::optional(wish.group)};
    const auto done = export_events(*store_, wish.stick, *trainer_.key, choice, choices_.clock.now());
    if (done) {
        trainer_.told.push_back(words_.messages.text("board.carry-out.done"));
    } else {
        tell_trainer(done.error());
    }
}

void Session::carry_in(const screen::CarryIn& wish) {
    trainer_.told.clear();
    const auto done = import_files(*store_, {wish.stick}, {&*trainer_.key, wish.passphrase}, choices_.clock.now());
    if (!done) {
        tell_trainer(done.error());
        return;
    }
    const Imported& imported = done.value();
    const auto is_foreign = [](const base::Error& error) {
        return error.id == "sealed.other-trainer" || error.id == "sealed.wrong-passphrase";
    };
    trainer_.is_foreign = std::ranges::any_of(imported.failed, is_foreign);
    if (imported.files > 0) {
        trainer_.told.push_back(
            counted(words_.messages, "board.carry-in.files", static_cast<std::int64_t>(imported.files)) + " " +
            counted(words_.messages, "board.carry-in.added", static_cast<std::int64_t>(imported.merged.added)));
    }
    for (const base::Error& error : imported.failed) {
        tell_trainer(error);
    }
    refresh();
}

void Session::write_class_report(const screen::WriteReport& wish) {
    trainer_.told.clear();
    const Shelf shelf = find_shelf(find_sticks(choices_.stick), data_folder(), !choices_.data.empty());
    std::error_code error;
    std::filesystem::create_directories(shelf.folder, error);
    const ReportFormat format = wish.as_statements ? ReportFormat::xapi : ReportFormat::csv;
    const std::string whom = wish.group.empty() ? words_.messages.text("board.group.all") : wish.group;
    const std::string stem = file_name_of(words_.messages.text({"report.file", {{"name", whom}}}));
    const std::filesystem::path file = free_file(shelf.folder, stem, std::string(report_ending(format)), {});
    const auto written = write_report(*store_, words_, {format, {}, wish.group, wish.names}, file);
    if (written) {
        trainer_.told.push_back(words_.messages.text({"board.report.done", {{"file", file.string()}}}));
    } else {
        tell_trainer(written.error());
    }
}

void Session::read_class_list(const std::filesystem::path& file) {
    const ClassImport done = import_class_list(*store_, file, words_.language, choices_.clock.now());
    trainer_.told.clear();
    for (const base::Error& fault : done.faults) {
        if (trainer_.told.size() == most_faults_told) {
            trainer_.told.push_back(words_.messages.text(
                {"board.classes.more-faults", {{"count", std::to_string(done.faults.size() - most_faults_told)}}}));
            break;
        }
        trainer_.told.push_back(place_in_words(fault.place) + (fault.place.file.empty() ? "" : " ") +
                                words_.messages.text({fault.id + ".what", fault.arguments}) + " " +
                                words_.messages.text({fault.id + ".do", fault.arguments}));
    }
    if (done.faults.empty()) {
        trainer_.told.push_back(counted(words_.messages, "board.classes.added", static_cast<std::int64_t>(done.added)));
        if (done.known > 0) {
            trainer_.told.back() +=
                " " + counted(words_.messages, "board.classes.known", static_cast<std::int64_t>(done.known));
        }
    }
    refresh();
}

// --- How long learners are kept -------------------------------------------------------------------------------------

/// Reads the setting, and who will go within 30 days.
void Session::read_retention() {
    const auto settings = store_->events_of_kind(progress::kind::trainer_settings);
    trainer_.retention_months = progress::retention_of(settings ? settings.value() : std::vector<progress::Event>{});
    const auto found = goers(*store_, trainer_.retention_months, choices_.clock.now());
    trainer_.leaving.clear();
    for (const Goer& goer : found ? found.value() : std::vector<Goer>{}) {
        const std::string name = goer.name.empty() ? words_.messages.text("board.nameless") : goer.name;
        trainer_.leaving.push_back(
            goer.leaving == progress::Leaving::stays
                ? words_.messages.text({"board.retention.until",
                                        {{"name", name}, {"day", day_in_words(words_.messages, goer.until, true)}}})
                : words_.messages.text({"board.retention.over", {{"name", name}}}));
    }
}

void Session::choose_retention(int months) {
    tell(keep(*store_, std::string(progress::nobody), progress::kind::trainer_settings,
              progress::body_of(progress::TrainerSettings{months}), choices_.clock.now()));
    read_retention();
}

/// At an opening: erases those whose time is over and was noted to be, and notes it for the others.
void Session::let_go() {
    const std::int64_t now = choices_.clock.now();
    remove_old_recordings(data_folder(), now);
    const auto settings = store_->events_of_kind(progress::kind::trainer_settings);
    if (!settings || !keeps()) {
        return;
    }
    const auto found = goers(*store_, progress::retention_of(settings.value()), now);
    for (const Goer& goer : found ? found.value() : std::vector<Goer>{}) {
        if (goer.leaving == progress::Leaving::is_to_be_noted) {
            tell(keep(*store_, goer.id, progress::kind::learner_leaving, "{}", now));
        } else if (goer.leaving == progress::Leaving::is_to_be_erased) {
            if (const auto forgotten = forget(*store_, data_folder(), goer.id, now); !forgotten) {
                tell({forgotten.error()});
            }
        }
    }
}

} // namespace app
