// Moments and lengths of time in words.
#pragma once

#include "lesson/messages.h"

#include <cstdint>
#include <string>

namespace app {

/// `12 novembre`, or with `year` `12 novembre 2026`; the day is that of the computer's time zone. `at`: ms since 1970
/// UTC.
std::string day_in_words(const lesson::Messages& messages, std::int64_t at, bool year = false);

/// `12/11`: for axes.
std::string short_day(const lesson::Messages& messages, std::int64_t at);

/// `12 novembre, 14 h 05`.
std::string moment_in_words(const lesson::Messages& messages, std::int64_t at);

/// How long ago a day was, seen from `now`: `aujourd’hui`, `hier`, `il y a 3 jours`, and the day itself where it is
/// long ago or lies ahead.
std::string ago_in_words(const lesson::Messages& messages, std::int64_t at, std::int64_t now);

/// A length in ms: `12 min`, `2 h 05`; at least a minute.
std::string length_in_words(const lesson::Messages& messages, std::int64_t ms);

/// A length in whole days, weeks or months: `3 semaines`.
std::string span_in_words(const lesson::Messages& messages, std::int64_t ms);

/// A message for a count: `<id>.one` for 1 (and 0), else `<id>.many`, with {count}.
std::string counted(const lesson::Messages& messages, const std::string& id, std::int64_t count);

} // namespace app
