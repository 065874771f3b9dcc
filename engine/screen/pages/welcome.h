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
    bool more_people = false; ///< there are more than these
    std::string plan;         ///< the title of the session plan that was chosen; empty for none
    std::string stick;        ///< the title of the one that a stick offers; empty for none
};

/// So many people are offered at most; where there are more, one can look for one's name.
inline constexpr std::size_t most_people = 11;

/// The page's own state.
struct WelcomePage {
    std::string said{};      ///< good news for whoever just left; empty for none
    bool making_new = false; ///< a new learner is choosing a picture and a name
    std::string picture;
    world::TextEdit name;
    world::TextEdit looked_for; ///< how a name begins
    bool looks_for = false;     ///< there were more people than can be offered, so the field stays
    Scrolled scrolled;
    SettingsDialog settings;
};

void show(Ui& ui, WelcomePage& page, const WelcomeView& view, Intents& intents);

/// The pictures that a learner can choose from.
std::span<const std::string_view> learner_pictures();

} // namespace screen
