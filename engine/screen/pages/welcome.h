// The first page: hello, which language, who are you.
#pragma once

#include "screen/pages/intent.h"
#include "screen/pages/settings.h"
#include "screen/scroll.h"
#include "world/text_edit.h"

#include <span>
#include <string>
#include <vector>

namespace screen {

/// Somebody who has been here before.
struct LearnerView {
    std::string id;
    std::string name;
    std::string picture;
};

struct WelcomeView {
    std::span<const LearnerView> learners; ///< who came last, first
    std::span<const std::string> notices;  ///< what should be said about the store, in words
    SettingsView settings;
    std::string plan;  ///< the title of the session plan that was chosen; empty for none
    std::string stick; ///< the title of the one that a stick offers; empty for none
};

/// The page's own state.
struct WelcomePage {
    bool making_new = false; ///< a new learner is choosing a picture and a name
    std::string picture;
    world::TextEdit name;
    Scrolled scrolled;
    SettingsDialog settings;
};

void show(Ui& ui, WelcomePage& page, const WelcomeView& view, Intents& intents);

/// The pictures that a learner can choose from.
std::span<const std::string_view> learner_pictures();

} // namespace screen
