// A replay: a recording that is played again, at any speed, from any step on. A value; time comes in by advance().
//
// It has two times: that of the recording (ms since the run began), and that in which it is shown, where long pauses
// are shortened.
#pragma once

#include "tutor/recording.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tutor {

inline constexpr std::int64_t longest_pause = 2'000; ///< ms that a pause is shown
inline constexpr std::int64_t told_pause = 5'000;    ///< ms: pauses from here on are told of

/// Whether a replay came to the state that was recorded.
enum class Agreement { untold, same, different };

/// Where a step was first begun.
struct Chapter {
    std::size_t input = 0; ///< how many inputs came before
    std::int64_t at = 0;   ///< ms as shown
    Run run;               ///< as it was then
};

/// A pause that is shown shortened.
struct Pause {
    std::int64_t from = 0;   ///< ms as shown
    std::int64_t to = 0;     ///< ms as shown
    std::int64_t lasted = 0; ///< ms of the recording
    bool operator==(const Pause&) const = default;
};

/// A recording made ready to be shown: it has been played once.
struct Score {
    Recording recording;
    std::vector<std::int64_t> due; ///< when each input is shown, ms
    std::vector<Chapter> chapters; ///< in order; the first is the beginning
    std::vector<Pause> pauses;     ///< in order
    std::int64_t length = 0;       ///< ms as shown
    Agreement agreement = Agreement::untold;
};

/// Plays a recording through, from the run that it began with.
Score score_of(Recording recording, const Run& begun);

/// How far a replay has come.
struct Replay {
    std::shared_ptr<const Score> score;
    Run run;
    std::size_t next = 0;          ///< the first input not yet done
    std::int64_t at = 0;           ///< ms as shown
    std::vector<std::string> held; ///< codes of the keys that are down
};

/// The beginning.
Replay replay_of(std::shared_ptr<const Score> score);

/// Lets so many ms of the shown time pass: does all inputs that are due.
void advance(Replay& replay, std::int64_t ms);

/// Goes on until one more thing was done that a person would call an action, and what belongs to it.
void do_one_more(Replay& replay);

/// Goes to where a chapter begins (its number, from 0).
void go_to(Replay& replay, std::size_t chapter);

/// The chapter that is shown (its number, from 0).
std::size_t chapter_of(const Replay& replay);

bool is_over(const Replay& replay);

/// The recording's own time, ms, and its last.
std::int64_t recorded_time(const Replay& replay);
std::int64_t recorded_length(const Replay& replay);

/// The long pause that is shown now, or nullptr.
const Pause* pause_of(const Replay& replay);

/// Where the pointer was, stage units, on an even way from one recorded place to the next; nothing where no pointer was
/// recorded (a desk: there deeds name their targets).
std::optional<world::Point> pointer_of(const Replay& replay);

/// The input that comes next, or nullptr; `in` is how many ms (as shown) it is until then.
struct Coming {
    const Input* input = nullptr;
    std::int64_t in = 0;
};
Coming coming(const Replay& replay);

/// The keys that are down or were pressed just now, as codes, and text that came without a key, as it is; in order.
struct KeyShown {
    std::string code; ///< empty for text
    std::string text;
    bool operator==(const KeyShown&) const = default;
};
std::vector<KeyShown> keys_of(const Replay& replay);

} // namespace tutor
