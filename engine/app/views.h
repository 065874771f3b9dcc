// What pages show, made of lessons, progress and settings.
#pragma once

#include "lesson/catalogue.h"
#include "progress/bodies.h"
#include "progress/learners.h"
#include "progress/path.h"
#include "screen/pages/path.h"
#include "screen/theme.h"

#include <string>
#include <vector>

namespace app {

/// The modules and lessons as the path page shows them to a learner. Modules without a lesson are left out.
std::vector<screen::ModuleView> views_of(const lesson::Catalogue& catalogue,
                                         const std::vector<progress::LessonProgress>& path);

/// The id of the lesson to go on with after one was finished: the next in teaching order that is not done and whose
/// needs are, else the recommended one. Empty when all are done.
std::string next_after(const lesson::Catalogue& catalogue, const std::vector<progress::LessonProgress>& path,
                       const std::string& finished);

/// The look that a learner chose.
screen::Look look_of(const progress::Settings& settings);

/// The change that keeps a look.
progress::SettingsChange change_to(const screen::Look& look);

} // namespace app
