// A session plan: which lessons a class does, in which order, and under which conditions, the same on all computers.
// A TOML file, written by a trainer on the screen or by hand.
#pragma once

#include "lesson/schema.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lesson {

/// The most lessons that a plan can have.
inline constexpr std::size_t most_planned_lessons = 20;

/// Seeds of plans go from 1 to this: small enough for a spoken code.
inline constexpr std::int64_t most_plan_seeds = 100;

/// What a class does together. Where something is empty, each computer or lesson keeps its own.
struct Plan {
    std::string title;                ///< may be empty
    std::vector<std::string> lessons; ///< ids, in order, none twice
    std::string language;             ///< code; empty for the computer's own
    std::string layout;               ///< id of a keyboard layout; empty for the computer's own
    std::optional<int> safety;        ///< 1 to 3 (see world::Setup); otherwise it follows each lesson's level
    std::string look;                 ///< of the practice computer: `bar` or `overview`; empty: the seed draws it
    std::int64_t seed = 1;            ///< 1 to most_plan_seeds
    bool operator==(const Plan&) const = default;
};

/// What plans can name.
struct PlanNames {
    std::vector<std::string> lessons; ///< ids, sorted
    std::vector<std::string> languages;
    std::vector<std::string> layouts;
};

/// The keys of a plan.
const Schema& plan_schema();

/// Makes a plan of a file that was read. Adds all faults: those of schema.h; `plan.misspelt-lesson`,
/// `plan.unknown-lesson`, and the same for languages and layouts; `plan.lesson-twice`.
Plan read_plan(const Value& file, const PlanNames& names, base::Faults& faults);

/// Reads a file that holds a plan; nothing where there are faults. They are sorted by place.
std::optional<Plan> read_plan_file(const std::filesystem::path& file, const PlanNames& names, base::Faults& faults);

/// The plan as TOML, which reads as the same plan.
std::string to_toml(const Plan& plan);

/// Puts the plan into the place of the file, whose folder is made where it is missing. The file is afterwards wholly
/// the old or wholly the new one. Errors: as base::write_file.
base::Result<base::Done> write_plan(const std::filesystem::path& file, const Plan& plan);

/// A plan of a folder.
struct PlanFile {
    std::filesystem::path file;
    Plan plan;
};

/// The plans of a folder (`*.toml`), in order of file name; those with faults are left out, and their faults added. A
/// folder that is not there holds none.
std::vector<PlanFile> read_plans(const std::filesystem::path& folder, const PlanNames& names, base::Faults& faults);

/// A file name for a plan of that title: small letters without accents, digits and hyphens, then `.toml`.
std::string file_name_of(const std::string& title);

} // namespace lesson
