// `coucou import`: joins the progress in sealed files with what is here.
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
    std::vector<std::string> sources;
    std::string data;
    std::string passphrase_file;
};

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

base::Result<app::Imported> import_with(progress::Store& store, const std::filesystem::path& folder,
                                        const std::vector<std::filesystem::path>& sources,
                                        std::string_view passphrase) {
    app::Opener opener;
    opener.passphrase = passphrase;
    std::optional<progress::TrainerKey> own;
    const bool is_new = !progress::has_passphrase(folder);
    if (!is_new) {
        auto unlocked = progress::unlock(folder, passphrase, now());
        // It may be the passphrase of the trainer whose files these are.
        if (!unlocked && unlocked.error().id != "trainer.wrong") {
            return unlocked.error();
        }
        if (unlocked) {
            own = std::move(unlocked).value();
            opener.key = &*own;
        }
    }
    COUCOU_TRY(app::Imported imported, app::import_files(store, sources, opener, now()));
    if (is_new && imported.opened) {
        COUCOU_TRY([[maybe_unused]] auto adopted, progress::adopt(folder, *imported.opened));
    }
    return imported;
}

base::Result<app::Imported> import_to(const Context& context, const Options& options) {
    const std::filesystem::path folder = base::data_folder(options.data);
    COUCOU_TRY(progress::Opening opening, progress::Store::open(folder));
    if (!opening.notices.empty()) {
        return opening.notices.front();
    }
    COUCOU_TRY(std::string passphrase, read_passphrase(context, options.passphrase_file, "command.passphrase.ask"));
    auto imported = import_with(opening.store, folder, {options.sources.begin(), options.sources.end()}, passphrase);
    progress::wipe(passphrase);
    return imported;
}

int run(Context& context, const Options& options) {
    const auto imported = import_to(context, options);
    if (!imported) {
        complain(context, imported.error());
        return 2;
    }
    const auto& [files, merged, failed, opened] = imported.value();
    for (const base::Error& error : failed) {
        complain(context, error);
    }
    std::cout << context.text({"command.import.done",
                               {{"files", std::to_string(files)},
                                {"added", std::to_string(merged.added)},
                                {"known", std::to_string(merged.known)},
                                {"dropped", std::to_string(merged.dropped)},
                                {"refused", std::to_string(merged.refused)}}})
              << '\n';
    return failed.empty() ? 0 : 1;
}

} // namespace

Verb import_verb() {
    return {"import", [](CLI::App& command, const Context& context) {
                const auto options = std::make_shared<Options>();
                command.add_option("SOURCE", options->sources, context.text("command.import.sources"))->required();
                command.add_option("--data", options->data, context.text("command.window.data"))
                    ->type_name(context.text("command.word.folder"));
                command
                    .add_option("--passphrase-file", options->passphrase_file, context.text("command.passphrase.file"))
                    ->type_name(context.text("command.word.file"));
                return Execute([options](Context& used) { return run(used, *options); });
            }};
}

} // namespace tools
