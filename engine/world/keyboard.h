// Keyboard practice: keys to be pressed, a text to be copied, a text to be mended.
//
// A pure state machine. All of its state is public, for the painter and the planner to read; only apply() changes it.
// What the learner writes is judged by character and not by key: text arrives composed by the computer's own keyboard
// layout, or is composed here from a dead key and a letter. Errors stay until the learner mends them.
#pragma once

#include "lesson/vocabulary.h"
#include "world/action.h"
#include "world/fact.h"
#include "world/kept.h"
#include "world/setup.h"
#include "world/text_edit.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace world {

/// What is to be done: press keys one after the other, write a text, or mend one that is there.
enum class KeyboardTask { press, copy, correct };

/// What is drawn to guide the fingers: the keyboard with hands, the keyboard alone, nothing.
enum class KeyboardGuide { hands, keys, none };

/// What the text field looks like: one line, a field of a form, a sheet of letter paper.
enum class KeyboardLook { line, form, letter };

/// One character as it is to be typed on this layout. Most characters of the target are one unit; a character that the
/// layout has no key for can be several (`œ` typed as `oe`).
struct Unit {
    std::string typed;                 ///< the character to type
    std::vector<std::string> accepted; ///< all characters that count as right
    std::vector<std::string> whole;    ///< characters that count for all units of the target's character at once (`œ`)
    std::size_t target = 0;            ///< index of the character of the target that it belongs to
    bool operator==(const Unit&) const = default;
};

/// A dead key that went down and waits for its letter.
struct PendingAccent {
    std::string accent;  ///< the spacing accent (`^`); empty where no dead key waits
    bool shown = false;  ///< the accent has arrived as a text of its own, too
    bool passed = false; ///< another key went down since, so that what arrives is what the computer made of both
    bool operator==(const PendingAccent&) const = default;
};

/// How often a character was asked for, and typed otherwise.
struct KeyTally {
    int tries = 0;
    int errors = 0;
    bool operator==(const KeyTally&) const = default;
};

/// What is measured while typing.
struct TypingMeasure {
    std::int64_t first = -1;              ///< when the first character was typed or key pressed (ms); -1 for not yet
    std::int64_t last = -1;               ///< when the last was
    int right = 0;                        ///< characters typed as asked for
    int wrong = 0;                        ///< characters typed otherwise
    int corrected = 0;                    ///< wrong characters erased again
    std::map<std::string, KeyTally> keys; ///< by the character that was asked for
    bool operator==(const TypingMeasure&) const = default;
};

/// The whole of a keyboard practice, as a value.
struct KeyboardPractice {
    KeyboardTask task = KeyboardTask::copy;
    KeyboardGuide guide = KeyboardGuide::hands;
    KeyboardLook look = KeyboardLook::line;
    std::string label; ///< the field's name, as a form shows it; may be empty
    Kept<Layout> layout;

    std::vector<std::string> target; ///< the characters to be written; in a press task the characters or codes to press
    bool target_is_codes = false;    ///< press: `target` holds W3C codes of keys that write nothing
    Kept<std::vector<Unit>> units;   ///< `target` as it is to be typed on this layout; empty where it is codes
    TextEdit written;                ///< what stands in the field; empty in a press task
    std::size_t position = 0;        ///< press: how many of the target's keys have been pressed

    std::vector<std::string> held;  ///< codes of the keys that are down, in the order in which they went down
    bool caps_lock = false;         ///< whether Caps Lock was on when a key last went down
    PendingAccent pending;          ///< the dead key that waits for its letter
    std::string awaited;            ///< the key that went down last and whose text may still arrive; or empty
    std::string repeating;          ///< the key that has been noticed to repeat; or empty
    std::string last_wrong;         ///< press: what was pressed instead, last (character or code); empty once right
    std::size_t lines_done = 0;     ///< lines of the target that have been finished
    bool error_was_noticed = false; ///< keyboard.error_left was said of the error that stands
    bool measured = false;          ///< everything was done once, and keyboard.measured was said
    TypingMeasure measure;

    bool operator==(const KeyboardPractice&) const = default;
};

// What the painter, hints and tests ask.

/// What became of a character.
enum class Verdict { right, wrong, missing };

/// How what is written compares with the target: character by character, so aligned that one character too few or too
/// many does not make the rest wrong (fewest insertions, deletions and replacements; Levenshtein 1966).
struct Comparison {
    std::vector<Verdict> target;            ///< for each character of the target
    std::vector<Verdict> written;           ///< for each character written: right or wrong
    std::size_t left = 0;                   ///< characters still to be written or mended; 0 when all is done
    std::size_t errors = 0;                 ///< of these, the ones that were done wrong and not just not yet
    std::optional<std::size_t> next;        ///< the unit that is expected at the caret
    std::optional<std::size_t> first_error; ///< index in what is written, of the first error (or where one is missing)
    bool operator==(const Comparison&) const = default;
};

/// Compares what is written with the target; in a press task, what has been pressed.
Comparison compare(const KeyboardPractice& practice);

/// The character (or in a press task perhaps the code) that is expected now; empty where nothing more is.
std::string next_expected(const KeyboardPractice& practice);

/// The presses that bring the next expected character, or that mend an error: one key, or a dead key and a letter. A
/// dead key that waits already is left out. Empty when all is done, or where this layout cannot write the character.
std::vector<Stroke> next_strokes(const KeyboardPractice& practice);

/// The first of next_strokes().
std::optional<Stroke> next_stroke(const KeyboardPractice& practice);

/// The modifier keys to hold for a stroke: AltGr, and the Shift of the other hand. Their fingers are the keys' own.
std::vector<std::string> modifiers_for(const Layout& layout, const Stroke& stroke);

/// Whether a key is down.
bool is_held(const KeyboardPractice& practice, std::string_view code);

// What every app of the practice computer offers (see computer.h).

/// The app as lesson files know it: its name, start keys, facts and checks.
lesson::AppKind keyboard_kind();

/// Lays out a practice from a start table that has been checked.
KeyboardPractice start_keyboard(const lesson::Table& start, const Setup& setup, std::int64_t at);

std::vector<Event> apply(KeyboardPractice& practice, const Action& action);
std::vector<Fact> facts(const KeyboardPractice& practice);

/// First what leads on (keys down and up, text), then a wrong key or two, for a search to see what comes of them.
std::vector<Action> actions(const KeyboardPractice& practice, std::int64_t now);

/// How many characters are still to be typed, erased and passed by the caret; every useful action lowers it. Its
/// thousandths count the keys still to go down or up for the next of them.
double remaining(const KeyboardPractice& practice);

} // namespace world
