// Lessons as text files.
#include "lesson/imports/draft.h"

#include "base/text.h"
#include "lesson/fault.h"
#include "lesson/varied_names.h"

#include <filesystem>

#include <fmt/format.h>

namespace lesson::imports {

namespace {

std::string line_of(std::string_view key, std::string_view text) {
    return text.empty() ? std::string() : fmt::format("{} = {}\n", key, toml_text(text));
}

/// Where a lesson came from stands at its beginning; in a comment, line breaks would end it.
std::string comment_of(const Source& source) {
    std::string name = std::filesystem::path(source.name).filename().string();
    std::erase_if(name, [](char letter) { return static_cast<unsigned char>(letter) < ' ' || letter == '\x7F'; });
    return "# " + name + "\n";
}

std::string text_of(const DraftLesson& lesson, const Wanted& wanted, const Source& source) {
    std::string text = comment_of(source);
    text += line_of("id", wanted.module + "." + lesson.name);
    text += line_of("title", lesson.title.empty() ? lesson.name : lesson.title);
    text += line_of("can_do", lesson.can_do);
    text += line_of("about", lesson.about);
    text += line_of("picture", lesson.picture);
    text += fmt::format("level = {}\nminutes = {}\n", lesson.level, lesson.minutes);
    int number = 0;
    for (const DraftStep& step : lesson.steps) {
        text += fmt::format("\n[[step]]\nname = \"s{}\"\n", ++number);
        text += line_of("say", step.say);
        text += line_of("hint", step.hint);
        text += "goal = " + step.goal + "\n";
        text += step.start;
    }
    return text;
}

std::string text_of(const DraftModule& module, const Wanted& wanted, const Source& source) {
    std::string text = comment_of(source);
    text += line_of("id", wanted.module);
    text += line_of("title", module.title.empty() ? wanted.module : module.title);
    text += line_of("about", module.about);
    text += line_of("picture", module.picture);
    text += "lessons = [\n";
    for (const DraftLesson& lesson : module.lessons) {
        text += fmt::format("    {},\n", toml_text(wanted.module + "." + lesson.name));
    }
    return text + "]\n";
}

} // namespace

std::string without_names(std::string text) {
    while (const std::optional<VariedName> name = find_name(text)) {
        text.insert(name->begin + 1, " ");
    }
    return text;
}

std::string toml_text(std::string_view text) {
    std::string result = "\"";
    for (const char32_t letter : base::decode(without_names(std::string(text)))) {
        switch (letter) {
        case U'"':
        case U'\\':
            result += '\\';
            result += static_cast<char>(letter);
            break;
        case U'\n':
            result += "\\n";
            break;
        case U'\t':
            result += "\\t";
            break;
        default:
            if (letter >= U' ' && letter != U'\x7F') {
                result += base::encode(letter);
            }
        }
    }
    return result + "\"";
}

std::string toml_list(const std::vector<std::string>& texts) {
    constexpr std::size_t widest = 110;
    std::string result = "[";
    std::string line;
    for (const std::string& text : texts) {
        const std::string item = toml_text(text) + ",";
        if (!line.empty() && line.size() + item.size() > widest) {
            result += "\n    " + line;
            line.clear();
        }
        line += (line.empty() ? "" : " ") + item;
    }
    return result + (line.empty() ? "" : "\n    " + line) + "\n]";
}

std::string number_text(double value) {
    std::string text = fmt::format("{}", value);
    return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

std::string without_marks(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (std::string_view("*[]{}\\").find(letter) != std::string_view::npos) {
            result += '\\';
        }
        result += letter;
    }
    return result;
}

void write_module(const DraftModule& module, const Wanted& wanted, const Source& source, Imported& imported) {
    imported.lessons += module.lessons.size();
    imported.files.push_back({wanted.module + "/module.toml", text_of(module, wanted, source)});
    for (const DraftLesson& lesson : module.lessons) {
        imported.files.push_back({wanted.module + "/" + lesson.name + ".toml", text_of(lesson, wanted, source)});
    }
}

void leave_out(Imported& imported, std::string_view id, const Source& source, int line,
               std::vector<base::Argument> arguments) {
    add_fault(imported.left_out, id, {source.name, line, 0}, std::move(arguments));
}

} // namespace lesson::imports
