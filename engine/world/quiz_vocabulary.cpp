// What lesson files may say about quizzes: start keys, facts, and what has to fit together.
#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/markup.h"
#include "world/quiz.h"
#include "world/quiz_parts.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace world {

using namespace quiz;

namespace {

using lesson::FactField;
using lesson::FactKind;
using lesson::FactOrigin;
using lesson::FieldKind;
using lesson::Kind;
using Name = std::string_view;

constexpr std::array<Name, 8> kinds{"one", "several", "true-false", "match", "text", "number", "free", "card"};

constexpr std::array<lesson::Key, 6> answer_keys{{
    {.name = "text", .kind = Kind::text},
    {.name = "with", .kind = Kind::text},
    {.name = "right", .kind = Kind::yes_no},
    {.name = "value", .kind = Kind::number},
    {.name = "tolerance", .kind = Kind::number, .least = 0},
    {.name = "say", .kind = Kind::text},
}};
constexpr lesson::Schema answer_schema{"quiz-answer", answer_keys};

constexpr std::array<lesson::Key, 8> question_keys{{
    {.name = "name", .kind = Kind::code},
    {.name = "kind", .kind = Kind::choice, .choices = kinds},
    {.name = "ask", .kind = Kind::text, .required = true},
    {.name = "answer",
     .kind = Kind::tables,
     .inside = &answer_schema,
     .least = 1,
     .most = static_cast<std::int64_t>(most_answers)},
    {.name = "holds", .kind = Kind::yes_no},
    {.name = "if_true", .kind = Kind::text},
    {.name = "if_false", .kind = Kind::text},
    {.name = "say", .kind = Kind::text},
}};
constexpr lesson::Schema question_schema{"quiz-question", question_keys};

constexpr std::array<lesson::Key, 2> start_keys{{
    {.name = "shuffle", .kind = Kind::yes_no},
    {.name = "question",
     .kind = Kind::tables,
     .required = true,
     .inside = &question_schema,
     .least = 1,
     .most = static_cast<std::int64_t>(most_questions)},
}};
constexpr lesson::Schema start_schema{"start.quiz", start_keys};

constexpr std::array questions_fields{FactField{"left", FieldKind::number}, FactField{"done", FieldKind::number},
                                      FactField{"count", FieldKind::number}};
constexpr std::array question_fields{FactField{"name", FieldKind::text}, FactField{"done", FieldKind::yes_no},
                                     FactField{"shown", FieldKind::yes_no}, FactField{"tries", FieldKind::number}};
constexpr std::array answered_fields{FactField{"question", FieldKind::text}, FactField{"right", FieldKind::yes_no},
                                     FactField{"tries", FieldKind::number}};
constexpr std::array read_fields{FactField{"question", FieldKind::text}};
constexpr std::array finished_fields{FactField{"count", FieldKind::number}, FactField{"first_try", FieldKind::number}};
constexpr std::array unexpected_fields{FactField{"question", FieldKind::text}, FactField{"answer", FieldKind::text}};

constexpr std::array<FactKind, 6> fact_kinds{{
    {"quiz.questions", FactOrigin::state, questions_fields},
    {"quiz.question", FactOrigin::state, question_fields},
    {"quiz.answered", FactOrigin::event, answered_fields},
    {"quiz.read", FactOrigin::event, read_fields},
    {"quiz.finished", FactOrigin::event, finished_fields},
    {"quiz.unexpected", FactOrigin::slip, unexpected_fields},
}};

/// The place of a key, for a fault about it; the table's where the key is absent.
base::Place place_of_key(const lesson::Value& item, Name key) {
    const lesson::Value* value = lesson::find(lesson::table_of(item), key);
    return value == nullptr ? item.place : value->place;
}

void check_length(const lesson::Value& item, Name key, std::size_t most, base::Faults& faults) {
    const lesson::Value* value = lesson::find(lesson::table_of(item), key);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
    if (text == nullptr) {
        return;
    }
    if (base::trim(*text).empty()) {
        lesson::add_fault(faults, "quiz.empty-text", value->place);
    } else if (base::length(*text) > most) {
        lesson::add_fault(faults, "quiz.long-text", value->place, {{"most", std::to_string(most)}});
    }
}

/// Marks in texts that are opened but not closed.
void check_marks(const lesson::Value& item, Name key, base::Faults& faults) {
    const auto mark = lesson::unmatched_mark(lesson::text_or(lesson::table_of(item), key, ""));
    if (mark) {
        const bool is_cap = *mark == '[' || *mark == ']';
        lesson::add_fault(faults,
                          *mark == '*' ? "text.star"
                          : is_cap     ? "text.bracket"
                                       : "text.brace",
                          place_of_key(item, key), {{"key", std::string(key)}});
    }
}

/// Keys that mean something for certain kinds only.
struct Bound {
    Name key;
    std::array<QuizKind, 3> kinds;
    bool needed; ///< there
};

constexpr std::array<Bound, 2> answer_bounds{{
    {"with", {QuizKind::match, QuizKind::match, QuizKind::match}, true},
    {"value", {QuizKind::number, QuizKind::number, QuizKind::number}, true},
}};
constexpr std::array<Bound, 1> choice_bounds{{
    {"text", {QuizKind::one, QuizKind::several, QuizKind::text}, true},
}};
constexpr std::array<Bound, 3> question_bounds{{
    {"holds", {QuizKind::true_false, QuizKind::true_false, QuizKind::true_false}, true},
    {"if_true", {QuizKind::true_false, QuizKind::true_false, QuizKind::true_false}, false},
    {"if_false", {QuizKind::true_false, QuizKind::true_false, QuizKind::true_false}, false},
}};

void check_bound(const lesson::Value& item, const Bound& bound, QuizKind kind, bool only_there, base::Faults& faults) {
    const bool is_there = lesson::find(lesson::table_of(item), bound.key) != nullptr;
    const bool fits = std::ranges::find(bound.kinds, kind) != bound.kinds.end();
    const std::vector<base::Argument> words{{"key", std::string(bound.key)}, {"kind", std::string(name_of(kind))}};
    if (is_there && !fits && only_there) {
        lesson::add_fault(faults, "quiz.key-of-other-kind", place_of_key(item, bound.key), words);
    } else if (!is_there && fits && bound.needed) {
        lesson::add_fault(faults, "quiz.key-missing", item.place, words);
    }
}

void check_answer(const lesson::Value& item, QuizKind kind, base::Faults& faults) {
    for (const Bound& bound : answer_bounds) {
        check_bound(item, bound, kind, true, faults);
    }
    for (const Bound& bound : choice_bounds) {
        check_bound(item, bound, kind, false, faults);
    }
    check_length(item, "text", longest_answer, faults);
    check_length(item, "with", longest_answer, faults);
    check_length(item, "say", longest_feedback, faults);
    check_marks(item, "say", faults);
}

bool is_right(const lesson::Value& answer) {
    return lesson::yes_or(lesson::table_of(answer), "right", false);
}

/// Enough of the answers are expected, and enough are not.
void check_rights(const lesson::Value& item, QuizKind kind, const lesson::List& answers, base::Faults& faults) {
    const base::Place place = place_of_key(item, "answer");
    const auto rights = std::ranges::count_if(answers, is_right);
    if (kind == QuizKind::one && rights != 1) {
        lesson::add_fault(faults, "quiz.one-right", place, {{"count", std::to_string(rights)}});
    } else if ((kind == QuizKind::several || kind == QuizKind::text || kind == QuizKind::number) && rights == 0) {
        lesson::add_fault(faults, "quiz.no-right", place);
    }
    if ((kind == QuizKind::one || kind == QuizKind::several) && answers.size() < 2) {
        lesson::add_fault(faults, "quiz.few-answers", place);
    }
}

void check_pairs(const lesson::Value& item, const lesson::List& answers, base::Faults& faults) {
    std::set<std::string> lefts;
    std::set<std::string> rights;
    for (const lesson::Value& answer : answers) {
        const std::string left = lesson::text_or(lesson::table_of(answer), "text", "");
        rights.insert(lesson::text_or(lesson::table_of(answer), "with", ""));
        if (!left.empty() && !lefts.insert(left).second) {
            lesson::add_fault(faults, "quiz.same-answer", answer.place, {{"text", left}});
        }
    }
    if (lefts.size() < 2 || rights.size() < 2) {
        lesson::add_fault(faults, "quiz.few-pairs", place_of_key(item, "answer"));
    }
}

void check_same(const lesson::List& answers, base::Faults& faults) {
    std::set<std::string> texts;
    for (const lesson::Value& answer : answers) {
        const std::string text = lesson::text_or(lesson::table_of(answer), "text", "");
        if (!text.empty() && !texts.insert(text).second) {
            lesson::add_fault(faults, "quiz.same-answer", place_of_key(answer, "text"), {{"text", text}});
        }
    }
}

void check_question(const lesson::Value& item, base::Faults& faults) {
    const lesson::Table& table = lesson::table_of(item);
    const QuizKind kind = kind_named(lesson::text_or(table, "kind", "one"));
    const lesson::List& answers = lesson::items_of(table, "answer");
    for (const Bound& bound : question_bounds) {
        check_bound(item, bound, kind, true, faults);
    }
    check_length(item, "ask", longest_question, faults);
    for (const Name key : {"say", "if_true", "if_false"}) {
        check_length(item, key, longest_feedback, faults);
    }
    for (const Name key : {"ask", "say", "if_true", "if_false"}) {
        check_marks(item, key, faults);
    }
    const bool has_none = kind == QuizKind::true_false || kind == QuizKind::free || kind == QuizKind::card;
    if (has_none) {
        if (!answers.empty()) {
            lesson::add_fault(faults, "quiz.key-of-other-kind", place_of_key(item, "answer"),
                              {{"key", "answer"}, {"kind", std::string(name_of(kind))}});
        }
        return;
    }
    for (const lesson::Value& answer : answers) {
        check_answer(answer, kind, faults);
    }
    if (answers.empty()) {
        lesson::add_fault(faults, "quiz.key-missing", item.place,
                          {{"key", "answer"}, {"kind", std::string(name_of(kind))}});
    } else if (kind == QuizKind::match) {
        check_pairs(item, answers, faults);
    } else {
        check_rights(item, kind, answers, faults);
        check_same(answers, faults);
    }
}

void check_start(const lesson::Table& start, base::Faults& faults) {
    std::set<std::string> names;
    std::size_t number = 0;
    for (const lesson::Value& item : lesson::items_of(start, "question")) {
        check_question(item, faults);
        const std::string name = lesson::text_or(lesson::table_of(item), "name", std::to_string(++number));
        if (!names.insert(name).second) {
            lesson::add_fault(faults, "quiz.same-name", place_of_key(item, "name"), {{"name", name}});
        }
    }
}

} // namespace

lesson::AppKind quiz_kind() {
    return {"quiz", &start_schema, fact_kinds, &check_start};
}

} // namespace world
