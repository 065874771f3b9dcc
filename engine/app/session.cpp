// The session's pages: what is shown, and what follows from what the person asks for.
#include "app/session.h"

#include "app/recorded.h"
#include "app/recordings.h"
#include "app/views.h"
#include "base/overloaded.h"
#include "progress/purpose.h"
#include "progress/tolerance.h"
#include "screen/text.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

/// Seeds are small enough to be told to somebody.
constexpr std::uint64_t most_seeds = 1'000'000;

/// The safety dial (see world::Setup) follows the lesson's level, and goes one on each time that the lesson was done.
int safety_of(const lesson::Lesson& lesson, const progress::LessonProgress* before) {
    return std::clamp(lesson.level + (before == nullptr ? 0 : before->times_done), 1, 3);
}

bool holds(const std::vector<world::Event>& events, std::string_view name) {
    return std::ranges::any_of(events, [&](const world::Event& event) { return event.fact.name == name; });
}

/// Keeps what is done in a step, for the short way at the end of the lesson.
void note_deed(Playing& playing, const tutor::Input& input) {
    if (!playing.run.step_is_done) {
        playing.taken.back().inputs.push_back(input);
    }
}

/// A step begins, or begins again: what was done in it before counts no more.
void begin_taking(Playing& playing) {
    if (playing.taken.back().beginning.step == playing.run.step) {
        playing.taken.pop_back();
    }
    playing.taken.push_back({playing.run, {}});
}

} // namespace

Session::Session(Resources resources, Words words, screen::Ui& ui, WindowChoices choices, std::string system_layout)
    : resources_(std::move(resources)), words_(std::move(words)), ui_(ui), choices_(std::move(choices)),
      system_layout_(std::move(system_layout)), first_language_(words_.language), chosen_layout_(choices_.layout),
      recorder_(choices_.record) {
    for (const world::Layout& layout : resources_.layouts) {
        layout_names_.emplace_back(layout.id, layout.name);
    }
    if (choices_.replay.empty()) {
        open_store();
    } else {
        open_replay();
    }
}

/// A lesson whose window is closed has been left.
Session::~Session() {
    if (const auto* playing = std::get_if<Playing>(&page_)) {
        recorder_.end(playing->run);
        kept_recorder_.end(playing->run);
    }
}

/// Shows a recording. No learner's progress is opened for it.
void Session::open_replay() {
    auto recording = read_recorded(choices_.replay);
    if (!recording) {
        page_ = Trouble{recording.error()};
        return;
    }
    const tutor::RecordingHead& head = recording.value().head;
    const auto begun = begin_recorded(resources_, head);
    if (!begun) {
        page_ = Trouble{begun.error()};
        return;
    }
    use_language(head.language);
    page_ = screen::ReplayPage(
        std::make_shared<const tutor::Score>(tutor::score_of(std::move(recording).value(), begun.value().run)));
}

/// Opens the lesson that the command line names, once there is a clock.
void Session::open_first_lesson() {
    if (!choices_.replay.empty() || std::holds_alternative<Trouble>(page_)) {
        return;
    }
    if (open_first_plan() || choices_.lesson.empty()) {
        return;
    }
    sign_in_as_guest();
    open_lesson(choices_.lesson, true);
    choices_.lesson.clear();
}

// --- Frames ---------------------------------------------------------------------------------------------------------

screen::Picture Session::pass(const screen::Frame& frame) {
    now_ = frame.now;
    open_first_lesson();
    mind_trainer(frame.input);
    ui_.begin(frame, look_, words_.messages);
    screen::Intents intents;
    show_page(intents);
    screen::Picture picture = ui_.end();
    wake_for_trainer();
    for (const screen::Intent& intent : intents) {
        do_intent(intent);
    }
    if (const auto* playing = std::get_if<Playing>(&page_); playing != nullptr && placement_) {
        watch_placement(*playing);
    }
    if (!intents.empty()) {
        ui_.wake_in(0);
    }
    return picture;
}

void Session::show_page(screen::Intents& intents) {
    std::visit(base::Overloaded{
                   [&](screen::WelcomePage& page) {
                       look_at_sticks(false);
                       const bool offers = !guided_ && stick_plan_ && stick_plan_->plan;
                       std::vector<std::string> notices = notice_texts_;
                       if (!stick_notice_.empty()) {
                           notices.push_back(stick_notice_);
                       }
                       screen::show(ui_, page,
                                    {learners_, notices, settings_view(), more_people_,
                                     guided_ ? title_of(guided_->plan, words_) : std::string(),
                                     offers ? title_of(*stick_plan_->plan, words_) : std::string()},
                                    intents);
                   },
                   [&](screen::PathPage& page) { show_path(page, intents); },
                   [&](Playing& playing) { show_player(playing, intents); },
                   [&](Finished& finished) {
                       const lesson::Lesson* done = words_.catalogue.find(finished.lesson);
                       const std::string next = next_lesson();
                       const lesson::Lesson* after = words_.catalogue.find(next);
                       screen::show(ui_, finished.page,
                                    {finished.lesson, done == nullptr ? "" : done->can_do, next,
                                     after == nullptr ? "" : after->title, keeps(),
                                     finished.short_way ? &*finished.short_way : nullptr, finished.news},
                                    intents);
                   },
                   [&](const Trouble& trouble) {
                       const std::string& id = trouble.error.id;
                       screen::show_trouble(ui_,
                                            {words_.messages.text({id + ".what", trouble.error.arguments}),
                                             words_.messages.text({id + ".do", trouble.error.arguments}),
                                             place_in_words(trouble.error.place), true, choices_.replay.empty()},
                                            intents);
                   },
                   [&](screen::LeftOutPage& page) { screen::show(ui_, page, left_out_lines_, intents); },
                   [&](screen::ReplayPage& page) { screen::show(ui_, page, settings_view(), intents); },
                   [&](screen::VisitPage& page) { screen::show(ui_, page, intents); },
                   [&](screen::CodePage& page) { screen::show(ui_, page, intents); },
                   [&](screen::GuidedPage& page) {
                       const std::vector<std::string> titles = guided_titles();
                       screen::show(ui_, page, guided_view(titles), intents);
                   },
                   [&](screen::ComposePage& page) { show_composing(page, intents); },
                   [&](RecordPlace& place) { show_record(place, intents); },
                   [&](TrainerPlace& place) { show_trainer(place, intents); },
               },
               page_);
}

/// Where in a file the trouble lies; empty where no file is known.
std::string Session::place_in_words(const base::Place& place) const {
    const std::vector<base::Argument> arguments{{"file", place.file}, {"line", std::to_string(place.line)}};
    return place.file.empty() ? std::string()
                              : words_.messages.text({place.line > 0 ? "trouble.line" : "trouble.file", arguments});
}

void Session::show_path(screen::PathPage& page, screen::Intents& intents) {
    const auto here = std::ranges::find(learners_, learner_, &screen::LearnerView::id);
    const screen::LearnerView nobody;
    const std::string next = next_lesson();
    screen::show(ui_, page,
                 {guest_store_ || here == learners_.end() ? nobody : *here, modules_, next,
                  words_.catalogue.left_out.size(), notice_texts_, settings_view()},
                 intents);
}

void Session::show_player(Playing& playing, screen::Intents& intents) {
    const std::vector<std::string> titles = guided_titles();
    const screen::GuidedView guided = guided_view(titles);
    screen::show(ui_, playing.page,
                 {playing.run, *advisor_, now_ - playing.began_at, keeps(),
                  progress::is_for_itself(playing.purpose) ? nullptr : &playing.part, leads() ? &guided : nullptr},
                 intents);
}

std::string Session::page_name() const {
    if (std::holds_alternative<RecordPlace>(page_)) {
        return is_on_record() ? "record" : "your-data";
    }
    if (std::holds_alternative<TrainerPlace>(page_)) {
        return trainer_page_name();
    }
    if (const auto* visit = std::get_if<screen::VisitPage>(&page_)) {
        return visit->name;
    }
    constexpr std::array<std::string_view, 10> names{"welcome",  "path",   "player", "summary", "trouble",
                                                     "left-out", "replay", "code",   "guided",  "compose"};
    return std::string(names.at(page_.index()));
}

std::string Session::step_name() const {
    if (const auto* replaying = std::get_if<screen::ReplayPage>(&page_)) {
        return replaying->replay.run.current().name;
    }
    const auto* playing = std::get_if<Playing>(&page_);
    return playing == nullptr ? std::string() : playing->run.current().name;
}

std::string Session::tutor_word() const {
    const auto* playing = std::get_if<Playing>(&page_);
    return playing == nullptr ? std::string() : playing->page.last_word;
}

tutor::Help Session::help() const {
    const auto* playing = std::get_if<Playing>(&page_);
    return playing == nullptr ? tutor::Help::none : playing->run.help;
}

// --- Wishes ---------------------------------------------------------------------------------------------------------

void Session::do_intent(const screen::Intent& intent) {
    std::visit(base::Overloaded{
                   [&](const screen::ChooseLanguage& chosen) {
                       use_language(chosen.language);
                       progress::SettingsChange change;
                       change.language = chosen.language;
                       keep_settings(change);
                   },
                   [&](const screen::FindPeople&) { find_people(); },
                   [&](const screen::ChooseLearner& chosen) {
                       sign_in(chosen.id);
                       follow_plan();
                   },
                   [&](const screen::NewLearner& chosen) {
                       join(chosen);
                       follow_plan();
                   },
                   [&](const screen::TryAsGuest&) {
                       sign_in_as_guest();
                       follow_plan();
                   },
                   [&](const screen::ChangeLook& change) { change_look(change.look); },
                   [&](const screen::ChooseLayout& chosen) {
                       chosen_layout_ = chosen.layout;
                       progress::SettingsChange change;
                       change.layout = chosen.layout;
                       keep_settings(change);
                   },
                   [&](const screen::OpenLesson& wanted) { open_lesson(wanted.id, wanted.from_the_start); },
                   [&](const screen::Play& play) { do_inputs(play.inputs); },
                   [&](const screen::LeaveLesson&) { leave_lesson(); },
                   [&](const screen::BeginPlacement&) { begin_placement(); },
                   [&](const screen::BeginReview&) { begin_review(); },
                   [&](const screen::ChangePerson&) { sign_out(); },
                   [&](const screen::ShowLeftOut&) { page_ = screen::LeftOutPage{}; },
                   [&](const screen::Back&) { page_ = screen::PathPage{}; },
                   [&](const screen::TryAgain&) { choices_.replay.empty() ? open_store() : open_replay(); },
                   [&](const screen::GoOnWithoutKeeping&) {
                       page_ = screen::WelcomePage{};
                       if (!store_) {
                           sign_in_as_guest();
                       }
                   },
                   [&](const screen::Speak& speech) { speak(speech.text); },
                   [&](const screen::Quit&) { wants_to_quit_ = true; },
                   [&](const screen::EnterCode&) { page_ = screen::CodePage{}; },
                   [&](const screen::GiveCode& given) { give_code(given.digits); },
                   [&](const screen::TakePlan&) { take_plan_of_stick(); },
                   [&](const screen::DropPlan&) { guided_.reset(); },
                   [&](const screen::BackToStart&) { trainer_.key && !leads() ? open_board() : back_to_start(); },
                   [&](const screen::ComposePlan&) { compose(); },
                   [&](const screen::SavePlan& wanted) { save_plan(wanted.plan); },
                   [&](const screen::CopyPlan& wanted) { copy_plan(wanted.plan); },
                   [&](const screen::LeadPlan& wanted) { lead(wanted.plan); },
                   [&](const screen::LeadLesson& wanted) { lead_lesson(wanted.index); },
                   [&](const screen::LeadOn&) { lead_on(); },
                   [&](const screen::LeadBack&) { lead_back(); },
                   [&](const screen::EndLeading&) {
                       end_leading();
                       if (trainer_.key) {
                           open_board();
                       }
                   },
                   [&](screen::RecordWish wish) { do_record_wish(wish); },
                   [&](const auto& wish) { do_trainer_wish(wish); },
               },
               intent);
}

void Session::speak(const std::string& markup) {
    voice_.speak(screen::plain_text(markup), words_.language);
}

// --- Lessons --------------------------------------------------------------------------------------------------------

world::Setup Session::setup_for(const lesson::Lesson& lesson) {
    world::Setup setup;
    setup.seed = choices_.seed.value_or(static_cast<std::uint64_t>(choices_.clock.now()) % most_seeds);
    setup.tolerance = progress::tolerance(events_);
    const world::Layout* layout = find_layout(resources_, chosen_layout_);
    layout = layout != nullptr ? layout : find_layout(resources_, system_layout_);
    setup.layout = layout != nullptr ? *layout : resources_.layouts.front();
    setup.safety = safety_of(lesson, progress::find(path_, lesson.id));
    if (is_planned(lesson.id)) {
        use_plan(setup, guided_->plan, lesson.level, resources_);
    }
    if (const auto added = add_sites(setup, lesson, resources_, words_); !added) {
        tell({added.error()});
    }
    return setup;
}

void Session::open_lesson(const std::string& id, bool from_the_start) {
    const lesson::Lesson* found = words_.catalogue.find(id);
    if (found == nullptr) {
        page_ = Trouble{base::Error{"play.no-lesson", {{"lesson", id}}, {}}};
        return;
    }
    const progress::LessonProgress* before = progress::find(path_, id);
    std::optional<std::string> step;
    from_the_start = begins_in_plan(id) || from_the_start;
    if (before != nullptr && before->under_way && !from_the_start) {
        step = progress::resume_step(*found, *before);
    }
    const bool again = before != nullptr && before->under_way && !step;
    play(*found, setup_for(*found), {step.value_or(""), again, purpose_of(id)});
}

void Session::play(const lesson::Lesson& lesson, const world::Setup& setup, Attempt attempt) {
    tutor::Begun begun = tutor::begin(std::make_shared<const lesson::Lesson>(lesson), setup, attempt.step);
    tell(keep_event(progress::kind::lesson_started, progress::body_of(progress::LessonStarted{
                                                        lesson.id, setup.seed, words_.language, attempt.again,
                                                        lesson.level, look_of(begun.run.computer), attempt.purpose})));
    const tutor::RecordingHead head{lesson.id,       words_.language, setup.seed,   setup.layout.id,
                                    setup.tolerance, attempt.step,    setup.safety, setup.look};
    tell(recorder_.begin(head));
    record_for_trainer(head, attempt.purpose);
    std::vector<tutor::StepTaken> taken{{begun.run, {}}};
    Playing playing{std::move(begun.run), {}, now_, std::move(taken)};
    playing.purpose = std::move(attempt.purpose);
    playing.part = std::move(attempt.part);
    page_ = std::move(playing);
    if (lesson.wordless) {
        speak(std::get<Playing>(page_).run.current().say);
    }
}

/// Records what a known learner does in a whole lesson, for the trainer to look at. Where that cannot be, practice goes
/// on.
void Session::record_for_trainer(const tutor::RecordingHead& head, const std::string& purpose) {
    kept_recorder_ = Recorder({});
    if (keeps() && !learner_.empty() && progress::is_for_itself(purpose)) {
        if (auto file = new_recording(data_folder(), learner_, head.lesson, choices_.clock.now())) {
            kept_recorder_ = Recorder(std::move(file).value());
            static_cast<void>(kept_recorder_.begin(head));
        }
    }
}

void Session::do_inputs(const std::vector<tutor::Input>& inputs) {
    auto* playing = std::get_if<Playing>(&page_);
    if (playing == nullptr) {
        return;
    }
    tutor::Run& run = playing->run;
    for (const tutor::Input& input : inputs) {
        if (ends_part(*playing, input)) {
            finish_part();
            return;
        }
        recorder_.add({input});
        kept_recorder_.add({input});
        note_deed(*playing, input);
        std::vector<world::Event> events = tutor::apply(run, input);
        if (!progress::is_for_itself(playing->purpose)) {
            // The lesson's last step alone is not the lesson.
            std::erase_if(events, [](const world::Event& event) { return event.fact.name == "lesson.done"; });
        }
        // What the screen says is done has been kept before it says so.
        tell(keep_events(store(), learner_, run, events, choices_.clock.now()));
        const bool begins = holds(events, "step.started");
        if (begins) {
            begin_taking(*playing);
        }
        note_led(*playing, input, begins);
        if (holds(events, "lesson.done")) {
            short_ways_.look_for(playing->taken);
        }
        if (begins && run.lesson->wordless) {
            speak(run.current().say);
        }
    }
    if (run.is_finished) {
        finish_lesson();
    }
}

void Session::finish_lesson() {
    const tutor::Run& run = std::get<Playing>(page_).run;
    recorder_.end(run);
    kept_recorder_.end(run);
    const std::string lesson = run.lesson->id;
    if (guided_ && guided_->at < guided_->plan.lessons.size() && guided_->plan.lessons[guided_->at] == lesson) {
        ++guided_->at;
    }
    voice_.be_silent();
    std::vector<std::string> news = tell_levels();
    page_ = page_after_lesson(Finished{lesson, short_ways_.found(), std::move(news)});
}

void Session::leave_lesson() {
    voice_.be_silent();
    if (!progress::is_for_itself(std::get<Playing>(page_).purpose)) {
        leave_part();
        return;
    }
    const auto& run = std::get<Playing>(page_).run;
    recorder_.end(run);
    kept_recorder_.end(run);
    if (!run.step_is_done || run.step + 1 < run.lesson->steps.size()) {
        tell(keep_event(progress::kind::lesson_left,
                        progress::body_of(progress::LessonLeft{run.lesson->id, run.current().name})));
    }
    page_ = page_after_lesson(screen::PathPage{});
    refresh();
}

} // namespace app
