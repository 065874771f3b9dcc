// A bounded store of what was costly to draw: the longest unused goes first.
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <utility>

namespace screen {

/// Values by key, at most `limit` bytes of them (as told by whoever puts them in). The newest is kept even when it is
/// larger than the limit by itself.
template <typename Key, typename Value>
class Cache {
public:
    explicit Cache(std::size_t limit) : limit_(limit) {}

    /// The value of a key, or nothing. It stays until the next put().
    const Value* find(const Key& key) {
        const auto found = places_.find(key);
        if (found == places_.end()) {
            return nullptr;
        }
        entries_.splice(entries_.begin(), entries_, found->second);
        return &entries_.front().value;
    }

    /// Keeps a value that takes `bytes`, and lets go of the longest unused ones.
    const Value& put(const Key& key, Value value, std::size_t bytes) {
        if (const auto found = places_.find(key); found != places_.end()) {
            bytes_ -= found->second->bytes;
            entries_.erase(found->second);
            places_.erase(found);
        }
        entries_.push_front({key, std::move(value), bytes});
        places_.emplace(key, entries_.begin());
        bytes_ += bytes;
        while (bytes_ > limit_ && entries_.size() > 1) {
            bytes_ -= entries_.back().bytes;
            places_.erase(entries_.back().key);
            entries_.pop_back();
        }
        return entries_.front().value;
    }

    void clear() {
        places_.clear();
        entries_.clear();
        bytes_ = 0;
    }

    std::size_t bytes() const { return bytes_; }
    std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        Key key;
        Value value;
        std::size_t bytes;
    };

    std::size_t limit_;
    std::size_t bytes_ = 0;
    std::list<Entry> entries_;
    std::map<Key, typename std::list<Entry>::iterator> places_;
};

} // namespace screen
