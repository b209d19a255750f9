#pragma once
// A talk under way held against one that was rehearsed: when each step began and ended there. A
// value.

#include <algorithm>
#include <vector>

#include "live/prompt_book.hpp"
#include "produce/timing.hpp"

namespace ebbflow::live {

class Pace {
public:
    /// Steps that were not rehearsed are as long as in the film.
    Pace(const produce::Timing& timing, const PromptBook& book) {
        double time = 0;
        for (const PromptStep& step : book.steps) {
            const produce::TimedStep* timed = produce::timeOf(timing, step.chapter, step.step);
            time += timed != nullptr ? timed->seconds : (step.end - step.start).seconds();
            ends_.push_back(time);
        }
    }

    /// Seconds that a talk at that step (index of all) is behind, `elapsed` seconds after its
    /// beginning; negative: ahead; 0 while the rehearsal was at that step, too.
    [[nodiscard]] double behind(std::size_t step, double elapsed) const {
        const double begin = step == 0 ? 0 : ends_.at(step - 1), end = ends_.at(step);
        return elapsed - std::clamp(elapsed, begin, end);
    }

private:
    std::vector<double> ends_;
};

}  // namespace ebbflow::live
