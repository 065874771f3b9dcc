// What a person calls one action: a click, a drag, a word written, a key; of all the moves and waits in between
// nothing.
#pragma once

#include "tutor/run.h"

#include <span>
#include <vector>

namespace tutor {

/// Whether something is begun by this input that a person would tell of. What only goes with another (moves, waits, a
/// modifier key, what goes up again) is not.
bool is_telling(const Input& input);

/// A deed that a person would tell of.
struct Told {
    std::size_t index = 0; ///< of the input or action that begins it
    world::Action action;  ///< that, with all of a text
    bool operator==(const Told&) const = default;
};

/// The deeds that a person would tell of, in order: of a click its press, of a text that was typed without a break the
/// whole text, of turning the wheel for a while one turn. Wishes to the tutor are none.
std::vector<Told> telling_deeds(std::span<const Input> inputs);
std::vector<Told> telling_deeds(std::span<const world::Action> actions);

} // namespace tutor
