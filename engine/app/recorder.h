// Writes the lessons that are played into files, as recordings that can be replayed.
#pragma once

#include "tutor/recording.h"

#include <filesystem>
#include <fstream>
#include <vector>

namespace app {

/// Records to `FILE`; a second lesson of the same session goes to `FILE.2`, and so on.
class Recorder {
public:
    /// `file` may be empty: then nothing is recorded.
    explicit Recorder(std::filesystem::path file) : file_(std::move(file)) {}

    /// A lesson begins. Error: `recording.not-written`.
    base::Faults begin(const tutor::RecordingHead& head);
    /// Inputs of that lesson.
    void add(const std::vector<tutor::Input>& inputs);
    /// The lesson is over or left: keeps the fingerprint of its last state.
    void end(const tutor::Run& run);

private:
    std::filesystem::path file_;
    std::ofstream out_;
    int count_ = 0;
};

} // namespace app
