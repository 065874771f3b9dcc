// Who learns here: a fold over the events.
#pragma once

#include "progress/event.h"
#include "progress/store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace progress {

/// What a learner chose; kept for each learner.
struct Settings {
    int text_size = 0; ///< 0 normal, 1 large, 2 largest
    bool high_contrast = false;
    bool reduced_motion = false;
    bool dyslexic_font = false;
    std::string layout;   ///< id of a keyboard layout; empty: not chosen
    std::string language; ///< of the texts, such as `fr`
    bool operator==(const Settings&) const = default;
};

/// A learner. New ones get their id from new_id() (identity.h) and begin with an event `learner.joined`.
struct Learner {
    std::string id;
    std::string name;    ///< a first name; may be empty
    std::string picture; ///< may be empty
    Settings settings;
    std::int64_t last_visit = 0; ///< ms since 1970 UTC
    bool operator==(const Learner&) const = default;
};

/// The learners of these events (in the order for folds), those who came last first. Erased learners are not among
/// them, nor those who never joined.
std::vector<Learner> learners(const std::vector<Event>& events);

/// The learners of a store. Reads only the kinds of events that it needs.
base::Result<std::vector<Learner>> read_learners(const Store& store);

} // namespace progress
