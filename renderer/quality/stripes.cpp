#include "quality/stripes.hpp"

#include <algorithm>
#include <array>

#include "core/colour.hpp"

namespace ebbflow::quality {

namespace {

/// Relative luminance (WCAG 2; the weights are those of BT.709) of every pixel.
std::vector<float> luminanceOf(const core::Image& picture) {
    static const auto linear = [] {
        std::array<float, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = core::linearFromSrgb(static_cast<float>(i) / 255.0F);
        return values;
    }();
    std::vector<float> light(picture.rgba.size() / 4);
    for (std::size_t i = 0; i < light.size(); ++i) {
        const std::uint8_t* rgba = picture.rgba.data() + i * 4;
        light[i] =
            0.2126F * linear[rgba[0]] + 0.7152F * linear[rgba[1]] + 0.0722F * linear[rgba[2]];
    }
    return light;
}

/// One line of pixels in some direction, and the stripes across it.
class Line {
public:
    explicit Line(const std::vector<float>& light) : light_(light) {}

    void follow(std::size_t pixel) {
        pixels_.push_back(pixel);
        const float value = light_[pixel];
        low_ = std::min(low_, value);
        high_ = std::max(high_, value);
        const auto change = static_cast<float>(kStripeChange);
        const bool brighter =
            direction_ <= 0 && value - low_ >= change && value >= static_cast<float>(kStripeLight);
        const bool darker =
            direction_ >= 0 && high_ - value >= change && high_ >= static_cast<float>(kStripeLight);
        if (brighter || darker) turn(brighter ? 1 : -1, value);
    }

    /// Marks the pixels of its stripes, where they are many and even.
    void mark(std::vector<char>& marks) const {
        std::size_t from = 0;
        for (std::size_t i = 1; i < edges_.size(); ++i) {
            if (i >= from + 2 && !even(edges_[i] - edges_[i - 1], edges_[i - 1] - edges_[i - 2])) {
                markRun(from, i - 1, marks);
                from = i - 1;
            }
        }
        if (!edges_.empty()) markRun(from, edges_.size() - 1, marks);
    }

private:
    void turn(int direction, float value) {
        direction_ = direction;
        low_ = high_ = value;
        edges_.push_back(pixels_.size() - 1);
    }
    /// Pixels round widths off: 2 and 3 are even.
    static bool even(std::size_t a, std::size_t b) {
        return std::max(a, b) <= std::min(a, b) * 3 / 2 + 1;
    }
    void markRun(std::size_t first, std::size_t last, std::vector<char>& marks) const {
        // Five pairs of stripes have eleven edges; one pair more is too many.
        constexpr std::size_t kEdges = std::size_t{2} * (kStripePairs + 1);
        if (last - first + 1 < kEdges) return;
        for (std::size_t i = edges_[first]; i <= edges_[last]; ++i) marks[pixels_[i]] = 1;
    }

    const std::vector<float>& light_;
    std::vector<std::size_t> pixels_;
    std::vector<std::size_t> edges_;  ///< places in `pixels_` where a stripe begins
    float low_ = 2, high_ = -1;
    int direction_ = 0;
};

/// Marks of one direction, a step of which is (dx, dy).
class Direction {
public:
    Direction(const core::Image& picture, const std::vector<float>& light, int dx, int dy)
        : width_(picture.width), height_(picture.height), marks_(light.size()) {
        for (int y = 0; y < height_; ++y) {
            for (int x = 0; x < width_; ++x) {
                if (!inside(x - dx, y - dy)) walk(light, x, y, dx, dy);
            }
        }
        dx_ = dx;
        dy_ = dy;
    }

    /// Pixels whose neighbours across the way lie in stripes too: a row of letters is none.
    [[nodiscard]] std::size_t count() const {
        constexpr int kAside = 4;
        std::size_t all = 0;
        for (int y = 0; y < height_; ++y) {
            for (int x = 0; x < width_; ++x) {
                const bool both = marked(x, y) && marked(x - kAside * dy_, y + kAside * dx_) &&
                                  marked(x + kAside * dy_, y - kAside * dx_);
                if (both) ++all;
            }
        }
        return all;
    }

private:
    [[nodiscard]] bool inside(int x, int y) const {
        return x >= 0 && y >= 0 && x < width_ && y < height_;
    }
    [[nodiscard]] std::size_t at(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
               static_cast<std::size_t>(x);
    }
    /// Beyond the picture it goes on as at its edge.
    [[nodiscard]] bool marked(int x, int y) const { return !inside(x, y) || marks_[at(x, y)] != 0; }
    void walk(const std::vector<float>& light, int x, int y, int dx, int dy) {
        Line line(light);
        for (; inside(x, y); x += dx, y += dy) line.follow(at(x, y));
        line.mark(marks_);
    }

    int width_, height_;
    int dx_ = 0, dy_ = 0;
    std::vector<char> marks_;
};

}  // namespace

double stripedShare(const core::Image& picture) {
    const std::vector<float> light = luminanceOf(picture);
    std::size_t most = 0;
    for (const auto& [dx, dy] : {std::pair{1, 0}, {0, 1}, {1, 1}, {1, -1}})
        most = std::max(most, Direction(picture, light, dx, dy).count());
    return light.empty() ? 0 : static_cast<double>(most) / static_cast<double>(light.size());
}

void StripeMeter::add(const core::Image& picture) {
    ++frame_;
    const bool rests = frame_ > 0 && picture.rgba == before_.rgba;
    const double share = rests ? shareBefore_ : stripedShare(picture);
    shareBefore_ = share;
    before_ = picture;
    report_.largestShare = std::max(report_.largestShare, share);
    if (share <= kStripesMoving) return;
    if (report_.runs.empty() || report_.runs.back().last != frame_ - 1)
        report_.runs.push_back({frame_, frame_, 0, false});
    StripedFrames& run = report_.runs.back();
    const bool moves = run.first != frame_ && !rests;
    run.last = frame_;
    run.share = std::max(run.share, share);
    run.harmful = run.harmful || moves || share > kStripesAtRest;
}

bool StripeMeter::isLong(const StripedFrames& run) const {
    return core::frameStart(run.last - run.first + 1, rate_).seconds() >= kStripeSeconds;
}

StripeReport StripeMeter::report() const {
    StripeReport report = report_;
    std::erase_if(report.runs, [&](const StripedFrames& run) { return !isLong(run); });
    return report;
}

}  // namespace ebbflow::quality
