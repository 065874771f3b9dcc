// The two frameworks that lessons name their skills after: DigComp 2.2 and Pix.
#pragma once

#include "lesson/value.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lesson {

/// A framework of competences. Its competences are written `DigComp 1.3`: the name, the area, the place in the area.
struct Framework {
    std::string_view name;
    std::string_view message;                      ///< messages `<message>.name`, `.<area>.name`, `.<area>.<place>`
    std::span<const std::string_view> competences; ///< in order
};

/// DigComp 2.2 (Vuorikari, Kluzer, Punie 2022, JRC128415), then Pix (the French reference framework of digital
/// competences, decree 2019-919 of 30 August 2019).
std::span<const Framework> frameworks();

/// The framework of a competence as lessons write it, or nullptr where there is no such competence.
const Framework* framework_of(std::string_view competence);

/// The id of the message that names a competence, `framework.digcomp.1.3`, or the area of one,
/// `framework.digcomp.1.name`. Only for competences that framework_of() knows.
std::string competence_message(std::string_view competence);
std::string area_message(std::string_view competence);

/// The competence without its framework's name: `1.3`.
std::string_view competence_number(std::string_view competence);

/// Adds `lesson.misspelt-skill` or `lesson.unknown-skill` for each name of a lesson's skills that is no competence.
void check_skills(const Value& file, base::Faults& faults);

} // namespace lesson
