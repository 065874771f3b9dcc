// Recordings: a run's inputs as lines of JSON, to be replayed, tested and shown.
//
// The first line says what was played: {"lesson":"pointer.click","language":"fr","seed":7,"layout":"azerty-fr",
// "drift":12,"interval":900,"step":"","safety":2}, and where it was set, "look":"bar" or "overview". Each other line is
// one input: {"at":600,"do":"move","x":480,"y":300}. Where the lesson was ended or left, a last line says what state it
// was in then:
// {"state":"cbf29ce484222325"} (see state.h).
#pragma once

#include "tutor/run.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tutor {

/// What was played, so that it can be played again.
struct RecordingHead {
    std::string lesson;
    std::string language = "fr";
    std::uint64_t seed = 1;
    std::string layout = "azerty-fr";
    world::Tolerance tolerance = world::widest_tolerance;
    std::string step;                      ///< the step it began at; empty for the first
    int safety = 2;                        ///< see world::Setup
    std::optional<world::DeskLook> look{}; ///< see world::Setup
    bool operator==(const RecordingHead&) const = default;
};

/// A recorded run.
struct Recording {
    RecordingHead head;
    std::vector<Input> inputs;
    std::string state; ///< fingerprint of the last state; empty where none was recorded
    bool operator==(const Recording&) const = default;
};

/// The first line of a recording, without line end.
std::string to_line(const RecordingHead& head);

/// One input as a line, without line end.
std::string to_line(const Input& input);

/// A deed as a recording keeps it: places to a hundredth of a unit. What is done otherwise replays otherwise.
world::Deed as_recorded(world::Deed deed);

/// The last line of a recording, without line end. `state`: see fingerprint().
std::string last_line(const std::string& state);

/// An event as a line: {"at":1250,"event":"pointer.clicked","thing":"lamp","button":"left"}.
std::string to_line(const world::Event& event);

/// Reads a recording. Errors: `recording.syntax` (not JSON), `recording.unknown` (not an input), `recording.backwards`
/// (time goes back), `recording.after-end` (something follows the last state), each with the line. `file` is the name
/// used in places.
base::Result<Recording> read_recording(std::string_view text, const std::string& file);

} // namespace tutor
