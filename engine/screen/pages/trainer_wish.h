// What the trainer's pages ask the program to do.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

namespace screen {

/// To the passphrase, or to the board where the trainer is signed in.
struct OpenTrainer {};
struct SetPassphrase {
    std::string passphrase;
};
struct TryPassphrase {
    std::string passphrase;
};
/// Back to the welcome page; the passphrase is asked for again.
struct LeaveTrainer {};
struct OpenBoard {};
/// One learner's page.
struct OpenLearner {
    std::string id;
    bool at_sessions = false; ///< at the recorded sessions, not at the levels
};
/// A recorded session of the learner whose page is shown.
struct OpenRecording {
    std::filesystem::path file;
};
/// Looks for class lists on sticks and in the data folder.
struct FindClassLists {};
struct ReadClassList {
    std::filesystem::path file;
};
struct ChooseRetention {
    int months = 12;
};

/// Each of them is an intent, too.
using TrainerWish = std::variant<OpenTrainer, SetPassphrase, TryPassphrase, LeaveTrainer, OpenBoard, OpenLearner,
                                 OpenRecording, FindClassLists, ReadClassList, ChooseRetention>;

} // namespace screen
