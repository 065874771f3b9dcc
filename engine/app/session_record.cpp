// The session's pages about what a learner can do, and about their data.
#include "app/booklet.h"
#include "app/forgetting.h"
#include "app/reports.h"
#include "app/session.h"
#include "app/stick.h"
#include "app/takeaway.h"
#include "base/overloaded.h"
#include "base/paths.h"
#include "progress/retention.h"
#include "progress/skills.h"
#include "screen/text.h"

#include <algorithm>

namespace app {

namespace {

/// What went wrong, and what to do.
screen::Told told_of(const lesson::Messages& messages, const base::Error& error) {
    return {messages.text({error.id + ".what", error.arguments}) + " " +
                messages.text({error.id + ".do", error.arguments}),
            false};
}

/// Where a file lies, as people would say it.
std::string shelf_in_words(const lesson::Messages& messages, const Shelf& shelf, const std::filesystem::path& data) {
    if (shelf.is_stick) {
        return messages.text("record.place.stick");
    }
    const bool is_own = shelf.folder.parent_path() == data;
    const std::string folder = is_own ? shelf.folder.string() : shelf.folder.filename().string();
    return messages.text({"record.place.documents", {{"folder", screen::escaped(folder)}}});
}

std::string file_in_words(const std::filesystem::path& file) {
    return screen::escaped(file.filename().string());
}

} // namespace

Shelf Session::shelf() const {
    return find_shelf(find_sticks(choices_.stick), data_folder(), !choices_.data.empty());
}

bool Session::is_on_record() const {
    const auto* place = std::get_if<RecordPlace>(&page_);
    return place != nullptr && std::holds_alternative<screen::RecordPage>(place->page);
}

/// The first name of who is here; empty for a guest.
std::string Session::first_name() const {
    const auto here = std::ranges::find(learners_, learner_, &screen::LearnerView::id);
    return guest_store_ || here == learners_.end() ? std::string() : here->name;
}

void Session::show_record(RecordPlace& place, screen::Intents& intents) {
    settle_booklet();
    std::visit(base::Overloaded{[&](screen::RecordPage& page) { screen::show(ui_, page, recorded_.view, intents); },
                                [&](screen::YourDataPage& page) {
                                    screen::show(ui_, page,
                                                 {screen::escaped(data_folder().string()), retention_months(),
                                                  !learner_.empty() && !guest_store_, guest_store_.has_value(),
                                                  recorded_.told},
                                                 intents);
                                }},
               place.page);
}

void Session::do_record_wish(screen::RecordWish wish) {
    switch (wish) {
    case screen::RecordWish::open_record:
        return open_record();
    case screen::RecordWish::open_your_data:
        recorded_.told = {};
        page_ = RecordPlace{screen::YourDataPage{is_on_record()}};
        return;
    case screen::RecordWish::leave_your_data:
        return leave_your_data();
    case screen::RecordWish::make_booklet:
        return make_booklet();
    case screen::RecordWish::take_data:
        return take_data();
    case screen::RecordWish::erase_me:
        return erase_me();
    }
}

void Session::open_record() {
    if (learner_.empty()) {
        return;
    }
    const auto here = std::ranges::find(learners_, learner_, &screen::LearnerView::id);
    recorded_.view = record_view(words_, progress::record(words_.catalogue, events_));
    recorded_.view.is_guest = guest_store_.has_value();
    recorded_.view.picture = here == learners_.end() ? std::string() : here->picture;
    recorded_.view.is_making = recorded_.drawing.is_busy();
    page_ = RecordPlace{screen::RecordPage{}};
}

void Session::leave_your_data() {
    const auto* place = std::get_if<RecordPlace>(&page_);
    const auto* page = place == nullptr ? nullptr : std::get_if<screen::YourDataPage>(&place->page);
    if (page != nullptr && page->from_record) {
        open_record();
    } else if (learner_.empty()) {
        page_ = screen::WelcomePage{};
    } else {
        page_ = screen::PathPage{};
    }
}

/// For how many months all is kept after the last visit.
int Session::retention_months() const {
    if (!store_) {
        return progress::usual_retention;
    }
    const auto settings = store_->events_of_kind(progress::kind::trainer_settings);
    return settings ? progress::retention_of(settings.value()) : progress::usual_retention;
}

/// The file of a text's name for who is here, on a shelf. It is noted before it is made, so that it is found again
/// whatever happens.
std::filesystem::path Session::file_to_take(const Shelf& shelf, const std::string& stem, std::string_view ending) {
    const std::vector<std::filesystem::path> own =
        shelf.is_stick ? recorded_.on_sticks : made_files(data_folder(), learner_);
    std::filesystem::path file = free_file(shelf.folder, file_name_of(stem), std::string(ending), own);
    if (shelf.is_stick) {
        recorded_.on_sticks.push_back(file);
    } else if (const auto noted = note_made_file(data_folder(), learner_, file); !noted) {
        tell({noted.error()});
    }
    return file;
}

void Session::make_booklet() {
    const Shelf shelf = this->shelf();
    if (recorded_.drawing.is_busy()) {
        return;
    }
    if (guest_store_ && !shelf.is_stick) {
        recorded_.view.told = told_of(words_.messages, base::Error{"booklet.needs-stick", {}, {}});
        return;
    }
    const std::string name = first_name();
    const std::string stem = name.empty() ? words_.messages.text("booklet.file-nameless")
                                          : words_.messages.text({"booklet.file", {{"name", name}}});
    const std::int64_t now = choices_.clock.now();
    const std::filesystem::path file = file_to_take(shelf, stem, ".pdf");
    std::string description =
        booklet_description(words_, resources_.files / "assets" / "art",
                            {name, progress::record(words_.catalogue, events_), progress::skills(events_, now), now});
    recorded_.draws_on_stick = shelf.is_stick;
    recorded_.view.told = {};
    recorded_.view.is_making = true;
    recorded_.drawing.begin([description = std::move(description), file] { return draw_booklet(description, file); },
                            wake_);
}

/// Says how the booklet turned out, once that is known.
void Session::settle_booklet() {
    const auto drawn = recorded_.drawing.take();
    if (!drawn) {
        return;
    }
    recorded_.view.is_making = false;
    if (!*drawn) {
        recorded_.view.told = told_of(words_.messages, drawn->error());
        return;
    }
    const std::filesystem::path& file = drawn->value();
    const Shelf shelf{file.parent_path(), recorded_.draws_on_stick};
    recorded_.view.told = {words_.messages.text({"record.made",
                                                 {{"file", file_in_words(file)},
                                                  {"place", shelf_in_words(words_.messages, shelf, data_folder())}}}),
                           true};
}

void Session::take_data() {
    if (guest_store_ || learner_.empty()) {
        return;
    }
    const Shelf shelf = this->shelf();
    std::error_code error;
    std::filesystem::create_directories(shelf.folder, error);
    const std::string name = first_name();
    const std::string stem =
        words_.messages.text({"report.file", {{"name", name.empty() ? learner_.substr(0, 8) : name}}});
    std::vector<std::string> files;
    for (const ReportFormat format : {ReportFormat::csv, ReportFormat::xapi}) {
        const std::filesystem::path file = file_to_take(shelf, stem, report_ending(format));
        const auto written = write_report(*store_, words_, {format, learner_, {}, true}, file);
        if (!written) {
            recorded_.told = told_of(words_.messages, written.error());
            return;
        }
        files.push_back(file_in_words(file));
    }
    recorded_.told = {words_.messages.text({"privacy.taken",
                                            {{"place", shelf_in_words(words_.messages, shelf, data_folder())},
                                             {"table", files.at(0)},
                                             {"statements", files.at(1)}}}),
                      true};
}

void Session::erase_me() {
    if (guest_store_ || learner_.empty() || !store_) {
        return;
    }
    const auto forgotten = forget(*store_, data_folder(), learner_, choices_.clock.now());
    if (!forgotten && forgotten.error().id != "privacy.files-left") {
        recorded_.told = told_of(words_.messages, forgotten.error());
        return;
    }
    const std::string said = words_.messages.text("privacy.erased");
    sign_out();
    if (!forgotten) {
        tell({forgotten.error()});
    }
    if (auto* welcome = std::get_if<screen::WelcomePage>(&page_)) {
        welcome->said = said;
    }
}

} // namespace app
