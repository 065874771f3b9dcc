// A value that is shared until it is changed, so that the copy of what holds it costs a pointer.
#pragma once

#include <memory>
#include <utility>

namespace world {

template <typename Value>
class Kept {
public:
    Kept() : Kept(Value{}) {}
    explicit Kept(Value value) : value_(std::make_shared<Value>(std::move(value))) {}

    const Value& operator*() const { return *value_; }
    const Value* operator->() const { return value_.get(); }

    /// To change it: others that share it keep the old one.
    Value& write() {
        if (value_.use_count() > 1) {
            value_ = std::make_shared<Value>(*value_);
        }
        return *value_;
    }

    bool operator==(const Kept& other) const { return value_ == other.value_ || *value_ == *other.value_; }

private:
    std::shared_ptr<Value> value_;
};

} // namespace world
