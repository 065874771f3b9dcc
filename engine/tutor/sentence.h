// What is done, in words: « Cliquez sur “Répondre”. » The learner is told what to do, and a demonstration says what it
// does, by the same sentences.
#pragma once

#include "world/computer.h"
#include "world/target.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tutor {

/// One argument of a sentence.
struct SentencePart {
    std::string name;   ///< as the message calls it: `thing`, `onto`, `text`, `key`, …
    world::Words words; ///< what stands there
    bool operator==(const SentencePart&) const = default;
};

/// One thing that is done, to be put into words by the messages of whoever speaks: `tell.click`, `demonstration.click`.
///
/// `id` is, on something that has a name (`thing`): `click`, `click-in` (a place to write), `double`, `right`, `mark`,
/// `begin` (the caret goes before all of the text), `place`, `drag` (`onto` too); where words are missing, with `-here`
/// at its end. By the keyboard: `key`, `keys-2` and `keys-3` (pressed together: `first`, `second`, `third`), `type`
/// (`text`). By a mouse that is practised: `move`, `move-to` (`thing`), `press-left`, `press-middle`, `press-right`,
/// `press-twice`, `hold`, `release`, `scroll-down`, `scroll-up`. Otherwise: `wait`, `undo`.
struct Sentence {
    std::string id = "wait";
    std::vector<SentencePart> parts;
    std::vector<world::Words> keys; ///< what stands on the caps of the keys that are pressed, in that order
    bool operator==(const Sentence&) const = default;
};

/// How many of the first actions are one thing to be done, such as keys pressed together or a text; 0 only of none.
/// `computer` is as it is before them.
std::size_t one_thing(const world::Computer& computer, std::span<const world::Action> actions);

/// What the first one_thing() of the actions are, in words.
Sentence sentence_of(const world::Computer& computer, std::span<const world::Action> actions);

/// What stands on the cap of a key, which is named by its code.
world::Words cap(const world::Computer& computer, const std::string& code);

} // namespace tutor
