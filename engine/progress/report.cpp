// Tables of what was done.
#include "progress/report.h"

#include "progress/bodies.h"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

namespace progress {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::array<std::string_view, 14> columns{"learner", "name",    "group", "when",  "what", "lesson",   "title",
                                                   "step",    "outcome", "help",  "slips", "time", "measures", "event"};

bool is_left_out(std::string_view column, const ReportWords& words) {
    return column == "name" && !words.names;
}

std::string line_of(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells) {
        line += (line.empty() ? "" : ",") + csv_cell(cell);
    }
    return line + "\r\n";
}

std::string title_of(const ReportWords& words, const std::string& lesson) {
    const lesson::Lesson* found = words.catalogue.find(lesson);
    return found == nullptr ? std::string() : found->title;
}

std::string measures_of(const StepDone& done) {
    std::string text;
    for (const auto& [name, value] : done.measures) {
        text += fmt::format("{}{}={:.6g}", text.empty() ? "" : "; ", name, value);
    }
    return text;
}

/// The cells that every line begins with.
std::vector<std::string> begun_line(const ReportedLearner& learner, const Event& event, const ReportWords& words) {
    std::vector<std::string> cells{learner.id};
    if (words.names) {
        cells.push_back(learner.name);
    }
    cells.push_back(learner.group);
    cells.push_back(iso_time(event.at));
    return cells;
}

std::string key_of(const Event& event) {
    return fmt::format("{}/{}", event.origin, event.sequence);
}

std::string step_line(const ReportedLearner& learner, const Event& event, const StepDone& done,
                      const ReportWords& words) {
    std::vector<std::string> cells = begun_line(learner, event, words);
    for (std::string cell :
         {words.messages.text("report.what.step"), done.lesson, title_of(words, done.lesson), done.step,
          words.messages.text("report.outcome." + done.outcome), std::to_string(done.help), std::to_string(done.slips),
          fmt::format("{:.1f}", static_cast<double>(done.time) / 1000), measures_of(done), key_of(event)}) {
        cells.push_back(std::move(cell));
    }
    return line_of(cells);
}

std::string lesson_line(const ReportedLearner& learner, const Event& event, const LessonDone& done,
                        const ReportWords& words) {
    std::vector<std::string> cells = begun_line(learner, event, words);
    for (std::string cell : {words.messages.text("report.what.lesson"), done.lesson, title_of(words, done.lesson),
                             std::string(), words.messages.text("report.outcome." + done.outcome), std::string(),
                             std::string(), std::string(), std::string(), key_of(event)}) {
        cells.push_back(std::move(cell));
    }
    return line_of(cells);
}

} // namespace

std::string csv_cell(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) {
        text.insert(text.begin(), '\'');
    }
    if (text.find_first_of(",\"\r\n;") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + '"';
}

std::string csv_head(const ReportWords& words) {
    std::vector<std::string> cells;
    for (const std::string_view column : columns) {
        if (!is_left_out(column, words)) {
            cells.push_back(words.messages.text("report.column." + std::string(column)));
        }
    }
    return std::string(byte_order_mark) + line_of(cells);
}

std::string csv_lines(const ReportedLearner& learner, const std::vector<Event>& events_of_learner,
                      const ReportWords& words) {
    std::string lines;
    for (const Event& event : events_of_learner) {
        if (event.kind == kind::step_done) {
            if (const auto done = read_step_done(event.body)) {
                lines += step_line(learner, event, *done, words);
            }
        } else if (event.kind == kind::lesson_done) {
            if (const auto done = read_lesson_done(event.body)) {
                lines += lesson_line(learner, event, *done, words);
            }
        }
    }
    return lines;
}

std::string iso_time(std::int64_t at) {
    using namespace std::chrono;
    constexpr std::int64_t end_of_9999 = 253'402'300'799'999;
    const std::int64_t held = std::clamp<std::int64_t>(at, 0, end_of_9999);
    const auto day = floor<days>(sys_time<milliseconds>(milliseconds(held)));
    const year_month_day date(day);
    const std::int64_t ms = held - duration_cast<milliseconds>(day.time_since_epoch()).count();
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), ms / 3'600'000,
                       ms / 60'000 % 60, ms / 1000 % 60, ms % 1000);
}

std::string iso_duration(std::int64_t ms) {
    // xAPI compares durations to the hundredth of a second.
    const std::int64_t hundredths = std::max<std::int64_t>(ms, 0) / 10;
    return fmt::format("PT{}.{:02}S", hundredths / 100, hundredths % 100);
}

} // namespace progress
