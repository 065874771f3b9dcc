// Recordings on disk, made ready to be played again.
#pragma once

#include "app/resources.h"
#include "tutor/replay.h"

#include <filesystem>
#include <string>

namespace app {

/// Reads a recording. Errors: as base::read_file and tutor::read_recording.
base::Result<tutor::Recording> read_recorded(const std::filesystem::path& file);

/// The run that a recording began with, in the language that it was made in. Errors: `play.no-lesson`,
/// `play.no-layout`, and as in_language() and add_sites().
base::Result<tutor::Begun> begin_recorded(const Resources& resources, const tutor::RecordingHead& head);

} // namespace app
