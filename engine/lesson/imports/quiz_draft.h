// Questions as importers read them, whatever they were written in, and the quiz lessons that are made of them.
#pragma once

#include "lesson/imports/draft.h"

#include <string>
#include <vector>

namespace lesson::imports {

struct QuizDraftAnswer {
    std::string text;
    std::string with; ///< of pairs
    std::string say;
    bool right = false;
    double value = 0;
    double tolerance = 0;
};

struct QuizDraft {
    std::string kind = "one"; ///< as lessons call it
    std::string ask;          ///< with Coucou's marks
    std::string say;          ///< with Coucou's marks
    bool holds = true;        ///< of `true-false`
    std::string if_true;
    std::string if_false;
    std::vector<QuizDraftAnswer> answers;
    std::string category;
    int line = 0; ///< where it begins in the source
};

/// Whether the question can be shown and answered; otherwise says why not.
bool is_fit(const QuizDraft& question, const Source& source, Imported& imported);

/// Lessons of a few questions a step and a few steps a lesson; each category begins a lesson of its own.
void write_quizzes(const std::vector<QuizDraft>& questions, const Wanted& wanted, const Source& source,
                   Imported& imported);

} // namespace lesson::imports
