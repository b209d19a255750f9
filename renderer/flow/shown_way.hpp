#pragma once
// A way over the ground as a map shows it: which stretches of it are on the map in one piece. It
// knows the projection's edge; it samples nothing for drawing.

#include <optional>
#include <vector>

#include "flow/ground_way.hpp"
#include "geo/domain.hpp"
#include "geo/projection.hpp"

namespace ebbflow::flow {

/// 0…1 of a way's length.
struct Span {
    double begin = 0, end = 0;
};

class ShownWay {
public:
    /// Holds references: both must live longer, and belong to one thread.
    ShownWay(const geo::Projection& projection, const GroundWay& way);

    /// Where the map shows the point at `fraction` of the way; nothing outside of the map.
    [[nodiscard]] std::optional<core::MapPoint> at(double fraction) const;
    /// In the order of travel. Between two of them the way is outside of the map, or leaps from
    /// edge to edge; or they touch, where the map stretches the way so much that so many samples as
    /// a path has would not follow it through both.
    [[nodiscard]] std::vector<Span> spans() const;

private:
    [[nodiscard]] double mapKm(double a, double b) const;
    [[nodiscard]] double lastShown(double shown, double beyond) const;
    [[nodiscard]] Span sharpest(double a, double b) const;
    [[nodiscard]] int probesWithin(double fraction) const;
    [[nodiscard]] std::vector<Span> whole() const;
    [[nodiscard]] bool isSmeared(const Span& span) const;
    void keep(const Span& span, std::vector<Span>& into) const;

    const geo::Projection& projection_;
    const GroundWay& way_;
    geo::Domain domain_;
};

}  // namespace ebbflow::flow
