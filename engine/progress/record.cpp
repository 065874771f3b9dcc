// Folds one learner's events to can-do lines.
#include "progress/record.h"

#include "lesson/frameworks.h"
#include "progress/bodies.h"
#include "progress/path.h"

#include <algorithm>
#include <map>
#include <optional>

namespace progress {

namespace {

/// When each lesson was done first, and whether ever alone.
std::map<std::string, CanDo> lessons_done(const std::vector<Event>& events) {
    std::map<std::string, CanDo> done;
    for (const Event& event : events) {
        if (event.kind != kind::lesson_done) {
            continue;
        }
        if (const auto body = read_lesson_done(event.body)) {
            CanDo& line = done.try_emplace(body->lesson, CanDo{body->lesson, event.at, false}).first->second;
            line.is_alone = line.is_alone || body->outcome == outcome::alone;
        }
    }
    return done;
}

std::vector<ReachedCompetence> competences_of(const lesson::Catalogue& catalogue, const std::vector<CanDo>& reached) {
    std::vector<ReachedCompetence> competences;
    for (const lesson::Framework& framework : lesson::frameworks()) {
        for (const std::string_view name : framework.competences) {
            ReachedCompetence competence{std::string(name), {}};
            for (std::size_t i = 0; i < reached.size(); ++i) {
                const auto& skills = catalogue.find(reached[i].lesson)->skills;
                if (std::ranges::find(skills, name) != skills.end()) {
                    competence.lines.push_back(i);
                }
            }
            if (!competence.lines.empty()) {
                competences.push_back(std::move(competence));
            }
        }
    }
    return competences;
}

} // namespace

Record record(const lesson::Catalogue& catalogue, const std::vector<Event>& events_of_learner) {
    const std::map<std::string, CanDo> done = lessons_done(events_of_learner);
    Record record;
    for (const lesson::Module& module : catalogue.modules) {
        for (const std::string& id : module.lessons) {
            const auto found = done.find(id);
            if (found != done.end() && catalogue.find(id) != nullptr) {
                record.reached.push_back(found->second);
            }
        }
    }
    record.competences = competences_of(catalogue, record.reached);
    record.next = recommended(catalogue, path(events_of_learner));
    return record;
}

} // namespace progress
