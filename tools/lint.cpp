// `coucou lint`: what in lessons can be done better, for people, for editors and for programs; and why.
#include "lesson/fault.h"
#include "lesson/lint/rules.h"
#include "tools/verb.h"
#include "world/apps.h"

#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tools {

namespace {

namespace fs = std::filesystem;
namespace lint = lesson::lint;

struct Options {
    std::vector<std::string> paths;
    std::string explained;
    bool has_explained = false;
    std::string format = "text";
};

/// A folder of lessons, and what of it was asked for.
struct Scope {
    fs::path root;
    std::string only; ///< places outside of this file or folder are not told; empty for all
};

bool is_folder(const fs::path& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

/// The folder above a folder, also where the path does not name it.
fs::path above(const fs::path& folder) {
    if (folder == "." || folder.filename() == "..") {
        return (folder / "..").lexically_normal();
    }
    return folder.has_parent_path() ? folder.parent_path() : fs::path(".");
}

/// The folder of lessons that a path lies in: a folder of a module or site lies one or two below it.
Scope scope_of(const std::string& path) {
    const fs::path asked = fs::path(path).lexically_normal();
    fs::path folder = asked.has_filename() ? asked : asked.parent_path();
    const bool is_file = !is_folder(folder);
    folder = is_file ? above(folder) : folder;
    // `.` says nothing about its own name.
    const std::string name = fs::absolute(folder).lexically_normal().filename().string();
    if (is_there(folder / "site.toml")) {
        return {above(above(folder)), path};
    }
    if (is_there(folder / "module.toml") || name == "variety" || name == "sites" || name == "words" || name == "po") {
        return {above(folder), path};
    }
    return {folder, is_file ? path : std::string()};
}

bool is_within(const std::string& file, const std::string& only) {
    if (only.empty()) {
        return true;
    }
    std::error_code error;
    const std::string whole = fs::weakly_canonical(file, error).string();
    std::string asked = fs::weakly_canonical(only, error).string();
    if (asked.ends_with("/")) {
        asked.pop_back();
    }
    return whole == asked || whole.starts_with(asked + "/");
}

/// What is wrong in one line; what to do stands behind it where people read it.
std::string words_of(const lint::Finding& finding, const Context& context, bool with_help) {
    base::Error fault = finding.fault;
    fault.place = {};
    std::string words = context.words.messages.line(fault);
    if (!with_help) {
        words = context.text(base::Message{fault.id + ".what", fault.arguments});
    }
    return words;
}

void print_for_people(const std::vector<lint::Finding>& findings, const Context& context) {
    for (const lint::Finding& finding : findings) {
        std::cout << fmt::format("{}: {} [{}]\n", lesson::written(finding.fault.place),
                                 words_of(finding, context, true), finding.rule);
    }
}

/// As gcc tells its warnings, which editors know how to jump to.
void print_for_editors(const std::vector<lint::Finding>& findings, const Context& context) {
    for (const lint::Finding& finding : findings) {
        const base::Place& place = finding.fault.place;
        std::cout << fmt::format("{}:{}:{}: {}: {} [{}]\n", place.file, std::max(place.line, 1),
                                 std::max(place.column, 1), finding.is_error ? "error" : "warning",
                                 words_of(finding, context, true), finding.rule);
    }
}

nlohmann::ordered_json as_json(const std::vector<lint::Finding>& findings, const Context& context) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const lint::Finding& finding : findings) {
        const base::Place& place = finding.fault.place;
        list.push_back({{"rule", finding.rule},
                        {"severity", finding.is_error ? "error" : "warning"},
                        {"file", place.file},
                        {"line", place.line},
                        {"column", place.column},
                        {"what", words_of(finding, context, false)},
                        {"message", words_of(finding, context, true)}});
    }
    return list;
}

/// A rule's page of help.
void explain(const lint::Rule& rule, const Context& context) {
    const std::string id = fmt::format("lint.{}", rule.id);
    std::cout << rule.id << " \u2014 " << context.text(id + ".title") << "\n\n"
              << context.text(id + ".help") << "\n\n"
              << (rule.can_be_silenced ? context.text({"lint.how-to-silence", {{"rule", std::string(rule.id)}}})
                                       : context.text("lint.not-silenced"))
              << '\n';
}

void list_rules(const Context& context) {
    for (const lint::Rule& rule : lint::all_rules()) {
        std::cout << fmt::format("{:<16} {}\n", rule.id, context.text(fmt::format("lint.{}.title", rule.id)));
    }
}

int explain_asked(const Options& options, const Context& context) {
    if (options.explained == "all") {
        list_rules(context);
        return 0;
    }
    if (const lint::Rule* rule = lint::find_rule(options.explained)) {
        explain(*rule, context);
        return 0;
    }
    std::vector<std::string_view> known;
    std::ranges::transform(lint::all_rules(), std::back_inserter(known), &lint::Rule::id);
    base::Faults faults;
    lesson::add_unknown(faults, {"lint.misspelt-rule", "lint.unknown-rule"}, {}, options.explained, known);
    complain(context, faults.front());
    list_rules(context);
    return 2;
}

/// Keeps what lies within what was asked for, and names it from where the author is.
void narrow(std::vector<lint::Finding>& findings, const std::string& only) {
    std::erase_if(findings, [&](const lint::Finding& finding) { return !is_within(finding.fault.place.file, only); });
    for (lint::Finding& finding : findings) {
        const fs::path file = finding.fault.place.file;
        if (file.is_relative()) {
            finding.fault.place.file =
                fs::absolute(file).lexically_normal().lexically_proximate(fs::current_path()).string();
        }
    }
}

base::Result<lint::Report> examine(const Context& context, const Options& options) {
    std::vector<Scope> scopes;
    for (const std::string& path : options.paths) {
        if (!is_there(path)) {
            return base::Error{"file.missing", {{"file", path}}, {}};
        }
        scopes.push_back(scope_of(path));
    }
    const fs::path shipped = context.resources.files / "lessons";
    if (scopes.empty()) {
        scopes.push_back({context.lessons_folder.empty() ? shipped : fs::path(context.lessons_folder), ""});
    }
    lint::Report report;
    for (const Scope& scope : scopes) {
        if (!is_folder(scope.root)) {
            return base::Error{"lessons.no-folder", {{"folder", scope.root.string()}}, {}};
        }
        lint::Report part = lint::examine(lint::read_material(
            scope.root, {shipped, context.resources.files / "assets" / "art"}, world::vocabulary()));
        narrow(part.findings, scope.only);
        narrow(part.silenced, scope.only);
        std::ranges::move(part.findings, std::back_inserter(report.findings));
        std::ranges::move(part.silenced, std::back_inserter(report.silenced));
    }
    return report;
}

int execute(const Options& options, Context& context) {
    if (options.has_explained) {
        return explain_asked(options, context);
    }
    const auto examined = examine(context, options);
    if (!examined) {
        complain(context, examined.error());
        return 2;
    }
    const lint::Report& report = examined.value();
    if (options.format == "json") {
        const nlohmann::ordered_json all{{"findings", as_json(report.findings, context)},
                                         {"silenced", as_json(report.silenced, context)}};
        std::cout << all.dump(2) << '\n';
    } else if (options.format == "compiler") {
        print_for_editors(report.findings, context);
    } else {
        print_for_people(report.findings, context);
        std::cout << context.text({"command.lint.count",
                                   {{"findings", std::to_string(report.findings.size())},
                                    {"silenced", std::to_string(report.silenced.size())}}})
                  << '\n';
    }
    return !std::cout.flush().good() ? 2 : report.findings.empty() ? 0 : 1;
}

} // namespace

Verb lint_verb() {
    return {"lint", [](CLI::App& command, const Context& context) {
                const auto options = std::make_shared<Options>();
                command.add_option("paths", options->paths, context.text("command.lint.paths"))
                    ->type_name(context.text("command.word.file"));
                command.add_option("--explain", options->explained, context.text("command.lint.explain"))
                    ->type_name(context.text("command.word.rule"))
                    ->each([options](const std::string&) { options->has_explained = true; });
                command.add_option("--format", options->format, context.text("command.lint.format"))
                    ->type_name(context.text("command.word.format"))
                    ->check(CLI::IsMember({"text", "json", "compiler"}));
                return Execute([options](Context& used) { return execute(*options, used); });
            }};
}

} // namespace tools
