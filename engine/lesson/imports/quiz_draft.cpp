// Quiz lessons of questions that were read elsewhere.
#include "lesson/imports/quiz_draft.h"

#include "base/text.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

namespace lesson::imports {

namespace {

// What the quiz practice takes (world/quiz.h), which a test holds these to.
constexpr std::size_t most_answers = 8;
constexpr std::size_t longest_question = 500;
constexpr std::size_t longest_answer = 140;
constexpr std::size_t longest_feedback = 400;

constexpr std::size_t most_questions = 2000;
constexpr std::size_t questions_a_step = 5;
constexpr std::size_t questions_a_lesson = 15;

std::string start_of(std::string_view text) {
    constexpr std::size_t shown = 50;
    const std::u32string letters = base::decode(text);
    const std::u32string_view some = std::u32string_view(letters).substr(0, shown);
    return base::encode(some) + (letters.size() > shown ? "…" : "");
}

bool is_long(std::string_view text, std::size_t most) {
    return base::length(without_names(std::string(text))) > most;
}

/// The id of the reason why a question is not brought over; empty where it is.
std::string_view reason_against(const QuizDraft& question) {
    const auto count_right = std::ranges::count_if(question.answers, &QuizDraftAnswer::right);
    std::set<std::string> texts;
    std::set<std::string> partners;
    bool has_twins = false;
    bool has_empty = false;
    for (const QuizDraftAnswer& answer : question.answers) {
        if (is_long(answer.text, longest_answer) || is_long(answer.with, longest_answer)) {
            return "convert.long-answer";
        }
        partners.insert(answer.with);
        has_twins = has_twins || (!answer.text.empty() && !texts.insert(answer.text).second);
        has_empty = has_empty || answer.text.empty();
    }
    if (base::trim(question.ask).empty()) {
        return "convert.no-question";
    }
    if (is_long(question.ask, longest_question)) {
        return "convert.long-question";
    }
    if (question.answers.size() > most_answers) {
        return "convert.many-answers";
    }
    if (question.kind == "match") {
        const bool has_empty_side = partners.contains("");
        return has_empty_side || texts.size() < 2 || partners.size() < 2 ? "convert.few-pairs"
               : has_twins                                               ? "convert.same-answers"
                                                                         : "";
    }
    if (question.kind == "one" || question.kind == "several") {
        return has_empty                                   ? "convert.empty-answer"
               : question.answers.size() < 2               ? "convert.few-answers"
               : count_right == 0                          ? "convert.no-right-answer"
               : question.kind == "one" && count_right > 1 ? "convert.many-right-answers"
               : has_twins                                 ? "convert.same-answers"
                                                           : "";
    }
    if (question.kind == "text") {
        return count_right == 0 ? "convert.no-right-answer"
               : has_empty      ? "convert.empty-answer"
               : has_twins      ? "convert.same-answers"
                                : "";
    }
    return question.kind == "number" && count_right == 0 ? "convert.no-right-answer" : "";
}

void add_text(std::string& out, std::string_view key, std::string_view text) {
    if (!base::trim(text).empty()) {
        out += fmt::format("{} = {}\n", key, toml_text(text));
    }
}

/// A feedback that is too long for the screen is left out; the question is not.
std::string short_enough(const std::string& say) {
    return is_long(say, longest_feedback) ? std::string() : say;
}

std::string answer_text(const QuizDraft& question, const QuizDraftAnswer& answer) {
    std::string out = "[[step.start.quiz.question.answer]]\n";
    add_text(out, "text", answer.text);
    add_text(out, "with", answer.with);
    if (answer.right && question.kind != "match") {
        out += "right = true\n";
    }
    if (question.kind == "number") {
        out += "value = " + number_text(answer.value) + "\n";
        if (answer.tolerance > 0) {
            out += "tolerance = " + number_text(answer.tolerance) + "\n";
        }
    }
    add_text(out, "say", short_enough(answer.say));
    return out;
}

std::string question_text(const QuizDraft& question, std::size_t number) {
    std::string out =
        fmt::format("[[step.start.quiz.question]]\nname = \"q{}\"\nkind = \"{}\"\n", number, question.kind);
    add_text(out, "ask", question.ask);
    if (question.kind == "true-false") {
        out += fmt::format("holds = {}\n", question.holds);
        add_text(out, "if_true", short_enough(question.if_true));
        add_text(out, "if_false", short_enough(question.if_false));
    }
    add_text(out, "say", short_enough(question.say));
    for (const QuizDraftAnswer& answer : question.answers) {
        out += answer_text(question, answer);
    }
    return out;
}

bool has_long_feedback(const QuizDraft& question) {
    return is_long(question.say, longest_feedback) || is_long(question.if_true, longest_feedback) ||
           is_long(question.if_false, longest_feedback) ||
           std::ranges::any_of(question.answers,
                               [](const QuizDraftAnswer& answer) { return is_long(answer.say, longest_feedback); });
}

/// The last part of `top/middle/last`.
std::string title_of(const std::string& category, const Source& source) {
    const std::string last = category.substr(category.rfind('/') == std::string::npos ? 0 : category.rfind('/') + 1);
    const std::string_view trimmed = base::trim(last);
    return trimmed.empty() ? std::filesystem::path(source.name).stem().string() : std::string(trimmed);
}

DraftLesson lesson_of(const std::vector<const QuizDraft*>& questions, std::size_t number, const Wanted& wanted,
                      const Source& source) {
    DraftLesson lesson;
    lesson.name = fmt::format("quiz-{:02}", number);
    lesson.title = without_marks(title_of(questions.front()->category, source));
    lesson.can_do = wanted.say({"convert.quiz.can_do", {{"title", lesson.title}}});
    lesson.minutes = std::clamp(static_cast<int>(questions.size()), 2, 30);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        if (i % questions_a_step == 0) {
            lesson.steps.push_back({wanted.say({"convert.quiz.say", {}}), wanted.say({"convert.quiz.hint", {}}),
                                    "{ quiz.questions = { left = 0 } }", ""});
        }
        lesson.steps.back().start += question_text(*questions[i], i + 1);
    }
    return lesson;
}

} // namespace

bool is_fit(const QuizDraft& question, const Source& source, Imported& imported) {
    const std::string_view reason = reason_against(question);
    if (!reason.empty()) {
        leave_out(imported, reason, source, question.line, {{"question", start_of(question.ask)}});
        return false;
    }
    if (has_long_feedback(question)) {
        leave_out(imported, "convert.long-feedback", source, question.line, {{"question", start_of(question.ask)}});
    }
    return true;
}

void write_quizzes(const std::vector<QuizDraft>& questions, const Wanted& wanted, const Source& source,
                   Imported& imported) {
    DraftModule module;
    module.title = std::filesystem::path(source.name).stem().string();
    module.about =
        wanted.say({"convert.quiz.about", {{"count", std::to_string(std::min(questions.size(), most_questions))}}});
    std::vector<const QuizDraft*> group;
    const auto close = [&] {
        if (!group.empty()) {
            module.lessons.push_back(lesson_of(group, module.lessons.size() + 1, wanted, source));
            group.clear();
        }
    };
    for (const QuizDraft& question : questions) {
        if (++imported.questions > most_questions) {
            leave_out(imported, "convert.too-many", source, question.line,
                      {{"most", std::to_string(--imported.questions)}});
            break;
        }
        if (!group.empty() && (group.size() == questions_a_lesson || group.front()->category != question.category)) {
            close();
        }
        group.push_back(&question);
    }
    close();
    module.title = without_marks(module.title);
    write_module(module, wanted, source, imported);
}

} // namespace lesson::imports
