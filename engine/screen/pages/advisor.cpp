// One thread, one question at a time.
#include "screen/pages/advisor.h"

#include "tutor/planner.h"

#include <span>
#include <utility>

namespace screen {

Advice advise(tutor::Guide& guide, const tutor::Run& run, bool show) {
    Advice advice;
    advice.next = tutor::next_actions(guide, run);
    advice.said = tutor::sentence_of(run.computer, advice.next);
    if (show) {
        advice.demonstration = tutor::demonstrate(run);
    }
    return advice;
}

Advisor::Advisor(std::function<void()> wake)
    : wake_(std::move(wake)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

Advisor::Ticket Advisor::ask(const tutor::Run& run, bool show) {
    if (!thread_.joinable()) {
        answer_ = advise(guide_, run, show);
        return answered_ = ++last_;
    }
    const std::lock_guard lock(mutex_);
    waiting_ = Question{++last_, run, show};
    asked_.notify_one();
    return last_;
}

std::optional<Advice> Advisor::take(Ticket ticket) {
    const std::lock_guard lock(mutex_);
    return answered_ == ticket && last_ == ticket ? std::exchange(answer_, std::nullopt) : std::nullopt;
}

void Advisor::work(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (asked_.wait(lock, stop, [this] { return waiting_.has_value(); })) {
        const Question question = std::move(*waiting_);
        waiting_.reset();
        lock.unlock();
        Advice advice = advise(guide_, question.run, question.show);
        lock.lock();
        if (!waiting_) {
            answer_ = std::move(advice);
            answered_ = question.ticket;
            lock.unlock();
            wake_();
            lock.lock();
        }
    }
}

} // namespace screen
