// The player. All that is done goes out as inputs for the run; the page itself changes nothing in it.
#include "screen/pages/player.h"

#include "screen/pages/guided_panel.h"
#include "screen/pages/leaving.h"
#include "screen/pages/tutor_panel.h"
#include "screen/widgets.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace screen {

namespace {

/// A step that was done stays for as long as it takes to read the praise: 1.6 s and 45 ms a character, at most 6 s.
std::int64_t praise_time(const tutor::Run& run) {
    const std::size_t length = run.feedback ? run.feedback->text.size() : 0;
    return std::min<std::int64_t>(1'600 + 45 * static_cast<std::int64_t>(length), 6'000);
}

tutor::Input input(const PlayerView& view, decltype(tutor::Input::what) what) {
    return {view.now, std::move(what)};
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
        page.help.playback.reset();
    }
    if (view.guided != nullptr) {
        return; // it goes on at the trainer's key
    }
    const std::int64_t left = page.done_since + praise_time(view.run) - view.now;
    if (left <= 0 || wants_next) {
        inputs.push_back(input(view, tutor::GoOn{}));
        page.done_since = -1;
        page.help.demonstration_was_seen = false;
        ui.wake_in(0);
    } else {
        ui.wake_in(static_cast<int>(left));
    }
}

StageCues cues_of(const Ui& ui, PlayerPage& page, const PlayerView& view, const Rect& stage, bool has_keyboard) {
    StageCues cues;
    cues.now = view.now;
    cues.step_began = view.run.step_began_at;
    cues.last_input = page.last_input;
    cues.has_keyboard = has_keyboard;
    cues.done = view.run.step_is_done;
    add_cues(ui, page.help, view.run, stage, page.desk, cues);
    return cues;
}

void draw_practice(Ui& ui, PlayerPage& page, const PlayerView& view, const Rect& stage, bool has_keyboard) {
    const world::Computer& computer = page.help.playback ? page.help.playback->shown.run.computer : view.run.computer;
    const StageCues cues = cues_of(ui, page, view, stage, has_keyboard);
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

bool has_dialog(const PlayerPage& page) {
    return page.asks_to_leave || page.plan.open;
}

/// What the learner did on the stage. Nothing while a demonstration plays or a dialog is open: it is not their turn.
void take_deeds(Ui& ui, PlayerPage& page, const PlayerView& view, const Rect& stage, bool has_keyboard,
                std::vector<tutor::Input>& inputs) {
    if (has_dialog(page) || page.help.playback) {
        page.desk.press.reset();
        return;
    }
    if (view.guided != nullptr && is_trainers_key(ui.input())) {
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
        // Going to be shown, or to be shown once more on the last rung.
        page.help.wants_demonstration = view.run.help == tutor::Help::point || view.run.help == tutor::Help::together;
        inputs.push_back(input(view, tutor::AskHelp{}));
        ui.wake_in(0);
    }
    if (wishes.pause) {
        pause_or_go_on(page.help, view.now);
    }
    if (wishes.repeat) {
        repeat(page.help, view.now);
    }
    if (wishes.stop_showing) {
        stop(page.help);
    }
    if (wishes.again) {
        page.help.playback.reset();
        page.help.demonstration_was_seen = false;
        inputs.push_back(input(view, tutor::StartAgain{}));
    }
    if (wishes.undo) {
        inputs.push_back(input(view, world::Deed{world::Undo{}}));
        ui.wake_in(0);
    }
    if (wishes.listen) {
        intents.emplace_back(Speak{view.run.current().say});
    }
    if (wishes.leave && view.part != nullptr) {
        intents.emplace_back(LeaveLesson{});
    } else if (wishes.leave) {
        page.asks_to_leave = true;
        ui.focus("leaving/stay");
        ui.wake_in(0);
    }
}

/// What a trainer asks for who leads a class.
void do_leading(Ui& ui, PlayerPage& page, const PlayerView& view, const PanelWishes& wishes, Intents& intents,
                std::vector<tutor::Input>& inputs) {
    if (wishes.show_now && !view.run.step_is_done) {
        page.help.wants_demonstration = true;
        for (auto rung = static_cast<int>(view.run.help); rung < static_cast<int>(tutor::Help::show); ++rung) {
            inputs.push_back(input(view, tutor::AskHelp{}));
        }
        ui.wake_in(0);
    }
    if (wishes.plan) {
        page.plan = {true, {}};
        ui.focus("plan/close");
        ui.wake_in(0);
    }
    if (wishes.lead_on || wishes.lead_back) {
        inputs.clear();
        intents.push_back(wishes.lead_on ? Intent(LeadOn{}) : Intent(LeadBack{}));
    }
}

/// How much of the window the panel takes: more where it is read from the back of a room.
float panel_width_of(const Ui& ui, const PlayerView& view) {
    const float wanted = ui.sized(view.guided != nullptr ? 440 : 360);
    return std::min(wanted, ui.window().w * (view.guided != nullptr ? 0.4F : 0.37F));
}

} // namespace

void show(Ui& ui, PlayerPage& page, const PlayerView& view, Intents& intents) {
    std::vector<tutor::Input> inputs;
    ui.set_enabled(!has_dialog(page));
    if (!std::holds_alternative<Nothing>(ui.input())) {
        page.last_input = view.now;
    }
    const bool was_playing = page.help.playback.has_value();
    ask_planner(ui, page.help, view.advisor, view.run, view.now);
    play(ui, page.help, view.now);
    if (was_playing) {
        page.last_input = view.now; // who watches is not idle
    }
    offer_help(ui, page.help, view.run, view.now, page.last_input);
    const Rect window = ui.window();
    const float margin = ui.px(gap);
    const float panel_width = panel_width_of(ui, view);
    const Rect stage =
        stage_rect({panel_width + margin, margin, window.w - panel_width - 2 * margin, window.h - 2 * margin});
    ui.note_place("stage", stage);
    const bool typing = wants_keyboard(view.run.computer);
    if (typing) {
        ui.touch_keyboard_area("stage", stage, Pointer::arrow);
        if (view.run.happened.empty() && !page.help.playback && !ui.has_any_focus()) {
            ui.focus("stage");
        }
    }
    const auto* key = std::get_if<KeyPressed>(&ui.input());
    const bool tab_is_asked_for = key != nullptr && key->code == "Tab" && wants_tab(view.run.computer, page.desk);
    const bool is_for_trainer = view.guided != nullptr && is_trainers_key(ui.input());
    const bool writing = typing && !has_dialog(page) && !is_for_trainer && (tab_is_asked_for || is_writing(ui.input()));
    const bool has_keyboard = typing && !has_dialog(page) && (writing || ui.has_focus("stage"));
    take_deeds(ui, page, view, stage, has_keyboard, inputs);
    if (has_keyboard && !page.help.playback && wants_escape(view.run.computer)) {
        ui.take_key("Escape"); // closes what is open there, and does not leave the lesson
    }
    draw_practice(ui, page, view, stage, has_keyboard);
    const Rect panel_room{0, 0, panel_width, window.h};
    const PanelWishes wishes =
        view.guided != nullptr ? guided_panel(ui, panel_room, page, view) : tutor_panel(ui, panel_room, page, view);
    do_wishes(ui, page, view, wishes, intents, inputs);
    if (view.guided != nullptr) {
        do_leading(ui, page, view, wishes, intents, inputs);
    }
    rest_after_step(ui, page, view, wishes.next, inputs);
    const bool is_watching = page.help.playback && !wishes.stop_showing;
    // A button does its work and gives the keyboard back: who types on must not press it again.
    const bool was_pressed = wishes.help || wishes.undo || wishes.lead_on || wishes.lead_back || wishes.show_now ||
                             wishes.again || wishes.listen || wishes.next || wishes.stop_showing;
    const bool has_ended = was_playing && !page.help.playback;
    if (typing && !has_dialog(page) && !is_watching && (writing || was_pressed || has_ended)) {
        ui.focus("stage");
    }
    leaving_dialog(ui, page, view, intents);
    if (view.guided != nullptr) {
        plan_dialog(ui, page.plan, *view.guided);
    }
    if (!inputs.empty()) {
        note_inputs(page.help, inputs);
        intents.emplace_back(Play{std::move(inputs)});
    }
}

} // namespace screen
