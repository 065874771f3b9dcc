// Placement: the half-split over what lessons need.
#include "tutor/placement.h"

#include <algorithm>
#include <limits>
#include <set>

namespace tutor {

namespace {

constexpr int most_failures = 3;       // in a row
constexpr int most_first_failures = 2; // before anything was done alone
constexpr std::size_t first_steps = 2; // of a lesson that can only be begun at its beginning

Part part_for_placement(const lesson::Lesson& lesson) {
    const std::size_t steps = lesson.steps.size();
    return begins_anywhere(lesson) && steps > 0 ? Part{steps - 1, 1} : Part{0, std::min(first_steps, steps)};
}

bool is_about_typing(const lesson::Lesson& lesson) {
    return begins_anywhere(lesson) && !lesson.steps.empty() &&
           lesson::find(lesson.steps.back().start, "keyboard") != nullptr;
}

/// All lessons that this one needs, directly or not; those about typing, and what only they need, where it is wanted.
std::set<std::size_t> all_needs(const std::vector<PlacementLesson>& lessons, std::size_t lesson,
                                bool with_typing = true) {
    std::set<std::size_t> found;
    std::vector<std::size_t> to_see = lessons[lesson].needs;
    while (!to_see.empty()) {
        const std::size_t one = to_see.back();
        to_see.pop_back();
        if (one != lesson && (with_typing || !lessons[one].is_typing) && found.insert(one).second) {
            to_see.insert(to_see.end(), lessons[one].needs.begin(), lessons[one].needs.end());
        }
    }
    return found;
}

std::vector<std::size_t> all_that_need(const std::vector<PlacementLesson>& lessons, std::size_t lesson) {
    std::vector<std::size_t> found;
    for (std::size_t other = 0; other < lessons.size(); ++other) {
        if (other != lesson && all_needs(lessons, other).contains(lesson)) {
            found.push_back(other);
        }
    }
    return found;
}

bool can_be_asked(const PlacementLesson& lesson) {
    return lesson.standing == Standing::open && !lesson.was_asked;
}

template <typename Places>
std::size_t count_open(const std::vector<PlacementLesson>& lessons, const Places& places, std::size_t within) {
    return static_cast<std::size_t>(std::ranges::count_if(
        places, [&](std::size_t place) { return place < within && can_be_asked(lessons[place]); }));
}

void settle(PlacementLesson& lesson, Standing standing) {
    if (lesson.standing == Standing::open) {
        lesson.standing = standing;
    }
}

std::string skill_of(const std::string& id) {
    return id.substr(0, id.find('.'));
}

/// A lesson outside the first module was done alone.
void note_level(Placement& placement, const PlacementLesson& lesson) {
    int& best = placement.by_module[skill_of(lesson.id)];
    best = std::max(best, lesson.level);
    placement.reached = 0;
    placement.confirmed = 0;
    for (const auto& [module, level] : placement.by_module) {
        placement.confirmed = std::max(placement.confirmed, std::min(level, placement.reached));
        placement.reached = std::max(placement.reached, level);
    }
}

} // namespace

Placement begin_placement(const lesson::Catalogue& catalogue) {
    Placement placement;
    std::map<std::string, std::size_t> places;
    std::vector<const lesson::Lesson*> found;
    for (const lesson::Module& module : catalogue.modules) {
        for (const std::string& id : module.lessons) {
            const lesson::Lesson* lesson = catalogue.find(id);
            if (lesson != nullptr && places.emplace(id, found.size()).second) {
                found.push_back(lesson);
            }
        }
        placement.first_module = placement.first_module == 0 ? found.size() : placement.first_module;
    }
    for (const lesson::Lesson* lesson : found) {
        PlacementLesson one{lesson->id,
                            lesson->level,
                            part_for_placement(*lesson),
                            begins_anywhere(*lesson),
                            is_about_typing(*lesson),
                            {},
                            Standing::open,
                            false};
        for (const std::string& need : lesson->needs) {
            if (const auto place = places.find(need); place != places.end()) {
                one.needs.push_back(place->second);
            }
        }
        placement.lessons.push_back(std::move(one));
    }
    placement.is_over = placement.lessons.empty();
    return placement;
}

namespace {

/// Whether it was shown that the learner can do this, or it is easy beside what they have shown.
bool is_known(const Placement& placement, const PlacementLesson& lesson) {
    const bool is_first = &lesson < placement.lessons.data() + placement.first_module;
    const bool is_easy = placement.confirmed > 0 && lesson.level < placement.confirmed + (is_first ? 1 : 0);
    return lesson.standing == Standing::can || (lesson.standing == Standing::open && is_easy);
}

/// The open lesson up to a level that settles most.
std::optional<std::size_t> half_split(const Placement& placement, int highest) {
    const auto& lessons = placement.lessons;
    const std::size_t within = placement.tasks == 0 ? placement.first_module : lessons.size();
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t lesson = 0; lesson < within; ++lesson) {
        const bool is_easy = is_known(placement, lessons[lesson]);
        if (!can_be_asked(lessons[lesson]) || is_easy || lessons[lesson].level > highest) {
            continue;
        }
        const std::size_t by_success =
            count_open(lessons, all_needs(lessons, lesson, lessons[lesson].is_typing), within);
        const std::size_t by_failure = count_open(lessons, all_that_need(lessons, lesson), within);
        const std::size_t settled = std::min(by_success, by_failure) + 1;
        if (settled > most) {
            most = settled;
            best = lesson;
        }
    }
    return best;
}

} // namespace

std::optional<std::size_t> next_task(const Placement& placement) {
    if (placement.is_over) {
        return std::nullopt;
    }
    const auto next = half_split(placement, placement.reached + 1);
    return next ? next : half_split(placement, std::numeric_limits<int>::max());
}

void end_task(Placement& placement, std::size_t lesson, TaskEnd end, std::int64_t took, bool has_typed) {
    auto& lessons = placement.lessons;
    placement.spent += std::max<std::int64_t>(took, 0);
    ++placement.tasks;
    if (end == TaskEnd::alone) {
        placement.has_success = true;
        placement.failures = 0;
        if (lesson >= placement.first_module) {
            note_level(placement, lessons[lesson]);
        }
        for (const std::size_t need : all_needs(lessons, lesson, has_typed)) {
            settle(lessons[need], Standing::can);
        }
        lessons[lesson].was_asked = true;
        if (lessons[lesson].is_telling) {
            settle(lessons[lesson], Standing::can);
        }
    } else {
        ++placement.failures;
        for (const std::size_t other : all_that_need(lessons, lesson)) {
            settle(lessons[other], Standing::cannot);
        }
        settle(lessons[lesson], Standing::cannot);
    }
    placement.is_over = end == TaskEnd::idle ||
                        placement.failures >= (placement.has_success ? most_failures : most_first_failures) ||
                        placement.spent > placement_time - least_task_time || !next_task(placement);
}

Starts starts_of(const Placement& placement) {
    Starts starts;
    for (const PlacementLesson& lesson : placement.lessons) {
        if (is_known(placement, lesson)) {
            starts.known.push_back(lesson.id);
        }
    }
    // The easiest lesson of a skill that is not known; where all are, the hardest.
    std::map<std::string, int> hardest;
    for (const PlacementLesson& lesson : placement.lessons) {
        const std::string skill = skill_of(lesson.id);
        hardest[skill] = std::max(hardest[skill], lesson.level);
        if (!is_known(placement, lesson)) {
            const auto [start, is_new] = starts.levels.emplace(skill, lesson.level);
            start->second = std::min(start->second, lesson.level);
        }
    }
    starts.levels.insert(hardest.begin(), hardest.end());
    std::ranges::sort(starts.known);
    return starts;
}

} // namespace tutor
