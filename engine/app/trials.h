// Trials: one lesson proven under all conditions that matter to it.
#pragma once

#include "tutor/proof.h"

#include <memory>
#include <string>
#include <vector>

namespace app {

/// How much is to be proven.
struct Extent {
    bool everything = false; ///< all languages, layouts, looks, safety levels and access profiles; otherwise one each
    std::uint64_t seeds = 1; ///< from 1 on
    std::size_t depth = 1;   ///< actions from each step's beginning within which no dead end may lie
    std::size_t wanderings = 0; ///< random states of each lesson from which hints have to lead to the goal
};

/// One lesson in one language, ready to be tried.
struct Candidate {
    std::shared_ptr<const lesson::Lesson> lesson;
    std::string language;
    world::Setup setup; ///< with the practice web; the rest is set for each trial
};

/// What was found out about one lesson in one language.
struct Findings {
    std::string lesson;
    std::string language;
    std::size_t steps = 0;
    std::size_t actions = 0;             ///< of the shortest way found
    std::size_t states = 0;              ///< that were tried for it
    std::size_t trials = 0;              ///< conditions under which a way was found
    std::vector<tutor::Access> accesses; ///< profiles under which it can be finished
    std::vector<std::string> layouts;    ///< ids of those on which it can be finished
    std::size_t looks = 0;
    std::size_t around = 0; ///< states that were searched for dead ends
    base::Faults faults;
    std::vector<double> hint_times; ///< ms, one for each hint that was followed while wandering
    double seconds = 0;
};

/// Runs the trials of one lesson. The first layout is the one that its shortest way is told for.
Findings run_trials(const Candidate& candidate, const std::vector<world::Layout>& layouts, const Extent& extent);

} // namespace app
