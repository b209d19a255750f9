#pragma once
// What one thread needs to turn shapes into drawings, and a queue of such jobs worked off by
// several threads. The outcome does not depend on how many there are: each job writes to its own
// place.

#include <functional>
#include <vector>

#include "geo/cut_line.hpp"
#include "geo/cut_polygon.hpp"

namespace ebbflow::geo {

struct Workbench {
    Workbench(const Projection& projection, const Domain& wanted)
        : plane(projection.clone()),
          domain(wanted),
          polygons(plane, domain, geos),
          lines(plane, domain) {}
    Workbench(const Workbench&) = delete;
    Workbench& operator=(const Workbench&) = delete;

    Projection plane;
    Domain domain;
    Geos geos;
    PolygonCutter polygons;
    LineCutter lines;
};

struct Job {
    double cost = 0;  ///< rough; dearest first
    std::function<void(Workbench&)> run;
};

/// Runs all jobs and waits. The first exception of any job is thrown again.
void runJobs(std::vector<Job> jobs, const Projection& projection, const Domain& domain);

}  // namespace ebbflow::geo
