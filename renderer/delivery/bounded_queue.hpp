#pragma once
// A queue between one thread that makes and one that takes, which holds so many items and no more:
// the maker waits when it is full, the taker when it is empty. Either side can end it.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

namespace ebbflow::delivery {

template <typename T>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    /// Waits for room. False when the queue was cut; the item is dropped then.
    [[nodiscard]] bool push(T item) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return items_.size() < capacity_ || cut_; });
        if (cut_) return false;
        items_.push_back(std::move(item));
        changed_.notify_all();
        return true;
    }

    /// Waits for an item. Nothing when the queue was cut, or closed and is empty.
    [[nodiscard]] std::optional<T> pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !items_.empty() || closed_ || cut_; });
        if (items_.empty() || cut_) return std::nullopt;
        std::optional<T> item(std::move(items_.front()));
        items_.pop_front();
        changed_.notify_all();
        return item;
    }

    /// No more items will come; those inside are still taken.
    void close() {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

    /// Drops what is inside and lets both sides go on.
    void cut() {
        const std::scoped_lock lock(mutex_);
        cut_ = true;
        items_.clear();
        changed_.notify_all();
    }

private:
    std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<T> items_;
    bool closed_ = false;
    bool cut_ = false;
};

}  // namespace ebbflow::delivery
