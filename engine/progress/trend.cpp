// Steps' measures, gathered by day and by lesson.
#include "progress/trend.h"

#include "progress/bodies.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace progress {

namespace {

constexpr std::int64_t day = 24LL * 60 * 60 * 1000; // ms
constexpr std::size_t days_at_an_end = 3;

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::int64_t day_of(std::int64_t at) {
    return at >= 0 ? at / day : (at - day + 1) / day;
}

struct Day {
    std::int64_t at = 0;
    std::vector<double> values;
};

/// The values of each day, by the day's number.
class Days {
public:
    void add(std::int64_t at, double value) {
        Day& one = days_[day_of(at)];
        one.at = std::max(one.at, at);
        one.values.push_back(value);
    }

    template <typename Fold>
    std::vector<DayValue> folded(Fold fold) const {
        std::vector<DayValue> values;
        for (const auto& [number, one] : days_) {
            values.push_back({one.at, fold(one.values)});
        }
        return values;
    }

private:
    std::map<std::int64_t, Day> days_;
};

template <typename Take>
void each_step(const std::vector<Event>& events, Take take) {
    for (const Event& event : events) {
        if (event.kind == kind::step_done) {
            if (const auto done = read_step_done(event.body)) {
                take(event, *done);
            }
        }
    }
}

double median_of(const std::vector<DayValue>& days, std::size_t from, std::size_t count) {
    std::vector<double> values;
    for (std::size_t i = from; i < from + count; ++i) {
        values.push_back(days[i].value);
    }
    return median(std::move(values));
}

} // namespace

std::vector<DayValue> days_of(const std::vector<Event>& events_of_learner, std::string_view measure) {
    Days days;
    each_step(events_of_learner, [&](const Event& event, const StepDone& done) {
        const auto found = done.measures.find(std::string(measure));
        const bool counts = found != done.measures.end() && std::isfinite(found->second);
        if (counts && done.outcome != outcome::shown) {
            days.add(event.at, found->second);
        }
    });
    return days.folded(median);
}

std::optional<Change> change_of(const std::vector<DayValue>& days) {
    constexpr double steady = 0.05;
    if (days.size() < 2) {
        return std::nullopt;
    }
    const std::size_t end = days.size() >= 2 * days_at_an_end ? days_at_an_end : 1;
    Change change;
    change.from = median_of(days, 0, end);
    change.to = median_of(days, days.size() - end, end);
    change.over = days.back().at - days.front().at;
    change.is_steady = std::abs(change.to - change.from) < steady * std::max(std::abs(change.from), 1e-9);
    return change;
}

std::vector<LessonHelp> help_per_lesson(const std::vector<Event>& events_of_learner) {
    std::vector<LessonHelp> lessons;
    std::map<std::string, bool> is_over; // the next start begins a new attempt
    for (const Event& event : events_of_learner) {
        if (event.kind == kind::lesson_started) {
            const auto started = read_lesson_started(event.body);
            if (started && (started->again || is_over[started->lesson])) {
                std::erase_if(lessons, [&](const LessonHelp& one) { return one.lesson == started->lesson; });
                is_over[started->lesson] = false;
            }
        } else if (event.kind == kind::lesson_done) {
            if (const auto done = read_lesson_done(event.body)) {
                is_over[done->lesson] = true;
            }
        } else if (event.kind == kind::step_done) {
            const auto done = read_step_done(event.body);
            if (!done) {
                continue;
            }
            auto found = std::ranges::find(lessons, done->lesson, &LessonHelp::lesson);
            if (found == lessons.end()) {
                lessons.push_back({done->lesson});
            } else {
                std::rotate(found, found + 1, lessons.end());
            }
            LessonHelp& lesson = lessons.back();
            lesson.at = event.at;
            int& count = done->outcome == outcome::shown   ? lesson.shown
                         : done->outcome == outcome::hints ? lesson.hints
                                                           : lesson.alone;
            ++count;
        }
    }
    return lessons;
}

std::vector<DayValue> alone_per_day(const std::vector<Event>& events_of_learner) {
    Days days;
    each_step(events_of_learner, [&](const Event& event, const StepDone& done) {
        days.add(event.at, done.outcome == outcome::alone ? 100 : 0);
    });
    return days.folded([](const std::vector<double>& values) {
        double sum = 0;
        for (const double value : values) {
            sum += value;
        }
        return std::round(sum / static_cast<double>(values.size()));
    });
}

} // namespace progress
