// Texts cut into steps and lessons.
#include "lesson/imports/typing_draft.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace lesson::imports {

namespace {

constexpr std::size_t steps_a_lesson = 8;
constexpr std::size_t longest_line = 120; // characters; the practice takes more, but no beginner does

std::string said(const Wanted& wanted, std::string id, std::vector<base::Argument> arguments = {}) {
    return wanted.say(base::Message{std::move(id), std::move(arguments)});
}

DraftLesson part_of(const TypingDraft& draft, std::size_t part, std::size_t parts, const Wanted& wanted) {
    DraftLesson lesson;
    lesson.name = part == 0 ? draft.name : fmt::format("{}-{}", draft.name, part + 1);
    const std::string title = without_marks(draft.title);
    lesson.title = title;
    if (parts > 1) {
        lesson.title = said(wanted, "convert.typing.part",
                            {{"title", title}, {"part", std::to_string(part + 1)}, {"parts", std::to_string(parts)}});
    }
    if (draft.fresh.empty()) {
        lesson.can_do = said(wanted, "convert.typing.can_do-text", {{"title", title}});
    } else {
        lesson.can_do = said(wanted, "convert.typing.can_do", {{"keys", caps_of(draft.fresh)}});
    }
    return lesson;
}

DraftStep step_of(const TypingDraft& draft, const std::string& line, bool is_first, const Wanted& wanted) {
    DraftStep step;
    step.say = said(wanted, "convert.typing.say");
    if (is_first && !draft.fresh.empty()) {
        step.say = said(wanted, "convert.typing.new", {{"keys", caps_of(draft.fresh)}});
    }
    step.hint = said(wanted, "convert.typing.hint");
    step.goal = "{ keyboard.text = { left = 0 } }";
    step.start = "[step.start.keyboard]\ntext = " + toml_text(line) + "\n";
    return step;
}

} // namespace

std::string typed_line(std::string_view line) {
    std::string result;
    for (const char32_t letter : base::decode(line)) {
        const bool is_blank = letter == U' ' || letter == U'\t' || letter == U'\u00A0' || letter == U'\u202F';
        if (is_blank) {
            result += result.empty() || result.back() == ' ' ? "" : " ";
        } else if (letter >= U' ' && letter != U'\x7F' && letter != U'\uFEFF' && letter != U'\uFFFD') {
            result += base::encode(letter);
        }
    }
    if (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

std::vector<std::string> pieces_of(const std::string& line) {
    std::vector<std::string> pieces;
    std::string piece;
    std::size_t length = 0;
    for (const std::string& letter : base::split_characters(line)) {
        const bool ends = letter == " " && length >= longest_line - 20;
        if (ends || length >= longest_line) {
            pieces.push_back(typed_line(piece));
            piece.clear();
            length = 0;
        }
        if (!ends) {
            piece += letter;
            ++length;
        }
    }
    pieces.push_back(typed_line(piece));
    std::erase(pieces, "");
    return pieces;
}

std::vector<std::string> different_characters(std::string_view text) {
    std::vector<std::string> found;
    std::set<std::string> known{" ", "\n", "\t", "\r"};
    for (std::string& letter : base::split_characters(text)) {
        if (known.insert(letter).second) {
            found.push_back(std::move(letter));
        }
    }
    return found;
}

std::string caps_of(const std::vector<std::string>& characters) {
    constexpr std::size_t most = 12;
    std::string caps;
    for (std::size_t i = 0; i < std::min(characters.size(), most); ++i) {
        caps += (i == 0 ? "[" : " [") + characters[i] + "]";
    }
    return caps + (characters.size() > most ? " …" : "");
}

std::string listed(const std::vector<std::string>& characters) {
    constexpr std::size_t most = 30;
    std::string list;
    for (std::size_t i = 0; i < std::min(characters.size(), most); ++i) {
        list += (i == 0 ? "" : " ") + characters[i];
    }
    return list + (characters.size() > most ? " …" : "");
}

void add_typing(const TypingDraft& draft, const Wanted& wanted, DraftModule& module, Imported& imported) {
    std::vector<std::string> lines;
    for (const std::string& line : draft.lines) {
        for (std::string& piece : pieces_of(typed_line(line))) {
            imported.characters += base::length(piece);
            lines.push_back(std::move(piece));
        }
    }
    const std::size_t parts = (lines.size() + steps_a_lesson - 1) / steps_a_lesson;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i % steps_a_lesson == 0) {
            module.lessons.push_back(part_of(draft, i / steps_a_lesson, parts, wanted));
        }
        DraftLesson& lesson = module.lessons.back();
        lesson.steps.push_back(step_of(draft, lines[i], i == 0, wanted));
        lesson.minutes = std::clamp(static_cast<int>(lesson.steps.size()), 2, 30);
    }
}

} // namespace lesson::imports
