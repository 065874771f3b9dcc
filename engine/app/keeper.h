// Keeps what a learner does: turns a run's events into events of the store, and says when that fails.
#pragma once

#include "lesson/messages.h"
#include "progress/bodies.h"
#include "progress/store.h"
#include "tutor/run.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Adds an event that happened at `at` (ms since 1970 UTC). Where the disk fails, goes on in memory, and gives the
/// error to be told.
base::Faults keep(progress::Store& store, const std::string& learner, std::string_view kind, const std::string& body,
                  std::int64_t at);

/// What the world measured in a step: the mean of each number of its `….measured` events, and of its double-clicks as
/// `double_click.interval` (ms) and `double_click.drift` (stage units), which the tolerance follows.
std::map<std::string, double> measures_of(const std::vector<world::Event>& happened);

/// Keeps what these events of a run mean for the learner's progress: steps and lessons done, help used.
base::Faults keep_events(progress::Store& store, const std::string& learner, const tutor::Run& run,
                         const std::vector<world::Event>& events, std::int64_t at);

} // namespace app
