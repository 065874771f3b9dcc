// Where a recording has places, the pointer is there. A desk's deeds name targets: then it goes to them.
#include "screen/pages/replay_pointer.h"

#include "screen/pages/helping.h"

#include <algorithm>

namespace screen {

namespace {

// ms as shown
constexpr double glide_time = 700; // the way to a target
constexpr double press_time = 250; // the button is seen down, before what that does

/// The button that a recorded pointer holds down.
void held_button(const tutor::Run& run, StageCues& cues) {
    for (const world::App& app : run.computer.apps) {
        const auto* practice = std::get_if<world::PointerPractice>(&app);
        for (std::size_t i = 0; practice != nullptr && i < practice->buttons.size(); ++i) {
            if (practice->buttons.at(i).down) {
                cues.ghost_button = static_cast<world::Button>(i);
                cues.ghost_presses = true;
            }
        }
    }
}

/// Brings the pointer nearer to what is done next, so that it is there in time.
void aim(ReplayPage& page, const Rect& stage, StageCues& cues) {
    ReplayPointer& pointer = page.pointer;
    const tutor::Replay& replay = page.replay;
    const tutor::Coming coming = tutor::coming(replay);
    if (pointer.aimed != coming.input) {
        const world::Point here = pointer.goal.value_or(pointer.at);
        pointer = {coming.input, here, here, replay.at, std::nullopt};
    }
    const auto* deed = coming.input == nullptr ? nullptr : std::get_if<world::Deed>(&coming.input->what);
    if (deed == nullptr || !is_pointed(*deed)) {
        return;
    }
    const world::Action action{coming.input->at, *deed};
    cues.shown = action;
    const auto place = [&](const world::Action& wanted) {
        return place_of(replay.run.computer, wanted, page.desk, stage);
    };
    const std::optional<world::Point> target = place(action);
    if (!target) {
        return;
    }
    const auto* drag = std::get_if<world::Drag>(deed);
    const world::Point onto =
        drag == nullptr ? *target : place({action.at, world::Click{drag->onto}}).value_or(*target);
    pointer.goal = onto;
    const auto left = static_cast<double>(coming.in);
    const double all = static_cast<double>(replay.at - pointer.since) + left;
    const double needed = (glide_time + press_time) * (drag != nullptr ? 2 : 1);
    const double pace = std::min(1.0, all / needed); // in haste all is shorter
    const double glide = std::max(glide_time * pace, 1.0);
    const double press = press_time * pace;
    const double carried = drag != nullptr ? glide + press : 0; // before the end
    if (drag != nullptr && left <= carried) {
        pointer.at = between(*target, onto, 1 - (left - press) / glide);
        cues.ghost_carries = true;
    } else {
        pointer.at = between(pointer.from, *target, 1 - (left - carried - press) / glide);
    }
    cues.ghost_presses = left <= carried + press;
}

} // namespace

StageCues replay_cues(ReplayPage& page, const Rect& stage) {
    const tutor::Replay& replay = page.replay;
    StageCues cues;
    cues.now = tutor::recorded_time(replay);
    cues.step_began = replay.run.step_began_at;
    cues.last_input = replay.run.now;
    cues.done = replay.run.step_is_done;
    if (has_targets(replay.run.computer)) {
        aim(page, stage, cues);
        cues.ghost = page.pointer.at;
    } else if (const auto pointer = tutor::pointer_of(replay)) {
        cues.ghost = pointer;
        held_button(replay.run, cues);
    }
    return cues;
}

} // namespace screen
