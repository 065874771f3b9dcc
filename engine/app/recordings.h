// The lessons that learners played, recorded in the data folder so that a trainer can look at them again:
// `recordings/<learner>/<date>-<lesson>.actions`. They stay on this computer, and never longer than they are of use.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// Of each learner, the last so many are kept, and for so long.
inline constexpr std::size_t most_recordings = 20;
inline constexpr std::int64_t longest_kept = 30LL * 24 * 60 * 60 * 1000; ///< ms

struct KeptRecording {
    std::filesystem::path file;
    std::string lesson;  ///< id
    std::int64_t at = 0; ///< ms since 1970 UTC, when it began
};

/// Makes room for one more recording and gives its file, which is not there yet. Only for a learner whose progress is
/// kept. Error: `recording.not-written`, where the folder cannot be made.
base::Result<std::filesystem::path> new_recording(const std::filesystem::path& data, const std::string& learner,
                                                  const std::string& lesson, std::int64_t now);

/// The recordings of a learner, the newest first.
std::vector<KeptRecording> recordings_of(const std::filesystem::path& data, const std::string& learner);

/// Deletes what is too old, of all learners.
void remove_old_recordings(const std::filesystem::path& data, std::int64_t now);

/// Deletes all recordings of a learner: call it wherever a learner is erased.
void remove_recordings(const std::filesystem::path& data, const std::string& learner);

} // namespace app
