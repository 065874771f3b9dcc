// The player. All that is done goes out as inputs for the run; the page itself changes nothing in it.
#include "screen/pages/player.h"

#include "screen/pages/leaving.h"
#include "screen/pages/tutor_panel.h"
#include "screen/widgets.h"
#include "tutor/planner.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace screen {

namespace {

constexpr std::int64_t ask_again_after = 300; // ms between two questions to the planner
constexpr int frame_time = 16;                // ms
constexpr std::int64_t glide_time = 900;      // ms that a demonstration's pointer takes to a target
constexpr std::int64_t press_time = 300;      // ms that its button is seen down, before what that does

/// A step that was done stays for as long as it takes to read the praise: 1.6 s and 45 ms a character, at most 6 s.
std::int64_t praise_time(const tutor::Run& run) {
    const std::size_t length = run.feedback ? run.feedback->text.size() : 0;
    return std::min<std::int64_t>(1'600 + 45 * static_cast<std::int64_t>(length), 6'000);
}

tutor::Input input(const PlayerView& view, decltype(tutor::Input::what) what) {
    return {view.now, std::move(what)};
}

/// Keeps the planner's next action for pointing out, and asks anew when something has happened.
void ask_planner(PlayerPage& page, const PlayerView& view) {
    if (view.run.help < tutor::Help::look || view.run.step_is_done) {
        page.next.reset();
        page.next_asked_at = -1;
        return;
    }
    const bool happened = page.next_asked_after != view.run.happened.size();
    if (page.next_asked_at >= 0 && !happened && view.now - page.next_asked_at < ask_again_after) {
        return;
    }
    const std::vector<world::Action> actions = tutor::next_actions(view.run);
    page.next = actions.empty() ? std::nullopt : std::optional(actions.front());
    page.next_asked_at = view.now;
    page.next_asked_after = view.run.happened.size();
}

void play_demonstration(Ui& ui, PlayerPage& page, const PlayerView& view) {
    if (!page.demonstration) {
        return;
    }
    tutor::advance(*page.demonstration, view.now - page.shown_until);
    page.shown_until = view.now;
    if (tutor::is_over(*page.demonstration)) {
        page.demonstration.reset();
        page.demonstration_was_seen = true;
        ui.wake_in(0);
    } else {
        ui.wake_in(frame_time);
    }
}

void begin_demonstration(PlayerPage& page, const PlayerView& view) {
    page.demonstration = tutor::demonstrate(view.run);
    page.shown_until = view.now;
    page.demonstration_was_seen = false;
    page.shown_next = 0;
    page.shown_from = {world::stage_width / 2, world::stage_height * 0.7};
}

/// Where a demonstration's pointer is on its way: soft at both ends.
world::Point between(world::Point from, world::Point to, double share) {
    const double bounded = std::clamp(share, 0.0, 1.0);
    const double way = bounded * bounded * (3 - 2 * bounded);
    return {from.x + (to.x - from.x) * way, from.y + (to.y - from.y) * way};
}

/// The pointer of a demonstration on its way to the target of what it does next: only the screen knows where that is.
void aim_ghost(PlayerPage& page, const Rect& stage, StageCues& cues) {
    const tutor::Demonstration& shown = *page.demonstration;
    if (shown.next >= shown.actions.size()) {
        cues.ghost = page.shown_from;
        return;
    }
    const world::Action& action = shown.actions[shown.next];
    cues.shown = action;
    const auto place = [&](const world::Action& done) { return place_of(shown.run.computer, done, page.desk, stage); };
    if (page.shown_next != shown.next) {
        // The action before was done where the pointer had come to.
        page.shown_next = shown.next;
        page.shown_from = page.shown_at;
    }
    const bool is_pointed = !std::holds_alternative<world::KeyDown>(action.deed) &&
                            !std::holds_alternative<world::KeyUp>(action.deed) &&
                            !std::holds_alternative<world::Type>(action.deed);
    const std::optional<world::Point> target = is_pointed ? place(action) : std::nullopt;
    world::Point at = page.shown_from;
    const std::int64_t left = action.at - shown.run.now;
    if (const auto* drag = std::get_if<world::Drag>(&action.deed); drag != nullptr && target) {
        const world::Action drop{action.at, world::Click{drag->onto}};
        const world::Point onto = place(drop).value_or(*target);
        const std::int64_t lifted = press_time + glide_time; // before the end
        const auto gone = static_cast<double>(shown.run.now - shown.since);
        const auto until =
            static_cast<double>(std::max<std::int64_t>(action.at - lifted - press_time - shown.since, 1));
        at = left > lifted ? between(page.shown_from, *target, gone / until)
                           : between(*target, onto, 1 - static_cast<double>(left - press_time) / glide_time);
        cues.ghost_presses = left <= lifted + press_time;
        cues.ghost_carries = left <= lifted;
    } else if (target) {
        const auto gone = static_cast<double>(shown.run.now - shown.since);
        const auto until =
            static_cast<double>(std::clamp<std::int64_t>(action.at - press_time - shown.since, 1, glide_time));
        at = between(page.shown_from, *target, gone / until);
        cues.ghost_presses = left <= press_time;
    }
    page.shown_at = at;
    cues.ghost = at;
}

/// Notices that the step was done, and goes on when the praise has been read.
void rest_after_step(Ui& ui, PlayerPage& page, const PlayerView& view, bool wants_next,
                     std::vector<tutor::Input>& inputs) {
    if (!view.run.step_is_done) {
        page.done_since = -1;
        return;
    }
    if (page.done_since < 0) {
        page.done_since = view.now;
        page.demonstration.reset();
    }
    const std::int64_t left = page.done_since + praise_time(view.run) - view.now;
    if (left <= 0 || wants_next) {
        inputs.push_back(input(view, tutor::GoOn{}));
        page.done_since = -1;
        page.demonstration_was_seen = false;
        ui.wake_in(0);
    } else {
        ui.wake_in(static_cast<int>(left));
    }
}

StageCues cues_of(PlayerPage& page, const PlayerView& view, const Rect& stage, bool has_keyboard) {
    StageCues cues;
    cues.now = view.now;
    cues.step_began = view.run.step_began_at;
    cues.last_input = page.last_input;
    cues.has_keyboard = has_keyboard;
    cues.done = view.run.step_is_done;
    if (page.demonstration) {
        const tutor::Demonstration& shown = *page.demonstration;
        cues.now = shown.run.now;
        cues.ghost = tutor::ghost(shown);
        cues.ghost_button = tutor::ghost_button(shown);
        cues.ghost_presses = cues.ghost_button.has_value();
        cues.ghost_wheel = tutor::ghost_wheel(shown);
        if (has_targets(shown.run.computer)) {
            aim_ghost(page, stage, cues);
        }
        return cues;
    }
    cues.next = page.next;
    cues.point_out = page.next.has_value();
    return cues;
}

void draw_practice(Ui& ui, PlayerPage& page, const PlayerView& view, const Rect& stage, bool has_keyboard) {
    const world::Computer& computer = page.demonstration ? page.demonstration->run.computer : view.run.computer;
    const StageCues cues = cues_of(page, view, stage, has_keyboard);
    draw_stage(ui, computer, stage, cues, page.desk);
    keep_moving(ui, computer, cues);
}

/// Whether the person writes: then it is for the stage, even if a button was pressed last.
bool is_writing(const InputEvent& event) {
    constexpr std::array<std::string_view, 10> for_the_page{"Tab", "Enter",     "NumpadEnter", "Space",   "Escape",
                                                            "F1",  "ArrowLeft", "ArrowRight",  "ArrowUp", "ArrowDown"};
    const auto* key = std::get_if<KeyPressed>(&event);
    return std::holds_alternative<TextEntered>(event) ||
           (key != nullptr && std::ranges::find(for_the_page, key->code) == for_the_page.end());
}

/// What the learner did on the stage. Nothing while a demonstration plays or a dialog is open: it is not their turn.
void take_deeds(Ui& ui, PlayerPage& page, const PlayerView& view, const Rect& stage, bool has_keyboard,
                std::vector<tutor::Input>& inputs) {
    if (page.asks_to_leave || page.demonstration) {
        page.desk.press.reset();
        return;
    }
    for (world::Deed& deed : stage_deeds(ui, view.run.computer, stage, has_keyboard, page.desk)) {
        inputs.push_back(input(view, std::move(deed)));
    }
    // A thing that is done by waiting needs to hear of the time that passes.
    const bool nothing_done = std::holds_alternative<Nothing>(ui.input());
    if (nothing_done && inputs.empty() && !view.run.step_is_done && lives(view.run.computer)) {
        inputs.push_back(input(view, world::Wait{}));
    }
}

void do_wishes(Ui& ui, PlayerPage& page, const PlayerView& view, const PanelWishes& wishes, Intents& intents,
               std::vector<tutor::Input>& inputs) {
    if (wishes.help) {
        inputs.push_back(input(view, tutor::AskHelp{}));
        if (view.run.help >= tutor::Help::look) {
            begin_demonstration(page, view);
        }
        ui.wake_in(0);
    }
    if (wishes.stop_showing) {
        page.demonstration.reset();
        page.demonstration_was_seen = true;
        ui.wake_in(0);
    }
    if (wishes.again) {
        page.demonstration.reset();
        inputs.push_back(input(view, tutor::StartAgain{}));
    }
    if (wishes.listen) {
        intents.emplace_back(Speak{view.run.current().say});
    }
    if (wishes.leave) {
        page.asks_to_leave = true;
        ui.focus("leaving/stay");
        ui.wake_in(0);
    }
}

} // namespace

void show(Ui& ui, PlayerPage& page, const PlayerView& view, Intents& intents) {
    std::vector<tutor::Input> inputs;
    ui.set_enabled(!page.asks_to_leave);
    if (!std::holds_alternative<Nothing>(ui.input())) {
        page.last_input = view.now;
    }
    ask_planner(page, view);
    play_demonstration(ui, page, view);
    const Rect window = ui.window();
    const float margin = ui.px(gap);
    const float panel_width = std::min(ui.sized(360), window.w * 0.37F);
    const Rect stage =
        stage_rect({panel_width + margin, margin, window.w - panel_width - 2 * margin, window.h - 2 * margin});
    ui.note_place("stage", stage);
    const bool typing = wants_keyboard(view.run.computer);
    if (typing) {
        ui.touch_keyboard_area("stage", stage, Pointer::arrow);
        if (view.run.happened.empty() && !page.demonstration && !ui.has_any_focus()) {
            ui.focus("stage");
        }
    }
    const auto* key = std::get_if<KeyPressed>(&ui.input());
    const bool tab_is_asked_for = key != nullptr && key->code == "Tab" && wants_tab(view.run.computer, page.desk);
    const bool writing = typing && !page.asks_to_leave && (tab_is_asked_for || is_writing(ui.input()));
    const bool has_keyboard = typing && !page.asks_to_leave && (writing || ui.has_focus("stage"));
    take_deeds(ui, page, view, stage, has_keyboard, inputs);
    if (has_keyboard && !page.demonstration && wants_escape(view.run.computer)) {
        ui.take_key("Escape"); // closes what is open there, and does not leave the lesson
    }
    draw_practice(ui, page, view, stage, has_keyboard);
    const PanelWishes wishes = tutor_panel(ui, {0, 0, panel_width, window.h}, page, view);
    do_wishes(ui, page, view, wishes, intents, inputs);
    rest_after_step(ui, page, view, wishes.next, inputs);
    // A button does its work and gives the keyboard back: who types on must not press it again.
    if (typing && !page.asks_to_leave && (writing || wishes.help || wishes.again || wishes.listen || wishes.next)) {
        ui.focus("stage");
    }
    leaving_dialog(ui, page, view, intents);
    if (!inputs.empty()) {
        intents.emplace_back(Play{std::move(inputs)});
    }
}

} // namespace screen
