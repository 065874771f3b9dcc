// Asks the planner off the drawing thread: a search may take longer than a picture should.
#pragma once

#include "tutor/demonstration.h"
#include "tutor/guide.h"
#include "tutor/run.h"
#include "tutor/sentence.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace screen {

/// What the tutor would do next from where a run is.
struct Advice {
    std::vector<world::Action> next;                   ///< one thing to be done; empty where no way was found
    tutor::Sentence said;                              ///< the same in words
    std::optional<tutor::Demonstration> demonstration; ///< where one was asked for, and a way was found
};

/// Answers one question after the other on a thread of its own. Only the newest question counts: one that waits gives
/// way to it, and an answer to an older one is dropped. Its end waits for the search that runs, and for nothing else.
class Advisor {
public:
    using Ticket = std::uint64_t; ///< which question; never 0

    /// Answers at once, within ask(): without a window nothing need go on meanwhile.
    Advisor() = default;
    /// Answers on a thread, which calls `wake` when there is an answer.
    explicit Advisor(std::function<void()> wake);

    /// Asks what is to be done next in the run as it is now, and for a demonstration where `show` says so.
    Ticket ask(const tutor::Run& run, bool show);

    /// The answer to that question, once; nothing while it is not there, or where another was asked since.
    std::optional<Advice> take(Ticket ticket);

private:
    struct Question {
        Ticket ticket = 0;
        tutor::Run run;
        bool show = false;
    };
    void work(const std::stop_token& stop);

    std::mutex mutex_; ///< guards all but the thread
    std::condition_variable_any asked_;
    std::optional<Question> waiting_;
    std::optional<Advice> answer_;
    Ticket answered_ = 0;
    Ticket last_ = 0;
    tutor::Guide guide_; ///< only the answering thread uses it
    std::function<void()> wake_;
    std::jthread thread_; ///< declared last: it ends before what it uses goes
};

/// What the planner says, in the calling thread, along the guide's plan.
Advice advise(tutor::Guide& guide, const tutor::Run& run, bool show);

} // namespace screen
