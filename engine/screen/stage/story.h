// Picture stories: how a hand moves the mouse and what the pointer does then, told without words, as a function of
// time.
#pragma once

#include "screen/stage/stage.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace screen {

/// What the hand on the mouse looks like.
enum class StoryHand { rests, presses_left, presses_right, lifted, turns_wheel };

/// One moment of a story. Places go from 0 to 1 across and down: the pointer on the drawn screen, the mouse on its mat.
struct StoryMoment {
    Point pointer;
    Point mouse;
    StoryHand hand = StoryHand::rests;
    int scene = 0;      ///< how far what is seen on the screen has come: 0 at first, and one more for each change
    float progress = 0; ///< how far it is on the way to the next moment of the story, 0 to 1
    bool operator==(const StoryMoment&) const = default;
};

inline constexpr std::int64_t story_loop = 4800;  ///< ms that a story takes once through
inline constexpr std::int64_t story_pause = 4000; ///< ms without input after which a story is told again
inline constexpr int story_loops = 3;             ///< so many times, then it rests

/// Whether there is a story of that name, as lesson files name them (`click`, `drag` …).
bool is_story(std::string_view name);

/// A moment of a story; `share` goes from 0 (its beginning) to 1 (its end). A name without a story gives a hand at
/// rest.
StoryMoment moment_of(std::string_view name, double share);

/// Three moments that tell the story in still pictures.
std::array<double, 3> stills_of(std::string_view name);

/// How far the story is on at that time, 0 to 1; nothing while it rests. It is told from when the step began, and
/// anew a while after the last input.
std::optional<double> story_share(const StageCues& cues);

/// When that changes, ms from now.
std::optional<int> next_story_change(const StageCues& cues);

} // namespace screen
