// Values that are shared until they are changed, so that the copy of what holds them costs a pointer.
#pragma once

#include <algorithm>
#include <atomic>
#include <compare>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

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
        } else {
            // Whoever shared it in another thread has done with it.
            std::atomic_thread_fence(std::memory_order_acquire);
        }
        return *value_;
    }

    bool operator==(const Kept& other) const { return value_ == other.value_ || *value_ == *other.value_; }

private:
    std::shared_ptr<Value> value_;
};

/// A list of such values, read as a list of the values themselves: a copy costs a pointer for each, and two copies are
/// compared by what differs in them.
template <typename Value>
class KeptList {
public:
    class Iterator {
    public:
        using value_type = Value;
        using difference_type = std::ptrdiff_t;
        using reference = const Value&;
        using pointer = const Value*;
        using iterator_category = std::random_access_iterator_tag;

        Iterator() = default;
        explicit Iterator(const Kept<Value>* place) : place_(place) {}
        reference operator*() const { return **place_; }
        pointer operator->() const { return &**place_; }
        reference operator[](difference_type steps) const { return *place_[steps]; }
        Iterator& operator+=(difference_type steps) {
            place_ += steps;
            return *this;
        }
        Iterator& operator-=(difference_type steps) { return *this += -steps; }
        Iterator& operator++() { return *this += 1; }
        Iterator& operator--() { return *this += -1; }
        Iterator operator++(int) { return std::exchange(*this, *this + 1); }
        Iterator operator--(int) { return std::exchange(*this, *this - 1); }
        friend Iterator operator+(Iterator from, difference_type steps) { return from += steps; }
        friend Iterator operator+(difference_type steps, Iterator from) { return from += steps; }
        friend Iterator operator-(Iterator from, difference_type steps) { return from -= steps; }
        friend difference_type operator-(Iterator to, Iterator from) { return to.place_ - from.place_; }
        auto operator<=>(const Iterator&) const = default;

    private:
        const Kept<Value>* place_ = nullptr;
    };
    using const_iterator = Iterator;
    using iterator = Iterator;
    using value_type = Value;

    Iterator begin() const { return Iterator(values_.data()); }
    Iterator end() const { return begin() + static_cast<std::ptrdiff_t>(values_.size()); }
    auto rbegin() const { return std::make_reverse_iterator(end()); }
    auto rend() const { return std::make_reverse_iterator(begin()); }
    std::size_t size() const { return values_.size(); }
    bool empty() const { return values_.empty(); }
    const Value& front() const { return *values_.front(); }
    const Value& back() const { return *values_.back(); }

    void push_back(Value value) { values_.emplace_back(std::move(value)); }

    /// To change one of the values: others that share it keep the old one.
    Value& write(Iterator place) { return values_[static_cast<std::size_t>(place - begin())].write(); }

    /// Takes out what `goes` says goes; gives how many that were.
    template <typename Goes>
    std::size_t erase_if(const Goes& goes) {
        return std::erase_if(values_, [&](const Kept<Value>& one) { return goes(*one); });
    }

    bool operator==(const KeptList&) const = default;

private:
    std::vector<Kept<Value>> values_;
};

} // namespace world
