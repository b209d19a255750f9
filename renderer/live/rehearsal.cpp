#include "live/rehearsal.hpp"

namespace ebbflow::live {

bool Rehearsal::at(std::size_t chapter, std::size_t step, double elapsed) {
    if (elapsed < elapsed_) {
        seconds_.clear();
        elapsed_ = 0;
    }
    const Step here{chapter, step};
    const bool left = here != now_ && seconds_.contains(now_);
    now_ = here;
    if (elapsed > elapsed_) seconds_[here] += elapsed - elapsed_;
    elapsed_ = elapsed;
    return left;
}

produce::Timing Rehearsal::timing() const {
    produce::Timing timing;
    for (const auto& [step, seconds] : seconds_)
        timing.push_back({step.first, step.second, seconds});
    return timing;
}

}  // namespace ebbflow::live
