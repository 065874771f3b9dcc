// How long a hint takes: the next useful thing to do, from the beginning of a lesson and from where a random hand has
// wandered. The counters tell the time that half of the hints stay below, and that 99 of 100 do, in ms. To be built
// optimised; 99 of 100 are to stay below 100 ms.
#include "app/resources.h"
#include "base/random.h"
#include "tutor/guide.h"
#include "tutor/run.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t wandered_states = 40;
constexpr std::uint32_t longest_walk = 25; // deeds

template <typename Value>
Value value_of(base::Result<Value> result) {
    if (!result.ok()) {
        std::abort();
    }
    return std::move(result).value();
}

const app::Resources& resources() {
    static const app::Resources read = [] {
        app::Resources made = value_of(app::read_messages());
        value_of(app::read_lessons_and_layouts(made, {}));
        return made;
    }();
    return read;
}

tutor::Run beginning_of(const std::string& id, std::uint64_t seed) {
    static app::Words words = value_of(app::in_language(resources(), "fr"));
    const lesson::Lesson* lesson = words.catalogue.find(id);
    world::Setup setup;
    setup.seed = seed;
    setup.layout = resources().layouts.front();
    value_of(app::add_sites(setup, *lesson, resources(), words));
    return tutor::begin(std::make_shared<const lesson::Lesson>(*lesson), std::move(setup)).run;
}

/// After so many deeds that chance picked among all that can be done.
tutor::Run wandered(tutor::Run run, base::Random& random) {
    for (std::uint32_t left = random.below(longest_walk); left > 0 && !run.step_is_done; --left) {
        const std::vector<world::Action> all = world::actions(run.computer, run.now);
        const world::Action& action = all[random.below(static_cast<std::uint32_t>(all.size()))];
        tutor::apply(run, {action.at, action.deed});
    }
    return run;
}

double percentile(const std::vector<double>& sorted, double share) {
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

/// Times the first hint in each of the states in turn, with a guide that has no plan yet: as after each stray step.
void time_hints(benchmark::State& state, const std::vector<tutor::Run>& runs) {
    std::vector<double> times;
    std::size_t next = 0;
    for (auto _ : state) {
        const tutor::Run& run = runs[next++ % runs.size()];
        tutor::Guide guide;
        const auto begin = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(tutor::next_actions(guide, run));
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(times);
    state.counters["p50_ms"] = percentile(times, 0.5);
    state.counters["p99_ms"] = percentile(times, 0.99);
}

void hint_at_the_beginning(benchmark::State& state, const std::string& lesson) {
    time_hints(state, {beginning_of(lesson, 1)});
}

void hint_after_wandering(benchmark::State& state, const std::string& lesson) {
    base::Random random(1);
    std::vector<tutor::Run> runs;
    while (runs.size() < wandered_states) {
        tutor::Run run = wandered(beginning_of(lesson, 1 + runs.size()), random);
        if (!run.step_is_done) {
            runs.push_back(std::move(run));
        }
    }
    time_hints(state, runs);
}

/// A hint while the learner follows the plan that was made before.
void hint_along_a_plan(benchmark::State& state, const std::string& lesson) {
    const tutor::Run run = beginning_of(lesson, 1);
    tutor::Guide guide;
    tutor::next_actions(guide, run);
    for (auto _ : state) {
        benchmark::DoNotOptimize(tutor::next_actions(guide, run));
    }
}

BENCHMARK_CAPTURE(hint_at_the_beginning, mail_reply, "mail.reply")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hint_at_the_beginning, files_move, "files.move")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hint_at_the_beginning, forms_fill, "forms.fill")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hint_after_wandering, mail_reply, "mail.reply")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hint_after_wandering, files_move, "files.move")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hint_after_wandering, forms_fill, "forms.fill")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(hint_along_a_plan, mail_reply, "mail.reply")->Unit(benchmark::kMillisecond);

} // namespace
