// What lesson files may say about the keyboard practice: start keys, facts, and what has to fit together.
#include "base/text.h"
#include "lesson/fault.h"
#include "world/keyboard.h"
#include "world/keyboard_keys.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace world {

namespace {

using lesson::FactField;
using lesson::FactKind;
using lesson::FactOrigin;
using lesson::FieldKind;
using lesson::Kind;

using Words = std::string_view;

/// Characters that a text may have, and a word of a list.
constexpr std::size_t most_characters = 1000;
constexpr std::size_t longest_word = 100;

constexpr std::array<Words, 3> tasks{"press", "copy", "correct"};
constexpr std::array<Words, 3> guides{"hands", "keys", "none"};
constexpr std::array<Words, 3> looks{"line", "form", "letter"};

constexpr std::array<lesson::Key, 10> start_keys{{
    {.name = "task", .kind = Kind::choice, .choices = tasks},
    {.name = "text", .kind = Kind::text},
    {.name = "texts", .kind = Kind::texts, .least = 1, .most = 100},
    {.name = "words", .kind = Kind::texts, .least = 1, .most = 500},
    {.name = "count", .kind = Kind::whole, .least = 1, .most = 100},
    {.name = "draft", .kind = Kind::text},
    {.name = "keys", .kind = Kind::codes, .least = 1, .most = 100},
    {.name = "guide", .kind = Kind::choice, .choices = guides},
    {.name = "label", .kind = Kind::text},
    {.name = "look", .kind = Kind::choice, .choices = looks},
}};

constexpr lesson::Schema start_schema{"start.keyboard", start_keys};

constexpr std::array text_fields{FactField{"written", FieldKind::text}, FactField{"left", FieldKind::number},
                                 FactField{"errors", FieldKind::number}};
constexpr std::array key_fields{FactField{"key", FieldKind::text}};
constexpr std::array typed_fields{FactField{"text", FieldKind::text}, FactField{"right", FieldKind::yes_no}};
constexpr std::array measured_fields{
    FactField{"words_per_minute", FieldKind::number}, FactField{"accuracy", FieldKind::number},
    FactField{"characters", FieldKind::number},       FactField{"errors", FieldKind::number},
    FactField{"corrected", FieldKind::number},        FactField{"time", FieldKind::number}};
constexpr std::array key_measured_fields{FactField{"character", FieldKind::text}, FactField{"tries", FieldKind::number},
                                         FactField{"errors", FieldKind::number}};
constexpr std::array wrong_fields{FactField{"expected", FieldKind::text}, FactField{"typed", FieldKind::text}};

constexpr std::array<FactKind, 11> fact_kinds{{
    {"keyboard.text", FactOrigin::state, text_fields},
    {"keyboard.pressed", FactOrigin::event, key_fields},
    {"keyboard.typed", FactOrigin::event, typed_fields},
    {"keyboard.erased", FactOrigin::event, {}},
    {"keyboard.line_done", FactOrigin::event, {}},
    {"keyboard.measured", FactOrigin::event, measured_fields},
    {"keyboard.key_measured", FactOrigin::event, key_measured_fields},
    {"keyboard.wrong_key", FactOrigin::slip, wrong_fields},
    {"keyboard.caps_lock", FactOrigin::slip, {}},
    {"keyboard.held", FactOrigin::slip, key_fields},
    {"keyboard.error_left", FactOrigin::slip, {}},
}};

const lesson::Entry* find_entry(const lesson::Table& start, Words key) {
    const auto found = std::ranges::find(start, key, &lesson::Entry::key);
    return found == start.end() ? nullptr : &*found;
}

/// Where to blame what is not there: at the task, or else at the first key.
base::Place place_of_task(const lesson::Table& start) {
    const lesson::Entry* task = find_entry(start, "task");
    return task != nullptr ? task->place : start.empty() ? base::Place{} : start.front().place;
}

void check_length(const lesson::Value& value, std::size_t most, base::Faults& faults) {
    const auto* text = std::get_if<std::string>(&value.data);
    if (text == nullptr) {
        return;
    }
    if (text->empty()) {
        lesson::add_fault(faults, "keyboard.empty-text", value.place);
    } else if (base::length(*text) > most) {
        lesson::add_fault(faults, "keyboard.long-text", value.place, {{"most", std::to_string(most)}});
    }
}

void check_lengths(const lesson::Table& start, base::Faults& faults) {
    for (const Words key : {"text", "draft"}) {
        if (const lesson::Value* value = lesson::find(start, key)) {
            check_length(*value, most_characters, faults);
        }
    }
    for (const auto& [key, most] : {std::pair("texts", most_characters), std::pair("words", longest_word)}) {
        if (const lesson::Value* value = lesson::find(start, key)) {
            for (const lesson::Value& item : lesson::list_of(*value)) {
                check_length(item, most, faults);
            }
        }
    }
}

/// There is one thing to type, and it suits the task.
void check_source(const lesson::Table& start, const std::string& task, base::Faults& faults) {
    const lesson::Entry* first = nullptr;
    for (const lesson::Entry& entry : start) {
        const bool is_source =
            entry.key == "text" || entry.key == "texts" || entry.key == "words" || entry.key == "keys";
        if (!is_source) {
            continue;
        }
        if (first != nullptr) {
            lesson::add_fault(faults, "keyboard.two-texts", entry.place, {{"key", entry.key}, {"other", first->key}});
            continue;
        }
        first = &entry;
        if (entry.key == "keys" && task != "press") {
            lesson::add_fault(faults, "keyboard.keys-without-press", entry.place);
        } else if (entry.key != "text" && task == "correct") {
            lesson::add_fault(faults, "keyboard.correct-needs-text", entry.place, {{"key", entry.key}});
        }
    }
    if (first == nullptr) {
        lesson::add_fault(faults, task == "press" ? "keyboard.no-keys" : "keyboard.no-text", place_of_task(start));
    }
}

void check_draft(const lesson::Table& start, const std::string& task, base::Faults& faults) {
    const lesson::Entry* draft = find_entry(start, "draft");
    if (task != "correct") {
        if (draft != nullptr) {
            lesson::add_fault(faults, "keyboard.draft-without-correct", draft->place);
        }
        return;
    }
    if (draft == nullptr) {
        lesson::add_fault(faults, "keyboard.no-draft", place_of_task(start));
    } else if (lesson::text_or(start, "draft", "") == lesson::text_or(start, "text", "")) {
        lesson::add_fault(faults, "keyboard.draft-is-right", draft->place);
    }
}

void check_count(const lesson::Table& start, base::Faults& faults) {
    const lesson::Entry* count = find_entry(start, "count");
    if (count == nullptr) {
        return;
    }
    const lesson::Value* words = lesson::find(start, "words");
    if (words == nullptr) {
        lesson::add_fault(faults, "keyboard.count-without-words", count->place);
        return;
    }
    const auto most = static_cast<std::int64_t>(lesson::list_of(*words).size());
    if (lesson::whole_or(start, "count", 0) > most) {
        lesson::add_fault(faults, "keyboard.great-count", count->value.place, {{"most", std::to_string(most)}});
    }
}

void check_codes(const lesson::Table& start, base::Faults& faults) {
    const lesson::Value* keys = lesson::find(start, "keys");
    if (keys == nullptr) {
        return;
    }
    for (const lesson::Value& item : lesson::list_of(*keys)) {
        const auto* code = std::get_if<std::string>(&item.data);
        if (code != nullptr && std::ranges::find(known_codes(), *code) == known_codes().end()) {
            lesson::add_unknown(faults, {"keyboard.misspelt-code", "keyboard.unknown-code"}, item.place, *code,
                                known_codes());
        }
    }
}

void check_start(const lesson::Table& start, base::Faults& faults) {
    const std::string task = lesson::text_or(start, "task", "copy");
    check_source(start, task, faults);
    check_lengths(start, faults);
    check_draft(start, task, faults);
    check_count(start, faults);
    check_codes(start, faults);
}

} // namespace

lesson::AppKind keyboard_kind() {
    return {"keyboard", &start_schema, fact_kinds, check_start};
}

} // namespace world
