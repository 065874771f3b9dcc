// The path: all modules and lessons, what is done, and one clear way on.
#pragma once

#include "screen/pages/intent.h"
#include "screen/pages/settings.h"
#include "screen/pages/welcome.h"
#include "screen/scroll.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace screen {

enum class LessonState { to_do, under_way, done, known };

struct LessonView {
    std::string id;
    std::string title;
    std::string picture;
    int minutes = 5;
    LessonState state = LessonState::to_do;
};

/// The learner's level in a module's skill, in words.
struct LevelView {
    int level = 0;     ///< 0 to 4
    std::string named; ///< the level and what it means
    std::string why;   ///< why it is so, what would be good now, and what leads to the next
    bool is_to_refresh = false;
};

struct ModuleView {
    std::string title;
    std::string about;
    std::string picture;
    std::vector<LessonView> lessons;
    std::string id{};
    std::optional<LevelView> level{}; ///< nothing where nothing was practised yet
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
    std::string opened_level{}; ///< id of the module of which it is said why its level is what it is
};

void show(Ui& ui, PathPage& page, const PathView& view, Intents& intents);

} // namespace screen
