// A session: who is here, which page is shown, which lesson is played. Needs no window: frames go in, pictures come
// out.
#pragma once

#include "app/guided.h"
#include "app/keeper.h"
#include "app/options.h"
#include "app/record_pages.h"
#include "app/recorder.h"
#include "app/resources.h"
#include "app/short_ways.h"
#include "app/stick.h"
#include "app/takeaway.h"
#include "app/trainer.h"
#include "app/voice.h"
#include "progress/learners.h"
#include "progress/path.h"
#include "progress/review.h"
#include "progress/skills.h"
#include "progress/store.h"
#include "screen/pages/advisor.h"
#include "screen/pages/code.h"
#include "screen/pages/compose.h"
#include "screen/pages/guided.h"
#include "screen/pages/path.h"
#include "screen/pages/player.h"
#include "screen/pages/replay.h"
#include "screen/pages/summary.h"
#include "screen/pages/trouble.h"
#include "screen/pages/visit.h"
#include "screen/pages/welcome.h"
#include "screen/ui.h"
#include "tutor/placement.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// A lesson that is being played.
struct Playing {
    tutor::Run run;
    screen::PlayerPage page;
    std::int64_t began_at = 0;             ///< ms of the frames' clock
    std::vector<tutor::StepTaken> taken{}; ///< how each step was done; the last is the present one
    std::string purpose{};                 ///< as LessonStarted says it
    screen::PlayedPart part{};             ///< what is played of the lesson, where that is not all

    // Where a trainer leads, who may go back:
    std::vector<tutor::Input> given{};         ///< all inputs so far
    std::vector<std::size_t> given_before{0U}; ///< how many of them came before each step of `taken`
};

/// A lesson that was finished.
struct Finished {
    std::string lesson;
    std::optional<tutor::ShortWay> short_way{};
    std::vector<std::string> news{}; ///< levels that were reached, with markup
    screen::SummaryPage page{};
};

/// Something that stops the program from going on as it should.
struct Trouble {
    base::Error error;
};

/// The page that is shown, with its state.
using Page = std::variant<screen::WelcomePage, screen::PathPage, Playing, Finished, Trouble, screen::LeftOutPage,
                          screen::ReplayPage, screen::CodePage, screen::GuidedPage, screen::ComposePage,
                          screen::VisitPage, TrainerPlace, RecordPlace>;

/// How a lesson is begun.
struct Attempt {
    std::string step{};        ///< name of the step to begin at; empty for the first
    bool again = false;        ///< although it was left half-way
    std::string purpose{};     ///< as LessonStarted says it
    screen::PlayedPart part{}; ///< where not all of it is played
};

class Session {
public:
    /// `system_layout`: id of the keyboard layout that the computer itself uses.
    Session(Resources resources, Words words, screen::Ui& ui, WindowChoices choices, std::string system_layout);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    Session(Session&&) = delete;
    Session& operator=(Session&&) = delete;

    /// Lets the planner think on a thread of its own, which calls `wake` when a new frame is due. Without it, it thinks
    /// within frames.
    void think_beside(std::function<void()> wake) {
        wake_ = wake;
        advisor_ = std::make_unique<screen::Advisor>(std::move(wake));
    }

    /// Shows one frame: takes its input in, does what it asks for, gives the picture.
    screen::Picture pass(const screen::Frame& frame);

    bool wants_to_quit() const { return wants_to_quit_; }
    const Page& page() const { return page_; }
    const screen::Look& look() const { return look_; }
    const std::string& language() const { return words_.language; }
    /// The modules and lessons as the path page shows them.
    const std::vector<screen::ModuleView>& modules() const { return modules_; }

    /// A short word for the page that is shown, and the step that is played: for tests from outside.
    std::string page_name() const;
    std::string step_name() const;
    /// What the tutor says beside the instruction, and the rung of help in this step.
    std::string tutor_word() const;
    tutor::Help help() const;

private:
    void open_store();
    void open_first_lesson();
    void open_replay();
    void show_page(screen::Intents& intents);
    void show_player(Playing& playing, screen::Intents& intents);
    void show_path(screen::PathPage& page, screen::Intents& intents);
    void do_intent(const screen::Intent& intent);
    void do_inputs(const std::vector<tutor::Input>& inputs);
    void open_lesson(const std::string& id, bool from_the_start);
    void record_for_trainer(const tutor::RecordingHead& head, const std::string& purpose);
    void play(const lesson::Lesson& lesson, const world::Setup& setup, Attempt attempt);
    void leave_lesson();
    void finish_lesson();
    void sign_in(const std::string& learner);
    void sign_in_as_guest();
    void sign_out();
    void join(const screen::NewLearner& chosen);
    void change_look(const screen::Look& look);
    void use_settings(const progress::Settings& settings);
    void use_language(const std::string& language);
    void keep_settings(const progress::SettingsChange& change);
    void refresh();

    // How a visit begins (session_visit.cpp).
    void begin_visit();
    void offer_placement();
    void begin_placement();
    void play_next_task();
    void watch_placement(const Playing& playing);
    void end_task(tutor::TaskEnd end);
    void show_placed();
    void begin_review();
    void finish_review();
    void play_part(const lesson::Lesson& lesson, const world::Setup& setup, const tutor::Part& part,
                   std::string_view purpose, std::string_view line);
    bool ends_part(const Playing& playing, const tutor::Input& input) const;
    void finish_part();
    void leave_part();
    world::Setup fresh_setup_for(const lesson::Lesson& lesson, const progress::ReviewState& last);
    std::vector<std::string> tell_levels();

    void find_people();
    void tell(const base::Faults& faults);
    void speak(const std::string& markup);

    // The trainer: session_trainer.cpp.
    bool is_at_trainers() const;
    void mind_trainer(const screen::InputEvent& input);
    void wake_for_trainer();
    void open_trainer();
    void wait_for_passphrase();
    void check_passphrase(std::string passphrase, bool is_first);
    void settle_passphrase(base::Result<progress::TrainerKey> key);
    void leave_trainer();
    void open_board();
    void open_learner(const std::string& id, bool at_sessions);
    void show_trainer(TrainerPlace& place, screen::Intents& intents);
    void show_board(screen::BoardPage& page, screen::Intents& intents);
    std::string trainer_page_name() const;
    void do_trainer_wish(const screen::TrainerWish& wish);
    void open_recording(const std::filesystem::path& file);
    // Its tools: session_trainer_tools.cpp.
    void look_for_sticks();
    void carry_out(const screen::CarryOut& wish);
    void carry_in(const screen::CarryIn& wish);
    void write_class_report(const screen::WriteReport& wish);
    void tell_trainer(const base::Error& error);
    void read_class_list(const std::filesystem::path& file);
    void read_retention();
    void choose_retention(int months);
    void let_go();
    std::filesystem::path data_folder() const;

    // Sessions of a class (session_guided.cpp):
    bool open_first_plan();
    void lead(const lesson::Plan& plan);
    void follow(const lesson::Plan& plan);
    void follow_plan();
    void end_leading();
    void back_to_start();
    void give_code(const std::string& digits);
    void take_plan_of_stick();
    void compose();
    void save_plan(const lesson::Plan& plan);
    void copy_plan(const lesson::Plan& plan);
    void lead_lesson(std::size_t index);
    void lead_on();
    void lead_back();
    bool reach_goal();
    void note_led(Playing& playing, const tutor::Input& input, bool begins);
    void look_at_sticks(bool anew);
    void read_plans();
    bool leads() const { return guided_ && guided_->leads; }
    bool is_planned(const std::string& lesson) const;
    bool begins_in_plan(const std::string& lesson);
    std::string purpose_of(const std::string& lesson) const;
    std::string next_lesson() const;
    std::string code_of(const lesson::Plan& plan) const;
    screen::GuidedView guided_view(const std::vector<std::string>& titles) const;
    std::vector<std::string> guided_titles() const;
    void show_composing(screen::ComposePage& page, screen::Intents& intents);
    Page page_after_lesson(Page otherwise) const;
    std::string in_words(const base::Error& error) const;
    // Record and data: session_record.cpp.
    void show_record(RecordPlace& place, screen::Intents& intents);
    bool is_on_record() const;
    void do_record_wish(screen::RecordWish wish);
    void open_record();
    void leave_your_data();
    int retention_months() const;
    std::string first_name() const;
    Shelf shelf() const;
    std::filesystem::path file_to_take(const Shelf& shelf, const std::string& stem, std::string_view ending);
    void make_booklet();
    void settle_booklet();
    void take_data();
    void erase_me();

    progress::Store& store() { return guest_store_ ? *guest_store_ : *store_; }
    const progress::Store& store() const { return guest_store_ ? *guest_store_ : *store_; }
    /// Keeps an event of who is here.
    base::Faults keep_event(std::string_view kind, const std::string& body);
    bool keeps() const;
    std::string place_in_words(const base::Place& place) const;
    screen::SettingsView settings_view() const;
    world::Setup setup_for(const lesson::Lesson& lesson);

    Resources resources_;
    Words words_;
    screen::Ui& ui_;
    WindowChoices choices_;
    std::string system_layout_;
    std::string first_language_; ///< before anybody chose
    std::string chosen_layout_;
    std::vector<std::pair<std::string, std::string>> layout_names_;
    screen::Look look_;
    std::int64_t now_ = 0; ///< ms of the frames' clock

    std::optional<progress::Store> store_;
    std::optional<progress::Store> guest_store_;
    base::Faults notices_;
    std::vector<std::string> notice_texts_;
    std::vector<screen::LearnerView> learners_;
    bool more_people_ = false; ///< than are offered
    std::string learner_;      ///< id of who is here; empty for nobody
    std::vector<progress::Event> events_;
    std::vector<progress::LessonProgress> path_;
    std::vector<progress::SkillState> skills_;
    std::optional<tutor::Placement> placement_; ///< while it goes on
    std::vector<screen::ModuleView> modules_;
    std::vector<std::string> left_out_lines_;

    Page page_;
    std::unique_ptr<screen::Advisor> advisor_ = std::make_unique<screen::Advisor>();
    std::function<void()> wake_; ///< for work beside the frames; empty: it is done within them
    Recorded recorded_;
    Trainer trainer_;
    Recorder recorder_;
    Recorder kept_recorder_{{}}; ///< in the data folder, for the trainer
    ShortWays short_ways_;
    Voice voice_;
    bool wants_to_quit_ = false;

    std::optional<Guided> guided_;
    std::vector<screen::PlanView> plans_; ///< kept and shipped ones
    std::vector<std::filesystem::path> sticks_;
    std::optional<StickPlan> stick_plan_;
    std::int64_t sticks_seen_at_ = -1; ///< ms of the frames' clock; -1: not yet
    std::string stick_notice_;         ///< what is wrong with the plan on the stick, in words; may be empty
};

} // namespace app
