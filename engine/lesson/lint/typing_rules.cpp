// Typing lessons: letters come two at a time, and none is asked for before it was shown.
#include "base/text.h"
#include "lesson/lint/find.h"
#include "lesson/lint/text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace lesson::lint {

namespace {

/// One letter for each hand.
constexpr std::size_t most_new_letters = 2;

using Characters = std::set<char32_t>;

/// What a step has the learner type.
struct TypingStep {
    Characters characters;
    std::string guide; ///< `hands`, `keys` or `none`
    std::string said;  ///< instruction and hint
    base::Place place;
};

/// A lesson with steps of the keyboard practice.
struct TypingLesson {
    std::string id;
    std::vector<TypingStep> steps;
};

void add_characters(const Value* value, Characters& characters) {
    if (value == nullptr) {
        return;
    }
    if (const auto* text = std::get_if<std::string>(&value->data)) {
        for (const char32_t c : base::decode(base::lower(*text))) {
            if (c > U' ') {
                characters.insert(c);
            }
        }
    }
    for (const Value& item : list_of(*value)) {
        add_characters(&item, characters);
    }
}

std::optional<TypingStep> read_step(const Table& step, const Table& file) {
    const Value* own = find(step, "start");
    const Value* start = own == nullptr ? find(file, "start") : own;
    const Value* keyboard = start == nullptr ? nullptr : find(table_of(*start), "keyboard");
    if (keyboard == nullptr) {
        return std::nullopt;
    }
    const Table& table = table_of(*keyboard);
    TypingStep read{{},
                    text_or(table, "guide", "hands"),
                    text_or(step, "say", "") + "\n" + text_or(step, "hint", ""),
                    keyboard->place};
    for (const char* key : {"text", "texts", "words"}) {
        const Value* value = find(table, key);
        add_characters(value, read.characters);
        read.place = value == nullptr ? read.place : value->place;
    }
    return read;
}

/// All typing lessons by id.
std::map<std::string, TypingLesson> typing_lessons(const Material& material) {
    std::map<std::string, TypingLesson> lessons;
    for (const SourceFile& file : material.files) {
        if (file.kind != FileKind::lesson || !file.value) {
            continue;
        }
        const Table& table = table_of(*file.value);
        TypingLesson lesson{text_or(table, "id", ""), {}};
        for (const Value& step : items_of(table, "step")) {
            if (auto read = read_step(table_of(step), table)) {
                lesson.steps.push_back(std::move(*read));
            }
        }
        if (!lesson.steps.empty()) {
            lessons.emplace(lesson.id, std::move(lesson));
        }
    }
    return lessons;
}

/// Steps whose guides teach, of all lessons that a lesson needs.
using Teaches = bool (*)(const TypingStep& step);

/// Gathers what the lessons before a lesson teach.
class Taught {
public:
    Taught(const Material& material, const std::map<std::string, TypingLesson>& lessons, Teaches teaches)
        : material_(material), lessons_(lessons), teaches_(teaches) {}

    Characters before(const std::string& id) {
        Characters characters;
        std::set<std::string> seen{id};
        add_needs(id, seen, characters);
        return characters;
    }

private:
    void add_needs(const std::string& id, std::set<std::string>& seen, Characters& characters) {
        const Lesson* lesson = material_.catalogue.find(id);
        for (const std::string& need : lesson == nullptr ? std::vector<std::string>{} : lesson->needs) {
            if (!seen.insert(need).second) {
                continue;
            }
            const auto found = lessons_.find(need);
            for (const TypingStep& step : found == lessons_.end() ? std::vector<TypingStep>{} : found->second.steps) {
                if (teaches_(step)) {
                    characters.insert(step.characters.begin(), step.characters.end());
                }
            }
            add_needs(need, seen, characters);
        }
    }

    const Material& material_;
    const std::map<std::string, TypingLesson>& lessons_;
    Teaches teaches_;
};

Characters without(const Characters& characters, const Characters& known) {
    Characters rest;
    std::ranges::set_difference(characters, known, std::inserter(rest, rest.end()));
    return rest;
}

std::string listed(const Characters& characters) {
    std::string text;
    for (const char32_t c : characters) {
        text += (text.empty() ? "" : ", ") + base::encode(c);
    }
    return text;
}

/// Whether a step says the letter's name: `[T]`, `*t*`, or as a word of its own.
bool names(const TypingStep& step, char32_t letter) {
    const std::u32string said = base::decode(base::lower(step.said));
    for (std::size_t at = said.find(letter); at != std::u32string::npos; at = said.find(letter, at + 1)) {
        const bool begins = at == 0 || !is_letter(said[at - 1]);
        const bool ends = at + 1 == said.size() || !is_letter(said[at + 1]);
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

} // namespace

void find_many_new_letters(const Material& material, Findings& findings) {
    const auto lessons = typing_lessons(material);
    const auto by_hands = [](const TypingStep& step) { return step.guide == "hands"; };
    Taught taught(material, lessons, by_hands);
    for (const auto& [id, lesson] : lessons) {
        Characters known = taught.before(id);
        for (const TypingStep& step : lesson.steps) {
            if (!by_hands(step)) {
                continue;
            }
            const Characters added = without(step.characters, known);
            if (added.size() > most_new_letters) {
                findings.add(step.place, {{"letters", listed(added)},
                                          {"count", std::to_string(added.size())},
                                          {"most", std::to_string(most_new_letters)}});
            }
            known.insert(added.begin(), added.end());
        }
    }
}

void find_untaught_letters(const Material& material, Findings& findings) {
    const auto lessons = typing_lessons(material);
    const auto by_picture = [](const TypingStep& step) { return step.guide != "none"; };
    const auto by_hands = [](const TypingStep& step) { return step.guide == "hands"; };
    Taught shown(material, lessons, by_picture);
    Taught by_finger(material, lessons, by_hands);
    for (const auto& [id, lesson] : lessons) {
        Characters seen = shown.before(id);
        Characters known = by_finger.before(id);
        for (const TypingStep& step : lesson.steps) {
            Characters added = without(step.characters, by_hands(step) ? known : seen);
            if (by_hands(step)) {
                std::erase_if(added, [&](char32_t letter) { return names(step, letter); });
                known.insert(step.characters.begin(), step.characters.end());
            }
            seen.insert(step.characters.begin(), step.characters.end());
            if (step.guide != "keys" && !added.empty()) {
                findings.add(step.place, {{"letters", listed(added)}}, by_hands(step) ? "" : "no-picture");
            }
        }
    }
}

} // namespace lesson::lint
