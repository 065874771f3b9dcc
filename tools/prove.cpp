// `coucou prove`: proves that lessons can be finished, by all who play them and whatever chance draws; says what
// cannot.
#include "app/trials.h"
#include "tools/verb.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <iostream>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tools {

namespace {

struct Options {
    std::vector<std::string> lessons; ///< ids; empty for all
    app::Extent extent;
    std::string report; ///< where the table is written; empty for nowhere
};

/// All lessons that are asked for, in the languages that are asked for.
base::Result<std::vector<app::Candidate>> candidates_of(const Context& context, const Options& options) {
    std::vector<app::Candidate> candidates;
    for (const std::string& language : context.resources.languages) {
        if (!options.extent.everything && language != context.resources.languages.front()) {
            continue;
        }
        COUCOU_TRY(app::Words words, app::in_language(context.resources, language));
        for (const std::string& id : options.lessons) {
            if (words.catalogue.find(id) == nullptr) {
                return base::Error{"play.no-lesson", {{"lesson", id}}, {}};
            }
        }
        for (const lesson::Lesson& lesson : words.catalogue.lessons) {
            if (!options.lessons.empty() && std::ranges::find(options.lessons, lesson.id) == options.lessons.end()) {
                continue;
            }
            app::Candidate candidate{std::make_shared<const lesson::Lesson>(lesson), language, {}};
            if (const auto added = app::add_sites(candidate.setup, lesson, context.resources, words); !added) {
                return added.error();
            }
            candidates.push_back(std::move(candidate));
        }
    }
    return candidates;
}

/// Tries all of them, on as many cores as there are.
std::vector<app::Findings> try_all(const std::vector<app::Candidate>& candidates,
                                   const std::vector<world::Layout>& layouts, const app::Extent& extent) {
    std::vector<app::Findings> findings(candidates.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < candidates.size(); i = next++) {
            findings[i] = app::run_trials(candidates[i], layouts, extent);
        }
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
        others.emplace_back(work);
    }
    work();
    others.clear();
    return findings;
}

void print(const Context& context, const app::Findings& one) {
    std::cout << context.text({"command.prove.line",
                               {{"lesson", one.lesson},
                                {"language", one.language},
                                {"actions", std::to_string(one.actions)},
                                {"states", std::to_string(one.states)},
                                {"trials", std::to_string(one.trials)},
                                {"around", std::to_string(one.around)},
                                {"seconds", fmt::format("{:.2f}", one.seconds)}}})
              << '\n';
}

/// Tells each fault once, whatever the language it was found in; gives how many there are.
std::size_t tell_faults(const Context& context, const std::vector<app::Findings>& findings) {
    base::Faults told;
    for (const app::Findings& one : findings) {
        for (const base::Error& fault : one.faults) {
            const bool is_known = std::ranges::any_of(
                told, [&](const base::Error& known) { return known.id == fault.id && known.place == fault.place; });
            if (!is_known) {
                complain(context, fault);
                told.push_back(fault);
            }
        }
    }
    return told.size();
}

double percentile(std::vector<double> sorted, double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

void print_hints(const Context& context, const std::vector<app::Findings>& findings) {
    std::vector<double> times;
    for (const app::Findings& one : findings) {
        times.insert(times.end(), one.hint_times.begin(), one.hint_times.end());
    }
    if (times.empty()) {
        return;
    }
    std::ranges::sort(times);
    std::cout << context.text({"command.prove.hints",
                               {{"hints", std::to_string(times.size())},
                                {"median", fmt::format("{:.2f}", percentile(times, 0.5))},
                                {"p99", fmt::format("{:.2f}", percentile(times, 0.99))},
                                {"most", fmt::format("{:.2f}", times.back())}}})
              << '\n';
}

std::string names_of(const std::vector<tutor::Access>& accesses) {
    std::vector<std::string_view> names;
    names.reserve(accesses.size());
    for (const tutor::Access access : accesses) {
        names.push_back(tutor::name_of(access));
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

/// The table for people: one row a lesson and language.
void write_report(const Context& context, const std::vector<app::Findings>& findings, const app::Extent& extent,
                  std::ostream& out) {
    out << context.text({"command.prove.report",
                         {{"seeds", std::to_string(extent.seeds)}, {"depth", std::to_string(extent.depth)}}})
        << "\n\n"
        << context.text("command.prove.columns") << "\n|---|---|--:|--:|--:|--:|--:|---|---|--:|--:|---|\n";
    for (const app::Findings& one : findings) {
        const std::string result =
            context.text(one.faults.empty() ? "command.prove.proven" : "command.prove.not-proven");
        out << fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {:.1f} | {} |\n", one.lesson,
                           one.language, one.steps, one.actions, one.states, one.trials, one.looks,
                           fmt::join(one.layouts, ", "), names_of(one.accesses), one.around, one.seconds, result);
    }
}

int prove(Context& context, const Options& options) {
    if (!read_lessons(context)) {
        return 2;
    }
    const auto candidates = candidates_of(context, options);
    if (!candidates) {
        complain(context, candidates.error());
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<app::Findings> findings = try_all(candidates.value(), context.resources.layouts, options.extent);
    std::size_t trials = 0;
    for (const app::Findings& one : findings) {
        print(context, one);
        trials += one.trials;
    }
    const std::size_t faults = tell_faults(context, findings);
    print_hints(context, findings);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    std::cout << context.text({"command.prove.sum",
                               {{"trials", std::to_string(trials)},
                                {"faults", std::to_string(faults)},
                                {"depth", std::to_string(options.extent.depth)},
                                {"seconds", fmt::format("{:.1f}", taken.count())}}})
              << '\n';
    if (!options.report.empty()) {
        std::ofstream file(options.report);
        write_report(context, findings, options.extent, file);
        if (!file.flush()) {
            complain(context, {"prove.not-written", {{"file", options.report}}, {}});
            return 2;
        }
    }
    return faults == 0 ? 0 : 1;
}

} // namespace

Verb prove_verb() {
    return {"prove", [](CLI::App& command, const Context& context) {
                const auto options = std::make_shared<Options>();
                const auto number = [&](CLI::Option* option) {
                    option->capture_default_str()->type_name(context.text("command.word.number"));
                };
                command.add_option("LESSON", options->lessons, context.text("command.prove.lessons"));
                command.add_flag("--matrix", options->extent.everything, context.text("command.prove.matrix"));
                number(command.add_option("--seeds", options->extent.seeds, context.text("command.prove.seeds")));
                number(command.add_option("--depth", options->extent.depth, context.text("command.prove.depth")));
                number(
                    command.add_option("--wander", options->extent.wanderings, context.text("command.prove.wander")));
                command.add_option("--report", options->report, context.text("command.prove.report-file"))
                    ->type_name(context.text("command.word.file"));
                return Execute([options](Context& used) { return prove(used, *options); });
            }};
}

} // namespace tools
