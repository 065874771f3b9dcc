// The conditions under which a practice computer is set up, beside the lesson itself.
#pragma once

#include "lesson/site.h"
#include "world/layout.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace world {

/// How much unsteadiness of the hand is forgiven. Starts wide and narrows, as the learner succeeds, to what desktops
/// allow by default: a second press within 400 ms (GTK's and GNOME's default) and 5 px.
struct Tolerance {
    double drift = 12;     ///< stage units that the pointer may move between or during presses
    double interval = 900; ///< ms from press to press of a double-click
    bool operator==(const Tolerance&) const = default;
};

inline constexpr Tolerance widest_tolerance{12, 900};
inline constexpr Tolerance system_tolerance{5, 400};

/// The two looks: a task bar with a start menu, double-clicks and three buttons on each window, as on Windows; or a top
/// bar with an overview, single clicks and one button, as on GNOME.
enum class DeskLook { bar, overview };

/// Everything that a start state is made from, so that a run can be made again.
struct Setup {
    std::uint64_t seed = 1;
    Tolerance tolerance = widest_tolerance;
    Layout layout;
    int safety = 2; ///< 1: risky things cannot be reached; 2: they warn, and can be taken back; 3: they happen
    std::shared_ptr<const std::vector<lesson::Site>> sites = nullptr; ///< the practice web; may be missing
    std::optional<DeskLook> look = std::nullopt; ///< where the lesson leaves it open; otherwise the seed draws it
    bool operator==(const Setup&) const = default;
};

} // namespace world
