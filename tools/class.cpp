// `coucou class`: adds the people of a class list, or only checks it.
#include "app/class_files.h"
#include "app/telling.h"
#include "base/file.h"
#include "base/paths.h"
#include "tools/verb.h"

#include <chrono>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

struct Options {
    std::string file;
    std::string data;
    bool only_check = false;
};

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

int complain_of(const Context& context, const base::Faults& faults) {
    for (const base::Error& fault : faults) {
        complain(context, fault);
    }
    return faults.empty() ? 0 : 1;
}

int check(const Context& context, const Options& options) {
    const auto bytes = base::read_file(options.file, progress::largest_class_list);
    if (!bytes) {
        return complain_of(context, {bytes.error()});
    }
    const progress::ClassList list = progress::read_class_list(bytes.value(), options.file);
    for (const progress::ClassMember& member : list.members) {
        std::cout << member.name << '\t' << member.group << '\n';
    }
    return complain_of(context, list.faults);
}

int add(const Context& context, const Options& options) {
    const std::filesystem::path folder = base::data_folder(options.data);
    auto opening = progress::Store::open(folder);
    if (!opening || !opening.value().notices.empty()) {
        complain(context, opening ? opening.value().notices.front() : opening.error());
        return 2;
    }
    const app::ClassImport done =
        app::import_class_list(opening.value().store, options.file, context.words.language, now());
    if (done.faults.empty()) {
        const auto tell = [&](const char* id, std::size_t count) {
            std::cout << app::counted(context.words.messages, id, static_cast<std::int64_t>(count)) << '\n';
        };
        tell("board.classes.added", done.added);
        if (done.known > 0) {
            tell("board.classes.known", done.known);
        }
    }
    return complain_of(context, done.faults);
}

} // namespace

Verb class_verb() {
    return {"class", [](CLI::App& command, const Context& context) {
                const auto options = std::make_shared<Options>();
                command.add_option("FILE", options->file, context.text("command.class.file"))->required();
                command.add_option("--data", options->data, context.text("command.window.data"))
                    ->type_name(context.text("command.word.folder"));
                command.add_flag("--check", options->only_check, context.text("command.class.check"));
                return Execute([options](Context& used) {
                    return options->only_check ? check(used, *options) : add(used, *options);
                });
            }};
}

} // namespace tools
