// Notices that a learner gets no further, so that help can be offered: by the states that come back, and by much that
// is done without the goal coming nearer. Pure: it is told of every deed, and reads no clock.
#pragma once

#include "tutor/run.h"

#include <cstdint>
#include <vector>

namespace tutor {

/// What was seen of a learner's way through one step.
struct Wandering {
    std::vector<std::uint64_t> states; ///< what was observably so, each time that it changed; as hashes
    double left = 0;                   ///< the nearest that the goal has been: what is still to come about
    int deeds = 0;                     ///< deeds since it was that near; keys pressed in a row count as one
    bool was_typing = false;           ///< the last deed was one of those
    bool operator==(const Wandering&) const = default;
};

/// The beginning of a way, from where the run is.
Wandering set_out(const Run& run);

/// Takes in that a deed has brought the run to where it is now.
void notice(Wandering& way, const Run& run, const world::Deed& deed);

/// Whether the same state has been reached three times with the goal no nearer, or 16 deeds were done for nothing.
bool goes_in_circles(const Wandering& way);

/// For how many ms a learner may do nothing before help is offered: 45 s, and more where there is much to read or to
/// think over before typing; at most 3 minutes.
std::int64_t patience(const Run& run);

} // namespace tutor
