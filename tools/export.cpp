// `coucou export`: writes learners' progress to a sealed file or to a stick.
#include "app/exchange.h"
#include "base/paths.h"
#include "tools/passphrase.h"
#include "tools/verb.h"

#include <chrono>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

struct Options {
    std::string target;
    std::string data;
    std::string passphrase_file;
    std::string learner;
    std::string group;
};

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

/// The key of this computer; where it has none yet, the passphrase becomes its own.
base::Result<progress::TrainerKey> key_of(const Context& context, const Options& options,
                                          const std::filesystem::path& folder) {
    const bool is_new = !progress::has_passphrase(folder);
    COUCOU_TRY(std::string passphrase, read_passphrase(context, options.passphrase_file,
                                                       is_new ? "command.passphrase.new" : "command.passphrase.ask"));
    if (is_new && options.passphrase_file.empty()) {
        COUCOU_TRY(std::string again, read_passphrase(context, "", "command.passphrase.again"));
        const bool is_same = again == passphrase;
        progress::wipe(again);
        if (!is_same) {
            progress::wipe(passphrase);
            return base::Error{"passphrase.differs", {}, {}};
        }
    }
    auto key = is_new ? progress::set_passphrase(folder, passphrase) : progress::unlock(folder, passphrase, now());
    progress::wipe(passphrase);
    return key;
}

base::Result<app::Exported> export_from(const Context& context, const Options& options) {
    const std::filesystem::path folder = base::data_folder(options.data);
    COUCOU_TRY(progress::Opening opening, progress::Store::open(folder));
    if (!opening.notices.empty()) {
        return opening.notices.front();
    }
    COUCOU_TRY(const progress::TrainerKey key, key_of(context, options, folder));
    app::ExportChoice choice;
    if (!options.learner.empty()) {
        choice.learner = options.learner;
    }
    if (!options.group.empty()) {
        choice.group = options.group;
    }
    return app::export_events(opening.store, options.target, key, choice, now());
}

int run(Context& context, const Options& options) {
    const auto exported = export_from(context, options);
    if (!exported) {
        complain(context, exported.error());
        return 2;
    }
    for (const std::filesystem::path& file : exported.value().files) {
        std::cout << file.string() << '\n';
    }
    std::cout << context.text({"command.export.done", {{"events", std::to_string(exported.value().events)}}}) << '\n';
    return 0;
}

} // namespace

Verb export_verb() {
    return {"export", [](CLI::App& command, const Context& context) {
                const auto options = std::make_shared<Options>();
                command.add_option("TARGET", options->target, context.text("command.export.target"))->required();
                const auto add = [&](const char* name, std::string& value, const char* about, const char* type) {
                    command.add_option(name, value, context.text(about))->type_name(context.text(type));
                };
                add("--data", options->data, "command.window.data", "command.word.folder");
                add("--passphrase-file", options->passphrase_file, "command.passphrase.file", "command.word.file");
                add("--learner", options->learner, "command.export.learner", "command.word.learner");
                add("--group", options->group, "command.export.group", "command.word.group");
                return Execute([options](Context& used) { return run(used, *options); });
            }};
}

} // namespace tools
