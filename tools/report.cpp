// `coucou report`: writes what learners did, for other programs.
#include "app/reports.h"
#include "tools/stored.h"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

struct Choices {
    std::string format = "csv";
    std::string learner;
    std::string group;
    bool names = false;
    std::string file;
    std::string data;
};

base::Result<std::size_t> write(const Context& context, const Choices& choices) {
    const auto format = app::report_format(choices.format);
    if (!format) {
        return base::Error{"report.bad-format", {{"format", choices.format}}, {}};
    }
    COUCOU_TRY(const progress::Store store, open_store(context, choices.data));
    app::ReportWish wish{*format, {}, choices.group, choices.names};
    if (!choices.learner.empty()) {
        COUCOU_TRY(const auto learners, app::reported_learners(store));
        COUCOU_TRY(wish.learner, app::find_learner(learners, choices.learner));
    }
    return choices.file.empty() ? app::write_report(store, context.words, wish, std::cout)
                                : app::write_report(store, context.words, wish, std::filesystem::path(choices.file));
}

int report(Context& context, const Choices& choices) {
    if (!read_lessons(context)) {
        return 2;
    }
    const auto written = write(context, choices);
    if (!written) {
        complain(context, written.error());
        return 2;
    }
    return std::cout.flush().good() ? 0 : 2;
}

Execute declare(CLI::App& command, const Context& context) {
    const auto choices = std::make_shared<Choices>();
    const auto text = [&](std::string_view name) { return context.text("command.report." + std::string(name)); };
    const auto word = [&](std::string_view name) { return context.text("command.word-report." + std::string(name)); };
    command.add_option("--format", choices->format, text("format"))->type_name(word("format"));
    auto* learner = command.add_option("--learner", choices->learner, text("learner"))->type_name(word("learner"));
    command.add_option("--group", choices->group, text("group"))->type_name(word("group"))->excludes(learner);
    command.add_flag("--names", choices->names, text("names"));
    command.add_option("file", choices->file, text("file"))->type_name(context.text("command.word.file"));
    command.add_option("--data", choices->data, context.text("command.window.data"))
        ->type_name(context.text("command.word.folder"));
    return [choices](Context& used) { return report(used, *choices); };
}

} // namespace

Verb report_verb() {
    return {"report", declare};
}

} // namespace tools
