// The path: all modules and lessons, what is done, and one clear way on.
#pragma once

#include "screen/pages/intent.h"
#include "screen/pages/settings.h"
#include "screen/pages/welcome.h"
#include "screen/scroll.h"

#include <span>
#include <string>
#include <vector>

namespace screen {

enum class LessonState { to_do, under_way, done };

struct LessonView {
    std::string id;
    std::string title;
    std::string picture;
    int minutes = 5;
    LessonState state = LessonState::to_do;
};

struct ModuleView {
    std::string title;
    std::string about;
    std::string picture;
    std::vector<LessonView> lessons;
};

struct PathView {
    LearnerView learner; ///< without an id for a guest
    std::span<const ModuleView> modules;
    std::string recommended;              ///< id of the lesson to go on with; empty when all are done
    std::size_t left_out = 0;             ///< lessons with faults
    std::span<const std::string> notices; ///< what should be said about the store, in words
    SettingsView settings;
};

struct PathPage {
    Scrolled scrolled;
    SettingsDialog settings;
};

void show(Ui& ui, PathPage& page, const PathView& view, Intents& intents);

} // namespace screen
