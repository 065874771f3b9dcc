// What a key or a text does to a keyboard practice, and what is said of it.
#include "base/text.h"
#include "world/keyboard.h"
#include "world/keyboard_keys.h"
#include "world/keyboard_measure.h"
#include "world/keyboard_text.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace world {

namespace {

/// More keys than hands can hold; a key whose release never arrives must not fill the memory.
constexpr std::size_t most_held = 32;

/// How many characters somebody goes on past an error before it is pointed out.
constexpr std::size_t past_error = 3;

/// A practice while an action is being done to it, and what has happened.
struct Doing {
    KeyboardPractice& practice;
    std::int64_t at = 0;
    std::vector<Event> events;

    void say(std::string name, std::vector<Field> fields = {}) {
        events.push_back({at, {std::move(name), std::move(fields)}});
    }
};

// Wrong and right

/// Whether Caps Lock made another character of the one that was meant: the other case of the letter, or what the key
/// writes with Shift (the digits of AZERTY on some systems).
bool caps_lock_did_it(const KeyboardPractice& practice, const std::string& expected, const std::string& typed) {
    if (!practice.caps_lock || expected == typed) {
        return false;
    }
    if (base::lower(expected) == base::lower(typed)) {
        return true;
    }
    const LayoutKey* key = find_key(*practice.layout, practice.awaited);
    return key != nullptr &&
           ((key->plain == expected && key->shift == typed) || (key->shift == expected && key->plain == typed));
}

void say_wrong(Doing& doing, const std::string& expected, const std::string& typed) {
    if (caps_lock_did_it(doing.practice, expected, typed)) {
        doing.say("keyboard.caps_lock");
    } else {
        doing.say("keyboard.wrong_key", {{"expected", expected}, {"typed", typed}});
    }
}

void finish(Doing& doing, std::size_t characters, std::size_t errors_standing) {
    if (doing.practice.measured) {
        return;
    }
    doing.practice.measured = true;
    for (Fact& fact : measured_facts(doing.practice.measure, characters, errors_standing)) {
        doing.events.push_back({doing.at, std::move(fact)});
    }
}

// Press tasks

void count_press(Doing& doing, const std::string& expected, const std::string& pressed, bool right) {
    KeyboardPractice& practice = doing.practice;
    count_typed(practice.measure, doing.at, expected, right);
    if (!right) {
        practice.last_wrong = pressed;
        say_wrong(doing, expected, pressed);
        return;
    }
    practice.last_wrong.clear();
    ++practice.position;
    if (practice.position == practice.target.size()) {
        finish(doing, practice.target.size(), 0);
    }
}

void press_code(Doing& doing, const std::string& code) {
    const KeyboardPractice& practice = doing.practice;
    if (practice.position >= practice.target.size()) {
        return;
    }
    const std::string expected = practice.target[practice.position];
    const bool right = is_same_key(*practice.layout, code, expected);
    if (right || !is_modifier(code)) {
        count_press(doing, expected, code, right);
    }
}

void press_character(Doing& doing, const std::string& character) {
    const KeyboardPractice& practice = doing.practice;
    if (practice.position >= practice.units->size()) {
        return;
    }
    const std::string expected = (*practice.units)[practice.position].typed;
    const bool right = match(*practice.units, practice.position, character) > 0;
    doing.say("keyboard.typed", {{"text", character}, {"right", right}});
    count_press(doing, expected, character, right);
}

void press_key_down(Doing& doing, const KeyDown& key) {
    KeyboardPractice& practice = doing.practice;
    if (key.repeated) {
        return;
    }
    if (practice.target_is_codes) {
        press_code(doing, key.code);
        return;
    }
    if (is_modifier(key.code) || writes_text(*practice.layout, key.code) ||
        practice.position >= practice.units->size()) {
        return;
    }
    if (is_enter(key.code) && (*practice.units)[practice.position].typed == "\n") {
        press_character(doing, "\n");
    } else {
        count_press(doing, (*practice.units)[practice.position].typed, key.code, false);
    }
}

// Texts that are written

void notice_lines(Doing& doing, const Comparison& comparison) {
    KeyboardPractice& practice = doing.practice;
    std::size_t lines = 0;
    for (std::size_t i = 0; i < practice.target.size(); ++i) {
        if (comparison.target[i] != Verdict::right) {
            break;
        }
        const bool ends_line = practice.target[i] == "\n" || i + 1 == practice.target.size();
        lines += ends_line ? 1 : 0;
    }
    for (; practice.lines_done < lines; ++practice.lines_done) {
        doing.say("keyboard.line_done");
    }
}

/// What follows from a change of the text.
void notice_change(Doing& doing, const Comparison& now) {
    KeyboardPractice& practice = doing.practice;
    notice_lines(doing, now);
    if (now.errors == 0) {
        practice.error_was_noticed = false;
    }
    if (now.left == 0) {
        const bool is_copy = practice.task == KeyboardTask::copy;
        finish(doing, is_copy ? practice.target.size() : static_cast<std::size_t>(practice.measure.right), now.errors);
    }
}

void notice_error_left(Doing& doing, const Comparison& now) {
    KeyboardPractice& practice = doing.practice;
    if (practice.task != KeyboardTask::copy || !now.first_error || practice.error_was_noticed) {
        return;
    }
    const std::size_t caret = characters_before(practice.written.text, practice.written.caret);
    const std::size_t error = *now.first_error;
    const bool stands_there = error < now.written.size() && now.written[error] == Verdict::wrong;
    if (caret >= error + past_error + (stands_there ? 1 : 0)) {
        practice.error_was_noticed = true;
        doing.say("keyboard.error_left");
    }
}

/// Whether what was written is what was missing. A draft can be mended in several ways: there, all that brings it
/// nearer is right.
bool is_right(const KeyboardPractice& practice, const Comparison& before, const Comparison& now,
              const std::string& character) {
    const bool is_expected = before.next && match(*practice.units, *before.next, character) > 0;
    return is_expected || (practice.task == KeyboardTask::correct && now.left < before.left);
}

void write(Doing& doing, const std::string& character) {
    KeyboardPractice& practice = doing.practice;
    if (character == "\n" && !practice.written.many_lines) {
        return;
    }
    const Comparison before = compare(practice);
    if (!insert(practice.written, character)) {
        return;
    }
    const Comparison now = compare(practice);
    const bool right = is_right(practice, before, now, character);
    const std::string expected = before.next ? (*practice.units)[*before.next].typed : "";
    count_typed(practice.measure, doing.at, expected, right);
    doing.say("keyboard.typed", {{"text", character}, {"right", right}});
    if (!right) {
        say_wrong(doing, expected, character);
    }
    notice_error_left(doing, now);
    notice_change(doing, now);
}

void edit_with_key(Doing& doing, const std::string& code) {
    KeyboardPractice& practice = doing.practice;
    const bool control = is_held(practice, "ControlLeft") || is_held(practice, "ControlRight");
    const bool altgr = is_held(practice, "AltRight");
    if (is_enter(code)) {
        write(doing, "\n");
        return;
    }
    const std::size_t errors_before = compare(practice).errors;
    const KeyEffect effect = press_key(practice.written, code, shift_is_held(practice), control && !altgr);
    if (effect != KeyEffect::erased) {
        return;
    }
    const Comparison now = compare(practice);
    practice.measure.corrected += now.errors < errors_before ? static_cast<int>(errors_before - now.errors) : 0;
    doing.say("keyboard.erased");
    notice_change(doing, now);
}

// Text that arrives

void receive(Doing& doing, const std::string& character) {
    if (doing.practice.task == KeyboardTask::press) {
        press_character(doing, character);
    } else {
        write(doing, character);
    }
}

/// Whether an accent that came without any key is the beginning of the letter that is expected: some ways of input hand
/// the accent and the letter over one after the other.
bool begins_expected_letter(const KeyboardPractice& practice, const std::string& character) {
    if (!practice.awaited.empty()) {
        return false;
    }
    const std::string expected = next_expected(practice);
    return base::length(expected) == 1 && expected != character && expected != " " &&
           with_accent(character, expected) == expected;
}

/// Puts a waiting accent on the character that arrives, if the computer has not done it already.
void receive_after_accent(Doing& doing, const std::string& character) {
    PendingAccent& pending = doing.practice.pending;
    const std::string accent = pending.accent;
    if (character == accent && !pending.shown && !pending.passed) {
        pending.shown = true;
        return;
    }
    const bool was_shown = pending.shown;
    pending = {};
    const std::string together = with_accent(accent, character);
    if (together.empty() && was_shown) {
        receive(doing, accent);
    }
    receive(doing, together.empty() ? character : together);
}

void receive_character(Doing& doing, const std::string& character) {
    KeyboardPractice& practice = doing.practice;
    if (!practice.pending.accent.empty()) {
        receive_after_accent(doing, character);
    } else if (!practice.target_is_codes && begins_expected_letter(practice, character)) {
        practice.pending = {character, true, false};
    } else {
        receive(doing, character);
    }
}

void type_text(Doing& doing, const std::string& text) {
    KeyboardPractice& practice = doing.practice;
    if (practice.target_is_codes) {
        // The key was judged as it went down; only a blank that came without its key is still to be judged.
        if (practice.awaited.empty() && text == " ") {
            press_code(doing, "Space");
        }
        practice.awaited.clear();
        return;
    }
    const std::string clean = composed(text);
    const bool belongs_to_enter = is_enter(practice.awaited) && clean == "\n";
    if (!belongs_to_enter) {
        for (const std::string& character : characters_of(clean)) {
            receive_character(doing, character);
        }
    }
    practice.awaited.clear();
}

// Keys

/// Lets a dead key wait for its letter. False where the key has only taken back an accent that waited.
bool attend_to_accent(KeyboardPractice& practice, const KeyDown& key) {
    if (practice.target_is_codes) {
        return true;
    }
    PendingAccent& pending = practice.pending;
    if (!pending.accent.empty()) {
        if (key.code == "Backspace") {
            pending = {};
            return false;
        }
        pending.passed = true;
        if (!writes_text(*practice.layout, key.code)) {
            pending = {};
        }
        return true;
    }
    const LayoutKey* place = find_key(*practice.layout, key.code);
    const bool shift = shift_is_held(practice);
    const bool altgr = is_held(practice, "AltRight");
    if (place != nullptr && !key.repeated && is_dead(*place, shift, altgr)) {
        pending.accent = text_of(*place, shift, altgr);
    }
    return true;
}

void key_down(Doing& doing, const KeyDown& key) {
    KeyboardPractice& practice = doing.practice;
    practice.caps_lock = key.caps_lock;
    if (!is_held(practice, key.code) && practice.held.size() < most_held) {
        practice.held.push_back(key.code);
    }
    if (!key.repeated) {
        practice.repeating.clear();
        doing.say("keyboard.pressed", {{"key", key.code}});
    } else if (practice.repeating != key.code && (writes_text(*practice.layout, key.code) || is_enter(key.code))) {
        practice.repeating = key.code;
        doing.say("keyboard.held", {{"key", key.code}});
    }
    if (!is_modifier(key.code)) {
        practice.awaited = key.code;
        if (!attend_to_accent(practice, key)) {
            return;
        }
    }
    if (practice.task == KeyboardTask::press) {
        press_key_down(doing, key);
    } else {
        edit_with_key(doing, key.code);
    }
}

} // namespace

std::vector<Event> apply(KeyboardPractice& practice, const Action& action) {
    Doing doing{practice, action.at, {}};
    if (const auto* down = std::get_if<KeyDown>(&action.deed)) {
        key_down(doing, *down);
    } else if (const auto* up = std::get_if<KeyUp>(&action.deed)) {
        std::erase(practice.held, up->code);
    } else if (const auto* type = std::get_if<Type>(&action.deed)) {
        type_text(doing, type->text);
    }
    return std::move(doing.events);
}

} // namespace world
