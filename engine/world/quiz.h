// Quiz practice: questions, one after the other. One answer or several are chosen, pairs are matched, a word or a
// number is written, or a card is just read.
//
// A pure state machine. All of its state is public, for the painter and the planner to read; only apply() changes it.
// An answer counts once it is handed in; one that is not the expected one can be changed and handed in again, as often
// as one likes. Everything can be taken back.
#pragma once

#include "lesson/vocabulary.h"
#include "world/action.h"
#include "world/fact.h"
#include "world/kept.h"
#include "world/setup.h"
#include "world/target.h"
#include "world/text_edit.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace world {

/// What is asked for: one of the answers, all that are right, whether something is so, which things go together, a
/// word, a number, anything in one's own words; or nothing, on a card.
enum class QuizKind { one, several, true_false, match, text, number, free, card };

/// The word for a kind in lesson files (`true-false` for true_false).
std::string_view name_of(QuizKind kind);

/// The place of an answer in QuizQuestion::answers, and the value that means none of them.
using AnswerIndex = std::size_t;
inline constexpr AnswerIndex no_answer = std::numeric_limits<AnswerIndex>::max();

/// One answer, or one pair of `match`.
struct QuizAnswer {
    Words words;          ///< what it says; of `match` its left side, empty for a right side that goes with nothing
    std::string with;     ///< match: its right side
    bool right = false;   ///< whether it is expected
    double value = 0;     ///< number: what is expected
    double tolerance = 0; ///< number: how far from it still counts
    std::string say;      ///< what is said of it once it is handed in; may be empty
    bool operator==(const QuizAnswer&) const = default;
};

struct QuizQuestion {
    std::string name;
    QuizKind kind = QuizKind::one;
    std::string ask; ///< with markup
    std::string say; ///< said once it is done; may be empty
    std::vector<QuizAnswer> answers;
    std::vector<AnswerIndex> shown;  ///< the answers (or left sides) in the order in which they are shown
    std::vector<AnswerIndex> beside; ///< match: the right sides in the order in which they are shown, each once
    bool operator==(const QuizQuestion&) const = default;
};

/// What is marked and written for one question, and what came of it.
struct QuizMark {
    std::vector<bool> chosen;        ///< by answer
    std::vector<AnswerIndex> paired; ///< match: for each left side the right side it is put with, or no_answer
    TextEdit written;
    int tries = 0;          ///< how often it was handed in
    bool handed_in = false; ///< as it stands now
    bool done = false;      ///< it was answered as expected, or read
    bool operator==(const QuizMark&) const = default;
};

/// All that changes, so that a copy kept aside is all that an undo needs.
struct QuizState {
    std::size_t current = 0;       ///< the question that is shown
    std::string focus;             ///< the target that the keyboard works on
    AnswerIndex taken = no_answer; ///< match: the left side that waits for its right side
    std::vector<QuizMark> marks;   ///< by question
    bool operator==(const QuizState&) const = default;
};

/// The whole of a quiz, as a value.
struct QuizPractice {
    Kept<std::vector<QuizQuestion>> questions;
    Kept<Layout> layout;
    QuizState state;
    std::vector<Kept<QuizState>> before; ///< at most 100 states that undo leads back to
    std::vector<std::string> held;       ///< codes of the modifiers that are down
    bool operator==(const QuizPractice&) const = default;
};

// What the painter, hints and tests ask.

const QuizQuestion& current_question(const QuizPractice& practice);
const QuizMark& current_mark(const QuizPractice& practice);

/// What can be touched now, in the order in which the keyboard goes over it: `quiz/answer/2`, `quiz/left/1`,
/// `quiz/right/3` (numbered as in the lesson's file, from 1), `quiz/field`, `quiz/check`, `quiz/next`.
std::vector<Target> targets(const QuizPractice& practice);

/// What is said of the answer that was handed in, first whether it is the expected one; empty before.
std::vector<Words> told(const QuizPractice& practice);

/// How many questions are not done yet.
std::size_t left_in(const QuizPractice& practice);

/// Whether something is marked or written, so that it can be handed in.
bool can_hand_in(const QuizQuestion& question, const QuizMark& mark);

/// Whether what is marked and written is what is expected.
bool is_expected(const QuizQuestion& question, const QuizMark& mark);

/// Whether a text is an expected one: compared without capitals, accents and outer blanks; `*` stands for anything.
bool is_like(std::string_view expected, std::string_view written);

/// The number that a text writes, with a decimal point or comma; nothing where it is none.
std::optional<double> number_in(std::string_view text);

/// The target that an action is done to: of keys and text the one that the keyboard works on.
std::string target_of(const QuizPractice& practice, const Action& action);

bool can_undo(const QuizPractice& practice);

inline constexpr std::size_t most_questions = 40;
inline constexpr std::size_t most_answers = 8;
inline constexpr std::size_t longest_question = 500; ///< characters
inline constexpr std::size_t longest_answer = 140;
inline constexpr std::size_t longest_feedback = 400;

// What every app of the practice computer offers (see computer.h).

lesson::AppKind quiz_kind();

/// Lays out a quiz from a start table that has been checked. The seed draws the order of the answers.
QuizPractice start_quiz(const lesson::Table& start, const Setup& setup, std::int64_t at);

std::vector<Event> apply(QuizPractice& practice, const Action& action);
std::vector<Fact> facts(const QuizPractice& practice);
std::vector<Action> actions(const QuizPractice& practice, std::int64_t now);

/// How many questions are not done; its hundredths count what is still to be marked or written.
double remaining(const QuizPractice& practice);

} // namespace world
