// The program: without a verb it opens the window; with one it does that and ends.
#include "app/window.h"
#include "tools/verb.h"

#include <array>
#include <iostream>

#include <CLI/CLI.hpp>

namespace {

/// All verbs. A new one is a file beside this one and a line here.
const std::array verbs{tools::lessons_verb(),  tools::play_verb(),      tools::route_verb(),   tools::prove_verb(),
                       tools::messages_verb(), tools::reference_verb(), tools::convert_verb(), tools::export_verb(),
                       tools::import_verb(),   tools::class_verb(),     tools::report_verb(),  tools::booklet_verb(),
                       tools::lint_verb(),     tools::schema_verb(),    tools::new_verb()};

/// CLI11's own words in the language of the command line.
void translate(CLI::App& command, const tools::Context& context) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    for (const auto& [label, id] : std::array<std::pair<const char*, const char*>, 7>{{
             {"OPTIONS", "command.word.options"},
             {"Options", "command.word.options"},
             {"SUBCOMMAND", "command.word.verb"},
             {"SUBCOMMANDS", "command.word.verbs"},
             {"Subcommands", "command.word.verbs"},
             {"Usage", "command.word.usage"},
             {"REQUIRED", "command.word.required"},
         }}) {
        formatter->label(label, context.text(id));
    }
    formatter->label("Positionals", context.text("command.word.arguments"));
    command.formatter(formatter);
    command.set_help_flag("-h,--help", context.text("command.help"));
}

void declare_window_options(CLI::App& command, app::WindowChoices& choices, std::string& clock,
                            const tools::Context& context) {
    const auto text = [&](std::string_view name) { return context.text("command.window." + std::string(name)); };
    const auto word = [&](std::string_view name) { return context.text("command.word." + std::string(name)); };
    command.add_option("--window", choices.size, text("size"))->type_name(word("size"));
    command.add_option("--data", choices.data, text("data"))->type_name(word("folder"));
    command.add_option("--language", choices.language, text("language"))->type_name(word("language"));
    command.add_option("--layout", choices.layout, text("layout"))->type_name(word("layout"));
    command.add_option("--lesson", choices.lesson, text("lesson"))->type_name(word("lesson"));
    command.add_flag("--guided", choices.guided, text("guided"));
    command.add_option("--plan", choices.plan, text("plan"))->type_name(word("file"));
    command.add_option("--code", choices.code, text("code"))->type_name(word("code"));
    command.add_flag("--compose", choices.compose, text("compose"));
    command.add_option("--stick", choices.stick, text("stick"))->type_name(word("folder"));
    command.add_option("--seed", choices.seed, text("seed"))->type_name(word("number"));
    command.add_option("--record", choices.record, text("record"))->type_name(word("file"));
    command.add_option("--replay", choices.replay, text("replay"))->type_name(word("file"));
    command.add_option("--places", choices.places, text("places"))->type_name(word("file"));
    command.add_option("--clock", clock, text("clock"))->type_name(word("date"));
    command.add_flag("--gpu", choices.gpu, text("gpu"));
}

base::Result<base::Done> open_window(tools::Context& context, app::WindowChoices& choices, const std::string& clock) {
    COUCOU_TRY(choices.clock, app::Clock::starting_at(clock));
    COUCOU_TRY([[maybe_unused]] auto read, app::read_lessons_and_layouts(context.resources, context.lessons_folder));
    return app::run_window(std::move(context.resources), choices);
}

int run_window(tools::Context& context, app::WindowChoices& choices, const std::string& clock) {
    const auto done = open_window(context, choices, clock);
    if (!done) {
        tools::complain(context, done.error());
        return 2;
    }
    return 0;
}

/// A kind of error that CLI11 finds, our message for it, and where CLI11's English sentence has the word it is about.
struct KnownError {
    CLI::ExitCodes code;
    std::string_view message;
    std::string_view before; ///< the word ends here; empty where it goes on to the end
    std::string_view after;  ///< the word begins behind this; empty where it begins the sentence
};

constexpr std::array known_errors{
    KnownError{CLI::ExitCodes::ExtrasError, "command.error.extra", "", ": "},
    KnownError{CLI::ExitCodes::RequiredError, "command.error.required", " is required", ""},
    KnownError{CLI::ExitCodes::ArgumentMismatch, "command.error.no-value", ":", ""},
    KnownError{CLI::ExitCodes::ConversionError, "command.error.value", "", ": "},
};

/// What cannot be understood, in our own words where the error is a known one.
std::string reason_of(const CLI::ParseError& error, const tools::Context& context) {
    std::string word = error.what();
    for (const KnownError& known : known_errors) {
        if (error.get_exit_code() != static_cast<int>(known.code)) {
            continue;
        }
        if (const std::size_t end = word.find(known.before); !known.before.empty() && end != std::string::npos) {
            word.resize(end);
        }
        if (const std::size_t begin = word.find(known.after); !known.after.empty() && begin != std::string::npos) {
            word.erase(0, begin + known.after.size());
        }
        return context.text({std::string(known.message), {{"word", word}}});
    }
    return word;
}

/// Says that the command line cannot be understood, and how to learn more; gives 2. Help is no error; it gives 0.
int report(const CLI::App& command, const CLI::ParseError& error, const tools::Context& context) {
    if (error.get_exit_code() == 0) {
        std::cout << command.help();
        return 0;
    }
    std::cerr << context.text({"command.not-understood", {{"reason", reason_of(error, context)}}}) << '\n';
    return 2;
}

int run(int argument_count, char** arguments) {
    auto resources = app::read_messages();
    if (!resources) {
        // Without the message files there are no words to say it in: the id, the place and the values are all there is.
        const base::Error& error = resources.error();
        std::cerr << error.place.file << ": " << error.id;
        for (const base::Argument& argument : error.arguments) {
            std::cerr << ' ' << argument.name << '=' << argument.value;
        }
        std::cerr << '\n';
        return 2;
    }
    tools::Context context{std::move(resources).value(), {}, {}};
    auto words = app::in_language(context.resources, app::language_of_environment(context.resources.languages));
    context.words = words ? std::move(words).value() : app::Words{"fr", context.resources.messages, {}};

    CLI::App command{context.text("command.about"), "coucou"};
    translate(command, context);
    app::WindowChoices choices;
    std::string clock;
    declare_window_options(command, choices, clock, context);
    command.add_option("--lessons", context.lessons_folder, context.text("command.lessons-folder"))
        ->type_name(context.text("command.word.folder"));
    command.require_subcommand(0, 1);
    tools::Execute execute = [&](tools::Context& used) { return run_window(used, choices, clock); };
    for (const tools::Verb& verb : verbs) {
        CLI::App* declared = command.add_subcommand(std::string(verb.name),
                                                    context.text("command." + std::string(verb.name) + ".about"));
        translate(*declared, context);
        declared->group(context.text("command.word.verbs"));
        declared->fallthrough();
        const tools::Execute executed = verb.declare(*declared, context);
        declared->callback([&execute, executed] { execute = executed; });
    }
    try {
        command.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        const auto chosen = command.get_subcommands();
        return report(chosen.empty() ? command : *chosen.front(), error, context);
    }
    return execute(context);
}

} // namespace

int main(int argument_count, char** arguments) {
    return run(argument_count, arguments);
}
