#include "screen/pulse.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "flow/paths.hpp"
#include "picture/camera.hpp"
#include "picture/easing.hpp"
#include "screen/anchor.hpp"

namespace ebbflow::screen {

namespace {

constexpr double kTail = 0.34;       // of the way, behind the stroke's head
constexpr double kRingSpread = 0.8;  // seconds after it has arrived
constexpr double kWidestRing = 70;   // reference pixels
constexpr int kPiecesOfWay = 96;
constexpr core::Colour kWhite{1, 1, 1, 1};

/// A line of that width and opacity over the last share of the stroke: the nearer to its head, the
/// more of them lie over one another.
struct Layer {
    double share, width;
    float opacity;
};
constexpr std::array kLayers{Layer{1, 2.0, 0.22F},   Layer{0.7, 2.6, 0.3F}, Layer{0.45, 3.2, 0.4F},
                             Layer{0.25, 3.8, 0.6F}, Layer{0.5, 11, 0.10F}, Layer{0.3, 18, 0.08F}};

/// The way from one place to the other in the picture, by its share.
class PulseWay {
public:
    PulseWay(const Moment& moment, core::LonLat from, core::LonLat to)
        : path_(flow::makePath(moment.page.film->world->projection, from, to, nullptr)),
          project_(moment.camera, moment.page.aspect) {}

    /// Unbroken lines between two shares of it.
    [[nodiscard]] std::vector<std::vector<core::PixelPoint>> between(double from, double to) const {
        std::vector<std::vector<core::PixelPoint>> lines;
        for (const flow::PathPart& part : path_.parts) {
            const double first = std::max(from, part.begin), last = std::min(to, part.end);
            if (first >= last) continue;
            lines.emplace_back();
            const int pieces =
                std::max(2, static_cast<int>(std::ceil((last - first) * kPiecesOfWay)));
            for (int i = 0; i <= pieces; ++i) {
                const double share = picture::mix(first, last, static_cast<double>(i) / pieces);
                const auto at = pointAt(part, share);
                if (at)
                    lines.back().push_back(*at);
                else if (!lines.back().empty())
                    lines.emplace_back();
            }
        }
        return lines;
    }

private:
    [[nodiscard]] std::optional<core::PixelPoint> pointAt(const flow::PathPart& part,
                                                          double share) const {
        const double place = (share - part.begin) / (part.end - part.begin) *
                             static_cast<double>(part.samples.size() - 1);
        const auto first = std::min(static_cast<std::size_t>(place), part.samples.size() - 2);
        const auto rest = static_cast<float>(place - static_cast<double>(first));
        const glm::vec3 at =
            part.samples[first] + rest * (part.samples[first + 1] - part.samples[first]);
        return project_({at.x, at.y}, at.z);
    }

    flow::Path path_;
    picture::Projector project_;
};

std::vector<core::PixelPoint> circle(core::PixelPoint at, double radius) {
    std::vector<core::PixelPoint> points;
    for (int i = 0; i <= kPiecesOfWay; ++i) {
        const double turn = 2 * std::numbers::pi * i / kPiecesOfWay;
        points.push_back({at.x + radius * std::cos(turn), at.y + radius * std::sin(turn)});
    }
    return points;
}

/// `since`: seconds since it has arrived.
void describeArrival(const Moment& moment, const scene::Pulse& pulse, double since,
                     Overlay& overlay) {
    const auto at = anchorOf(moment.page, moment.camera, pulse.places[1]);
    const double age = since / kRingSpread;
    if (!at || age <= 0 || age >= 1) return;
    const double radius = 6 + kWidestRing * (1 - (1 - age) * (1 - age));
    overlay.line(circle(*at, radius), 2.5, kWhite, 0.8 * (1 - age) * (1 - age));
}

}  // namespace

void describePulse(const Moment& moment, Overlay& overlay) {
    if (!moment.script.pulse) return;
    const scene::Pulse& pulse = *moment.script.pulse;
    const double since = moment.sinceStep - pulse.at.seconds(), length = pulse.length.seconds();
    const auto from = positionOf(moment.page, pulse.places[0]);
    const auto to = positionOf(moment.page, pulse.places[1]);
    if (since <= 0 || since >= length + kRingSpread || !from || !to) return;
    const PulseWay way(moment, *from, *to);
    // The tail comes in after the head.
    const double head = picture::travelled(since / length);
    const double tail = std::min(1.0, picture::travelled((since - kTail * length) / length));
    for (const Layer& layer : kLayers) {
        const double start = picture::mix(head, std::min(tail, head), layer.share);
        for (auto& line : way.between(start, head)) {
            if (line.size() > 1) overlay.line(std::move(line), layer.width, kWhite, layer.opacity);
        }
    }
    describeArrival(moment, pulse, since - length, overlay);
}

}  // namespace ebbflow::screen
