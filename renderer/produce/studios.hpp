#pragma once
// Studios of one film that draw different frames at the same time, each on its own share of the
// processor. A GPU draws by one: it is busy enough, and its context is one thread's.

#include <memory>
#include <vector>

#include "produce/studio.hpp"

namespace ebbflow::produce {

class Studios {
public:
    /// `jobs`: how many, at least 1; 0: as many as processors and memory are good for. Where GL
    /// draws there is one, whatever is wished. The first is made at once.
    Studios(std::shared_ptr<const frame::Plan> plan, const StudioOptions& options,
            encode::FrameSize size, int jobs);

    [[nodiscard]] int count() const { return static_cast<int>(studios_.size()); }
    [[nodiscard]] Studio& first() { return *studios_.front(); }
    /// Made when it is asked for first. Different ones may be asked for by different threads.
    [[nodiscard]] Studio& at(int number);

private:
    std::shared_ptr<const frame::Plan> plan_;
    StudioOptions options_;
    std::vector<std::unique_ptr<Studio>> studios_;
};

/// How many jobs so many processors and so many bytes of free memory are good for, drawing frames
/// of that size: one for two processors (two for two), since while one waits for its slowest thread
/// another can draw.
[[nodiscard]] int jobsFor(unsigned processors, std::uint64_t freeBytes, encode::FrameSize size);

}  // namespace ebbflow::produce
