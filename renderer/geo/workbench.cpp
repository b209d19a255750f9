#include "geo/workbench.hpp"

#include <algorithm>
#include <atomic>

#include "geo/parallel.hpp"

namespace ebbflow::geo {

void runJobs(std::vector<Job> jobs, const Projection& projection, const Domain& domain) {
    std::ranges::stable_sort(jobs, std::greater{}, &Job::cost);
    std::atomic<std::size_t> next{0};
    onThreads(jobs.size(), [&] {
        Workbench bench(projection, domain);
        for (std::size_t i = next++; i < jobs.size(); i = next++) jobs[i].run(bench);
    });
}

}  // namespace ebbflow::geo
