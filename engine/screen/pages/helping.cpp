// The planner's answers and the offer of help.
#include "screen/pages/helping.h"

#include <algorithm>

namespace screen {

namespace {

constexpr std::int64_t ask_again_after = 300; // ms between two questions about things that move by themselves

/// Whether the planner's answer is needed for what is shown.
bool needs_advice(const Helping& help, const tutor::Run& run) {
    return run.help >= tutor::Help::look && !run.step_is_done && !help.playback;
}

void forget_advice(Helping& help) {
    help.advice.reset();
    help.ticket = 0;
    help.asked_at = -1;
    help.wants_demonstration = false;
}

void take_answer(Ui& ui, Helping& help, Advisor& advisor, std::int64_t now) {
    std::optional<Advice> answer = help.ticket == 0 ? std::nullopt : advisor.take(help.ticket);
    if (!answer) {
        return;
    }
    help.ticket = 0;
    if (help.asked_after != help.deeds) {
        return; // the run has gone on
    }
    help.advice = std::move(answer);
    if (!help.was_asked_to_show) {
        return;
    }
    help.wants_demonstration = false;
    if (const std::optional<tutor::Demonstration>& found = help.advice->demonstration) {
        const world::Point start{world::stage_width / 2, world::stage_height * 0.7};
        help.playback = Playback{*found, *found, false, now, start, start, 0};
        help.demonstration_was_seen = false;
        ui.focus("pause");
    }
    ui.wake_in(0);
}

} // namespace

void note_inputs(Helping& help, const std::vector<tutor::Input>& inputs) {
    for (const tutor::Input& input : inputs) {
        const auto* deed = std::get_if<world::Deed>(&input.what);
        const bool only_waits = deed != nullptr && std::holds_alternative<world::Wait>(*deed);
        const bool only_asks = std::holds_alternative<tutor::AskHelp>(input.what);
        help.deeds += only_waits || only_asks ? 0 : 1;
        if (deed != nullptr && !only_waits && !std::holds_alternative<world::Move>(*deed)) {
            help.unnoticed.push_back(*deed);
        }
    }
}

void ask_planner(Ui& ui, Helping& help, Advisor& advisor, const tutor::Run& run, std::int64_t now) {
    if (run.help < tutor::Help::look || run.step_is_done) {
        forget_advice(help);
        return;
    }
    take_answer(ui, help, advisor, now);
    if (!needs_advice(help, run)) {
        return;
    }
    const bool has_gone_on = help.asked_at < 0 || help.asked_after != help.deeds;
    const bool moves = lives(run.computer) && now - help.asked_at >= ask_again_after && help.ticket == 0;
    const bool wants_more = help.wants_demonstration && !(help.ticket != 0 && help.was_asked_to_show);
    if (has_gone_on || moves || wants_more) {
        help.asked_after = help.deeds;
        help.asked_at = now;
        help.was_asked_to_show = help.wants_demonstration;
        help.ticket = advisor.ask(run, help.wants_demonstration);
        take_answer(ui, help, advisor, now);
    }
}

void offer_help(Ui& ui, Helping& help, const tutor::Run& run, std::int64_t now, std::int64_t idle_since) {
    if (!help.way || help.step != run.step) {
        help.way = tutor::set_out(run);
        help.step = run.step;
        help.unnoticed.clear();
        help.offered_at = -1;
    }
    for (const world::Deed& deed : help.unnoticed) {
        tutor::notice(*help.way, run, deed);
    }
    help.unnoticed.clear();
    const bool can_offer = help.offered_at < 0 && !run.step_is_done && !help.playback && run.help < tutor::Help::show;
    if (!can_offer) {
        return;
    }
    const std::int64_t left = std::max(idle_since, run.step_began_at) + tutor::patience(run) - now;
    if (left <= 0 || tutor::goes_in_circles(*help.way)) {
        help.offered_at = now;
        help.offered_on = run.help;
        ui.wake_in(0);
    } else {
        ui.wake_in(static_cast<int>(left));
    }
}

bool offers_help(const Helping& help, const tutor::Run& run) {
    const bool was_answered = run.help != help.offered_on || (run.feedback && run.feedback->at > help.offered_at);
    return help.offered_at >= 0 && !run.step_is_done && !was_answered;
}

} // namespace screen
