// The wall clock, which tests can set.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>

namespace app {

/// Tells the time of day as the computer does, or as if it had been set.
class Clock {
public:
    /// `start`: what it shows now, `2026-12-01 09:00` (UTC); empty for the computer's own time.
    /// Error: `window.clock` {clock}.
    static base::Result<Clock> starting_at(const std::string& start);

    /// Ms since 1970 UTC.
    std::int64_t now() const;

private:
    std::int64_t ahead_ = 0; ///< ms before the computer's
};

} // namespace app
