// A value and all that it was before: each change keeps the old value, and can be taken back.
//
// The values are shared and never changed once they are part of a timeline, so that a copy of a timeline costs a
// pointer. That is what lets a whole practice computer be copied for each state of a search.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <utility>

namespace world {

template <typename Value>
class Timeline {
public:
    Timeline() : Timeline(Value{}) {}
    explicit Timeline(Value value) : moment_(std::make_shared<Moment>(std::move(value), nullptr)) {}

    const Value& now() const { return moment_->value; }
    const Value* operator->() const { return &moment_->value; }
    const Value& operator*() const { return moment_->value; }

    /// Goes on to a new value; the present one can be brought back.
    void change(Value value) { moment_ = std::make_shared<Moment>(std::move(value), moment_); }

    /// Puts another value in the present one's place, as for the next letter of a word that is being typed.
    void amend(Value value) { moment_ = std::make_shared<Moment>(std::move(value), moment_->before); }

    bool can_undo() const { return moment_->before != nullptr; }

    /// Brings back the value before the last change; false where there is none.
    bool undo() {
        if (!can_undo()) {
            return false;
        }
        moment_ = moment_->before;
        return true;
    }

    /// How many changes can be taken back.
    std::size_t length() const {
        std::size_t count = 0;
        for (const Moment* moment = moment_->before.get(); moment != nullptr; moment = moment->before.get()) {
            ++count;
        }
        return count;
    }

    /// Whether two timelines are at the very same moment.
    bool is(const Timeline& other) const { return moment_ == other.moment_; }

    /// Whether the present values are equal, whatever was before.
    bool operator==(const Timeline& other) const { return is(other) || now() == other.now(); }

private:
    struct Moment {
        Moment(Value present, std::shared_ptr<Moment> earlier)
            : value(std::move(present)), before(std::move(earlier)) {}
        Moment(const Moment&) = delete;
        Moment& operator=(const Moment&) = delete;
        Moment(Moment&&) = delete;
        Moment& operator=(Moment&&) = delete;
        /// A long past is let go one by one: each letting go of the next would fill the call stack.
        ~Moment() {
            std::shared_ptr<Moment> rest = std::move(before);
            while (rest != nullptr && rest.use_count() == 1) {
                std::atomic_thread_fence(std::memory_order_acquire); // another thread may have let go of it last
                rest = std::move(rest->before);
            }
        }
        Value value;
        std::shared_ptr<Moment> before;
    };

    std::shared_ptr<Moment> moment_;
};

} // namespace world
