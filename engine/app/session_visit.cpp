// How a visit begins: placement for somebody new, a review for somebody who comes back; and levels that were reached.
#include "app/session.h"
#include "app/views.h"
#include "progress/purpose.h"
#include "tutor/levels.h"

#include <algorithm>

namespace app {

namespace {

/// How many seeds are tried for one that draws another look.
constexpr std::uint64_t most_tries = 24;

std::string title_of(const lesson::Catalogue& catalogue, const std::string& id) {
    const lesson::Lesson* lesson = catalogue.find(id);
    return lesson == nullptr ? std::string() : lesson->title;
}

/// Whether anything was written in what is played.
bool has_typed(const Playing& playing) {
    return std::ranges::any_of(playing.taken, [](const tutor::StepTaken& taken) {
        return std::ranges::any_of(taken.inputs, [](const tutor::Input& input) {
            const auto* deed = std::get_if<world::Deed>(&input.what);
            return deed != nullptr && std::holds_alternative<world::Type>(*deed);
        });
    });
}

} // namespace

void Session::begin_visit() {
    const std::int64_t now = choices_.clock.now();
    const auto due = progress::review_due(words_.catalogue, events_, now);
    if (!due) {
        page_ = screen::PathPage{};
        return;
    }
    const auto say = [&](const base::Message& message) { return words_.messages.text(message); };
    const std::int64_t days = progress::day_of(now) - due->last_day;
    page_ =
        screen::VisitPage{"review-offer",
                          "cuckoo",
                          say({"visit.review.title", {}}),
                          say({days == 1 ? "visit.review.day" : "visit.review.about",
                               {{"title", title_of(words_.catalogue, due->lesson)}, {"days", std::to_string(days)}}}),
                          {},
                          {{"review", "icon-play", say({"visit.review.button", {}}), {}, screen::BeginReview{}},
                           {"later", "icon-clock", say({"visit.review.later", {}}), {}, screen::Back{}}}};
}

// --- Placement ------------------------------------------------------------------------------------------------------

void Session::offer_placement() {
    const auto say = [&](std::string_view id) { return words_.messages.text(id); };
    page_ = screen::VisitPage{
        "placement-offer",
        "cuckoo-wave",
        say("visit.place.title"),
        say("visit.place.about"),
        {},
        {{"discover", "icon-eye", say("visit.place.discover.button"), say("visit.place.discover.about"),
          screen::BeginPlacement{}},
         {"begin", "icon-home", say("visit.place.begin.button"), say("visit.place.begin.about"), screen::Back{}}}};
}

void Session::begin_placement() {
    placement_ = tutor::begin_placement(words_.catalogue);
    play_next_task();
}

void Session::play_next_task() {
    const auto next = tutor::next_task(*placement_);
    const lesson::Lesson* lesson = next ? words_.catalogue.find(placement_->lessons[*next].id) : nullptr;
    if (lesson == nullptr) {
        show_placed();
        return;
    }
    play_part(*lesson, setup_for(*lesson), placement_->lessons[*next].part, progress::purpose::placement,
              "visit.place.line");
}

/// Nobody waits at a task that does not go: it ends when its time is used up, or when nothing is done for a while.
void Session::watch_placement(const Playing& playing) {
    if (playing.run.step_is_done) {
        return; // its praise is being read
    }
    const std::int64_t took = now_ - playing.began_at;
    const std::int64_t idle = took - playing.page.last_input;
    const std::int64_t left =
        std::min({tutor::task_time - took, tutor::placement_time - placement_->spent - took, tutor::idle_time - idle});
    if (left > 0) {
        ui_.wake_in(static_cast<int>(left));
        return;
    }
    end_task(idle >= tutor::idle_time ? tutor::TaskEnd::idle : tutor::TaskEnd::out_of_time);
}

void Session::end_task(tutor::TaskEnd end) {
    const auto& playing = std::get<Playing>(page_);
    recorder_.end(playing.run);
    voice_.be_silent();
    const auto& lessons = placement_->lessons;
    const auto found = std::ranges::find(lessons, playing.run.lesson->id, &tutor::PlacementLesson::id);
    tutor::end_task(*placement_, static_cast<std::size_t>(found - lessons.begin()), end, now_ - playing.began_at,
                    has_typed(playing));
    play_next_task();
    ui_.wake_in(0);
}

/// Keeps what was found, and says where one starts.
void Session::show_placed() {
    const tutor::Starts starts = tutor::starts_of(*placement_);
    placement_.reset();
    tell(keep_event(progress::kind::placement_done,
                    progress::body_of(progress::PlacementDone{starts.levels, starts.known})));
    std::vector<std::string> news = tell_levels();
    const auto say = [&](const base::Message& message) { return words_.messages.text(message); };
    const std::string next = progress::recommended(words_.catalogue, path_);
    screen::VisitPage page{"placed", "cuckoo-happy", {}, {}, std::move(news)};
    page.title = next.empty() ? say({"visit.placed.done", {}})
                              : say({"visit.placed.title", {{"title", title_of(words_.catalogue, next)}}});
    page.about = say({next.empty()           ? "visit.placed.all"
                      : starts.known.empty() ? "visit.placed.beginning"
                                             : "visit.placed.some",
                      {}});
    if (!next.empty()) {
        page.choices.push_back(
            {"go-on", "icon-play", say({"visit.placed.button", {}}), {}, screen::OpenLesson{next, false}});
    }
    page.choices.push_back({"path", "icon-home", say({"visit.path", {}}), {}, screen::Back{}});
    page_ = std::move(page);
}

// --- Review ---------------------------------------------------------------------------------------------------------

/// A setup that draws other things than the last time, and another look where the lesson leaves it open.
world::Setup Session::fresh_setup_for(const lesson::Lesson& lesson, const progress::ReviewState& last) {
    const world::Setup first = setup_for(lesson);
    const auto shared = std::make_shared<const lesson::Lesson>(lesson);
    for (std::uint64_t more = 0; more < most_tries; ++more) {
        world::Setup setup = first;
        setup.seed += more;
        const bool is_new = setup.seed != last.seed;
        if (is_new && (last.look.empty() || look_of(tutor::begin(shared, setup).run.computer) != last.look)) {
            return setup;
        }
    }
    world::Setup setup = first;
    setup.seed += first.seed == last.seed ? 1 : 0;
    return setup;
}

void Session::begin_review() {
    const auto due = progress::review_due(words_.catalogue, events_, choices_.clock.now());
    const lesson::Lesson* lesson = due ? words_.catalogue.find(due->lesson) : nullptr;
    if (lesson == nullptr) {
        page_ = screen::PathPage{};
        return;
    }
    play_part(*lesson, fresh_setup_for(*lesson, *due), tutor::part_of(*lesson, progress::review_time),
              progress::purpose::review, "visit.review.line");
}

void Session::finish_review() {
    const std::string id = std::get<Playing>(page_).run.lesson->id;
    std::vector<std::string> news = tell_levels();
    const auto say = [&](const base::Message& message) { return words_.messages.text(message); };
    const auto all = progress::reviews(events_);
    const auto state = std::ranges::find(all, id, &progress::ReviewState::lesson);
    const std::size_t rung = state == all.end() ? 0 : state->rung;
    const int days = progress::review_pauses.at(rung);
    page_ = screen::VisitPage{"reviewed",
                              "cuckoo-happy",
                              say({rung > 0 ? "visit.reviewed.alone" : "visit.reviewed.help", {}}),
                              say({days == 1 ? "visit.reviewed.day" : "visit.reviewed.back",
                                   {{"title", title_of(words_.catalogue, id)}, {"days", std::to_string(days)}}}),
                              std::move(news),
                              {{"path", "icon-next", say({"visit.reviewed.go-on", {}}), {}, screen::Back{}}}};
}

// --- Parts of lessons -----------------------------------------------------------------------------------------------

void Session::play_part(const lesson::Lesson& lesson, const world::Setup& setup, const tutor::Part& part,
                        std::string_view purpose, std::string_view line) {
    play(lesson, setup,
         {lesson.steps[part.first].name,
          false,
          std::string(purpose),
          {words_.messages.text(line), part.first, part.count}});
}

/// Whether this input would lead out of the part that is played.
bool Session::ends_part(const Playing& playing, const tutor::Input& input) const {
    return !progress::is_for_itself(playing.purpose) && std::holds_alternative<tutor::GoOn>(input.what) &&
           playing.run.step_is_done && playing.run.step + 1 >= playing.part.first + playing.part.count;
}

void Session::finish_part() {
    const auto& playing = std::get<Playing>(page_);
    if (placement_) {
        const bool is_alone = std::max(playing.run.help, playing.run.help_in_lesson) == tutor::Help::none;
        end_task(is_alone ? tutor::TaskEnd::alone : tutor::TaskEnd::helped);
        return;
    }
    recorder_.end(playing.run);
    voice_.be_silent();
    finish_review();
}

/// Placement says what it found so far; a review that is left changes nothing.
void Session::leave_part() {
    recorder_.end(std::get<Playing>(page_).run);
    if (placement_) {
        show_placed();
        return;
    }
    page_ = screen::PathPage{};
    refresh();
}

// --- Levels ---------------------------------------------------------------------------------------------------------

/// Reads anew what the learner has reached, and gives the words for each level that is higher than before. A level that
/// was told is kept, so that it stays theirs.
std::vector<std::string> Session::tell_levels() {
    const std::vector<progress::SkillState> before = skills_;
    refresh();
    std::vector<std::string> news;
    for (const progress::SkillState& skill : skills_) {
        const progress::SkillState* was = progress::find(before, skill.skill);
        if (skill.level <= (was == nullptr ? 0 : was->level)) {
            continue;
        }
        tell(keep_event(progress::kind::level_reached,
                        progress::body_of(progress::LevelReached{skill.skill, skill.level})));
        const auto module = std::ranges::find(words_.catalogue.modules, skill.skill, &lesson::Module::id);
        const std::string title = module == words_.catalogue.modules.end() ? skill.skill : module->title;
        const std::string told =
            words_.messages.text({"levels.told.title", {{"title", title}, {"level", std::to_string(skill.level)}}});
        news.push_back(screen::level_news(told, words_.messages.text(skill.why)));
    }
    return news;
}

} // namespace app
