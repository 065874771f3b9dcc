// One learner's page for the trainer: levels and why, measures over time, what was reached, sessions to be seen again.
#pragma once

#include "screen/level_steps.h"
#include "screen/pages/intent.h"
#include "screen/pages/settings.h"
#include "screen/plot.h"
#include "screen/scroll.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace screen {

/// A skill, with why its level is what it is.
struct SkillLine {
    std::string id;
    std::string name;
    SkillCell cell;
    std::string reason; ///< a sentence
};

/// How the steps of a lesson were done.
struct HelpLine {
    std::string title;
    int alone = 0;
    int hints = 0;
    int shown = 0;
};

/// What the learner can do now.
struct CanDoLine {
    std::string text;
    std::string date;
};

struct SessionLine {
    std::filesystem::path file;
    std::string title; ///< of the lesson
    std::string date;
};

struct LearnerPageView {
    std::string id;
    std::string name;
    std::string picture;
    std::string group;
    std::string visits; ///< last visit, visits and time, in a sentence
    std::string need;   ///< why help is needed; empty where none is
    std::vector<SkillLine> skills;
    std::vector<Plot> plots;
    std::vector<HelpLine> help; ///< played last, first
    std::string help_said;
    std::vector<CanDoLine> can_do;     ///< newest first
    std::vector<SessionLine> sessions; ///< newest first
    std::string said;                  ///< what should be said, such as that a recording does not fit; may be empty
};

enum class LearnerTab { levels, measures, reached, sessions };

/// The page's own state.
struct LearnerPage {
    std::string id;
    LearnerTab tab = LearnerTab::levels;
    Scrolled scrolled;
    SettingsDialog settings;
};

void show(Ui& ui, LearnerPage& page, const LearnerPageView& view, const SettingsView& settings, Intents& intents);

} // namespace screen
