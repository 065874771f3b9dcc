// `coucou convert`: makes lessons of other programs' courses, word lists and questions, and tells what was left out.
#include "base/file.h"
#include "lesson/imports/imported.h"
#include "lesson/lesson.h"
#include "tools/verb.h"
#include "world/apps.h"

#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <vector>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

namespace fs = std::filesystem;
using lesson::imports::Format;
using lesson::imports::Imported;
using lesson::imports::Source;

constexpr std::size_t most_bytes = 4'000'000;

struct Options {
    std::vector<std::string> files;
    std::string folder;
    std::string module;
};

/// A file that was named, and the format that it is in.
struct Input {
    Source source;
    Format format = Format::words;
};

base::Result<Input> read(const std::string& file) {
    COUCOU_TRY(std::string text, base::read_file(file, most_bytes));
    Input input{{file, std::move(text)}, Format::words};
    const std::optional<Format> format = lesson::imports::format_of(input.source);
    if (!format) {
        return base::Error{"convert.unknown-format", {{"file", file}}, {file, 0, 0}};
    }
    input.format = *format;
    return input;
}

/// The layouts that were named too, and those that KTouch keeps beside its courses.
std::vector<Source> layouts_for(const Input& input, const std::vector<Input>& inputs) {
    std::vector<Source> layouts;
    for (const Input& other : inputs) {
        if (other.format == Format::ktouch_layout || other.format == Format::klavaro_layout) {
            layouts.push_back(other.source);
        }
    }
    if (input.format != Format::ktouch_course) {
        return layouts;
    }
    const auto beside = base::list_folder(fs::path(input.source.name).parent_path() / ".." / "keyboardlayouts");
    if (beside) {
        for (const fs::path& file : beside.value()) {
            auto text = base::read_file(file, most_bytes);
            if (text) {
                layouts.push_back({file.string(), std::move(text).value()});
            }
        }
    }
    return layouts;
}

/// The module's id: the one that was asked for, with the file's name where several files are made modules of.
std::string module_of(const Input& input, const Options& options, std::size_t count) {
    const std::string name = lesson::imports::slug_of(fs::path(input.source.name).stem().string(), "module");
    if (options.module.empty()) {
        return name;
    }
    const std::string wanted = lesson::imports::slug_of(options.module, "module");
    return count == 1 ? wanted : wanted + "-" + name;
}

/// What is wrong with a lesson that was made: nothing is written that could not be read again.
base::Faults faults_of(const Imported& imported) {
    base::Faults faults;
    for (const lesson::imports::WrittenFile& file : imported.files) {
        if (file.path.starts_with("keyboards/")) {
            continue;
        }
        const auto value = lesson::read_toml(file.content, file.path);
        if (!value) {
            faults.push_back(value.error());
        } else if (file.path.ends_with("/module.toml")) {
            lesson::read_module(value.value(), faults);
        } else {
            lesson::read_lesson(value.value(), world::vocabulary(), faults);
        }
    }
    return faults;
}

/// The first file that is there already.
std::optional<base::Error> what_exists(const Imported& imported, const fs::path& folder) {
    for (const lesson::imports::WrittenFile& file : imported.files) {
        std::error_code error;
        if (fs::exists(fs::symlink_status(folder / file.path, error))) {
            return base::Error{"convert.exists", {{"file", (folder / file.path).string()}}, {}};
        }
    }
    return std::nullopt;
}

base::Result<base::Done> write(const Imported& imported, const fs::path& folder) {
    for (const lesson::imports::WrittenFile& file : imported.files) {
        std::error_code error;
        fs::create_directories((folder / file.path).parent_path(), error);
        COUCOU_TRY([[maybe_unused]] const auto done, base::write_file(folder / file.path, file.content));
    }
    return base::Done{};
}

void report(const Input& input, const Imported& imported, const std::string& module, const Context& context) {
    const std::string name(lesson::imports::name_of(input.format));
    std::cout << context.text({"command.convert.done",
                               {{"file", input.source.name},
                                {"format", context.text("convert.format." + name)},
                                {"module", module},
                                {"lessons", std::to_string(imported.lessons)},
                                {"questions", std::to_string(imported.questions)},
                                {"words", std::to_string(imported.words)},
                                {"characters", std::to_string(imported.characters)},
                                {"keys", std::to_string(imported.keys)},
                                {"left_out", std::to_string(imported.left_out.size())}}})
              << '\n';
    for (const base::Error& remark : imported.left_out) {
        std::cout << "  " << context.words.messages.line(remark) << '\n';
    }
}

/// Brings one file over; false where it could not be.
bool convert_one(const Input& input, const std::vector<Input>& inputs, const Options& options, const Context& context) {
    const std::string module = module_of(input, options, inputs.size());
    const lesson::imports::Wanted wanted{
        module, [&context](const base::Message& message) { return context.text(message); }, layouts_for(input, inputs)};
    const auto imported = lesson::imports::import(input.format, input.source, wanted);
    if (!imported) {
        complain(context, imported.error());
        return false;
    }
    const base::Faults faults = faults_of(imported.value());
    for (const base::Error& fault : faults) {
        complain(context, fault);
    }
    if (!faults.empty()) {
        return false;
    }
    if (const std::optional<base::Error> exists = what_exists(imported.value(), options.folder)) {
        complain(context, *exists);
        return false;
    }
    if (const auto written = write(imported.value(), options.folder); !written) {
        complain(context, written.error());
        return false;
    }
    report(input, imported.value(), module, context);
    return true;
}

/// Gives 1 where a file could not be brought over, else 0.
int convert(const Context& context, const Options& options) {
    bool is_whole = true;
    std::vector<Input> inputs;
    for (const std::string& file : options.files) {
        auto input = read(file);
        if (input) {
            inputs.push_back(std::move(input).value());
        } else {
            complain(context, input.error());
            is_whole = false;
        }
    }
    for (const Input& input : inputs) {
        is_whole = convert_one(input, inputs, options, context) && is_whole;
    }
    return is_whole ? 0 : 1;
}

Execute declare(CLI::App& command, const Context& context) {
    const auto options = std::make_shared<Options>();
    command.add_option(context.text("command.word.file"), options->files, context.text("command.convert.files"))
        ->required();
    command.add_option("--to", options->folder, context.text("command.convert.to"))
        ->required()
        ->type_name(context.text("command.word.folder"));
    command.add_option("--module", options->module, context.text("command.convert.module"))
        ->type_name(context.text("command.word.name"));
    return [options](Context& used) { return convert(used, *options); };
}

} // namespace

Verb convert_verb() {
    return {"convert", declare};
}

} // namespace tools
