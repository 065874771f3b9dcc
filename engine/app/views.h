// What pages show, made of lessons, progress and settings.
#pragma once

#include "app/resources.h"
#include "lesson/catalogue.h"
#include "progress/bodies.h"
#include "progress/learners.h"
#include "progress/path.h"
#include "progress/skills.h"
#include "screen/pages/path.h"
#include "screen/theme.h"
#include "world/computer.h"

#include <string>
#include <vector>

namespace app {

/// The modules and lessons as the path page shows them to a learner, in the words' language. Modules without a lesson
/// are left out.
std::vector<screen::ModuleView> views_of(const Words& words, const std::vector<progress::LessonProgress>& path,
                                         const std::vector<progress::SkillState>& skills);

/// The id of the lesson to go on with after one was finished: the next in teaching order that is not done and whose
/// needs are, else the recommended one. Empty when all are done.
std::string next_after(const lesson::Catalogue& catalogue, const std::vector<progress::LessonProgress>& path,
                       const std::string& finished);

/// The practice computer's look as events name it; empty where it has no desktop.
std::string look_of(const world::Computer& computer);

/// The look that a learner chose.
screen::Look look_of(const progress::Settings& settings);

/// The change that keeps a look.
progress::SettingsChange change_to(const screen::Look& look);

} // namespace app
