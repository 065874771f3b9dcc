// Help on the player's page: what the planner said, a demonstration that plays, and the offer of help.
#pragma once

#include "screen/pages/advisor.h"
#include "screen/stage/stage.h"
#include "screen/ui.h"
#include "tutor/wandering.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace screen {

/// A demonstration that plays on the learner's own screen.
struct Playback {
    tutor::Demonstration begun; ///< as it began, to be repeated
    tutor::Demonstration shown; ///< and as far as it has come
    bool paused = false;
    std::int64_t until = 0;      ///< ms of the page up to which it has been advanced
    world::Point from;           ///< where its pointer set out for the next target, stage units
    world::Point at;             ///< and where it is now
    std::size_t set_out_for = 0; ///< the action that it set out for
};

/// The page's state of help. A new one for each lesson.
struct Helping {
    std::uint64_t deeds = 0;       ///< what the learner has done so far: an answer to an earlier question is stale
    std::uint64_t asked_after = 0; ///< deeds when the planner was last asked
    std::int64_t asked_at = -1;    ///< ms of the run; -1 where it need not be asked
    Advisor::Ticket ticket = 0;    ///< of the question that is open; 0 for none
    std::optional<Advice> advice;  ///< the last answer, until the next one comes
    bool wants_demonstration = false;
    bool was_asked_to_show = false;      ///< the open question is for a demonstration
    bool demonstration_was_seen = false; ///< in this step
    std::optional<Playback> playback;

    std::optional<tutor::Wandering> way;        ///< through the present step
    std::size_t step = 0;                       ///< which one that is
    std::vector<world::Deed> unnoticed;         ///< given to the run since the last pass
    std::int64_t offered_at = -1;               ///< ms of the run, when help was offered in this step; -1 for not yet
    tutor::Help offered_on = tutor::Help::none; ///< the rung that the learner was on then
};

/// Notes what goes to the run, so that answers and the learner's way keep up with it.
void note_inputs(Helping& help, const std::vector<tutor::Input>& inputs);

/// Takes in what the planner says, and asks it anew where the run has gone on. `now`: ms since the run began.
void ask_planner(Ui& ui, Helping& help, Advisor& advisor, const tutor::Run& run, std::int64_t now);

/// Offers help where the learner has done nothing for long or goes in circles; once in a step. `idle_since`: ms since
/// the run began.
void offer_help(Ui& ui, Helping& help, const tutor::Run& run, std::int64_t now, std::int64_t idle_since);

/// Whether the offer still stands: no help was asked for since, and nothing else was said.
bool offers_help(const Helping& help, const tutor::Run& run);

// --- The demonstration ----------------------------------------------------------------------------------------------

/// Lets time pass in it. It is gone when it is over.
void play(Ui& ui, Helping& help, std::int64_t now);
void pause_or_go_on(Helping& help, std::int64_t now);
void repeat(Helping& help, std::int64_t now);
void stop(Helping& help);

/// What the stage shows of help: the area, the thing, or the demonstration's pointer and keys. `stage` and `desk` tell
/// where targets lie.
void add_cues(const Ui& ui, Helping& help, const tutor::Run& run, const Rect& stage, const DeskMemory& desk,
              StageCues& cues);

/// Where a pointer that moves by itself is on its way, of which it has gone that share (0 to 1): soft at both ends.
world::Point between(world::Point from, world::Point to, double share);

/// Whether a deed is done with the pointer to something that has a name.
bool is_pointed(const world::Deed& deed);

/// Words on the practice computer as they are shown.
std::string in_words(const Ui& ui, const world::Words& words);

/// A sentence in the words of whoever speaks: `tell` the learner, or the `demonstration` of itself.
std::string words_of(const Ui& ui, std::string_view speaker, const tutor::Sentence& sentence);

} // namespace screen
