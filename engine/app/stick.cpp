// Sticks, as Linux mounts them.
#include "app/stick.h"

#include "base/file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> roots{"/media/", "/run/media/", "/mnt/"};
constexpr std::string_view folder = "COUCOU";
constexpr std::string_view plan_name = "plan.toml";
constexpr std::string_view named_plan = ".plan.toml";

/// A path without the octal escapes of /proc/mounts.
std::string unescaped(std::string_view text) {
    std::string result;
    const auto is_octal = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '7'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && is_octal(i + 1) && is_octal(i + 2) && is_octal(i + 3)) {
            const int code = (text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0');
            result += static_cast<char>(code);
            i += 3;
        } else {
            result += text[i];
        }
    }
    return result;
}

/// The plans of a folder, in order of name; none where it cannot be listed.
std::vector<fs::path> named_plans(const fs::path& where) {
    const auto entries = base::list_folder(where);
    std::vector<fs::path> plans;
    for (const fs::path& entry : entries ? entries.value() : std::vector<fs::path>{}) {
        if (entry.filename().string().ends_with(named_plan)) {
            plans.push_back(entry);
        }
    }
    return plans;
}

std::optional<fs::path> plan_file(const fs::path& stick) {
    std::error_code error;
    const fs::path usual = stick / folder / plan_name;
    if (fs::is_regular_file(usual, error)) {
        return usual;
    }
    for (const fs::path& where : {stick / folder, stick}) {
        if (const std::vector<fs::path> plans = named_plans(where); !plans.empty()) {
            return plans.front();
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<std::filesystem::path> sticks_in(std::string_view mounts) {
    std::vector<fs::path> sticks;
    std::istringstream lines{std::string(mounts)};
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string device;
        std::string place;
        words >> device >> place;
        place = unescaped(place);
        const bool is_device = device.starts_with("/dev/");
        if (is_device && std::ranges::any_of(roots, [&](std::string_view root) { return place.starts_with(root); })) {
            sticks.emplace_back(place);
        }
    }
    return sticks;
}

std::vector<std::filesystem::path> find_sticks(const std::filesystem::path& stand_in) {
    if (!stand_in.empty()) {
        std::error_code error;
        return fs::is_directory(stand_in, error) ? std::vector{stand_in} : std::vector<fs::path>{};
    }
    std::ifstream mounts("/proc/mounts");
    return sticks_in(std::string(std::istreambuf_iterator<char>(mounts), {}));
}

std::optional<StickPlan> find_plan(const std::vector<std::filesystem::path>& sticks, const lesson::PlanNames& names) {
    for (const fs::path& stick : sticks) {
        if (const std::optional<fs::path> file = plan_file(stick)) {
            StickPlan found{*file, {}, {}};
            found.plan = lesson::read_plan_file(*file, names, found.faults);
            return found;
        }
    }
    return std::nullopt;
}

base::Result<std::filesystem::path> put_on_stick(const std::filesystem::path& stick, const lesson::Plan& plan) {
    fs::path file = stick / folder / plan_name;
    COUCOU_TRY([[maybe_unused]] const auto done, lesson::write_plan(file, plan));
    return file;
}

} // namespace app
