// Doing actions in a quiz: answers are marked, written, matched and handed in; all of it can be taken back.
#include "world/quiz.h"
#include "world/quiz_parts.h"

#include <algorithm>

namespace world {

using namespace quiz;

namespace {

/// One action under way.
struct Doing {
    QuizPractice& practice;
    std::int64_t at;
    std::vector<Event>& events;

    const QuizQuestion& question() const { return current_question(practice); }
    QuizMark& mark() const { return practice.state.marks[practice.state.current]; }
    bool is_held(std::string_view key) const {
        return std::ranges::any_of(practice.held, [&](const std::string& code) { return code.starts_with(key); });
    }
    void tell(Fact fact) const { events.push_back({at, std::move(fact)}); }
};

// --- Marking --------------------------------------------------------------------------------------------------------

void choose(const Doing& doing, AnswerIndex answer) {
    QuizMark& mark = doing.mark();
    if (doing.question().kind == QuizKind::several) {
        mark.chosen[answer] = !mark.chosen[answer];
    } else if (mark.chosen[answer]) {
        return;
    } else {
        mark.chosen.assign(mark.chosen.size(), false);
        mark.chosen[answer] = true;
    }
    mark.handed_in = false;
}

void take(const Doing& doing, AnswerIndex left) {
    AnswerIndex& taken = doing.practice.state.taken;
    taken = taken == left ? no_answer : left;
}

void pair(const Doing& doing, AnswerIndex left, AnswerIndex right) {
    doing.mark().paired[left] = right;
    doing.mark().handed_in = false;
    doing.practice.state.taken = no_answer;
}

// --- Handing in -----------------------------------------------------------------------------------------------------

/// What was answered, for whoever asks for it.
std::string given_text(const QuizQuestion& question, const QuizMark& mark) {
    if (is_written(question.kind)) {
        return mark.written.text;
    }
    std::string text;
    for (const AnswerIndex i : question.shown) {
        if (mark.chosen[i] && question.kind != QuizKind::match) {
            const Words& words = question.answers[i].words;
            text += (text.empty() ? "" : ", ") + (words.text.empty() ? words.message.id : words.text);
        }
    }
    return text;
}

void tell_end(const Doing& doing) {
    if (left_in(doing.practice) > 0) {
        return;
    }
    const auto first =
        std::ranges::count_if(doing.practice.state.marks, [](const QuizMark& mark) { return mark.tries <= 1; });
    doing.tell({"quiz.finished",
                {{"count", static_cast<double>(doing.practice.state.marks.size())},
                 {"first_try", static_cast<double>(first)}}});
}

void hand_in(const Doing& doing) {
    const QuizQuestion& question = doing.question();
    QuizMark& mark = doing.mark();
    mark.handed_in = true;
    ++mark.tries;
    mark.done = is_expected(question, mark);
    doing.practice.state.taken = no_answer;
    doing.tell({"quiz.answered",
                {{"question", question.name}, {"right", mark.done}, {"tries", static_cast<double>(mark.tries)}}});
    if (!mark.done) {
        doing.tell({"quiz.unexpected", {{"question", question.name}, {"answer", given_text(question, mark)}}});
        return;
    }
    doing.practice.state.focus = "quiz/next";
    tell_end(doing);
}

void go_on(const Doing& doing) {
    QuizState& state = doing.practice.state;
    const bool is_read = doing.question().kind == QuizKind::card && !doing.mark().done;
    if (is_read) {
        doing.mark().done = true;
        doing.tell({"quiz.read", {{"question", doing.question().name}}});
    }
    if (state.current + 1 < state.marks.size()) {
        ++state.current;
        state.taken = no_answer;
        state.focus = first_focus(current_question(doing.practice));
    }
    if (is_read) {
        tell_end(doing);
    }
}

// --- Touching -------------------------------------------------------------------------------------------------------

void click(const Doing& doing, const std::string& name) {
    const std::vector<Target> all = targets(doing.practice);
    const Target* target = find_target(all, name);
    if (target == nullptr || !target->enabled) {
        return;
    }
    const QuizQuestion& question = doing.question();
    doing.practice.state.focus = name;
    if (name == "quiz/check") {
        hand_in(doing);
    } else if (name == "quiz/next") {
        go_on(doing);
    } else if (const AnswerIndex answer = answer_named(question, name, "answer"); answer != no_answer) {
        choose(doing, answer);
    } else if (const AnswerIndex left = answer_named(question, name, "left"); left != no_answer) {
        take(doing, left);
    } else if (const AnswerIndex right = answer_named(question, name, "right");
               right != no_answer && doing.practice.state.taken != no_answer) {
        pair(doing, doing.practice.state.taken, right);
    }
}

void drag(const Doing& doing, const Drag& dragged) {
    const AnswerIndex left = answer_named(doing.question(), dragged.target, "left");
    const AnswerIndex right = answer_named(doing.question(), dragged.onto, "right");
    if (left != no_answer && right != no_answer && !doing.mark().done) {
        pair(doing, left, right);
    }
}

// --- Keys -----------------------------------------------------------------------------------------------------------

bool is_writing(const Doing& doing) {
    return doing.practice.state.focus == "quiz/field" && is_written(doing.question().kind) && !doing.mark().done;
}

/// Changes the text, and takes back that it was handed in where it is another one now.
template <typename Change>
void write(const Doing& doing, const Change& change) {
    QuizMark& mark = doing.mark();
    const std::string text_before = mark.written.text;
    change(mark.written);
    if (mark.written.text != text_before) {
        mark.handed_in = false;
    }
}

/// The button that goes on from here, where there is one that can be pressed.
std::string main_button(const QuizPractice& practice) {
    for (const Target& target : targets(practice)) {
        if (target.strong && target.enabled) {
            return target.name;
        }
    }
    return {};
}

void move_focus(const Doing& doing, int by) {
    std::vector<std::string> names;
    for (const Target& target : targets(doing.practice)) {
        if (target.enabled) {
            names.push_back(target.name);
        }
    }
    if (names.empty()) {
        return;
    }
    const auto here = std::ranges::find(names, doing.practice.state.focus);
    const auto count = static_cast<int>(names.size());
    const int place = here == names.end() ? (by > 0 ? -1 : count) : static_cast<int>(here - names.begin());
    doing.practice.state.focus = names[static_cast<std::size_t>(std::clamp(place + by, 0, count - 1))];
}

/// The digit of a key of the upper row or of the number pad, from 1 to 9; 0 for any other key.
std::size_t digit_of(std::string_view code) {
    for (const std::string_view row : {"Digit", "Numpad"}) {
        if (code.size() == row.size() + 1 && code.starts_with(row) && code.back() >= '1' && code.back() <= '9') {
            return static_cast<std::size_t>(code.back() - '0');
        }
    }
    return 0;
}

/// The answer that bears that number on the screen. While a left side is taken, the right sides do.
std::string numbered(const QuizPractice& practice, std::size_t digit) {
    const QuizQuestion& question = current_question(practice);
    const bool is_match = question.kind == QuizKind::match;
    const bool is_right = is_match && practice.state.taken != no_answer;
    const std::vector<AnswerIndex>& row = is_right ? question.beside : question.shown;
    if (digit > row.size() || is_written(question.kind)) {
        return {};
    }
    return target_named(is_right ? "right" : is_match ? "left" : "answer", row[digit - 1]);
}

void press(const Doing& doing, const std::string& code) {
    const bool writing = is_writing(doing);
    if (code == "Enter" || code == "NumpadEnter") {
        const std::string& focus = doing.practice.state.focus;
        const bool is_answer = !focus.starts_with("quiz/check") && !focus.starts_with("quiz/next");
        const std::string button = main_button(doing.practice);
        click(doing, button.empty() && is_answer ? focus : button);
    } else if (code == "ArrowDown" || code == "ArrowUp") {
        move_focus(doing, code == "ArrowDown" ? 1 : -1);
    } else if (writing) {
        write(doing, [&](TextEdit& edit) { press_key(edit, code, doing.is_held("Shift"), doing.is_held("Control")); });
    } else if (code == "ArrowRight" || code == "ArrowLeft") {
        move_focus(doing, code == "ArrowRight" ? 1 : -1);
    } else if (code == "Space") {
        click(doing, doing.practice.state.focus);
    } else if (const std::size_t digit = digit_of(code); digit > 0) {
        click(doing, numbered(doing.practice, digit));
    }
}

void undo(QuizPractice& practice) {
    if (!practice.before.empty()) {
        practice.state = *practice.before.back();
        practice.before.pop_back();
    }
}

bool is_modifier(std::string_view code) {
    return code.starts_with("Shift") || code.starts_with("Control") || code.starts_with("Alt") ||
           code.starts_with("Meta");
}

struct Doer {
    Doing doing;

    void operator()(const Click& clicked) const {
        if (clicked.button == Button::left) {
            click(doing, clicked.target);
        }
    }
    void operator()(const Drag& dragged) const { drag(doing, dragged); }
    void operator()(const Mark& marked) const {
        if (marked.target == "quiz/field" && is_written(doing.question().kind) && !doing.mark().done) {
            doing.practice.state.focus = marked.target;
            place_caret(doing.mark().written, marked.from);
            place_caret(doing.mark().written, marked.to, true);
        }
    }
    void operator()(const Type& typed) const {
        if (is_writing(doing) && typed.text != "\n" && typed.text != "\r") {
            write(doing, [&](TextEdit& edit) { insert(edit, typed.text); });
        }
    }
    void operator()(const KeyDown& key) const { press(doing, key.code); }
    template <typename Other>
    void operator()(const Other&) const {}
};

void note_modifier(QuizPractice& practice, const Deed& deed) {
    if (const auto* down = std::get_if<KeyDown>(&deed)) {
        if (is_modifier(down->code) && std::ranges::find(practice.held, down->code) == practice.held.end() &&
            practice.held.size() < 8) {
            practice.held.push_back(down->code);
        }
    } else if (const auto* up = std::get_if<KeyUp>(&deed)) {
        std::erase(practice.held, up->code);
    }
}

bool asks_undo(const QuizPractice& practice, const Deed& deed) {
    if (std::holds_alternative<Undo>(deed)) {
        return true;
    }
    const auto* down = std::get_if<KeyDown>(&deed);
    const LayoutKey* key = down == nullptr ? nullptr : find_key(*practice.layout, down->code);
    const bool with_control =
        std::ranges::any_of(practice.held, [](const std::string& code) { return code.starts_with("Control"); });
    return with_control && key != nullptr && key->plain == "z";
}

/// Whether something changed that undo should take back: where the keyboard is and the caret do not count.
bool differs(const QuizState& before, const QuizState& after) {
    if (before.current != after.current || before.taken != after.taken) {
        return true;
    }
    return !std::ranges::equal(before.marks, after.marks, [](const QuizMark& a, const QuizMark& b) {
        return a.chosen == b.chosen && a.paired == b.paired && a.written.text == b.written.text && a.tries == b.tries &&
               a.handed_in == b.handed_in && a.done == b.done;
    });
}

} // namespace

std::vector<Event> apply(QuizPractice& practice, const Action& action) {
    constexpr std::size_t most_kept = 100;
    std::vector<Event> events;
    note_modifier(practice, action.deed);
    if (asks_undo(practice, action.deed)) {
        undo(practice);
        return events;
    }
    QuizState before = practice.state;
    std::visit(Doer{{practice, action.at, events}}, action.deed);
    if (differs(before, practice.state)) {
        if (practice.before.size() == most_kept) {
            practice.before.erase(practice.before.begin());
        }
        practice.before.emplace_back(std::move(before));
    }
    return events;
}

std::string target_of(const QuizPractice& practice, const Action& action) {
    if (const auto* clicked = std::get_if<Click>(&action.deed)) {
        return clicked->target;
    }
    if (const auto* dragged = std::get_if<Drag>(&action.deed)) {
        return dragged->target;
    }
    if (const auto* down = std::get_if<KeyDown>(&action.deed)) {
        const bool is_enter = down->code == "Enter";
        const std::string button = is_enter ? main_button(practice) : numbered(practice, digit_of(down->code));
        return button.empty() ? practice.state.focus : button;
    }
    return std::holds_alternative<Type>(action.deed) ? practice.state.focus : std::string();
}

} // namespace world
