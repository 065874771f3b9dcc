// The start of a keyboard practice, and what can be asked of it.
#include "world/keyboard.h"

#include "base/random.h"
#include "world/keyboard_text.h"

#include <algorithm>
#include <utility>

namespace world {

namespace {

/// Room for what is typed too much, in bytes.
constexpr std::size_t spare_room = 200;

KeyboardTask task_named(std::string_view name) {
    return name == "press" ? KeyboardTask::press : name == "correct" ? KeyboardTask::correct : KeyboardTask::copy;
}

KeyboardGuide guide_named(std::string_view name) {
    return name == "none" ? KeyboardGuide::none : name == "keys" ? KeyboardGuide::keys : KeyboardGuide::hands;
}

KeyboardLook look_named(std::string_view name) {
    return name == "letter" ? KeyboardLook::letter : name == "form" ? KeyboardLook::form : KeyboardLook::line;
}

/// `count` of the words, or all, in an order drawn from `random`.
std::string joined_words(std::vector<std::string> words, std::int64_t count, base::Random& random) {
    base::shuffle(words, random);
    const auto most = static_cast<std::int64_t>(words.size());
    words.resize(static_cast<std::size_t>(std::clamp<std::int64_t>(count, 0, most)));
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

std::string chosen_text(const lesson::Table& start, base::Random& random) {
    if (const std::vector<std::string> texts = lesson::texts_of(start, "texts"); !texts.empty()) {
        return texts[random.below(texts.size())];
    }
    if (std::vector<std::string> words = lesson::texts_of(start, "words"); !words.empty()) {
        const auto all = static_cast<std::int64_t>(words.size());
        return joined_words(std::move(words), lesson::whole_or(start, "count", all), random);
    }
    return lesson::text_or(start, "text", "");
}

/// In a press task each press counts by itself, so that `œ` becomes the `o` and `e` that are to be pressed.
void part_units(KeyboardPractice& practice) {
    std::vector<Unit>& units = practice.units.write();
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (is_in_group(units, i)) {
            units[i].whole.clear();
        }
    }
    std::vector<std::string> target;
    for (std::size_t i = 0; i < units.size(); ++i) {
        target.push_back(is_in_group(units, i) ? units[i].typed : practice.target[units[i].target]);
    }
    for (std::size_t i = 0; i < units.size(); ++i) {
        units[i].target = i;
    }
    practice.target = std::move(target);
}

Comparison compare_pressed(const KeyboardPractice& practice) {
    Comparison comparison;
    comparison.target.assign(practice.target.size(), Verdict::missing);
    std::fill_n(comparison.target.begin(), std::min(practice.position, practice.target.size()), Verdict::right);
    comparison.left = practice.target.size() - std::min(practice.position, practice.target.size());
    if (comparison.left > 0) {
        comparison.next = practice.position;
    }
    return comparison;
}

/// What became of the units, from what the written characters were compared with.
std::vector<Verdict> verdicts_of_units(const Alignment& alignment, std::size_t units) {
    std::vector<Verdict> verdicts(units, Verdict::missing);
    for (const Alignment::Cell& cell : alignment.written) {
        for (std::size_t k = 0; k < cell.units; ++k) {
            verdicts[cell.unit + k] = cell.right ? Verdict::right : Verdict::wrong;
        }
    }
    return verdicts;
}

/// The worst of a character's units: wrong before missing before right.
std::vector<Verdict> verdicts_of_target(const KeyboardPractice& practice, const std::vector<Verdict>& of_units) {
    std::vector<Verdict> verdicts(practice.target.size(), Verdict::right);
    for (std::size_t i = 0; i < of_units.size(); ++i) {
        Verdict& verdict = verdicts[(*practice.units)[i].target];
        if (of_units[i] == Verdict::wrong || (of_units[i] == Verdict::missing && verdict == Verdict::right)) {
            verdict = of_units[i];
        }
    }
    return verdicts;
}

/// The first written character that is wrong, too many, or has a missing one before it.
std::optional<std::size_t> first_error_of(const Alignment& alignment) {
    std::size_t expected = 0;
    for (std::size_t i = 0; i < alignment.written.size(); ++i) {
        const Alignment::Cell& cell = alignment.written[i];
        if (!cell.right || cell.unit != expected) {
            return i;
        }
        expected = cell.unit + cell.units;
    }
    return expected < alignment.reached ? std::optional(alignment.written.size()) : std::nullopt;
}

std::optional<std::size_t> unit_at_caret(const KeyboardPractice& practice, const Alignment& alignment,
                                         const std::vector<Verdict>& of_units) {
    const std::size_t caret = characters_before(practice.written.text, selection_start(practice.written));
    std::size_t unit = 0;
    for (std::size_t i = 0; i < caret; ++i) {
        const Alignment::Cell& cell = alignment.written[i];
        unit = cell.units > 0 ? cell.unit + cell.units : unit;
    }
    const bool is_wanted = unit < of_units.size() && of_units[unit] != Verdict::right;
    return is_wanted ? std::optional(unit) : std::nullopt;
}

Comparison compare_written(const KeyboardPractice& practice) {
    const std::vector<std::string> written = characters_of(practice.written.text);
    const Alignment alignment = align(written, *practice.units, practice.task == KeyboardTask::correct);
    const std::vector<Verdict> of_units = verdicts_of_units(alignment, practice.units->size());
    Comparison comparison;
    comparison.target = verdicts_of_target(practice, of_units);
    for (const Alignment::Cell& cell : alignment.written) {
        comparison.written.push_back(cell.right ? Verdict::right : Verdict::wrong);
        const std::size_t too_many = cell.units == 0 ? 1 : 0;
        comparison.left += too_many;
        comparison.errors += too_many;
    }
    const std::size_t reached = alignment.reached < practice.units->size() ? (*practice.units)[alignment.reached].target
                                                                           : practice.target.size();
    for (std::size_t i = 0; i < comparison.target.size(); ++i) {
        const Verdict verdict = comparison.target[i];
        comparison.left += verdict == Verdict::right ? 0 : 1;
        comparison.errors += verdict == Verdict::wrong || (verdict == Verdict::missing && i < reached) ? 1 : 0;
    }
    comparison.first_error = first_error_of(alignment);
    comparison.next = unit_at_caret(practice, alignment, of_units);
    return comparison;
}

} // namespace

KeyboardPractice start_keyboard(const lesson::Table& start, const Setup& setup, std::int64_t /*at*/) {
    KeyboardPractice practice;
    base::Random random{setup.seed};
    practice.task = task_named(lesson::text_or(start, "task", ""));
    practice.guide = guide_named(lesson::text_or(start, "guide", ""));
    practice.look = look_named(lesson::text_or(start, "look", ""));
    practice.label = lesson::text_or(start, "label", "");
    practice.layout = Kept(setup.layout);
    const std::vector<std::string> codes = lesson::texts_of(start, "keys");
    if (practice.task == KeyboardTask::press && !codes.empty()) {
        practice.target = codes;
        practice.target_is_codes = true;
        return practice;
    }
    const std::string text = composed(chosen_text(start, random));
    practice.target = characters_of(text);
    practice.units = Kept(units_of(*practice.layout, practice.target));
    if (practice.task == KeyboardTask::press) {
        part_units(practice);
        return practice;
    }
    const std::string draft =
        practice.task == KeyboardTask::correct ? composed(lesson::text_or(start, "draft", "")) : "";
    const bool many_lines = (text + draft).find('\n') != std::string::npos;
    practice.written = edit_of(draft, many_lines);
    practice.written.most = text.size() + draft.size() + spare_room;
    return practice;
}

Comparison compare(const KeyboardPractice& practice) {
    return practice.task == KeyboardTask::press ? compare_pressed(practice) : compare_written(practice);
}

std::string next_expected(const KeyboardPractice& practice) {
    const Comparison comparison = compare(practice);
    if (!comparison.next) {
        return "";
    }
    return practice.target_is_codes ? practice.target[*comparison.next] : (*practice.units)[*comparison.next].typed;
}

std::vector<std::string> modifiers_for(const Layout& layout, const Stroke& stroke) {
    std::vector<std::string> codes;
    if (stroke.shift) {
        const LayoutKey* key = find_key(layout, stroke.code);
        const bool by_left_hand = key != nullptr && key->finger < Finger::thumb;
        codes.emplace_back(by_left_hand ? "ShiftRight" : "ShiftLeft");
    }
    if (stroke.altgr) {
        codes.emplace_back("AltRight");
    }
    return codes;
}

bool is_held(const KeyboardPractice& practice, std::string_view code) {
    return std::ranges::find(practice.held, code) != practice.held.end();
}

std::vector<Fact> facts(const KeyboardPractice& practice) {
    const Comparison comparison = compare(practice);
    return {{"keyboard.text",
             {{"written", practice.written.text},
              {"left", static_cast<double>(comparison.left)},
              {"errors", static_cast<double>(comparison.errors)}}}};
}

} // namespace world
