// Moodle's Aiken: a question, answers `A. …` or `B) …`, and `ANSWER: B`.
#include "base/text.h"
#include "lesson/imports/importers.h"
#include "lesson/imports/quiz_draft.h"

#include <optional>
#include <utility>

namespace lesson::imports {

namespace {

bool is_letter(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

/// The text of an answer's line; nothing where the line is none.
std::optional<std::string_view> answer_in(std::string_view line) {
    const bool is_answer =
        line.size() > 3 && is_letter(line[0]) && (line[1] == '.' || line[1] == ')') && line[2] == ' ';
    return is_answer ? std::optional(base::trim(line.substr(3))) : std::nullopt;
}

} // namespace

base::Result<Imported> import_aiken(const Source& source, const Wanted& wanted) {
    constexpr std::string_view key = "ANSWER:";
    Imported imported;
    std::vector<QuizDraft> questions;
    QuizDraft question;
    int number = 0;
    const auto close = [&](bool has_key) {
        const bool is_something = !question.ask.empty() || !question.answers.empty();
        if (is_something && !has_key) {
            leave_out(imported, "aiken.no-key", source, question.line, {{"question", question.ask}});
        } else if (is_something && is_fit(question, source, imported)) {
            questions.push_back(std::move(question));
        }
        question = {};
    };
    for (const std::string& raw : lines_of(source.text)) {
        ++number;
        const std::string_view line = base::trim(raw);
        if (line.empty()) {
            continue;
        }
        if (line.starts_with(key)) {
            const std::string_view letter = base::trim(line.substr(key.size()));
            const std::size_t index = letter.size() == 1 && is_letter(letter[0])
                                          ? static_cast<std::size_t>(letter[0] - 'A')
                                          : question.answers.size();
            if (index < question.answers.size()) {
                question.answers[index].right = true;
            }
            close(true);
        } else if (const auto answer = answer_in(line); answer && !question.ask.empty()) {
            question.answers.push_back({std::string(*answer), {}, {}, false, 0, 0});
        } else {
            if (!question.answers.empty()) {
                close(false);
            }
            question.line = question.line == 0 ? number : question.line;
            question.ask += (question.ask.empty() ? "" : "\n") + without_marks(line);
        }
    }
    close(false);
    if (questions.empty()) {
        return nothing_in(source);
    }
    write_quizzes(questions, wanted, source, imported);
    return imported;
}

} // namespace lesson::imports
