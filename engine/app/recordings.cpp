// Files of recordings, named so that their order is that of time.
#include "app/recordings.h"

#include "progress/identity.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace app {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ending = ".actions";
constexpr std::size_t digits = 14; // of a time in ms; enough for 3,000 years

fs::path folder_of(const fs::path& data, const std::string& learner) {
    return data / "recordings" / learner;
}

/// What a file's name says: `<ms since 1970>-<lesson>.actions`.
std::optional<KeptRecording> read_name(const fs::path& file) {
    const std::string name = file.filename().string();
    KeptRecording found{file, {}, 0};
    if (name.size() <= digits + 1 + ending.size() || name[digits] != '-' || !name.ends_with(ending)) {
        return std::nullopt;
    }
    const auto [end, error] = std::from_chars(name.data(), name.data() + digits, found.at);
    if (error != std::errc() || end != name.data() + digits) {
        return std::nullopt;
    }
    found.lesson = name.substr(digits + 1, name.size() - digits - 1 - ending.size());
    return found;
}

void discard(const fs::path& file) {
    std::error_code ignored;
    fs::remove(file, ignored);
}

} // namespace

base::Result<fs::path> new_recording(const fs::path& data, const std::string& learner, const std::string& lesson,
                                     std::int64_t now) {
    const fs::path folder = folder_of(data, learner);
    std::error_code error;
    fs::create_directories(folder, error);
    if (!progress::is_id(learner) || error) {
        return base::Error{"recording.not-written", {{"file", folder.string()}}, {}};
    }
    fs::permissions(data / "recordings", fs::perms::owner_all, error);
    const std::vector<KeptRecording> before = recordings_of(data, learner);
    for (std::size_t i = most_recordings - 1; i < before.size(); ++i) {
        discard(before[i].file);
    }
    return folder / fmt::format("{:0{}}-{}{}", std::max<std::int64_t>(now, 0), digits, lesson, ending);
}

std::vector<KeptRecording> recordings_of(const fs::path& data, const std::string& learner) {
    std::vector<KeptRecording> found;
    std::error_code error;
    if (!progress::is_id(learner)) {
        return found;
    }
    for (fs::directory_iterator at(folder_of(data, learner), error), end; !error && at != end; at.increment(error)) {
        if (auto one = read_name(at->path())) {
            found.push_back(std::move(*one));
        }
    }
    std::ranges::sort(found, [](const KeptRecording& a, const KeptRecording& b) {
        return a.at != b.at ? a.at > b.at : a.file > b.file;
    });
    return found;
}

void remove_old_recordings(const fs::path& data, std::int64_t now) {
    std::error_code error;
    for (fs::directory_iterator at(data / "recordings", error), end; !error && at != end; at.increment(error)) {
        for (const KeptRecording& one : recordings_of(data, at->path().filename().string())) {
            if (now - one.at > longest_kept) {
                discard(one.file);
            }
        }
        std::error_code not_empty;
        fs::remove(at->path(), not_empty);
    }
}

void remove_recordings(const fs::path& data, const std::string& learner) {
    if (progress::is_id(learner)) {
        std::error_code ignored;
        fs::remove_all(folder_of(data, learner), ignored);
    }
}

} // namespace app
