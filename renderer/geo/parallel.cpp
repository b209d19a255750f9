#include "geo/parallel.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace ebbflow::geo {

void onThreads(std::size_t most, const std::function<void()>& work) {
    constexpr std::size_t kMostThreads = 8;
    std::mutex guard;
    std::exception_ptr failure;
    const auto guarded = [&] {
        try {
            work();
        } catch (...) {
            const std::scoped_lock lock(guard);
            if (!failure) failure = std::current_exception();
        }
    };
    {
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        const std::size_t count = std::min({most, cores, kMostThreads});
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < count; ++i) helpers.emplace_back(guarded);
        guarded();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace ebbflow::geo
