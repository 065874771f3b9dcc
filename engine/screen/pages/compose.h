// The page on which a trainer puts a session plan together.
#pragma once

#include "screen/pages/intent.h"
#include "screen/pages/path.h"
#include "screen/scroll.h"
#include "screen/ui.h"
#include "world/text_edit.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace screen {

/// A plan that is there already, kept or shipped.
struct PlanView {
    std::string name;  ///< of its file
    std::string title; ///< in words
    lesson::Plan plan;
};

struct ComposeView {
    std::span<const ModuleView> modules;
    std::span<const PlanView> plans;
    std::span<const std::string> languages;                       ///< codes
    std::span<const std::pair<std::string, std::string>> layouts; ///< ids and names
    std::string code;                                             ///< in groups; empty while no lesson was picked
    bool has_stick = false;                                       ///< there is one to copy the plan onto
};

/// The page's own state: the plan as it is so far.
struct ComposePage {
    lesson::Plan plan{};
    world::TextEdit title{};
    std::string said{}; ///< what came of keeping or copying it, in words
    bool said_is_good = true;
    Scrolled lessons{};
    Scrolled choices{};
};

/// The page for a plan.
ComposePage compose_page(const lesson::Plan& plan);

void show(Ui& ui, ComposePage& page, const ComposeView& view, Intents& intents);

} // namespace screen
