// What a page asks the program to do. Pages change nothing but their own state: they show a view and give intents.
#pragma once

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

using Intent =
    std::variant<ChooseLanguage, ChooseLearner, FindPeople, NewLearner, TryAsGuest, ChangeLook, ChooseLayout,
                 OpenLesson, Play, LeaveLesson, BeginPlacement, BeginReview, ChangePerson, ShowLeftOut, Back, TryAgain,
                 GoOnWithoutKeeping, Speak, Quit, OpenTrainer, SetPassphrase, TryPassphrase, LeaveTrainer, OpenBoard,
                 OpenLearner, OpenRecording, FindClassLists, ReadClassList, ChooseRetention>;
using Intents = std::vector<Intent>;

} // namespace screen
