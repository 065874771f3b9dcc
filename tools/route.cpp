// `coucou route`: finds a list of actions that finishes a lesson, and prints it as a recording for `coucou play`.
#include "tools/verb.h"
#include "tutor/planner.h"
#include "tutor/recording.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

struct Options {
    tutor::RecordingHead head;
    std::string access = "everything"; ///< see tutor::name_of
};

constexpr std::array accesses{tutor::Access::everything, tutor::Access::keyboard_only, tutor::Access::no_drag,
                              tutor::Access::no_double_click};

tutor::SearchLimits limits_of(const Options& options) {
    tutor::SearchLimits limits;
    limits.access = *std::ranges::find(accesses, options.access, tutor::name_of);
    return limits;
}

/// Ms between the end of a step and the beginning of the next.
constexpr std::int64_t pause = 1'000;

base::Result<std::vector<tutor::Input>> find_route(const app::Resources& resources, const Options& options) {
    const tutor::RecordingHead& head = options.head;
    COUCOU_TRY(app::Words words, app::in_language(resources, head.language));
    const lesson::Lesson* found = words.catalogue.find(head.lesson);
    if (found == nullptr) {
        return base::Error{"play.no-lesson", {{"lesson", head.lesson}}, {}};
    }
    const world::Layout* layout = app::find_layout(resources, head.layout);
    if (layout == nullptr) {
        return base::Error{"play.no-layout", {{"layout", head.layout}}, {}};
    }
    world::Setup setup{head.seed, head.tolerance, *layout, head.safety, nullptr};
    if (const auto added = app::add_sites(setup, *found, resources, words); !added) {
        return added.error();
    }
    tutor::Run run = tutor::begin(std::make_shared<const lesson::Lesson>(*found), std::move(setup), head.step).run;
    std::vector<tutor::Input> inputs;
    const auto take = [&](const tutor::Input& input) {
        tutor::apply(run, input);
        inputs.push_back(input);
    };
    while (!run.is_finished) {
        const auto actions = tutor::route(run, limits_of(options));
        if (!actions) {
            const lesson::Step& step = run.current();
            return base::Error{"route.none", {{"lesson", found->id}, {"step", step.name}}, step.place};
        }
        for (const world::Action& action : *actions) {
            take({action.at, action.deed});
        }
        take({run.now + pause, tutor::GoOn{}});
    }
    return inputs;
}

int print_route(Context& context, const Options& options) {
    if (!read_lessons(context)) {
        return 2;
    }
    const auto inputs = find_route(context.resources, options);
    if (!inputs) {
        complain(context, inputs.error());
        return 1;
    }
    std::cout << tutor::to_line(options.head) << '\n';
    for (const tutor::Input& input : inputs.value()) {
        std::cout << tutor::to_line(input) << '\n';
    }
    return 0;
}

} // namespace

Verb route_verb() {
    return {"route", [](CLI::App& command, const Context& context) {
                const auto options = std::make_shared<Options>();
                tutor::RecordingHead& head = options->head;
                command.add_option("LESSON", head.lesson, context.text("command.play.lesson"))->required();
                command.add_option("--in", head.language, context.text("command.route.in"))
                    ->capture_default_str()
                    ->type_name(context.text("command.word.language"));
                command.add_option("--seed", head.seed, context.text("command.route.seed"))
                    ->capture_default_str()
                    ->type_name(context.text("command.word.number"));
                command.add_option("--step", head.step, context.text("command.route.step"))
                    ->type_name(context.text("command.word.step"));
                command.add_option("--safety", head.safety, context.text("command.route.safety"))
                    ->capture_default_str()
                    ->check(CLI::Range(1, 3))
                    ->type_name(context.text("command.word.number"));
                command.add_option("--access", options->access, context.text("command.route.access"))
                    ->capture_default_str()
                    ->check(CLI::IsMember({"everything", "keyboard", "no-drag", "no-double-click"}))
                    ->type_name(context.text("command.word.access"));
                command.add_option("--layout", head.layout, context.text("command.route.layout"))
                    ->capture_default_str()
                    ->type_name(context.text("command.word.layout"));
                return Execute([options](Context& used) { return print_route(used, *options); });
            }};
}

} // namespace tools
