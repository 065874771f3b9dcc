// What the command line asks of the window.
#pragma once

#include "app/clock.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace app {

struct WindowChoices {
    std::string size; ///< `1366x768`; empty for the full screen
    bool gpu = false;
    std::filesystem::path data;        ///< where progress is kept; empty for the default
    std::filesystem::path record;      ///< where played lessons are recorded; empty for nowhere
    std::filesystem::path replay;      ///< a recording to be shown instead of all else; empty for none
    std::filesystem::path places;      ///< where each pass writes what lies where, for tests; empty for nowhere
    std::optional<std::uint64_t> seed; ///< of all lessons (a review takes the next new one); else each draws its own
    std::string layout;                ///< id of a keyboard layout; empty for the computer's own
    std::string language;              ///< at the start; empty for the environment's
    Clock clock{};                     ///< the wall clock
    std::string lesson;                ///< id of a lesson to open at once, without a name; empty for the welcome page
    bool guided = false;               ///< the lesson or plan is led by a trainer, on a projected screen
    std::filesystem::path plan;        ///< a session plan to go by; empty for none
    std::string code;                  ///< the spoken code of one; empty for none
    std::filesystem::path stick;       ///< a folder that stands for all sticks; empty for those that are mounted
    bool compose = false;              ///< opens the page that plans are made on
};

} // namespace app
