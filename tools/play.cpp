// `coucou play`: replays a recorded list of actions without a window, and prints the events as JSON lines.
#include "base/file.h"
#include "tools/verb.h"
#include "tutor/recording.h"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

struct Options {
    std::string lesson;
    std::string actions;
};

void print(const std::vector<world::Event>& events) {
    for (const world::Event& event : events) {
        std::cout << tutor::to_line(event) << '\n';
    }
}

base::Result<tutor::Recording> read(const Options& options) {
    constexpr std::size_t most_bytes = 64'000'000;
    COUCOU_TRY(const std::string text, base::read_file(options.actions, most_bytes));
    COUCOU_TRY(tutor::Recording recording, tutor::read_recording(text, options.actions));
    if (recording.head.lesson != options.lesson) {
        return base::Error{"play.other-lesson",
                           {{"wanted", options.lesson}, {"recorded", recording.head.lesson}},
                           {options.actions, 1, 0}};
    }
    return recording;
}

/// Plays the recording in the language it was made in.
base::Result<tutor::Run> replay(const app::Resources& resources, const tutor::Recording& recording) {
    COUCOU_TRY(app::Words words, app::in_language(resources, recording.head.language));
    const lesson::Lesson* found = words.catalogue.find(recording.head.lesson);
    if (found == nullptr) {
        return base::Error{"play.no-lesson", {{"lesson", recording.head.lesson}}, {}};
    }
    const world::Layout* layout = app::find_layout(resources, recording.head.layout);
    if (layout == nullptr) {
        return base::Error{"play.no-layout", {{"layout", recording.head.layout}}, {}};
    }
    world::Setup setup{recording.head.seed, recording.head.tolerance, *layout, recording.head.safety, nullptr};
    if (const auto added = app::add_sites(setup, *found, resources, words); !added) {
        return added.error();
    }
    tutor::Begun begun =
        tutor::begin(std::make_shared<const lesson::Lesson>(*found), std::move(setup), recording.head.step);
    print(begun.events);
    for (const tutor::Input& input : recording.inputs) {
        print(tutor::apply(begun.run, input));
    }
    return std::move(begun.run);
}

int play(Context& context, const Options& options) {
    if (!read_lessons(context)) {
        return 2;
    }
    const auto recording = read(options);
    if (!recording) {
        complain(context, recording.error());
        return 2;
    }
    const auto run = replay(context.resources, recording.value());
    if (!run) {
        complain(context, run.error());
        return 2;
    }
    return 0;
}

} // namespace

Verb play_verb() {
    return {"play", [](CLI::App& command, const Context& context) {
                const auto options = std::make_shared<Options>();
                command.add_option("LESSON", options->lesson, context.text("command.play.lesson"))->required();
                command.add_option("--actions", options->actions, context.text("command.play.actions"))
                    ->required()
                    ->type_name(context.text("command.word.file"));
                return Execute([options](Context& used) { return play(used, *options); });
            }};
}

} // namespace tools
