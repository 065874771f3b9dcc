// The session's trainer: the passphrase, the board, a learner's page.
#include "app/recorded.h"
#include "app/session.h"
#include "app/telling.h"
#include "base/overloaded.h"
#include "base/paths.h"
#include "progress/bodies.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

bool is_deed(const screen::InputEvent& input) {
    return !std::holds_alternative<screen::Nothing>(input) && !std::holds_alternative<screen::LetGo>(input);
}

} // namespace

std::filesystem::path Session::data_folder() const {
    return base::data_folder(choices_.data);
}

// --- Signing in and out ---------------------------------------------------------------------------------------------

bool Session::is_at_trainers() const {
    const auto* replay = std::get_if<screen::ReplayPage>(&page_);
    return std::holds_alternative<TrainerPlace>(page_) || std::holds_alternative<screen::ComposePage>(page_) ||
           (replay != nullptr && !replay->learner.empty());
}

/// Signs out who has left, and takes the answer about a passphrase.
void Session::mind_trainer(const screen::InputEvent& input) {
    if (auto checked = trainer_.checking.take()) {
        settle_passphrase(std::move(*checked));
    }
    if (trainer_.waits_until > 0 && now_ >= trainer_.waits_until) {
        trainer_.waits_until = 0;
        trainer_.said = words_.messages.text("sign-in.may-try");
    }
    const bool has_left = trainer_.key && now_ - trainer_.last_input >= trainer_stays;
    const auto* playing = std::get_if<Playing>(&page_);
    const bool is_learners = std::holds_alternative<screen::WelcomePage>(page_) ||
                             std::holds_alternative<screen::PathPage>(page_) || (playing != nullptr && !leads());
    if (has_left && is_at_trainers()) {
        leave_trainer();
    } else if (has_left || is_learners) {
        trainer_.key.reset();
    }
    if (is_deed(input)) {
        trainer_.last_input = now_;
    }
}

/// Asks for the passes that the trainer's clocks need.
void Session::wake_for_trainer() {
    if (trainer_.key && is_at_trainers()) {
        ui_.wake_in(static_cast<int>(std::max<std::int64_t>(trainer_.last_input + trainer_stays - now_, 0)));
    }
    if (trainer_.waits_until > now_) {
        ui_.wake_in(static_cast<int>(trainer_.waits_until - now_));
    }
}

void Session::open_trainer() {
    if (trainer_.key) {
        open_board();
        return;
    }
    trainer_.said.clear();
    wait_for_passphrase();
    page_ = TrainerPlace{screen::SignInPage{}};
}

/// Where too many passphrases were wrong, says how long to wait.
void Session::wait_for_passphrase() {
    const std::int64_t seconds = progress::seconds_to_wait(data_folder(), choices_.clock.now());
    trainer_.waits_until = seconds > 0 ? now_ + seconds * 1000 : 0;
    if (seconds > 0) {
        constexpr std::int64_t minute = 60;
        const std::string time =
            seconds < minute ? counted(words_.messages, "telling.seconds", seconds)
                             : counted(words_.messages, "telling.whole-minutes", (seconds + minute - 1) / minute);
        trainer_.said = words_.messages.text({"sign-in.wait", {{"time", time}}});
    }
}

void Session::check_passphrase(std::string passphrase, bool is_first) {
    if (trainer_.checking.is_busy()) {
        return;
    }
    trainer_.said.clear();
    trainer_.checking.begin(
        [folder = data_folder(), passphrase = std::move(passphrase), is_first, at = choices_.clock.now()]() mutable {
            auto key =
                is_first ? progress::set_passphrase(folder, passphrase) : progress::unlock(folder, passphrase, at);
            progress::wipe(passphrase);
            return key;
        },
        wake_);
}

void Session::settle_passphrase(base::Result<progress::TrainerKey> key) {
    auto* place = std::get_if<TrainerPlace>(&page_);
    auto* door = place == nullptr ? nullptr : std::get_if<screen::SignInPage>(&place->page);
    if (door == nullptr) {
        return; // the trainer went away meanwhile
    }
    if (key) {
        progress::wipe(door->passphrase.text);
        progress::wipe(door->again.text);
        trainer_.key = std::move(key).value();
        trainer_.last_input = now_;
        trainer_.told.clear();
        trainer_.board_page = {};
        open_board();
        return;
    }
    world::select_all(door->passphrase);
    ui_.focus("passphrase");
    trainer_.said = words_.messages.text({key.error().id + ".what", key.error().arguments}) + " " +
                    words_.messages.text({key.error().id + ".do", key.error().arguments});
    wait_for_passphrase();
}

void Session::leave_trainer() {
    trainer_.key.reset();
    trainer_.board = {};
    trainer_.learner = {};
    trainer_.told.clear();
    sign_out();
}

// --- Pages ----------------------------------------------------------------------------------------------------------

void Session::open_board() {
    trainer_.board.is_read = false;
    read_retention();
    trainer_.board_page.dialog = screen::BoardDialog::none;
    page_ = TrainerPlace{trainer_.board_page};
    look_for_sticks();
}

void Session::open_learner(const std::string& id, bool at_sessions) {
    auto view = read_learner_page(*store_, words_, data_folder(), id, choices_.clock.now());
    if (!view) {
        tell({view.error()});
        return;
    }
    trainer_.learner = std::move(view).value();
    screen::LearnerPage page;
    page.id = id;
    page.tab = at_sessions ? screen::LearnerTab::sessions : screen::LearnerTab::levels;
    page_ = TrainerPlace{std::move(page)};
}

void Session::show_trainer(TrainerPlace& place, screen::Intents& intents) {
    std::visit(
        base::Overloaded{
            [&](screen::SignInPage& page) {
                screen::show(ui_, page,
                             {!progress::has_passphrase(data_folder()), progress::shortest_passphrase,
                              trainer_.checking.is_busy(), trainer_.waits_until > now_, trainer_.said, settings_view()},
                             intents);
            },
            [&](screen::BoardPage& page) { show_board(page, intents); },
            [&](screen::LearnerPage& page) { screen::show(ui_, page, trainer_.learner, settings_view(), intents); },
        },
        place.page);
}

void Session::show_board(screen::BoardPage& page, screen::Intents& intents) {
    const BoardQuery query{page.group, page.search.text, page.first, page.count};
    if (!trainer_.board.is_read || trainer_.board.query != query) {
        auto read = read_board(*store_, words_, query, choices_.clock.now());
        if (read) {
            trainer_.board = std::move(read).value();
        } else {
            tell({read.error()});
            trainer_.board = {};
            trainer_.board.query = query;
            trainer_.board.is_read = true;
        }
    }
    const BoardContent& board = trainer_.board;
    std::vector<std::string> notices = notice_texts_;
    if (!trainer_.leaving.empty()) {
        notices.push_back(
            counted(words_.messages, "board.retention.notice", static_cast<std::int64_t>(trainer_.leaving.size())));
    }
    screen::show(ui_, page,
                 {board.skill_names, board.rows, query.first, board.total, board.in_need, board.is_sorted,
                  board.is_empty, board.groups, notices, trainer_.told, trainer_.retention_months, trainer_.leaving,
                  trainer_.class_lists, trainer_.sticks, trainer_.is_foreign, settings_view()},
                 intents);
    trainer_.board_page = page;
}

std::string Session::trainer_page_name() const {
    const auto& place = std::get<TrainerPlace>(page_);
    constexpr std::array<std::string_view, 3> names{"sign-in", "board", "learner"};
    return std::string(names.at(place.page.index()));
}

// --- Wishes ---------------------------------------------------------------------------------------------------------

void Session::do_trainer_wish(const screen::TrainerWish& wish) {
    const bool opens_door =
        std::holds_alternative<screen::OpenTrainer>(wish) || std::holds_alternative<screen::SetPassphrase>(wish) ||
        std::holds_alternative<screen::TryPassphrase>(wish) || std::holds_alternative<screen::LeaveTrainer>(wish);
    if (!opens_door && (!trainer_.key || !store_)) {
        return;
    }
    std::visit(base::Overloaded{
                   [&](const screen::OpenTrainer&) { open_trainer(); },
                   [&](const screen::SetPassphrase& chosen) { check_passphrase(chosen.passphrase, true); },
                   [&](const screen::TryPassphrase& tried) { check_passphrase(tried.passphrase, false); },
                   [&](const screen::LeaveTrainer&) { leave_trainer(); },
                   [&](const screen::OpenBoard&) { open_board(); },
                   [&](const screen::OpenLearner& wanted) { open_learner(wanted.id, wanted.at_sessions); },
                   [&](const screen::OpenRecording& wanted) { open_recording(wanted.file); },
                   [&](const screen::FindSticks&) {
                       trainer_.told.clear();
                       look_for_sticks();
                   },
                   [&](const screen::ReadClassList& wanted) { read_class_list(wanted.file); },
                   [&](const screen::CarryOut& wanted) { carry_out(wanted); },
                   [&](const screen::CarryIn& wanted) { carry_in(wanted); },
                   [&](const screen::WriteReport& wanted) { write_class_report(wanted); },
                   [&](const screen::ChooseRetention& chosen) { choose_retention(chosen.months); },
               },
               wish);
}

/// Shows a recorded session; where it no longer fits the lessons, says so.
void Session::open_recording(const std::filesystem::path& file) {
    auto recording = read_recorded(file);
    auto begun =
        recording ? begin_recorded(resources_, recording.value().head) : base::Result<tutor::Begun>(recording.error());
    if (!begun) {
        trainer_.learner.said = words_.messages.text("learner.sessions.unfit");
        return;
    }
    screen::ReplayPage page(
        std::make_shared<const tutor::Score>(tutor::score_of(std::move(recording).value(), begun.value().run)));
    page.learner = trainer_.learner.id;
    page_ = std::move(page);
}

} // namespace app
