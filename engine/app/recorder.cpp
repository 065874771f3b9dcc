// Recordings on disk, a line at a time, so that what was played until a crash is there.
#include "app/recorder.h"

#include "tutor/state.h"

namespace app {

base::Faults Recorder::begin(const tutor::RecordingHead& head) {
    if (file_.empty()) {
        return {};
    }
    ++count_;
    std::filesystem::path file = file_;
    if (count_ > 1) {
        file += "." + std::to_string(count_);
    }
    out_.close();
    out_.clear();
    out_.open(file, std::ios::trunc);
    out_ << tutor::to_line(head) << std::endl;
    if (!out_) {
        return {base::Error{"recording.not-written", {{"file", file.string()}}, {}}};
    }
    return {};
}

void Recorder::add(const std::vector<tutor::Input>& inputs) {
    if (!out_.is_open()) {
        return;
    }
    for (const tutor::Input& input : inputs) {
        out_ << tutor::to_line(input) << '\n';
    }
    out_.flush();
}

void Recorder::end(const tutor::Run& run) {
    if (out_.is_open()) {
        out_ << tutor::last_line(tutor::fingerprint(run)) << std::endl;
        out_.close();
    }
}

} // namespace app
