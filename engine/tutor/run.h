// A run: one learner's way through one lesson. A value: the same lesson, setup and inputs give the same run.
//
// Input goes in at one door, apply(). What comes out are events: the practice computer's own (`pointer.clicked`) and
// the tutor's (`step.done`). They are printed, stored and shown; nothing else leaves a run.
#pragma once

#include "lesson/lesson.h"
#include "world/computer.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tutor {

/// The learner asks for help; each time goes one rung up (see Help).
struct AskHelp {
    bool operator==(const AskHelp&) const = default;
};

/// The learner wants to begin the step again.
struct StartAgain {
    bool operator==(const StartAgain&) const = default;
};

/// The next step may begin, after one was done.
struct GoOn {
    bool operator==(const GoOn&) const = default;
};

/// What a run takes in: something done on the practice computer, or a wish to the tutor.
struct Input {
    std::int64_t at = 0; ///< ms since the run began; never goes back
    std::variant<world::Deed, AskHelp, StartAgain, GoOn> what;
    bool operator==(const Input&) const = default;
};

/// The rungs of help, from the lightest. Each step begins at none.
enum class Help {
    none,
    nudge,   ///< the goal in other words
    look,    ///< where to look: the area
    point,   ///< which thing, and what to do with it
    show,    ///< a demonstration
    together ///< each next thing is pointed out, and the learner does it, until the step is done
};

/// The highest rung, as the events `help.used` count them from 1.
inline constexpr int help_rungs = static_cast<int>(Help::together);

/// What the tutor says beside the instruction: the author's words, or one of the program's messages.
struct Feedback {
    enum class Kind { mistake, slip, praise };
    Kind kind = Kind::praise;
    std::string text;      ///< the author's words; empty where the program speaks
    base::Message message; ///< the program's words, where `text` is empty
    std::int64_t at = 0;   ///< ms since the run began
    bool operator==(const Feedback&) const = default;
};

/// Where a learner is in a lesson.
struct Run {
    std::shared_ptr<const lesson::Lesson> lesson; ///< as this run's seed varies it
    world::Setup setup;
    world::Computer computer;
    std::size_t step = 0;      ///< index of the current step
    bool step_is_done = false; ///< the goal was reached; waits for GoOn
    bool is_finished = false;  ///< the last step is done, and GoOn was given
    Help help = Help::none;    ///< the highest rung used in this step
    int slips = 0;             ///< slips and mistakes in this step
    int begun_again = 0;       ///< how often this step was begun again
    Help help_in_lesson = Help::none;
    std::int64_t step_began_at = 0;     ///< ms since the run began
    std::int64_t now = 0;               ///< ms since the run began, of the last input
    std::vector<world::Event> happened; ///< since the step began
    std::optional<Feedback> feedback;   ///< what was said last in this step

    const lesson::Step& current() const { return lesson->steps[step]; }
    bool operator==(const Run&) const = default;
};

/// A run and what happened at its beginning.
struct Begun {
    Run run;
    std::vector<world::Event> events;
};

/// Begins a lesson at a step (by name; an unknown or empty name means the first). What chance draws for it from its
/// lists follows from the setup's seed.
Begun begin(std::shared_ptr<const lesson::Lesson> lesson, world::Setup setup, std::string_view step = {});

/// Takes one input in. Gives what happened, in order.
std::vector<world::Event> apply(Run& run, const Input& input);

/// The name of an outcome as events carry it: `alone`, `hints` (up to Help::point) or `shown`.
std::string_view outcome_name(Help help);

} // namespace tutor
