// `coucou play`: replays a recorded list of actions without a window, and prints the events as JSON lines. Where the
// recording says what state it ended in, the replay must come to it.
#include "app/recorded.h"
#include "tools/verb.h"
#include "tutor/state.h"

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
    COUCOU_TRY(tutor::Recording recording, app::read_recorded(options.actions));
    if (recording.head.lesson != options.lesson) {
        return base::Error{"play.other-lesson",
                           {{"wanted", options.lesson}, {"recorded", recording.head.lesson}},
                           {options.actions, 1, 0}};
    }
    return recording;
}

base::Result<tutor::Run> replay(const app::Resources& resources, const tutor::Recording& recording) {
    COUCOU_TRY(tutor::Begun begun, app::begin_recorded(resources, recording.head));
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
    const std::string& state = recording.value().state;
    if (!state.empty() && tutor::fingerprint(run.value()) != state) {
        complain(context, base::Error{"play.other-state", {}, {options.actions, 0, 0}});
        return 1;
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
