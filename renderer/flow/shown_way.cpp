#include "flow/shown_way.hpp"

#include <cmath>

#include "flow/path_samples.hpp"
#include "geo/great_circle.hpp"
#include "geo/sphere.hpp"

namespace ebbflow::flow {

namespace {

constexpr int kProbes = 8 * (kPathSamples - 1);
constexpr int kMostProbes = 8;  ///< in one stride, where no edge is near
constexpr int kHalvings = 40;
/// Map over ground from which a step may be a leap from edge to edge. Mercator at 87 degrees is
/// still below.
constexpr double kMostStretch = 20.0;
constexpr double kGrainKm = 0.001;  ///< of rounding, on ways of no length
constexpr double kLeapKm = 1;       ///< over next to no ground: such a step is torn
/// What the samples of a path follow: no step of theirs is both longer than this on the map and so
/// much stretched.
constexpr double kLongStepKm = 400, kSmear = 10;
constexpr double kShortestKm = 40;  ///< over the ground, of a span that is halved again
/// Of the way: less than this beside an edge shows nothing.
constexpr double kSliver = 1e-4;

double distance(core::MapPoint a, core::MapPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

ShownWay::ShownWay(const geo::Projection& projection, const GroundWay& way)
    : projection_(projection), way_(way), domain_(geo::domainOf(projection)) {}

std::optional<core::MapPoint> ShownWay::at(double fraction) const {
    const auto position = domain_.onMap(way_.at(fraction));
    return position ? projection_.forward(*position) : std::nullopt;
}

/// Infinite where an end is not shown.
double ShownWay::mapKm(double a, double b) const {
    const auto pa = at(a), pb = at(b);
    return pa && pb ? distance(*pa, *pb) : INFINITY;
}

/// The last fraction before the edge that lies between `shown` and `beyond`; either may be the
/// larger.
double ShownWay::lastShown(double shown, double beyond) const {
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = 0.5 * (shown + beyond);
        (at(middle) ? shown : beyond) = middle;
    }
    return shown;
}

/// Where the way between two points on the map leaps, or else runs fastest: the ends of next to no
/// ground.
Span ShownWay::sharpest(double a, double b) const {
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = 0.5 * (a + b);
        if (!at(middle)) return {lastShown(a, middle), lastShown(b, middle)};
        (mapKm(a, middle) >= mapKm(middle, b) ? b : a) = middle;
    }
    return {a, b};
}

/// How many probes on from there the way cannot come to an edge, and one at least.
int ShownWay::probesWithin(double fraction) const {
    const double km = domain_.margin(way_.at(fraction)) * geo::kDegree * geo::kEarthRadiusKm;
    const double probes = km * kProbes / std::max(way_.lengthKm(), kGrainKm);
    return probes >= kMostProbes ? kMostProbes : std::max(1, static_cast<int>(probes));
}

/// From edge to edge.
std::vector<Span> ShownWay::whole() const {
    const double mostKm = kMostStretch * way_.lengthKm() / kProbes;
    std::vector<Span> spans;
    double begin = 0;
    auto before = at(0);
    for (int i = 0, stride = 1; i < kProbes; i += stride) {
        const double a = static_cast<double>(i) / kProbes;
        stride = std::min(probesWithin(a), kProbes - i);
        auto now = at(static_cast<double>(i + stride) / kProbes);
        if (before && now && distance(*before, *now) > stride * mostKm + kGrainKm && stride > 1) {
            stride = 1;
            now = at(static_cast<double>(i + 1) / kProbes);
        }
        const double b = static_cast<double>(i + stride) / kProbes;
        if (before && !now) {
            spans.push_back({begin, lastShown(a, b)});
        } else if (!before && now) {
            begin = lastShown(b, a);
        } else if (before && now && distance(*before, *now) > mostKm + kGrainKm && stride == 1) {
            const Span leap = sharpest(a, b);
            if (mapKm(leap.begin, leap.end) >= kLeapKm) {
                spans.push_back({begin, leap.begin});
                begin = leap.end;
            }
        }
        before = now;
    }
    if (before) spans.push_back({begin, 1});
    return spans;
}

bool ShownWay::isSmeared(const Span& span) const {
    const double step = (span.end - span.begin) / (kPathSamples - 1);
    const double most = std::max(kLongStepKm, kSmear * step * way_.lengthKm());
    auto before = at(span.begin);
    for (int i = 1; i < kPathSamples; ++i) {
        const auto now = at(std::min(span.begin + i * step, span.end));
        if (before && now && distance(*before, *now) > most) return true;
        before = now;
    }
    return false;
}

void ShownWay::keep(const Span& span, std::vector<Span>& into) const {
    const double share = span.end - span.begin;
    if (share < kSliver) return;
    if (share * way_.lengthKm() > kShortestKm && isSmeared(span)) {
        const double middle = 0.5 * (span.begin + span.end);
        keep({span.begin, middle}, into);
        keep({middle, span.end}, into);
    } else {
        into.push_back(span);
    }
}

std::vector<Span> ShownWay::spans() const {
    std::vector<Span> kept;
    for (const Span& span : whole()) keep(span, kept);
    return kept;
}

}  // namespace ebbflow::flow
