#include "raster/crew.hpp"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace ebbflow::raster {

unsigned processorsAllowed() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0) return std::thread::hardware_concurrency();
    return static_cast<unsigned>(CPU_COUNT(&set));
}

struct Crew::State {
    std::mutex mutex;
    std::condition_variable begun, done;
    const std::function<void(int)>* piece = nullptr;
    int count = 0;
    std::atomic<int> next{0};
    std::uint64_t task = 0;  ///< its number
    unsigned atWork = 0;
    bool ends = false;
    std::vector<std::jthread> helpers;

    void work() {
        for (int i = next.fetch_add(1); i < count; i = next.fetch_add(1)) (*piece)(i);
    }

    void help() {
        std::uint64_t last = 0;
        std::unique_lock lock(mutex);
        while (true) {
            begun.wait(lock, [&] { return ends || task != last; });
            if (ends) return;
            last = task;
            lock.unlock();
            work();
            lock.lock();
            if (--atWork == 0) done.notify_one();
        }
    }
};

Crew::Crew(unsigned hands) : state_(std::make_unique<State>()) {
    const unsigned all = std::max(hands > 0 ? hands : processorsAllowed(), 1U);
    for (unsigned i = 1; i < all; ++i) state_->helpers.emplace_back([this] { state_->help(); });
}

Crew::~Crew() {
    {
        const std::scoped_lock lock(state_->mutex);
        state_->ends = true;
    }
    state_->begun.notify_all();
}

unsigned Crew::hands() const {
    return static_cast<unsigned>(state_->helpers.size()) + 1;
}

void Crew::share(int count, const std::function<void(int)>& piece) {
    State& s = *state_;
    if (s.helpers.empty() || count <= 1) {
        for (int i = 0; i < count; ++i) piece(i);
        return;
    }
    {
        const std::scoped_lock lock(s.mutex);
        s.piece = &piece;
        s.count = count;
        s.next = 0;
        s.atWork = static_cast<unsigned>(s.helpers.size());
        ++s.task;
    }
    s.begun.notify_all();
    s.work();
    std::unique_lock lock(s.mutex);
    s.done.wait(lock, [&] { return s.atWork == 0; });
}

}  // namespace ebbflow::raster
