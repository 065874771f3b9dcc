// What is said of an answer: what is so, and never that it is wrong.
#include "world/quiz.h"
#include "world/quiz_parts.h"

#include <algorithm>

namespace world {

using namespace quiz;

namespace {

Words told_of_several(const QuizQuestion& question, const QuizMark& mark) {
    bool lacks = false;
    bool has_other = false;
    for (AnswerIndex i = 0; i < question.answers.size(); ++i) {
        lacks = lacks || (question.answers[i].right && !mark.chosen[i]);
        has_other = has_other || (!question.answers[i].right && mark.chosen[i]);
    }
    return message(lacks && has_other ? "quiz.told.lacks-and-other" : lacks ? "quiz.told.lacks" : "quiz.told.other");
}

Words told_first(const QuizQuestion& question, const QuizMark& mark) {
    if (mark.done) {
        return message(question.kind == QuizKind::free ? "quiz.told.free" : "quiz.told.expected");
    }
    switch (question.kind) {
    case QuizKind::several:
        return told_of_several(question, mark);
    case QuizKind::match:
        return message("quiz.told.pairs", {{"fit", std::to_string(fitting_pairs(question, mark))},
                                           {"all", std::to_string(question.shown.size())}});
    case QuizKind::number:
        return message(number_in(mark.written.text) ? "quiz.told.number" : "quiz.told.not-a-number");
    case QuizKind::text:
        return message("quiz.told.text");
    default:
        return message("quiz.told.one");
    }
}

/// Whether that answer is the one, or one of those, that were given.
bool is_given(const QuizQuestion& question, const QuizMark& mark, AnswerIndex i) {
    const QuizAnswer& answer = question.answers[i];
    switch (question.kind) {
    case QuizKind::text:
        return is_like(answer.words.text, mark.written.text);
    case QuizKind::number: {
        const std::optional<double> number = number_in(mark.written.text);
        return number && is_near(answer, *number);
    }
    case QuizKind::match:
        return is_left(answer) && mark.paired[i] == right_side_of(question, i);
    case QuizKind::free:
    case QuizKind::card:
        return false;
    default:
        return mark.chosen[i];
    }
}

} // namespace

std::vector<Words> told(const QuizPractice& practice) {
    const QuizQuestion& question = current_question(practice);
    const QuizMark& mark = current_mark(practice);
    std::vector<Words> all;
    if (!mark.handed_in || question.kind == QuizKind::card) {
        return all;
    }
    all.push_back(told_first(question, mark));
    for (AnswerIndex i = 0; i < question.answers.size(); ++i) {
        if (!question.answers[i].say.empty() && is_given(question, mark, i)) {
            all.push_back(as_it_is(question.answers[i].say));
            if (is_written(question.kind)) {
                break; // the first that fits is the answer that was given
            }
        }
    }
    if (mark.done && !question.say.empty()) {
        all.push_back(as_it_is(question.say));
    }
    return all;
}

} // namespace world
