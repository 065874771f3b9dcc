// A quiz laid out, and what is so in it.
#include "world/quiz.h"

#include "base/random.h"
#include "base/text.h"
#include "world/quiz_parts.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace world {

using namespace quiz;

namespace {

constexpr std::array<std::string_view, 8> kind_names{"one",  "several", "true-false", "match",
                                                     "text", "number",  "free",       "card"};

QuizAnswer read_answer(const lesson::Table& table) {
    QuizAnswer answer;
    answer.words = as_it_is(lesson::text_or(table, "text", ""));
    answer.with = lesson::text_or(table, "with", "");
    answer.right = lesson::yes_or(table, "right", false);
    answer.value = lesson::number_or(table, "value", 0);
    answer.tolerance = lesson::number_or(table, "tolerance", 0);
    answer.say = lesson::text_or(table, "say", "");
    return answer;
}

/// Whether something is so: the two answers that need not be written in the lesson.
std::vector<QuizAnswer> read_true_false(const lesson::Table& table) {
    const bool holds = lesson::yes_or(table, "holds", true);
    QuizAnswer yes;
    yes.words = message("quiz.true");
    yes.right = holds;
    yes.say = lesson::text_or(table, "if_true", "");
    QuizAnswer no;
    no.words = message("quiz.false");
    no.right = !holds;
    no.say = lesson::text_or(table, "if_false", "");
    return {yes, no};
}

void put_in_order(QuizQuestion& question, bool shuffled, base::Random random) {
    const bool is_match = question.kind == QuizKind::match;
    for (AnswerIndex i = 0; i < question.answers.size(); ++i) {
        if (!is_match || is_left(question.answers[i])) {
            question.shown.push_back(i);
        }
        if (is_match && right_side_of(question, i) == i) {
            question.beside.push_back(i);
        }
    }
    if (shuffled && question.kind != QuizKind::true_false) {
        base::shuffle(question.shown, random);
        base::shuffle(question.beside, random);
    }
}

QuizQuestion read_question(const lesson::Table& table, std::size_t number, bool shuffled, std::uint64_t seed) {
    QuizQuestion question;
    question.name = lesson::text_or(table, "name", std::to_string(number));
    question.kind = kind_named(lesson::text_or(table, "kind", "one"));
    question.ask = lesson::text_or(table, "ask", "");
    question.say = lesson::text_or(table, "say", "");
    if (question.kind == QuizKind::true_false) {
        question.answers = read_true_false(table);
    }
    for (const lesson::Value& answer : lesson::items_of(table, "answer")) {
        question.answers.push_back(read_answer(lesson::table_of(answer)));
    }
    put_in_order(question, shuffled, base::Random{seed});
    return question;
}

QuizMark mark_for(const QuizQuestion& question) {
    QuizMark mark;
    mark.chosen.assign(question.answers.size(), false);
    mark.paired.assign(question.answers.size(), no_answer);
    mark.written.most = 2000;
    return mark;
}

Target target_for(std::string name, Role role, Words words, bool on) {
    Target target;
    target.name = std::move(name);
    target.role = role;
    target.part = "main";
    target.words = std::move(words);
    target.on = on;
    return target;
}

void list_answers(const QuizPractice& practice, std::vector<Target>& all) {
    const QuizQuestion& question = current_question(practice);
    const QuizMark& mark = current_mark(practice);
    if (question.kind == QuizKind::match) {
        for (const AnswerIndex i : question.shown) {
            const bool on = practice.state.taken == i || mark.paired[i] != no_answer;
            all.push_back(target_for(target_named("left", i), Role::item, question.answers[i].words, on));
        }
        for (const AnswerIndex i : question.beside) {
            const bool on = std::ranges::find(mark.paired, i) != mark.paired.end();
            all.push_back(target_for(target_named("right", i), Role::item, as_it_is(question.answers[i].with), on));
        }
    } else if (is_written(question.kind)) {
        all.push_back(target_for("quiz/field", Role::field, message("quiz.field"), false));
        all.back().gestures = clickable | writable;
    } else if (is_choice(question.kind)) {
        const Role role = question.kind == QuizKind::several ? Role::tick : Role::radio;
        for (const AnswerIndex i : question.shown) {
            all.push_back(target_for(target_named("answer", i), role, question.answers[i].words, mark.chosen[i]));
        }
    }
    if (mark.done) {
        for (Target& target : all) {
            target.enabled = false; // what is done stays
        }
    }
}

bool match_is_whole(const QuizQuestion& question, const QuizMark& mark) {
    return std::ranges::none_of(question.shown, [&](AnswerIndex i) { return mark.paired[i] == no_answer; });
}

/// The text goes letter by letter; where it leaves the pattern, the last star takes one letter more.
bool is_like_plain(std::string_view pattern, std::string_view text) {
    std::size_t at = 0;
    std::size_t in_text = 0;
    std::optional<std::size_t> star;
    std::size_t taken_to = 0;
    while (in_text < text.size()) {
        if (at < pattern.size() && pattern[at] == '*') {
            star = at++;
            taken_to = in_text;
        } else if (at < pattern.size() && pattern[at] == text[in_text]) {
            ++at;
            ++in_text;
        } else if (star) {
            at = *star + 1;
            in_text = ++taken_to;
        } else {
            return false;
        }
    }
    return std::ranges::all_of(pattern.substr(at), [](char letter) { return letter == '*'; });
}

/// As texts are compared, with one blank for several, and one star for several.
std::string comparable(std::string_view text) {
    std::string result;
    for (const char letter : base::plain(base::trim(text))) {
        const bool repeats = !result.empty() && result.back() == letter && (letter == ' ' || letter == '*');
        if (!repeats) {
            result += letter;
        }
    }
    return result;
}

bool is_expected_text(const QuizQuestion& question, std::string_view written) {
    return std::ranges::any_of(question.answers, [&](const QuizAnswer& answer) {
        return answer.right && is_like(answer.words.text, written);
    });
}

bool is_expected_number(const QuizQuestion& question, std::string_view written) {
    const std::optional<double> number = number_in(written);
    return number && std::ranges::any_of(question.answers, [&](const QuizAnswer& answer) {
               return answer.right && is_near(answer, *number);
           });
}

} // namespace

namespace quiz {

QuizKind kind_named(std::string_view word) {
    const auto found = std::ranges::find(kind_names, word);
    return found == kind_names.end() ? QuizKind::one : static_cast<QuizKind>(found - kind_names.begin());
}

bool is_choice(QuizKind kind) {
    return kind == QuizKind::one || kind == QuizKind::several || kind == QuizKind::true_false;
}

bool is_written(QuizKind kind) {
    return kind == QuizKind::text || kind == QuizKind::number || kind == QuizKind::free;
}

bool is_left(const QuizAnswer& answer) {
    return !answer.words.text.empty();
}

std::size_t fitting_pairs(const QuizQuestion& question, const QuizMark& mark) {
    return static_cast<std::size_t>(std::ranges::count_if(
        question.shown, [&](AnswerIndex i) { return mark.paired[i] == right_side_of(question, i); }));
}

bool is_near(const QuizAnswer& answer, double number) {
    constexpr double slack = 1e-9; // what decimal fractions lose as binary ones
    return number >= answer.value - answer.tolerance - slack && number <= answer.value + answer.tolerance + slack;
}

AnswerIndex right_side_of(const QuizQuestion& question, AnswerIndex answer) {
    const auto first = std::ranges::find(question.answers, question.answers[answer].with, &QuizAnswer::with);
    return static_cast<AnswerIndex>(first - question.answers.begin());
}

std::string target_named(std::string_view group, AnswerIndex answer) {
    return "quiz/" + std::string(group) + "/" + std::to_string(answer + 1);
}

AnswerIndex answer_named(const QuizQuestion& question, std::string_view target, std::string_view group) {
    for (AnswerIndex i = 0; i < question.answers.size(); ++i) {
        if (target == target_named(group, i)) {
            return i;
        }
    }
    return no_answer;
}

std::string first_focus(const QuizQuestion& question) {
    if (is_written(question.kind)) {
        return "quiz/field";
    }
    if (question.kind == QuizKind::card || question.shown.empty()) {
        return "quiz/next";
    }
    return target_named(question.kind == QuizKind::match ? "left" : "answer", question.shown.front());
}

} // namespace quiz

std::string_view name_of(QuizKind kind) {
    return kind_names.at(static_cast<std::size_t>(kind));
}

const QuizQuestion& current_question(const QuizPractice& practice) {
    return (*practice.questions)[practice.state.current];
}

const QuizMark& current_mark(const QuizPractice& practice) {
    return practice.state.marks[practice.state.current];
}

bool can_undo(const QuizPractice& practice) {
    return !practice.before.empty();
}

std::size_t left_in(const QuizPractice& practice) {
    return static_cast<std::size_t>(
        std::ranges::count_if(practice.state.marks, [](const QuizMark& mark) { return !mark.done; }));
}

bool is_like(std::string_view expected, std::string_view written) {
    return is_like_plain(comparable(expected), comparable(written));
}

std::optional<double> number_in(std::string_view text) {
    std::string digits;
    for (const char letter : base::plain(base::trim(text))) {
        if (letter != ' ') {
            digits += letter == ',' ? '.' : letter;
        }
    }
    const char* begin = digits.data() + (digits.starts_with('+') ? 1 : 0);
    const char* end = digits.data() + digits.size();
    double number = 0;
    const auto [rest, error] = std::from_chars(begin, end, number, std::chars_format::fixed);
    return error == std::errc{} && rest == end && begin != end ? std::optional(number) : std::nullopt;
}

bool can_hand_in(const QuizQuestion& question, const QuizMark& mark) {
    if (question.kind == QuizKind::match) {
        return match_is_whole(question, mark);
    }
    if (is_written(question.kind)) {
        return !base::trim(mark.written.text).empty();
    }
    return std::ranges::find(mark.chosen, true) != mark.chosen.end();
}

bool is_expected(const QuizQuestion& question, const QuizMark& mark) {
    switch (question.kind) {
    case QuizKind::match:
        return fitting_pairs(question, mark) == question.shown.size();
    case QuizKind::text:
        return is_expected_text(question, mark.written.text);
    case QuizKind::number:
        return is_expected_number(question, mark.written.text);
    case QuizKind::free:
        return can_hand_in(question, mark);
    case QuizKind::card:
        return true;
    default:
        for (AnswerIndex i = 0; i < question.answers.size(); ++i) {
            if (question.answers[i].right != mark.chosen[i]) {
                return false;
            }
        }
        return true;
    }
}

std::vector<Target> targets(const QuizPractice& practice) {
    const QuizQuestion& question = current_question(practice);
    const QuizMark& mark = current_mark(practice);
    std::vector<Target> all;
    list_answers(practice, all);
    const bool is_last = practice.state.current + 1 == practice.questions->size();
    if (question.kind == QuizKind::card ? !(mark.done && is_last) : mark.done && !is_last) {
        all.push_back(target_for("quiz/next", Role::button, message("quiz.next"), false));
        all.back().strong = true;
    } else if (!mark.done) {
        all.push_back(target_for("quiz/check", Role::button, message("quiz.check"), false));
        all.back().strong = true;
        all.back().enabled = can_hand_in(question, mark) && !mark.handed_in;
    }
    return all;
}

QuizPractice start_quiz(const lesson::Table& start, const Setup& setup, std::int64_t) {
    QuizPractice practice;
    practice.layout.write() = setup.layout;
    base::Random random{setup.seed};
    const bool shuffled = lesson::yes_or(start, "shuffle", true);
    std::vector<QuizQuestion>& questions = practice.questions.write();
    for (const lesson::Value& item : lesson::items_of(start, "question")) {
        questions.push_back(read_question(lesson::table_of(item), questions.size() + 1, shuffled, random.next()));
        practice.state.marks.push_back(mark_for(questions.back()));
    }
    if (questions.empty()) { // only of a start that was not checked
        questions.emplace_back().kind = QuizKind::card;
        practice.state.marks.push_back(mark_for(questions.back()));
    }
    practice.state.focus = first_focus(questions.front());
    return practice;
}

std::vector<Fact> facts(const QuizPractice& practice) {
    const std::size_t left = left_in(practice);
    const std::size_t count = practice.questions->size();
    std::vector<Fact> all;
    all.push_back({"quiz.questions",
                   {{"left", static_cast<double>(left)},
                    {"done", static_cast<double>(count - left)},
                    {"count", static_cast<double>(count)}}});
    for (std::size_t i = 0; i < count; ++i) {
        const QuizMark& mark = practice.state.marks[i];
        all.push_back({"quiz.question",
                       {{"name", (*practice.questions)[i].name},
                        {"done", mark.done},
                        {"shown", practice.state.current == i},
                        {"tries", static_cast<double>(mark.tries)}}});
    }
    return all;
}

} // namespace world
