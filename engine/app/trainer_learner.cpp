// One learner's page: levels, measures over time, what was reached, recorded sessions; all in words.
#include "app/recordings.h"
#include "app/telling.h"
#include "app/trainer.h"
#include "progress/bodies.h"
#include "progress/learners.h"
#include "progress/record.h"
#include "progress/skills.h"
#include "progress/trend.h"
#include "progress/visits.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace app {

namespace {

constexpr std::size_t most_help_lines = 8;
constexpr double minute = 60'000; // ms

/// A number with `decimals` digits behind the language's own decimal sign.
std::string number(const Words& words, double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (const std::size_t point = text.find('.'); point != std::string::npos) {
        text.replace(point, 1, words.messages.text("plot.decimal"));
    }
    return text;
}

/// What a plot of a measure shows, in a sentence.
std::string sentence(const Words& words, const std::string& id, const std::vector<progress::DayValue>& days,
                     int decimals) {
    if (days.empty()) {
        return words.messages.text(id + ".none");
    }
    if (days.size() == 1) {
        return words.messages.text({id + ".single",
                                    {{"value", number(words, days.front().value, decimals)},
                                     {"day", day_in_words(words.messages, days.front().at)}}});
    }
    const progress::Change change = progress::change_of(days).value_or(progress::Change{});
    return words.messages.text({id + (change.is_steady ? ".steady" : ".change"),
                                {{"from", number(words, change.from, decimals)},
                                 {"to", number(words, change.to, decimals)},
                                 {"span", span_in_words(words.messages, change.over)}}});
}

screen::Plot plot_of(const Words& words, const std::string& name, const std::vector<progress::DayValue>& days,
                     double least_top, int decimals) {
    const std::string id = "trend." + name;
    screen::Plot plot;
    plot.id = "plot/" + name;
    plot.title = words.messages.text(id + ".title");
    plot.unit = words.messages.text(id + ".unit");
    plot.least_top = least_top;
    plot.said = sentence(words, id, days, decimals);
    for (const progress::DayValue& day : days) {
        plot.points.push_back({static_cast<double>(day.at), day.value, short_day(words.messages, day.at)});
    }
    return plot;
}

screen::Plot plot_of_visits(const Words& words, const std::vector<progress::Visit>& visits) {
    screen::Plot plot;
    plot.id = "plot/visits";
    plot.title = words.messages.text("trend.visits.title");
    plot.unit = words.messages.text("trend.visits.unit");
    plot.least_top = 30;
    for (const progress::Visit& visit : visits) {
        plot.points.push_back({static_cast<double>(visit.from), static_cast<double>(visit.length()) / minute,
                               short_day(words.messages, visit.from)});
    }
    if (visits.empty()) {
        plot.said = words.messages.text("trend.visits.none");
        return plot;
    }
    const auto count = static_cast<std::int64_t>(visits.size());
    const std::vector<base::Argument> told{
        {"visits", counted(words.messages, "learner.visits", count)},
        {"length", length_in_words(words.messages, progress::time_spent(visits) / count)}};
    plot.said = words.messages.text({"trend.visits.said", told});
    return plot;
}

std::string title_of(const Words& words, const std::string& lesson) {
    const lesson::Lesson* found = words.catalogue.find(lesson);
    return found == nullptr ? lesson : found->title;
}

void add_skills(screen::LearnerPageView& view, const Words& words, const std::vector<progress::Event>& events,
                std::int64_t now) {
    const std::vector<progress::SkillState> states = progress::skills(events, now);
    for (const lesson::Module& module : words.catalogue.modules) {
        const progress::SkillState* state = progress::find(states, module.id);
        screen::SkillLine line;
        line.id = module.id;
        line.name = module.title;
        line.reason = words.messages.text("learner.level.none");
        if (state != nullptr) {
            line.cell = {state->level, true, state->is_to_refresh};
            line.reason = words.messages.text(progress::for_trainer(state->why));
            if (state->is_to_refresh) {
                line.reason += " " + words.messages.text(progress::for_trainer(state->refresh));
            } else if (!state->next.id.empty()) {
                line.reason += " " + words.messages.text(progress::for_trainer(state->next));
            }
        }
        view.skills.push_back(std::move(line));
    }
}

void add_help(screen::LearnerPageView& view, const Words& words, const std::vector<progress::Event>& events) {
    std::vector<progress::LessonHelp> lessons = progress::help_per_lesson(events);
    std::ranges::reverse(lessons);
    lessons.resize(std::min(lessons.size(), most_help_lines));
    int alone = 0;
    int all = 0;
    for (const progress::LessonHelp& one : lessons) {
        view.help.push_back({title_of(words, one.lesson), one.alone, one.hints, one.shown});
        alone += one.alone;
        all += one.alone + one.hints + one.shown;
    }
    const std::vector<base::Argument> told{{"alone", std::to_string(alone)}, {"all", std::to_string(all)}};
    view.help_said = words.messages.text({all == 0 ? "learner.help.none" : "learner.help.said", told});
}

void add_can_do(screen::LearnerPageView& view, const Words& words, const std::vector<progress::Event>& events) {
    progress::Record record = progress::record(words.catalogue, events);
    std::ranges::stable_sort(record.reached, std::ranges::greater{}, &progress::CanDo::at);
    for (const progress::CanDo& one : record.reached) {
        const lesson::Lesson* lesson = words.catalogue.find(one.lesson);
        const std::string how = words.messages.text(one.is_alone ? "record.alone" : "record.helped");
        view.can_do.push_back({lesson == nullptr ? one.lesson : lesson->can_do,
                               day_in_words(words.messages, one.at, true) + " · " + how});
    }
}

std::string came_in_words(const Words& words, const std::vector<progress::Visit>& visits, std::int64_t now) {
    if (visits.empty()) {
        return words.messages.text("learner.never-came");
    }
    const auto count = static_cast<std::int64_t>(visits.size());
    const std::vector<base::Argument> told{{"when", ago_in_words(words.messages, visits.back().to, now)},
                                           {"visits", counted(words.messages, "learner.visits", count)},
                                           {"time", length_in_words(words.messages, progress::time_spent(visits))}};
    return words.messages.text({"learner.came", told});
}

} // namespace

base::Result<screen::LearnerPageView> read_learner_page(progress::Store& store, const Words& words,
                                                        const std::filesystem::path& data, const std::string& learner,
                                                        std::int64_t now) {
    COUCOU_TRY(const auto events, store.events_of(learner));
    screen::LearnerPageView view;
    view.id = learner;
    for (const progress::Learner& one : progress::learners(events)) {
        view.name = one.name;
        view.picture = one.picture;
    }
    for (const progress::Event& event : events) {
        if (event.kind == progress::kind::learner_group) {
            view.group = progress::read_learner_group(event.body).value_or(progress::LearnerGroup{}).group;
        }
    }
    const std::vector<progress::Visit> visits = progress::visits(events);
    view.visits = came_in_words(words, visits, now);
    view.need = in_words(words, progress::need_of(events, now));
    add_skills(view, words, events, now);
    view.plots = {
        plot_of(words, "keyboard", progress::days_of(events, progress::measure::words_per_minute), 10, 0),
        plot_of(words, "pointer", progress::days_of(events, progress::measure::throughput), 2, 1),
        plot_of(words, "alone", progress::alone_per_day(events), 100, 0),
        plot_of_visits(words, visits),
    };
    add_help(view, words, events);
    add_can_do(view, words, events);
    for (const KeptRecording& one : recordings_of(data, learner)) {
        view.sessions.push_back({one.file, title_of(words, one.lesson), moment_in_words(words.messages, one.at)});
    }
    return view;
}

} // namespace app
