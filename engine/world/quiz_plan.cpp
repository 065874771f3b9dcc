// What a search can usefully do in a quiz, and how much is left.
#include "world/quiz.h"
#include "world/quiz_parts.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace world {

using namespace quiz;

namespace {

constexpr std::int64_t pace = 900;     // ms from deed to deed, as for a hand without haste
constexpr double marks_share = 0.05;   // of a question: what is still to be marked or written
constexpr double going_on_share = 0.2; // for each question that is done and still shown before one that is not

/// How the text has to change: what is at its end and does not belong, and what is still to be written.
struct Rewriting {
    std::size_t erased = 0; ///< characters
    std::string written;
};

Rewriting rewriting_of(const QuizQuestion& question, const QuizMark& mark) {
    if (is_expected(question, mark)) {
        return {};
    }
    const std::string goal = text_to_write(question);
    const std::vector<std::string> wanted = characters_of(goal);
    const std::vector<std::string> there = characters_of(mark.written.text);
    std::size_t same = 0;
    while (same < wanted.size() && same < there.size() && wanted[same] == there[same]) {
        ++same;
    }
    Rewriting change;
    change.erased = there.size() - same;
    for (std::size_t i = same; i < wanted.size(); ++i) {
        change.written += wanted[i];
    }
    return change;
}

/// How much is still to be marked or written, 0 to 1.
double missing_share(const QuizQuestion& question, const QuizMark& mark, AnswerIndex taken) {
    if (is_written(question.kind)) {
        const Rewriting change = rewriting_of(question, mark);
        const auto todo = static_cast<double>(2 * change.erased + characters_of(change.written).size());
        return todo / (todo + 20);
    }
    double wrong = 0;
    for (const AnswerIndex i : question.shown) {
        if (question.kind == QuizKind::match) {
            const bool fits = mark.paired[i] == right_side_of(question, i);
            wrong += fits ? 0 : taken == i ? 0.5 : 1;
        } else {
            wrong += mark.chosen[i] == question.answers[i].right ? 0 : 1;
        }
    }
    return question.shown.empty() ? 0 : wrong / static_cast<double>(question.shown.size());
}

Action click_on(std::string target, std::int64_t now) {
    return {now + pace, Click{std::move(target), Button::left, 1, false, false}};
}

Action key(std::string code, std::int64_t now) {
    return {now + pace, KeyDown{std::move(code), false, false}};
}

/// The key with the number that an answer bears on the screen.
std::string digit_key(const std::vector<AnswerIndex>& row, AnswerIndex answer) {
    const auto place = std::ranges::find(row, answer) - row.begin();
    return "Digit" + std::to_string(place + 1);
}

class Listing {
public:
    Listing(const QuizPractice& practice, std::int64_t now)
        : practice_(practice), question_(current_question(practice)), mark_(current_mark(practice)), now_(now) {}

    std::vector<Action> list() {
        const std::vector<Target> all = targets(practice_);
        for (const Target& target : all) {
            if (target.strong && target.enabled && (mark_.done || is_expected(question_, mark_))) {
                both(target.name, "Enter");
                return std::move(actions_);
            }
        }
        if (mark_.done) {
            return {};
        }
        if (question_.kind == QuizKind::match) {
            list_pairs();
        } else if (is_written(question_.kind)) {
            list_writing();
        } else {
            list_choices();
        }
        for (const Target& target : all) {
            if (target.strong && target.enabled) {
                both(target.name, "Enter"); // to see what comes of an answer that is not expected
            }
        }
        return std::move(actions_);
    }

private:
    void both(const std::string& target, const std::string& code) {
        actions_.push_back(click_on(target, now_));
        actions_.push_back(key(code, now_));
    }

    void list_choices() {
        for (const bool leads_on : {true, false}) {
            for (const AnswerIndex i : question_.shown) {
                const bool differs = mark_.chosen[i] != question_.answers[i].right;
                const bool helps = differs && (question_.kind == QuizKind::several || question_.answers[i].right);
                if (helps == leads_on) {
                    both(target_named("answer", i), digit_key(question_.shown, i));
                }
            }
        }
    }

    void list_pairs() {
        const AnswerIndex taken = practice_.state.taken;
        if (taken != no_answer && mark_.paired[taken] == right_side_of(question_, taken)) {
            both(target_named("left", taken), digit_key(question_.beside, mark_.paired[taken])); // puts it back
            return;
        }
        if (taken != no_answer) {
            const AnswerIndex right = right_side_of(question_, taken);
            both(target_named("right", right), digit_key(question_.beside, right));
            return;
        }
        for (const AnswerIndex i : question_.shown) {
            if (mark_.paired[i] != right_side_of(question_, i)) {
                both(target_named("left", i), digit_key(question_.shown, i));
            }
        }
    }

    void list_writing() {
        if (practice_.state.focus != "quiz/field") {
            actions_.push_back(click_on("quiz/field", now_));
            actions_.push_back(key("ArrowUp", now_));
            return;
        }
        const TextEdit& edit = mark_.written;
        const Rewriting change = rewriting_of(question_, mark_);
        if (edit.caret != edit.text.size() || edit.anchor != edit.caret) {
            actions_.push_back(key("End", now_));
        } else if (change.erased > 0) {
            actions_.push_back(key("Backspace", now_));
        } else if (!change.written.empty()) {
            actions_.push_back({now_ + pace, Type{change.written}});
        }
    }

    const QuizPractice& practice_;
    const QuizQuestion& question_;
    const QuizMark& mark_;
    std::int64_t now_;
    std::vector<Action> actions_;
};

std::string shortest(double value) {
    std::array<char, 64> digits{};
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    return error == std::errc{} ? std::string(digits.data(), end) : std::string();
}

} // namespace

namespace quiz {

std::string text_to_write(const QuizQuestion& question) {
    const auto right = std::ranges::find(question.answers, true, &QuizAnswer::right);
    if (question.kind == QuizKind::free || right == question.answers.end()) {
        return "…";
    }
    if (question.kind == QuizKind::number) {
        return shortest(right->value);
    }
    std::string text = right->words.text;
    std::erase(text, '*');
    return text.find_first_not_of(' ') == std::string::npos ? "…" : text;
}

} // namespace quiz

std::vector<Action> actions(const QuizPractice& practice, std::int64_t now) {
    return Listing(practice, now).list();
}

double remaining(const QuizPractice& practice) {
    double sum = 0;
    for (std::size_t i = 0; i < practice.state.marks.size(); ++i) {
        const QuizMark& mark = practice.state.marks[i];
        const QuizQuestion& question = (*practice.questions)[i];
        if (!mark.done) {
            const AnswerIndex taken = i == practice.state.current ? practice.state.taken : no_answer;
            sum += 1 + marks_share * missing_share(question, mark, taken);
        } else if (i >= practice.state.current && i + 1 < practice.state.marks.size()) {
            sum += going_on_share;
        }
    }
    return sum;
}

} // namespace world
