// The competences of DigComp 2.2 and of Pix; their names are messages.
#include "lesson/frameworks.h"

#include "lesson/fault.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace lesson {

namespace {

constexpr std::array<std::string_view, 21> digcomp{
    "DigComp 1.1", "DigComp 1.2", "DigComp 1.3", "DigComp 2.1", "DigComp 2.2", "DigComp 2.3", "DigComp 2.4",
    "DigComp 2.5", "DigComp 2.6", "DigComp 3.1", "DigComp 3.2", "DigComp 3.3", "DigComp 3.4", "DigComp 4.1",
    "DigComp 4.2", "DigComp 4.3", "DigComp 4.4", "DigComp 5.1", "DigComp 5.2", "DigComp 5.3", "DigComp 5.4"};

constexpr std::array<std::string_view, 16> pix{"Pix 1.1", "Pix 1.2", "Pix 1.3", "Pix 2.1", "Pix 2.2", "Pix 2.3",
                                               "Pix 2.4", "Pix 3.1", "Pix 3.2", "Pix 3.3", "Pix 3.4", "Pix 4.1",
                                               "Pix 4.2", "Pix 4.3", "Pix 5.1", "Pix 5.2"};

constexpr std::array<Framework, 2> all{{{"DigComp", "framework.digcomp", digcomp}, {"Pix", "framework.pix", pix}}};

} // namespace

std::span<const Framework> frameworks() {
    return all;
}

const Framework* framework_of(std::string_view competence) {
    const auto found = std::ranges::find_if(all, [&](const Framework& framework) {
        return std::ranges::find(framework.competences, competence) != framework.competences.end();
    });
    return found == all.end() ? nullptr : &*found;
}

std::string_view competence_number(std::string_view competence) {
    return competence.substr(competence.find(' ') + 1);
}

std::string competence_message(std::string_view competence) {
    return std::string(framework_of(competence)->message) + "." + std::string(competence_number(competence));
}

std::string area_message(std::string_view competence) {
    const std::string_view number = competence_number(competence);
    return std::string(framework_of(competence)->message) + "." + std::string(number.substr(0, number.find('.'))) +
           ".name";
}

void check_skills(const Value& file, base::Faults& faults) {
    std::vector<std::string_view> known;
    for (const Framework& framework : all) {
        std::ranges::copy(framework.competences, std::back_inserter(known));
    }
    for (const Value& skill : items_of(table_of(file), "skills")) {
        const auto* name = std::get_if<std::string>(&skill.data);
        if (name != nullptr && std::ranges::find(known, *name) == known.end()) {
            add_unknown(faults, {"lesson.misspelt-skill", "lesson.unknown-skill"}, skill.place, *name, known);
        }
    }
}

} // namespace lesson
