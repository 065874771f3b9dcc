// One piece of work beside the drawing, and its result when it is there.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <optional>
#include <thread>
#include <utility>

namespace app {

/// Does one thing at a time on a thread of its own. Its end waits for the work that runs.
template <typename Result>
class Beside {
public:
    /// Begins. `wake` is called from the thread when the result is there; without it the work is done at once.
    template <typename Work>
    void begin(Work work, std::function<void()> wake) {
        std::promise<Result> promise;
        result_ = promise.get_future();
        auto job = [work = std::move(work), wake, promise = std::move(promise)]() mutable {
            promise.set_value(work());
            if (wake) {
                wake();
            }
        };
        if (wake) {
            thread_ = std::jthread(std::move(job));
        } else {
            job();
        }
    }

    /// Whether something was begun whose result was not taken.
    bool is_busy() const { return result_.valid(); }

    /// The result, once; nothing while it is not there.
    std::optional<Result> take() {
        const bool is_there = result_.valid() && result_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
        return is_there ? std::optional<Result>(result_.get()) : std::nullopt;
    }

private:
    std::future<Result> result_;
    std::jthread thread_; ///< declared last: it ends before what it uses goes
};

} // namespace app
