// The booklet: a learner's record as one page to print, drawn by a program of its own (tools/booklet/).
#pragma once

#include "app/resources.h"
#include "progress/record.h"
#include "progress/skills.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// A day in words, with its year: `le 1er décembre 2026`; that of the computer's time zone. `at`: ms since 1970 UTC.
std::string date_in_words(const lesson::Messages& messages, std::int64_t at);

/// What stands in a booklet.
struct BookletContent {
    std::string name; ///< the first name, the only personal thing in it; may be empty
    progress::Record record;
    std::vector<progress::SkillState> skills; ///< those with a level of 1 or more are shown
    std::int64_t now = 0;                     ///< ms since 1970 UTC
};

/// The description that coucou-booklet draws (tools/booklet/description.h), in the words' language.
std::string booklet_description(const Words& words, const std::filesystem::path& art, const BookletContent& content);

/// Has coucou-booklet draw it into a file, whose folder is made where it is missing. Waits for it, at most 20 s.
/// Errors: `booklet.no-program`, `booklet.not-written` {folder}, `booklet.not-drawn` {reason}.
base::Result<std::filesystem::path> draw_booklet(const std::string& description, const std::filesystem::path& file);

} // namespace app
