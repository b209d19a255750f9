#pragma once
// Features in degrees to the world's layers on the map plane. One slot a feature, filled by any
// thread, joined in the order of the source.

#include <span>

#include "geo/triangulate.hpp"
#include "geo/vector_source.hpp"
#include "geo/workbench.hpp"
#include "geo/world.hpp"

namespace ebbflow::geo {

/// Makes an AreaLayer: add the jobs, run them, then take the layer.
class AreaLayerMaker {
public:
    /// `features` must outlive the jobs. `idField` is its place in Feature::values, or -1.
    AreaLayerMaker(const std::vector<Feature>& features, int idField)
        : features_(features),
          idField_(idField),
          meshes_(features.size()),
          faults_(features.size()) {}
    void addJobs(std::vector<Job>& jobs);
    [[nodiscard]] AreaLayer take(const core::SourcePlace& place, core::Diagnostics& diagnostics);

private:
    void make(std::size_t index, Workbench& bench);

    const std::vector<Feature>& features_;
    int idField_;
    std::vector<Mesh> meshes_;
    std::vector<std::string> faults_;
};

/// A line feature before it is cut: the description, and its points in degrees.
struct RawLine {
    Line line;
    std::vector<Polyline> degrees;
};

class LineLayerMaker {
public:
    explicit LineLayerMaker(std::vector<RawLine> lines)
        : lines_(std::move(lines)), pieces_(lines_.size()) {}
    void addJobs(std::vector<Job>& jobs);
    [[nodiscard]] LineLayer take();

private:
    std::vector<RawLine> lines_;
    std::vector<std::vector<Polyline>> pieces_;
};

}  // namespace ebbflow::geo
