// `coucou booklet`: a learner's record as one page of PDF.
#include "app/booklet.h"

#include "app/reports.h"
#include "tools/stored.h"

#include <algorithm>
#include <chrono>
#include <memory>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

struct Choices {
    std::string learner;
    std::string file;
    std::string data;
};

std::int64_t now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

base::Result<std::filesystem::path> draw(const Context& context, const Choices& choices) {
    COUCOU_TRY(const progress::Store store, open_store(context, choices.data));
    COUCOU_TRY(const auto learners, app::reported_learners(store));
    COUCOU_TRY(const std::string id, app::find_learner(learners, choices.learner));
    COUCOU_TRY(const auto events, store.events_of(id));
    const auto found = std::ranges::find(learners, id, &progress::ReportedLearner::id);
    const std::int64_t at = now();
    const app::BookletContent content{found->name, progress::record(context.words.catalogue, events),
                                      progress::skills(events, at), at};
    const std::string description =
        app::booklet_description(context.words, context.resources.files / "assets" / "art", content);
    return app::draw_booklet(description, std::filesystem::absolute(choices.file));
}

int booklet(Context& context, const Choices& choices) {
    if (!read_lessons(context)) {
        return 2;
    }
    const auto drawn = draw(context, choices);
    if (!drawn) {
        complain(context, drawn.error());
        return 2;
    }
    return 0;
}

Execute declare(CLI::App& command, const Context& context) {
    const auto choices = std::make_shared<Choices>();
    command.add_option("--learner", choices->learner, context.text("command.booklet.learner"))
        ->type_name(context.text("command.word-report.learner"))
        ->required();
    command.add_option("file", choices->file, context.text("command.booklet.file"))
        ->type_name(context.text("command.word.file"))
        ->required();
    command.add_option("--data", choices->data, context.text("command.window.data"))
        ->type_name(context.text("command.word.folder"));
    return [choices](Context& used) { return booklet(used, *choices); };
}

} // namespace

Verb booklet_verb() {
    return {"booklet", declare};
}

} // namespace tools
