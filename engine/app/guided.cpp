// Plans and what they mean for lessons.
#include "app/guided.h"

#include <algorithm>

namespace app {

lesson::PlanNames plan_names(const Resources& resources) {
    lesson::PlanNames names{{}, resources.languages, {}};
    for (const lesson::Lesson& lesson : resources.catalogue.lessons) {
        names.lessons.push_back(lesson.id);
    }
    std::ranges::sort(names.lessons);
    for (const world::Layout& layout : resources.layouts) {
        names.layouts.push_back(layout.id);
    }
    return names;
}

void use_plan(world::Setup& setup, const lesson::Plan& plan, int lesson_level, const Resources& resources) {
    setup.seed = static_cast<std::uint64_t>(plan.seed);
    setup.safety = plan.safety.value_or(std::clamp(lesson_level, 1, 3));
    if (const world::Layout* layout = find_layout(resources, plan.layout)) {
        setup.layout = *layout;
    }
    if (!plan.look.empty()) {
        setup.look = plan.look == "bar" ? world::DeskLook::bar : world::DeskLook::overview;
    }
}

std::string title_of(const lesson::Plan& plan, const Words& words) {
    if (!plan.title.empty()) {
        const std::string file = lesson::file_name_of(plan.title);
        const std::string shipped = "plan.shipped." + file.substr(0, file.rfind('.'));
        return words.messages.has(shipped) ? words.messages.text(shipped) : plan.title;
    }
    const lesson::Lesson* first = plan.lessons.empty() ? nullptr : words.catalogue.find(plan.lessons.front());
    return first == nullptr ? words.messages.text("guided.title") : first->title;
}

std::string conditions_of(const lesson::Plan& plan, const Words& words, const Resources& resources) {
    const auto say = [&](const std::string& id) { return words.messages.text(id); };
    std::string line = words.messages.text({"guided.seed", {{"seed", std::to_string(plan.seed)}}});
    line += " · " + say("guided.look." + (plan.look.empty() ? "drawn" : plan.look));
    line += " · " + say("guided.safety." + (plan.safety ? std::to_string(*plan.safety) : "own"));
    if (!plan.language.empty()) {
        line += " · " + say("language." + plan.language);
    }
    if (const world::Layout* layout = find_layout(resources, plan.layout)) {
        line += " · " + layout->name;
    }
    return line;
}

} // namespace app
