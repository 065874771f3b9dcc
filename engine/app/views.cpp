// Views of lessons and settings.
#include "app/views.h"

#include <algorithm>

namespace app {

namespace {

screen::LessonState state_of(const progress::LessonProgress* progress) {
    if (progress != nullptr && progress->under_way) {
        return screen::LessonState::under_way;
    }
    if (progress != nullptr && progress->times_done > 0) {
        return screen::LessonState::done;
    }
    return progress != nullptr && progress->is_known ? screen::LessonState::known : screen::LessonState::to_do;
}

screen::LessonView view_of(const lesson::Lesson& lesson, const lesson::Module& module,
                           const std::vector<progress::LessonProgress>& path) {
    return {lesson.id, lesson.title, lesson.picture.empty() ? module.picture : lesson.picture, lesson.minutes,
            state_of(progress::find(path, lesson.id))};
}

screen::LevelView level_of(const progress::SkillState& skill, const lesson::Messages& messages) {
    const std::string number = std::to_string(skill.level);
    screen::LevelView view{skill.level,
                           messages.text({skill.level == 0 ? "levels.begun" : "levels.named",
                                          {{"level", number}, {"word", messages.text("levels.word." + number)}}}),
                           messages.text(skill.why), skill.is_to_refresh};
    for (const base::Message& more : {skill.refresh, skill.next}) {
        view.why += more.id.empty() ? "" : "\n" + messages.text(more);
    }
    return view;
}

} // namespace

std::vector<screen::ModuleView> views_of(const Words& words, const std::vector<progress::LessonProgress>& path,
                                         const std::vector<progress::SkillState>& skills) {
    std::vector<screen::ModuleView> modules;
    for (const lesson::Module& module : words.catalogue.modules) {
        screen::ModuleView view{module.title, module.about, module.picture, {}, module.id};
        if (const progress::SkillState* skill = progress::find(skills, module.id)) {
            view.level = level_of(*skill, words.messages);
        }
        for (const std::string& id : module.lessons) {
            if (const lesson::Lesson* lesson = words.catalogue.find(id)) {
                view.lessons.push_back(view_of(*lesson, module, path));
            }
        }
        if (!view.lessons.empty()) {
            modules.push_back(std::move(view));
        }
    }
    return modules;
}

std::string next_after(const lesson::Catalogue& catalogue, const std::vector<progress::LessonProgress>& path,
                       const std::string& finished) {
    const auto is_done = [&](const std::string& id) {
        const progress::LessonProgress* progress = progress::find(path, id);
        const bool is_behind = progress != nullptr && (progress->times_done > 0 || progress->is_known);
        return catalogue.find(id) == nullptr || is_behind;
    };
    bool after = false;
    for (const lesson::Module& module : catalogue.modules) {
        for (const std::string& id : module.lessons) {
            const lesson::Lesson* lesson = catalogue.find(id);
            if (after && lesson != nullptr && !is_done(id) && std::ranges::all_of(lesson->needs, is_done)) {
                return id;
            }
            after = after || id == finished;
        }
    }
    return progress::recommended(catalogue, path);
}

std::string look_of(const world::Computer& computer) {
    const auto* desk = world::app_of<world::Desk>(computer);
    return desk == nullptr ? "" : desk->timeline.now().look == world::DeskLook::bar ? "bar" : "overview";
}

screen::Look look_of(const progress::Settings& settings) {
    screen::Look look;
    look.text_size = static_cast<screen::TextSize>(std::clamp(settings.text_size, 0, 2));
    look.high_contrast = settings.high_contrast;
    look.reduced_motion = settings.reduced_motion;
    look.dyslexic_font = settings.dyslexic_font;
    return look;
}

progress::SettingsChange change_to(const screen::Look& look) {
    progress::SettingsChange change;
    change.text_size = static_cast<int>(look.text_size);
    change.high_contrast = look.high_contrast;
    change.reduced_motion = look.reduced_motion;
    change.dyslexic_font = look.dyslexic_font;
    return change;
}

} // namespace app
