// `coucou new`: puts a lesson that plays at once, or a practice site that works, where the author goes on from.
#include "base/file.h"
#include "tools/verb.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <system_error>

#include <CLI/CLI.hpp>

namespace tools {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = 100'000;

struct Options {
    std::string name;
    bool is_site = false;
};

/// A file to be made, and the template that it is made of.
struct Planned {
    fs::path file;
    fs::path model;
};

bool is_name(std::string_view text) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && std::ranges::all_of(text, fits);
}

/// Templates exist in some languages; the others take the source's.
fs::path models_of(const Context& context) {
    const fs::path all = context.resources.files / "assets" / "templates";
    std::error_code error;
    const fs::path own = all / context.words.language;
    return fs::is_directory(own, error) ? own : all / "fr";
}

void replace_all(std::string& text, std::string_view mark, std::string_view words) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + words.size())) {
        text.replace(at, mark.size(), words);
    }
}

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

/// Makes one file. Error: it is there already, or cannot be made.
base::Result<base::Done> make(const Planned& planned, const std::string& module, const std::string& name) {
    if (is_there(planned.file)) {
        return base::Error{"new.exists", {{"file", planned.file.string()}}, {}};
    }
    COUCOU_TRY(std::string text, base::read_file(planned.model, most_bytes));
    replace_all(text, "@module@", module);
    replace_all(text, "@name@", name);
    std::error_code error;
    fs::create_directories(planned.file.parent_path(), error);
    if (error) {
        return base::Error{"file.unwritable", {{"file", planned.file.string()}, {"reason", error.message()}}, {}};
    }
    return base::write_file(planned.file, text);
}

base::Result<std::vector<Planned>> plan_lesson(const fs::path& folder, const fs::path& models,
                                               const std::string& module, const std::string& name) {
    if (!is_name(module) || !is_name(name)) {
        return base::Error{"new.lesson-name", {{"name", module + (name.empty() ? "" : "." + name)}}, {}};
    }
    for (const std::string_view other : {"sites", "po", "variety", "words", "plans"}) {
        if (module == other) {
            return base::Error{"new.taken-module", {{"name", module}}, {}};
        }
    }
    std::vector<Planned> planned{{folder / module / (name + ".toml"), models / "lesson.toml"}};
    if (name == "module") {
        return base::Error{"new.lesson-name", {{"name", module + "." + name}}, {}};
    }
    if (!is_there(folder / module / "module.toml")) {
        planned.insert(planned.begin(), {folder / module / "module.toml", models / "module.toml"});
    }
    return planned;
}

base::Result<std::vector<Planned>> plan_site(const fs::path& folder, const fs::path& models, const std::string& name) {
    if (!is_name(name)) {
        return base::Error{"new.site-name", {{"name", name}}, {}};
    }
    const fs::path site = folder / "sites" / name;
    if (is_there(site)) {
        return base::Error{"new.exists", {{"file", site.string()}}, {}};
    }
    COUCOU_TRY(const auto files, base::list_folder(models / "site"));
    std::vector<Planned> planned;
    std::ranges::transform(files, std::back_inserter(planned), [&](const fs::path& file) {
        return Planned{site / file.filename(), file};
    });
    return planned;
}

/// Makes the files. All of them are checked first, so that nothing is half made.
base::Result<std::vector<Planned>> make_all(const Context& context, const Options& options) {
    const fs::path folder = context.lessons_folder.empty() ? fs::path(".") : fs::path(context.lessons_folder);
    const std::size_t point = std::min(options.name.find('.'), options.name.size());
    const std::string module = options.name.substr(0, point);
    const std::string name =
        options.is_site ? options.name : options.name.substr(std::min(point + 1, options.name.size()));
    COUCOU_TRY(const std::vector<Planned> planned, options.is_site
                                                       ? plan_site(folder, models_of(context), name)
                                                       : plan_lesson(folder, models_of(context), module, name));
    for (const Planned& file : planned) {
        if (is_there(file.file)) {
            return base::Error{"new.exists", {{"file", file.file.string()}}, {}};
        }
    }
    for (const Planned& file : planned) {
        COUCOU_TRY([[maybe_unused]] const auto made, make(file, module, name));
    }
    return planned;
}

int execute(const Options& options, const Context& context) {
    const auto made = make_all(context, options);
    if (!made) {
        complain(context, made.error());
        return 2;
    }
    for (const Planned& file : made.value()) {
        std::cout << context.text({"command.new.made", {{"file", file.file.lexically_normal().string()}}}) << '\n';
    }
    const std::string folder = context.lessons_folder.empty() ? "." : context.lessons_folder;
    std::cout << context.text({options.is_site ? "command.new.site-next" : "command.new.lesson-next",
                               {{"name", options.name}, {"folder", folder}}})
              << '\n';
    return std::cout.flush().good() ? 0 : 2;
}

} // namespace

Verb new_verb() {
    return {"new", [](CLI::App& command, const Context& context) {
                const auto options = std::make_shared<Options>();
                command.add_option("name", options->name, context.text("command.new.name"))
                    ->type_name(context.text("command.word.name"))
                    ->required();
                command.add_flag("--site", options->is_site, context.text("command.new.site"));
                return Execute([options](Context& used) { return execute(*options, used); });
            }};
}

} // namespace tools
