// Needed lessons that do not exist, and circles of needs.
#include "lesson/needs.h"

#include "lesson/fault.h"

#include <algorithm>
#include <deque>
#include <string_view>

namespace lesson {

namespace {

/// The shortest way from a lesson over its needs back to itself, without the return; empty where there is none.
std::vector<std::string_view> shortest_circle(const Needs& needs, std::string_view start) {
    std::map<std::string_view, std::string_view> reached_from;
    std::deque<std::string_view> next{start};
    while (!next.empty()) {
        const std::string_view lesson = next.front();
        next.pop_front();
        const auto found = needs.find(std::string(lesson));
        if (found == needs.end()) {
            continue;
        }
        for (const Need& need : found->second) {
            if (need.id == start && lesson != start) {
                std::vector<std::string_view> circle{lesson};
                while (circle.back() != start) {
                    circle.push_back(reached_from.at(circle.back()));
                }
                std::ranges::reverse(circle);
                return circle;
            }
            if (need.id != start && reached_from.emplace(need.id, lesson).second) {
                next.push_back(need.id);
            }
        }
    }
    return {};
}

std::string spelled_out(const std::vector<std::string_view>& circle) {
    std::string text;
    for (const std::string_view lesson : circle) {
        text.append(lesson).append(" → ");
    }
    return text.append(circle.front());
}

} // namespace

void add_need_faults(const Needs& needs, const std::set<std::string>& existing, base::Faults& faults) {
    const std::vector<std::string_view> known(existing.begin(), existing.end());
    std::set<std::string_view> told;
    for (const auto& [lesson, needed] : needs) {
        for (const Need& need : needed) {
            if (!existing.contains(need.id)) {
                add_unknown(faults, {"lesson.misspelt-need", "lesson.unknown-need"}, need.place, need.id, known);
            }
        }
        const std::vector<std::string_view> circle =
            told.contains(lesson) ? std::vector<std::string_view>{} : shortest_circle(needs, lesson);
        if (circle.size() > 1) {
            told.insert(circle.begin(), circle.end());
            const auto step = std::ranges::find(needed, circle[1], &Need::id);
            add_fault(faults, "lesson.circle", step->place, {{"circle", spelled_out(circle)}});
        }
    }
}

} // namespace lesson
