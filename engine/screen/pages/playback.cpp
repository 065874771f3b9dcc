// A demonstration on the learner's own screen, and what the stage shows of help.
#include "screen/pages/helping.h"

#include <algorithm>

namespace screen {

namespace {

constexpr int frame_time = 16;           // ms
constexpr std::int64_t glide_time = 900; // ms that a demonstration's pointer takes to a target
constexpr std::int64_t press_time = 300; // ms that its button is seen down, before what that does

/// The pointer of a demonstration on its way to the target of what it does next: only the screen knows where that is.
void aim_ghost(Playback& playback, const Rect& stage, const DeskMemory& desk, StageCues& cues) {
    const tutor::Demonstration& shown = playback.shown;
    if (playback.set_out_for != shown.next) {
        // The action before was done where the pointer had come to.
        playback.set_out_for = shown.next;
        playback.from = playback.at;
    }
    cues.ghost = playback.from;
    if (shown.next >= shown.actions.size()) {
        return;
    }
    const world::Action& action = shown.actions[shown.next];
    cues.shown = action;
    const auto place = [&](const world::Action& done) { return place_of(shown.run.computer, done, desk, stage); };
    const std::optional<world::Point> target = is_pointed(action.deed) ? place(action) : std::nullopt;
    if (!target) {
        return;
    }
    const std::int64_t left = action.at - shown.run.now;
    const auto gone = static_cast<double>(shown.run.now - shown.since);
    const auto share = [&](std::int64_t time) { return gone / static_cast<double>(std::max<std::int64_t>(time, 1)); };
    if (const auto* drag = std::get_if<world::Drag>(&action.deed)) {
        const world::Point onto = place({action.at, world::Click{drag->onto}}).value_or(*target);
        const std::int64_t lifted = press_time + glide_time; // before the end
        const std::int64_t until = action.at - lifted - press_time - shown.since;
        playback.at = left > lifted ? between(playback.from, *target, share(until))
                                    : between(*target, onto, 1 - static_cast<double>(left - press_time) / glide_time);
        cues.ghost_presses = left <= lifted + press_time;
        cues.ghost_carries = left <= lifted;
    } else {
        const std::int64_t until = std::min(action.at - press_time - shown.since, glide_time);
        playback.at = between(playback.from, *target, share(until));
        cues.ghost_presses = left <= press_time;
    }
    cues.ghost = playback.at;
}

std::vector<std::string> caps_of(const Ui& ui, const tutor::Sentence& sentence) {
    std::vector<std::string> caps;
    for (const world::Words& key : sentence.keys) {
        caps.push_back(in_words(ui, key));
    }
    return caps;
}

} // namespace

void play(Ui& ui, Helping& help, std::int64_t now) {
    if (!help.playback || help.playback->paused) {
        return;
    }
    Playback& playback = *help.playback;
    tutor::advance(playback.shown, now - playback.until);
    playback.until = now;
    if (tutor::is_over(playback.shown)) {
        stop(help);
        ui.wake_in(0);
    } else {
        ui.wake_in(frame_time);
    }
}

void pause_or_go_on(Helping& help, std::int64_t now) {
    help.playback->paused = !help.playback->paused;
    help.playback->until = now;
}

void repeat(Helping& help, std::int64_t now) {
    Playback& playback = *help.playback;
    playback.shown = playback.begun;
    playback.paused = false;
    playback.until = now;
    playback.set_out_for = 0;
    playback.from = playback.at;
}

void stop(Helping& help) {
    help.demonstration_was_seen = help.demonstration_was_seen || help.playback.has_value();
    help.playback.reset();
    help.asked_at = -1; // what comes next is asked for anew
}

void add_cues(const Ui& ui, Helping& help, const tutor::Run& run, const Rect& stage, const DeskMemory& desk,
              StageCues& cues) {
    if (help.playback) {
        const tutor::Demonstration& shown = help.playback->shown;
        cues.demonstrates = true;
        cues.now = shown.run.now;
        cues.ghost = tutor::ghost(shown);
        cues.ghost_button = tutor::ghost_button(shown);
        cues.ghost_presses = cues.ghost_button.has_value();
        cues.ghost_wheel = tutor::ghost_wheel(shown);
        if (has_targets(shown.run.computer)) {
            aim_ghost(*help.playback, stage, desk, cues);
        }
        if (shown.next < shown.actions.size()) {
            cues.caps = caps_of(ui, tutor::caption(shown));
        }
        return;
    }
    if (!help.advice || help.advice->next.empty() || run.help < tutor::Help::look || run.step_is_done) {
        return;
    }
    if (std::holds_alternative<world::Undo>(help.advice->next.front().deed)) {
        return; // the button for that is not on the stage
    }
    cues.next = help.advice->next.front();
    cues.light_area = run.help == tutor::Help::look;
    cues.point_out = !cues.light_area;
    if (cues.point_out) {
        cues.caps = caps_of(ui, help.advice->said);
    }
}

world::Point between(world::Point from, world::Point to, double share) {
    const double bounded = std::clamp(share, 0.0, 1.0);
    const double way = bounded * bounded * (3 - 2 * bounded);
    return {from.x + (to.x - from.x) * way, from.y + (to.y - from.y) * way};
}

bool is_pointed(const world::Deed& deed) {
    return std::holds_alternative<world::Click>(deed) || std::holds_alternative<world::Drag>(deed) ||
           std::holds_alternative<world::Place>(deed) || std::holds_alternative<world::Mark>(deed);
}

std::string in_words(const Ui& ui, const world::Words& words) {
    return words.text.empty() && !words.message.id.empty() ? ui.say(words.message) : words.text;
}

std::string words_of(const Ui& ui, std::string_view speaker, const tutor::Sentence& sentence) {
    base::Message message{std::string(speaker) + "." + sentence.id, {}};
    for (const tutor::SentencePart& part : sentence.parts) {
        message.arguments.push_back({part.name, escaped(in_words(ui, part.words))});
    }
    return ui.say(message);
}

} // namespace screen
