// A recorded session shown again, for a trainer's debrief: the stage as it was, what was said, and the learner's
// pointer and keys.
#pragma once

#include "screen/pages/intent.h"
#include "screen/pages/settings.h"
#include "screen/scroll.h"
#include "screen/stage/stage.h"
#include "screen/ui.h"
#include "tutor/replay.h"

#include <memory>
#include <optional>
#include <string>

namespace screen {

/// Where the pointer of a replay is on a desk, whose recordings name targets and no places.
struct ReplayPointer {
    const tutor::Input* aimed = nullptr; ///< the deed that it is on its way to
    world::Point from{world::stage_width / 2, world::stage_height * 0.7};
    world::Point at{world::stage_width / 2, world::stage_height * 0.7};
    std::int64_t since = 0;           ///< ms as shown, when it set out
    std::optional<world::Point> goal; ///< where that deed leaves it, once that was seen
};

/// The page's own state.
struct ReplayPage {
    explicit ReplayPage(std::shared_ptr<const tutor::Score> score) : replay(tutor::replay_of(std::move(score))) {}

    tutor::Replay replay;
    bool plays = true;
    int halves = 2;                          ///< speed: shown ms in two ms
    int rest = 0;                            ///< halves of ms not yet shown
    std::optional<std::int64_t> drawn_until; ///< ms of the frames' clock, up to which it has played
    DeskMemory desk;
    ReplayPointer pointer;
    Scrolled words;
    SettingsDialog settings;
    std::string learner; ///< id of whom it is, to whose page the way out leads; empty: it leads out of the program
};

void show(Ui& ui, ReplayPage& page, const SettingsView& settings, Intents& intents);

} // namespace screen
