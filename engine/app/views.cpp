// Views of lessons and settings.
#include "app/views.h"

#include <algorithm>

namespace app {

namespace {

screen::LessonState state_of(const progress::LessonProgress* progress) {
    if (progress != nullptr && progress->under_way) {
        return screen::LessonState::under_way;
    }
    return progress != nullptr && progress->times_done > 0 ? screen::LessonState::done : screen::LessonState::to_do;
}

screen::LessonView view_of(const lesson::Lesson& lesson, const lesson::Module& module,
                           const std::vector<progress::LessonProgress>& path) {
    return {lesson.id, lesson.title, lesson.picture.empty() ? module.picture : lesson.picture, lesson.minutes,
            state_of(progress::find(path, lesson.id))};
}

} // namespace

std::vector<screen::ModuleView> views_of(const lesson::Catalogue& catalogue,
                                         const std::vector<progress::LessonProgress>& path) {
    std::vector<screen::ModuleView> modules;
    for (const lesson::Module& module : catalogue.modules) {
        screen::ModuleView view{module.title, module.about, module.picture, {}};
        for (const std::string& id : module.lessons) {
            if (const lesson::Lesson* lesson = catalogue.find(id)) {
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
        return catalogue.find(id) == nullptr || (progress != nullptr && progress->times_done > 0);
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
