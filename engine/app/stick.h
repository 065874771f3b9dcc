// Sticks that are plugged in, and the session plans on them. They are read; only put_on_stick() writes.
#pragma once

#include "lesson/plan.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// The folders at which sticks are mounted: devices (`/dev/…`) below /media, /run/media and /mnt, in a text as
/// /proc/mounts has it (where blanks are written `\040`).
std::vector<std::filesystem::path> sticks_in(std::string_view mounts);

/// The sticks that are mounted now; instead of them only `stand_in`, where it is not empty and exists.
std::vector<std::filesystem::path> find_sticks(const std::filesystem::path& stand_in);

/// A plan on a stick: `COUCOU/plan.toml`, else the first `*.plan.toml` in `COUCOU` or at the top.
struct StickPlan {
    std::filesystem::path file;
    std::optional<lesson::Plan> plan; ///< nothing where it has faults
    base::Faults faults;
};

/// The first plan that the sticks hold; nothing where none does.
std::optional<StickPlan> find_plan(const std::vector<std::filesystem::path>& sticks, const lesson::PlanNames& names);

/// Puts a plan onto the stick as `COUCOU/plan.toml`; gives the file. Errors: as lesson::write_plan.
base::Result<std::filesystem::path> put_on_stick(const std::filesystem::path& stick, const lesson::Plan& plan);

} // namespace app
