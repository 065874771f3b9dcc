// What a learner did, as it is kept. Events are only ever added; everything that is shown about a learner is a fold
// over them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace progress {

/// One thing that happened. Its key is (origin, sequence): the store that wrote it, and its number there, from 1
/// without gaps. Two stores that hold the same key hold the same event.
struct Event {
    std::string origin;        ///< 32 hexadecimal digits, drawn at random once per store
    std::int64_t sequence = 0; ///< from 1
    std::string learner;       ///< 32 hexadecimal digits (identity.h), never a name
    std::int64_t at = 0;       ///< ms since 1970 UTC, as the computer's clock said, right or wrong
    std::string kind;          ///< one of progress::kind, or a kind that a newer version knows
    std::string body;          ///< a JSON object; written and read in bodies.h
    bool operator==(const Event&) const = default;
};

/// Times from here on (2050-01-01), in ms since 1970, come from a clock that is wrong beyond all reason: where they say
/// something about order, they are left out.
inline constexpr std::int64_t far_future = 2'524'608'000'000;

/// The kinds of events, and what their bodies hold.
namespace kind {

/// A learner is there: {name, picture, language}. Again for the same learner: name or picture changed.
inline constexpr std::string_view learner_joined = "learner.joined";
/// Settings changed: any of {text_size, contrast, reduced_motion, dyslexic_font, layout, language}; what is not
/// named stays as it was.
inline constexpr std::string_view learner_settings = "learner.settings";
/// The class that a learner is in: {group}; the newest counts, an empty one is none.
inline constexpr std::string_view learner_group = "learner.group";
/// The time that this learner's events are kept for is over: {}. See retention.h.
inline constexpr std::string_view learner_leaving = "learner.leaving";
/// What the trainer chose for all learners: {retention_months}. Its learner is `nobody`.
inline constexpr std::string_view trainer_settings = "trainer.settings";
/// The learner asked to be forgotten: {}. No other event of theirs is left in the store.
inline constexpr std::string_view learner_erased = "learner.erased";
/// A lesson begins or goes on: {lesson, seed, language, again, level, look, purpose}.
inline constexpr std::string_view lesson_started = "lesson.started";
/// A step was done: {lesson, step, outcome, help, slips, time, measures}.
inline constexpr std::string_view step_done = "step.done";
/// A lesson was done to its end: {lesson, outcome}.
inline constexpr std::string_view lesson_done = "lesson.done";
/// A lesson was left half-way: {lesson, step}, the step that was not yet done.
inline constexpr std::string_view lesson_left = "lesson.left";
/// Help was asked for: {lesson, step, rung}, 1 the lightest.
inline constexpr std::string_view help_used = "help.used";
/// A level was told to the learner: {skill, level}. It is theirs from then on, whatever other computers add later.
inline constexpr std::string_view level_reached = "level.reached";
/// Coucou looked at what the learner can do already: {starts: {skill: level}, known: [lesson]}.
inline constexpr std::string_view placement_done = "placement.done";

} // namespace kind

/// Whose events belong to no learner.
inline constexpr std::string_view nobody = "00000000000000000000000000000000";

/// How a step or a lesson was done.
namespace outcome {

inline constexpr std::string_view alone = "alone"; ///< without any help
inline constexpr std::string_view hints = "hints"; ///< with hints
inline constexpr std::string_view shown = "shown"; ///< after the demonstration

} // namespace outcome

} // namespace progress
