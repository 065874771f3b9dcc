// The run's one door: input in, events out.
#include "tutor/run.h"

#include "lesson/varied.h"
#include "tutor/goals.h"

#include <algorithm>

namespace tutor {

namespace {

using world::Event;
using world::Fact;
using world::Field;

/// Each step and each new beginning of it draws its own variety from the run's seed.
std::uint64_t seed_of_step(const Run& run) {
    return run.setup.seed + 1000 * run.step + static_cast<std::uint64_t>(run.begun_again);
}

/// Where a step lays out nothing itself, the practice computer stays as the last step left it.
void lay_out_step(Run& run) {
    world::Setup setup = run.setup;
    setup.seed = seed_of_step(run);
    const lesson::Step& step = run.current();
    if (run.step == 0 && !run.lesson->start.empty()) {
        world::lay_out(run.computer, run.lesson->start, setup, run.now);
    }
    world::lay_out(run.computer, step.start, setup, run.now);
}

void begin_step(Run& run, std::vector<Event>& out) {
    run.step_is_done = false;
    run.help = Help::none;
    run.slips = 0;
    run.feedback.reset();
    run.step_began_at = run.now;
    run.happened.clear();
    lay_out_step(run);
    out.push_back({run.now, Fact{"step.started", {Field{"step", run.current().name}}}});
}

/// The program's own kind word about a slip, with the slip's fields as the message's arguments.
base::Message word_about(const Fact& slip) {
    base::Message message{"slip." + slip.name, {}};
    for (const Field& field : slip.fields) {
        if (const auto* text = std::get_if<std::string>(&field.value)) {
            message.arguments.push_back({field.name, *text});
        }
    }
    return message;
}

bool is_slip(const Fact& fact) {
    const lesson::FactKind* kind = lesson::find_fact(world::vocabulary(), fact.name);
    return kind != nullptr && kind->origin == lesson::FactOrigin::slip;
}

/// What to say about what has just happened: an author's words before the program's.
void notice_mistakes(Run& run, std::size_t happened_before, std::vector<Event>& out) {
    const std::span<const Event> fresh = std::span(run.happened).subspan(happened_before);
    const auto slip = std::ranges::find_if(fresh, [](const Event& event) { return is_slip(event.fact); });
    const bool slipped = slip != fresh.end();
    if (slipped) {
        ++run.slips;
        run.feedback = Feedback{Feedback::Kind::slip, {}, word_about(slip->fact), run.now};
    }
    const std::vector<Fact> now = world::facts(run.computer);
    const std::span<const Event> before = std::span(run.happened).first(happened_before);
    for (const lesson::Mistake& mistake : run.lesson->mistakes) {
        // A mistake is told when it comes to hold, and again each time that one of its events happens again.
        const bool held = holds(mistake.when, now, before);
        const bool again = slipped && holds(mistake.when, {}, fresh);
        if (!holds(mistake.when, now, run.happened) || (held && !again)) {
            continue;
        }
        if (!slipped) {
            ++run.slips;
        }
        run.feedback = Feedback{Feedback::Kind::mistake, mistake.say, {}, run.now};
        const auto number = static_cast<double>(&mistake - run.lesson->mistakes.data() + 1);
        out.push_back({run.now, Fact{"mistake.made", {Field{"step", run.current().name}, Field{"mistake", number}}}});
        return;
    }
}

void finish_step(Run& run, std::vector<Event>& out) {
    run.step_is_done = true;
    run.help_in_lesson = std::max(run.help_in_lesson, run.help);
    const lesson::Step& step = run.current();
    run.feedback = Feedback{Feedback::Kind::praise, step.praise, {}, run.now};
    if (step.praise.empty()) {
        run.feedback->message = base::Message{"player.praise", {}};
    }
    out.push_back({run.now, Fact{"step.done",
                                 {Field{"step", step.name}, Field{"outcome", std::string(outcome_name(run.help))},
                                  Field{"slips", static_cast<double>(run.slips)},
                                  Field{"time", static_cast<double>(run.now - run.step_began_at)}}}});
    if (run.step + 1 == run.lesson->steps.size()) {
        out.push_back({run.now, Fact{"lesson.done",
                                     {Field{"lesson", run.lesson->id},
                                      Field{"outcome", std::string(outcome_name(run.help_in_lesson))}}}});
    }
}

void do_deed(Run& run, const world::Deed& deed, std::vector<Event>& out) {
    const std::vector<Event> events = world::apply(run.computer, world::Action{run.now, deed});
    out.insert(out.end(), events.begin(), events.end());
    if (run.step_is_done) {
        return; // what is tried out between two steps counts for neither
    }
    const std::size_t happened_before = run.happened.size();
    run.happened.insert(run.happened.end(), events.begin(), events.end());
    if (!events.empty()) {
        notice_mistakes(run, happened_before, out);
    }
    if (holds(run.current().goal, world::facts(run.computer), run.happened)) {
        finish_step(run, out);
    }
}

void give_help(Run& run, std::vector<Event>& out) {
    if (run.step_is_done) {
        return;
    }
    run.help = static_cast<Help>(std::min(static_cast<int>(run.help) + 1, help_rungs));
    run.feedback.reset();
    out.push_back({run.now, Fact{"help.used",
                                 {Field{"step", run.current().name},
                                  Field{"rung", static_cast<double>(static_cast<int>(run.help))}}}});
}

void start_again(Run& run, std::vector<Event>& out) {
    if (run.step_is_done) {
        return;
    }
    ++run.begun_again;
    begin_step(run, out);
}

void go_on(Run& run, std::vector<Event>& out) {
    if (!run.step_is_done || run.is_finished) {
        return;
    }
    if (run.step + 1 == run.lesson->steps.size()) {
        run.is_finished = true;
        return;
    }
    ++run.step;
    run.begun_again = 0;
    begin_step(run, out);
}

} // namespace

std::string_view outcome_name(Help help) {
    if (help == Help::none) {
        return "alone";
    }
    return help >= Help::show ? "shown" : "hints";
}

Begun begin(std::shared_ptr<const lesson::Lesson> lesson, world::Setup setup, std::string_view step) {
    Begun begun;
    Run& run = begun.run;
    run.lesson = std::move(lesson);
    if (run.lesson->variety != nullptr) {
        run.lesson =
            std::make_shared<const lesson::Lesson>(lesson::varied(*run.lesson, *run.lesson->variety, setup.seed));
    }
    run.setup = std::move(setup);
    const auto& steps = run.lesson->steps;
    const auto found = std::ranges::find(steps, step, &lesson::Step::name);
    const std::size_t wanted = found == steps.end() ? 0 : static_cast<std::size_t>(found - steps.begin());
    begun.events.push_back({0, Fact{"lesson.started", {Field{"lesson", run.lesson->id}}}});
    // A step builds on what the steps before it laid out.
    for (run.step = 0; run.step < wanted; ++run.step) {
        lay_out_step(run);
    }
    begin_step(run, begun.events);
    return begun;
}

std::vector<Event> apply(Run& run, const Input& input) {
    std::vector<Event> out;
    run.now = std::max(run.now, input.at);
    if (const auto* deed = std::get_if<world::Deed>(&input.what)) {
        do_deed(run, *deed, out);
    } else if (std::holds_alternative<AskHelp>(input.what)) {
        give_help(run, out);
    } else if (std::holds_alternative<StartAgain>(input.what)) {
        start_again(run, out);
    } else {
        go_on(run, out);
    }
    return out;
}

} // namespace tutor
