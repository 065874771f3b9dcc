// A class does the same: a trainer leads a session plan on the projected screen, learners follow it on theirs.
#include "app/session.h"
#include "lesson/spoken_code.h"
#include "screen/text.h"
#include "tutor/planner.h"
#include "tutor/recording.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::int64_t look_at_sticks_every = 3'000; // ms

/// A seed that plans can have, of one that may be any.
std::int64_t plan_seed(std::uint64_t seed) {
    constexpr std::uint64_t most = lesson::most_plan_seeds;
    return static_cast<std::int64_t>(seed >= 1 && seed <= most ? seed : 1 + seed % most);
}

/// Whether anything was done in a step, other than letting time pass.
bool is_untouched(const Playing& playing) {
    const auto passes = [](const tutor::Input& input) {
        const auto* deed = std::get_if<world::Deed>(&input.what);
        return deed != nullptr &&
               (std::holds_alternative<world::Wait>(*deed) || std::holds_alternative<world::Move>(*deed));
    };
    return !playing.run.step_is_done && std::ranges::all_of(playing.taken.back().inputs, passes);
}

} // namespace

// --- How it begins --------------------------------------------------------------------------------------------------

/// Does what the command line asks for, once there is a clock; whether that was anything.
bool Session::open_first_plan() {
    const WindowChoices asked = choices_;
    choices_.compose = false;
    choices_.guided = false;
    choices_.code.clear();
    choices_.plan.clear();
    if (!asked.plan.empty()) {
        base::Faults faults;
        const auto plan = lesson::read_plan_file(asked.plan, plan_names(resources_), faults);
        if (!plan) {
            page_ = Trouble{faults.front()};
            return true;
        }
        asked.guided ? lead(*plan) : follow(*plan);
        return true;
    }
    if (!asked.code.empty()) {
        page_ = screen::CodePage{};
        give_code(asked.code);
        return true;
    }
    if (asked.compose) {
        compose();
        return true;
    }
    if (asked.guided && !asked.lesson.empty()) {
        choices_.lesson.clear();
        lesson::Plan plan;
        plan.lessons = {asked.lesson};
        plan.language = words_.language;
        plan.layout = choices_.layout;
        plan.seed = plan_seed(asked.seed.value_or(static_cast<std::uint64_t>(asked.clock.now())));
        if (words_.catalogue.find(asked.lesson) == nullptr) {
            page_ = Trouble{base::Error{"play.no-lesson", {{"lesson", asked.lesson}}, {}}};
        } else {
            lead(plan);
        }
        return true;
    }
    return false;
}

/// A trainer leads: nothing of it is kept for a learner.
void Session::lead(const lesson::Plan& plan) {
    sign_in_as_guest();
    if (!guest_store_) {
        return;
    }
    guided_ = Guided{plan, true};
    if (!plan.language.empty()) {
        use_language(plan.language);
    }
    look_at_sticks(true);
    page_ = screen::GuidedPage{};
}

/// A plan is chosen on a learner's computer; who they are comes next.
void Session::follow(const lesson::Plan& plan) {
    guided_ = Guided{plan};
    if (!plan.language.empty()) {
        use_language(plan.language);
    }
    page_ = screen::WelcomePage{};
    refresh();
}

/// Somebody is here: the plan begins, if there is one.
void Session::follow_plan() {
    if (!guided_ || guided_->leads || learner_.empty()) {
        return;
    }
    guided_ = Guided{guided_->plan};
    if (!guided_->plan.language.empty()) {
        use_language(guided_->plan.language);
    }
    open_lesson(guided_->plan.lessons.front(), true);
}

void Session::end_leading() {
    guided_.reset();
    sign_out();
}

void Session::back_to_start() {
    if (leads()) {
        page_ = screen::GuidedPage{};
    } else if (std::holds_alternative<screen::ComposePage>(page_)) {
        sign_out();
    } else {
        page_ = screen::WelcomePage{};
    }
}

void Session::give_code(const std::string& digits) {
    const auto plan = lesson::plan_of(digits, plan_names(resources_));
    if (plan) {
        follow(plan.value());
        return;
    }
    if (auto* page = std::get_if<screen::CodePage>(&page_)) {
        page->digits.clear();
        std::ranges::copy_if(digits, std::back_inserter(page->digits), [](char c) { return c >= '0' && c <= '9'; });
        page->said = in_words(plan.error());
    }
}

// --- Sticks ---------------------------------------------------------------------------------------------------------

/// Looks for a plan on sticks, when there was time for one to be plugged in, or anew.
void Session::look_at_sticks(bool anew) {
    if (choices_.stick.empty()) {
        ui_.wake_in(static_cast<int>(look_at_sticks_every));
    }
    if (!anew && sticks_seen_at_ >= 0 && now_ - sticks_seen_at_ < look_at_sticks_every) {
        return;
    }
    const bool was_seen = sticks_seen_at_ >= 0;
    sticks_seen_at_ = now_;
    std::vector<std::filesystem::path> sticks = find_sticks(choices_.stick);
    if (was_seen && !anew && sticks == sticks_) {
        return;
    }
    sticks_ = std::move(sticks);
    stick_plan_ = find_plan(sticks_, plan_names(resources_));
    stick_notice_.clear();
    if (stick_plan_ && !stick_plan_->plan) {
        stick_notice_ = words_.messages.text(
            {"guided.stick-faulty", {{"fault", screen::escaped(words_.messages.line(stick_plan_->faults.front()))}}});
    }
}

void Session::take_plan_of_stick() {
    if (stick_plan_ && stick_plan_->plan) {
        follow(*stick_plan_->plan);
    }
}

/// Onto the first stick that there is.
void Session::copy_plan(const lesson::Plan& plan) {
    look_at_sticks(true);
    const lesson::Plan& copied = plan.lessons.empty() && guided_ ? guided_->plan : plan;
    std::string said = words_.messages.text("guided.no-stick");
    bool is_good = false;
    if (!sticks_.empty()) {
        const auto file = put_on_stick(sticks_.front(), copied);
        is_good = file.ok();
        said = file ? words_.messages.text({"guided.copied", {{"file", screen::escaped(file.value().string())}}})
                    : in_words(file.error());
    }
    if (auto* led = std::get_if<screen::GuidedPage>(&page_)) {
        led->said = said;
    } else if (auto* composed = std::get_if<screen::ComposePage>(&page_)) {
        composed->said = said;
        composed->said_is_good = is_good;
    }
}

// --- Composing ------------------------------------------------------------------------------------------------------

/// Reads the plans that are kept on this computer, and those that are shipped. Those with faults are left out.
void Session::read_plans() {
    plans_.clear();
    const lesson::PlanNames names = plan_names(resources_);
    base::Faults faults;
    for (const std::filesystem::path& folder : {data_folder() / "plans", resources_.lessons / "plans"}) {
        for (const lesson::PlanFile& read : lesson::read_plans(folder, names, faults)) {
            const std::string name = read.file.stem().string();
            if (std::ranges::find(plans_, name, &screen::PlanView::name) == plans_.end()) {
                plans_.push_back({name, title_of(read.plan, words_), read.plan});
            }
        }
    }
}

/// Opens the page for the plan that is led, or for a new one.
void Session::compose() {
    lesson::Plan plan;
    plan.seed = plan_seed(choices_.seed.value_or(static_cast<std::uint64_t>(choices_.clock.now())));
    read_plans();
    look_at_sticks(true);
    page_ = screen::compose_page(leads() ? guided_->plan : plan);
}

void Session::show_composing(screen::ComposePage& page, screen::Intents& intents) {
    screen::show(ui_, page,
                 {modules_, plans_, resources_.languages, layout_names_, code_of(page.plan), !sticks_.empty()},
                 intents);
}

void Session::save_plan(const lesson::Plan& plan) {
    auto* page = std::get_if<screen::ComposePage>(&page_);
    if (page == nullptr) {
        return;
    }
    lesson::Plan kept = plan;
    if (kept.title.empty()) {
        kept.title = title_of(plan, words_);
    }
    const std::filesystem::path file = data_folder() / "plans" / lesson::file_name_of(kept.title);
    const auto done = lesson::write_plan(file, kept);
    page->said_is_good = done.ok();
    page->said = done ? words_.messages.text({"compose.kept", {{"title", screen::escaped(kept.title)}}})
                      : in_words(done.error());
    read_plans();
}

// --- Leading --------------------------------------------------------------------------------------------------------

void Session::lead_lesson(std::size_t index) {
    if (!leads() || index >= guided_->plan.lessons.size()) {
        return;
    }
    guided_->at = index;
    open_lesson(guided_->plan.lessons[index], true);
}

/// The next step. What is not yet done is done first, by the planner, through the learner's door.
void Session::lead_on() {
    auto* playing = std::get_if<Playing>(&page_);
    if (!leads() || playing == nullptr) {
        return;
    }
    playing->page.help = {};
    playing->page.done_since = -1;
    if (!playing->run.step_is_done && !reach_goal()) {
        return;
    }
    do_inputs({{playing->run.now, tutor::GoOn{}}});
}

/// Plays the way to the step's goal at once: from where the run is, or where no way is found, from the step's
/// beginning. The page's clock goes along.
bool Session::reach_goal() {
    constexpr int most_tries = 3; // one more where rounded places just missed, one more from the beginning
    auto& playing = std::get<Playing>(page_);
    for (int tries = 0; tries < most_tries && !playing.run.step_is_done; ++tries) {
        std::vector<tutor::Input> inputs;
        if (const auto actions = tutor::route(playing.run)) {
            for (const world::Action& action : *actions) {
                inputs.push_back({action.at, tutor::as_recorded(action.deed)});
            }
        } else {
            inputs.push_back({playing.run.now, tutor::StartAgain{}});
        }
        do_inputs(inputs);
    }
    playing.began_at = now_ - playing.run.now;
    return playing.run.step_is_done;
}

/// Back to where the step began, or where nothing was done in it, to the step before: the run as it was then.
void Session::lead_back() {
    auto* playing = std::get_if<Playing>(&page_);
    if (!leads() || playing == nullptr) {
        return;
    }
    if (is_untouched(*playing) && playing->taken.size() > 1) {
        playing->taken.pop_back();
        playing->given_before.pop_back();
    }
    recorder_.end(playing->run);
    playing->taken.back().inputs.clear();
    playing->given.resize(playing->given_before.back());
    playing->run = playing->taken.back().beginning;
    playing->began_at = now_ - playing->run.now;
    playing->page = {};
    const world::Setup& setup = playing->run.setup;
    tell(recorder_.begin({playing->run.lesson->id,
                          words_.language,
                          setup.seed,
                          setup.layout.id,
                          setup.tolerance,
                          {},
                          setup.safety,
                          setup.look}));
    recorder_.add(playing->given);
}

/// Remembers what came in, so that the trainer can go back.
void Session::note_led(Playing& playing, const tutor::Input& input, bool begins) {
    if (!leads()) {
        return;
    }
    playing.given.push_back(input);
    if (begins) {
        playing.given_before.resize(playing.taken.size() - 1);
        playing.given_before.push_back(playing.given.size());
    }
}

// --- What follows from a plan ---------------------------------------------------------------------------------------

bool Session::is_planned(const std::string& lesson) const {
    return guided_ && std::ranges::find(guided_->plan.lessons, lesson) != guided_->plan.lessons.end();
}

/// Whether the plan begins that lesson now: then it begins at its beginning, whatever was done of it before.
bool Session::begins_in_plan(const std::string& lesson) {
    return is_planned(lesson) && guided_->begun.insert(lesson).second;
}

std::string Session::purpose_of(const std::string& lesson) const {
    return is_planned(lesson) ? "guided" : "";
}

/// The lesson to go on with: the plan's, where there is one.
std::string Session::next_lesson() const {
    if (guided_ && guided_->at < guided_->plan.lessons.size()) {
        return guided_->plan.lessons[guided_->at];
    }
    return progress::recommended(words_.catalogue, path_);
}

std::string Session::code_of(const lesson::Plan& plan) const {
    return lesson::grouped(lesson::code_of(plan, plan_names(resources_)).value_or(""));
}

/// Who leads comes back to the plan.
Page Session::page_after_lesson(Page otherwise) const {
    return leads() ? Page(screen::GuidedPage{}) : std::move(otherwise);
}

std::vector<std::string> Session::guided_titles() const {
    std::vector<std::string> titles;
    for (const std::string& id : leads() ? guided_->plan.lessons : std::vector<std::string>{}) {
        const lesson::Lesson* found = words_.catalogue.find(id);
        titles.push_back(found == nullptr ? id : found->title);
    }
    return titles;
}

/// `titles` must live as long as the view.
screen::GuidedView Session::guided_view(const std::vector<std::string>& titles) const {
    if (!leads()) {
        return {};
    }
    return {title_of(guided_->plan, words_),
            titles,
            guided_->at,
            code_of(guided_->plan),
            conditions_of(guided_->plan, words_, resources_),
            !sticks_.empty(),
            settings_view()};
}

std::string Session::in_words(const base::Error& error) const {
    return words_.messages.text({error.id + ".what", error.arguments}) + " " +
           words_.messages.text({error.id + ".do", error.arguments});
}

} // namespace app
