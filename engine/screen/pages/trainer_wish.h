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
/// Looks for sticks, and for class lists on them and in the data folder.
struct FindSticks {};
struct ReadClassList {
    std::filesystem::path file;
};
/// Progress, sealed, to a stick.
struct CarryOut {
    std::filesystem::path stick;
    std::string group; ///< empty for all
};
/// Progress from a stick.
struct CarryIn {
    std::filesystem::path stick;
    std::string passphrase; ///< of another trainer, whose files they are; empty for one's own
};
/// A report of all or of a group, to a stick or where documents are.
struct WriteReport {
    bool as_statements = false; ///< xAPI; otherwise a table
    std::string group;          ///< empty for all
    bool names = false;         ///< with first names
};
struct ChooseRetention {
    int months = 12;
};

/// Each of them is an intent, too.
using TrainerWish =
    std::variant<OpenTrainer, SetPassphrase, TryPassphrase, LeaveTrainer, OpenBoard, OpenLearner, OpenRecording,
                 FindSticks, ReadClassList, CarryOut, CarryIn, WriteReport, ChooseRetention>;

} // namespace screen
