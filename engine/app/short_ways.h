// Looks for a shorter way than the learner's while they read the last praise, beside the drawing.
#pragma once

#include "tutor/detour.h"

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <vector>

namespace app {

/// One search at a time. What is not found in time is not shown: nobody waits for it.
class ShortWays {
public:
    ShortWays() = default;
    ~ShortWays();
    ShortWays(const ShortWays&) = delete;
    ShortWays& operator=(const ShortWays&) = delete;
    ShortWays(ShortWays&&) = delete;
    ShortWays& operator=(ShortWays&&) = delete;

    /// Begins to look, where one of the steps may have had a detour. What was looked for before counts no more.
    void look_for(const std::vector<tutor::StepTaken>& taken);

    /// Whether nothing is being looked for any more: found() waits for nothing then.
    bool is_over() const;

    /// The short way of the longest detour; nothing where there is none, or where it has not been found yet.
    std::optional<tutor::ShortWay> found();

private:
    void give_up();

    using Search = std::future<std::optional<tutor::ShortWay>>;
    Search search_;
    std::vector<Search> given_up_; ///< still running, and soon over
    std::shared_ptr<std::atomic<bool>> is_wanted_;
};

} // namespace app
