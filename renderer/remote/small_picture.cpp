#include "remote/small_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace ebbflow::remote {

namespace {

/// How much of one row's or column's pixels goes into one of the small picture's.
struct Span {
    int first = 0;
    std::vector<float> shares;  ///< their sum is 1
};

std::vector<Span> spansOf(int from, int to) {
    std::vector<Span> spans(static_cast<std::size_t>(to));
    const double scale = static_cast<double>(from) / to;
    for (int i = 0; i < to; ++i) {
        Span& span = spans[static_cast<std::size_t>(i)];
        const double begin = i * scale, end = std::min<double>(from, (i + 1) * scale);
        span.first = static_cast<int>(begin);
        for (int at = span.first; at < end; ++at) {
            const double covered = std::min<double>(at + 1, end) - std::max<double>(at, begin);
            span.shares.push_back(static_cast<float>(covered / (end - begin)));
        }
    }
    return spans;
}

using Sums = std::array<float, 4>;

void add(const std::uint8_t* pixel, float share, Sums& sums) {
    for (std::size_t c = 0; c < sums.size(); ++c)
        sums.at(c) += share * static_cast<float>(pixel[c]);
}

}  // namespace

core::Image smallPicture(const core::Image& image, int width) {
    if (image.width <= width || image.height <= 0) return image;
    const int height = std::max(
        1, static_cast<int>(std::lround(static_cast<double>(image.height) * width / image.width)));
    core::Image small(width, height);
    const std::vector<Span> columns = spansOf(image.width, width);
    const std::vector<Span> rows = spansOf(image.height, height);
    for (int y = 0; y < height; ++y) {
        const Span& down = rows[static_cast<std::size_t>(y)];
        for (int x = 0; x < width; ++x) {
            const Span& across = columns[static_cast<std::size_t>(x)];
            Sums sums{};
            for (std::size_t j = 0; j < down.shares.size(); ++j) {
                const std::uint8_t* row =
                    image.pixel(across.first, down.first + static_cast<int>(j));
                for (std::size_t i = 0; i < across.shares.size(); ++i)
                    add(row + 4 * i, down.shares[j] * across.shares[i], sums);
            }
            std::ranges::transform(sums, small.pixel(x, y), [](float sum) {
                return static_cast<std::uint8_t>(std::lround(sum));
            });
        }
    }
    return small;
}

}  // namespace ebbflow::remote
