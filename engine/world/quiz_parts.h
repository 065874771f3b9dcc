// What the quiz's own files share.
#pragma once

#include "world/quiz.h"

namespace world::quiz {

QuizKind kind_named(std::string_view word);

/// Whether answers are chosen from.
bool is_choice(QuizKind kind);

/// Whether something is written.
bool is_written(QuizKind kind);

/// The left sides of `match`: its answers that have words.
bool is_left(const QuizAnswer& answer);

/// Whether a number is near enough to the answer's.
bool is_near(const QuizAnswer& answer, double number);

/// The right side that stands for that answer's: the first of the same words.
AnswerIndex right_side_of(const QuizQuestion& question, AnswerIndex answer);

/// The answer that a target's name ends with, or no_answer; `group` is `answer`, `left` or `right`.
AnswerIndex answer_named(const QuizQuestion& question, std::string_view target, std::string_view group);
std::string target_named(std::string_view group, AnswerIndex answer);

/// How many left sides are with the right side that they go with.
std::size_t fitting_pairs(const QuizQuestion& question, const QuizMark& mark);

/// The text that a search would write: an expected one.
std::string text_to_write(const QuizQuestion& question);

/// What has the keyboard when a question comes up.
std::string first_focus(const QuizQuestion& question);

} // namespace world::quiz
