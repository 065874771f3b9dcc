// Where the parts of a quiz lie, before any of it is drawn.
#pragma once

#include "screen/stage/painters.h"
#include "world/quiz.h"

#include <string>
#include <vector>

namespace screen {

/// An answer, a side of a pair or the field.
struct QuizPlace {
    world::Target target;
    Rect rect;
    int number = 0; ///< the key that chooses it, from 1; 0 for none
};

/// All that a quiz shows but its lowest row, from the top of its room on. Lengths are px.
struct QuizLayout {
    float letter = 0; ///< of answers
    float width = 0;  ///< without the scroll bar
    float bottom = 0; ///< of the content
    float badge = 0;  ///< width of the number before an answer
    std::vector<QuizPlace> places;
    TextBlock head;   ///< which question it is; without lines where there is only one
    TextBlock ask;    ///< the question
    TextBlock field;  ///< what is written
    std::string told; ///< what is said of the answer; with markup
    float head_top = 0;
    float ask_top = 0;
    float told_top = 0;
};

/// The style of the quiz's texts, in letters of that share of those of the answers.
TextStyle quiz_style(const Stage& stage, const QuizLayout& layout, double share, Colour colour, bool bold = false);

/// What a target says.
std::string quiz_words(const Stage& stage, const world::Target& target);

/// How wide the words of an answer may be in a card of that width.
float quiz_text_room(const Stage& stage, const QuizLayout& layout, float width);

/// Lays a quiz out in letters as large as fit the room, down to those of small texts; then it is higher than the room.
QuizLayout lay_out_quiz(const Stage& stage, const world::QuizPractice& quiz, const Rect& room);

} // namespace screen
