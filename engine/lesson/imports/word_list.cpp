// Word lists, and texts with empty lines between them: typing lessons that draw from them, or copy them.
#include "base/text.h"
#include "lesson/imports/importers.h"
#include "lesson/imports/typing_draft.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>

namespace lesson::imports {

namespace {

constexpr std::size_t longest_word = 100; // what the keyboard practice takes
constexpr std::size_t most_words = 500;

std::string title_of(const Source& source) {
    return without_marks(std::filesystem::path(source.name).stem().string());
}

/// Words of about the same length make a lesson, the short ones first.
struct Length {
    std::size_t most; ///< characters
    std::string_view name;
};
constexpr std::array<Length, 3> lengths{{{4, "short"}, {7, "middle"}, {longest_word, "long"}}};

DraftLesson lesson_of(const std::vector<std::string>& words, const Length& length, std::size_t part,
                      const Wanted& wanted, const Source& source) {
    constexpr std::size_t drawn = 8;
    constexpr int steps = 4;
    DraftLesson lesson;
    lesson.name = part == 0 ? std::string(length.name) : fmt::format("{}-{}", length.name, part + 1);
    lesson.title = wanted.say({"convert.words." + std::string(length.name), {{"title", title_of(source)}}});
    lesson.can_do = wanted.say({"convert.words.can_do", {{"title", title_of(source)}}});
    for (int i = 0; i < steps; ++i) {
        DraftStep step;
        step.say = wanted.say({"convert.words.say", {}});
        step.hint = wanted.say({"convert.typing.hint", {}});
        step.goal = "{ keyboard.text = { left = 0 } }";
        step.start = fmt::format("[step.start.keyboard]\nwords = {}\ncount = {}\n", toml_list(words),
                                 std::min(drawn, words.size()));
        lesson.steps.push_back(std::move(step));
    }
    return lesson;
}

} // namespace

base::Result<Imported> import_words(const Source& source, const Wanted& wanted) {
    Imported imported;
    std::array<std::vector<std::string>, lengths.size()> sorted;
    std::set<std::string> known;
    std::size_t twice = 0;
    int number = 0;
    for (const std::string& line : lines_of(source.text)) {
        ++number;
        const std::string word = without_names(typed_line(line));
        if (word.empty() || word.starts_with('#')) {
            continue;
        }
        const auto length =
            std::ranges::find_if(lengths, [&](const Length& one) { return base::length(word) <= one.most; });
        if (length == lengths.end()) {
            leave_out(imported, "convert.long-word", source, number, {{"most", std::to_string(longest_word)}});
        } else if (!known.insert(word).second) {
            ++twice;
        } else {
            sorted.at(static_cast<std::size_t>(length - lengths.begin())).push_back(word);
        }
    }
    if (twice > 0) {
        leave_out(imported, "convert.words-twice", source, 0, {{"count", std::to_string(twice)}});
    }
    DraftModule module;
    module.title = title_of(source);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const std::vector<std::string>& words = sorted.at(i);
        imported.words += words.size();
        for (std::size_t from = 0, part = 0; from < words.size(); from += most_words, ++part) {
            const auto begin = words.begin() + static_cast<std::ptrdiff_t>(from);
            const auto end = words.begin() + static_cast<std::ptrdiff_t>(std::min(from + most_words, words.size()));
            module.lessons.push_back(lesson_of({begin, end}, lengths.at(i), part, wanted, source));
        }
    }
    if (module.lessons.empty()) {
        return nothing_in(source);
    }
    write_module(module, wanted, source, imported);
    return imported;
}

base::Result<Imported> import_paragraphs(const Source& source, const Wanted& wanted) {
    Imported imported;
    DraftModule module;
    module.title = title_of(source);
    TypingDraft draft;
    std::size_t count = 0;
    int number = 0;
    const auto close = [&] {
        if (!draft.lines.empty()) {
            draft.name = fmt::format("t{:02}", ++count);
            draft.title = fmt::format("{} {}", std::filesystem::path(source.name).stem().string(), count);
            add_typing(draft, wanted, module, imported);
        }
        draft = {};
    };
    for (const std::string& line : lines_of(source.text)) {
        ++number;
        std::string typed = typed_line(line);
        if (typed.empty()) {
            close();
            continue;
        }
        draft.line = draft.line == 0 ? number : draft.line;
        draft.lines.push_back(std::move(typed));
    }
    close();
    if (module.lessons.empty()) {
        return nothing_in(source);
    }
    write_module(module, wanted, source, imported);
    return imported;
}

} // namespace lesson::imports
