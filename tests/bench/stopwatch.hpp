#pragma once
// Wall clock and processor time of the stretches between two laps, for the benchmark programs that
// print a table. Not for tests: nothing may pass or fail by these numbers.

#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

namespace ebbflow::bench {

inline double wallMs() {
    return std::chrono::duration<double, std::milli>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Of all threads of the process, from its start.
inline double processorMs() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class Stopwatch {
public:
    /// Ends a stretch and names it.
    void lap(std::string name) {
        laps_.push_back({std::move(name), wallMs() - wall_, processorMs() - processor_});
        wall_ = wallMs();
        processor_ = processorMs();
    }

    void print() const {
        double wall = 0, processor = 0;
        std::printf("%-28s %9s %9s\n", "", "wall ms", "CPU ms");
        for (const Lap& lap : laps_) {
            std::printf("%-28s %9.1f %9.1f\n", lap.name.c_str(), lap.wall, lap.processor);
            wall += lap.wall;
            processor += lap.processor;
        }
        std::printf("%-28s %9.1f %9.1f\n", "together", wall, processor);
    }

private:
    struct Lap {
        std::string name;
        double wall, processor;
    };
    std::vector<Lap> laps_;
    double wall_ = wallMs();
    double processor_ = 0;  // what ran before main() is part of the first lap
};

}  // namespace ebbflow::bench
