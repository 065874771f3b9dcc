// What a page asks the program to do. Pages change nothing but their own state: they show a view and give intents.
#pragma once

#include "lesson/plan.h"
#include "screen/pages/record_wish.h"
#include "screen/pages/trainer_wish.h"
#include "screen/theme.h"
#include "tutor/run.h"

#include <string>
#include <variant>
#include <vector>

namespace screen {

struct ChooseLanguage {
    std::string language;
};
struct ChooseLearner {
    std::string id;
};
/// The first page looks for other people than those it offers.
struct FindPeople {};
struct NewLearner {
    std::string name; ///< may be empty
    std::string picture;
};
struct TryAsGuest {};
struct ChangeLook {
    Look look;
};
struct ChooseLayout {
    std::string layout; ///< id; empty for the computer's own
};
struct OpenLesson {
    std::string id;
    bool from_the_start = false; ///< although it was left half-way
};
/// Inputs for the run that is played.
struct Play {
    std::vector<tutor::Input> inputs;
};
struct LeaveLesson {};
struct BeginPlacement {};
struct BeginReview {};
struct ChangePerson {};
struct ShowLeftOut {};
struct Back {};
struct TryAgain {};
struct GoOnWithoutKeeping {};
struct Speak {
    std::string text; ///< with markup
};
struct Quit {};

// --- Sessions of a class ---------------------------------------------------------------------------------------------

/// The page for a spoken code, please.
struct EnterCode {};
/// The digits that were typed there.
struct GiveCode {
    std::string digits;
};
/// The plan that the stick offers.
struct TakePlan {};
/// The chosen plan after all not.
struct DropPlan {};
/// Back to the page that all begins with: the plan's for who leads one, else the welcome page.
struct BackToStart {};
struct ComposePlan {};
struct SavePlan {
    lesson::Plan plan;
};
/// Onto the stick; without lessons, the plan that is led.
struct CopyPlan {
    lesson::Plan plan;
};
/// Leads a class through a plan, on the projected screen.
struct LeadPlan {
    lesson::Plan plan;
};
/// Begins one of its lessons.
struct LeadLesson {
    std::size_t index = 0;
};
/// The next step, whether or not this one is done.
struct LeadOn {};
/// Back to where the step began, or where nothing was done in it, to the step before.
struct LeadBack {};
struct EndLeading {};

using Intent =
    std::variant<ChooseLanguage, ChooseLearner, FindPeople, NewLearner, TryAsGuest, ChangeLook, ChooseLayout,
                 OpenLesson, Play, LeaveLesson, BeginPlacement, BeginReview, ChangePerson, ShowLeftOut, Back, TryAgain,
                 GoOnWithoutKeeping, Speak, Quit, EnterCode, GiveCode, TakePlan, DropPlan, BackToStart, ComposePlan,
                 SavePlan, CopyPlan, LeadPlan, LeadLesson, LeadOn, LeadBack, EndLeading, OpenTrainer, SetPassphrase,
                 TryPassphrase, LeaveTrainer, OpenBoard, OpenLearner, OpenRecording, FindSticks, ReadClassList,
                 CarryOut, CarryIn, WriteReport, ChooseRetention, RecordWish>;
using Intents = std::vector<Intent>;

} // namespace screen
